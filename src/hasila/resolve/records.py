"""Drafts to records: days and gazetteer rows for words, every quote with its offsets, ids of content."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from hasila.extract.blame_words import Blamed
from hasila.extract.draft import Draft, Named
from hasila.extract.facility_names import TOLD
from hasila.extract.place_belief import BELIEVED
from hasila.extract.places import PlaceMention
from hasila.extract.sources import Attribution
from hasila.extract.where import POINT
from hasila.model.claim import Blame, Claim, Confidence, Place, Source, Victim, When
from hasila.model.ids import content_id
from hasila.model.record import Quote
from hasila.model.report import Report
from hasila.pack.context import words
from hasila.resolve.confidence import confidence_of
from hasila.resolve.dates import resolve_time
from hasila.resolve.place_records import Decided
from hasila.text.tokens import Document


class Placed(Protocol):
    """Gives the place of a mention."""

    def place(self, mention: PlaceMention) -> Place: ...
    def decided(self, mention: PlaceMention) -> Decided: ...
    def quote(self, mention: PlaceMention) -> Quote | None: ...
    def holder(self, mention: PlaceMention) -> PlaceMention | None: ...
    def is_introduced(self, mention: PlaceMention) -> bool: ...


_GRAINS: dict[str | None, int] = {
    "point": 0, "landmark": 0, "neighbourhood": 0, "village": 0, "town": 0, "city": 1, "near": 1, "adm3": 1, "adm2": 2, "adm1": 3, "line": 4, "country": 6,
}  # fmt: skip


_SETTLED = ("village", "town", "city", "camp", "neighbourhood", "district")


def grain_of(placed: Placed, mention: PlaceMention) -> int:
    """How coarse a place is told: 0 a point to a town, 3 a province, 6 a country; 1 or 2 a described place unknown to the gazetteer, 9 no place."""
    outer = placed.holder(mention)
    if outer:
        # "سوق في بلدة كذا" is as exact as the town.
        grain = grain_of(placed, outer)
        return min(grain, POINT) if TOLD in mention.rules else grain
    if not mention.name:
        # "المدينة", "المستشفى": they name no place themselves.
        return 8
    level = placed.decided(mention).level
    if level:
        return _GRAINS[level]
    # "قرية كذا" names a place that no gazetteer has; "مبنى كذا" less surely.
    # A bare name that a gazetteer has, but not where the report is set, is one after "في" only.
    measured = BELIEVED in mention.rules and not mention.descriptor
    if mention.descriptor in _SETTLED or measured or (not mention.descriptor and placed.is_introduced(mention)):
        return 1
    return 2 if mention.descriptor else 9


class Grains:
    """How coarsely the places of one report are told, each worked out once."""

    def __init__(self, placed: Placed) -> None:
        self._placed = placed
        self._known: dict[tuple[int, int, bool], int] = {}

    def __call__(self, mention: PlaceMention) -> int:
        key = mention.first, mention.last, TOLD in mention.rules
        if key not in self._known:
            self._known[key] = grain_of(self._placed, mention)
        return self._known[key]


def region_of(placed: Placed, mention: PlaceMention) -> tuple[str | None, str | None]:
    """Province and country of a place, each None where it is not known."""
    place = placed.decided(mention)
    return place.admin1, place.country


def claim_records(
    report: Report,
    document: Document,
    drafts: Sequence[Draft],
    placed: Placed,
    events: dict[int, int],
    day: date | None,
) -> list[Claim]:
    """
    The drafts as claims, in order.

    `events` maps an episode's number to the index of its event mention; `day` is the one that relative times count from.
    """
    index = {id(d): i for i, d in enumerate(drafts)}
    return [_claim(report, document, draft, placed, index, events, day) for draft in drafts]


def _claim(
    report: Report,
    document: Document,
    draft: Draft,
    placed: Placed,
    index: dict[int, int],
    events: dict[int, int],
    day: date | None,
) -> Claim:
    quote = _quote(document, draft.first, draft.last)
    blame = blame_records(document, draft.blamed, draft.carried)
    place = placed.place(draft.place) if draft.place else None
    if place is not None and place.level is None and place.admin1 is None:
        place = _in_region(place, draft, placed)
    when = when_of(draft, day)
    source = draft.source
    said = _said(report, document, source) if source else Source()
    evidence = {name: tuple(_quote(document, a, b) for a, b in words) for name, words in draft.words.items() if words}
    if draft.place:
        evidence["place"] = (placed.quote(draft.place) or _quote(document, draft.place.first, draft.place.last),)
    if draft.time and when:
        evidence["date"] = (_quote(document, draft.time.first, draft.time.last),)
    if source:
        evidence["source"] = (_quote(document, source.first, source.last),)
    if blame:
        evidence["perpetrators"] = tuple(q for b in blame for q in b.evidence[:1])
    confidence = confidence_of(draft, when)
    return Claim(
        id=content_id("claim", report.id, draft.outcome, draft.low, draft.high, quote.start, quote.end),
        event=events.get(draft.episode.number), outcome=draft.outcome, low=draft.low, high=draft.high, approx=draft.approx, unit=draft.unit,
        status=draft.status, kinds=tuple(sorted(draft.kinds)), affiliation=draft.affiliation, cause=draft.cause,
        perpetrators=tuple(sorted({b.actor for b in blame})), blame=blame, place=place, date=when, source=said, scope=draft.scope, stance=draft.stance,
        victims=tuple(_victim(document, named) for named in draft.named),
        part_of=index.get(id(draft.parent)) if draft.parent else None, quote=quote, evidence=evidence,
        confidence=Confidence(score=confidence[0], reasons=confidence[1]), rules=tuple(dict.fromkeys(draft.rules)),
    )  # fmt: skip


# How the accounts of social networks are named as outlets of posts.
_NETWORKS = ("telegram", "facebook", "twitter", "instagram", "whatsapp", "@", "تلغرام", "تيليغرام", "فيسبوك", "تويتر")


def _said(report: Report, document: Document, source: Attribution) -> Source:
    """Whose word a claim is: another outlet's where an account of a social network hands on its correspondent's."""
    named = document.text(source.first, source.last).split()
    account = (report.outlet or "").lower().startswith(_NETWORKS)
    handed_on = source.kind == "own" and account and not words("press").isdisjoint(named)
    text = document.quote(source.first, source.last).text
    return Source(text=text, kind="media" if handed_on else source.kind)


def _in_region(place: Place, draft: Draft, placed: Placed) -> Place:
    """A place that no gazetteer has lies in the region of the incident's other places, where they agree."""
    regions = {
        (p.admin1, p.country)
        for p in map(placed.decided, draft.beside)
        if p.admin1 and p.country in (place.country, None)
    }
    if len(regions) != 1:
        return place
    admin1, country = next(iter(regions))
    return place.model_copy(update={"admin1": admin1, "country": country})


def _victim(document: Document, named: Named) -> Victim:
    name = document.quote(named.first, named.last)
    # A list's "و" before a name is no part of it.
    joined = 1 if named.joined else 0
    return Victim(name=name.text[joined:], age=named.age, sex=named.sex, start=name.start + joined, end=name.end)


def _quote(document: Document, first: int, last: int) -> Quote:
    return document.quote(first, last)


def when_of(draft: Draft, day: date | None) -> When | None:
    """The days of a draft, by its time phrase, the day that it counts from, and the date told before it."""
    if draft.time is None:
        return None
    told = resolve_time(draft.told_before.phrase, day) if draft.told_before else None
    return resolve_time(draft.time.phrase, day, told)


def blame_records(document: Document, blamed: Sequence[Blamed], carried: Sequence[Blamed]) -> tuple[Blame, ...]:
    """The sides blamed, each once: what the claim's own words say before what is carried over."""
    found: dict[str, Blame] = {}
    for b in [*blamed, *carried]:
        actor = b.mention.actor
        if actor is None or actor in found:
            continue
        name = document.quote(b.mention.first, b.mention.last)
        words = document.quote(min(b.first, b.mention.first), max(b.last, b.mention.last))
        found[actor] = Blame(
            actor=actor, name=name.text, basis=b.basis, evidence=(words, name) if words != name else (name,)
        )
    return tuple(found.values())
