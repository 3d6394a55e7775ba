"""Where a total lies: its own place, or the stage of the report."""

from collections import Counter
from collections.abc import Sequence

from hasila.extract.clause_words import rises_between
from hasila.extract.draft import Draft, Story
from hasila.extract.places import PlaceMention
from hasila.extract.where import COARSE, POINT, UNNAMED, is_dateline, is_place, without_goals
from hasila.pack.context import words

# Words in which a total begins with "هذه الهجمات".
_OPENING = 4


def stage_of(story: Story, draft: Draft) -> PlaceMention | None:
    """The place of a total: its own, unless that is of another harm or names none; else its stage."""
    own = draft.place
    nameless = own is not None and story.mentions.grain(own) == UNNAMED and own.descriptor not in ("country", "area")
    if own is None or nameless or _is_of_other_harm(story, draft, own):
        return _wide_place(story, draft) or own
    return own


def _is_of_other_harm(story: Story, draft: Draft, place: PlaceMention) -> bool:
    """Whether a point is told for the harm before a total: "قتل اثنان في قصف على كذا لترتفع الحصيلة إلى مئة"."""
    return story.mentions.grain(place) < POINT and rises_between(story.document, place.last, draft.first)


def _wide_place(story: Story, draft: Draft) -> PlaceMention | None:
    """Where a total without a place of its own lies: where the totals beside it do, else the stage of the report."""
    mentions, document = story.mentions, story.document
    others = sorted(story.drafts, key=lambda m: abs(m.first - draft.first))
    totals = [m for m in others if m.place is not draft.place and m.scope == "cumulative"]
    # Where those who fled went is not where others came to harm.
    kept = without_goals(document, mentions.places)
    totals = [m for m in totals if m.place in kept and m.place and mentions.grain(m.place) < UNNAMED]
    beside = [m for m in totals if m.episode is draft.episode]
    # Two totals since one day are of one area.
    alike = [m.place for m in totals if m.time and draft.time and m.time.phrase == draft.time.phrase]
    wide = [m.place for m in beside if m.place and mentions.grain(m.place) >= POINT]
    if alike or wide:
        return (alike or wide)[0]
    counted: Counter[str] = Counter()
    places = [
        p for p in kept if is_place(p) and (_is_stage(story, p) or _is_part_of_land(p)) and not is_dateline(document, p)
    ]
    counted.update(p.name or str(p.direction) for p in places)
    before = [p for p in places if p.first < draft.first] or places
    near = [
        p
        for p in before
        if document.paragraph_of[p.first] == document.paragraph_of[draft.first] and p.first < draft.first
    ]
    told = _of_attacks_told(story, draft, places)
    if told:
        return told
    lands = Counter(mentions.region(p)[1] for p in mentions.places if is_place(p))
    here = (story.mentions.country, None)
    return max(
        near or before,
        key=lambda p: (
            mentions.region(p)[1] in here,
            counted[p.name or str(p.direction)],
            lands[mentions.region(p)[1]],
            p.first,
        ),
        default=None,
    )


def _of_attacks_told(story: Story, draft: Draft, wide: Sequence[PlaceMention]) -> PlaceMention | None:
    """Where the attacks were of which a total begins "هذه الهجمات": what the sentence before it tells."""
    document, sentence = story.document, draft.bond.sentence
    first = document.sentences[sentence][0]
    opening = [t.text for t in document.tokens[first : first + _OPENING]]
    if words("these").isdisjoint(opening):
        return None
    before = [p for p in wide if document.sentence_of[p.first] == sentence - 1]
    here = [p for p in before if story.mentions.region(p)[1] == story.mentions.country]
    return here[-1] if here else None


def _is_stage(story: Story, place: PlaceMention) -> bool:
    """Whether a place is as wide as a total: a province to a country."""
    return bool(place.name) and 3 <= story.mentions.grain(place) <= COARSE


def _is_part_of_land(place: PlaceMention) -> bool:
    """Whether a place is a part of the country that a report is about: "جنوب البلاد"."""
    return place.descriptor == "country" and place.definite and place.direction is not None
