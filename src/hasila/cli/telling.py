"""Reports, claims, incidents and judgements of the register as lines of text for a terminal."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

from hasila.cli.labels import Labels
from hasila.cli.prose import foreign, shortened
from hasila.model import claim as records
from hasila.register.models import Claim, Incident, Judgement, Report
from hasila.register.origins import Origin, origins_of, written_as
from hasila.register.standing import judgements_on
from hasila.register.state import coded, differing, state_of

_SAY = Labels("en")


def claim_line(claim: records.Claim, state: str = "") -> str:
    """A claim in one line: what, how many, whom, how, by whom, where, when, who says it."""
    parts = [f"{_SAY(claim.outcome)} {figure(claim.low, claim.high, claim.unit)}", _SAY(claim.status, "status")]
    parts += [_SAY(claim.cause)] if claim.cause != "unknown" else []
    parts += [_SAY(code).upper() for code in (claim.scope, claim.stance) if code not in ("incident", "affirmed")]
    if claim.perpetrators:
        day = claim.date.from_ if claim.date else None
        parts.append("blamed: " + ", ".join(_SAY.actor(actor, day) for actor in claim.perpetrators))
    if claim.place:
        parts.append(foreign(claim.place.text))
    if claim.date:
        parts.append(days(claim.date.from_, claim.date.to))
    parts.append(foreign(claim.source.text) if claim.source.text else _SAY(claim.source.kind, "source"))
    return " · ".join(parts) + (f" [{state}]" if state else "")


def figure(low: int | None, high: int | None, unit: str = "person") -> str:
    """
    A count as its codebook range reads; that persons are counted is left unsaid.

    >>> figure(3, 3), figure(10, None), figure(None, 5), figure(2, 4), figure(None, None), figure(2, 2, "family")
    ('3', 'at least 10', 'at most 5', '2 to 4', '(number not told)', '2 families')
    """
    if (low, high) == (None, None):
        return "(number not told)"
    if unit != "person":
        return _SAY.figure(low, high, unit=unit)
    if low == high:
        return f"{low:,}"
    if high is None:
        return f"at least {low:,}"
    return f"at most {high:,}" if low is None else f"{low:,} to {high:,}"


def days(first: date | None, last: date | None) -> str:
    """A day, or a span of days."""
    if first is None or last is None:
        return "day unknown"
    return str(first) if first == last else f"{first} to {last}"


def report_line(report: Report) -> str:
    """A report in one line; one without a title is named by its first words."""
    title = report.title or shortened(report.text)
    return f"{report.pk}  {report.day or 'day unknown'}  {foreign(report.outlet) or 'outlet unknown'}  {foreign(title)}"


def counted(number: int, thing: str) -> str:
    """
    >>> counted(1, "report"), counted(3, "report")
    ('1 report', '3 reports')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def tell_report(report: Report, at: datetime | None = None) -> Iterator[str]:
    """A report with what was read in it, how it stands (at a past moment), and what a newer reading says otherwise."""
    yield f"{report.pk}  {foreign(report.title or shortened(report.text))}"
    yield " · ".join(part for part in (foreign(report.outlet), report.published or "day unknown", report.url) if part)
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
        yield f"      {foreign(f'«{state.claim.quote.text}»')}"
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
    quote = state.claim.quote
    yield f"quote: {foreign(f'«{quote.text}»')} {quote.start}–{quote.end}"
    for field, quotes in sorted(state.claim.evidence.items()):
        yield f"  {field}: " + ", ".join(f"{foreign(f'«{q.text}»')} {q.start}–{q.end}" for q in quotes)
    yield f"confidence: {state.claim.confidence.score:.2f} {'; '.join(state.claim.confidence.reasons)}".rstrip()
    for judgement in judgements:
        held = "" if judgement in state.judgements or judgement.verdict == "withdraw" else " (not in force)"
        told = f"{judgement.verdict} {judgement.change or ''}{held} {judgement.reason}".rstrip()
        yield f"  {judgement.at:%Y-%m-%d %H:%M} {judgement.by}: {told}"


def tell_incident(incident: Incident) -> Iterator[str]:
    """An incident: its ranges and how each came about, its grade, its sources, and its claims by report."""
    record = incident.record()
    claims = list(incident.claims.select_related("report").order_by("report__day", "report", "position"))
    reports = list(incident.reports.defer("text").order_by("day", "pk"))
    origins = origins_of(reports, claims)
    actors = {*record.blamed, *(actor for claim in claims for actor in claim.record().perpetrators)}
    why = [_in_words(written_as(sentence, origins), actors, incident.date_from) for sentence in record.why]
    yield f"{incident.pk}  {incident_line(incident)}"
    for convention, figures in record.ranges.items():
        told = [f"{_figure_name(what)} {figure(*bounds)}" for what, bounds in figures.items() if bounds != (None, None)]
        yield f"{convention}: {', '.join(told) or 'no figures'}"
        yield from (f"    {_derived(sentence)}" for sentence in why if sentence.startswith(f"{convention}/"))
    if incident.suggested or incident.graded:
        yield f"grade: {incident.graded or 'none yet'} (suggested: {incident.suggested or 'none'})"
        yield from (f"    {sentence}" for sentence in why if _of_grade(sentence))
    yield from _tell_origins(len(reports), len({row.family or row.pk for row in reports}), origins)
    yield counted(len(claims), "claim") + ":"
    for claim in claims:
        yield f"    {foreign(claim.report.outlet) or claim.report_id}: {claim_line(claim.record(), claim.state)}  {claim.pk}"
    yield "why this is one incident:"
    for sentence in why:
        if not _of_grade(sentence) and not re.match(r"(?:airwars|acled)/|report-\w+: ", sentence):
            yield f"    {sentence}"


def _tell_origins(reports: int, texts: int, origins: Sequence[Origin]) -> Iterator[str]:
    """How many reports are how many texts, who speaks first in them, and why each counts as one source."""
    told = f"{counted(reports, 'report')}, {counted(texts, 'independent text')}, {counted(len(origins), 'source')}"
    yield f"sources: {told} (copies of a text count once; who is quoted by name is one source, whoever quotes it)"
    for origin in origins:
        where = [
            f"{how} {', '.join(foreign(row.outlet) or row.pk for row in rows)}"
            for how, rows in (("speaks in", origin.own), ("quoted by", origin.quoted), ("copied by", origin.copied))
            if rows
        ]
        name = foreign(origin.name) or "an outlet without a name"
        yield f"    {name} ({_SAY(origin.kind, 'source')}): {'; '.join(where)}"


def _in_words(sentence: str, actors: Iterable[str], day: date | None) -> str:
    """A rule's sentence with the neutral names of sides for their ids."""
    for actor in sorted(actors):
        sentence = re.sub(rf"(?<![\w:]){re.escape(actor)}(?!\w)", _SAY.actor(actor, day), sentence)
    return sentence


def _derived(sentence: str) -> str:
    """
    How a figure came about, under the name of its convention.

    >>> _derived("airwars/1 killed_women: 4 to 4 from 4 (speaker x, report-1)")
    'killed (women): 4 to 4 from 4 (speaker x, report-1)'
    """
    told = re.fullmatch(r"\w+/\d+ (\w+): (.*)", sentence, re.DOTALL)
    return f"{_figure_name(told[1])}: {told[2]}" if told else sentence


def _of_grade(sentence: str) -> bool:
    return sentence.startswith("grade: ") or " blames " in sentence or " denies the part of " in sentence


def _figure_name(figure: str) -> str:
    """
    >>> _figure_name("killed"), _figure_name("killed_civilian"), _figure_name("injured_unknown")
    ('killed', 'killed (civilians)', 'injured (status not told)')
    """
    outcome, _, of = figure.partition("_")
    names = {
        "civilian": "civilians",
        "unknown": "status not told",
        "combatant": "armed or security forces, as reported",
    }
    return f"{outcome} ({names.get(of, of)})" if of else outcome


def incident_line(incident: Incident) -> str:
    """An incident in one line."""
    figures = (
        ("killed", incident.killed_low, incident.killed_high),
        ("injured", incident.injured_low, incident.injured_high),
    )
    tolls = [f"{what} {figure(low, high)}" for what, low, high in figures if (low, high) != (None, None)]
    if not tolls:
        outcomes = sorted(set(incident.claims.values_list("outcome", flat=True)))
        tolls = [", ".join(map(_SAY, outcomes)) or "nobody counted"]
    reports = counted(incident.reports_count, "report") if incident.reports_count else "told beside other events only"
    parts = [
        days(incident.date_from, incident.date_to),
        foreign(incident.place) or incident.admin1 or "place unknown",
        _SAY(incident.cause) if incident.cause != "unknown" else "cause not told",
        ", ".join(tolls),
        reports,
    ]
    return ("running total · " if incident.kind == "total" else "") + " · ".join(parts)


def judgement_line(row: Judgement) -> str:
    """A judgement in one line."""
    about = f"{row.subject} and {row.other}" if row.verdict in ("same", "different") else row.subject
    told = row.withdraws if row.verdict == "withdraw" else row.change if row.change != "{}" else ""
    at = f"{row.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}"
    return " ".join(
        part for part in (f"{row.seq}", at, row.by, row.verdict, about, told, row.reason, f"({row.pk})") if part
    )
