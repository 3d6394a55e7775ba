"""What a place mention means, and the record that is made of it where a claim or an event names it."""

from collections.abc import Sequence
from typing import NamedTuple

from hasila.model.claim import Candidate, Level, Place
from hasila.resolve.gazetteer import GazetteerRow
from hasila.resolve.place_choice import Scored
from hasila.resolve.place_levels import POINTLESS
from hasila.resolve.place_scores import likelihood

_SHOWN = 5  # candidates in a record


class Decided(NamedTuple):
    """The rows that a mention may mean, the best first, and what was made of them; `row` is where its point comes from."""

    scored: Sequence[Scored]
    why: str
    admin1: str | None = None
    country: str | None = None
    level: Level | None = None
    row: GazetteerRow | None = None


def place_record(decided: Decided, text: str) -> Place:
    """The record of a place, with its text as written."""
    row = decided.row if decided.level not in POINTLESS else None
    return Place(
        text=text, admin1=decided.admin1, country=decided.country, level=decided.level, lat=row and row.lat,
        lon=row and row.lon, row=decided.row and decided.row.id, why=decided.why,
        candidates=tuple(map(_candidate, decided.scored[:_SHOWN])),
    )  # fmt: skip


def _candidate(scored: Scored) -> Candidate:
    row = scored.row
    return Candidate(
        row=row.id, name=row.name_ar, lat=row.lat, lon=row.lon, level=row.level, admin1=row.admin1, country=row.country,
        score=likelihood(scored.score), why=scored.why,
    )  # fmt: skip
