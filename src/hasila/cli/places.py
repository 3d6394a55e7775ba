"""hasila places: the sources of places, adding and removing them, and looking a name up."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hasila.cli.plain_errors import Plain, plain_errors
from hasila.home import home

if TYPE_CHECKING:
    from hasila.model.claim import Candidate
    from hasila.resolve.dumps import Loaded

app = typer.Typer(invoke_without_command=True, no_args_is_help=False)
# The bar moves once for so many bytes: moving it for every line would cost more than reading the line.
_STEP = 200_000


class Format(StrEnum):
    """How results are printed."""

    table = "table"
    jsonl = "jsonl"


FormatOption = Annotated[Format, typer.Option("--format", help="table for people, jsonl for programs.")]


@app.callback()
def places(context: typer.Context, format: FormatOption = Format.table) -> None:
    """List the sources of places that are loaded; or add, remove, find."""
    if context.invoked_subcommand is None:
        with plain_errors():
            _list(format)


@app.command("add")
def add(
    path: Annotated[Path, typer.Argument(help="A GeoNames-layout dump (SY.txt), a folder of them, or an admin1 file.")],
    format: FormatOption = Format.table,
) -> None:
    """Load places from a GeoNames-layout dump, replacing what it loaded before; all files of a folder, or none."""
    with plain_errors(), _bad_dumps_are_plain():
        from hasila.resolve.dumps import add_places  # the gazetteer is read only by the commands that need it

        with _bar() as (start, done):
            loaded = add_places(path, home(), done, start)
    for one in loaded:
        _tell(one, format)
    if not loaded and format is Format.table:
        typer.echo(f"{path.name}: names of provinces are kept for the dumps that are added from now on.")


@app.command("remove")
def remove(name: Annotated[str, typer.Argument(help="A source, as `hasila places` lists it.")]) -> None:
    """Take a source of places away."""
    with plain_errors(), _bad_dumps_are_plain():
        from hasila.resolve.dumps import remove_places  # as above

        removed = remove_places(name, home())
    typer.echo(f"{removed} is removed.")


@app.command("find")
def find(
    name: Annotated[str, typer.Argument(help="A name, or a phrase: قرية الباغوز بريف دير الزور.")],
    format: FormatOption = Format.table,
) -> None:
    """Show the places that a name may mean, each with its score and the reasons; the chosen one has a star."""
    with plain_errors():
        from hasila.resolve.finding import find_place  # as above

        found = find_place(name, home())
        if not found.candidates:
            raise Plain(f"No loaded place is called {name}. Load a gazetteer with: hasila places add SY.txt")
    for candidate in found.candidates:
        _show(candidate, candidate.row == found.row, format)
    if format is Format.table and found.row is None:
        typer.echo(f"None is chosen: {found.why}")


def _list(format: Format) -> None:
    from hasila.resolve.dumps import list_places  # as above

    for source in list_places(home()):
        if format is Format.jsonl:
            typer.echo(json.dumps(source._asdict(), ensure_ascii=False))
        else:
            countries = f"  ({', '.join(source.countries)})" if source.countries else ""
            typer.echo(f"{source.name:10} {source.places:8,} places  {source.file}{countries}")


def _tell(loaded: "Loaded", format: Format) -> None:
    if format is Format.jsonl:
        told = loaded._asdict() | {"malformed": [bad._asdict() for bad in loaded.malformed]}
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    typer.echo(f"{loaded.name}: {loaded.places:,} places with an Arabic name, of {loaded.lines:,} lines.")
    for bad in loaded.malformed:
        typer.echo(f"  line {bad.line} left out: {bad.why}", err=True)
    if loaded.skipped > len(loaded.malformed):
        typer.echo(f"  and {loaded.skipped - len(loaded.malformed)} more lines left out", err=True)


def _show(candidate: "Candidate", chosen: bool, format: Format) -> None:
    if format is Format.jsonl:
        typer.echo(json.dumps(candidate.model_dump() | {"chosen": chosen}, ensure_ascii=False))
        return
    where = ", ".join(filter(None, (candidate.admin1, candidate.country)))
    typer.echo(f"{'*' if chosen else ' '} {candidate.score:.2f}  {candidate.name}  {candidate.level}  {where}")
    typer.echo(f"        {candidate.lat:.4f}, {candidate.lon:.4f}  {candidate.row}")
    typer.echo(f"        {candidate.why}")


@contextmanager
def _bad_dumps_are_plain() -> Iterator[None]:
    from hasila.resolve.dumps import BadDump  # as above

    try:
        yield
    except BadDump as bad:
        raise Plain(str(bad)) from bad


@contextmanager
def _bar() -> Iterator[tuple[Callable[[int], None], Callable[[int], None]]]:
    """A bar of the bytes read, where somebody watches: what is to come, and what was read."""
    if not sys.stderr.isatty():
        yield (lambda _: None), (lambda _: None)
        return
    from rich.console import Console  # only where a bar is drawn
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("places"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("places", total=None)
        waiting = 0

        def done(size: int) -> None:
            nonlocal waiting
            waiting += size
            if waiting >= _STEP:
                progress.advance(task, waiting)
                waiting = 0

        yield (lambda total: progress.update(task, total=total)), done
