"""A Judgement: a person's signed, dated decision about a claim or an incident. Appended, never edited."""

from datetime import datetime
from typing import Any, Literal

from hasila.model.record import Record

Verdict = Literal["accept", "correct", "reject", "add", "same", "different", "grade", "withdraw"]


class Judgement(Record):
    """
    One decision: who, when, about what (`subject`, and `other` for same and different), what, and why.

    `change` holds the corrected fields of "correct", the whole claim of "add", {"grade": ...} of "grade".
    `withdraws` is the id of the judgement that a "withdraw" takes back.
    """

    id: str
    at: datetime
    by: str
    verdict: Verdict
    subject: str
    other: str | None = None
    change: dict[str, Any] = {}
    reason: str = ""
    withdraws: str | None = None
    previous: str | None = None
