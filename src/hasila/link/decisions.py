"""Judgements of "same" and "different", brought down to units. They bind: no score can overrule a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hasila.link.units import Unit
from hasila.model.claim import Reading
from hasila.model.judgement import Judgement

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of unit ids that persons joined and parted, each with the id of the judgement."""

    same: Mapping[Pair, str]
    different: Mapping[Pair, str]


def decisions(judgements: Sequence[Judgement], units: Sequence[Unit], readings: Mapping[str, Reading]) -> Decisions:
    """
    What stands: no withdrawn judgement; and where two contradict, directly or by what follows, the later one.

    A subject may be a claim, a unit, an incident (it stands for the unit that it is named after) or a report (all its
    main units: "same" joins the first, "different" parts each).
    """
    withdrawn = {j.withdraws for j in judgements if j.verdict == "withdraw"}
    standing = [j for j in judgements if j.verdict in ("same", "different") and j.id not in withdrawn]
    named = _names(units, readings)
    groups, same, different = _Groups(), dict[Pair, str](), dict[Pair, str]()
    for judgement in sorted(standing, key=lambda j: (j.at, j.id), reverse=True):
        left, right = named.get(judgement.subject, []), named.get(judgement.other or "", [])
        if judgement.verdict == "same":
            for a, b in zip(left[:1], right[:1], strict=False):
                if a != b and groups.may_join(a, b):
                    groups.join(a, b)
                    same[min(a, b), max(a, b)] = judgement.id
        else:
            for a in left:
                for b in right:
                    if a != b and groups.may_part(a, b):
                        groups.part(a, b)
                        different[min(a, b), max(a, b)] = judgement.id
    return Decisions(same, different)


def _names(units: Sequence[Unit], readings: Mapping[str, Reading]) -> dict[str, list[str]]:
    """What a judgement may call a unit: its own id, its incident's, its claims' and its report's."""
    out: dict[str, list[str]] = {}
    for unit in units:
        calls = [unit.id, unit.incident_id, *(readings[unit.report].claims[n].id for n in unit.claims)]
        if unit.main and unit.kind == "incident":
            calls.append(unit.report)
        for call in calls:
            out.setdefault(call, []).append(unit.id)
    return out


class _Groups:
    """Which units must be together and which apart, so far."""

    def __init__(self) -> None:
        self._head: dict[str, str] = {}
        self._apart: list[Pair] = []

    def head(self, unit: str) -> str:
        while unit in self._head:
            unit = self._head[unit]
        return unit

    def may_part(self, a: str, b: str) -> bool:
        return self.head(a) != self.head(b)

    def may_join(self, a: str, b: str) -> bool:
        pair = {self.head(a), self.head(b)}
        return len(pair) == 1 or all({self.head(x), self.head(y)} != pair for x, y in self._apart)

    def join(self, a: str, b: str) -> None:
        a, b = sorted((self.head(a), self.head(b)))
        if a != b:
            self._head[b] = a

    def part(self, a: str, b: str) -> None:
        self._apart.append((a, b))
