"""
Joining and separating incidents as judgements on their members.

An incident has no lasting identity: every link makes it anew. So what a person says of incidents is recorded of what
stays: of a claim of each of their reports, or of the report itself where it counts nobody. All judgements of one such
decision bear the same moment, and are undone together.
"""

from collections.abc import Mapping

from django.db.models import Min

from hasila.register.models import Incident, IncidentClaim, IncidentReport, Judgement

Pair = tuple[str, str]


def members(incident: Incident) -> Mapping[str, str]:
    """Report → what names its part in the incident: its first claim there, else the report. Who only recalls is out."""
    told = IncidentReport.objects.filter(incident=incident, recalls=False).order_by("report")
    first = IncidentClaim.objects.filter(incident=incident).values_list("claim__report").annotate(first=Min("claim"))
    claims = dict(first)
    return {report: claims.get(report, report) for report in told.values_list("report", flat=True)}


def to_join(one: Incident, other: Incident) -> list[Pair]:
    """The pairs to be judged the same, so that all members of both are one: each with the first of all."""
    hub, *rest = [*members(one).values(), *members(other).values()]
    return [(hub, member) for member in rest]


def to_separate(incident: Incident, report: str) -> list[Pair]:
    """The pairs to be judged different, so that one report's part leaves the incident."""
    all_members = dict(members(incident))
    apart = all_members.pop(report, report)
    return [(apart, member) for member in all_members.values()]


def made_together(judgement: Judgement) -> list[Judgement]:
    """The judgements of one decision to join or separate, the last first; any other judgement alone."""
    if judgement.verdict not in ("same", "different"):
        return [judgement]
    alike = Judgement.objects.filter(at=judgement.at, by=judgement.by, verdict=judgement.verdict)
    withdrawn = Judgement.objects.filter(verdict="withdraw").values("withdraws")
    return list(alike.exclude(pk__in=withdrawn).order_by("-seq"))
