"""Days told by relation, by their names, by their parts, and nights."""

import re
from dataclasses import replace

from hasila.extract import time_phrases as say
from hasila.extract.time_calendar import calendar_day, which_back, year
from hasila.extract.time_reader import Found, Reader
from hasila.pack.lexicon import Hit

_COMMAS = (",", "،")


def day(r: Reader, at: int, sure: bool = False) -> Found | None:
    """A day with all that is said beside it: «مساء أمس الأربعاء», «الساعة 3 فجر السبت 5 آذار»."""
    start, part = _part_lead(r, at)
    found = _core(r, start, sure or start > at)
    if found:
        return found[0], _trailing_part(r, found[1])
    return (say.PartOfDay(), part) if part else None


def _part_lead(r: Reader, at: int) -> tuple[int, int]:
    """
    Past the hour and the part of the day that stand before a day: where the day begins, and, where these words tell a
    part of a day by themselves («عند الفجر», «الساعة الثالثة»), where they end (else 0).
    """
    start, alone = _clock(r, at)
    start = r.mark(start, "من") if alone else start
    hours = r.hit(start, "hours_of") or r.unit(start, "hour", 0)
    if hours:
        start = r.mark(hours.last, "من")
    adverb = r.hit(start, "adverb")
    if adverb:
        start = alone = r.mark(adverb.last, "من")
    part = r.hit(start, "part")
    if part:
        start = part.last
        definite = part.article or r.text(part.last - 1).startswith("ال") or r.text(part.last - 1) == "مسا"
        alone = part.last if definite or alone else 0
        first = r.hit(start, "ordinal")
        start = r.mark(first.last if first and first.row.says["value"] == 1 else start, "من")
    return start, alone


def _clock(r: Reader, at: int) -> tuple[int, int]:
    """«الساعة الثالثة والنصف», «الساعة 10:30 بالتوقيت المحلي»: where it ends, twice, since it is a part of a day."""
    clock = r.unit(at, "hour", 1)
    if not clock or not clock.article:
        return at, 0
    number = r.ordinal(clock.last) or r.number(clock.last)
    timed = re.fullmatch(r"\d{1,2}[:.]\d\d", r.text(clock.last))
    if not number and not timed:
        return at, 0
    last = number[1] if number else clock.last + 1
    for _ in range(4):
        step = r.after(last, "clock_tail")
        if step == last and r.text(last) == "و" and r.digits(last + 1) is not None:
            step = last + 2
        if step == last:
            break
        last = step
    return last, last


def _trailing_part(r: Reader, at: int) -> int:
    """Past «صباحا», «مساء» and the like behind a day."""
    adverb = r.hit(at, "adverb")
    if adverb and not adverb.prefix:
        return adverb.last
    return at + 1 if r.text(at) == "مسا" else at


def _core(r: Reader, at: int, sure: bool) -> Found | None:
    """The day itself."""
    told = _told_day(r, at)
    if told:
        return told
    start = _past_day_word(r, at)
    return _night(r, at) or _relative(r, at) or _weekday(r, start) or _full_date(r, start, sure or start > at)


def _past_day_word(r: Reader, at: int) -> int:
    """Past «يوم», «نهار», «بتاريخ»."""
    word = r.hit(at, "day") or r.unit(at, "day", 1)
    if word and not word.article:
        return word.last
    return at


def _told_day(r: Reader, at: int) -> Found | None:
    """«اليوم نفسه», «ذلك اليوم», «اليوم التالي»: counted from the date told before."""
    before = r.hit(at, "same_before")
    unit = r.unit(before.last if before and not before.prefix else at, "day", 1)
    if not unit or not unit.article:
        return None
    if before:
        return say.Told("day"), unit.last
    same, following = r.hit(unit.last, "same"), r.hit(unit.last, "following")
    if same:
        return say.Told("day"), same.last
    return (say.Told("day", int(following.row.says["forward"])), following.last) if following else None


def _relative(r: Reader, at: int) -> Found | None:
    """«أمس», «اليوم (الاثنين)», «أمس السبت 5 آذار»."""
    hit = r.hit(at, "relative")
    if not hit:
        return None
    back = int(hit.row.says["back"])
    weekday, last = weekday_beside(r, hit.last)
    dated = _date_beside(r, last)
    if dated:
        return replace(dated[0], weekday=weekday), dated[1]
    return say.RelativeDay(back, weekday), last


def weekday_beside(r: Reader, at: int) -> tuple[int | None, int]:
    """The weekday named right behind a day, after a comma or in parentheses; with its end."""
    opened = r.text(at) == "("
    start = r.mark(at, "(", *_COMMAS)
    start = _past_day_word(r, start) if start == at else start
    hit = r.hit(start, "weekday")
    if not hit or hit.prefix or (opened and r.text(hit.last) != ")"):
        return None, at
    return int(hit.row.says["day"]), hit.last + opened


def _date_beside(r: Reader, at: int) -> tuple[say.CalendarDay, int] | None:
    """The date behind a day's name: «السبت 5 آذار», «الجمعة الموافق 5 رجب 1440», «الأحد (3/2)»."""
    joint = r.hit(at, "joint")
    start = r.mark(_past_day_word(r, joint.last), "(") if joint else r.mark(at, "(", *_COMMAS, "/", "-", "–", "|")
    found = calendar_day(r, start, sure=True)
    if not found or not isinstance(found[0], say.CalendarDay):
        return None
    phrase, last = found
    assert isinstance(phrase, say.CalendarDay)
    last = r.mark(last, ")") if r.text(start - 1) == "(" else last
    again = _date_beside(r, last) if r.hit(last, "joint") or (r.text(last) == "(" and not joint) else None
    if again:
        return (again[0] if again[0].calendar == "gregorian" and again[0].year.number else phrase), again[1]
    return phrase, last


def _full_date(r: Reader, at: int, sure: bool) -> Found | None:
    """A date, and the same date of another calendar behind it: «5 رجب 1440هـ الموافق 12 مارس 2019»."""
    found = calendar_day(r, at, sure)
    if not found or not isinstance(found[0], say.CalendarDay) or not r.hit(found[1], "joint"):
        return found
    again = _date_beside(r, found[1])
    if not again:
        return found
    return (again[0] if again[0].calendar == "gregorian" else found[0]), again[1]


def _weekday(r: Reader, at: int) -> Found | None:
    """«السبت الماضي», «الثلاثاء 12 آذار», «السبت من الأسبوع الماضي»."""
    hit = r.hit(at, "weekday")
    if not hit or "ك" in hit.prefix:
        return None
    number, last = int(hit.row.says["day"]), hit.last
    which = r.hit(last, "which")
    back = which_back(which)
    if which:
        last = which.last
    dated = _date_beside(r, last)
    if dated:
        return replace(dated[0], weekday=number), dated[1]
    if back == -1:
        return say.Future(), last
    if back is None:
        return _weekday_of_week(r, number, last) or (say.Weekday(number), last)
    return say.Weekday(number, past=back > 0, weeks=max(0, back - 1)), last


def _weekday_of_week(r: Reader, number: int, at: int) -> Found | None:
    """«الثلاثاء من الأسبوع الماضي»."""
    unit = r.unit(r.mark(at, "من"), "week", 1) if r.text(at) == "من" else None
    which = r.hit(unit.last, "which") if unit else None
    back = which_back(which)
    if which is None or back is None:
        return None
    if back < 0:
        return say.Future(), which.last
    return say.DayOfWeek(number, back), which.last


def _night(r: Reader, at: int) -> Found | None:
    """Nights over midnight: «ليل الجمعة السبت», «ليلة السبت», «الليلة الماضية», «ليل أمس», «ليل 3-4 آب»."""
    last_night = r.hit(r.after(at, "portion"), "last_night")
    if last_night:
        back = int(last_night.row.says["back"])
        weekday, last = weekday_beside(r, last_night.last)
        return say.Night(say.RelativeDay(back, weekday)), last
    hit = r.hit(at, "night")
    if not hit:
        return None
    return _night_of(r, hit) or (_tonight(r, hit))


def _night_of(r: Reader, hit: Hit) -> Found | None:
    eve = r.text(hit.last - 1).endswith("ه")
    start = _past_day_word(r, hit.last)
    relative = r.hit(start, "relative")
    if relative:
        back = int(relative.row.says["back"])
        weekday, last = weekday_beside(r, relative.last)
        if not back:
            return say.RelativeDay(0, weekday), last
        # The night of yesterday ends this morning.
        return say.Night(say.RelativeDay(back - 1, None if weekday is None else (weekday + 1) % 7)), last
    first = r.hit(start, "weekday")
    if first:
        return _night_of_weekday(r, first, eve)
    found = calendar_day(r, start, sure=True)
    if found and isinstance(found[0], say.Span):
        return say.Night(found[0].last), found[1]
    return found


def _night_of_weekday(r: Reader, first: Hit, eve: bool) -> Found:
    """«ليل الجمعة السبت» names both days; «ليلة السبت» is the night before Saturday, «ليل السبت» Saturday at night."""
    number, last = int(first.row.says["day"]), first.last
    start = r.mark(last, "/", "-", "–", "الي", "علي", "و")
    second = r.hit(start, "weekday")
    if second and int(second.row.says["day"]) == (number + 1) % 7:
        past = r.hit(second.last, "which")
        return say.Night(say.Weekday((number + 1) % 7, past=which_back(past) == 1)), past.last if past else second.last
    dated = _date_beside(r, last)
    if dated:
        return replace(dated[0], weekday=number), dated[1]
    which = r.hit(last, "which")
    day = say.Weekday(number, past=which_back(which) == 1)
    if which_back(which) == -1:
        return say.Future(), which.last if which else last
    return (say.Night(day) if eve else day), which.last if which else last


def _tonight(r: Reader, hit: Hit) -> Found | None:
    """«الليلة» is the night of publication; «منتصف الليل» is a part of a day that is not named."""
    if r.hit(hit.last, "which", "same") or year(r, hit.last):
        return None
    if hit.article or r.text(hit.last - 1).startswith("ال"):
        tonight = r.text(hit.last - 1) == "الليله" and hit.last - hit.first == 1 and r.text(hit.first - 1) != "تلك"
        return (say.RelativeDay(0) if tonight else say.PartOfDay()), hit.last
    return None
