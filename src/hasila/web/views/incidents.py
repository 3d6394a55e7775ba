"""The list of incidents: every figure of the overview leads here, and from here to an incident."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hasila.register.models import Incident
from hasila.web.filters import filter_of, narrowed
from hasila.web.pages import page_of
from hasila.web.relinking import keep_fresh
from hasila.web.views.queue import filter_choices


@dataclass(frozen=True)
class Listed:
    """An incident in a list, with the sides that it is blamed on."""

    row: Incident
    sides: tuple[str, ...]


def incidents(request: HttpRequest) -> HttpResponse:
    """Incidents, newest first, filtered by the address; running totals on their own."""
    stale = keep_fresh()
    wanted = filter_of(request.GET)
    totals = request.GET.get("kind") == "total"
    rows = narrowed(Incident.objects.totals() if totals else Incident.objects.incidents(), wanted)
    if request.GET.get("contested"):
        rows = rows.contested()
    page = page_of(rows.newest_first().prefetch_related("blamed"), request.GET)
    context = {
        "wanted": wanted,
        "page": page,
        "rows": listed(page.rows),
        "count": rows.count(),
        "totals": totals,
        "stale": stale,
        **filter_choices(),
    }
    return render(request, "desk/incidents.html", context)


def listed(rows: Iterable[Incident]) -> list[Listed]:
    """Rows for a list; `blamed` is to be prefetched."""
    return [Listed(row, tuple(sorted(b.actor for b in row.blamed.all()))) for row in rows]
