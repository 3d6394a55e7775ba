"""Which place and which time of a sentence belong to a harm."""

from collections.abc import Sequence

from hasila.extract.bind import Bond
from hasila.extract.places import PlaceMention
from hasila.extract.times import TimeMention
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

_SAID = {fold_word(w) for w in "قال قالت أعلن أعلنت أفاد أفادت أكد أكدت ذكر ذكرت بيان صرح تصريح أوضح مؤتمر نشر نشرت اتهم نقلت".split()}
_DATED = ("day", "night", "period", "since", "running", "part", "vague")


def choose_place(document: Document, bond: Bond, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place that the bond's sentence tells for the harm: after the victims first, the innermost of nested ones."""
    first, last = document.sentences[bond.sentence]
    inside = [p for p in places if first <= p.first < last and p.role in ("place", "facility")]
    inside = [p for p in inside if not (bond.group.first <= p.first < bond.group.last)]
    if not inside:
        return None
    nested = {outer for p in inside for outer in p.within}

    def cost(place: PlaceMention) -> float:
        after = place.first >= bond.last
        distance = place.first - bond.last if after else (bond.first - place.last) * 1.2
        outer = 12 if places.index(place) in nested else 0
        facility = 2 if place.role == "facility" else 0
        return distance + outer + facility

    return min(inside, key=cost)


def choose_time(document: Document, bond: Bond, times: Sequence[TimeMention]) -> TimeMention | None:
    """The time that the bond's sentence tells for the harm, not for its announcement."""
    first, last = document.sentences[bond.sentence]
    inside = [t for t in times if first <= t.first < last and t.phrase.kind in _DATED]
    inside = [t for t in inside if not _of_announcement(document, t, bond)]

    def cost(time: TimeMention) -> float:
        distance = time.first - bond.last if time.first >= bond.last else bond.first - time.last
        return distance + (20 if time.phrase.kind in ("part", "vague") else 0)

    return min(inside, key=cost, default=None)


def _of_announcement(document: Document, time: TimeMention, bond: Bond) -> bool:
    """Whether a time stands right by a verb of saying, before the harm: "أعلن الجيش اليوم أنه قتل"."""
    if time.first > bond.first:
        return False
    first, _ = document.sentences[bond.sentence]
    before = [t.text for t in document.tokens[max(first, time.first - 7) : time.first]]
    between = [t.text for t in document.tokens[time.last : bond.first]]
    said = any(w.lstrip("و") in _SAID or w in _SAID for w in before)
    return said and any(w in ("ان", "انه", "انها", "انهم", "عن", "بان") for w in between)
