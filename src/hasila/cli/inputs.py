"""What a person gives to be read: files, links and standard input, as reports or as a sentence why there is none."""

import io
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

import typer

from hasila.intake import BadInput, read_any, read_jsonl
from hasila.intake.bad_input import FILE_BYTES
from hasila.intake.sniff import kind_of
from hasila.intake.when import record_date
from hasila.model.report import Report

_HEAD = 100_000  # bytes that tell JSON Lines from a report


class Given(NamedTuple):
    """A report or what is wrong; the source as it was given, and whether it is a record of JSON Lines."""

    what: Report | BadInput
    source: str
    record: bool


def given(sources: Sequence[str], published: date | datetime | None = None) -> Iterator[Given]:
    """The reports of all sources, in order; a source that is missing or unreadable does not stop the others."""
    for source in sources:
        try:
            yield from _one(source, published)
        except OSError as error:
            yield Given(BadInput(where=source, error=_of_file(error)), source, False)


def day_given(written: str | None) -> date | datetime | None:
    """
    The value of --published; a sentence and exit code 2 for what is no date.

    >>> day_given("2019-03-17")
    datetime.date(2019, 3, 17)
    """
    if written is None:
        return None
    try:
        return record_date(written)
    except ValueError:
        want = "a date like 2019-03-17 or a time like 2019-03-17T21:40:00+03:00"
        raise typer.BadParameter(f"--published is «{written}», but must be {want}.") from None


def _one(source: str, published: date | datetime | None) -> Iterator[Given]:
    if source.startswith(("http://", "https://")):
        yield from _fetched(source, published)
    elif source == "-":
        if sys.stdin.isatty():
            typer.echo("Type or paste the report; end with Ctrl+D on a line of its own.", err=True)
        yield from _file(sys.stdin.buffer, "standard input", "-", published)
    else:
        path = Path(source)
        if path.is_dir():
            wrong = "This is a folder; give the files in it, as in folder/*.html."
            yield Given(BadInput(where=source, error=wrong), source, False)
            return
        with path.open("rb") as file:
            yield from _file(file, path.name, source, published)


def _file(file: BinaryIO, name: str, source: str, published: date | datetime | None) -> Iterator[Given]:
    head = file.read(_HEAD)
    if kind_of(head.decode("utf-8", "replace").removeprefix("\ufeff"), name) == "jsonl" and b"\x00" not in head:
        # Line by line: files of reports may be larger than memory.
        lines = _lines(head, file)
        for what in read_jsonl(lines, published=published):
            yield Given(what, source, True)
        return
    data = head + file.read(FILE_BYTES + 1 - len(head))
    for what in read_any(data, name, published):
        # In what follows a file is named as the person named it.
        named = what if isinstance(what, Report) or what.where != name else what.model_copy(update={"where": source})
        yield Given(named, source, False)


def _lines(head: bytes, rest: BinaryIO) -> Iterator[bytes]:
    """The lines of a file of which the head has been read."""
    begun = io.BytesIO(head).readlines()
    last = begun.pop() if begun and not begun[-1].endswith(b"\n") else b""
    yield from begun
    first = last + rest.readline()
    if first:
        yield first
    yield from rest


def _fetched(url: str, published: date | datetime | None) -> Iterator[Given]:
    # Imported here: only links need the network.
    from hasila.fetch import FetchRefused, fetch

    try:
        page = fetch(url)
    except FetchRefused as refused:
        yield Given(BadInput(where=url, error=str(refused)), url, False)
        return
    for what in read_any(page.body, url, published):
        known = what.model_copy(update={"url": what.url or page.url}) if isinstance(what, Report) else what
        yield Given(known, url, False)


def _of_file(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file; check the name."
    if isinstance(error, PermissionError):
        return "The file may not be read by you; change its permissions or copy it."
    return f"The file cannot be read: {error.strerror or error}."
