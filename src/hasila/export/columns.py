"""A row as flat columns: what tables and map features hold of a claim or an incident."""

import json
from collections.abc import Iterable, Mapping

from hasila.export.loss import Losses
from hasila.export.precision import radius_km
from hasila.export.records import ClaimRow, IncidentRow, MadeBy, Row
from hasila.model.claim import Claim, Place, When
from hasila.model.incident import IncidentPlace

Cell = str | int | float | bool | None
Columns = dict[str, Cell]

_NOWHERE, _NO_PLACE = Place(text=""), IncidentPlace(name="")
_FIGURES = {
    "airwars": (
        "killed", "killed_civilian", "killed_unknown", "killed_combatant", "killed_children", "killed_women",
        "injured", "injured_civilian", "injured_unknown", "injured_combatant", "injured_children", "injured_women",
    ),
    "acled": ("killed",),
}  # fmt: skip


def columns_of(row: Row, grid: float | None, losses: Losses) -> Columns:
    """The columns of a row, always the same ones in the same order; what has no column is noted as left out."""
    return _of_claim(row, grid, losses) if isinstance(row, ClaimRow) else _of_incident(row, grid, losses)


def _of_claim(row: ClaimRow, grid: float | None, losses: Losses) -> Columns:
    claim, place = row.claim, row.claim.place or _NOWHERE
    _left_out_of_claim(row, losses)
    return {
        "id": row.id,
        "outcome": claim.outcome,
        "low": claim.low,
        "high": claim.high,
        "approx": claim.approx,
        "unit": claim.unit,
        "status": claim.status,
        "kinds": _list(claim.kinds),
        "affiliation": claim.affiliation,
        "cause": claim.cause,
        "perpetrators": _list(claim.perpetrators),
        "blame_basis": _list(f"{blame.actor}: {blame.basis}" for blame in claim.blame),
        "place": place.text or None,
        "admin1": place.admin1,
        "country": place.country,
        "gazetteer_row": place.row,
        **_where(place, grid),
        **_when(claim.date),
        "source": claim.source.text,
        "source_kind": claim.source.kind,
        "scope": claim.scope,
        "stance": claim.stance,
        "part_of": row.whole,
        "quote": claim.quote.text,
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
        "confidence": claim.confidence.score,
        "confidence_reasons": _list(claim.confidence.reasons),
        "state": row.state,
        "blame_state": row.blame_state,
        "added": row.added,
        "corrected": bool(row.corrected),
        "as_read": json.dumps(row.as_read, ensure_ascii=False, sort_keys=True) if row.as_read else None,
        "incidents": _list(row.incidents),
        "report": row.report.id,
        "outlet": row.report.outlet,
        "title": row.report.title,
        "url": row.report.url,
        "published": row.report.published,
        **_versions(row.made_by),
    }


def _of_incident(row: IncidentRow, grid: float | None, losses: Losses) -> Columns:
    incident, place = row.incident, row.incident.place or _NO_PLACE
    if incident.why:
        losses.note("left out", "incident.why", "a table has no column for it; JSON Lines have it", row.id)
    return {
        "id": row.id,
        "kind": incident.kind,
        "place": place.name or None,
        "admin1": row.admin1,
        "country": row.country,
        **_where(place, grid),
        **_when(incident.date),
        "cause": row.cause,
        "actors": _list(incident.actors),
        "also_blamed": _list(incident.also_blamed),
        **_figures(row, losses),
        "grade_suggested": incident.grade,
        "grade": row.graded,
        "contested": row.contested,
        "reports_count": len(incident.reports),
        "outlets_count": row.outlets,
        "origins_count": row.origins,
        "reports": _list(incident.reports),
        "recalled_in": _list(incident.recalls),
        "claims": _list(row.claims),
        **_versions(row.made_by),
        "rules": _list(row.made_by.rules),
    }


def _left_out_of_claim(row: ClaimRow, losses: Losses) -> None:
    """A table holds the coded fields: not each value's words, nor victims, nor people's notes."""
    claim: Claim = row.claim
    if claim.part_of is not None and row.whole is None:
        losses.note("degraded", "part_of", "the claim that it is a part of does not stand", row.id)
    held: Mapping[str, int] = {
        "evidence": sum(bool(quote.text) for quotes in claim.evidence.values() for quote in quotes),
        "blame.name": sum(bool(blame.name) for blame in claim.blame),
        "place.candidates": len(claim.place.candidates) if claim.place else 0,
        "rules": len(claim.rules),
        "victims": len(claim.victims),
        "decisions": len(row.decisions),
    }
    for field, times in held.items():
        if times:
            losses.note("left out", field, "a table has no column for it; JSON Lines have it", row.id, times)


def _where(place: Place | IncidentPlace, grid: float | None) -> Columns:
    level, lat, lon = place.level, place.lat, place.lon
    radius = radius_km(level, grid) if level and lat is not None and lon is not None else None
    return {"level": level, "lat": lat, "lon": lon, "radius_km": radius}


def _when(date: When | None) -> Columns:
    if date is None:
        return {"date_from": None, "date_to": None, "date_precision": None}
    return {"date_from": date.from_.isoformat(), "date_to": date.to.isoformat(), "date_precision": date.precision}


def _figures(row: IncidentRow, losses: Losses) -> Columns:
    out: Columns = {}
    for convention, names in _FIGURES.items():
        told = row.incident.ranges.get(convention, {})
        for name in names:
            out[f"{convention}_{name}_low"], out[f"{convention}_{name}_high"] = told.get(name, (None, None))
    for convention, figures in row.incident.ranges.items():
        for name in figures:
            if name not in _FIGURES.get(convention, ()):
                why = "a table has no column for this figure; JSON Lines have it"
                losses.note("left out", f"ranges.{convention}.{name}", why, row.id)
    return out


def _versions(made_by: MadeBy) -> Columns:
    return {key: getattr(made_by, key) for key in ("pack", "codebook", "engine", "places")}


def _list(values: Iterable[str]) -> str | None:
    """Several values in one cell."""
    return "; ".join(values) or None
