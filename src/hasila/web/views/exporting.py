"""Out: the register as CSV, JSON Lines or GeoJSON, with a report of what was lost or withheld."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hasila.web.filters import filter_of
from hasila.web.views.queue import filter_choices

FORMATS = ("csv", "jsonl", "geojson")


def export(request: HttpRequest) -> HttpResponse:
    """What to export, and what the publication profile withholds."""
    context = {"wanted": filter_of(request.GET), "formats": FORMATS, **filter_choices()}
    return render(request, "desk/export.html", context)


def file(request: HttpRequest) -> HttpResponse:
    """The file itself."""
    return HttpResponse(status=501)
