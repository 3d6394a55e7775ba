"""A report given as plain text: kept as it is, to the last space."""

from datetime import date, datetime

from hasila.intake.bad_input import REPORT_BYTES, REPORT_CHARACTERS, BadInput, too_long
from hasila.intake.decode import decode_text
from hasila.intake.sniff import binary_kind, control_share
from hasila.model.report import Report, report_of

TEXT = "a text"


def read_text(
    data: bytes, *, published: date | datetime | None = None, url: str | None = None, name: str = TEXT
) -> Report | BadInput:
    """
    The report that some bytes of text are; page furniture in it stays (see `furniture`), and no title is guessed.

    `published` is the day or moment of publication, `name` stands in errors.

    >>> read_text("\\ufeffمقتل مدنيين اثنين\\n".encode()).words
    'مقتل مدنيين اثنين\\n'
    >>> read_text(b"%PDF-1.7", name="report.pdf").error
    'This is a PDF file, not text; copy its text into a text file and read that.'
    """
    if len(data) > REPORT_BYTES:
        return too_long(name)
    what = binary_kind(data)
    if what:
        return BadInput(where=name, error=f"This is {what}, not text; copy its text into a text file and read that.")
    text = decode_text(data)
    if text is None or control_share(text) > 0.02 or "\x00" in text:
        return unreadable(name, data)
    return report_of_text(text, published=published, url=url, name=name)


def report_of_text(
    text: str, *, published: date | datetime | None = None, url: str | None = None, name: str = TEXT
) -> Report | BadInput:
    """A report of decoded text, or why it is none."""
    if len(text) > REPORT_CHARACTERS:
        return too_long(name)
    if not text.strip():
        return BadInput(where=name, error="There is no text in it; give a file with the report's text.")
    return report_of(text, published=published, url=url)


def unreadable(name: str, data: bytes) -> BadInput:
    """Why bytes that no encoding fits cannot be read."""
    if b"\x00" in data:
        return BadInput(where=name, error="This is a binary file, not text; give a page, a text file or JSON Lines.")
    return BadInput(
        where=name, error="The text is neither in UTF-8 nor in windows-1256; save it in UTF-8 and read it again."
    )
