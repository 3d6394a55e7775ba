"""From what a person names (files, folders, files of many reports) to tasks for reading; what is known is left out."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from hasila.intake.bad_input import FILE_BYTES, BadInput
from hasila.intake.lines import read_jsonl
from hasila.intake.sniff import kind_of
from hasila.model.report import Report
from hasila.register import models
from hasila.register.filing import unread
from hasila.register.reading import Desk, Task
from hasila.register.rows import Archived, Versions, report_id

READABLE = frozenset((".html", ".htm", ".xhtml", ".txt", ".md", ".jsonl", ".ndjson"))
"""Endings of the files that are taken from a folder; a file that is named itself is always tried."""

_HEAD = 100_000  # bytes that tell what a file is
_ASKED_AT_ONCE = 200


class Seen:
    """How many reports were met so far, and how many of them were known and read before."""

    def __init__(self) -> None:
        self.met = self.known = 0


def tasks_of(
    sources: Sequence[Path], desk: Desk, versions: Versions, seen: Seen, published: date | datetime | None = None
) -> Iterator[Task | BadInput]:
    """
    Tasks for all reports under `sources` that these versions have not read yet, in order of name.

    `published` is for reports that do not tell their day. What is no readable file gives a BadInput.
    """
    for path in _files(sources):
        if isinstance(path, BadInput):
            yield path
            continue
        data = _bytes_of(path)
        if isinstance(data, BadInput):
            yield data
        elif kind_of(data[:_HEAD].decode("utf-8", "replace"), path.name) == "jsonl":
            yield from _of_many(path, data, desk, versions, seen, published)
        else:
            yield from _of_one(path, data, versions, seen, published)


def _files(sources: Sequence[Path]) -> Iterator[Path | BadInput]:
    for source in sources:
        if source.is_dir():
            inside = sorted(path for path in source.rglob("*") if path.suffix.lower() in READABLE and path.is_file())
            yield from inside
            if not inside:
                yield BadInput(where=str(source), error="The folder holds no page, text or JSON Lines file.")
        elif source.is_file():
            yield source
        else:
            yield BadInput(where=str(source), error="There is no such file or folder.")


def _bytes_of(path: Path) -> bytes | BadInput:
    try:
        if path.stat().st_size > FILE_BYTES:
            return BadInput(where=str(path), error=f"The file is larger than {FILE_BYTES:,} bytes; split it.")
        return path.read_bytes()
    except OSError as error:
        return BadInput(where=str(path), error=f"The file cannot be read ({error.strerror}).")


def _of_one(
    path: Path, data: bytes, versions: Versions, seen: Seen, published: date | datetime | None
) -> Iterator[Task | BadInput]:
    """A file that holds one report. Text once taken out of its bytes stays: a newer extractor does not change it."""
    seen.met += 1
    name = hashlib.sha256(data).hexdigest()
    known = models.Report.objects.filter(sha256=name, part="")
    if published is not None:
        known = known.filter(published=published.isoformat())
    report = known.order_by("added_at", "pk").first()
    if report is None:
        yield Task(str(path), data=data, published=published)
    elif unread([report.pk], versions):
        yield Task(str(path), report=report.record(), archived=Archived(name))
    else:
        seen.known += 1


def _of_many(
    path: Path, data: bytes, desk: Desk, versions: Versions, seen: Seen, published: date | datetime | None
) -> Iterator[Task | BadInput]:
    """A file with one report a line; the file is kept whole, once."""
    name = desk.archive.keep(data, kind="application/jsonl", came_from=str(path), at=desk.at)
    made = _numbered(data, published)
    while some := list(islice(made, _ASKED_AT_ONCE)):
        yield from (
            BadInput(where=f"{path}, {bad.where}", error=bad.error) for _, bad in some if isinstance(bad, BadInput)
        )
        reports = [(line, report, report_id(report)) for line, report in some if not isinstance(report, BadInput)]
        wanted = unread([key for _, _, key in reports], versions)
        seen.met += len(some)
        seen.known += sum(key not in wanted for _, _, key in reports)
        for line, report, key in reports:
            if key in wanted:
                yield Task(f"{path}, line:{line}", report=report, archived=Archived(name, f"line:{line}"))


def _numbered(data: bytes, published: date | datetime | None) -> Iterator[tuple[int, Report | BadInput]]:
    """Each record of a file of many with the number of its line, from 1."""
    at = 0

    def lines() -> Iterable[bytes]:
        nonlocal at
        for line in data.splitlines(keepends=True):
            at += 1
            yield line

    for record in read_jsonl(lines(), published=published):
        yield at, record
