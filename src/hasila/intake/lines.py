"""JSON Lines of reports: one record a line, read one by one."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from hasila.intake.bad_input import REPORT_BYTES, REPORT_CHARACTERS, BadInput, too_long
from hasila.intake.when import record_date
from hasila.model.report import Report, report_of

_KINDS = {
    dict: "an object",
    list: "a list",
    bool: "true or false",
    int: "a number",
    float: "a number",
    type(None): "null",
}


class _Wrong(Exception):
    """A sentence that says what is wrong with a record."""


def read_jsonl(lines: Iterable[bytes], *, published: date | datetime | None = None) -> Iterator[Report | BadInput]:
    """
    The reports of JSON Lines with id, title, text, published, outlet and url; other keys are ignored.

    `published` is for records that tell no date of their own. Empty lines are skipped. A record that cannot
    be read gives a BadInput with its id, or with its line where the id is not to be had; the others are read.

    >>> [report] = read_jsonl(['{"id": "7", "text": "قصف", "published": "2019-03-17"}'.encode()])
    >>> report.id, report.text, report.published_from
    ('7', 'قصف', 'record')
    >>> [bad] = read_jsonl([b'{"id": "8", "text": 5}'])
    >>> bad.where, bad.error
    ('8', 'The record\\'s "text" is a number, but must be a string.')
    """
    for number, line in enumerate(lines, start=1):
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) > REPORT_BYTES:
            yield too_long(f"line:{number}")
        elif line.strip():
            yield _read_line(line, f"line:{number}", published)


def _read_line(line: bytes, where: str, published: date | datetime | None) -> Report | BadInput:
    try:
        record = _record(line)
        given = record.get("id")
        if isinstance(given, str) and given and _is_clean(given):
            where = given
        return _report(record, published)
    except _Wrong as wrong:
        return BadInput(where=where, error=str(wrong))


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _Wrong(f"The line is not UTF-8 (byte {error.start + 1}); save the file in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise _Wrong(f"The line is not JSON: {error.msg} at character {error.colno}.") from None
    except ValueError:
        raise _Wrong("The line is not JSON that can be read: a number in it is too long.") from None
    except RecursionError:
        raise _Wrong("The line is not a record: it is nested too deeply.") from None
    if not isinstance(record, dict):
        kind = _KINDS.get(type(record), "a string")
        raise _Wrong(f'The line is {kind}, but must be a JSON object with a "text".')
    return record


def _report(record: dict[str, Any], published: date | datetime | None) -> Report:
    given = {key: _string(record, key) for key in ("id", "title", "text", "outlet", "url")}
    text, title = given["text"], given["title"] or None
    if text is None:
        raise _Wrong('The record has no "text".')
    if len(text) + len(title or "") > REPORT_CHARACTERS:
        raise _Wrong(too_long("").error)
    if not (text.strip() or (title or "").strip()):
        raise _Wrong('The record\'s "text" is empty, and it has no title.')
    if given["id"] == "":
        raise _Wrong('The record\'s "id" is an empty string; give it one, or leave the key out.')
    own = _date(_string(record, "published"))
    report = report_of(
        text,
        title=title,
        published=own or published,
        outlet=given["outlet"] or None,
        url=given["url"] or None,
        id=given["id"],
    )
    return report.model_copy(update={"published_from": "record"}) if own else report


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _Wrong(f'The record\'s "{key}" is {_KINDS[type(value)]}, but must be a string.')
    if not _is_clean(value):
        raise _Wrong(f'The record\'s "{key}" has half a character in it (a lone surrogate), which is no text.')
    return value


def _date(written: str | None) -> date | datetime | None:
    if not written:
        return None
    try:
        return record_date(written)
    except ValueError:
        shown = written if len(written) <= 40 else written[:40] + "…"
        want = "a date like 2019-03-17 or a time like 2019-03-17T21:40:00+03:00"
        raise _Wrong(f'The record\'s "published" is «{shown}», but must be {want}.') from None


def _is_clean(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
