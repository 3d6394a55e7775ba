"""Place that is told once for an incident and holds for all its claims."""

from hasila.extract.draft import Draft, Telling
from hasila.extract.places import PlaceMention
from hasila.extract.where import COARSE, UNNAMED, is_place, places_of_harm

# Finer than this (`Mentions.grain`): a district or less.
_FINE = 3


def carry_place(telling: Telling, draft: Draft) -> None:
    """The most specific place named for an incident holds for its claims; a total has only its own, or its stage."""
    if draft.scope == "cumulative":
        if draft.place is None:
            draft.place = _wide_place(telling, draft)
        return
    grain = telling.mentions.grain
    if draft.place is not None and grain(draft.place) < _FINE:
        return
    draft.place = _finest(telling, draft) or draft.place
    if draft.place is None:
        draft.place = min((p for p in incident_places(telling, draft)), key=grain, default=None)
    if draft.place is None:
        anywhere = [p for p in telling.mentions.places if is_place(p) and grain(p) < 9]
        draft.place = min(anywhere, key=grain, default=None)


def _finest(telling: Telling, draft: Draft) -> PlaceMention | None:
    """A finer place of the incident than a claim's own, in the same region: those of its other harms first."""
    mentions, own = telling.mentions, draft.place
    mates = telling.mates(draft)
    if own is not None and mentions.grain(own) < COARSE:
        # A province told with a harm may be all that is meant, unless the same harm is told again with a finer place.
        mates = [m for m in mates if (m.outcome, m.low) == (draft.outcome, draft.low) and m.scope == "incident"]
    told = [m.place for m in mates if m.place]
    if own is None or mentions.grain(own) >= COARSE:
        told += incident_places(telling, draft)
    limit = min(mentions.grain(own), COARSE) if own else COARSE
    told = [p for p in told if mentions.grain(p) < limit] or [p for p in told if mentions.grain(p) == COARSE]
    return next((p for p in told if _fits(telling, own, p)), told[0] if told else None)


def _fits(telling: Telling, wide: PlaceMention | None, fine: PlaceMention) -> bool:
    """Whether a place can lie in another one: of one province and country, where they are known."""
    if wide is None or wide.descriptor == "border":
        return True
    pairs = zip(telling.mentions.region(wide), telling.mentions.region(fine), strict=True)
    return all(a == b or a is None or b is None for a, b in pairs)


def _wide_place(telling: Telling, draft: Draft) -> PlaceMention | None:
    """Where a total without a place of its own lies: the widest stage that the report has named before it."""
    mentions = telling.mentions
    before = [p for p in mentions.places if is_place(p) and p.first < draft.first and mentions.grain(p) <= COARSE]
    wide = [p for p in before if mentions.grain(p) >= 3]
    return (wide or before)[-1] if before else None


def incident_places(telling: Telling, draft: Draft) -> list[PlaceMention]:
    """The places named in the sentences of an incident, the nearest sentence first, in each the finest first."""
    document, mentions = telling.document, telling.mentions
    found: list[PlaceMention] = []
    for sentence in telling.sentences(draft):
        found += sorted(places_of_harm(document, mentions, sentence), key=mentions.grain)
    return [p for p in found if mentions.grain(p) < UNNAMED]
