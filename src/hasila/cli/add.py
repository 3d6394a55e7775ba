"""hasila add: read reports and file them in the register."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.cli.plain_errors import Plain, plain_errors
from hasila.cli.register_door import open_register
from hasila.home import home

if TYPE_CHECKING:
    from hasila.register.adding import Added, Done


def add(
    sources: Annotated[list[Path], typer.Argument(help="Files, folders, or .jsonl files with one report a line.")],
    published: Annotated[str | None, typer.Option(help="Day of publication, for reports that do not tell it.")] = None,
    jobs: Annotated[int, typer.Option(min=0, help="Number of processes; 0: one for each core.")] = 0,
) -> None:
    """
    Read reports and file them in the register. What is there already is not read again, and an interrupted add goes on.

    Reports that cannot be read are listed at the end, and the exit code is then 1; all others are filed.
    """
    with plain_errors():
        day = _day(published)
        open_register(create=True)
        from hasila.register.adding import add as add_reports  # needs Django, which the door has set up

        with _progress() as done:
            added = add_reports(sources, home(), datetime.now(UTC), published=day, jobs=jobs or None, done=done)
    _tell(added)


def _tell(added: "Added") -> None:
    filed = added.filed
    typer.echo(f"{filed.added} added, {filed.reread} read again, {filed.known} known already.")
    for bad in added.bad:
        typer.echo(f"Not read: {bad.where}: {bad.error}", err=True)
    if added.bad:
        raise typer.Exit(1)


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    from hasila.intake.when import record_date  # small, but needed only with --published

    try:
        return record_date(written)
    except ValueError:
        raise Plain(f"--published is «{written}», but must be a date like 2019-03-17.") from None


@contextmanager
def _progress() -> "Iterator[Done]":
    """A line on a terminal that counts; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda filed, met: None
        return
    from rich.console import Console  # slow to import, and only a terminal needs it

    console = Console(stderr=True)
    with console.status("…") as line:
        yield lambda filed, met: line.update(f"{filed} reports filed, {met} met")
