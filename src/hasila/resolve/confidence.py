"""How surely a claim was read, with the reasons that lower it: what a reviewer should look at first."""

from hasila.extract.draft import Draft
from hasila.model.claim import When

# Each reason takes away a share of what is left. Reviewed by hand against the coded reports, not learned.
_REASONS = {
    "no number is said": 0.9,
    "the number is far from the word of harm": 0.8,
    "the blame is carried over from another statement": 0.8,
    "the cause is not told": 0.92,
    "no place is told": 0.92,
    "the day is not told": 0.95,
    "it is denied": 0.9,
    "it is hedged": 0.9,
    "the people are not named by a noun": 0.9,
}


def confidence_of(draft: Draft, when: When | None) -> tuple[float, tuple[str, ...]]:
    """A score from 0 to 1 and the reasons that lowered it."""
    harm, group = draft.bond.harm, draft.bond.group
    holds = {
        "no number is said": not group.explicit and group.number == "many",
        "the number is far from the word of harm": harm is not None
        and abs(group.first - harm.last) > 6
        and abs(harm.first - group.last) > 6,
        "the blame is carried over from another statement": bool(draft.carried and not draft.blamed),
        "the cause is not told": draft.cause == "unknown",
        "no place is told": draft.place is None,
        "the day is not told": when is None,
        "it is denied": draft.stance == "denied",
        "it is hedged": draft.stance == "uncertain",
        "the people are not named by a noun": group.noun is None,
    }
    reasons = tuple(reason for reason, held in holds.items() if held)
    score = 1.0
    for reason in reasons:
        score *= _REASONS[reason]
    return round(score, 2), reasons
