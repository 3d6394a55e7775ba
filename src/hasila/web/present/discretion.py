"""Names of victims are not for lists and titles: there they are covered."""

from collections.abc import Iterable

from hasila.model.claim import Victim
from hasila.web.present.segments import harmless

COVER = "▒▒▒"


def covered(text: str, start: int, victims: Iterable[Victim]) -> str:
    """
    A stretch of a report that starts at `start`, with the victims' names in it covered.

    >>> covered("مقتل الشاب فلان الفلاني", 0, [Victim(name="فلان الفلاني", start=11, end=23)])
    'مقتل الشاب ▒▒▒'
    """
    for victim in sorted(victims, key=lambda v: v.start, reverse=True):
        first, last = max(victim.start - start, 0), min(victim.end - start, len(text))
        if first < last:
            text = text[:first] + COVER + text[last:]
    return harmless(text)


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
