"""The days that a period means: weeks, months, years, their parts, and so many units before publication."""

from datetime import date, timedelta

from hasila.extract import time_phrases as said
from hasila.model.claim import When
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
from hasila.resolve.one_day import check_months, known, year_of

Days = tuple[date, date]

_MONTH_PORTIONS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# Of a year: quarters at its ends, the months between them in the middle (the codebook is silent; coders took quarters).
_YEAR_PORTIONS = {"early": (1, 3), "mid": (4, 9), "late": (10, 12)}


def month_days(phrase: said.Month, published: date | None) -> Days:
    """The days of a month as told ("أيار الماضي", "مطلع الشهر"), by publication where the year is not told."""
    check_months(phrase.month, phrase.second)
    if phrase.calendar == "hijri":
        first, last = _hijri_month(phrase, published)
    else:
        year = _year_of_month(phrase, published)
        first, last = day(year, phrase.month, 1), month_end(year, phrase.month)
    return _portion(first, last, phrase.portion)


def _year_of_month(phrase: said.Month, published: date | None) -> int:
    if phrase.year.number is not None or phrase.year.back is not None:
        return year_of(phrase.year, published)
    month = known(published).month - (1 if phrase.year.past else 0)
    return known(published).year - (1 if phrase.month > month else 0)


def _hijri_month(phrase: said.Month, published: date | None) -> Days:
    year = phrase.year.number or hijri_year(known(published)) - (phrase.year.back or 0)
    first = hijri_day(year, phrase.month, 1)
    if phrase.year.number is None and phrase.year.back is None:
        until = known(published)
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


def week_of_month(number: int, month: Days) -> Days:
    """The days of a week of a month ("الأسبوع الأول من أيار")."""
    first, last = month
    if number >= 5:
        return last - timedelta(days=6), last
    start = first + timedelta(weeks=number - 1)
    return start, start + timedelta(days=6)


def months_of(year: int, first: int, last: int) -> Days:
    """The days of several months ("بين أيار وتموز")."""
    return day(year, first, 1), month_end(year + (1 if last < first else 0), last)


def year_days(phrase: said.Year, published: date | None) -> Days:
    """A year, or its beginning, middle or end."""
    return months_of(year_of(phrase.year, published), *(_YEAR_PORTIONS[phrase.portion] if phrase.portion else (1, 12)))


def part_of_year(phrase: said.PartOfYear, published: date | None) -> Days:
    """From the first day of a month to the last of another, in the next year where that one comes earlier in it."""
    if phrase.year.number is not None or phrase.year.back is not None:
        return months_of(year_of(phrase.year, published), phrase.first, phrase.last)
    year = known(published).year
    started = months_of(year, phrase.first, phrase.last)[0] <= known(published)
    return months_of(year if started else year - 1, phrase.first, phrase.last)


def unit_back(phrase: said.UnitBack, published: date) -> Days:
    """The first to the fourth seven days of a month, or its last seven."""
    if phrase.unit == "week":
        first = monday(published) - timedelta(weeks=phrase.back)
        return first, first + timedelta(days=6)
    if phrase.unit == "month":
        first = months_before(published.replace(day=1), phrase.back)
        return _portion(first, month_end(first.year, first.month), phrase.portion)
    portion = _YEAR_PORTIONS[phrase.portion] if phrase.portion else (1, 12)
    return months_of(published.year - phrase.back, *portion)


def first_of_last(published: date, number: int, unit: said.Unit) -> date:
    """The day that the last so many units begin with; hours reach back to the day before at least (a ruling)."""
    if unit == "hour":
        return published - timedelta(days=max(1, number // 24))
    if unit in ("day", "week"):
        return published - timedelta(days=number * (7 if unit == "week" else 1))
    return months_before(published, number * (12 if unit == "year" else 1))


def told_days(phrase: said.Told, told: When | None) -> Days:
    """A month, or its beginning, middle or end; without its year, the last one begun by publication."""
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
    return months_of(told.to.year + phrase.forward, 1, 12)
