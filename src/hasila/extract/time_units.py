"""Weeks, months and years counted from publication, and amounts of time."""

from typing import NamedTuple

from hasila.extract import time_phrases as say
from hasila.extract.time_calendar import month, this_year, which_back, year, year_number
from hasila.extract.time_phrases import Unit
from hasila.extract.time_reader import Found, Reader
from hasila.pack.lexicon import Hit


class Amount(NamedTuple):
    """So many units; `number` 0 where none is said («أيام»). `more`: more than so many."""

    number: int
    unit: Unit
    last: int
    more: bool = False


def size(unit: Hit) -> int:
    """How many of its unit a word is: ten for a decade."""
    return int(unit.row.says.get("size", 1))


def amount(r: Reader, at: int) -> Amount | None:
    """«ثلاثة أيام», «أسبوعين», «نحو عام», «أكثر من 20 يوما», «أيام»."""
    start = r.after(at, "about", "more_than")
    more = r.hit(at, "more_than") is not None
    unit = r.hit(start, "unit")
    if unit and not unit.article:
        last = r.after(unit.last, "amount_tail")
        return Amount(int(unit.row.says["n"]) * size(unit), unit.row.says["unit"], last, more)
    number = r.number(start)
    unit = r.hit(number[1], "unit") if number else None
    if not number or not unit or unit.row.says["n"] == 2:
        return None
    return Amount(number[0] * size(unit), unit.row.says["unit"], r.after(unit.last, "amount_tail"), more)


def units(r: Reader, at: int) -> Found | None:
    """«مطلع الشهر الجاري», «هذا الأسبوع», «الأيام الثلاثة الماضية», «آخر 24 ساعة», «الأسبوع الأول من آذار»."""
    portion = r.hit(at, "portion")
    start = portion.last if portion else at
    told = _told(r, start, portion)
    if told:
        return told
    demonstrative = r.hit(start, "demonstrative")
    unit = r.hit(demonstrative.last if demonstrative else start, "unit")
    if unit is None:
        return None if demonstrative else _last_of(r, start)
    if year_number(r, unit.last) and unit.row.says["unit"] == "year":
        return None
    if unit.row.says["n"] != 1:
        return None if demonstrative else _several(r, unit)
    back = 0 if demonstrative else which_back(r.hit(unit.last, "which"))
    last = unit.last if demonstrative else r.after(unit.last, "which")
    if back is None:
        return _week_of_month(r, unit) or _whole(r, unit, portion)
    late_week = back == 1 and unit.row.says["unit"] == "week" and r.text(last) == "من" and month(r, last + 1, sure=True)
    if late_week and isinstance(late_week[0], say.Month):
        return say.WeekOfMonth(5, late_week[0]), late_week[1]
    return _back(unit, back, portion), last


def _back(unit: Hit, back: int, portion: Hit | None) -> say.TimePhrase:
    """One whole unit counted back."""
    if back < 0:
        return say.Future()
    name: Unit = unit.row.says["unit"]
    if name == "hour":
        return say.LastUnits(1, "hour")
    if name == "day":
        return say.RelativeDay(back)
    if size(unit) > 1:
        return say.LastUnits(size(unit), name) if back else say.Vague()
    return say.UnitBack(name, back, portion.row.says["portion"] if portion else None)


def _whole(r: Reader, unit: Hit, portion: Hit | None) -> Found | None:
    """«بداية العام», «مطلع الشهر»: this one. «نهاية الأسبوع» names no days."""
    if not portion or not unit.article or unit.row.says["unit"] in ("hour", "day"):
        return None
    if unit.row.says["unit"] == "week" and portion.row.says["portion"] == "late":
        return say.Vague(), unit.last
    return _back(unit, 0, portion), unit.last


def _week_of_month(r: Reader, unit: Hit) -> Found | None:
    """«الأسبوع الثاني من آذار»."""
    number = r.ordinal(unit.last) if unit.row.says["unit"] == "week" else None
    of = month(r, r.mark(number[1], "من"), sure=True) if number and number[0] < 5 else None
    if not number or not of or not isinstance(of[0], say.Month):
        return None
    return say.WeekOfMonth(number[0], of[0]), of[1]


def _told(r: Reader, at: int, portion: Hit | None) -> Found | None:
    """«الشهر نفسه», «ذلك العام», «الأسبوع التالي»: counted from the date told before."""
    before = r.hit(at, "same_before")
    unit = r.hit(before.last if before and not before.prefix else at, "unit")
    if not unit or not unit.article or unit.row.says["n"] != 1 or unit.row.says["unit"] in ("hour", "day"):
        return None
    same, following = r.hit(unit.last, "same"), r.hit(unit.last, "following")
    if not (before or same or following):
        return None
    forward = int(following.row.says["forward"]) if following else 0
    last = unit.last if before else (same or following or unit).last
    return say.Told(unit.row.says["unit"], forward, portion.row.says["portion"] if portion else None), last


def _several(r: Reader, unit: Hit) -> Found | None:
    """«الأيام الثلاثة الماضية», «العامين الماضيين», «الأشهر الأربعة الأولى من العام الحالي»."""
    name: Unit = unit.row.says["unit"]
    few = r.hit(unit.last, "few")
    number = None if few else r.number(r.after(unit.last, "about"))
    count = (number[0] if number else int(unit.row.says["n"])) * size(unit)
    last = few.last if few else number[1] if number else unit.last
    first = r.hit(last, "ordinal")
    if number and first and first.row.says["value"] == 1 and name == "month" and 0 < number[0] < 13:
        when = year(r, first.last) or this_year(r, first.last)
        return (say.PartOfYear(1, number[0], when[0]), when[1]) if when else None
    which = r.hit(r.after(last, "few"), "which")
    back = which_back(which)
    if which is None or back is None or back == 0:
        return None
    if back < 0:
        return say.Future(), which.last
    if name == "hour":
        return say.LastUnits(max(1, count), "hour"), which.last
    return (say.LastUnits(count, name) if count else say.Vague()), which.last


def _last_of(r: Reader, at: int) -> Found | None:
    """«آخر 24 ساعة», «الـ48 ساعة الماضية», «الثلاثة أيام الماضية»."""
    opened = r.hit(at, "last_of")
    number = r.number(opened.last if opened else at)
    unit = r.hit(number[1], "unit") if number else (r.hit(opened.last, "unit") if opened else None)
    which = r.hit(unit.last, "which") if unit else None
    if not unit or not (opened or which_back(which) == 1):
        return None
    count = (number[0] if number else int(unit.row.says["n"])) * size(unit)
    if opened and not number and unit.row.says["n"] == 1:
        return None
    last = which.last if which else unit.last
    return (say.LastUnits(count, unit.row.says["unit"]) if count else say.Vague()), last
