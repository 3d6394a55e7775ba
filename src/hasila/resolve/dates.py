"""Time phrase and day of publication to the interval of days that it means, by the codebook's rulings."""

from datetime import date

from hasila.extract.time_phrases import TimePhrase
from hasila.model.claim import When


def resolve_time(phrase: TimePhrase, published: date | None, told: When | None = None) -> When | None:
    """
    The days that a phrase means in a report of that day; None where it gives none (`why_unresolved` says why).

    `told` is the date told before the phrase, for «في اليوم نفسه» and «الشهر ذاته»; without it these stay unknown.
    """
    return None


def why_unresolved(phrase: TimePhrase, published: date | None, told: When | None = None) -> str | None:
    """Why a phrase gives no date, in a sentence; None where it gives one."""
    return None
