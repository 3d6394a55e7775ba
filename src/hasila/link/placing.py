"""Where an incident is put: the place that most independent texts tell, and no point where that place is not found."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from hasila.link.told import REACH
from hasila.link.units import Unit
from hasila.model.incident import IncidentPlace

TWO = 2  # independent texts that name a place which is not found, before the incident is left without a point
Key = TypeVar("Key", bound=Hashable)


def place_of(units: Sequence[Unit]) -> tuple[IncidentPlace | None, list[str]]:
    """
    The place told by the most families of copies, of equals the most precise one; and why it has no point, if so.

    A place finer than a region goes before regions. A text that names a place which no gazetteer has counts for the
    found place of the same name; where two texts or more, and no fewer than for the found place, name one that is not
    found, there is no point.
    """
    placed = [(u, u.place) for u in units if u.place is not None]
    fine = [(u, p) for u, p in placed if p.lat is not None and u.fine]
    found = fine or [(u, p) for u, p in placed if p.lat is not None]
    if not found:
        told = min((p for _, p in placed), key=lambda p: (REACH[p.level], p.text), default=None)
        return (IncidentPlace(name=told.text, level=told.level) if told else None), []
    votes = _families((p.row, u) for u, p in found)
    lost = [(u, p) for u, p in placed if p.lat is None and p.level is None]
    unfound = _families((u.place_name, u) for u, _ in lost)
    for unit, place in found:
        votes[place.row] |= unfound.pop(unit.place_name, set())
    best = min((p for _, p in found), key=lambda p: (-len(votes[p.row]), REACH[p.level], p.row or "", p.text))
    name = min(unfound, key=lambda n: (-len(unfound[n]), sorted(n)), default=None)
    if fine and name is not None and len(unfound[name]) >= max(TWO, len(votes[best.row])):
        text = min(p.text for u, p in lost if u.place_name == name)
        return IncidentPlace(name=text), [_no_point(text, len(unfound[name]), best.text, len(votes[best.row]))]
    return IncidentPlace(name=best.text, lat=best.lat, lon=best.lon, level=best.level), []


def _families(told: Iterable[tuple[Key, Unit]]) -> dict[Key, set[str]]:
    """The families of copies that tell each value."""
    out: defaultdict[Key, set[str]] = defaultdict(set)
    for value, unit in told:
        out[value].add(unit.family)
    return dict(out)


def _no_point(name: str, texts: int, other: str, others: int) -> str:
    return f"no point: {texts} independent texts name {name}, which no gazetteer has, no fewer than the {others} for {other}"
