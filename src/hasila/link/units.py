"""What is linked: one event as one report tells it, with its claims. A digest has several such units."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from hasila.link.told import (
    FINE,
    REACH,
    Toll,
    blame_told,
    cause_told,
    date_told,
    name_stems,
    names_told,
    place_told,
    toll_told,
    wholes,
)
from hasila.link.wording import rarities, stems_of, weighed
from hasila.model.claim import Claim, EventMention, Place, Reading, When
from hasila.model.ids import content_id
from hasila.model.report import Report

OLD = 10  # days between an event and the report of it, beyond which the report only recalls it
FRESH = 0  # days between an event with a place and the report of it, within which it is told as news
AROUND = 220  # code points on both sides of an event's words that count as its wording in a digest
NAMING = 0.1  # share of the tellings with a word that name their place by it, from which the word names places
LEAD = 1600  # code points of a report of one event that count as its wording


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One event in one report. Days are proleptic ordinals; `told` is False where they come from publication alone."""

    id: str
    report: str
    kind: Literal["incident", "total"]
    main: bool
    event: int | None
    claims: tuple[int, ...]
    family: str
    published: int | None
    first: int | None
    last: int | None
    told: bool
    place: Place | None
    place_stems: frozenset[str]
    place_name: frozenset[str]
    fine: bool
    reach: float
    cause: str
    blamed: frozenset[str]
    carried: frozenset[str]
    killed: Toll | None
    injured: Toll | None
    names: frozenset[str]
    stems: frozenset[str]
    words: Mapping[str, float] = field(default_factory=dict)
    places: Mapping[str, float] = field(default_factory=dict)
    total: tuple[object, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether nothing was read in the report."""
        return self.event is None and not self.claims

    @property
    def incident_id(self) -> str:
        """The id of the incident named after this unit, which it is when this unit is the first to tell of it."""
        return content_id(self.kind, self.id)


def units_of(report: Report, reading: Reading, family: str) -> list[Unit]:
    """
    The units of a report: its events, then claims without an event by place and date, then running totals.

    A report in which nothing was read is one bare unit: only its words and its day can join it to an incident.
    """
    of_event: defaultdict[int, list[int]] = defaultdict(list)
    loose: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    totals: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, claim in enumerate(reading.claims):
        if claim.scope == "cumulative":
            root = _root(reading.claims, claim)
            totals[place_key(root.place), root.date, root.cause, root.affiliation].append(n)
        elif claim.event is not None and claim.event < len(reading.events):
            of_event[claim.event].append(n)
        else:
            loose[place_key(claim.place), claim.date].append(n)
    alone = len(reading.events) + len(loose) == 1
    make = _Maker(report, reading, family)
    units = [make.unit(f"e{n}", n, of_event.get(n, []), alone) for n in range(len(reading.events))]
    units += [make.unit(f"c{n}", None, members, alone) for n, members in enumerate(loose.values())]
    units += [make.unit(f"t{n}", None, members, False, key) for n, (key, members) in enumerate(totals.items())]
    return _some_main(units) or [make.unit("w", None, [], True)]


def _some_main(units: list[Unit]) -> list[Unit]:
    """Every report is about something: where all its events are old or background, the latest are its main ones."""
    events = [u for u in units if u.kind == "incident"]
    if not events or any(u.main for u in events):
        return units
    latest = max(u.last or 0 for u in events)
    return [replace(u, main=u.kind == "incident" and (u.last or 0) == latest) for u in units]


def with_words(units: Sequence[Unit]) -> list[Unit]:
    """
    The units with their words, and those of them that name places, weighed by how rare they are.

    A word names places where a share of the tellings that have it name their place by it: one phrase that was taken for
    a place by mistake makes no name of a word that stands in every text.
    """
    rarity = rarities([u.stems for u in units])
    said = Counter(stem for u in units for stem in u.stems)
    named = Counter(stem for u in units for stem in u.place_name)
    names = {stem for stem, times in named.items() if times >= NAMING * said[stem]}
    return [replace(u, words=weighed(u.stems, rarity), places=weighed(u.stems & names, rarity)) for u in units]


def place_key(place: Place | None) -> str:
    """What two mentions of one place have in common: the gazetteer row, else the words without articles."""
    return (place.row or " ".join(sorted(stems_of(place.text)))) if place else ""


def _root(claims: Sequence[Claim], claim: Claim) -> Claim:
    """The whole that a part belongs to, at most eight steps away (a guard against circles)."""
    for _ in range(8):
        if claim.part_of is None or not 0 <= claim.part_of < len(claims):
            break
        claim = claims[claim.part_of]
    return claim


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the units of one report."""

    report: Report
    reading: Reading
    family: str

    def unit(
        self, key: str, event: int | None, members: Sequence[int], alone: bool, total: tuple[object, ...] | None = None
    ) -> Unit:
        mention = None if event is None else self.reading.events[event]
        claims = [self.reading.claims[n] for n in members]
        place, when = place_told(mention, claims), date_told(mention, claims)
        whole = wholes({n: self.reading.claims[n] for n in members})
        phrase = place.text if place else ""
        blamed, carried = blame_told(mention, claims)
        published = self.report.day.toordinal() if self.report.day else None
        first, last = _days(when, published)
        fine = bool(place and place.lat is not None and place.level in FINE)
        return Unit(
            id=f"{self.report.id}#{key}",
            report=self.report.id,
            kind="incident" if total is None else "total",
            main=_is_main(mention, when, published, fine),
            event=event,
            claims=tuple(members),
            family=self.family,
            published=published,
            first=first,
            last=last,
            told=when is not None,
            place=place,
            place_stems=stems_of(phrase),
            place_name=name_stems(phrase),
            fine=fine,
            reach=REACH[place.level if place else None],
            cause=cause_told(mention, claims),
            blamed=blamed,
            carried=carried,
            killed=toll_told(whole, "killed"),
            injured=toll_told(whole, "injured"),
            names=names_told(claims),
            stems=self._stems(mention, claims, alone),
            total=total or (),
        )

    def _stems(self, mention: EventMention | None, claims: Sequence[Claim], alone: bool) -> frozenset[str]:
        """The words in which the event is told: in a digest those around its own, else the head of the report."""
        words = self.report.words
        spans = [(c.quote.start, c.quote.end) for c in claims]
        if mention:
            spans += [(q.start, q.end) for quotes in mention.evidence.values() for q in quotes]
        if alone or not spans or len(words) < 2 * AROUND:
            return stems_of(words[:LEAD])
        return stems_of("\n".join(words[a:b] for a, b in _joined(spans, len(words))))


def _joined(spans: Sequence[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    """Spans with what is around them, those that overlap as one."""
    out: list[tuple[int, int]] = []
    for a, b in sorted((max(0, a - AROUND), min(end, b + AROUND)) for a, b in spans):
        if out and a <= out[-1][1]:
            out[-1] = out[-1][0], max(b, out[-1][1])
        else:
            out.append((a, b))
    return out


def _days(when: When | None, published: int | None) -> tuple[int | None, int | None]:
    """The days that the event may fall on; without a date it is that of publication or the day before."""
    if when is not None:
        return when.from_.toordinal(), when.to.toordinal()
    return (None, None) if published is None else (published - 1, published)


def _is_main(mention: EventMention | None, when: When | None, published: int | None, fine: bool) -> bool:
    """Whether the report tells the event as news: it is about it, or, as a digest does, dates it to these days."""
    if when is None or published is None:
        return mention is None or mention.main or fine
    age = published - when.to.toordinal()
    return age <= OLD and (mention is None or mention.main or (fine and age <= FRESH))
