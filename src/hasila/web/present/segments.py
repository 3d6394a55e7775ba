"""
A report's words cut into segments, each with the claims and values that rest on it.

Segments are flat: nested and overlapping quotes become stretches that belong to several claims. They begin and end
between words, never between two letters, so that Arabic letters stay joined whatever a page does with a segment; the
exact offsets stay those of the claims. Offsets count code points.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
    """
    A stretch of one line: its words, the claims and fields ("3:cause") resting on it; `opens`: quotes that begin.

    `control`: a character that turns the direction of the text, shown as a sign. `gap`: so many characters left out.
    """

    start: int
    text: str
    claims: tuple[int, ...] = ()
    fields: tuple[str, ...] = ()
    opens: tuple[int, ...] = ()
    control: str = ""
    gap: int = 0

    @property
    def depth(self) -> int:
        """How many claims quote this stretch, at most 3: what the shading shows."""
        return min(sum(field.endswith(":quote") for field in self.fields), 3)


@dataclass(frozen=True)
class Line:
    """One line of the report: where it starts, and its segments."""

    start: int
    segments: tuple[Segment, ...]


_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SIGNS = str.maketrans(_CONTROLS, "\ufffd" * len(_CONTROLS))
_CUTS = re.compile(f"[\n{_CONTROLS}]")
LONG, ENDS = 8_000, 400
"""A stretch of more characters on which nothing rests is shown by its two ends."""

SHOWN = 200_000
"""So many characters of a report are shown; beyond, only lines on which something rests."""


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


def lines(words: str, marks: Iterable[Mark]) -> list[Line]:
    """
    The lines of a report with their segments. What is too long for a page is left out where nothing rests on it.

    >>> [[s.text for s in line.segments] for line in lines("سطر\\nوقتل اثنان", [Mark(5, 7, 1, "quote")])]
    [['سطر'], ['وقتل', ' اثنان']]
    """
    wide = [Mark(*widened(words, m.start, m.end), m.claim, m.field) for m in marks]
    wide = [m for m in wide if m.start < m.end]
    starting: dict[int, list[Mark]] = {}
    for mark in wide:
        starting.setdefault(mark.start, []).append(mark)
    cuts = {0, len(words)} | {m.start for m in wide} | {m.end for m in wide}
    cuts |= {at for found in _CUTS.finditer(words) for at in found.span()}
    made: list[Line] = []
    current: list[Segment] = []
    began = 0
    open_marks: list[Mark] = []
    for start, end in pairwise(sorted(cuts)):
        open_marks = [m for m in open_marks if m.end > start] + starting.get(start, [])
        if words[start:end] == "\n":
            made.append(Line(began, tuple(current)))
            current, began = [], end
            continue
        current += _shortened(_segment(words, start, end, open_marks))
    made.append(Line(began, tuple(current)))
    return _within(made)


def _segment(words: str, start: int, end: int, marks: Sequence[Mark]) -> Segment:
    text = words[start:end]
    control = f"U+{ord(text):04X}" if text in _CONTROLS else ""
    return Segment(
        start,
        text.translate(_SIGNS) if control else text,
        tuple(sorted({m.claim for m in marks})),
        tuple(dict.fromkeys(f"{m.claim}:{m.field}" for m in marks)),
        tuple(sorted({m.claim for m in marks if m.field == "quote" and m.start == start})),
        control,
    )


def _shortened(segment: Segment) -> list[Segment]:
    """A very long stretch as its beginning, a gap and its end; each piece keeps what rests on it."""
    length = len(segment.text)
    if length <= LONG:
        return [segment]
    first, last = segment.text[:ENDS], segment.text[-ENDS:]
    end = segment.start + length - ENDS
    return [
        replace(segment, text=first),
        Segment(segment.start + ENDS, "", gap=length - 2 * ENDS),
        replace(segment, start=end, text=last, opens=()),
    ]


def _within(made: Sequence[Line]) -> list[Line]:
    """The lines, without those beyond what a page shows; lines with claims stay."""
    kept, shown, left_out = list[Line](), 0, 0
    for line in made:
        length = sum(len(s.text) + s.gap for s in line.segments)
        if shown > SHOWN and not any(s.claims for s in line.segments):
            left_out += length + 1
            continue
        if left_out:
            kept.append(Line(line.start, (Segment(line.start - left_out, "", gap=left_out),)))
            left_out = 0
        kept.append(line)
        shown += sum(len(s.text) for s in line.segments)
    if left_out:
        kept.append(Line(made[-1].start, (Segment(made[-1].start, "", gap=left_out),)))
    return kept


def harmless(text: str) -> str:
    """
    A text for lists and titles: characters that turn the direction of what follows become visible.

    >>> harmless("abc\\u202ecba")
    'abc�cba'
    """
    return text.translate(_SIGNS)
