"""Out: the register as CSV, JSON Lines or GeoJSON, with a report of what was lost or withheld."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from hasila.web.filters import filter_of
from hasila.web.views.queue import filter_choices


def formats() -> list[tuple[str, str, str]]:
    """Code, name and use of each format."""
    return [
        ("csv", _("CSV"), _("Claims as a table, for a spreadsheet.")),
        ("jsonl", _("JSON Lines"), _("Claims with all their words, for programs.")),
        ("geojson", _("GeoJSON"), _("Incidents as areas, for a map.")),
    ]


def export(request: HttpRequest) -> HttpResponse:
    """What to export, and what the publication profile withholds."""
    context = {
        "wanted": filter_of(request.GET),
        "formats": formats(),
        "format": request.GET.get("format", "csv"),
        "profile": "full" if request.GET.get("profile") == "full" else "public",
        **filter_choices(),
    }
    return render(request, "desk/export.html", context)


def file(request: HttpRequest) -> HttpResponse:
    """The file itself."""
    return HttpResponse(status=501)
