"""Out: rows through the publication profile into a format, with everything that must stand beside the file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from hasila.export.about import About, Tally, about_record
from hasila.export.csv import csv_lines
from hasila.export.geojson import geojson_lines
from hasila.export.jsonl import jsonl_lines
from hasila.export.loss import Losses
from hasila.export.profile import PUBLIC, Profile, published
from hasila.export.records import ClaimRow, IncidentRow, Row, Told
from hasila.model.claim import Claim
from hasila.model.incident import Incident
from hasila.model.record import Quote

Format = Literal["csv", "jsonl", "geojson"]
TYPES: dict[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "geojson": "application/geo+json",
}
"""The media type of each format."""

_NO_QUOTE = Quote(text="", start=0, end=0)
_A_CLAIM = ClaimRow(claim=Claim(id="", outcome="killed", quote=_NO_QUOTE), report=Told(id=""))
_AN_INCIDENT = IncidentRow(incident=Incident(id="", kind="incident", reports=()))


@dataclass
class Exported:
    """
    A file as it is made. `lines` can be gone through once, and holds one row in memory at a time.

    `losses` and `beside()` are complete when the last line is out.
    """

    lines: Iterator[str]
    about: About
    profile: Profile
    losses: Losses = field(default_factory=Losses)
    tally: Tally = field(default_factory=Tally)

    def beside(self) -> dict[str, Any]:
        """What stands beside the file: versions, filter, moment, profile, losses; as JSON values."""
        return about_record(self.about, self.profile, self.tally, self.losses)


def export_claims(rows: Iterable[ClaimRow], format: Format, about: About, profile: Profile = PUBLIC) -> Exported:
    """
    Claims as CSV, JSON Lines or GeoJSON.

    >>> from datetime import UTC, datetime
    >>> about = About("claims", datetime(2026, 11, 24, tzinfo=UTC), "hasila 0.1.0")
    >>> made = export_claims([], "csv", about)
    >>> next(made.lines)[:12], made.beside()["rows"]
    ('\\ufeffid,outcome,', 0)
    """
    return _export(rows, _A_CLAIM, format, about, profile)


def export_incidents(rows: Iterable[IncidentRow], format: Format, about: About, profile: Profile = PUBLIC) -> Exported:
    """Incidents as CSV, JSON Lines or GeoJSON."""
    return _export(rows, _AN_INCIDENT, format, about, profile)


def _export(rows: Iterable[Row], header: Row, format: Format, about: About, profile: Profile) -> Exported:
    made = Exported(iter(()), about, profile)
    let_out = _counted((published(row, profile, made.losses) for row in rows), made.tally)
    if format == "csv":
        made.lines = csv_lines(let_out, header, profile.grid, made.losses)
    elif format == "jsonl":
        made.lines = jsonl_lines(let_out)
    else:
        made.lines = geojson_lines(let_out, profile.grid, made.losses, made.beside)
    return made


def _counted(rows: Iterable[Row], tally: Tally) -> Iterator[Row]:
    for row in rows:
        tally.count(row.made_by)
        yield row
