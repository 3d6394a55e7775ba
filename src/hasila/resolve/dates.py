"""Time phrase and day of publication to the interval of days that it means, by the codebook's rulings."""

from datetime import date, timedelta
from functools import lru_cache

from hasila.extract import time_phrases as said
from hasila.extract.time_phrases import InYear, TimePhrase
from hasila.model.claim import Precision, When
from hasila.resolve.calendars import (
    Impossible,
    day,
    hijri_day,
    hijri_month_end,
    hijri_year,
    monday,
    month_end,
    months_before,
)

Days = tuple[date, date]

_NO_PUBLICATION = "تاريخ النشر غير معروف، والعبارة لا تدل على يوم من دونه"
_ONE = timedelta(days=1)
_MONTH_PORTIONS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# Of a year: quarters at its ends, the months between them in the middle (the codebook is silent; coders took quarters).
_YEAR_PORTIONS = {"early": (1, 3), "mid": (4, 9), "late": (10, 12)}


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

    >>> why_unresolved(said.CalendarDay(31, 2, InYear(2019)), None)
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
    for most, name in ((1, "day"), (6, "days"), (7, "week"), (31, "month"), (366, "year")):
        if length <= most:
            return name  # type: ignore[return-value]
    return "longer"


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


def _known(published: date | None) -> date:
    if published is None:
        raise Impossible(_NO_PUBLICATION)
    return published


def _days(phrase: TimePhrase, published: date | None, told: When | None) -> Days:
    """First and last day of a phrase, not yet cut at publication."""
    match phrase:
        case said.RelativeDay() | said.Weekday() | said.DayOfWeek() | said.DayOfMonth() | said.CalendarDay():
            one = _one_day(phrase, published)
            return one, one
        case said.Night(morning):
            last = _days(morning, published, told)[1]
            return last - _ONE, last
        case said.Month():
            return _month(phrase, published)
        case said.WeekOfMonth(number, month):
            return _week_of_month(number, _month(month, published))
        case said.Year(year, portion):
            return _months_of(_year(year, published), *(_YEAR_PORTIONS[portion] if portion else (1, 12)))
        case said.PartOfYear():
            return _part_of_year(phrase, published)
        case said.UnitBack():
            return _unit_back(phrase, _known(published))
        case said.LastUnits(number, unit):
            return _before(_known(published), number, unit), _known(published)
        case said.Span(start, end):
            return _days(start, published, told)[0], _days(end, published, told)[1]
        case said.Since(None):
            raise Impossible("تُسمّى البداية بحدث لا بتاريخ، والنص لا يؤرخه")
        case said.Since(start) if start:
            return _days(start, published, told)[0], _known(published)
        case said.Until(end):
            return _days(end, published, told)
        case said.Told():
            return _told(phrase, told)
        case _:
            raise Impossible(_REASONS.get(phrase.kind, _REASONS["vague"]))


_REASONS = {
    "part": "تدل العبارة على وقت من اليوم ولا تسمّي اليوم",
    "vague": "العبارة مبهمة ولا تدل على يوم أو مدة بعينها",
    "future": "تدل العبارة على وقت لم يأتِ بعد",
    "duration": "تدل العبارة على مدة لا على تاريخ",
}


def _one_day(phrase: TimePhrase, published: date | None) -> date:
    match phrase:
        case said.RelativeDay(back, weekday):
            return _beside(_known(published) - timedelta(days=back), weekday, _known(published))
        case said.Weekday(number, past, weeks):
            return _last_weekday(number, _known(published) - (_ONE if past else timedelta())) - timedelta(weeks=weeks)
        case said.DayOfWeek(number, weeks):
            return monday(_known(published)) + timedelta(days=number - 7 * weeks)
        case said.DayOfMonth(number, back):
            start = months_before(_known(published).replace(day=1), back)
            return day(start.year, start.month, number)
        case said.CalendarDay():
            return _calendar_day(phrase, published)
    raise TypeError(phrase)


def _last_weekday(number: int, until: date) -> date:
    """The last such day of the week up to a day, itself included."""
    return until - timedelta(days=(until.weekday() - number) % 7)


def _beside(told: date, weekday: int | None, published: date) -> date:
    """
    The day that a relative word and a weekday tell together («أمس السبت»): the weekday holds.

    Reports are often published, or dated, a day or two after they were written: «اليوم الاثنين» on a Tuesday is Monday.
    """
    if weekday is None or told.weekday() == weekday:
        return told
    found = _last_weekday(weekday, published)
    if abs((told - found).days) > 3:
        raise Impossible(f"تناقض بين اليوم المذكور واسمه: لا يقع هذا اليوم من الأسبوع قرب {told}")
    return found


def _calendar_day(phrase: said.CalendarDay, published: date | None) -> date:
    _check_months(phrase.month, phrase.second)
    if phrase.calendar == "hijri":
        return _hijri_calendar_day(phrase, published)
    if phrase.year.number is None and phrase.year.back is None:
        last = _known(published) - (_ONE if phrase.year.past else timedelta())
        # 29 February comes every fourth year, or eighth.
        for year in range(last.year, last.year - 9, -1):
            if (phrase.month, phrase.day) <= (last.month, last.day) or year < last.year:
                try:
                    return day(year, phrase.month, phrase.day)
                except Impossible:
                    if (phrase.month, phrase.day) != (2, 29):
                        raise
    return day(_year(phrase.year, published), phrase.month, phrase.day)


def _hijri_calendar_day(phrase: said.CalendarDay, published: date | None) -> date:
    year = phrase.year.number or hijri_year(_known(published)) - (phrase.year.back or 0)
    found = hijri_day(year, phrase.month, phrase.day)
    if phrase.year.number is None and phrase.year.back is None and found > _known(published):
        found = hijri_day(year - 1, phrase.month, phrase.day)
    # A sighting of the moon may lie a day beside the computed one; the weekday told says which day it was.
    near = [found + timedelta(days=n) for n in (0, 1, -1)]
    return next((d for d in near if d.weekday() == phrase.weekday), found)


def _check_months(month: int, second: int | None) -> None:
    if second is not None and second != month:
        raise Impossible(f"اسما الشهر متناقضان: الشهر {month} والشهر {second}")


def _year(year: InYear, published: date | None) -> int:
    if year.number is not None:
        return year.number
    return _known(published).year - (year.back if year.back is not None else int(year.past))


def _month(phrase: said.Month, published: date | None) -> Days:
    _check_months(phrase.month, phrase.second)
    if phrase.calendar == "hijri":
        first, last = _hijri_month(phrase, published)
    else:
        year = _year_of_month(phrase, published)
        first, last = day(year, phrase.month, 1), month_end(year, phrase.month)
    return _portion(first, last, phrase.portion)


def _year_of_month(phrase: said.Month, published: date | None) -> int:
    if phrase.year.number is not None or phrase.year.back is not None:
        return _year(phrase.year, published)
    month = _known(published).month - (1 if phrase.year.past else 0)
    return _known(published).year - (1 if phrase.month > month else 0)


def _hijri_month(phrase: said.Month, published: date | None) -> Days:
    year = phrase.year.number or hijri_year(_known(published)) - (phrase.year.back or 0)
    first = hijri_day(year, phrase.month, 1)
    if phrase.year.number is None and phrase.year.back is None:
        until = _known(published)
        if first > until or (phrase.year.past and hijri_month_end(year, phrase.month) >= until):
            year -= 1
            first = hijri_day(year, phrase.month, 1)
    return first, hijri_month_end(year, phrase.month)


def _portion(first: date, last: date, portion: said.Portion | None) -> Days:
    """Early, mid, late month: days 1-10, 11-20, 21 to the end (a ruling)."""
    if portion is None:
        return first, last
    start, end = _MONTH_PORTIONS[portion]
    return first + timedelta(days=start - 1), min(first + timedelta(days=end - 1), last)


def _week_of_month(number: int, month: Days) -> Days:
    first, last = month
    if number >= 5:
        return last - timedelta(days=6), last
    start = first + timedelta(weeks=number - 1)
    return start, start + timedelta(days=6)


def _months_of(year: int, first: int, last: int) -> Days:
    return day(year, first, 1), month_end(year + (1 if last < first else 0), last)


def _part_of_year(phrase: said.PartOfYear, published: date | None) -> Days:
    if phrase.year.number is not None or phrase.year.back is not None:
        return _months_of(_year(phrase.year, published), phrase.first, phrase.last)
    year = _known(published).year
    started = _months_of(year, phrase.first, phrase.last)[0] <= _known(published)
    return _months_of(year if started else year - 1, phrase.first, phrase.last)


def _unit_back(phrase: said.UnitBack, published: date) -> Days:
    if phrase.unit == "week":
        first = monday(published) - timedelta(weeks=phrase.back)
        return first, first + timedelta(days=6)
    if phrase.unit == "month":
        first = months_before(published.replace(day=1), phrase.back)
        return _portion(first, month_end(first.year, first.month), phrase.portion)
    portion = _YEAR_PORTIONS[phrase.portion] if phrase.portion else (1, 12)
    return _months_of(published.year - phrase.back, *portion)


def _before(published: date, number: int, unit: said.Unit) -> date:
    """The day that the last so many units begin with; hours reach back to the day before at least (a ruling)."""
    if unit == "hour":
        return published - timedelta(days=max(1, number // 24))
    if unit in ("day", "week"):
        return published - timedelta(days=number * (7 if unit == "week" else 1))
    return months_before(published, number * (12 if unit == "year" else 1))


def _told(phrase: said.Told, told: When | None) -> Days:
    if told is None:
        raise Impossible("تُحيل العبارة إلى تاريخ ذُكر قبلها، ولم يُعرف")
    if phrase.unit == "day":
        days = timedelta(days=phrase.forward)
        return (told.from_ + days, told.to + days) if phrase.forward <= 0 else (told.to + days, told.to + days)
    if phrase.unit == "week":
        first = monday(told.to) + timedelta(weeks=phrase.forward)
        return first, first + timedelta(days=6)
    if phrase.unit == "month":
        first = months_before(told.to.replace(day=1), -phrase.forward)
        return _portion(first, month_end(first.year, first.month), phrase.portion)
    return _months_of(told.to.year + phrase.forward, 1, 12)
