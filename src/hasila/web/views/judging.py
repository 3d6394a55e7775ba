"""Decisions made with one key or one button: each appends a judgement and goes back to where it was made."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from hasila.register.judgements import append
from hasila.register.models import Claim, Incident
from hasila.register.state import BLAME, Refused
from hasila.web.person import now, person
from hasila.web.relinking import keep_fresh, link_now
from hasila.web.views.preferences import back_to

LONGEST_REASON = 2000


def decide(request: HttpRequest, verdict: str, subject: str, **told: Any) -> HttpResponse | None:
    """Append a judgement; a page with a sentence where the register refuses it, None where it is on record."""
    reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
    try:
        append(verdict, subject, by=person(), at=now(), reason=reason, **told)
    except Refused as refused:
        return render(request, "desk/refused.html", {"sentence": str(refused), "back": back_to(request)}, status=409)
    return None


@require_POST
def judge(request: HttpRequest, key: str) -> HttpResponse:
    """Accept or reject a claim, or its blame alone. Blame is never accepted along with its claim."""
    row = get_object_or_404(Claim, pk=key)
    verdict = request.POST.get("verdict", "")
    if verdict not in ("accept", "reject"):
        return render(request, "desk/refused.html", {"sentence": verdict, "back": back_to(request)}, status=400)
    change = BLAME if request.POST.get("about") == "blame" else {}
    return decide(request, verdict, row.pk, change=change) or HttpResponseRedirect(back_to(request))


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back one judgement."""
    withdrawn = request.POST.get("judgement", "")
    return decide(request, "withdraw", "", withdraws=withdrawn) or _linked(back_to(request))


@require_POST
def join(request: HttpRequest, key: str) -> HttpResponse:
    """Say that two incidents are one event."""
    row = get_object_or_404(Incident, pk=key)
    other = request.POST.get("other", "").strip()
    return decide(request, "same", row.pk, other=other) or _linked("/incidents/")


@require_POST
def separate(request: HttpRequest, key: str) -> HttpResponse:
    """Say that what one report tells is another event than what the rest tell."""
    row = get_object_or_404(Incident, pk=key)
    apart = request.POST.get("report", "")
    rest = row.reports.filter(incidentreport__recalls=False).exclude(pk=apart).values_list("pk", flat=True)
    for other in sorted(rest):
        refused = decide(request, "different", apart, other=other)
        if refused:
            return refused
    return _linked("/incidents/")


@require_POST
def grade(request: HttpRequest, key: str) -> HttpResponse:
    """Grade an incident."""
    row = get_object_or_404(Incident, pk=key)
    change = {"grade": request.POST.get("grade", "")}
    return decide(request, "grade", row.pk, change=change) or HttpResponseRedirect(back_to(request))


@require_POST
def link_again(request: HttpRequest) -> HttpResponse:
    """Link all reports again, with the judgements made since."""
    link_now()
    return HttpResponseRedirect(back_to(request))


def _linked(then: str) -> HttpResponse:
    """Go on, with the incidents made anew where that is quick."""
    keep_fresh()
    return HttpResponseRedirect(then)
