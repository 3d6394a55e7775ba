"""Dates of a calendar: days, months and years by their names and numbers."""

import re
from typing import Any, cast

from hasila.extract import time_phrases as say
from hasila.extract.time_phrases import InYear
from hasila.extract.time_reader import Found, Reader
from hasila.pack.lexicon import Hit

_PARTS = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})")
_TWO_PARTS = re.compile(r"(\d{1,2})[/](\d{1,4})")
_LEADS = ("in", "since", "during", "until", "between", "from", "portion", "before", "after", "joint", "day", "both")


def year_number(r: Reader, at: int) -> tuple[int, int] | None:
    """Four digits that are a year (or a Hijri year), with «م», «هـ» and the like, and the token after them."""
    value = r.digits(at)
    if value is None or len(r.text(at)) != 4 or not (1900 <= value < 2100 or 1300 <= value <= 1500):
        return None
    return value, r.after(at + 1, "era")


def led(r: Reader, at: int) -> bool:
    """Whether the word before a token opens a time («في», «منذ», «خلال», a parenthesis)."""
    before = r.text(at - 1)
    if before in ("(", "من", "و"):
        return True
    return any(h.last == at for back in (1, 2) for h in r.hits(at - back) if h.row.says["class"] in _LEADS)


def which_back(hit: Hit | None) -> int | None:
    """«الجاري» 0, «الماضي» 1, «قبل الماضي» 2, «المقبل» -1; None without a hit."""
    return {"this": 0, "past": 1, "before_past": 2, "next": -1}[hit.row.says["which"]] if hit else None


def year(r: Reader, at: int) -> tuple[InYear, int] | None:
    """The year behind a day or month: «2019», «من العام الماضي», «للعام 2023م», «الماضي», «هذا العام»."""
    start = r.mark(at, "من", "في") if r.text(at) in ("من", "في") else at
    numbered = year_number(r, r.mark(start, ",", "،", "/", "-"))
    if numbered:
        return InYear(number=numbered[0]), numbered[1]
    demonstrative = r.hit(start, "demonstrative")
    unit = r.unit(demonstrative.last if demonstrative else start, "year", 1)
    if unit:
        numbered = year_number(r, unit.last)
        if numbered:
            return InYear(number=numbered[0]), numbered[1]
        which = r.hit(unit.last, "which")
        if which or demonstrative:
            return InYear(back=which_back(which) or 0), which.last if which else unit.last
        same = r.hit(unit.last, "same")
        return (InYear(told=True), same.last) if same else None
    which = r.hit(at, "which")
    if which:
        back = which_back(which)
        return (InYear(past=True) if back == 1 else InYear(back=back)), which.last
    return None


def _month_name(r: Reader, at: int) -> Hit | None:
    """A month's name; with a preposition or an article attached it is another word (لأب، الآب)."""
    hit = r.hit(at, "month")
    # «إب» is a city and «أب» a father; only «آب», or «اب» where more than «في» says that it is a month, is August.
    if hit and r.text(at).endswith("اب") and r.written(at).endswith(("إب", "أب")):
        return None
    if hit is None or hit.prefix not in ("", "و", "ف"):
        return None
    return hit if not hit.article or hit.row.says.get("calendar") == "hijri" else None


def month_names(r: Reader, at: int) -> tuple[int, say.Calendar, int | None, int] | None:
    """A month by one name or two («آذار/مارس», «يوليو (تموز)»): number, calendar, another second month, the end."""
    hit = _month_name(r, at)
    if not hit:
        return None
    month, calendar = int(hit.row.says["month"]), hit.row.says.get("calendar", "gregorian")
    sep = r.text(hit.last)
    begins = hit.last + 1 if sep in ("/", "-", "–", "(", "|") else hit.last
    other = _month_name(r, begins)
    if not other or other.row.says.get("calendar", "gregorian") != calendar:
        return month, cast(say.Calendar, calendar), None, hit.last
    same = other.row.says["month"] == month
    if sep == "(" and r.text(other.last) != ")":
        return month, cast(say.Calendar, calendar), None, hit.last
    if not same and sep not in ("/", "("):
        return month, cast(say.Calendar, calendar), None, hit.last
    last = other.last + 1 if sep == "(" else other.last
    return month, cast(say.Calendar, calendar), None if same else int(other.row.says["month"]), last


def day_number(r: Reader, at: int) -> tuple[int, int] | None:
    """The number of a day: «14», «الرابع عشر»; any two digits, since the 45th is to be refused, not overlooked."""
    value = r.digits(at)
    if value is not None:
        return (value, at + 1) if value < 100 else None
    return r.ordinal(at)


def calendar_day(r: Reader, at: int, sure: bool = False) -> Found | None:
    """A day of a month. `sure`: the words before say that a date follows, so that «5/3» is one."""
    return _numeric(r, at, sure or led(r, at)) or _day_and_month(r, at) or _month_and_day(r, at)


def _numeric(r: Reader, at: int, sure: bool) -> Found | None:
    """5/3/2019 (the day first), 2019-03-05, 5/3 where a date is awaited."""
    text, last = r.text(at), at + 1
    if text.isdigit() and r.text(at + 1) in ("/", "-") and r.text(at + 2).isdigit():
        text, last = f"{text}/{r.text(at + 2)}", at + 3
        if r.text(last) in ("/", "-") and r.text(last + 1).isdigit():
            text, last = f"{text}/{r.text(last + 1)}", last + 2
        elif r.text(at + 1) == "-":
            return None
    parts = _PARTS.fullmatch(text)
    if parts:
        a, b, c = (int(p) for p in parts.groups())
        if len(parts[1]) == 4 and c < 100:
            return say.CalendarDay(c, b, *_numbered(a)), r.after(last, "era")
        if len(parts[1]) < 3 and len(parts[3]) in (2, 4):
            return say.CalendarDay(a, b, *_numbered(c + 2000 if len(parts[3]) == 2 else c)), r.after(last, "era")
        return None
    two = _TWO_PARTS.fullmatch(text)
    if two and len(two[2]) == 4 and 1900 <= int(two[2]) < 2100 and int(two[1]) <= 12:
        return say.Month(int(two[1]), InYear(number=int(two[2]))), last
    if two and sure and len(two[2]) <= 2 and int(two[1]) <= 31 and int(two[2]) <= 12:
        # «3/5» is also a share or a score: without its year it needs a word of time before it and no noun after it.
        following = year(r, last)
        return say.CalendarDay(int(two[1]), int(two[2]), following[0] if following else InYear()), (
            following[1] if following else last
        )
    return None


def _numbered(number: int) -> tuple[InYear, say.Calendar]:
    return InYear(number=number), "hijri" if 1300 <= number <= 1500 else "gregorian"


def _of(r: Reader, at: int) -> int:
    """Past «من», «شهر» and both, which may stand between a day and its month."""
    at = r.mark(at, "من")
    unit = r.unit(at, "month", 1)
    return unit.last if unit and not unit.article else at


def _day_and_month(r: Reader, at: int) -> Found | None:
    ranged = re.fullmatch(r"(\d{1,2})-(\d{1,2})", r.text(at))
    number = (int(ranged[2]), at + 1) if ranged else day_number(r, at)
    if not number:
        return None
    day, last = number
    # A misprinted first name of two («نوفبمر/تشرين الثاني») hides nothing: the second one tells the month.
    skip = 2 if r.text(last + 1) == "/" and not r.hit(last, "month") and r.tokens[last].kind == "w" else 0
    skip = 1 if r.text(last) in ("/", "-") and r.hit(last + 1, "month") else skip
    names = month_names(r, _of(r, last) + skip)
    if not names:
        return None if ranged else _day_of_month(r, day, last)
    month, calendar, second, last = names
    when = year(r, last)
    found = say.CalendarDay(day, month, when[0] if when else InYear(), calendar, second=second)
    last = when[1] if when else last
    if ranged:
        return say.Span(with_day(found, int(ranged[1])), found), last
    return (say.Future(), last) if found.year.back == -1 else (found, last)


def with_day(phrase: say.CalendarDay, day: int) -> say.CalendarDay:
    """The same date with another day."""
    return say.CalendarDay(day, phrase.month, phrase.year, phrase.calendar, None, phrase.second)


def _day_of_month(r: Reader, day: int, at: int) -> Found | None:
    """«3 من الشهر الجاري», «17 من هذا الشهر», «18 الجاري»."""
    start = r.mark(at, "من")
    demonstrative = r.hit(start, "demonstrative") if start > at else None
    unit = r.unit(demonstrative.last if demonstrative else start, "month", 1)
    if not unit or not unit.article:
        which = r.hit(at, "which") if start == at else None
        if which and led(r, at - 1) and r.text(which.last - 1) in ("الجاري", "الحالي", "المنصرم"):
            return say.DayOfMonth(day, which_back(which) or 0), which.last
        return None
    if demonstrative:
        return say.DayOfMonth(day, 0), unit.last
    which = r.hit(unit.last, "which")
    back = which_back(which)
    if which is None or back is None:
        return None
    return (say.Future() if back < 0 else say.DayOfMonth(day, back)), which.last


def _month_and_day(r: Reader, at: int) -> Found | None:
    """«نوفمبر 20, 2022»: the order of English; only with its year."""
    names = month_names(r, at)
    day = r.digits(names[3]) if names else None
    if not names or day is None or day > 31:
        return None
    number = year_number(r, r.mark(names[3] + 1, ",", "،"))
    if not number or number[1] <= names[3] + 1:
        return None
    return say.CalendarDay(day, names[0], InYear(number=number[0]), names[1], second=names[2]), number[1]


def month(r: Reader, at: int, sure: bool = False) -> Found | None:
    """A month, or its beginning, middle or end: «آب 2013», «أواخر شباط الماضي», «شهر رمضان»; a bare name where led."""
    portion = r.hit(at, "portion")
    start = portion.last if portion else at
    unit = r.unit(start, "month", 1)
    if unit and unit.article:
        return None
    names = month_names(r, unit.last if unit else start)
    if not names:
        return None
    number, calendar, second, last = names
    when = year(r, last)
    known = bool(unit or when or (portion and calendar == "gregorian"))
    if calendar == "hijri":
        # Ramadan is told by its bare name; the others are people's names, and «صفر» is zero.
        known = bool(unit or when) or (number == 9 and bool(portion or (sure or led(r, at))))
    doubtful = r.text(start) in ("اب", "واب") and not r.written(start).endswith("آب")
    if not known and not (calendar == "gregorian" and not doubtful and (sure or led(r, at))):
        return None
    if when and when[0].back == -1:
        return say.Future(), when[1]
    said: Any = portion.row.says["portion"] if portion else None
    return say.Month(number, when[0] if when else InYear(), calendar, said, second), when[1] if when else last


def years(r: Reader, at: int) -> Found | None:
    """«عام 2013», «أواخر 2015», «في 2014», «بين 2013-2015»; seasons, halves and quarters of a year."""
    return _season_or_share(r, at) or _year_alone(r, at)


def _year_alone(r: Reader, at: int) -> Found | None:
    portion = r.hit(at, "portion")
    start = portion.last if portion else at
    unit = r.unit(start, "year", 1)
    number = year_number(r, unit.last if unit else start)
    if number and number[0] > 1500 and (unit or portion or (led(r, at) and not _counts(r, number[1]))):
        return say.Year(InYear(number=number[0]), portion.row.says["portion"] if portion else None), number[1]
    ranged = re.fullmatch(r"((?:19|20)\d\d)[-/]((?:19|20)\d\d)", r.text(unit.last if unit else start))
    if ranged and (unit or portion or led(r, at)):
        first, last = (say.Year(InYear(number=int(n))) for n in ranged.groups())
        return say.Span(first, last), (unit.last if unit else start) + 1
    return None


def _counts(r: Reader, at: int) -> bool:
    """Whether four digits count what follows («في 2000 قرية»): a bare noun, where a clause begins with a particle."""
    word = r.text(at)
    joined = word.startswith(("ل", "ب", "و", "ف", "ك", "ال"))
    return bool(word) and r.kind(at) == "w" and not joined and word.endswith(("ا", "ه", "ين"))


def _season_or_share(r: Reader, at: int) -> Found | None:
    season = r.hit(at, "season")
    if season:
        when = year(r, season.last)
        if not when:
            return None
        back = when[0].back
        phrase = say.PartOfYear(season.row.says["from"], season.row.says["to"], when[0])
        return (say.Future() if back == -1 else phrase), when[1]
    share = r.hit(at, "fraction")
    number = r.ordinal(share.last) if share else None
    if not share or not number:
        return None
    size = int(share.row.says["months"])
    if number[0] * size > 12:
        return None
    when = year(r, number[1]) or this_year(r, number[1])
    if not when:
        return None
    return say.PartOfYear((number[0] - 1) * size + 1, number[0] * size, when[0]), when[1]


def this_year(r: Reader, at: int) -> tuple[InYear, int] | None:
    """«من العام», with nothing more said: the one of publication."""
    unit = r.unit(r.mark(at, "من"), "year", 1)
    return (InYear(back=0), unit.last) if unit and unit.article else None
