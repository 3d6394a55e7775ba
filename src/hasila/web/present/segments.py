"""
A report's words cut into segments, each with the claims and values that rest on it.

Segments are flat: nested and overlapping quotes become stretches that belong to several claims. They begin and end
between words, never between two letters, so that Arabic letters stay joined whatever a page does with a segment; the
exact offsets stay those of the claims. Offsets count code points.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

JOINERS = "\u200c\u200d\u0640"


@dataclass(frozen=True)
class Mark:
    """Words [start, end) on which `field` of the claim with this number rests ("quote": the claim itself)."""

    start: int
    end: int
    claim: int
    field: str


@dataclass(frozen=True)
class Segment:
    """A stretch of one line: its words, and the claims and fields ("3:cause") that rest on it; `opens`: quotes that begin."""

    start: int
    text: str
    claims: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    opens: tuple[int, ...] = ()
    control: str = ""

    @property
    def depth(self) -> int:
        """How many claims quote this stretch, at most 3: what the shading shows."""
        return min(sum(field.endswith(":quote") for field in self.fields), 3)


@dataclass(frozen=True)
class Line:
    """One line of the report: where it starts, and its segments."""

    start: int
    segments: tuple[Segment, ...]


_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def joined(left: str, right: str) -> bool:
    """
    A cut between these two characters would stand within a word.

    >>> joined("م", "ق"), joined("0", "م"), joined(" ", "م"), joined("قَ"[1], "ت")
    (True, False, False, True)
    """
    return _wordy(left) and _wordy(right)


def _wordy(character: str) -> bool:
    return character in JOINERS or unicodedata.category(character)[0] in "LM"


def widened(words: str, start: int, end: int) -> tuple[int, int]:
    """
    The interval with the words that it cuts into taken whole.

    >>> widened("وقتل ثلاثة", 1, 3)
    (0, 4)
    """
    start, end = max(0, min(start, len(words))), max(0, min(end, len(words)))
    for _ in range(LONGEST):
        if not (0 < start < len(words) and joined(words[start - 1], words[start])):
            break
        start -= 1
    for _ in range(LONGEST):
        if not (0 < end < len(words) and joined(words[end - 1], words[end])):
            break
        end += 1
    return start, end


LONGEST = 200
"""No cut is moved further than this: a hostile word of millions of letters is cut where the claim ends."""


def lines(words: str, marks: Iterable[Mark], until: int | None = None) -> list[Line]:
    """The lines of a report with their segments, up to `until` (None: all)."""
    shown = words if until is None else words[:until]
    wide = [(Mark(*widened(shown, m.start, m.end), m.claim, m.field)) for m in marks if m.start < len(shown)]
    wide = [m for m in wide if m.start < m.end]
    cuts = {0, len(shown)} | {m.start for m in wide} | {m.end for m in wide}
    breaks = [n for n, character in enumerate(shown) if character == "\n"]
    controls = [n for n, character in enumerate(shown) if character in _CONTROLS]
    cuts |= {n for at in (*breaks, *controls) for n in (at, at + 1)}
    made: list[Line] = []
    current: list[Segment] = []
    began = 0
    starting: dict[int, list[Mark]] = {}
    for mark in wide:
        starting.setdefault(mark.start, []).append(mark)
    open_marks: list[Mark] = []
    for start, end in pairwise(sorted(cuts)):
        open_marks = [m for m in open_marks if m.end > start] + starting.get(start, [])
        if shown[start:end] == "\n":
            made.append(Line(began, tuple(current)))
            current, began = [], end
            continue
        current.append(_segment(shown, start, end, open_marks))
    made.append(Line(began, tuple(current)))
    return made


def _segment(words: str, start: int, end: int, marks: Sequence[Mark]) -> Segment:
    text = words[start:end]
    control = f"U+{ord(text):04X}" if text in _CONTROLS else ""
    return Segment(
        start,
        "\ufffd" if control else text,
        tuple(sorted({m.claim for m in marks})),
        tuple(dict.fromkeys(f"{m.claim}:{m.field}" for m in marks)),
        tuple(sorted({m.claim for m in marks if m.field == "quote" and m.start == start})),
        control,
    )


def harmless(text: str) -> str:
    """
    A text for lists and titles: characters that turn the direction of what follows become visible.

    >>> harmless("abc\u202ecba")
    'abc\ufffdcba'
    """
    return "".join("\ufffd" if character in _CONTROLS else character for character in text)
