"""A report: its words with everything that was read in them, and the claims beside them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from hasila.archive import Archive
from hasila.home import home
from hasila.model.judgement import Judgement as JudgementRecord
from hasila.register.models import Claim, Report
from hasila.register.standing import judgements_on
from hasila.register.state import in_force
from hasila.web.present.cards import card
from hasila.web.present.reread import count_in, second_look
from hasila.web.present.segments import lines


def report(request: HttpRequest, key: str) -> HttpResponse:
    """The report page."""
    row = get_object_or_404(Report, pk=key)
    return render(request, "desk/report.html", report_context(row))


def report_context(row: Report) -> dict[str, Any]:
    """All that the report page shows."""
    claims = sorted(row.claims.filter(current=True).prefetch_related("incidents"), key=_in_reading_order)
    decided = judgements_on(claims)
    look = second_look(row.words, len(row.title), row.day, next((c.country for c in claims if c.country), None))
    numbers = {claim.position: n for n, claim in enumerate(claims, 1)}
    cards = [
        card(claim, n, look, decided[claim.pk], list(claim.incidents.all()), numbers)
        for n, claim in enumerate(claims, 1)
    ]
    marks = [mark for c in cards for mark in c.marks]
    title, *rest = lines(row.words, marks) if row.title else [None, *lines(row.words, marks)]
    return {
        "report": row,
        "title": title,
        "lines": rest,
        "cut": any(s.gap for line in (title, *rest) if line for s in line.segments),
        "cards": cards,
        "waiting": sum(c.row.awaiting for c in cards),
        "undo": last_in_force(decided.values()),
        "reading": row.readings.filter(current=True).first(),
        "following": following(row),
    }


def _in_reading_order(claim: Claim) -> tuple[int, int, str]:
    record = claim.record()
    return (record.quote.start, record.quote.end, claim.pk)


def last_in_force(decided: Iterable[Sequence[JudgementRecord]]) -> JudgementRecord | None:
    """The last judgement on this page that has not been taken back: what undo withdraws."""
    held = [j for judgements in decided for j in in_force(judgements)]
    return max(held, key=lambda j: j.at, default=None)


def following(row: Report) -> str | None:
    """The id of the report of the most consequential claim that waits elsewhere."""
    waiting = Claim.objects.awaiting_review().exclude(report=row.pk).most_consequential_first()
    return waiting.values_list("report", flat=True).first()


def claim(request: HttpRequest, key: str) -> HttpResponse:
    """A claim has its place on its report's page: go there. One that no longer counts leads to what replaced it."""
    row = get_object_or_404(Claim.objects.only("report", "lineage", "current"), pk=key)
    shown = row if row.current else Claim.objects.filter(lineage=row.lineage, current=True).first() or row
    return redirect(f"{reverse('report', args=[row.report_id])}#{shown.pk}")


@require_GET
def selected_words(request: HttpRequest, key: str) -> JsonResponse:
    """The words [start, end) of a report and the number that they tell, for who selects them."""
    row = get_object_or_404(Report, pk=key)
    bounds = stretch(row, request.GET.get("start"), request.GET.get("end"))
    if bounds is None:
        return JsonResponse({"error": "no words there"}, status=400)
    start, end = bounds
    words = row.words[start:end]
    count = count_in(words[:2000])
    told = {"low": count.low, "high": count.high, "approx": count.approx} if count else None
    return JsonResponse({"text": words, "start": start, "end": end, "count": told})


def stretch(row: Report, start: Any, end: Any) -> tuple[int, int] | None:
    """Offsets told by a page, if they are an interval of the report's words, without blanks at its ends."""
    told = (str(start or ""), str(end or ""))
    if not all(t.isascii() and t.isdigit() and len(t) < 10 for t in told):
        return None
    first, last = int(told[0]), int(told[1])
    words = row.words
    if not 0 <= first < last <= len(words):
        return None
    while first < last and words[first].isspace():
        first += 1
    while last > first and words[last - 1].isspace():
        last -= 1
    return (first, last) if first < last else None


def archived(request: HttpRequest, key: str) -> HttpResponse:
    """
    The bytes as they came, as a download that no browser opens in this origin.

    A page that somebody published may hold scripts: it is sent as unknown bytes, to be kept and not shown.
    """
    row = get_object_or_404(Report, pk=key)
    if not row.sha256:
        raise Http404
    data = Archive(home() / "archive").read(row.sha256)
    response = HttpResponse(data, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{row.sha256[:16]}.bin"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
