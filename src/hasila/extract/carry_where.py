"""Place that is told once for an incident and holds for all its claims."""

from hasila.extract.carry_stage import stage_of
from hasila.extract.draft import Draft, Story
from hasila.extract.facility_names import TOLD
from hasila.extract.places import PlaceMention
from hasila.extract.where import (
    COARSE,
    LINE,
    POINT,
    UNNAMED,
    is_dateline,
    is_goal,
    is_place,
    named_before,
    outer_places,
    places_of_harm,
)
from hasila.text.fold import fold_word

_NAMELESS = {fold_word(w) for w in "قرية بلدة مدينة حي مخيم البلدات القرى المدن الأحياء بلدات قرى".split()}


# Words that tell a place without naming it, and its descriptor.
_KINDS = {
    fold_word(w): kind for w, kind in (("قرية", "village"), ("بلدة", "town"), ("حي", "neighbourhood"), ("مخيم", "camp"))
}
_QUARTERS = {fold_word(w) for w in "أحياء حي".split()}
_REACH = 4
# From so many kilometres on a distance does not tell the province.
_FAR = 50


def carry_place(story: Story, draft: Draft) -> None:
    """The most specific place named for an incident holds for its claims; a total has only its own, or its stage."""
    if draft.scope == "cumulative":
        draft.place = stage_of(story, draft)
        return
    grain = story.mentions.grain
    if draft.place is not None and draft.place.role == "facility" and draft.place.definite:
        # "الفندق" is the hotel told before; "المستشفى" is where they were brought.
        draft.place = _facility_named(story, draft.place)
        if draft.place is not None and TOLD in draft.place.rules:
            return
    named = _nameless_named(story, draft.place) if draft.place else None
    if named:
        draft.place = named
        return
    if draft.place is None or grain(draft.place) >= COARSE or _is_far(draft.place):
        draft.place = _named_for_incident(story, draft) or draft.place
    elif _is_named_elsewhere(story, draft.place):
        draft.place = _only_finer(story, draft) or draft.place
    elif grain(draft.place) >= POINT:
        draft.place = _told_again(story, draft) or draft.place
    if draft.place is not None and 3 <= grain(draft.place) <= 6:
        draft.place = _only_finer(story, draft) or draft.place
    if draft.place is not None and grain(draft.place) == UNNAMED and draft.place.role == "facility":
        # "المستشفى" alone tells no place.
        draft.place = None
    if draft.place is not None and grain(draft.place) == 1 and draft.place.role == "place":
        draft.place = _spot_in_city(story, draft, draft.place) or draft.place
    if draft.place is None:
        anywhere = [
            p
            for p in story.mentions.places
            if is_place(p) and grain(p) < UNNAMED and not is_dateline(story.document, p)
        ]
        draft.place = min(anywhere, key=grain, default=None)


def _spot_in_city(story: Story, draft: Draft, city: PlaceMention) -> PlaceMention | None:
    """The one seat in a town that the incident's sentences tell: "مقر كذا", "السفارة الفلانية"."""
    if city.descriptor not in (None, "city", "capital"):
        return None
    region = story.mentions.region(city)
    seats = [p for p in incident_places(story, draft) if TOLD in p.rules and story.mentions.region(p) == region]
    if len({p.name for p in seats}) != 1:
        return None
    away = abs(story.document.sentence_of[seats[0].first] - draft.bond.sentence)
    return seats[0] if away < _REACH else None


def _named_for_incident(story: Story, draft: Draft) -> PlaceMention | None:
    """The place told nearest to a claim in its incident, that of a harm before others; in the same region if it can be."""
    mentions, document = story.mentions, story.document
    of_harm: dict[int, list[PlaceMention]] = {}
    for mate in story.mates(draft):
        if mate.place and mate.scope == "incident" and mentions.grain(mate.place) < UNNAMED:
            of_harm.setdefault(mate.bond.sentence, []).append(mate.place)
    told: list[PlaceMention] = []
    for sentence in story.sentences(draft):
        # "المدينة", "البلدة" in it mean the one named before.
        beside = [named_before(mentions, p) for p in places_of_harm(document, mentions, sentence)]
        told += of_harm.get(sentence) or sorted(beside, key=lambda p: (is_goal(document, p), mentions.grain(p)))
    # "حاجز كذا", "مقر كذا": what no gazetteer knows may be no name at all.
    told = [_sure(story, p) for p in told if not _is_far(p)]
    told = [p for p in told if not _is_doubtful(story, p)]
    # A road is told where nothing finer is.
    told = [p for p in told if mentions.grain(p) != LINE] or told
    told = [p for p in told if mentions.grain(p) < COARSE] or [p for p in told if mentions.grain(p) == COARSE]
    fitting = next((p for p in told if _fits(story, draft.place, p)), None)
    return fitting or (told[0] if told and not _is_told_in(story, draft.place) else None)


def _is_told_in(story: Story, place: PlaceMention | None) -> bool:
    """Whether a country is told as where it happened: "قتل في هجوم بباكستان"; one far away tells only a distance."""
    bare = place is not None and not (place.descriptor or place.offset or place.direction or place.rules)
    if place is None or not bare or story.mentions.grain(place) != COARSE:
        return False
    return place.prefix == "ب" or story.document.tokens[place.first - 1].text == "في"


def _is_doubtful(story: Story, place: PlaceMention) -> bool:
    """Whether a facility is known by its words alone: it may be that of another of several attacks, or no name at all."""
    return place.role == "facility" and (
        story.mentions.grain(place) == POINT
        or TOLD in place.rules
        or any(TOLD in o.rules for o in outer_places(story.mentions, place))
    )


def _sure(story: Story, place: PlaceMention) -> PlaceMention:
    """The place that a doubtful facility is said to lie in; the same place where it is not doubtful, or none is said."""
    if not _is_doubtful(story, place):
        return place
    return next((o for o in outer_places(story.mentions, place) if not _is_doubtful(story, o)), place)


def _is_far(place: PlaceMention) -> bool:
    """Whether the words tell only how far away it was: "على بعد 150 كيلومتراً من العاصمة"."""
    number = (place.offset or "").removesuffix(" km")
    return number.isdecimal() and int(number) >= _FAR


def _nameless_named(story: Story, place: PlaceMention) -> PlaceMention | None:
    """The one village or quarter that a report names where the harm's place tells one without its name."""
    kind = _nameless_kind(story, place)
    if kind is None:
        return None
    told = [
        p
        for p in story.mentions.places
        if p.descriptor == kind and p.name and p is not place and story.mentions.grain(p) < POINT and is_place(p)
    ]
    fitting = [p for p in told if _fits(story, place, p)]
    return fitting[0] if len({p.name for p in fitting}) == 1 else None


def _facility_named(story: Story, place: PlaceMention) -> PlaceMention | None:
    """The one facility of its sort that the report names, for one with the article; never a hospital."""
    tokens = story.document.tokens
    if place.descriptor == "hospital":
        return None
    sort = tokens[place.last - 1].text.removeprefix("ال")
    told = [
        p
        for p in story.mentions.places
        if p.role == "facility" and p.name and sort in (t.text for t in tokens[p.first : p.last])
    ]
    if len({p.name for p in told}) != 1:
        return place
    return told[0] if TOLD in told[0].rules else told[0]._replace(rules=(*told[0].rules, TOLD))


def _nameless_kind(story: Story, place: PlaceMention) -> str | None:
    """What is told without its name: "village" for "قرية في ولاية كذا", "قرية شمالي البلاد", "أحد أحياء حلب"."""
    tokens, grain = story.document.tokens, story.mentions.grain(place)
    if place.descriptor == "village" and grain >= COARSE:
        return "village"
    if tokens[place.first].text in _QUARTERS and place.descriptor == "city":
        return "neighbourhood"
    first = max(0, place.first - _REACH, *(p.last for p in story.mentions.places if p.last <= place.first and p.name))
    kinds = [_KINDS[t.text] for t in tokens[first : place.first] if t.text in _KINDS]
    return kinds[-1] if kinds and kinds[-1] != place.descriptor else None


def _is_named_elsewhere(story: Story, place: PlaceMention) -> bool:
    """Whether the words tell of a smaller place without naming it: "قرية بولاية كذا", "إحدى البلدات في محافظة كذا"."""
    grain = story.mentions.grain(place)
    if place.role == "facility" and (grain == POINT or story.mentions.region(place)[0] is None):
        # A hospital or a hotel that no gazetteer has.
        return True
    before = [t.text for t in story.document.tokens[max(0, place.first - 2) : place.first]]
    # "مخيم القرى (وادي عباس)": the name stands in brackets.
    return grain >= POINT and "(" not in before and not _NAMELESS.isdisjoint(before)


def _told_again(story: Story, draft: Draft) -> PlaceMention | None:
    """The finer place with which the same harm is told again."""
    own = draft.place
    assert own is not None
    same = [m for m in story.mates(draft) if (m.outcome, m.low) == (draft.outcome, draft.low) and m.scope == "incident"]
    told = [m.place for m in same if m.place]
    grain = story.mentions.grain
    return next((p for p in told if grain(p) < grain(own) and _fits(story, own, p)), None)


def _only_finer(story: Story, draft: Draft) -> PlaceMention | None:
    """The one named point of the incident in the region of a claim's place, if there is only one."""
    mentions, own = story.mentions, draft.place
    assert own is not None
    mates = [m for m in story.mates(draft) if m.place]
    told = [m.place for m in mates if m.place] + incident_places(story, draft)
    outer = {id(o) for p in told for o in outer_places(mentions, p)}
    fine = [p for p in told if mentions.grain(p) < POINT and p.role == "place" and _fits(story, own, p)]
    inner = [p for p in fine if id(p) not in outer] or fine
    names = {p.name for p in inner}
    if own.role == "facility" and names:
        return min(inner, key=lambda p: abs(p.first - own.first))
    if len(names) == 1:
        return inner[0]
    if not _is_named_elsewhere(story, own):
        return None
    # Of several, the one where others were harmed alike.
    alike = [m.place for m in mates if m.outcome == draft.outcome and any(m.place is p for p in inner)]
    return alike[0] if len({p.name for p in alike if p}) == 1 else None


def _fits(story: Story, wide: PlaceMention | None, fine: PlaceMention) -> bool:
    """Whether a place can lie in another one: of one province and country, where they are known."""
    if wide is None or wide.descriptor == "border":
        return True
    pairs = zip(story.mentions.region(wide), story.mentions.region(fine), strict=True)
    return all(a == b or a is None or b is None for a, b in pairs)


def incident_places(story: Story, draft: Draft) -> list[PlaceMention]:
    """The places named in the sentences of an incident, the nearest sentence first, in each the finest first."""
    document, mentions = story.document, story.mentions
    found: list[PlaceMention] = []
    for sentence in story.sentences(draft):
        found += sorted(places_of_harm(document, mentions, sentence), key=mentions.grain)
    return [p for p in found if mentions.grain(p) < UNNAMED]
