"""What a time phrase says, whatever the day of publication: the closed set of shapes that dates.py can resolve.

Days of the week count from Monday (0) to Sunday (6), as in datetime. `back` counts units before the one of
publication: 0 is this one, 1 the one before, a negative number one that is still to come.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

Kind = Literal["day", "night", "period", "since", "running", "part", "vague", "future", "duration"]
Unit = Literal["hour", "day", "week", "month", "year"]
Portion = Literal["early", "mid", "late"]
Calendar = Literal["gregorian", "hijri"]


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """Any time phrase; `kind` says what sort of answer it can give."""

    kind: ClassVar[Kind] = "vague"


@dataclass(frozen=True, slots=True)
class InYear:
    """
    Which year: by its number, counted back from publication, or (neither) the last fitting one.

    `past`: «الماضي», before the day of publication; `told`: «من العام نفسه», of the date told before.
    """

    number: int | None = None
    back: int | None = None
    past: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class RelativeDay(TimePhrase):
    """اليوم (0), أمس (1), قبل ثلاثة أيام (3); with the weekday that stands beside it («أمس الأربعاء»)."""

    kind: ClassVar[Kind] = "day"
    back: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday(TimePhrase):
    """السبت; `past` with «الماضي»; `weeks` where the week is told («السبت قبل الماضي»: 1)."""

    kind: ClassVar[Kind] = "day"
    day: int
    past: bool = False
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class DayOfWeek(TimePhrase):
    """الثلاثاء من الأسبوع الماضي: a weekday of the week so many weeks back."""

    kind: ClassVar[Kind] = "day"
    day: int
    weeks: int


@dataclass(frozen=True, slots=True)
class CalendarDay(TimePhrase):
    """14 آذار/مارس 2019. `second` is the month named after the slash, where it is another one."""

    kind: ClassVar[Kind] = "day"
    day: int
    month: int
    year: InYear = InYear()
    calendar: Calendar = "gregorian"
    weekday: int | None = None
    second: int | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth(TimePhrase):
    """الثالث من الشهر الجاري (0), 17 من الشهر الماضي (1)."""

    kind: ClassVar[Kind] = "day"
    day: int
    back: int


@dataclass(frozen=True, slots=True)
class Night(TimePhrase):
    """The night that ends on a day: «ليلة السبت», «ليل الجمعة السبت», «الليلة الماضية» (ends today)."""

    kind: ClassVar[Kind] = "night"
    morning: TimePhrase


@dataclass(frozen=True, slots=True)
class Month(TimePhrase):
    """آب 2013, أواخر شباط, رمضان الماضي."""

    kind: ClassVar[Kind] = "period"
    month: int
    year: InYear = InYear()
    calendar: Calendar = "gregorian"
    portion: Portion | None = None
    second: int | None = None


@dataclass(frozen=True, slots=True)
class WeekOfMonth(TimePhrase):
    """الأسبوع الأول من آذار: days 1-7, 8-14, 15-21, 22-28; `number` 5 is the last seven days."""

    kind: ClassVar[Kind] = "period"
    number: int
    month: Month


@dataclass(frozen=True, slots=True)
class Year(TimePhrase):
    """عام 2013, أواخر 2015."""

    kind: ClassVar[Kind] = "period"
    year: InYear
    portion: Portion | None = None


@dataclass(frozen=True, slots=True)
class PartOfYear(TimePhrase):
    """Months `first` to `last` of a year; over its end where `last` is smaller (the winter)."""

    kind: ClassVar[Kind] = "period"
    first: int
    last: int
    year: InYear = InYear()


@dataclass(frozen=True, slots=True)
class UnitBack(TimePhrase):
    """A whole week, month or year: هذا الأسبوع (0), الشهر الماضي (1), قبل عامين (2)."""

    kind: ClassVar[Kind] = "period"
    unit: Unit
    back: int
    portion: Portion | None = None


@dataclass(frozen=True, slots=True)
class LastUnits(TimePhrase):
    """الأيام الثلاثة الماضية: so many units up to publication; no number for hours («الساعات الماضية»)."""

    kind: ClassVar[Kind] = "period"
    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Span(TimePhrase):
    """From the first day of one phrase to the last day of another: «بين 3 و7 شباط»."""

    kind: ClassVar[Kind] = "period"
    first: TimePhrase
    last: TimePhrase


@dataclass(frozen=True, slots=True)
class Since(TimePhrase):
    """From the first day of `start` to publication; `start` None where only an event is named («منذ بدء الحرب»)."""

    kind: ClassVar[Kind] = "since"
    start: TimePhrase | None


@dataclass(frozen=True, slots=True)
class Until(TimePhrase):
    """حتى الآن, حتى مساء أمس: a running count's day."""

    kind: ClassVar[Kind] = "running"
    end: TimePhrase


@dataclass(frozen=True, slots=True)
class Told(TimePhrase):
    """Counted from the date told before: «في اليوم نفسه» (day, 0), «اليوم التالي» (day, 1), «الشهر نفسه» (month, 0)."""

    kind: ClassVar[Kind] = "vague"
    unit: Unit
    forward: int = 0
    portion: Portion | None = None


@dataclass(frozen=True, slots=True)
class PartOfDay(TimePhrase):
    """فجرا, الساعة الثالثة: a time of some day that it does not name."""

    kind: ClassVar[Kind] = "part"


@dataclass(frozen=True, slots=True)
class Vague(TimePhrase):
    """مؤخرا, قبل أيام, قبل عام 2014: words about time that give no date."""

    kind: ClassVar[Kind] = "vague"


@dataclass(frozen=True, slots=True)
class Duration(TimePhrase):
    """لمدة ثلاثة أيام: how long, not when."""

    kind: ClassVar[Kind] = "duration"


@dataclass(frozen=True, slots=True)
class Future(TimePhrase):
    """غدا, الأسبوع المقبل: nothing that can have happened."""

    kind: ClassVar[Kind] = "future"
