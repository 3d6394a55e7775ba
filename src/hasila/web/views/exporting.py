"""Out: the register as CSV, JSON Lines or GeoJSON, with a report of what was lost or withheld."""

import tempfile
from importlib.metadata import version
from typing import Any, cast

from django.http import FileResponse, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hasila.export.about import About
from hasila.export.exporting import Exported, Format, export_claims, export_incidents
from hasila.export.files import write_zip
from hasila.export.profile import PROFILES, PUBLIC
from hasila.export.wanted import Wanted
from hasila.register import exporting
from hasila.web.exports_made import remember
from hasila.web.filters import Filter, filter_of
from hasila.web.person import now, person
from hasila.web.views.queue import filter_choices

TRIED = 5_000
"""Rows up to which a page makes the export to tell its losses; of more, the file that comes with it tells them."""


def formats() -> list[tuple[str, str, str]]:
    """Code, name and use of each format."""
    return [
        ("csv", _("CSV"), _("A table, for a spreadsheet.")),
        ("jsonl", _("JSON Lines"), _("Records with all their fields, for programs.")),
        ("geojson", _("GeoJSON"), _("Areas, for a map.")),
    ]


def export(request: HttpRequest) -> HttpResponse:
    """What to export, and on demand what it holds, loses and withholds."""
    what, format, profile = _choice(request.GET)
    wanted = filter_of(request.GET)
    context: dict[str, Any] = {
        "wanted": wanted,
        "formats": formats(),
        "what": what,
        "format": format,
        "profile": profile,
        "no_cause": True,
        **filter_choices(),
    }
    if request.GET.get("look"):
        rows = _asked(what, wanted)
        count = rows.count()
        context |= {"looked": True, "count": count, "asked": _sent(request.GET), "too_many": count > TRIED}
        if count <= TRIED:
            made = _made(what, format, profile, wanted)
            for _line in made.lines:
                pass
            context |= {"exported": made.tally.rows - made.losses.dropped_rows, "losses": list(made.losses)}
    return render(request, "desk/export.html", context)


@require_POST
def file(request: HttpRequest) -> FileResponse:
    """The file, and beside it what it is and what it lost, as one ZIP."""
    what, format, profile = _choice(request.POST)
    wanted = filter_of(request.POST)
    made = _made(what, format, profile, wanted)
    out = tempfile.TemporaryFile()  # noqa: SIM115  # the response closes it
    write_zip(made, f"hasila-{what}.{format}", out)
    out.seek(0)
    rows = made.tally.rows - made.losses.dropped_rows
    remember(
        at=made.about.at.isoformat(),
        by=person(),
        what=what,
        format=format,
        profile=profile,
        filter=wanted.asked(),
        rows=rows,
    )
    name = f"hasila-{what}-{made.about.at:%Y%m%d-%H%M%S}.{format}.zip"
    return FileResponse(out, as_attachment=True, filename=name, content_type="application/zip")


def _choice(told: QueryDict) -> tuple[str, Format, str]:
    """What, format and profile; whatever is none of the choices is the first of them, the careful one."""
    what = "incidents" if told.get("what") == "incidents" else "claims"
    format = told.get("format") if told.get("format") in ("csv", "jsonl", "geojson") else "csv"
    profile = "full" if told.get("profile") == "full" else PUBLIC.name
    return what, cast(Format, format), profile


def _sent(told: QueryDict) -> dict[str, str]:
    return {key: str(value) for key, value in told.items() if key != "look" and value}


def _asked(what: str, wanted: Filter) -> Any:
    asked = _wanted(wanted)
    return exporting.claims_wanted(asked) if what == "claims" else exporting.incidents_wanted(asked)


def _wanted(wanted: Filter) -> Wanted:
    return Wanted(
        actor=wanted.actor or None,
        admin1=wanted.admin1 or None,
        country=wanted.country or None,
        outlet=wanted.outlet or None,
        outcome=wanted.outcome or None,
        since=wanted.first,
        until=wanted.last,
        search=wanted.q or None,
    )


def _made(what: str, format: Format, profile: str, wanted: Filter) -> Exported:
    about = About(what, now(), f"hasila {version('hasila')}", _wanted(wanted).asked())
    rows = _asked(what, wanted)
    if what == "claims":
        return export_claims(exporting.claim_rows(rows), format, about, PROFILES[profile])
    return export_incidents(exporting.incident_rows(rows), format, about, PROFILES[profile])
