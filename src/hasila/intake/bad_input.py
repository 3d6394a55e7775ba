"""What cannot be read: a place and one sentence, instead of an exception; and the limits of what is read."""

from hasila.model.record import Record

REPORT_CHARACTERS = 5_000_000
REPORT_BYTES = 4 * REPORT_CHARACTERS  # no encoding that we read needs more than four bytes a character
FILE_BYTES = 200_000_000


class BadInput(Record):
    """
    A report that could not be read.

    `where` is the id of the report, "line:N" of a jsonl file (from 1), or the name of the file;
    `error` is one English sentence: what is wrong and what to do.
    """

    where: str
    error: str


def too_long(where: str) -> BadInput:
    """The refusal of a report that is longer than any report is."""
    limit = f"{REPORT_CHARACTERS:,} characters"
    return BadInput(where=where, error=f"The report is longer than {limit}; if it holds several, give each by itself.")
