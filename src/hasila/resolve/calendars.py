"""Days of the Gregorian and the Hijri calendar, and counting in months and years."""

import calendar
from datetime import date, timedelta


class Impossible(ValueError):
    """A day, month or year that is in no calendar; its message is a sentence for the reader."""


def day(year: int, month: int, number: int) -> date:
    """
    A day of the Gregorian calendar.

    >>> day(2019, 2, 28)
    datetime.date(2019, 2, 28)
    """
    try:
        return date(year, month, number)
    except ValueError:
        raise Impossible(f"لا يوجد في التقويم يوم {number}/{month}/{year}") from None


def month_end(year: int, month: int) -> date:
    """
    The last day of a month.

    >>> month_end(2020, 2)
    datetime.date(2020, 2, 29)
    """
    day(year, month, 1)
    return date(year, month, calendar.monthrange(year, month)[1])


def months_before(when: date, months: int) -> date:
    """
    The same day so many months before; the last of the month where it has no such day.

    >>> months_before(date(2019, 3, 31), 1)
    datetime.date(2019, 2, 28)
    """
    year, month = divmod(when.year * 12 + when.month - 1 - months, 12)
    if year < 1:
        raise Impossible("هذا التاريخ قبل بداية التقويم")
    return date(year, month + 1, min(when.day, calendar.monthrange(year, month + 1)[1]))


def monday(when: date) -> date:
    """
    The Monday that a day's week begins with.

    >>> monday(date(2019, 3, 14))
    datetime.date(2019, 3, 11)
    """
    return when - timedelta(days=when.weekday())


def hijri_day(year: int, month: int, number: int) -> date:
    """
    The Gregorian day of a day of the Umm al-Qura calendar, which covers 1343 to 1500; moon sightings may differ by one.

    >>> hijri_day(1440, 7, 3)
    datetime.date(2019, 3, 10)
    """
    # hijridate costs start-up time, and few texts bear Hijri dates.
    from hijridate import Hijri

    try:
        found = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        raise Impossible(f"لا يوجد في تقويم أم القرى يوم {number}/{month}/{year}هـ") from None
    return date(found.year, found.month, found.day)


def hijri_month_end(year: int, month: int) -> date:
    """
    The last day of a Hijri month.

    >>> hijri_month_end(1436, 9)
    datetime.date(2015, 7, 16)
    """
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return hijri_day(*following, 1) - timedelta(days=1)


def hijri_year(when: date) -> int:
    """
    The Hijri year of a day.

    >>> hijri_year(date(2019, 3, 14))
    1440
    """
    from hijridate import Gregorian  # as above

    try:
        return int(Gregorian(when.year, when.month, when.day).to_hijri().year)
    except (ValueError, OverflowError):
        raise Impossible(f"تاريخ النشر {when} خارج مدى تقويم أم القرى") from None
