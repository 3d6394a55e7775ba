"""What stands in the register, as rows for an export: claims and incidents with people's decisions applied."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from hasila.export.given import rules_of
from hasila.export.records import ClaimRow, Decision, IncidentRow, MadeBy, Told
from hasila.export.wanted import Wanted
from hasila.model import judgement as judgement_model
from hasila.model.claim import Claim as ClaimRecord
from hasila.model.record import Quote
from hasila.register.models import Claim, Incident, IncidentClaim, IncidentReport, Judgement, Reading, Report
from hasila.register.questions import ClaimQuestions, IncidentQuestions
from hasila.register.standing import judgements_on
from hasila.register.state import State, state_of

_AT_ONCE = 500  # rows that are in memory together
_NO_VICTIMS = '"victims":[]'
T = TypeVar("T")
Asked = TypeVar("Asked", ClaimQuestions, IncidentQuestions)


def claims_wanted(wanted: Wanted) -> ClaimQuestions:
    """The claims that stand and are asked for."""
    return _narrowed(Claim.objects.standing(), wanted)


def incidents_wanted(wanted: Wanted) -> IncidentQuestions:
    """The incidents and running totals that are asked for."""
    return _narrowed(Incident.objects.all(), wanted)


def _narrowed(rows: Asked, wanted: Wanted) -> Asked:
    if wanted.search:
        rows = rows.search(wanted.search)
    if wanted.admin1 or wanted.country:
        rows = rows.by_place(wanted.admin1, wanted.country)
    if wanted.since or wanted.until:
        rows = rows.in_period(wanted.since, wanted.until)
    if wanted.actor:
        rows = rows.by_actor(wanted.actor)
    if wanted.outlet:
        rows = rows.by_outlet(wanted.outlet)
    return rows.by_outcome(wanted.outcome) if wanted.outcome else rows


def claim_rows(asked: ClaimQuestions) -> Iterator[ClaimRow]:
    """Claims for an export, report by report, some hundred in memory at a time. Rejected claims are left out."""
    found = asked.standing().select_related("report", "reading").defer("report__text")
    for rows in _batches(found.order_by("report_id", "position", "pk").iterator(chunk_size=_AT_ONCE)):
        judged, names = judgements_on(rows), _names(row.report_id for row in rows)
        incidents, wholes = _incidents_of(rows), _wholes(rows)
        for row in rows:
            read = row.record_as_read()
            state = state_of(read, judged[row.pk])
            whole = wholes.get((row.reading_id, state.claim.part_of))
            yield _claim_row(row, read, state).model_copy(
                update={"names": names[row.report_id], "incidents": incidents[row.pk], "whole": whole}
            )


def _claim_row(row: Claim, read: ClaimRecord, state: State) -> ClaimRow:
    before = read.model_dump(mode="json", include=set(state.corrected)) if state.corrected else {}
    return ClaimRow(
        claim=state.claim,
        report=_told(row.report),
        state="awaiting" if state.verdict == "rejected" else state.verdict,
        added=row.reading_id is None,
        blame_state=state.blame,
        corrected=tuple(sorted(state.corrected)),
        as_read=before,
        decisions=tuple(map(_decision, state.judgements)),
        made_by=_made_by(row.reading),
    )


def _told(report: Report) -> Told:
    return Told(
        id=report.pk,
        outlet=report.outlet or None,
        title=report.title or None,
        url=report.url or None,
        published=report.published or None,
    )


def _made_by(reading: Reading | None) -> MadeBy:
    """Nothing for a claim that a person added: no version read it."""
    if reading is None:
        return MadeBy()
    return MadeBy(pack=reading.pack, codebook=reading.codebook, engine=reading.engine, places=reading.places)


def _decision(made: judgement_model.Judgement) -> Decision:
    return Decision(by=made.by, at=made.at, verdict=made.verdict, fields=tuple(sorted(made.change)), reason=made.reason)


def _names(reports: Iterable[str]) -> Mapping[str, tuple[Quote, ...]]:
    """All victims' names of these reports: of rejected and replaced claims too, for a name is a name."""
    found: defaultdict[str, dict[Quote, None]] = defaultdict(dict)
    claims = Claim.objects.filter(report__in=set(reports)).exclude(read__contains=_NO_VICTIMS)
    for report, read in claims.values_list("report_id", "read"):
        for victim in json.loads(read).get("victims", ()):
            found[report][Quote(text=victim["name"], start=victim["start"], end=victim["end"])] = None
    return defaultdict(tuple, {report: tuple(names) for report, names in found.items()})


def _incidents_of(rows: Sequence[Claim]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    pairs = IncidentClaim.objects.filter(claim__in=[row.pk for row in rows]).order_by("incident_id")
    for claim, incident in pairs.values_list("claim_id", "incident_id"):
        found[claim] += (incident,)
    return found


def _wholes(rows: Sequence[Claim]) -> Mapping[tuple[str | None, int | None], str]:
    """Of the readings that have parts among these rows: which claim that stands has which place in its reading."""
    readings = {row.reading_id for row in rows if row.part_of is not None and row.reading_id}
    standing = Claim.objects.standing().filter(reading__in=readings)
    return {(reading, at): key for key, reading, at in standing.values_list("pk", "reading_id", "position")}


def incident_rows(asked: IncidentQuestions) -> Iterator[IncidentRow]:
    """Incidents for an export, as the last link made them, some hundred in memory at a time."""
    for rows in _batches(asked.order_by("pk").iterator(chunk_size=_AT_ONCE)):
        keys = [row.pk for row in rows]
        claims, made = _claims_of(keys)
        reports: defaultdict[str, list[str]] = defaultdict(list)
        for incident, report in IncidentReport.objects.filter(incident__in=keys).values_list(
            "incident_id", "report_id"
        ):
            reports[incident].append(report)
        names = _names(report for some in reports.values() for report in some)
        decided: defaultdict[str, tuple[Decision, ...]] = defaultdict(tuple)
        for judgement in Judgement.objects.filter(subject__in=keys):
            decided[judgement.subject] += (_decision(judgement.record()),)
        for row in rows:
            yield _incident_row(row, made[row.pk]).model_copy(
                update={
                    "claims": claims[row.pk],
                    "decisions": decided[row.pk],
                    "names": tuple(name for report in reports[row.pk] for name in names[report]),
                }
            )


def _incident_row(row: Incident, made: Sequence[MadeBy]) -> IncidentRow:
    incident = row.record()
    versions = {
        key: "+".join(sorted({getattr(one, key) for one in made} - {""}))
        for key in ("pack", "codebook", "engine", "places")
    }
    return IncidentRow(
        incident=incident,
        admin1=row.admin1 or None,
        country=row.country or None,
        cause=row.cause,
        graded=row.graded or None,
        contested=row.contested,
        outlets=row.outlets,
        origins=row.origins,
        made_by=MadeBy(**versions, rules=rules_of(incident)),
    )


def _claims_of(incidents: Sequence[str]) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, Sequence[MadeBy]]]:
    """The claims of each incident, and the versions that read them."""
    claims: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    made: defaultdict[str, list[MadeBy]] = defaultdict(list)
    pairs = IncidentClaim.objects.filter(incident__in=incidents).order_by("claim_id")
    versions = ("claim__reading__pack", "claim__reading__codebook", "claim__reading__engine", "claim__reading__places")
    for incident, claim, *told in pairs.values_list("incident_id", "claim_id", *versions):
        claims[incident] += (claim,)
        one = dict(zip(("pack", "codebook", "engine", "places"), (value or "" for value in told), strict=True))
        made[incident].append(MadeBy(**one))
    return claims, made


def _batches(rows: Iterator[T]) -> Iterator[list[T]]:
    while some := list(islice(rows, _AT_ONCE)):
        yield some
