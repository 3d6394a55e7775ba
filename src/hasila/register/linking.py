"""Linking the register: what stands of all reports and people's judgements in, incidents filed anew out."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from hasila.model import claim as claims_model
from hasila.model import incident as incident_model
from hasila.model import judgement as judgement_model
from hasila.model import report as report_model
from hasila.register.consequence import consequences
from hasila.register.grades import regrade
from hasila.register.models import (
    Chain,
    Claim,
    Incident,
    IncidentActor,
    IncidentClaim,
    IncidentReport,
    Judgement,
    Report,
)  # fmt: skip
from hasila.register.standing import assembled

Readings = Sequence[tuple[report_model.Report, claims_model.Reading]]
Link = Callable[[Readings, Sequence[judgement_model.Judgement]], Sequence[incident_model.Incident]]
"""`hasila.pipeline.link`, or a test's."""

_CHUNK = 500
_CONTESTS = {"contradiction", "denial"}


def relink(link: Link, families: Callable[[Mapping[str, str]], Mapping[str, str]] | None = None) -> int:
    """
    Link all reports of the register and file the incidents in place of the old ones; returns how many there are.

    `families` tells which texts are copies of one another (`hasila.link.copies.families`); it fills `Report.family`.
    Judgements keep their hold: those on claims that a newer reading replaced are carried to the ones that count.
    """
    readings, rows = _all_that_stands()
    incidents = link(readings, _judgements_on_current_claims())
    family = families({report.id: report.words for report, _ in readings}) if families else {}
    with transaction.atomic():
        Chain.objects.select_for_update().get_or_create(pk=1)
        file_incidents(incidents, {report.id: report for report, _ in readings}, rows, family)
    return len(incidents)


def _all_that_stands() -> tuple[Readings, dict[str, list[Claim]]]:
    """Every report with what counts of it, and the claim rows of each in the order of that reading."""
    readings = list[tuple[report_model.Report, claims_model.Reading]]()
    rows: dict[str, list[Claim]] = {}
    reports = Report.objects.order_by("pk").prefetch_related("claims", "events", "readings")
    for report in reports.iterator(chunk_size=_CHUNK):
        standing = [c for c in report.claims.all() if c.current and c.state != "rejected"]
        rows[report.pk] = sorted(standing, key=lambda row: (row.position, row.pk))
        pack = next((reading.pack for reading in report.readings.all() if reading.current), "")
        events = [event for event in report.events.all() if event.current]
        readings.append((report.record(), assembled(report.pk, pack, rows[report.pk], events)))
    return readings, rows


def _judgements_on_current_claims() -> list[judgement_model.Judgement]:
    """All judgements that bind links, their subjects replaced by the claims that count now."""
    made = list(Judgement.objects.filter(verdict__in=("same", "different", "withdraw")))
    named = {row.subject for row in made} | {row.other for row in made}
    now = {old: _counting(old) for old in named if old.startswith("claim-")}
    return [
        row.record().model_copy(
            update={"subject": now.get(row.subject, row.subject), "other": now.get(row.other, row.other) or None}
        )
        for row in made
    ]


def _counting(key: str) -> str:
    """The claim that counts today at the words of this one."""
    claim = Claim.objects.filter(pk=key).first()
    while claim is not None and not claim.current:
        newer = Claim.objects.filter(succeeds=claim.pk).order_by("-reading__at").first()
        if newer is None:
            break
        claim = newer
    return claim.pk if claim is not None else key


def file_incidents(
    incidents: Iterable[incident_model.Incident],
    reports: Mapping[str, report_model.Report],
    rows: Mapping[str, Sequence[Claim]],
    family: Mapping[str, str] = {},
) -> None:
    """File incidents in place of those that are there, inside a transaction, and weigh what hangs on their claims."""
    Incident.objects.all().delete()
    made = list(incidents)
    members = {incident.id: [rows[report][at] for report, at in incident.claims] for incident in made}
    days = {key: report.day.toordinal() if report.day else None for key, report in reports.items()}
    weighed = _weigh(members.values(), days)
    contested = {row.pk for row in weighed if row.contested}
    filed = [_incident_row(i, members[i.id], reports, family, contested) for i in made]
    Incident.objects.bulk_create(filed, batch_size=_CHUNK)
    IncidentClaim.objects.bulk_create(
        (IncidentClaim(incident_id=key, claim=row) for key, some in members.items() for row in some), batch_size=_CHUNK
    )
    IncidentReport.objects.bulk_create(
        (
            IncidentReport(incident_id=incident.id, report_id=report, recalls=recalls)
            for incident in made
            for recalls, told in ((False, incident.reports), (True, incident.recalls))
            for report in told
        ),
        batch_size=_CHUNK,
    )
    IncidentActor.objects.bulk_create(
        (IncidentActor(incident_id=incident.id, actor=actor) for incident in made for actor in incident.blamed),
        batch_size=_CHUNK,
    )
    _write_families(family)
    regrade()


def _weigh(members: Iterable[Sequence[Claim]], days: Mapping[str, int | None]) -> list[Claim]:
    """Set consequence, reasons and contested of the claims of each incident; gives all the claims."""
    all_rows: dict[str, Claim] = {}
    changed = list[Claim]()
    for rows in members:
        judged = {row.pk for row in rows if row.state in ("accepted", "corrected")}
        found = consequences(
            {row.pk: row.record() for row in rows}, {row.pk: days.get(row.report_id) for row in rows}, judged
        )
        for row in rows:
            score, reasons = found[row.pk]
            told = (score, " ".join(reasons), bool(_CONTESTS & set(reasons)))
            if (row.consequence, row.reasons, row.contested) != told:
                row.consequence, row.reasons, row.contested = told
                changed.append(row)
            all_rows[row.pk] = row
    Claim.objects.bulk_update(changed, ["consequence", "reasons", "contested"], batch_size=_CHUNK)
    return list(all_rows.values())


def _incident_row(
    incident: incident_model.Incident,
    members: Sequence[Claim],
    reports: Mapping[str, report_model.Report],
    family: Mapping[str, str],
    contested: set[str],
) -> Incident:
    told = [reports[key] for key in incident.reports]
    airwars = incident.ranges.get("airwars", {})
    killed, injured = airwars.get("killed", (None, None)), airwars.get("injured", (None, None))
    place = incident.place
    return Incident(
        id=incident.id,
        kind=incident.kind,
        made=incident.model_dump_json(),
        place=place.name if place else "",
        admin1=_most(row.admin1 for row in members),
        country=_most(row.country for row in members),
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        level=(place and place.level) or "",
        date_from=incident.date.from_ if incident.date else None,
        date_to=incident.date.to if incident.date else None,
        cause=_most(row.cause for row in members if row.cause != "unknown") or "unknown",
        killed_low=killed[0],
        killed_high=killed[1],
        injured_low=injured[0],
        injured_high=injured[1],
        suggested=incident.grade or "",
        reports_count=len(incident.reports),
        outlets=len({report.outlet for report in told}),
        origins=len({family.get(report.id, report.id) for report in told}),
        contested=any(row.pk in contested for row in members),
    )


def _most(values: Iterable[Any]) -> str:
    """The most frequent value that is told; among equals the first by letter, so that no order of input decides."""
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value), default="")


def _write_families(family: Mapping[str, str]) -> None:
    """Write the family of every report that has a copy."""
    of_family: defaultdict[str, list[str]] = defaultdict(list)
    for report, head in family.items():
        of_family[head].append(report)
    Report.objects.exclude(family="").update(family="")
    for head, copies in of_family.items():
        if len(copies) > 1:
            Report.objects.filter(pk__in=copies).update(family=head)
