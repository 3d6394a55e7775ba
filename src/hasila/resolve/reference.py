"""The day from which a report's words count ("اليوم", "أمس"): that of its publication, or the day that it tells itself."""

from collections.abc import Sequence
from datetime import date, timedelta

from hasila.extract.time_phrases import CalendarDay, RelativeDay
from hasila.extract.times import TimeMention
from hasila.resolve.dates import resolve_time

# A report is published, or dated, so many days at most after it was written.
_LATE = 3


def reference_day(times: Sequence[TimeMention], published: date | None) -> date | None:
    """
    The day of writing: «اليوم الاثنين» in a report of Tuesday makes it the Monday; a full date stands in for no date.

    >>> reference_day([TimeMention(0, 2, RelativeDay(0, weekday=0), ())], date(2019, 3, 19))
    datetime.date(2019, 3, 18)
    >>> reference_day([], None) is None
    True
    """
    if published is None:
        return _latest_full_date(times)
    for time in times:
        phrase = time.phrase
        if isinstance(phrase, RelativeDay) and phrase.weekday is not None:
            told = resolve_time(phrase, published)
            written = told.to + timedelta(days=phrase.back) if told else published
            return written if timedelta() <= published - written <= timedelta(days=_LATE) else published
    return published


def _latest_full_date(times: Sequence[TimeMention]) -> date | None:
    """The last of the days that are told with their year (codebook, Fields: a full date in the text)."""
    full = [t.phrase for t in times if isinstance(t.phrase, CalendarDay) and t.phrase.year.number is not None]
    days = [when.to for when in (resolve_time(p, None) for p in full) if when]
    return max(days, default=None)
