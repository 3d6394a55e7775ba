"""
Which sides an incident is blamed on: those that enough independent texts blame in words of their own.

Where a force of the country is blamed beside an ally from abroad, the incident is filed under the ally, as Airwars does
(docs/conventions.md, Airwars, sides), and the force of the country is given apart: no blamed side is left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from hasila.link.units import Unit
from hasila.model.allies import COALITIONS, allies_of

# A side is listed where at least this share of the independent texts that blame anyone blame it.
LISTED = 0.25


class Blamed(NamedTuple):
    """The sides that an incident is filed under, those blamed beside an ally of theirs, and a sentence for each side."""

    filed: tuple[str, ...]
    also: tuple[str, ...]
    why: list[str]


def sides_blamed(units: Sequence[Unit], day: date | None = None) -> Blamed:
    """
    The sides listed as blamed, and a sentence for every side that any text names: why it is listed or not.

    `day` is that of the incident: alliances end.

    Texts are counted by family of copies. Blame that was carried over from another statement counts only where no text
    blames anyone in words of its own.
    """
    told, carried = _families((u, u.blamed - u.carried) for u in units), _families((u, u.carried) for u in units)
    counted = told or carried
    why = [f"{side}: counted as {whole}, of which it is a part" for side, whole in _merge(counted)]
    texts = len(set[str]().union(*counted.values()))
    listed = [side for side, families in sorted(counted.items()) if len(families) >= LISTED * texts]
    beside = {side: [ally for ally in allies_of(side, day) if ally in listed] for side in listed}
    for side, families in sorted(counted.items()):
        sentence = f"{side}: blamed in {len(families)} of {texts} independent texts that blame anyone"
        if side not in listed:
            sentence += ", too few to be listed"
        elif beside[side]:
            sentence += f"; also blamed, beside {', '.join(beside[side])}, allied from abroad"
        why.append(sentence)
    why += [
        f"{side}: not listed, only blame carried over from another statement names it"
        for side in sorted(carried.keys() - counted.keys() - COALITIONS.keys())
    ]
    return Blamed(tuple(s for s in listed if not beside[s]), tuple(s for s in listed if beside[s]), why)


def _families(blaming: Iterable[tuple[Unit, frozenset[str]]]) -> dict[str, set[str]]:
    """The families of copies that blame each side."""
    out: defaultdict[str, set[str]] = defaultdict(set)
    for unit, sides in blaming:
        for side in sides:
            out[side].add(unit.family)
    return dict(out)


def _merge(counted: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Count members of a coalition that is blamed beside them as the coalition; which those are."""
    merged = [(side, whole) for side, whole in COALITIONS.items() if side in counted and whole in counted]
    for side, whole in merged:
        counted[whole] = counted[whole] | counted.pop(side)
    return merged
