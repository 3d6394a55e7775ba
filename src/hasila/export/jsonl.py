"""JSON Lines: one row a line, whole; it reads back to the same records."""

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from hasila.export.records import ClaimRow, IncidentRow, Row

# Valid in JSON, but ends of lines to some readers.
_ENDS = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"}


def jsonl_lines(rows: Iterable[Row]) -> Iterator[str]:
    """One line of JSON for each row."""
    for row in rows:
        line = row.model_dump_json()
        for end, written in _ENDS.items():
            line = line.replace(end, written)
        yield line + "\n"


def rows_from_jsonl(lines: Iterable[str]) -> Iterator[Row]:
    """
    The rows of an export. Raises ValueError with a sentence where a line is none.

    >>> list(rows_from_jsonl(["{}"]))
    Traceback (most recent call last):
        ...
    ValueError: Line 1 is no line of an export by hasila.
    """
    for number, line in enumerate(lines, start=1):
        kind = IncidentRow if line.startswith('{"incident"') else ClaimRow
        try:
            yield kind.model_validate_json(line)
        except ValidationError:
            raise ValueError(f"Line {number} is no line of an export by hasila.") from None
