"""Phrases that a preposition opens or that join two dates: since, during, before, after, until, between, from and to."""

from hasila.extract import time_phrases as say
from hasila.extract.time_calendar import calendar_day, month, with_day, year_number, years
from hasila.extract.time_days import day, full_date
from hasila.extract.time_phrases import InYear, TimePhrase
from hasila.extract.time_reader import Found, Reader
from hasila.extract.time_units import amount, units

_EVENT_WORDS = 9  # how far behind «منذ» the date of the event that it names may stand


def dated(r: Reader, at: int, sure: bool = False) -> Found | None:
    """The longest plain date or period that begins at a token."""
    found = [full_date(r, at), day(r, at, sure), month(r, at, sure), years(r, at), units(r, at)]
    return max((f for f in found if f), key=lambda f: f[1], default=None)


def since(r: Reader, at: int) -> Found | None:
    """«منذ الجمعة», «منذ ثلاثة أيام», «منذ بدء الحرب في 15 نيسان», with the end that is told («حتى أمس»)."""
    opened = r.hit(at, "since")
    if not opened:
        return None
    start, last = _start(r, opened.last)
    if isinstance(start, say.Vague | say.Duration):
        return say.Vague(), last
    if isinstance(start, say.Future | say.Told):
        start = None
    end = _end(r, last)
    if end and start and not isinstance(end[0], say.PartOfDay | say.Until):
        return say.Span(start, end[0]), end[1]
    return say.Since(start), end[1] if end else last


def _start(r: Reader, at: int) -> tuple[TimePhrase | None, int]:
    """What «منذ» counts from, and the token after it."""
    found = dated(r, at, sure=True)
    if found and isinstance(found[0], say.PartOfDay):
        # «منذ الصباح», «منذ ساعات الفجر»: of the day of the report.
        return say.RelativeDay(0), found[1]
    if found:
        return found
    much = amount(r, at)
    if much:
        if much.number == 0:
            return (say.LastUnits(1, "hour") if much.unit == "hour" else say.Vague()), much.last
        return (None if much.more else say.LastUnits(much.number, much.unit)), much.last
    return _event_date(r, at)


def _event_date(r: Reader, at: int) -> tuple[TimePhrase | None, int]:
    """The date that the text gives for the event named behind «منذ», in the same clause."""
    for step in range(at + 1, min(at + _EVENT_WORDS, len(r.tokens))):
        if r.tokens[step].kind in "pb" and r.text(step) not in ("(", "-") or r.hit(step, "clause"):
            break
        found = before(r, step) or dated(r, step)
        if found and not isinstance(found[0], say.Vague | say.PartOfDay | say.Future | say.Told):
            return found
        if r.number(step):
            break
    return None, min(at + 1, len(r.tokens))


def _end(r: Reader, at: int) -> Found | None:
    """«حتى أمس», «، وحتى 5 آذار», «إلى الآن» behind a beginning."""
    start = r.mark(at, ",", "،")
    now = r.hit(start, "now")
    if now:
        return say.Until(say.RelativeDay(0)), now.last
    until = r.hit(start, "until")
    return dated(r, until.last, sure=True) if until else None


def during(r: Reader, at: int) -> Found | None:
    """«خلال الأيام الماضية», «خلال 24 ساعة», «خلال العام», and how long something took («طوال يومين»)."""
    opened = r.hit(at, "during", "lasting")
    if not opened:
        return None
    inner = opened.last
    found = both(r, inner) or between(r, inner) or dated(r, inner, sure=True)
    if found:
        return found
    lasting = opened.row.says["class"] == "lasting"
    much = amount(r, inner)
    if much:
        return _within(r, much.number, much.unit, lasting, inner), much.last
    unit = r.hit(inner, "unit")
    if unit and unit.article and unit.row.says["n"] == 1 and not r.hit(unit.last, "ordinal"):
        if lasting:
            return say.Duration(), unit.last
        name = unit.row.says["unit"]
        return (say.RelativeDay(0) if name == "day" else say.UnitBack(name, 0)), unit.last
    return None


def _within(r: Reader, number: int, unit: say.Unit, lasting: bool, at: int) -> TimePhrase:
    """
    «خلال 24 ساعة», «خلال أسبوع» are told of the last ones; «خلال ثلاثة أيام» says how long, not when.

    One unit without a number is read as the last one, as coders did.
    """
    if lasting or not number:
        return say.Duration() if number else say.Vague()
    if unit == "hour" or (number == 1 and r.hit(at, "unit") and unit != "day"):
        return say.LastUnits(number, unit)
    return say.Duration()


def before(r: Reader, at: int) -> Found | None:
    """«قبل ثلاثة أيام», «قبل نحو عامين»; «قبل أيام» and «قبل عام 2014» give no date."""
    opened = r.hit(at, "before")
    if not opened:
        return None
    told = _from_told(r, opened.last, -1)
    if told:
        return told
    found = dated(r, opened.last)
    if found and not isinstance(found[0], say.PartOfDay):
        return say.Vague(), found[1]
    much = amount(r, opened.last)
    if not much:
        return None
    if r.text(much.last) == "من":
        # Before another event: «قبل ثلاثة أيام من اللقاء».
        return say.Vague(), much.last
    return _ago(much.number, much.unit), much.last


def _ago(number: int, unit: say.Unit) -> TimePhrase:
    """So long ago: to the day in days, else the whole week, month or year so many back."""
    if unit == "hour":
        return say.LastUnits(max(1, number), "hour")
    if not number:
        return say.Vague()
    return say.RelativeDay(number) if unit == "day" else say.UnitBack(unit, number)


def after(r: Reader, at: int) -> Found | None:
    """«بعد 7 أكتوبر حتى أمس» is a period; «بعد ذلك بيومين» counts from the date told; other dates behind «بعد» give none."""
    opened = r.hit(at, "after")
    if not opened:
        return None
    told = _from_told(r, opened.last, 1)
    if told:
        return told
    found = dated(r, opened.last)
    if found and not isinstance(found[0], say.PartOfDay | say.Vague):
        end = _end(r, found[1])
        if end:
            return (say.Since(found[0]) if isinstance(end[0], say.Until) else say.Span(found[0], end[0])), end[1]
        return say.Vague(), found[1]
    much = amount(r, opened.last)
    return (say.Vague(), much.last) if much else None


def _from_told(r: Reader, at: int, sign: int) -> Found | None:
    """«ذلك بيومين», behind «قبل» or «بعد»."""
    if r.text(at) != "ذلك" or not r.text(at + 1).startswith("ب"):
        return None
    much = amount(r, at + 1)
    if not much:
        return None
    if not much.number or much.unit == "hour":
        return say.Vague(), much.last
    return say.Told(much.unit, sign * much.number), much.last


def until(r: Reader, at: int) -> Found | None:
    """«حتى الآن», «حتى مساء أمس»: the day of a running count. «إلى» is a direction unless a beginning stands before it."""
    now = r.hit(at, "now")
    if now:
        return say.Until(say.RelativeDay(0)), now.last
    opened = r.hit(at, "until")
    if not opened or r.text(opened.first).endswith("الي"):
        return None
    found = dated(r, opened.last, sure=True)
    if not found or isinstance(found[0], say.PartOfDay | say.Vague | say.Future | say.Told):
        return None
    return say.Until(found[0]), found[1]


def between(r: Reader, at: int) -> Found | None:
    """«بين 3 و7 شباط», «من 3 إلى 7 شباط 2019», «من صباح السبت حتى مساء الأحد», «بين عامي 2011 و2014»."""
    opened = r.hit(at, "between", "from")
    if not opened:
        return None
    pair = both(r, opened.last)
    if pair:
        return pair
    first = _edge(r, opened.last)
    if not first:
        return None
    if opened.row.says["class"] == "between":
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
        return first[0] if isinstance(first[0], say.Span) else None, first[1]  # type: ignore[return-value]
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
            return _spanned(first[0], second[0]), second[1]
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
