"""Which place of a sentence belongs to a harm."""

from collections.abc import Sequence
from itertools import pairwise

from hasila.extract.bond import Bond
from hasila.extract.mentions import Mentions
from hasila.extract.places import PlaceMention
from hasila.pack.context import words
from hasila.text.fold import folded_words
from hasila.text.tokens import Document

# From here on (`Mentions.grain`) a place is no finer than a country.
COARSE = 6
# Below this a place is one point: a district or less.
POINT = 2
LINE = 4
# Words that name no place themselves ("المدينة", "المستشفى").
UNNAMED = 8
_STOPS = {"؛", ":", "."} | folded_words("فيما بينما ثم")
_DASHES = frozenset("-–—")
_MARKS = _DASHES | frozenset(":/")
# Tokens at most in the head of a paragraph that is a dateline, and in a line that is nothing else.
_HEAD, _SHORT = 12, 6
_TO = folded_words("إلى نحو باتجاه صوب اتجاه")
# Words at most between a verb of going and the place; "نحو", "في اتجاه" tell by themselves that people go there.
_GOING, _HEADING = 5, 14
_TOWARDS = {"الي", "نحو", "باتجاه", "داخل"}
# How coarse (`Mentions.grain`) that is for which a word with the article stands.
_STANDS_FOR = {
    "city": (0, 1),
    "town": (0, 1),
    "village": (0, 1),
    "camp": (0, 1),
    "neighbourhood": (0, 0),
    "capital": (1, 1),
    "governorate": (3, 3),
    "country": (6, 6),
}
_LEAVING = ("displaced", "evacuated", "released")


def is_place(place: PlaceMention) -> bool:
    """Whether a mention can be where a harm happened: not the place in an actor's name, not an adjective of nation."""
    return place.role in ("place", "facility") and place.descriptor != "nationality"


def is_dateline(document: Document, place: PlaceMention) -> bool:
    """Whether a place only says where the report was written: "كييف - وكالة:", "دبي، الإمارات (CNN) –"."""
    if place.first < document.title_last:
        # "حلب: مقتل خمسة مدنيين" in a title tells where it happened.
        return False
    first, last = document.paragraphs[document.paragraph_of[place.first]]
    if place.first > first and place.last - first > max(_HEAD, _SHORT):
        return False
    if place.last <= _dateline_end(document, first, last):
        return True
    after = [t.text for t in document.tokens[place.last : place.last + 5]]
    return place.first == first and bool(after) and (after[0] in _MARKS or (after[0] == "(" and ":" in after))


def _dateline_end(document: Document, first: int, last: int) -> int:
    """Where the line ends at the head of a paragraph that tells who writes from where; the head itself if there is none."""
    head = [t.text for t in document.tokens[first : min(last, first + _HEAD)]]
    for at, (one, two) in enumerate(pairwise(head)):
        if one == ")" and two in _MARKS:
            return first + at + 1
    dash = next((at for at, word in enumerate(head) if word in _DASHES), None)
    if dash is None:
        return first
    if last - first <= _SHORT:
        return last
    return first + head.index(":") if ":" in head[dash:_SHORT] else first


def places_of_harm(document: Document, mentions: Mentions, sentence: int) -> list[PlaceMention]:
    """The places of a sentence in which a harm can have happened, from left to right."""
    if sentence not in mentions.harm_places:
        first, last = document.sentences[sentence]
        inside = [p for p in mentions.places if first <= p.first < last and is_place(p)]
        told = [p for p in inside if not is_dateline(document, p) and not _is_beside(document, mentions, p)]
        told = [p for p in told if p.offset != "between" or mentions.region(p)[1]]
        mentions.harm_places[sentence] = told
    return mentions.harm_places[sentence]


def _is_beside(document: Document, mentions: Mentions, place: PlaceMention) -> bool:
    """Whether a place is that of somebody's seat ("ومقره لندن"), part of a side's name, or the side itself ("الجبهة")."""
    if place.descriptor == "front" and place.definite and not place.direction:
        return True
    if place.first and document.tokens[place.first - 1].text in words("seat"):
        return True
    if place.descriptor == "hospital" and place.first and document.tokens[place.first - 1].text in words("stationed"):
        return True
    return any(a.form == "name" and a.first <= place.first and place.last <= a.last for a in mentions.actors)


def choose_place(document: Document, bond: Bond, mentions: Mentions) -> PlaceMention | None:
    """The most specific place that the bond's sentence tells for the harm, after the victims rather than before them."""
    first, last = document.sentences[bond.sentence]
    group = bond.group
    inside = [p for p in places_of_harm(document, mentions, bond.sentence) if not group.first <= p.first < group.last]
    if bond.outcome not in _LEAVING:
        inside = without_goals(document, inside)
    if not inside:
        return None
    nested = {
        id(o)
        for p in inside
        for o in outer_places(mentions, p)
        if mentions.grain(p) < UNNAMED
        and (mentions.grain(p) < 3 or mentions.grain(o) >= 3 or o.direction is not None or o.offset is not None)
    }
    for one, two in pairwise(inside):
        # "مخيم كذا قرب كذا وكذا": what is joined to a place around lies around too.
        if id(one) in nested and two.prefix.startswith("و") and two.first == one.last:
            nested.add(id(two))
    stops = [t for t in range(first, last) if document.tokens[t].text in _STOPS]
    harms = [h.first for h in mentions.harms if first <= h.first < last and h.outcome != "none"]

    def cost(place: PlaceMention) -> float:
        after = place.first >= bond.last
        distance = place.first - bond.last if after else (bond.first - place.last) * 1.1 + 2
        near, far = min(place.first, bond.first), max(place.first, bond.first)
        crossed = 6 * sum(near < s < far for s in stops)
        if not after:
            # The place of another harm told before this one.
            crossed += 4 * sum(place.last <= h < bond.first for h in harms)
        return (
            distance
            + (18 if id(place) in nested else 0)
            + 4 * _coarseness(mentions, place)
            + crossed
            + _unlikely(document, mentions, bond, place)
        )

    chosen = min(inside, key=cost)
    if chosen.last <= bond.first:
        chosen = _finer_behind(document, mentions, bond, inside, chosen)
    if mentions.grain(chosen) == UNNAMED:
        # "سوق في بلدة كذا": the town names it.
        around = outer_places(mentions, chosen)
        # "المناطق الانفصالية في شرق البلاد": the part of the country tells more.
        named = [o for o in around if mentions.grain(o) < UNNAMED] or [o for o in around if o.direction]
        chosen = named[0] if named else named_before(mentions, chosen)
    return chosen if mentions.grain(chosen) < 9 else None


def without_goals(document: Document, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places to which nobody only goes; with a goal goes what is joined to it ("نحو كذا وكذا")."""
    kept: list[PlaceMention] = []
    last = -1
    for place in places:
        if is_goal(document, place) or (place.first == last and place.prefix == "و"):
            last = place.last
        else:
            kept.append(place)
    return kept


def _finer_behind(
    document: Document, mentions: Mentions, bond: Bond, inside: list[PlaceMention], frame: PlaceMention
) -> PlaceMention:
    """The point told behind a harm in the town or province told before it: "وفي رفح، قتل أربعة بقصف في حي النصر"."""
    _, last = document.sentences[bond.sentence]
    ends = [h.first for h in mentions.harms if bond.last <= h.first < last and h.outcome != "none"]
    until = min([*ends, last])
    behind = [p for p in inside if bond.last <= p.first < until and mentions.grain(p) < min(2, mentions.grain(frame))]
    alike = [
        p
        for p in behind
        if p.role == "place" and None not in mentions.region(p) and mentions.region(p) == mentions.region(frame)
    ]
    return alike[0] if alike else frame


def _coarseness(mentions: Mentions, place: PlaceMention) -> int:
    """How coarse a place is told: a road, and the way between two towns, is as exact as a district."""
    grain = mentions.grain(place)
    local = place.descriptor != "border" and mentions.region(place)[0] is not None
    return POINT if grain == LINE and local else grain


def named_before(mentions: Mentions, place: PlaceMention) -> PlaceMention:
    """The place told before that "المدينة", "القرية", "العاصمة", "المحافظة" stand for; the same one where none fits."""
    if not place.definite or place.descriptor not in _STANDS_FOR or place.direction:
        return place
    least, most = _STANDS_FOR[place.descriptor]
    before = [
        p for p in mentions.places if p.last <= place.first and is_place(p) and least <= mentions.grain(p) <= most
    ]
    alike = [p for p in before if p.descriptor == place.descriptor]
    return (alike or before or [place])[-1]


def outer_places(mentions: Mentions, place: PlaceMention) -> list[PlaceMention]:
    """The places that contain one, as its own phrase tells them, the nearest first."""
    return [mentions.all_places[at] for at in place.within]


def is_goal(document: Document, place: PlaceMention) -> bool:
    """Whether people only go to a place, or a road leads there: "لجأوا إلى مدينة كذا"."""
    led = document.tokens[place.first - 1].text if place.first else ""
    if led not in _TO:
        return False
    start, _ = document.sentences[document.sentence_of[place.first]]
    reach = _GOING if led == "الي" else _HEADING
    before = document.tokens[max(start, place.first - reach) : place.first - 1]
    return any(t.text in words("goes") or t.text.lstrip("وف").removeprefix("ال") in words("goes") for t in before)


def _unlikely(document: Document, mentions: Mentions, bond: Bond, place: PlaceMention) -> float:
    """What speaks against a place: people were brought there, speak there, or go there."""
    before = document.tokens[place.first - 1].text if place.first else ""
    cost = 2.0 if place.role == "facility" else 0.0
    if place.descriptor == "hospital" and before not in words("aimed") and not place.offset:
        cost += 25
    if place.offset and place.offset.endswith(" km"):
        # "التي تبعد 60 كم عن": it tells where the place before it lies.
        cost += 8
    if document.tokens[place.first].text in words("lying") or before in words("stationed"):
        cost += 8
    if bond.outcome in _LEAVING and before in _TOWARDS:
        cost += 20
    elif is_goal(document, place):
        cost += 15
    if any(s.first <= place.first < s.last for s in mentions.sources):
        cost += 15
    return cost
