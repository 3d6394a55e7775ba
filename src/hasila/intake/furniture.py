"""Page furniture: the lines of a report's words that are the page's and not the report's.

The words are never changed: furniture is marked by ranges of code points, and the extractor looks elsewhere.
Cutting prose is worse than leaving a headline, so every rule asks for prose around it.
"""

import re
from dataclasses import dataclass

from hasila.intake.furniture_rows import EDGE, Cut, letters, plain, row_of

# Headlines end in ؟ and !, sentences of news hardly ever.
_ENDS_AS_SENTENCE = re.compile(r"[.۔][\s\"'»”“’)\]\u200e\u200f]*$")
_TRAILS_OFF = re.compile(r"(?:…|\.\.+)[\s\])»”\"]*$")
_LIST_ITEM = re.compile(r"[\W_]*\d+\s*[-_.):/ـ–]|[-–—•●▪◾■➖*✔✅🔴🔸🔹🔻🟥🟢📌⭕]")
_LIST_IS_COMING = re.compile(r"[:：]\W*$|(?:وهم|هم|كالتالي|كالاتي|التالي|التاليه|الاتي|التاليين|اسماء\S*|اسماؤهم)\W*$")

_SENTENCE = 8  # words that a line needs to be prose, where it ends as a sentence
_PARAGRAPH = 24  # words that make a line prose, however it ends
_HEADLINE = 16  # words of the longest headline
_TAG = 2  # words of the longest tag
_NAV = 3  # words of the longest line of a menu


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    words: int
    cut: Cut | None
    goes_on: bool  # the line says more than the row's form
    prose: bool
    marked: bool = False

    @property
    def whole_sentence(self) -> bool:
        return self.prose and bool(_ENDS_AS_SENTENCE.search(self.text))


def furniture(words: str) -> list[tuple[int, int]]:
    """
    Half-open ranges of code points, sorted and disjoint, of the lines of `words` that are page furniture.

    - block headers ("مقالات ذات صلة") with the headlines under them, comments and all that follows them;
    - links to other reports ("اقرأ أيضاً: ..."), share counters, names of networks, copyright, section names;
    - menus before the first prose and headlines or clouds of tags after the last.

    >>> page = "قُتل مدنيان في غارة على أطراف البلدة مساء اليوم.\\n6 126 1\\nمقالات ذات صلة\\nمقتل تسعة في الينبوع"
    >>> [page[start:end] for start, end in furniture(page)]
    ['6 126 1\\nمقالات ذات صلة\\nمقتل تسعة في الينبوع']
    """
    lines = _lines(words)
    _mark_rows(lines)
    _mark_menu(lines)
    _mark_tail(lines)
    _mark_numbers(lines)
    return _with_links(words, _ranges(lines))


# A link told behind the prose of its own paragraph: "... مساء اليوم. اقرأ أيضاً: مقتل تسعة في الينبوع".
_LINK = re.compile(r"(?<=[.!؟»”\"])\s+([اإ]قر[أا]|طالع|شاهد)\s+[أا]يض[اً]{1,2}\s*:[^\n]*")

# The keywords with which a text ends, on the line of its last sentence: "... مساء اليوم. سمات حلب قصف".
_KEYWORDS = re.compile(r"(?<=[.!؟»”\"])\s+((?:سمات|الوسوم|وسوم)\s[\w \u0640\u200c]{3,160})\s*\Z")


def _with_links(words: str, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    links = [(m.start(1), m.end()) for pattern in (_LINK, _KEYWORDS) for m in pattern.finditer(words)]
    free = [(a, b) for a, b in links if not any(start < b and a < end for start, end in ranges)]
    return sorted([*ranges, *free])


def _lines(words: str) -> list[_Line]:
    lines, at = [], 0
    for raw in words.split("\n"):
        text = raw.strip(EDGE)
        if text:
            start = at + raw.index(text[0])
            count = len(text.split())
            row, goes_on = row_of(text) or (None, False)
            prose = not row and is_prose(text, count)
            lines.append(_Line(start, start + len(text), text, count, row.cuts if row else None, goes_on, prose))
        at += len(raw) + 1
    return lines


def is_prose(text: str, words: int | None = None) -> bool:
    """
    Whether a line reads as a paragraph of a report: a sentence that ends, or many words; a teaser trails off.

    >>> is_prose("قُتل مدنيان في غارة على أطراف البلدة مساء اليوم."), is_prose("مقتل مدنيين في غارة على البلدة")
    (True, False)
    """
    words = len(text.split()) if words is None else words
    if words < _SENTENCE or _TRAILS_OFF.search(text):
        return False
    return words >= _PARAGRAPH or bool(_ENDS_AS_SENTENCE.search(text))


def _mark_rows(lines: list[_Line]) -> None:
    for at, line in enumerate(lines):
        # A report may bear a link's form in its own title: «شاهد: ...».
        if line.marked or not line.cut or (at == 0 and line.goes_on):
            continue
        line.marked = True
        if line.cut == "link" and not line.goes_on:
            _mark_headline(lines, at + 1)
        elif line.cut == "rest" and _report_is_over(lines, at):
            _mark(lines, at + 1, len(lines))
        elif line.cut == "rest":
            _mark_tags(lines, at + 1)
        elif line.cut == "section" or (line.cut == "name" and _paragraphs(lines, at) >= 2):
            _mark(lines, at + 1, _resumption(lines, at + 1))


def _paragraphs(lines: list[_Line], stop: int) -> int:
    return sum(line.prose for line in lines[:stop])


def _mark_tags(lines: list[_Line], first: int) -> None:
    for line in lines[first:]:
        if line.words > _TAG:
            return
        line.marked = True


def _mark(lines: list[_Line], first: int, stop: int) -> None:
    for line in lines[first:stop]:
        line.marked = True


def _mark_headline(lines: list[_Line], at: int) -> None:
    """A link whose own line says only «اقرأ أيضاً» has its headline on the next, or up to four before prose goes on."""
    stop = at
    while stop < len(lines) and _reads_as_headline(lines[stop]):
        stop += 1
    goes_on = stop < len(lines) and lines[stop].prose and stop - at <= 4
    if not goes_on and _paragraphs(lines, at) >= 2 and not any(line.prose for line in lines[at:]):
        # «التالي» below a whole report: headlines of others, and no prose any more.
        stop = len(lines)
    else:
        stop = stop if goes_on else min(at + 1, stop)
    _mark(lines, at, stop)


def _reads_as_headline(line: _Line) -> bool:
    if line.cut or line.prose or line.words > _HEADLINE:
        return False
    return not (_LIST_IS_COMING.search(plain(line.text)) or _ENDS_AS_SENTENCE.search(line.text))


def _resumption(lines: list[_Line], first: int) -> int:
    """
    Where prose goes on after a block of headlines, or the end of the text.

    A teaser is one paragraph between headlines; a report goes on with a second one, or with a whole last sentence.
    Where no prose has been read yet and none is to come, nothing tells headlines from the report: it goes on at once.
    """
    for at in range(first, len(lines)):
        if not lines[at].prose:
            continue
        after = lines[at + 1] if at + 1 < len(lines) else None
        if (after and after.prose) or (lines[at].whole_sentence and (after is None or after.cut)):
            return at
    return len(lines) if any(line.prose for line in lines[:first]) else first


def _report_is_over(lines: list[_Line], at: int) -> bool:
    """Whether a header of comments stands below the report: not a counter between the lead and the body."""
    before = [line.words for line in lines[:at] if line.prose]
    if len(before) >= 3 or sum(before) >= 60:
        return True
    return bool(before) and sum(before) >= sum(line.words for line in lines[at:] if line.prose)


def _first_and_last_prose(lines: list[_Line]) -> tuple[int, int] | None:
    prose = [at for at, line in enumerate(lines) if line.prose and not line.marked]
    return (prose[0], prose[-1]) if prose else None


def _mark_menu(lines: list[_Line]) -> None:
    """Three or more lines of one to three words before the first prose are a menu; a headline among them stays."""
    span = _first_and_last_prose(lines)
    if not span:
        return
    menu = [line for line in lines[: span[0]] if line.words <= _NAV and _could_be_menu(line.text)]
    # Names of victims are short lines too: a menu shows itself by the name of a section.
    if len(menu) >= 3 and any(line.cut == "name" for line in menu):
        for line in menu:
            line.marked = True


def _could_be_menu(text: str) -> bool:
    return not (_LIST_IS_COMING.search(text) or _LIST_ITEM.match(text) or any(ch.isdigit() or ch == "#" for ch in text))


def _mark_tail(lines: list[_Line]) -> None:
    """Three or more headlines, or a cloud of tags, at the very end after prose that ends as sentences do."""
    span = _first_and_last_prose(lines)
    if not span:
        return
    tail = [line for line in lines[span[1] + 1 :] if not line.marked]
    sentences = sum(line.whole_sentence for line in lines[: span[1] + 1] if not line.marked)
    if len(tail) < 3 or sentences < 2 or not lines[span[1]].whole_sentence:
        return
    if any(_speaks_on(line.text) for line in tail):
        return
    mean = sum(line.words for line in tail) / len(tail)
    # Between a cloud of tags and headlines lie lists of names: three to five words a line.
    if mean >= 6 or mean <= 1.8:
        for line in tail:
            line.marked = True


def _speaks_on(text: str) -> bool:
    """Whether a line after the last paragraph belongs to the report: a list, its opening, or a sentence."""
    if _TRAILS_OFF.search(text):
        return False
    if len(text.split()) > _HEADLINE:
        return True
    return bool(_LIST_ITEM.match(text) or _LIST_IS_COMING.search(plain(text)) or _ENDS_AS_SENTENCE.search(text))


def _mark_numbers(lines: list[_Line]) -> None:
    """Counters: two or more bare numbers on a line, or one beside other furniture."""
    for at, line in enumerate(lines):
        if line.marked or line.words > 8 or letters(line.text) or not any(ch.isdigit() for ch in line.text):
            continue
        if _is_date(line.text):
            continue
        beside = any(other.marked for other in lines[max(at - 1, 0) : at + 2])
        if beside or len(re.findall(r"\d+", line.text)) >= 2:
            line.marked = True


def _is_date(text: str) -> bool:
    return bool(re.fullmatch(r"\d{1,4}[-/.:]\d{1,2}(?:[-/.:]\d{1,4})?(?:\s+\d{1,2}:\d{2})?", text))


def _ranges(lines: list[_Line]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    joined = False
    for line in lines:
        if line.marked and joined:
            ranges[-1] = (ranges[-1][0], line.end)
        elif line.marked:
            ranges.append((line.start, line.end))
        joined = line.marked
    return ranges
