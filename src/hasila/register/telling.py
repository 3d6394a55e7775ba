"""Reports, claims, incidents and judgements as lines of text for a terminal."""

from collections.abc import Iterator
from datetime import UTC, datetime

from hasila.model import claim as records
from hasila.register.models import Claim, Incident, Judgement, Report
from hasila.register.standing import judgements_on
from hasila.register.state import coded, differing, state_of


def number(low: int | None, high: int | None) -> str:
    """
    A count as its codebook range reads.

    >>> number(3, 3), number(10, None), number(None, 5), number(2, 4), number(None, None)
    ('3', 'at least 10', 'up to 5', '2 to 4', 'a number not told')
    """
    if low == high:
        return "a number not told" if low is None else str(low)
    if high is None:
        return f"at least {low}"
    return f"up to {high}" if low is None else f"{low} to {high}"


def claim_line(claim: records.Claim, state: str = "") -> str:
    """A claim in one line: what, how many, whom, how, by whom, where, when, who says it."""
    parts = [f"{claim.outcome} {number(claim.low, claim.high)}", claim.status, claim.cause]
    if claim.stance != "affirmed":
        parts.append(claim.stance.upper())
    if claim.perpetrators:
        parts.append("blamed: " + ", ".join(claim.perpetrators))
    if claim.place:
        parts.append(claim.place.text)
    if claim.date:
        parts.append(
            f"{claim.date.from_}" if claim.date.from_ == claim.date.to else f"{claim.date.from_}…{claim.date.to}"
        )
    parts.append(claim.source.text or claim.source.kind)
    return " · ".join(parts) + (f" [{state}]" if state else "")


def tell_report(report: Report, at: datetime | None = None) -> Iterator[str]:
    """A report with what was read in it, how it stands (at a past moment), and what a newer reading says otherwise."""
    yield f"{report.pk}  {report.title or report.text[:70]}"
    yield " · ".join(part for part in (report.outlet, report.published or "day unknown", report.url) if part)
    if report.sha256:
        yield f"archived: {report.sha256} {report.part}".rstrip()
    for reading in report.readings.order_by("at"):
        made = f"{reading.pack}, codebook {reading.codebook}, {reading.engine}, {reading.places}".rstrip(", ")
        yield f"read {reading.at:%Y-%m-%d %H:%M} by {made}{'' if reading.current else ' (an older reading)'}"
    claims = [claim for claim in report.claims.order_by("position", "pk") if claim.current]
    told = judgements_on(claims)
    for claim in claims:
        state = state_of(claim.record_as_read(), told[claim.pk], at)
        yield f"  {claim.pk}  {claim_line(state.claim, state.verdict)}"
        yield f"      «{state.claim.quote.text}»"
    yield from differences(report)


def differences(report: Report) -> Iterator[str]:
    """What newer readings say otherwise, field by field."""
    rows = {claim.pk: claim for claim in report.claims.all()}
    for claim in rows.values():
        older = rows.get(claim.succeeds)
        if older is None:
            continue
        before, after = older.record_as_read(), claim.record_as_read()
        for field in differing(before, after):
            was, now = coded(before)[field], coded(after)[field]
            yield f"  {older.pk} → {claim.pk}: {field} was {was}, is read as {now} now"
    followed = {claim.succeeds for claim in rows.values()}
    newest = report.readings.order_by("at").last()
    for claim in rows.values():
        if claim.pk not in followed and newest is not None and claim.reading_id not in (None, newest.pk):
            counts = " (it counts: a person accepted it)" if claim.current else ""
            yield f"  {claim.pk}: the newest reading does not find it{counts}"


def tell_claim(claim: Claim, at: datetime | None = None) -> Iterator[str]:
    """A claim with the words that every field rests on, its state, and what people decided about it."""
    judgements = judgements_on([claim])[claim.pk]
    state = state_of(claim.record_as_read(), judgements, at)
    yield f"{claim.pk}  {claim_line(state.claim)}"
    yield f"state: {state.verdict}; blame: {state.blame}{'' if claim.current else '; no longer counts'}"
    yield f"report: {claim.report_id}"
    yield f"quote: «{state.claim.quote.text}» {state.claim.quote.start}–{state.claim.quote.end}"
    for field, quotes in sorted(state.claim.evidence.items()):
        yield f"  {field}: " + ", ".join(f"«{quote.text}» {quote.start}–{quote.end}" for quote in quotes)
    yield f"confidence: {state.claim.confidence.score:.2f} {'; '.join(state.claim.confidence.reasons)}".rstrip()
    for judgement in judgements:
        held = "" if judgement in state.judgements or judgement.verdict == "withdraw" else " (not in force)"
        told = f"{judgement.verdict} {judgement.change or ''}{held} {judgement.reason}".rstrip()
        yield f"  {judgement.at:%Y-%m-%d %H:%M} {judgement.by}: {told}"


def tell_incident(incident: Incident) -> Iterator[str]:
    """An incident with its ranges by convention, its grade, and its claims by report."""
    record = incident.record()
    yield f"{incident.pk}  {incident_line(incident)}"
    for convention, figures in record.ranges.items():
        yield f"  {convention}: " + ", ".join(f"{what} {number(*bounds)}" for what, bounds in figures.items())
    if incident.suggested or incident.graded:
        yield f"  grade: {incident.graded or 'none yet'} (suggested: {incident.suggested or 'none'})"
    for claim in incident.claims.select_related("report").order_by("report__day", "report", "position"):
        yield f"  {claim.report.outlet or claim.report_id}: {claim_line(claim.record(), claim.state)}  {claim.pk}"
    for reason in record.why:
        yield f"  why: {reason}"


def incident_line(incident: Incident) -> str:
    """An incident in one line."""
    days = (
        f"{incident.date_from}"
        if incident.date_from == incident.date_to
        else f"{incident.date_from}…{incident.date_to}"
    )
    killed, injured = (
        number(incident.killed_low, incident.killed_high),
        number(incident.injured_low, incident.injured_high),
    )
    place = incident.place or incident.admin1 or "place unknown"
    return (
        f"{days} · {place} · {incident.cause} · killed {killed}, injured {injured} · {incident.reports_count} reports"
    )


def judgement_line(row: Judgement) -> str:
    """A judgement in one line."""
    about = f"{row.subject} and {row.other}" if row.verdict in ("same", "different") else row.subject
    told = row.withdraws if row.verdict == "withdraw" else row.change if row.change != "{}" else ""
    at = f"{row.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}"
    return " ".join(
        part for part in (f"{row.seq}", at, row.by, row.verdict, about, told, row.reason, f"({row.pk})") if part
    )
