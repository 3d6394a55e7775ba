"""Phrases that join two dates: «بين … و…», «من … إلى …», «يومي … و…»."""

from hasila.extract import time_phrases as say
from hasila.extract.time_calendar import calendar_day, month, with_day, year_number
from hasila.extract.time_phrases import InYear, TimePhrase
from hasila.extract.time_plain import dated
from hasila.extract.time_reader import Found, Reader

_SPAN_WORDS = 12  # how far behind «من» its «إلى» may stand


def between(r: Reader, at: int) -> Found | None:
    """«بين 3 و7 شباط», «من 3 إلى 7 شباط 2019», «من صباح السبت حتى مساء الأحد», «بين عامي 2011 و2014»."""
    opened = r.hit(at, "between", "from")
    if not opened:
        return None
    pair = both(r, opened.last)
    if pair:
        return pair
    opens_between = opened.row.says["class"] == "between"
    # «من» is everywhere: without an end near by it opens no span.
    if not opens_between and not any("until" in c or "month" in c for c in r.classes[at + 2 : at + _SPAN_WORDS]):
        return None
    first = _edge(r, opened.last)
    if not first:
        return None
    if opens_between:
        start = r.mark(first[1], "و", "-", "–")
        if start == first[1] and not r.text(start).startswith("و"):
            return None
    else:
        link = r.hit(first[1], "until")
        start = link.last if link else r.mark(first[1], "-", "–")
        if start == first[1]:
            return None
    return _joined(r, first[0], start)


def both(r: Reader, at: int) -> Found | None:
    """«يومي الاثنين والثلاثاء», «شهري نيسان وأيار», «عامي 2016 و2017», «يومي 3 و4 آذار»."""
    opened = r.hit(at, "both")
    first = _edge(r, opened.last) if opened else None
    if not first:
        return None
    start = r.mark(first[1], "و", "-", "–")
    if start == first[1] and not r.text(start).startswith("و"):
        return first if isinstance(first[0], say.Span) else None
    return _joined(r, first[0], start)


def pair(r: Reader, at: int) -> Found | None:
    """«3 و4 شباط», «نيسان وأيار 2018» without a word before them; led by a word of time, or the first is no date."""
    number = r.digits(at)
    if number is not None and 0 < number < 32 and r.text(at + 1) == "و" and r.digits(at + 2) is not None:
        last = calendar_day(r, at + 2)
        if last and isinstance(last[0], say.CalendarDay) and number < last[0].day < 32 and r.hit(at - 1, "in"):
            return say.Span(with_day(last[0], number), last[0]), last[1]
    first = month(r, at)
    if first and isinstance(first[0], say.Month) and r.text(first[1]).startswith("و"):
        second = month(r, first[1], sure=True)
        if second and isinstance(second[0], say.Month):
            joined = _spanned(first[0], second[0])
            return (joined, second[1]) if joined else None
    return None


def _edge(r: Reader, at: int) -> Found | None:
    """One end of a span: a date, a period, a year, or the bare number of a day (as a day of no month yet)."""
    found = dated(r, at, sure=True)
    number = year_number(r, at)
    if number and (not found or found[1] <= number[1]):
        return say.Year(InYear(number=number[0])), number[1]
    if found and not isinstance(found[0], say.PartOfDay | say.Vague | say.Future):
        return found
    day_only = r.digits(at)
    if day_only is not None and 0 < day_only < 32:
        return say.DayOfMonth(day_only, 0), at + 1
    ordinal = r.ordinal(at)
    return (say.DayOfMonth(ordinal[0], 0), ordinal[1]) if ordinal else None


def _joined(r: Reader, first: TimePhrase, at: int) -> Found | None:
    """The span from `first` to the end that begins at a token; day numbers need a date to belong to."""
    second = _edge(r, at)
    if not second:
        return None
    found = _spanned(first, second[0])
    return (found, second[1]) if found else None


def _spanned(first: TimePhrase, last: TimePhrase) -> TimePhrase | None:
    """A span whose first end takes from the last what it leaves unsaid: the month, the year."""
    bare_day = isinstance(first, say.DayOfMonth)
    if isinstance(last, say.CalendarDay):
        if isinstance(first, say.DayOfMonth):
            return say.Span(with_day(last, first.day), last)
        if isinstance(first, say.CalendarDay) and first.year == InYear():
            first = say.CalendarDay(
                first.day, first.month, _year_before(first.month, last.month, last.year), first.calendar
            )
    elif isinstance(last, say.DayOfMonth) and isinstance(first, say.DayOfMonth):
        return say.Span(say.DayOfMonth(first.day, last.back), last) if last.back else None
    elif isinstance(last, say.Month) and isinstance(first, say.Month) and first.year == InYear():
        first = say.Month(first.month, _year_before(first.month, last.month, last.year), first.calendar, first.portion)
    elif bare_day:
        return None
    return say.Span(first, last)


def _year_before(first: int, last: int, year: InYear) -> InYear:
    """The year of a month that a later one follows: the year before, where its number is greater."""
    if first <= last:
        return year
    if year.number is not None:
        return InYear(number=year.number - 1)
    return year if year.back is None else InYear(back=year.back + 1)
