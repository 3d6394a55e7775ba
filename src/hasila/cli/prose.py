"""
Lines for a terminal with Arabic in them.

Terminals differ: some order Arabic by the Unicode algorithm, some not at all. So letters stay in the order in which
they are read, and each piece of Arabic stands, on each line, between the marks of an isolate: a terminal that knows
them keeps numbers and punctuation beside Arabic where they belong, any other shows nothing for them.
"""

import re
import unicodedata

from rich.cells import cell_len
from rich.text import Text

ISOLATE, END = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
_UNSAFE = {"Cc", "Cf", "Zl", "Zp", "Cs"}
_JOINERS = "\u200c\u200d"  # they change the shape of letters
_WORD = re.compile(r"\S+")


def clean(text: str) -> str:
    """
    Text of others without what a terminal would obey: control characters and marks of direction become spaces or go.

    The number of characters stays, so that offsets hold.

    >>> clean("قصف\\x1b[31m على")
    'قصف [31m على'
    """
    return "".join(
        ch if ch in _JOINERS or unicodedata.category(ch) not in _UNSAFE else "\u200b" if _is_mark(ch) else " "
        for ch in text
    )


def _is_mark(ch: str) -> bool:
    return unicodedata.category(ch) == "Cf"


def foreign(text: str) -> str:
    """
    Words of a report within a line of ours: harmless, in an isolate, so that what stands around them keeps its place.

    >>> foreign("بلدة") == ISOLATE + "بلدة" + END, foreign("")
    (True, '')
    """
    return f"{ISOLATE}{clean(text)}{END}" if text else ""


def shortened(text: str, most: int = 70) -> str:
    """
    The first words of a text, on one line, with … where there are more.

    >>> shortened("قصف على قرية السهل", 12)
    'قصف على قرية…'
    """
    words = " ".join(text[: most + 200].split())
    return words if len(words) <= most else words[: most + 1].rpartition(" ")[0] + "…"


class Prose:
    """A line in the making, of words of ours and of a report; it breaks between words to fit a width."""

    def __init__(self) -> None:
        self._text = Text()
        self._foreign: list[tuple[int, int]] = []

    def say(self, text: str, style: str = "") -> "Prose":
        """Add words of ours."""
        self._text.append(text, style or None)
        return self

    def quote(self, words: str | Text, style: str = "") -> "Prose":
        """Add words of a report: kept apart in an isolate, and harmless."""
        start = len(self._text)
        self._text.append_text(words if isinstance(words, Text) else Text(clean(words), style))
        self._foreign.append((start, len(self._text)))
        return self

    def join(self, other: "Prose") -> "Prose":
        """Add what another holds."""
        shift = len(self._text)
        self._text.append_text(other._text)
        self._foreign += [(a + shift, b + shift) for a, b in other._foreign]
        return self

    @property
    def plain(self) -> str:
        """The words alone."""
        return self._text.plain

    def lines(self, width: int, first: int | None = None) -> list[Text]:
        """The lines, none wider than `width` cells where words allow; the first may be told another width."""
        out: list[Text] = []
        start = end = 0
        room = width if first is None else first
        for word in _WORD.finditer(self._text.plain):
            if end > start and cell_len(self._text.plain[start : word.end()]) > room:
                out.append(self._line(start, end))
                start, room = word.start(), width
            end = word.end()
        out.append(self._line(start, end))
        return out

    def _line(self, start: int, end: int) -> Text:
        line, at = Text(), start
        for a, b in self._foreign:
            a, b = max(a, start), min(b, end)
            if a < b:
                line.append_text(self._text[at:a])
                line.append(ISOLATE).append_text(self._text[a:b]).append(END)
                at = b
        return line.append_text(self._text[at:end])
