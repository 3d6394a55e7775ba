"""What one report tells of one event, taken together over its event mention and claims."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from hasila.link.wording import stems_of, words_of
from hasila.model.claim import Claim, EventMention, Level, Place, When
from hasila.text.peel import bare

Toll = tuple[int, int | None]
FINE: frozenset[Level] = frozenset(("point", "landmark", "neighbourhood", "village", "town", "city", "near"))
# How far, in kilometres, the harm may lie from the point of the row, by the level that the words tell.
REACH: dict[Level | None, float] = {
    "point": 1, "landmark": 2, "neighbourhood": 3, "village": 4, "town": 6, "city": 9, "near": 15,
    "adm3": 25, "adm2": 40, "adm1": 90, "line": 90, "country": 400, None: 400,
}  # fmt: skip
# Words of a place phrase that name no place of their own (folded, without articles).
_DESCRIPTORS = stems_of(
    "مدينة بلدة قرية قرى ريف حي أحياء محافظة منطقة مناطق ناحية مخيم مخيمات شارع طريق جبل بادية محور محاور أطراف محيط "
    "شمال جنوب شرق غرب شمالي جنوبي شرقي غربي شمالية جنوبية شرقية غربية وسط قرب بين على قضاء حدود"
)


@lru_cache(maxsize=20_000)
def name_stems(phrase: str) -> frozenset[str]:
    """
    The words of a place phrase that name the place; all of them where nothing but descriptors is told.

    >>> sorted(name_stems("بلدة الطيبة"))
    ['طيبه']
    """
    stems = stems_of(phrase)
    return (stems - _DESCRIPTORS) or stems


def place_told(mention: EventMention | None, claims: Sequence[Claim]) -> Place | None:
    """The place told most precisely; of equals the first."""
    places = [mention.place if mention else None, *(c.place for c in claims)]
    return min((p for p in places if p), key=lambda p: (p.lat is None, REACH[p.level]), default=None)


def date_told(mention: EventMention | None, claims: Sequence[Claim]) -> When | None:
    """The date told most precisely; of equals the latest: what a report has to tell is newer than what it recalls."""
    dates = [mention.date if mention else None, *(c.date for c in claims)]
    return min((d for d in dates if d), key=lambda d: ((d.to - d.from_).days, -d.from_.toordinal()), default=None)


def cause_told(mention: EventMention | None, claims: Sequence[Claim]) -> str:
    """The first known cause, the event mention's before the claims'."""
    causes = [mention.cause if mention else "unknown", *(c.cause for c in claims)]
    return next((c for c in causes if c != "unknown"), "unknown")


def blame_told(mention: EventMention | None, claims: Iterable[Claim]) -> tuple[frozenset[str], frozenset[str]]:
    """
    The sides blamed by an event mention and its affirmed claims, and those that only carried blame names.

    Blame that was carried over from another statement counts as blame only where no words of the event itself blame
    anyone. `unknown` is no side.
    """
    affirmed = [c for c in claims if c.stance != "denied"]
    told = [*(mention.blame if mention else ()), *(b for c in affirmed for b in c.blame)]
    own = {b.actor for b in told if b.basis != "carried"}
    carried = {b.actor for b in told} - own
    sides = own or carried or {side for c in affirmed for side in c.perpetrators}
    return frozenset(sides - {"unknown"}), frozenset(carried - {"unknown"})


def wholes(claims: Mapping[int, Claim]) -> list[Claim]:
    """The claims, by their place in the reading, without the parts of one another; a day's total is told elsewhere."""
    return [c for c in claims.values() if c.part_of not in claims]


def toll_told(claims: Sequence[Claim], outcome: str) -> Toll | None:
    """What the first speaker counts, that speaker's disjoint groups taken together; None where no number is told."""
    whole = [c for c in claims if c.outcome == outcome and c.stance != "denied"]
    told = [c for c in whole if c.low is not None]
    groups: dict[tuple[object, ...], Claim] = {}
    for claim in told:
        if claim.source == told[0].source:
            kept = groups.get((claim.status, claim.kinds))
            if kept is None or (kept.low or 0) < (claim.low or 0):
                groups[claim.status, claim.kinds] = claim
    if not groups:
        return None
    lowest = sum(c.low or 0 for c in groups.values())
    return lowest, None if any(c.high is None for c in groups.values()) else sum(c.high or 0 for c in groups.values())


def names_told(claims: Iterable[Claim]) -> frozenset[str]:
    """Victims' names, folded, as pairs of neighbouring words: whether a third name is told differs by report."""
    pairs = set[str]()
    for claim in claims:
        for victim in claim.victims:
            words = [bare(w) for w in words_of(victim.name)]
            pairs.update(f"{a} {b}" for a, b in pairwise(words))
    return frozenset(pairs)
