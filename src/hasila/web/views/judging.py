"""Decisions made with one key or one button: each appends a judgement and goes back to where it was made."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hasila.register.judgements import append
from hasila.register.models import Claim, Incident, Judgement
from hasila.register.state import BLAME, Refused
from hasila.web.grouping import made_together, to_join, to_separate
from hasila.web.person import now, person
from hasila.web.relinking import keep_fresh, link_now
from hasila.web.views.preferences import back_to

LONGEST_REASON = 2000


def decide(
    request: HttpRequest, verdict: str, subject: str, *, at: datetime | None = None, **told: Any
) -> HttpResponse | None:
    """Append a judgement; a page with a sentence where the register refuses it, None where it is on record."""
    reason = request.POST.get("reason", "").strip()[:LONGEST_REASON]
    try:
        append(verdict, subject, by=person(), at=at or now(), reason=reason, **told)
    except Refused as refused:
        return _refused(request, str(refused), 409)
    return None


def _refused(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "desk/refused.html", {"sentence": sentence, "back": back_to(request)}, status=status)


def _decide_all(request: HttpRequest, verdict: str, pairs: Sequence[tuple[str, str]]) -> HttpResponse | None:
    """Judge all pairs, at one moment and all or none."""
    moment = now()
    with transaction.atomic():
        for subject, other in pairs:
            refused = decide(request, verdict, subject, other=other, at=moment)
            if refused:
                transaction.set_rollback(True)
                return refused
    return None


@require_POST
def judge(request: HttpRequest, key: str) -> HttpResponse:
    """Accept or reject a claim, or its blame alone. Blame is never accepted along with its claim."""
    row = get_object_or_404(Claim, pk=key)
    verdict = request.POST.get("verdict", "")
    if verdict not in ("accept", "reject"):
        return _refused(request, _("A claim is accepted or rejected; this is neither."), 400)
    change = BLAME if request.POST.get("about") == "blame" else {}
    return decide(request, verdict, row.pk, change=change) or HttpResponseRedirect(back_to(request))


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back one decision; of a join or a separation all the judgements that it consists of."""
    row = Judgement.objects.filter(pk=request.POST.get("judgement", "")).first()
    if row is None:
        return decide(request, "withdraw", "", withdraws="") or HttpResponseRedirect("/")
    for made in made_together(row) or [row]:
        refused = decide(request, "withdraw", "", withdraws=made.pk)
        if refused:
            return refused
    return _linked(back_to(request))


@require_POST
def join(request: HttpRequest, key: str) -> HttpResponse:
    """Say that two incidents are one event."""
    one = get_object_or_404(Incident, pk=key)
    other = Incident.objects.filter(pk=request.POST.get("other", "").strip()).exclude(pk=key).first()
    if other is None:
        return _refused(request, _("There is no other incident with this id."), 404)
    return _decide_all(request, "same", to_join(one, other)) or _linked("/incidents/")


@require_POST
def separate(request: HttpRequest, key: str) -> HttpResponse:
    """Say that what one report tells is another event than what the rest tell."""
    row = get_object_or_404(Incident, pk=key)
    pairs = to_separate(row, request.POST.get("report", ""))
    return _decide_all(request, "different", pairs) or _linked("/incidents/")


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
