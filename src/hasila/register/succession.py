"""
What becomes of a report's claims when it is read again by newer versions. Pure: claims in, a plan out.

Nothing is deleted. Claims meet at the same words and the same outcome. Where nobody has judged the old claim, the new
one replaces it. Where a person has, the decision stands: it passes on to a new claim that says the same, and where the
new one says otherwise, or is missing, the judged claim goes on counting and the difference is marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hasila.model.claim import Claim
from hasila.register.state import State, differing


class Old(NamedTuple):
    """A claim that counted so far: its id, the lineage that judgements reach it by, as read, and its state."""

    id: str
    lineage: str
    read: Claim
    state: State


@dataclass(frozen=True)
class Heir:
    """A new claim's place: whether it counts, which lineage's judgements hold for it, and which claim it succeeds."""

    current: bool
    lineage: str
    succeeds: str = ""


@dataclass(frozen=True)
class Plan:
    """
    `heirs` in the order of the new claims; `retired`: old claims that count no longer; `differs`: judged ones that go
    on counting although the new reading says otherwise.
    """

    heirs: Sequence[Heir]
    retired: Sequence[str]
    differs: Sequence[str]


def succession(old: Sequence[Old], new: Sequence[Claim]) -> Plan:
    """What the new claims inherit from the old ones, and which of the old ones go on counting."""
    waiting: dict[tuple[int, int, str], list[Old]] = {}
    for counting in old:
        waiting.setdefault(_words(counting.read), []).append(counting)
    heirs, retired, differs = list[Heir](), list[str](), list[str]()
    for claim in new:
        met = waiting.get(_words(claim))
        if not met:
            heirs.append(Heir(True, claim.id))
            continue
        before = met.pop(0)
        if _same(before, claim):
            heirs.append(Heir(True, before.lineage, before.id))
            retired.append(before.id)
        elif before.state.judgements:
            heirs.append(Heir(False, claim.id, before.id))
            differs.append(before.id)
        else:
            heirs.append(Heir(True, claim.id, before.id))
            retired.append(before.id)
    for left in (unmet for met in waiting.values() for unmet in met):
        (differs if left.state.verdict in ("accepted", "corrected") else retired).append(left.id)
    return Plan(heirs, retired, differs)


def _words(claim: Claim) -> tuple[int, int, str]:
    return claim.quote.start, claim.quote.end, claim.outcome


def _same(before: Old, claim: Claim) -> bool:
    """The new claim says what the old one said, or what a person made of it."""
    return not differing(before.read, claim) or not differing(before.state.claim, claim)
