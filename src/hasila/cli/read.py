"""hasila read: from reports to every statement of harm in them, each with the words that it rests on."""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer

from hasila import Gazetteer, Pack, Reading, Report, load_gazetteer, load_pack
from hasila import read as read_report
from hasila.cli.inputs import Given, day_given, given
from hasila.home import home
from hasila.intake import BadInput

T = TypeVar("T")
_QUIET = 2.0  # seconds before progress is worth a line


class Format(StrEnum):
    """How readings are printed."""

    table = "table"
    jsonl = "jsonl"


class Language(StrEnum):
    """The language of the labels."""

    en = "en"
    ar = "ar"


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Pages, texts, .jsonl files of reports, links, or - .")
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication, where the report does not tell it.")
    ] = None,
    format: Annotated[Format, typer.Option(help="table: for reading; jsonl: one line of JSON per report.")] = (
        Format.table
    ),
    lang: Annotated[Language, typer.Option(help="Language of the labels in the table.")] = Language.en,
) -> None:
    """
    Read reports: every statement of harm, with the words it rests on.

    What cannot be read is told in a sentence, the rest is read, and the exit code is then 1.
    """
    readings = _read_all(sources, day_given(published))
    failed = (_print_lines if format is Format.jsonl else _table_printer(lang))(_with_progress(readings))
    if failed:
        raise typer.Exit(1)


Read = tuple[Given, Reading | None]


def _read_all(sources: Sequence[str], published: Any) -> Iterator[Read]:
    """Each report with its reading; None where it cannot be read."""
    pack, gazetteer = load_pack(), load_gazetteer(home())
    for one in given(sources, published):
        yield _read_one(one, pack, gazetteer)


def _read_one(one: Given, pack: Pack, gazetteer: Gazetteer) -> Read:
    if isinstance(one.what, BadInput):
        return one, None
    try:
        return one, read_report(one.what, pack, gazetteer)
    except Exception as error:  # our own mistake in one report must not cost the reader all others
        told = f"hasila itself failed on this report ({type(error).__name__}: {error}); please send it to us as a bug."
        return one._replace(what=BadInput(where=one.what.id, error=told)), None


def record_of(one: Given, reading: Reading | None) -> dict[str, Any]:
    """The JSON record of a report that was given: its claims and events, or why it cannot be read."""
    if reading is None or isinstance(one.what, BadInput):
        assert isinstance(one.what, BadInput)
        return {"id": one.what.where, "error": one.what.error}
    record = reading.model_dump(mode="json")
    if one.record:
        return record
    return {"id": reading.id, **_about(one.what), **{key: record[key] for key in ("claims", "events", "pack")}}


def _about(report: Report) -> dict[str, Any]:
    """What the reader of a page's claims needs to find its words again."""
    keys = ("title", "text", "published", "published_from", "outlet", "url", "extractor")
    return report.model_dump(mode="json", include=set(keys))


def _print_lines(readings: Iterator[Read]) -> int:
    failed = 0
    for one, reading in readings:
        sys.stdout.write(json.dumps(record_of(one, reading), ensure_ascii=False) + "\n")
        failed += reading is None
    return failed


def _table_printer(lang: Language) -> Callable[[Iterator[Read]], int]:
    # Imported here: rich is not needed for lines of JSON, and takes as long to import as a page to read.
    from hasila.cli.table import printer

    show = printer(lang.value)

    def print_tables(readings: Iterator[Read]) -> int:
        failed = 0
        for one, reading in readings:
            if reading is None or isinstance(one.what, BadInput):
                assert isinstance(one.what, BadInput)
                where = one.what.where if one.what.where == one.source else f"{one.source}, {one.what.where}"
                typer.echo(f"{where}: {one.what.error}", err=True)
                failed += 1
            else:
                show(one.what, reading)
        return failed

    return print_tables


def _with_progress(items: Iterator[T]) -> Iterator[T]:
    """The same items; on a terminal that somebody watches, a line that counts them once it takes long."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    began = told = time.monotonic()
    for count, item in enumerate(items, start=1):
        now = time.monotonic()
        if now - began > _QUIET and now - told > 0.2:
            told = now
            sys.stderr.write(f"\r{count} reports read")
            sys.stderr.flush()
        yield item
    if told > began:
        sys.stderr.write("\r" + " " * 40 + "\r")
