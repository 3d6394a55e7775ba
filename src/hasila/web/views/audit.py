"""The audit: every decision in its order, whether the chain holds, and the register at a past moment."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext

from hasila.register.models import Chain, Claim, Judgement, Reading, Report
from hasila.register.questions import ClaimQuestions
from hasila.register.verifying import chain_problems
from hasila.web.exports_made import exports_made
from hasila.web.pages import page_of
from hasila.web.present import digits, labels
from hasila.web.present.actors import actor_name
from hasila.web.present.labels import label

CHECKED = 5000
"""A longer chain is checked by `hasila verify`, not while a page waits."""


@dataclass(frozen=True)
class Entry:
    """A judgement as a line of the audit. Names of victims that a change may hold are left out."""

    row: Judgement
    where: str
    change: tuple[tuple[str, str], ...]
    withdrawn: bool
    takes_back: Judgement | None


def audit(request: HttpRequest) -> HttpResponse:
    """All decisions, newest first; `at` shows the register as it stood, `about` one subject or judgement only."""
    moment = moment_of(request.GET.get("at", ""))
    about = request.GET.get("about", "").strip()[:60]
    rows = Judgement.objects.order_by("-seq")
    if moment:
        rows = rows.filter(at__lte=moment)
    if about:
        lineage = Claim.objects.filter(pk=about).values("lineage")
        named = Q(pk=about) | Q(subject=about) | Q(other=about) | Q(withdraws=about)
        rows = rows.filter(named | Q(subject__in=Claim.objects.filter(lineage__in=lineage).values("pk")))
    chain = Chain.objects.filter(pk=1).first()
    length = chain.length if chain else 0
    page = page_of(rows, request.GET)
    context = {
        "page": page,
        "entries": entries(page.rows, moment),
        "count": rows.count(),
        "length": length,
        "head": chain.head if chain else "",
        "problems": list(chain_problems()) if length <= CHECKED else None,
        "exports": [] if about or moment else exports_made(),
        "about": about,
        "at": moment,
        "at_given": request.GET.get("at", "")[:40],
        "then": standing_at(moment) if moment else None,
    }
    return render(request, "desk/audit.html", context)


def moment_of(told: str) -> datetime | None:
    """
    A moment from an address: a day (its end) or a day and a time, in UTC where it names no zone.

    >>> moment_of("2019-03-18").isoformat()
    '2019-03-18T23:59:59+00:00'
    """
    try:
        moment = datetime.fromisoformat(told.strip())
    except ValueError:
        return None
    if len(told.strip()) == 10:
        moment = moment.replace(hour=23, minute=59, second=59)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def entries(rows: Iterable[Judgement], at: datetime | None = None) -> list[Entry]:
    """Judgements with where they were made, what they changed, and whether they were taken back (by `at`)."""
    rows = list(rows)
    takings = Judgement.objects.filter(verdict="withdraw", withdraws__in=[row.pk for row in rows])
    taken_back = set((takings.filter(at__lte=at) if at else takings).values_list("withdraws", flat=True))
    targets = Judgement.objects.in_bulk([row.withdraws for row in rows if row.withdraws])
    return [
        Entry(
            row,
            _address(row),
            tuple(_changes(json.loads(row.change))),
            row.pk in taken_back,
            targets.get(row.withdraws),
        )
        for row in rows
    ]


def _address(row: Judgement) -> str:
    kind, _, _ = (row.other if row.verdict == "add" else row.subject).partition("-")
    key = row.other if row.verdict == "add" else row.subject.partition("#")[0]
    return {"claim": f"/claims/{key}/", "report": f"/reports/{key}/"}.get(kind, f"/incidents/{key}/")


_WITHHELD = {"id", "victims", "evidence", "quote", "confidence", "rules", "event", "claims", "reports", "blame", "name"}


def _changes(change: dict[str, Any]) -> Iterable[tuple[str, str]]:
    """The fields of a change in words. Quotes and names stay on the report's page."""
    if change.get("fields") == ["blame"]:
        yield (label(labels.FIELDS, "blame"), pgettext("audit", "on its own"))
        return
    for key, value in change.items():
        if key in _WITHHELD or value in (None, [], False, ""):
            continue
        yield (label(labels.FIELDS, key), _said(key, value))


_WORDS = {
    "outcome": labels.OUTCOMES, "status": labels.STATUSES, "cause": labels.CAUSES, "scope": labels.SCOPES,
    "stance": labels.STANCES, "unit": labels.UNITS, "grade": labels.GRADES, "suggested": labels.GRADES,
}  # fmt: skip


def _said(key: str, value: Any) -> str:
    if key in _WORDS:
        return label(_WORDS[key], str(value))
    if key == "kinds":
        return digits.comma().join(label(labels.KINDS, kind) for kind in value)
    if key in ("perpetrators",):
        return digits.comma().join(actor_name(actor) for actor in value)
    if key == "affiliation":
        return actor_name(str(value))
    if key == "source":
        return label(labels.SOURCES, value["kind"])
    if key == "date":
        return digits.in_digits(f"{value['from']} – {value['to']}")
    if key == "place":
        return str(value["text"])
    return "✓" if value is True else digits.in_digits(str(value))


def standing_at(moment: datetime) -> dict[str, int]:
    """How much there was at a moment: reports, readings, decisions, and claims that waited."""
    return {
        "reports": Report.objects.filter(added_at__lte=moment).count(),
        "readings": Reading.objects.filter(at__lte=moment).count(),
        "judgements": Judgement.objects.filter(at__lte=moment).count(),
        "awaiting": _awaiting_at(moment),
    }


def _awaiting_at(moment: datetime) -> int:
    """
    How many claims waited at a moment: those of the readings of that time, less those judged by then.

    The same as `Claim.objects.awaiting_review(moment)`, counted from what is few: readings that were replaced, and
    judgements.
    """
    newer = Reading.objects.filter(report=OuterRef("report"), at__lte=moment, at__gt=OuterRef("at"))
    replaced = Reading.objects.filter(at__lte=moment).filter(Exists(newer)).values("pk")
    read = Claim.objects.filter(reading__at__lte=moment)
    made = Judgement.objects.filter(at__lte=moment)
    withdrawn = made.filter(verdict="withdraw").values("withdraws")
    held = made.filter(verdict__in=("accept", "correct", "reject")).exclude(pk__in=withdrawn).values("subject")
    lineages = Claim.objects.filter(pk__in=held).values("lineage")
    return read.count() - Claim.objects.filter(pk__in=_gone(read, replaced, lineages)).count()


def _gone(read: ClaimQuestions, replaced: QuerySet[Any], lineages: QuerySet[Any]) -> QuerySet[Any]:
    """Claims that a newer reading replaced or that somebody judged: two short questions instead of one long one."""
    return read.filter(reading__in=replaced).values("pk").union(read.filter(lineage__in=lineages).values("pk"))
