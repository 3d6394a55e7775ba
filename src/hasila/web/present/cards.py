"""A claim as a card: every value with the words it rests on, what is doubtful, and what was decided."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from hasila.model import claim as records
from hasila.model.judgement import Judgement
from hasila.register.models import Claim, Incident
from hasila.web.present import digits, labels
from hasila.web.present.actors import actor_name
from hasila.web.present.cautions import Caution, cautions
from hasila.web.present.labels import label
from hasila.web.present.places import area_name
from hasila.web.present.reread import SecondLook, number_words
from hasila.web.present.segments import Mark


@dataclass(frozen=True)
class Value:
    """One value of a card. `words` are what it rests on, `note` says what is special (a basis, a level)."""

    key: str
    name: str
    text: str
    words: tuple[str, ...] = ()
    note: str = ""
    weak: bool = False


@dataclass(frozen=True)
class Card:
    """What a page shows of a claim; `number` is its number on the page."""

    number: int
    row: Claim
    record: records.Claim
    headline: str
    values: Sequence[Value]
    cautions: Sequence[Caution]
    marks: Sequence[Mark]
    decided: Sequence[Judgement] = ()
    corrected: Mapping[str, Any] = field(default_factory=dict)
    incidents: Sequence[Incident] = ()

    @property
    def sides(self) -> str:
        """The blamed sides by name."""
        return pgettext("list", ", ").join(actor_name(a, _first_day(self.record)) for a in self.record.perpetrators)

    @property
    def blame_waits(self) -> bool:
        """The blame is to be decided on its own."""
        return self.row.blame_state == "awaiting" and self.row.state != "rejected"


def card(
    row: Claim,
    position: int,
    look: SecondLook | None = None,
    decided: Sequence[Judgement] = (),
    incidents: Sequence[Incident] = (),
    numbers: Mapping[int, int] | None = None,
) -> Card:
    """The card of a claim; `numbers` maps a claim's place in its reading to its number on the page."""
    claim = row.record()
    return Card(
        number=position,
        row=row,
        record=claim,
        headline=headline(claim),
        values=tuple(_values(claim, numbers or {})),
        cautions=cautions(claim, row.why, look, row.reread_differs),
        marks=tuple(_marks(claim, position)),
        decided=decided,
        incidents=incidents,
    )


def headline(claim: records.Claim) -> str:
    """
    A claim in one line: outcome, how many, who.

    >>> from hasila.model.record import Quote
    >>> from django.utils import translation
    >>> q = Quote(text="مقتل 3", start=0, end=6)
    >>> with translation.override("en"):
    ...     headline(records.Claim(id="c", outcome="killed", low=3, high=3, status="civilian", quote=q))
    'killed: ٣, civilians, as reported'
    """
    parts = [digits.bounds(claim.low, claim.high, claim.approx)]
    if claim.unit == "family":
        parts.append(label(labels.UNITS, "family"))
    parts += [label(labels.KINDS, kind) for kind in claim.kinds] or [label(labels.STATUSES, claim.status)]
    return f"{label(labels.OUTCOMES, claim.outcome)}: {pgettext('list', ', ').join(parts)}"


def _first_day(claim: records.Claim) -> Any:
    return claim.date.from_ if claim.date else None


def _words(claim: records.Claim, *keys: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(quote.text for key in keys for quote in claim.evidence.get(key, ())))


def _values(claim: records.Claim, numbers: Mapping[int, int]) -> Iterator[Value]:
    def value(key: str, text: str, words: tuple[str, ...] = (), note: str = "", weak: bool = False) -> Value:
        return Value(key, label(labels.FIELDS, key), text, words, note, weak)

    listed = pgettext("list", ", ")
    count = digits.bounds(claim.low, claim.high, claim.approx)
    unit = label(labels.UNITS, claim.unit) if claim.unit == "family" else ""
    yield value("number", count, tuple(dict.fromkeys(q.text for q in number_words(claim))), unit, claim.low is None)
    yield value("outcome", label(labels.OUTCOMES, claim.outcome), _words(claim, "outcome"))
    yield value("status", label(labels.STATUSES, claim.status), _words(claim, "status"), "", claim.status == "unknown")
    if claim.kinds:
        yield value("kinds", listed.join(label(labels.KINDS, k) for k in claim.kinds), _words(claim, "kinds"))
    if claim.affiliation:
        yield value("affiliation", actor_name(claim.affiliation, _first_day(claim)), _words(claim, "affiliation"))
    yield value("cause", label(labels.CAUSES, claim.cause), _words(claim, "cause"), "", claim.cause == "unknown")
    yield from _blamed(claim)
    yield _place(claim)
    yield _date(claim)
    said = label(labels.SOURCES, claim.source.kind)
    yield value("source", said, _words(claim, "source") or ((claim.source.text,) if claim.source.text else ()))
    yield value("scope", label(labels.SCOPES, claim.scope), _words(claim, "scope"))
    yield value("stance", label(labels.STANCES, claim.stance), _words(claim, "stance"), weak=claim.stance != "affirmed")
    if claim.part_of is not None:
        whole = numbers.get(claim.part_of)
        told = _("claim %(n)s") % {"n": digits.number(whole)} if whole else _("a claim that no longer counts")
        yield value("part_of", told)


def _blamed(claim: records.Claim) -> Iterator[Value]:
    name = label(labels.FIELDS, "perpetrators")
    bases = {blame.actor: blame for blame in claim.blame}
    if not claim.perpetrators:
        yield Value("perpetrators", name, pgettext("blame", "nobody named"), weak=True)
    for actor in claim.perpetrators:
        blame = bases.get(actor)
        words = tuple(dict.fromkeys(q.text for q in blame.evidence)) if blame else _words(claim, "perpetrators")
        if blame and blame.name and blame.name not in words:
            words = (blame.name, *words)
        basis = label(labels.BASES, blame.basis) if blame else ""
        weak = blame is None or blame.basis in ("carried", "suspected")
        yield Value("perpetrators", name, actor_name(actor, _first_day(claim)), words, basis, weak)


def _place(claim: records.Claim) -> Value:
    name, place = label(labels.FIELDS, "place"), claim.place
    if place is None:
        return Value("place", name, pgettext("place", "not told"), weak=True)
    area = area_name(place.admin1 or "", place.country or "")
    level = label(labels.LEVELS, place.level) if place.level else ""
    found = place.row is not None or place.lat is not None
    note = level if found else _("not found in the gazetteer")
    return Value("place", name, area or place.text, (place.text,), note, weak=not found)


def _date(claim: records.Claim) -> Value:
    name, when = label(labels.FIELDS, "date"), claim.date
    if when is None:
        return Value("date", name, pgettext("date", "not told"), weak=True)
    note = "" if when.precision == "day" else label(labels.PRECISIONS, when.precision)
    return Value("date", name, digits.days(when.from_, when.to), _words(claim, "date"), note)


def _marks(claim: records.Claim, position: int) -> Iterator[Mark]:
    yield Mark(claim.quote.start, claim.quote.end, position, "quote")
    for key, quotes in claim.evidence.items():
        shown = {"victims": "number", "low": "number", "high": "number"}.get(key, key)
        yield from (Mark(q.start, q.end, position, shown) for q in quotes)
    if not ({"victims", "low"} & claim.evidence.keys()):
        yield Mark(claim.quote.start, claim.quote.end, position, "number")
    for blame in claim.blame:
        yield from (Mark(q.start, q.end, position, "perpetrators") for q in blame.evidence)
