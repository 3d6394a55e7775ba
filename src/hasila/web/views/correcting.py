"""Correcting a claim field by field, splitting one in two, and adding one from selected words."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from hasila.model.claim import Claim as ClaimRecord
from hasila.model.record import Quote
from hasila.register.models import Claim, Report
from hasila.web.present.actors import actor_choices
from hasila.web.present.labels import choices
from hasila.web.present.reread import count_in
from hasila.web.reading_forms import BadForm, addition_in, correction_in, second_half_in
from hasila.web.views.judging import decide
from hasila.web.views.report import stretch


def correct(request: HttpRequest, key: str) -> HttpResponse:
    """The form with the codebook's pickers; what is sent and differs becomes one judgement."""
    row = get_object_or_404(Claim.objects.select_related("report"), pk=key)
    context = {"row": row, "report": row.report, "claim": row.record(), "action": reverse("correct", args=[key])}
    if request.method != "POST":
        return _form(request, "desk/correct.html", context)
    try:
        change = correction_in(request.POST, row.record(), row.report)
    except BadForm as bad:
        return _form(request, "desk/correct.html", {**context, "sentence": str(bad)}, status=400)
    then = HttpResponseRedirect(_place(row))
    return (decide(request, "correct", row.pk, change=change) if change else None) or then


def split(request: HttpRequest, key: str) -> HttpResponse:
    """One claim that is really two: the first half is a correction, the second an addition; each can be undone."""
    row = get_object_or_404(Claim.objects.select_related("report"), pk=key)
    context = {"row": row, "report": row.report, "claim": row.record(), "action": reverse("split", args=[key])}
    if request.method != "POST":
        return _form(request, "desk/split.html", context)
    try:
        second = second_half_in(request.POST, row.record(), row.report)
        change = correction_in(request.POST, row.record(), row.report)
    except BadForm as bad:
        return _form(request, "desk/split.html", {**context, "sentence": str(bad)}, status=400)
    refused = decide(request, "add", row.report_id, change=second)
    if not refused and change:
        refused = decide(request, "correct", row.pk, change=change)
    return refused or HttpResponseRedirect(_place(row))


def add(request: HttpRequest, key: str) -> HttpResponse:
    """A claim that was overlooked, from the words that a person selected."""
    row = get_object_or_404(Report, pk=key)
    given = request.POST if request.method == "POST" else request.GET
    bounds = stretch(row, given.get("quote_start"), given.get("quote_end"))
    context: dict[str, Any] = {"report": row, "action": reverse("add", args=[key])}
    if bounds:
        words = row.words[bounds[0] : bounds[1]]
        context |= {"quote": {"text": words, "start": bounds[0], "end": bounds[1]}, "count": count_in(words[:2000])}
    if request.method != "POST":
        return _form(request, "desk/add.html", context)
    try:
        change = addition_in(request.POST, row)
    except BadForm as bad:
        return _form(request, "desk/add.html", {**context, "sentence": str(bad)}, status=400)
    return decide(request, "add", row.pk, change=change) or HttpResponseRedirect(reverse("report", args=[key]))


def _place(row: Claim) -> str:
    return f"{reverse('report', args=[row.report_id])}#{row.pk}"


def _form(request: HttpRequest, template: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """The form with all pickers: as a page of its own, or as a piece of the report page for its script."""
    blank = ClaimRecord(id="", outcome="killed", quote=Quote(text="", start=0, end=0))
    piece = request.headers.get("X-Desk-Piece") == "1"
    offered = {
        "choices": {
            field: choices(field)
            for field in ("outcome", "status", "kinds", "cause", "source", "scope", "stance", "basis", "precision")
        },
        "actors": actor_choices(),
        "actor_ids": [code for code, _ in actor_choices()],
        "frame": "desk/piece.html" if piece else "desk/base.html",
    }
    return render(request, template, {"claim": blank, **context, **offered}, status=status)
