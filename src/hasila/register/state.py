"""
The state of a claim, as a pure function of the claim and of people's judgements. Knows no database and no clock.

A claim is accepted without its blame: blame is accepted (or rejected) on its own, by a judgement whose change is
`{"fields": ["blame"]}`. A correction holds for the fields that it names. The last judgement in force decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import ValidationError

from hasila.model.claim import Claim
from hasila.model.judgement import Judgement

BLAME = {"fields": ["blame"]}
"""The change of a judgement that is about blame alone."""

CORRECTABLE = frozenset({
    "outcome", "low", "high", "approx", "unit", "status", "kinds", "affiliation", "cause", "perpetrators", "blame",
    "place", "date", "source", "scope", "stance", "part_of", "quote", "evidence",
})  # fmt: skip
"""What a correction may change: the codebook's fields and the words that they rest on."""

CODED = (
    "outcome", "low", "high", "approx", "unit", "status", "kinds", "affiliation", "cause", "perpetrators", "place",
    "date", "source", "scope", "stance",
)  # fmt: skip
"""The fields that two readings are compared by: the codebook's, without positions and words."""

Verdict = Literal["awaiting", "accepted", "corrected", "rejected"]
BlameState = Literal["none", "awaiting", "accepted", "rejected"]


class Refused(ValueError):
    """A judgement that makes no sense; the message is a sentence for the person who made it."""


@dataclass(frozen=True)
class State:
    """A claim as it stands, what was decided about it and its blame, the corrected fields, the judgements in force."""

    claim: Claim
    verdict: Verdict = "awaiting"
    blame: BlameState = "none"
    corrected: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def awaiting(self) -> bool:
        """A person still has something to decide. Who rejects a claim need not decide about its blame."""
        return self.verdict == "awaiting" or (self.verdict != "rejected" and self.blame == "awaiting")


def in_force(judgements: Iterable[Judgement], at: datetime | None = None) -> tuple[Judgement, ...]:
    """
    The judgements that hold (at the moment `at`), in their order: not withdrawn, and not themselves withdrawals.

    A withdrawal cannot be withdrawn: who thinks again judges again.
    """
    made = [judgement for judgement in judgements if at is None or judgement.at <= at]
    withdrawn = {judgement.withdraws for judgement in made if judgement.verdict == "withdraw"}
    return tuple(j for j in made if j.verdict != "withdraw" and j.id not in withdrawn)


def state_of(claim: Claim, judgements: Iterable[Judgement], at: datetime | None = None) -> State:
    """
    The claim as it stands after `judgements` (those on it, in their order), at the moment `at` (None: after all).

    >>> from datetime import UTC
    >>> from hasila.model.record import Quote
    >>> claim = Claim(id="c", outcome="killed", low=3, high=3, quote=Quote(text="مقتل 3", start=0, end=6))
    >>> fix = Judgement(id="j", at=datetime(2019, 3, 18, tzinfo=UTC), by="salma", verdict="correct", subject="c",
    ...                 change={"low": 4, "high": 4})
    >>> state_of(claim, [fix]).claim.low, state_of(claim, [fix]).verdict
    (4, 'corrected')
    """
    held = in_force(judgements, at)
    # Who adds a claim has decided about it and about its blame.
    verdict: Verdict = "accepted" if any(j.verdict == "add" for j in held) else "awaiting"
    blame: BlameState = "none" if not claim.perpetrators else "accepted" if verdict == "accepted" else "awaiting"
    shown, fields = claim, list[str]()
    for judgement in held:
        if judgement.change == BLAME and judgement.verdict in ("accept", "reject"):
            blame = "accepted" if judgement.verdict == "accept" else "rejected"
        elif judgement.verdict == "correct":
            shown = corrected(shown, judgement.change)
            fields += [field for field in judgement.change if field != "evidence" and field not in fields]
            verdict = "corrected"
            if {"perpetrators", "blame"} & judgement.change.keys():
                blame = "accepted" if shown.perpetrators else "none"
        elif judgement.verdict == "accept":
            verdict = "corrected" if fields else "accepted"
        elif judgement.verdict == "reject":
            verdict = "rejected"
    if blame == "rejected":
        shown = shown.model_copy(update={"perpetrators": (), "blame": ()})
    return State(shown, verdict, blame, tuple(fields), held)


def corrected(claim: Claim, change: dict[str, Any]) -> Claim:
    """
    The claim with the fields of `change`, checked against the codebook.

    `change["evidence"]` adds words for the corrected fields. New sides in `perpetrators` get a blame entry that rests
    on those words. Raises `Refused` with a sentence where a field is unknown or a value is none of the codebook's.
    """
    if unknown := sorted(change.keys() - CORRECTABLE):
        raise Refused(
            f"A claim has no field {unknown[0]!r} that can be corrected; it has {', '.join(sorted(CORRECTABLE))}."
        )
    try:
        made = Claim.model_validate(_changed(claim, change))
    except ValidationError as error:
        first = error.errors()[0]
        raise Refused(f"{'.'.join(map(str, first['loc']))}: {first['msg']} (given: {first['input']!r}).") from None
    except (AttributeError, KeyError, TypeError) as error:
        raise Refused(f"The correction does not have the shape of a claim's fields: {error}.") from None
    if made.low is not None and made.high is not None and made.low > made.high:
        raise Refused(f"The lowest number, {made.low}, is above the highest, {made.high}.")
    return made


def _changed(claim: Claim, change: dict[str, Any]) -> dict[str, Any]:
    """The claim's fields as JSON values with the change in them; sides and blame keep in step."""
    evidence = change.get("evidence", {})
    fields = claim.model_dump(mode="json") | {key: value for key, value in change.items() if key != "evidence"}
    fields["evidence"] = claim.model_dump(mode="json")["evidence"] | evidence
    if "blame" in change and "perpetrators" not in change:
        fields["perpetrators"] = [blame["actor"] for blame in change["blame"]]
    fields["perpetrators"] = sorted(set(fields["perpetrators"]))
    if "perpetrators" in change and "blame" not in change:
        told = {blame.actor: blame.model_dump(mode="json") for blame in claim.blame}
        words = evidence.get("perpetrators", [])
        new = {actor: {"actor": actor, "basis": "stated", "evidence": words} for actor in fields["perpetrators"]}
        fields["blame"] = [told.get(actor, new[actor]) for actor in fields["perpetrators"]]
    return fields


def differing(old: Claim, new: Claim) -> tuple[str, ...]:
    """The coded fields in which two claims differ; a place differs by its words or by where it was put."""
    mine, yours = coded(old), coded(new)
    return tuple(field for field in CODED if mine[field] != yours[field])


def coded(claim: Claim) -> dict[str, Any]:
    """The coded fields of a claim as JSON values: what an evaluation compares."""
    values = claim.model_dump(mode="json", include=set(CODED))
    values["kinds"], values["perpetrators"] = sorted(claim.kinds), sorted(claim.perpetrators)
    if values["place"]:
        values["place"] = {key: values["place"][key] for key in ("text", "admin1", "country", "row")}
    return values
