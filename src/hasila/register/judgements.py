"""Appending people's decisions to the chain, and checking that nobody altered it."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, TypedDict, Unpack, get_args

from django.db import transaction

from hasila.model.claim import Claim as ClaimRecord
from hasila.model.ids import content_id
from hasila.model.judgement import Verdict
from hasila.model.record import Quote
from hasila.register.grades import regrade
from hasila.register.models import Chain, Claim, EventMention, Incident, Judgement, Report
from hasila.register.rows import claim_columns, claim_id, stored
from hasila.register.standing import refresh
from hasila.register.state import BLAME, Refused, corrected

GRADES = ("Confirmed", "Fair", "Weak", "Contested", "Discounted")
"""Airwars' grades (docs: conventions, Airwars)."""


class Said(TypedDict, total=False):
    """What a judgement may say beside its verdict and subject."""

    other: str
    change: Mapping[str, Any] | None
    reason: str
    withdraws: str


def append(verdict: str, subject: str, *, by: str, at: datetime, **said: Unpack[Said]) -> Judgement:
    """
    Append one decision and bring everything that it concerns up to date, in one transaction.

    - accept, reject: `subject` is a claim; with `change={"fields": ["blame"]}` it is about the blame alone;
    - correct: `change` holds the corrected fields, and under "evidence" the words that they rest on;
    - add: `subject` is a report, `change` the whole claim; the register gives it an id, which becomes `other`;
    - same, different: `subject` and `other` are claims, event units, reports or incidents; they tell at the next link;
    - grade: `subject` is an incident, `change` is `{"grade": one of GRADES}`;
    - withdraw: `withdraws` is the judgement taken back, `subject` becomes its subject.

    `by` is the person, `at` a moment with a time zone. Raises `Refused` with a sentence where it makes no sense.
    """
    if verdict not in get_args(Verdict):
        raise Refused(f"{verdict!r} is no judgement; these are: {', '.join(get_args(Verdict))}.")
    if at.tzinfo is None:
        raise Refused("A judgement's moment needs a time zone.")
    if not by.strip():
        raise Refused("A judgement needs the name of the person who makes it.")
    with transaction.atomic():
        chain, _ = Chain.objects.select_for_update().get_or_create(pk=1)
        told, other, withdraws = dict(said.get("change") or {}), said.get("other", ""), said.get("withdraws", "")
        match verdict:
            case "withdraw":
                subject = _withdrawn(withdraws).subject
            case "add":
                told = _added(subject, told)
                other = told["id"]
            case "correct" | "accept" | "reject":
                _check_on_claim(verdict, subject, told)
            case "same" | "different":
                _check_pair(subject, other)
            case "grade":
                told = _graded(subject, told)
        row = Judgement(
            at=at.astimezone(UTC),
            by=by.strip(),
            verdict=verdict,
            subject=subject,
            other=other,
            change=json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
            reason=said.get("reason", ""),
            withdraws=withdraws if verdict == "withdraw" else "",
        )
        _link_on(chain, row)
        _bring_up_to_date(row)
    return row


def _link_on(chain: Chain, row: Judgement) -> None:
    """Append a judgement to the chain: its number, the id before it, and its own id over both."""
    row.seq, row.previous = chain.length + 1, chain.head
    row.id = sealed(row)
    row.save(force_insert=True)
    chain.length, chain.head = row.seq, row.id
    chain.save()


def sealed(row: Judgement) -> str:
    """The id that a judgement must have: the hash of its content and of the id before it."""
    at = row.at.astimezone(UTC).isoformat()
    content = (at, row.by, row.verdict, row.subject, row.other, row.change, row.reason, row.withdraws)
    return content_id("judgement", row.previous, row.seq, *content)


def _check_on_claim(verdict: str, subject: str, change: dict[str, Any]) -> None:
    claim = _counting(subject)
    if verdict == "correct":
        if not change:
            raise Refused("A correction names at least one field.")
        _check_quotes(corrected(claim.record(), change), claim.report)
    elif change not in ({}, BLAME):
        raise Refused(f"{verdict} takes no change, or {json.dumps(BLAME)} for the blame alone.")
    elif change == BLAME and claim.blame_state == "none":
        raise Refused(f"The claim {subject} blames nobody: there is no blame to {verdict}.")


def _added(subject: str, change: dict[str, Any]) -> dict[str, Any]:
    """File the claim that a person adds, and return it whole, with its id."""
    report = Report.objects.filter(pk=subject).first()
    if report is None:
        raise Refused(f"There is no report {subject} in this register.")
    if "quote" not in change or "outcome" not in change:
        raise Refused("An added claim needs at least an outcome and the quote that it rests on.")
    quote = Quote.model_validate(change["quote"]) if isinstance(change["quote"], dict) else None
    if quote is None:
        raise Refused('The quote of an added claim is {"text": ..., "start": ..., "end": ...}.')
    bare = ClaimRecord(id="", outcome="killed", quote=quote)
    claim = corrected(bare, {key: value for key, value in change.items() if key in _FIELDS_OF_ADD})
    _check_quotes(claim, report)
    position = report.claims.count()
    claim = claim.model_copy(update={"id": claim_id(subject, position, claim.model_dump(mode="json"))})
    Claim.objects.create(
        id=claim.id, report=report, position=position, read=stored(claim), lineage=claim.id, **claim_columns(claim)
    )
    return claim.model_dump(mode="json")


_FIELDS_OF_ADD = frozenset(ClaimRecord.model_fields) - {"id", "event", "victims", "confidence", "rules"}


def _check_pair(subject: str, other: str) -> None:
    if not other or subject == other:
        raise Refused("To join or to part takes two different things.")
    for named in (subject, other):
        owner = named.partition("#")[0]
        tables = (Claim, EventMention, Incident, Report)
        if not any(table.objects.filter(pk=owner).exists() for table in tables):
            raise Refused(f"There is no claim, event, report or incident {named} in this register.")


def _graded(subject: str, change: dict[str, Any]) -> dict[str, Any]:
    """The grade with the incident's members, so that it finds its incident again when a later link names it anew."""
    incident = Incident.objects.filter(pk=subject).first()
    if incident is None:
        raise Refused(f"There is no incident {subject} in this register.")
    if change.get("grade") not in GRADES:
        raise Refused(f"{change.get('grade')!r} is no grade; these are: {', '.join(GRADES)}.")
    return {
        "grade": change["grade"],
        "suggested": incident.suggested,
        "claims": sorted(incident.claims.values_list("lineage", flat=True)),
        "reports": sorted(incident.reports.filter(incidentreport__recalls=False).values_list("pk", flat=True)),
    }


def _withdrawn(withdraws: str) -> Judgement:
    target = Judgement.objects.filter(pk=withdraws).first()
    if target is None:
        raise Refused(f"There is no judgement {withdraws} in this register.")
    if target.verdict == "withdraw":
        raise Refused("A withdrawal cannot be withdrawn; judge again instead.")
    if Judgement.objects.filter(withdraws=withdraws).exists():
        raise Refused(f"The judgement {withdraws} has been withdrawn already.")
    return target


def _claim(subject: str) -> Claim:
    claim = Claim.objects.select_related("report").filter(pk=subject).first()
    if claim is None:
        raise Refused(f"There is no claim {subject} in this register.")
    return claim


def _counting(subject: str) -> Claim:
    claim = _claim(subject)
    if not claim.current:
        newer = Claim.objects.filter(report=claim.report, current=True, succeeds=subject).first()
        instead = f"; judge {newer.pk} instead" if newer else ""
        raise Refused(f"The claim {subject} no longer counts: a newer reading or a withdrawal replaced it{instead}.")
    return claim


def _check_quotes(claim: ClaimRecord, report: Report) -> None:
    words = report.words
    for quote in quotes_of(claim):
        if words[quote.start : quote.end] != quote.text or quote.start < 0:
            raise Refused(
                f"The words «{quote.text[:60]}» do not stand at {quote.start}–{quote.end} in report {report.pk}."
            )


def quotes_of(claim: ClaimRecord) -> Iterator[Quote]:
    """All words that a claim rests on."""
    yield claim.quote
    for quotes in claim.evidence.values():
        yield from quotes
    for blame in claim.blame:
        yield from blame.evidence


def _bring_up_to_date(row: Judgement) -> None:
    """Work out anew what the judgement concerns."""
    target = Judgement.objects.get(pk=row.withdraws) if row.verdict == "withdraw" else row
    if target.verdict == "grade":
        regrade(target.subject)
    elif target.verdict in ("accept", "correct", "reject", "add"):
        refresh(_claim(target.other if target.verdict == "add" else target.subject))
