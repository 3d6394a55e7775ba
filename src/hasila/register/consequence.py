"""
How much hangs on a person's look at a claim, and why. Pure: claims in, numbers and codes out.

Weights, highest first: a toll of an incident for which nobody has judged one yet, a contradiction, an update of a
toll, a reading that differs from what a person judged, and a claim that was read unsurely. A larger toll comes first
among equals.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from hasila.model.claim import Claim

REASONS: Mapping[str, int] = {
    "new_toll": 400,
    "contradiction": 300,
    "denial": 250,
    "update": 200,
    "low_confidence": 100,
}
"""Code of a reason → what it adds."""

UNSURE = 0.6
"""A confidence below this is a reason to look."""

_TOLLS = {"killed", "injured", "casualty"}


def consequence_alone(claim: Claim) -> tuple[int, list[str]]:
    """
    The consequence of a claim of which no incident is known yet.

    >>> from hasila.model.record import Quote
    >>> consequence_alone(Claim(id="c", outcome="killed", low=3, high=3, quote=Quote(text="مقتل 3", start=0, end=6)))
    (402, ['new_toll'])
    """
    return _weighed(claim, {"new_toll"} if is_toll(claim) else set())


def consequences(
    claims: Mapping[str, Claim], days: Mapping[str, int | None], judged: set[str]
) -> dict[str, tuple[int, list[str]]]:
    """
    The consequence of each claim of one incident, by id.

    `days` are the days of publication (ordinals), which tell an update from a contradiction; `judged` are the claims
    that a person has accepted or corrected.
    """
    tolls = [key for key, claim in claims.items() if is_toll(claim)]
    found: dict[str, set[str]] = {key: set() for key in claims}
    known = {claims[key].outcome for key in tolls if key in judged}
    for key in tolls:
        if claims[key].outcome not in known:
            found[key].add("new_toll")
    for left, right in combinations(claims, 2):
        for key, reason in _between(left, right, claims, days):
            found[key].add(reason)
    return {key: _weighed(claim, found[key]) for key, claim in claims.items()}


def is_toll(claim: Claim) -> bool:
    """A number of dead or wounded of one event, not a part of another claim and not denied."""
    numbered = claim.low is not None or claim.high is not None
    return (
        claim.outcome in _TOLLS
        and numbered
        and claim.scope == "incident"
        and claim.part_of is None
        and claim.stance != "denied"
    )


def _between(
    left: str, right: str, claims: Mapping[str, Claim], days: Mapping[str, int | None]
) -> list[tuple[str, str]]:
    """What two claims of one incident say against each other: (claim, reason)."""
    a, b = claims[left], claims[right]
    if {"denied", "affirmed"} == {a.stance, b.stance} and a.outcome == b.outcome:
        return [(left, "denial"), (right, "denial")]
    if "denied" in (a.stance, b.stance):
        return []
    if a.perpetrators and b.perpetrators and not set(a.perpetrators) & set(b.perpetrators):
        return [(left, "contradiction"), (right, "contradiction")]
    if not (is_toll(a) and is_toll(b) and a.outcome == b.outcome and a.status == b.status and _disjoint(a, b)):
        return []
    first, second = days.get(left), days.get(right)
    if first is not None and second is not None and first != second:
        later, earlier = (left, right) if first > second else (right, left)
        if (claims[later].low or 0) > (claims[earlier].low or 0):
            return [(later, "update")]
    return [(left, "contradiction"), (right, "contradiction")]


def _disjoint(a: Claim, b: Claim) -> bool:
    """No number satisfies both."""
    return _above(a.low, b.high) or _above(b.low, a.high)


def _above(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and low > high


def _weighed(claim: Claim, reasons: set[str]) -> tuple[int, list[str]]:
    if claim.confidence.score < UNSURE:
        reasons = reasons | {"low_confidence"}
    size = max(claim.low or 0, claim.high or 0).bit_length() if is_toll(claim) else 0
    ordered: Sequence[str] = sorted(reasons, key=lambda reason: -REASONS[reason])
    return sum(REASONS[reason] for reason in ordered) + size, list(ordered)
