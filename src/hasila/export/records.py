"""What goes out: a claim or an incident with what it rests on, how it stands, and what made it."""

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from hasila.model.claim import Claim
from hasila.model.incident import Incident
from hasila.model.record import Quote, Record

Standing = Literal["unreviewed", "awaiting", "accepted", "corrected"]


class Told(Record):
    """The report that a claim was read in: the register's id, who published it, where and when (ISO text)."""

    id: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None


class MadeBy(Record):
    """The versions that made a row: language pack, codebook, program, books of places; an incident also has rules."""

    pack: str = ""
    codebook: str = ""
    engine: str = ""
    places: str = ""
    rules: tuple[str, ...] = ()


class Decision(Record):
    """What a person decided about a claim or an incident, and their note. It leaves the house with `full` alone."""

    by: str
    at: datetime
    verdict: str
    fields: tuple[str, ...] = ()
    reason: str = ""


class ClaimRow(Record):
    """
    A claim as it stands after people's decisions.

    `added`: a person added it, hasila did not read it. `as_read` holds what hasila read in the fields that a person
    corrected, as JSON values: both are shown.
    `whole` is the id of the claim that this one is a part of, `incidents` are the ids of those that it belongs to.
    `names` are all victims' names that stand in the report, this claim's or not: the profile masks by them, and they
    are never written.
    """

    claim: Claim
    report: Told
    state: Standing = "unreviewed"
    added: bool = False
    blame_state: str = "none"
    corrected: tuple[str, ...] = ()
    as_read: dict[str, Any] = Field(default={})
    whole: str | None = None
    incidents: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    made_by: MadeBy = MadeBy()
    names: tuple[Quote, ...] = Field(default=(), exclude=True)

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


class IncidentRow(Record):
    """
    An incident as the last link made it. `graded` is a person's grade, `incident.grade` the one that rules suggest.

    `claims` are ids of claims (the incident's own pairs count places in readings). `names` as in `ClaimRow`.
    """

    incident: Incident
    admin1: str | None = None
    country: str | None = None
    cause: str = "unknown"
    graded: str | None = None
    contested: bool = False
    outlets: int | None = None
    origins: int | None = None
    claims: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    made_by: MadeBy = MadeBy()
    names: tuple[Quote, ...] = Field(default=(), exclude=True)

    @property
    def id(self) -> str:
        """The incident's id."""
        return self.incident.id


Row = ClaimRow | IncidentRow
