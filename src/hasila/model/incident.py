"""An Incident: claims and event mentions that rules or people judged to speak of the same event."""

from typing import Literal

from hasila.model.claim import Level, When
from hasila.model.record import Record


class IncidentPlace(Record):
    """Where an incident is put: a gazetteer name and point, and how precisely the reports tell it."""

    name: str
    lat: float | None = None
    lon: float | None = None
    level: Level | None = None


class Range(Record):
    """The lowest and highest reported figure by one convention; None where the reports give no bound."""

    low: int | None
    high: int | None


class Incident(Record):
    """
    A set of claims about one event. Its counts are ranges found by named rules; claims are never added up.

    `claims` are pairs (report id, index in that report's claims). `reports` tell of it as a main event, `recalls` only
    mention it. `actors` are the blamed sides that it is filed under, `also_blamed` the forces of the country that are blamed
    beside an ally from abroad among them: `blamed` is both. `ranges` maps a convention to its figures: {"airwars": {"killed": [1, 3]}}.
    """

    id: str
    kind: Literal["incident", "total"]
    reports: tuple[str, ...]
    recalls: tuple[str, ...] = ()
    claims: tuple[tuple[str, int], ...] = ()
    place: IncidentPlace | None = None
    date: When | None = None
    actors: tuple[str, ...] = ()
    also_blamed: tuple[str, ...] = ()
    ranges: dict[str, dict[str, tuple[int | None, int | None]]] = {}
    grade: str | None = None
    why: tuple[str, ...] = ()

    @property
    def blamed(self) -> tuple[str, ...]:
        """Every side that is listed as blamed."""
        return tuple(sorted({*self.actors, *self.also_blamed}))
