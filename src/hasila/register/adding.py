"""Adding reports: workers read, this process files them in batches. A killed run loses no batch and repeats none."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path

from hasila.intake.bad_input import BadInput
from hasila.register.filing import Filed, file_rows
from hasila.register.reading import Desk, Task, leave_with_parent, read_task, read_tasks, versions
from hasila.register.rows import Rows
from hasila.register.sources import Seen, tasks_of

_BATCH = 400  # reports filed in one transaction at most; larger ones touch each page of the index less often
_EVERY = 1.0  # seconds after which a smaller batch is filed, so that a killed run has little to read again
_TOGETHER = 10  # reports that a worker gets at once
_FEW = 30  # so many are read before other processes would have started

Done = Callable[[int, int], None]
"""Called after every batch with the number of reports filed or known so far, and of those met so far."""


@dataclass
class Added:
    """What an add did, and the reports that it could not read."""

    filed: Filed = field(default_factory=Filed)
    bad: list[BadInput] = field(default_factory=list)


def add(
    sources: Sequence[Path],
    home: Path,
    at: datetime,
    *,
    published: date | datetime | None = None,
    jobs: int | None = None,
    done: Done = lambda filed, met: None,
) -> Added:
    """
    Read and file all reports under `sources`: files, folders, and files with one report a line.

    `at` is the moment of adding, with a time zone; `published` is for reports that do not tell their day; `jobs` is
    the number of processes (None: all cores). Everything filed is in the register when a batch is done; the same call
    after an interruption goes on where it stopped. Raises OSError and Django's database errors.
    """
    desk, seen, result = Desk(home, at), Seen(), Added()
    reader = versions(home)
    batch, filed_at = list[Rows](), time.monotonic()
    for made in _read_all(desk, tasks_of(sources, desk, reader, seen, published), jobs or os.cpu_count() or 1):
        if isinstance(made, BadInput):
            result.bad.append(made)
            continue
        batch.append(made)
        if len(batch) >= _BATCH or time.monotonic() - filed_at > _EVERY:
            result.filed += file_rows(batch)
            batch, filed_at = [], time.monotonic()
            done(result.filed.added + result.filed.reread + seen.known, seen.met)
    if batch:
        result.filed += file_rows(batch)
    result.filed += Filed(known=seen.known)
    done(result.filed.added + result.filed.reread + result.filed.known, seen.met)
    return result


def _read_all(desk: Desk, tasks: Iterator[Task | BadInput], jobs: int) -> Iterator[Rows | BadInput]:
    first = list(islice(tasks, _FEW))
    if len(first) < _FEW or jobs == 1:
        for task in chain(first, tasks):
            yield task if isinstance(task, BadInput) else read_task(desk, task)
        return
    # Spawned, not forked: a fork would share this process's database connection.
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=leave_with_parent) as pool:
        yield from _read_together(pool, desk, chain(first, tasks), 3 * jobs)


def _read_together(
    pool: ProcessPoolExecutor, desk: Desk, tasks: Iterable[Task | BadInput], most: int
) -> Iterator[Rows | BadInput]:
    """Read with many processes, never having more than `most` handfuls of reports on their way."""
    left = iter(tasks)
    running: set[Future[list[Rows | BadInput]]] = set()
    while True:
        while len(running) < most and (some := list(islice(left, _TOGETHER))):
            yield from (task for task in some if isinstance(task, BadInput))
            running.add(pool.submit(read_tasks, desk, [task for task in some if isinstance(task, Task)]))
        if not running:
            return
        ready, running = wait(running, return_when=FIRST_COMPLETED)
        for future in ready:
            yield from future.result()
