"""Time phrase and day of publication to the interval of days that it means, by the codebook's rulings."""

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from hasila.extract import time_phrases as said
from hasila.extract.time_phrases import TimePhrase
from hasila.model.claim import Precision, When
from hasila.resolve.calendars import Impossible
from hasila.resolve.one_day import known, one_day
from hasila.resolve.periods import (
    Days,
    first_of_last,
    month_days,
    part_of_year,
    told_days,
    unit_back,
    week_of_month,
    year_days,
)

_ONE = timedelta(days=1)
_LENGTHS: tuple[tuple[int, Precision], ...] = ((1, "day"), (6, "days"), (7, "week"), (31, "month"), (366, "year"))
_REASONS = {
    "part": "تدل العبارة على وقت من اليوم ولا تسمّي اليوم",
    "vague": "العبارة مبهمة ولا تدل على يوم أو مدة بعينها",
    "future": "تدل العبارة على وقت لم يأتِ بعد",
    "duration": "تدل العبارة على مدة لا على تاريخ",
}


def resolve_time(phrase: TimePhrase, published: date | None, told: When | None = None) -> When | None:
    """
    The days that a phrase means in a report of that day; None where it gives none (`why_unresolved` says why).

    `told` is the date told before the phrase, for «في اليوم نفسه» and «الشهر ذاته»; without it these stay unknown.

    >>> resolve_time(said.RelativeDay(1), date(2019, 3, 14))
    When(from_=datetime.date(2019, 3, 13), to=datetime.date(2019, 3, 13), precision='day')
    >>> resolve_time(said.CalendarDay(31, 2), date(2019, 3, 14)) is None
    True
    """
    answer = _answer(phrase, published, told)
    return answer if isinstance(answer, When) else None


def why_unresolved(phrase: TimePhrase, published: date | None, told: When | None = None) -> str | None:
    """
    Why a phrase gives no date, in a sentence; None where it gives one.

    >>> why_unresolved(said.CalendarDay(31, 2, said.InYear(2019)), None)
    'لا يوجد في التقويم يوم 31/2/2019'
    """
    answer = _answer(phrase, published, told)
    return answer if isinstance(answer, str) else None


def precision_of(first: date, last: date) -> Precision:
    """
    How precisely an interval tells a day, by its length (conventions 2.7).

    >>> precision_of(date(2019, 3, 4), date(2019, 3, 10))
    'week'
    """
    length = (last - first).days + 1
    return next((name for most, name in _LENGTHS if length <= most), "longer")


@lru_cache(maxsize=10_000)
def _answer(phrase: TimePhrase, published: date | None, told: When | None) -> When | str:
    """The date, or the sentence that says why there is none."""
    try:
        first, last = _days(phrase, published, told)
    except Impossible as problem:
        return str(problem)
    # Nothing told has happened after publication: a month or year that was not over ends there.
    if published and last > published:
        last = published
    if first > last:
        return f"تقع العبارة بعد يوم النشر {published}"
    return When(from_=first, to=last, precision=precision_of(first, last))


def _span(start: TimePhrase, end: TimePhrase, published: date | None, told: When | None) -> Days:
    """From the start of one phrase to the end of another; a start that would come later is the last before the end."""
    last = _days(end, published, told)[1]
    first = _days(start, published, told)[0]
    return (first if first <= last else _days(start, last, told)[0]), last


def _days(phrase: TimePhrase, published: date | None, told: When | None) -> Days:
    """First and last day of a phrase, not yet cut at publication."""
    if told and isinstance(phrase, said.CalendarDay | said.Month) and phrase.year.told:
        phrase = replace(phrase, year=said.InYear(number=told.to.year))
    match phrase:
        case said.RelativeDay() | said.Weekday() | said.DayOfWeek() | said.DayOfMonth() | said.CalendarDay():
            one = one_day(phrase, published)
            return one, one
        case said.Night(morning):
            last = _days(morning, published, told)[1]
            return last - _ONE, last
        case said.Month():
            return month_days(phrase, published)
        case said.WeekOfMonth(number, month):
            return week_of_month(number, month_days(month, published))
        case said.Year():
            return year_days(phrase, published)
        case said.PartOfYear():
            return part_of_year(phrase, published)
        case said.UnitBack():
            return unit_back(phrase, known(published))
        case said.LastUnits(number, unit):
            return first_of_last(known(published), number, unit), known(published)
        case said.Span(start, end):
            return _span(start, end, published, told)
        case said.Since(None):
            raise Impossible("بداية المدة غير مؤرخة في النص")
        case said.Since(start) if start:
            return _days(start, published, told)[0], known(published)
        case said.Until(end):
            return _days(end, published, told)
        case said.Told():
            return told_days(phrase, told)
        case _:
            raise Impossible(_REASONS.get(phrase.kind, _REASONS["vague"]))
