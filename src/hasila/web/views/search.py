"""Search in reports and incidents: Arabic words spelling aside, English ones of what was read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hasila.register.models import Claim, Incident, IncidentReport, Report
from hasila.register.questions import IncidentQuestions
from hasila.web.pages import page_of
from hasila.web.present.discretion import covered, shortened
from hasila.web.present.excerpt import excerpt
from hasila.web.views.incidents import listed
from hasila.web.views.queue import victims_of


def search(request: HttpRequest) -> HttpResponse:
    """Reports that hold all the words, and incidents that they tell of."""
    asked = request.GET.get("q", "").strip()[:300]
    key = asked if asked.startswith(("report-", "claim-", "incident-")) else ""
    found = Report.objects.filter(pk=_report_of(key)) if key else Report.objects.search(asked)
    page = page_of(found.newest_first(), request.GET)
    names = victims_of({row.pk for row in page.rows})
    rows = [
        (
            row,
            shortened(covered(row.title[:400], 0, names.get(row.pk, ())), 140),
            excerpt(row.words, asked, names.get(row.pk, ())),
        )
        for row in page.rows
    ]
    told = Incident.objects.filter(pk=key) if key.startswith("incident-") else _told_by([row.pk for row in page.rows])
    context = {
        "asked": asked,
        "page": page,
        "rows": rows,
        "count": found.count() if asked else 0,
        "incidents": listed(told.newest_first().prefetch_related("blamed")[:20]) if asked else [],
    }
    return render(request, "desk/search.html", context)


def _report_of(key: str) -> str:
    """The report that an id belongs to: its own, or that of its claim."""
    if key.startswith("claim-"):
        return Claim.objects.filter(pk=key).values_list("report", flat=True).first() or ""
    return key


def _told_by(reports: list[str]) -> IncidentQuestions:
    """The incidents that these reports tell of."""
    told = IncidentReport.objects.filter(report__in=reports, recalls=False).values("incident")
    return Incident.objects.filter(pk__in=told)
