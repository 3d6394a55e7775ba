"""Names of victims are not for lists and titles: there they are covered, wherever and however they are written."""

from collections.abc import Iterable

from hasila.export.names import masked
from hasila.model.claim import Victim
from hasila.model.record import Quote
from hasila.web.present.segments import harmless


def covered(text: str, start: int, victims: Iterable[Victim]) -> str:
    """
    A stretch of a report that starts at `start`, with the victims' names in it covered.

    >>> covered("مقتل الشاب فلان الفلاني", 0, [Victim(name="فلان الفلاني", start=11, end=23)])
    'مقتل الشاب [اسم محجوب]'
    """
    return harmless(masked(text, [Quote(text=v.name, start=v.start, end=v.end) for v in victims], start))


def shortened(text: str, most: int = 160) -> str:
    """
    At most so many characters, cut between words where there is one to cut at.

    >>> shortened("مقتل ثلاثة مدنيين في قصف", 12)
    'مقتل ثلاثة…'
    """
    if len(text) <= most:
        return text
    cut = text[:most]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut).rstrip() + "…"
