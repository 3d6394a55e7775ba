"""Whatever somebody gives: pages, text and JSON Lines told apart, and a sentence for everything else."""

import io
import json
from collections.abc import Iterator
from datetime import date, datetime

from hasila.intake.bad_input import FILE_BYTES, REPORT_BYTES, BadInput, too_long
from hasila.intake.decode import decode_page, decode_text, marked_encoding
from hasila.intake.lines import read_jsonl
from hasila.intake.page import report_of_page
from hasila.intake.plain import report_of_text, unreadable
from hasila.intake.sniff import binary_kind, control_share, kind_of, other_markup
from hasila.model.report import Report

_HEAD = 100_000  # bytes that tell JSON Lines from a report
_MOST_CONTROLS = 0.02


def read_any(data: bytes, name: str, published: date | datetime | None = None) -> Iterator[Report | BadInput]:
    """
    The reports in some bytes: one of a page or a text, one a line of JSON Lines.

    What they are is decided by content, then by `name`, which also stands in errors. `published` wins over the
    date of a page; of JSON Lines it fills in for records that tell none. Never raises for bad input.

    >>> [report] = read_any("مقتل مدنيين اثنين".encode("utf-16"), "post.txt", date(2019, 3, 17))
    >>> report.text, report.day, report.published_from
    ('مقتل مدنيين اثنين', datetime.date(2019, 3, 17), 'argument')
    >>> next(read_any(b"", "empty.txt")).error
    'The file is empty; give a page, a text file or JSON Lines of reports.'
    """
    if not data.strip():
        error = "is empty" if not data else "has only white space in it"
        yield BadInput(where=name, error=f"The file {error}; give a page, a text file or JSON Lines of reports.")
        return
    what = binary_kind(data)
    if what:
        yield BadInput(where=name, error=f"This is {what}; give a page, a text file or JSON Lines of reports.")
    elif _is_jsonl(data, name):
        yield from read_jsonl(_lines(data), published=published)
    elif len(data) > FILE_BYTES:
        limit = f"{FILE_BYTES // 1_000_000} MB"
        yield BadInput(where=name, error=f"The file is larger than {limit}; a file that large must be JSON Lines.")
    elif len(data) > REPORT_BYTES:
        yield too_long(name)
    else:
        yield _one(data, name, published)


def _one(data: bytes, name: str, published: date | datetime | None) -> Report | BadInput:
    # Pages are forgiven a few bad bytes, texts are not: the text of a report is kept as it is.
    source = decode_page(data)
    if source is None or control_share(source) > _MOST_CONTROLS:
        return unreadable(name, data)
    other = other_markup(source)
    if other:
        return BadInput(where=name, error=f"This is {other}, and read that.")
    if kind_of(source, name) == "page":
        return report_of_page(source, published=published, name=name)
    text = decode_text(data)
    if text is None or "\x00" in text:
        return unreadable(name, data)
    if _is_json_list(text):
        return BadInput(where=name, error="This is a JSON list; write one report a line (JSON Lines) and read that.")
    return report_of_text(text, published=published, name=name)


def _is_jsonl(data: bytes, name: str) -> bool:
    encoding = marked_encoding(data) or "utf-8"
    return kind_of(data[:_HEAD].decode(encoding, "replace").removeprefix("\ufeff"), name) == "jsonl"


def _lines(data: bytes) -> Iterator[bytes]:
    """The lines of JSON Lines, in UTF-8; those of UTF-16 are turned into it."""
    encoding = marked_encoding(data)
    if encoding in (None, "utf-8"):
        return iter(io.BytesIO(data))
    return (
        line.encode("utf-8") for line in io.StringIO(data.decode(encoding or "utf-8", "replace").removeprefix("\ufeff"))
    )


def _is_json_list(text: str) -> bool:
    if not text.lstrip().startswith("["):
        return False
    try:
        return isinstance(json.loads(text), list)
    except (ValueError, RecursionError):
        return False
