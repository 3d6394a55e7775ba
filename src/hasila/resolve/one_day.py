"""The one day that a phrase means: relative days, weekdays, days of the calendar."""

from datetime import date, timedelta

from hasila.extract import time_phrases as said
from hasila.extract.time_phrases import InYear, TimePhrase
from hasila.resolve.calendars import Impossible, day, hijri_day, hijri_year, monday, months_before

_NO_PUBLICATION = "تاريخ النشر غير معروف، والعبارة لا تدل على يوم من دونه"
_ONE = timedelta(days=1)


def known(published: date | None) -> date:
    """The day of publication; phrases that count from it mean nothing without it."""
    if published is None:
        raise Impossible(_NO_PUBLICATION)
    return published


def year_of(year: InYear, published: date | None) -> int:
    """The number of a year that is told by its number or counted back."""
    if year.number is not None:
        return year.number
    return known(published).year - (year.back if year.back is not None else int(year.past))


def one_day(phrase: TimePhrase, published: date | None) -> date:
    """The day that a phrase of a single day means."""
    match phrase:
        case said.RelativeDay(back, weekday):
            return _beside(known(published) - timedelta(days=back), weekday, known(published))
        case said.Weekday(number, past, weeks):
            return _last_weekday(number, known(published) - (_ONE if past else timedelta())) - timedelta(weeks=weeks)
        case said.DayOfWeek(number, weeks):
            return monday(known(published)) + timedelta(days=number - 7 * weeks)
        case said.DayOfMonth(number, back):
            start = months_before(known(published).replace(day=1), back)
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
    check_months(phrase.month, phrase.second)
    if phrase.calendar == "hijri":
        return _hijri_calendar_day(phrase, published)
    if phrase.year.number is None and phrase.year.back is None:
        last = known(published) - (_ONE if phrase.year.past else timedelta())
        # 29 February comes every fourth year, or eighth.
        for year in range(last.year, last.year - 9, -1):
            if (phrase.month, phrase.day) <= (last.month, last.day) or year < last.year:
                try:
                    return day(year, phrase.month, phrase.day)
                except Impossible:
                    if (phrase.month, phrase.day) != (2, 29):
                        raise
    return day(year_of(phrase.year, published), phrase.month, phrase.day)


def _hijri_calendar_day(phrase: said.CalendarDay, published: date | None) -> date:
    year = phrase.year.number or hijri_year(known(published)) - (phrase.year.back or 0)
    found = hijri_day(year, phrase.month, phrase.day)
    if phrase.year.number is None and phrase.year.back is None and found > known(published):
        found = hijri_day(year - 1, phrase.month, phrase.day)
    # A sighting of the moon may lie a day beside the computed one; the weekday told says which day it was.
    near = [found + timedelta(days=n) for n in (0, 1, -1)]
    return next((d for d in near if d.weekday() == phrase.weekday), found)


def check_months(month: int, second: int | None) -> None:
    """Refuse a month named twice by names of two months («آذار/أبريل»)."""
    if second is not None and second != month:
        raise Impossible(f"اسما الشهر متناقضان: الشهر {month} والشهر {second}")
