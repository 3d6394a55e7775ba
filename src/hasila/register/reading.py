"""What a worker does with one task: bytes or a report in, rows ready for filing out. Knows no database."""

import os
import threading
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.metadata import version
from multiprocessing import parent_process
from pathlib import Path

from hasila.archive import Archive, Extracted
from hasila.intake.anything import read_any
from hasila.intake.bad_input import BadInput
from hasila.model.report import Report
from hasila.pack.rows import Pack, load_pack
from hasila.pipeline import read
from hasila.register.rows import NOWHERE, Archived, Rows, Versions, report_id, rows_of
from hasila.resolve.gazetteer import Gazetteer, load_gazetteer

CODEBOOK = "1"
"""The version of docs/codebook.md that claims are read by."""


@dataclass(frozen=True)
class Task:
    """A report to be read, or a file (its name and bytes) that holds one. `name` stands in errors."""

    name: str
    report: Report | None = None
    data: bytes = b""
    published: date | datetime | None = None
    archived: Archived = NOWHERE


@dataclass(frozen=True)
class Desk:
    """What a worker reads with, and the moment that stands in the rows as when it was added and read."""

    home: Path
    at: datetime

    @property
    def archive(self) -> Archive:
        """The archive of this home."""
        return Archive(self.home / "archive")


@cache
def _books(home: Path) -> tuple[Pack, Gazetteer]:
    return load_pack(), load_gazetteer(home)


def versions(home: Path) -> Versions:
    """What a reading made now is made by."""
    pack, gazetteer = _books(home)
    places = "+".join(sorted(book.name for book in gazetteer.books))
    return Versions(pack.version, CODEBOOK, f"hasila {version('hasila')}", places[:200])


def read_task(desk: Desk, task: Task) -> Rows | BadInput:
    """The rows of one report, its bytes being kept first; or a sentence that says why it cannot be read."""
    report, archived = task.report, task.archived
    if report is None:
        made = next(read_any(task.data, task.name, task.published))
        if isinstance(made, BadInput):
            return made
        report, archived = made, Archived(_kept(desk, task, made))
    if "\x00" in report.words:
        return BadInput(
            where=task.name, error="The text holds a NUL character, which no published text has; remove it."
        )
    pack, gazetteer = _books(desk.home)
    try:
        reading = read(report.model_copy(update={"id": report_id(report)}), pack, gazetteer)
    except Exception as error:  # one report that trips the reader must not cost the thousand others
        told = f"{type(error).__name__}: {error}"
        return BadInput(where=task.name, error=f"hasila stumbled over this report ({told}); please tell its makers.")
    return rows_of(report, reading, versions(desk.home), desk.at, archived)


def read_tasks(desk: Desk, tasks: list[Task]) -> list[Rows | BadInput]:
    """Several tasks at once: fewer trips between processes."""
    return [read_task(desk, task) for task in tasks]


def _kept(desk: Desk, task: Task, report: Report) -> str:
    extracted = None
    if report.extractor:
        extracted = Extracted(title=report.title, text=report.text, extractor=report.extractor)
    kind = "text/html" if extracted else "text/plain"
    return desk.archive.keep(task.data, kind=kind, came_from=task.name, at=desk.at, extracted=extracted)


def leave_with_parent() -> None:
    """End this worker when its parent is gone, even killed: an orphan would wait for work for ever."""
    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
