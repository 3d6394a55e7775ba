"""Times told beside a harm that are those of something else: what came after it, what it is compared with, what rose."""

from hasila.extract.bond import Bond
from hasila.extract.clause_words import rises_between
from hasila.extract.time_phrases import LastUnits, RelativeDay, Since, Weekday
from hasila.extract.times import TimeMention
from hasila.pack.context import words
from hasila.text.tokens import Document

# Tokens at most between a superlative and the time that it is measured over; and from "after" to the harm.
_MEASURED, _AFTER = 8, 4


def is_beside(document: Document, bond: Bond, time: TimeMention) -> bool:
    """Whether a time in a harm's sentence is not that of the harm."""
    return came_after(document, bond.first, time) or _is_of_rise(document, bond, time)


def is_measured(document: Document, time: TimeMention) -> bool:
    """Whether a time only tells how far a superlative reaches back: "اليوم الأكثر دموية منذ 2014"."""
    first, last = document.sentences[document.sentence_of[time.first]]
    if time.last < last and document.tokens[time.last].text in words("superlative"):
        # "اليوم الأكثر دموية": the day, not today.
        return True
    if time.phrase.kind != "since":
        return False
    before = document.tokens[max(first, time.first - _MEASURED) : time.first]
    return any(t.text in words("superlative") for t in before)


def came_after(document: Document, harm: int, time: TimeMention) -> bool:
    """Whether a time tells what followed a harm: "اجتمع المجلس الثلاثاء بعد مقتل العشرات"."""
    between = document.tokens[max(time.last, harm - _AFTER) : harm + 1]
    return time.first < harm and any(t.text in words("aftermath") for t in between)


def _is_of_rise(document: Document, bond: Bond, time: TimeMention) -> bool:
    """Whether a few days or hours stand before a toll that grows: they are not those of all its dead."""
    phrase = time.phrase
    since_day = isinstance(phrase, Since) and isinstance(phrase.start, RelativeDay | Weekday)
    hours = isinstance(phrase, LastUnits) and phrase.unit in ("hour", "day")
    return (since_day or hours) and time.last <= bond.first and rises_between(document, time.last, bond.last)
