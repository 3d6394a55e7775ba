"""Phrases that a preposition opens: since, during, before, after, until."""

from hasila.extract import time_phrases as say
from hasila.extract.time_phrases import TimePhrase
from hasila.extract.time_plain import dated
from hasila.extract.time_reader import Found, Reader
from hasila.extract.time_spans import between, both
from hasila.extract.time_units import amount

_EVENT_WORDS = 12  # how far behind «منذ» the date of the event that it names may stand


def since(r: Reader, at: int) -> Found | None:
    """«منذ الجمعة», «منذ ثلاثة أيام», «منذ بدء الحرب في 15 نيسان», with the end that is told («حتى أمس»)."""
    opened = r.hit(at, "since")
    if not opened or r.hit(at, "relative", "vague"):
        return None
    start, last = _start(r, opened.last)
    if isinstance(start, say.Vague | say.Duration):
        return say.Vague(), last
    if isinstance(start, say.Future | say.Told):
        start = None
    if start and r.hit(last, "when"):
        return start, last
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
        if (r.tokens[step].kind in "pb" and r.text(step) not in ("(", "-")) or r.hit(step, "clause"):
            break
        marked = r.classes[step] or r.kind(step) == "n"
        found = (before(r, step) or dated(r, step)) if marked else None
        # «لليوم السابع على التوالي» counts from the event; it does not date it.
        if (
            found
            and not r.text(step).startswith("لليوم")
            and not isinstance(found[0], say.Vague | say.PartOfDay | say.Future | say.Told)
        ):
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
    if not opened or r.hit(at, "relative", "vague"):
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
    """«بعد 7 أكتوبر حتى أمس» is a period; «بعد ذلك بيومين» counts from the date told; others give no date."""
    opened = r.hit(at, "after")
    if not opened or r.hit(at, "part", "night"):
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
    """«حتى الآن», «حتى مساء أمس»: the day of a running count. «إلى» alone is a direction."""
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
