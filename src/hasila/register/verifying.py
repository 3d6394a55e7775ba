"""Is everything still what it was? Every archived byte, report, claim, quote, and the chain of judgements; offline."""

import json
from collections.abc import Iterator
from datetime import UTC

from pydantic import ValidationError

from hasila.archive import Archive
from hasila.model.claim import EventMention as EventRecord
from hasila.model.ids import content_id
from hasila.model.record import Quote
from hasila.register.judgements import quotes_of, sealed
from hasila.register.models import Chain, Claim, EventMention, Judgement, Report
from hasila.register.rows import claim_id, report_id
from hasila.register.standing import state_columns, states

_AT_ONCE = 200


def problems(archive: Archive) -> Iterator[str]:
    """One sentence for each thing that is not what it was, saying what and where. Nothing is changed."""
    yield from archive.problems()
    reports = Report.objects.order_by("pk").prefetch_related("claims", "events")
    for report in reports.iterator(chunk_size=_AT_ONCE):
        yield from _of_report(report, archive)
    yield from chain_problems()


def chain_problems() -> Iterator[str]:
    """The judgements that were altered, and the places where some were removed or put in."""
    previous, last = "", 0
    for row in Judgement.objects.order_by("seq").iterator(chunk_size=_AT_ONCE):
        at = f"{row.at.astimezone(UTC):%Y-%m-%d %H:%M}"
        named = f"Judgement {row.seq} ({row.verdict} of {row.subject}, by {row.by}, {at})"
        if row.pk != sealed(row):
            yield f"{named} was altered: its content does not match its id {row.pk}."
        if row.seq != last + 1:
            yield f"Judgements {last + 1} to {row.seq - 1} are missing before {row.pk}."
        elif row.previous != previous:
            yield f"{named} does not follow the one before it: a judgement was removed, replaced or put in there."
        previous, last = row.pk, row.seq
    chain = Chain.objects.filter(pk=1).first() or Chain()
    if chain.length > last:
        yield f"Judgements {last + 1} to {chain.length} are missing at the end of the chain."
    elif (chain.length, chain.head) != (last, previous):
        known = f"{chain.length} ({chain.head})"
        yield f"The chain of judgements ends at {last} ({previous}), but the register knows only {known}."


def _of_report(report: Report, archive: Archive) -> Iterator[str]:
    if report.pk != report_id(report.record()):
        yield f"Report {report.pk} was altered: its text, title, date, outlet or address does not match its id."
    yield from _of_bytes(report, archive)
    words, claims = report.words, list(report.claims.all())
    for claim in claims:
        yield from _of_claim(claim, words)
    for event in report.events.all():
        yield from _of_event(event, words)
    yield from _of_states(claims)


def _of_bytes(report: Report, archive: Archive) -> Iterator[str]:
    if not report.sha256:
        return
    if report.sha256 not in archive:
        yield f"Report {report.pk}: its bytes, {report.sha256}, are not in the archive."
        return
    try:
        extracted = archive.describe(report.sha256).extracted
    except ValueError:
        return  # told by the archive itself
    if extracted and report.extractor == extracted.extractor and report.text != extracted.text:
        yield f"Report {report.pk}: its text is not the one that the archive keeps as extracted."


def _of_claim(claim: Claim, words: str) -> Iterator[str]:
    where = f"Claim {claim.pk} of report {claim.report_id}"
    try:
        read, shown = claim.record_as_read(), claim.record()
    except ValidationError:
        yield f"{where} cannot be read any more: its record is broken."
        return
    if claim.pk != claim_id(claim.reading_id or claim.report_id, claim.position, json.loads(claim.read)):
        yield f"{where} was altered: its record does not match its id."
    for quote in dict.fromkeys((*quotes_of(read), *quotes_of(shown))):
        yield from _of_quote(quote, words, where)


def _of_event(event: EventMention, words: str) -> Iterator[str]:
    where = f"Event mention {event.pk} of report {event.report_id}"
    try:
        read: EventRecord = event.record()
    except ValidationError:
        yield f"{where} cannot be read any more: its record is broken."
        return
    if event.pk != content_id("event", event.reading_id, event.position, json.loads(event.read)):
        yield f"{where} was altered: its record does not match its id."
    blamed = (quote for blame in read.blame for quote in blame.evidence)
    for quote in dict.fromkeys((*blamed, *(quote for quotes in read.evidence.values() for quote in quotes))):
        yield from _of_quote(quote, words, where)


def _of_quote(quote: Quote, words: str, where: str) -> Iterator[str]:
    if quote.start < 0 or words[quote.start : quote.end] != quote.text:
        yield f"{where}: the words «{quote.text[:80]}» do not stand at {quote.start}–{quote.end} of the report."


def _of_states(claims: list[Claim]) -> Iterator[str]:
    """Columns that do not follow from claim and judgements."""
    try:
        told = states(claims)
        _ = [claim.record() for claim in claims]
    except ValidationError:
        return  # told as a broken record
    except ValueError:
        yield f"A judgement on report {claims[0].report_id} cannot be applied any more."
        return
    for claim in claims:
        if claim.record() != told[claim.pk].claim:
            yield f"Claim {claim.pk}: what is shown of it does not follow from its judgements."
        for column, value in state_columns(claim, told[claim.pk]).items():
            if column != "shown" and getattr(claim, column) != value:
                yield f"Claim {claim.pk}: its {column} is {getattr(claim, column)!r}, but by judgements {value!r}."
