"""A Claim: what one report says, on somebody's word, about harm to people. It is never a fact.

The meaning of every field is the codebook's (docs/codebook.md).
"""

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from hasila.model.record import Quote, Record

Outcome = Literal[
    "killed", "injured", "casualty", "missing", "detained", "abducted",
    "released", "displaced", "evacuated", "surrendered", "abused",
]  # fmt: skip
Status = Literal["civilian", "combatant", "unknown"]
Kind = Literal[
    "child", "woman", "man", "elderly", "family", "medical", "rescue", "journalist", "aid",
    "student", "official", "leader", "security", "prisoner", "displaced", "worker", "foreign",
]  # fmt: skip
Cause = Literal[
    "air_strike", "drone_strike", "shelling", "explosive", "suicide_bomb", "chemical", "attack", "clash", "execution",
    "torture", "arrest", "abduction", "crackdown", "siege", "displacement", "exchange", "other", "unknown",
]  # fmt: skip
SourceKind = Literal["own", "local", "medical", "official", "party", "monitor", "un", "media", "social"]
Scope = Literal["incident", "cumulative"]
Stance = Literal["affirmed", "denied", "uncertain"]
Basis = Literal["stated", "claimed", "accused", "suspected", "carried"]
Precision = Literal["day", "days", "week", "month", "year", "longer"]
Level = Literal[
    "point", "landmark", "neighbourhood", "village", "town", "city", "near", "adm3", "adm2", "adm1", "line", "country",
]  # fmt: skip


class Candidate(Record):
    """A gazetteer row that a place phrase may mean, with the score it got and a sentence that says why."""

    row: str
    name: str
    lat: float
    lon: float
    level: Level
    admin1: str | None = None
    country: str | None = None
    score: float
    why: str


class Place(Record):
    """
    Where: the most specific place named for the harm, verbatim, and what resolving made of it.

    `row` is the gazetteer row that `lat`, `lon` come from; all three are None where the place stays unknown,
    and `why` says why. `level` is how precisely the words tell the place, never finer than the row.
    """

    text: str
    admin1: str | None = None
    country: str | None = None
    level: Level | None = None
    lat: float | None = None
    lon: float | None = None
    row: str | None = None
    why: str | None = None
    candidates: tuple[Candidate, ...] = ()


class When(Record):
    """When: the first and the last day that the harm may have happened on, and how precisely the words tell it."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", serialize_by_alias=True, validate_by_name=True, validate_by_alias=True
    )
    from_: date = Field(alias="from")
    to: date
    precision: Precision


class Source(Record):
    """Who says it: the first speaker in the chain, verbatim (None: the outlet itself), and what kind of speaker."""

    text: str | None = None
    kind: SourceKind = "own"


class Blame(Record):
    """A side held responsible by the text: its id, its name as written, on what basis, and the words."""

    actor: str
    name: str | None = None
    basis: Basis
    evidence: tuple[Quote, ...] = ()


class Victim(Record):
    """A named victim. Sensitive: never in an export unless a person decides so."""

    name: str
    age: int | None = None
    sex: Literal["male", "female"] | None = None
    start: int
    end: int


class Confidence(Record):
    """How surely this was read, from 0 to 1, and the reasons that lowered it."""

    score: float
    reasons: tuple[str, ...] = ()


class Claim(Record):
    """One statement in one report, by one source, that people suffered one kind of harm."""

    id: str
    event: int | None = None
    outcome: Outcome
    low: int | None = None
    high: int | None = None
    approx: bool = False
    unit: Literal["person", "family"] = "person"
    status: Status = "unknown"
    kinds: tuple[Kind, ...] = ()
    affiliation: str | None = None
    cause: Cause = "unknown"
    perpetrators: tuple[str, ...] = ()
    blame: tuple[Blame, ...] = ()
    place: Place | None = None
    date: "When | None" = None
    source: Source = Source()
    scope: Scope = "incident"
    stance: Stance = "affirmed"
    part_of: int | None = None
    quote: Quote
    evidence: dict[str, tuple[Quote, ...]] = {}
    victims: tuple[Victim, ...] = ()
    confidence: Confidence = Confidence(score=1.0)
    rules: tuple[str, ...] = ()


class EventMention(Record):
    """An attack or coercive act told in a report, with or without harm. It links reports; it never counts anyone."""

    cause: Cause
    blame: tuple[Blame, ...] = ()
    place: Place | None = None
    date: "When | None" = None
    evidence: dict[str, tuple[Quote, ...]] = {}
    main: bool = True


class Reading(Record):
    """What was read in one report: its claims and event mentions, and the pack that read them."""

    id: str
    claims: tuple[Claim, ...] = ()
    events: tuple[EventMention, ...] = ()
    pack: str
