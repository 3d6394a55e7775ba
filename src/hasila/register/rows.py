"""What was read in a report, as the rows that tables keep. Made without a database, so that workers can make them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from hasila.model.claim import Claim, EventMention, Place, Reading, When
from hasila.model.ids import content_id
from hasila.model.report import Report
from hasila.register.consequence import consequence_alone
from hasila.register.wanted import words_of

Row = dict[str, Any]


class Versions(NamedTuple):
    """What made a reading: the language pack, the codebook, the program, the books of places; each with its version."""

    pack: str
    codebook: str
    engine: str
    places: str = ""


class Archived(NamedTuple):
    """Where a report's bytes are: the object in the archive, and which part of it (`line 12`; empty: all of it)."""

    sha256: str = ""
    part: str = ""


NOWHERE = Archived()
"""For a report whose bytes nobody has."""


@dataclass(frozen=True)
class Rows:
    """One report and one reading of it, ready to be filed."""

    report: Row
    reading: Row
    claims: Sequence[Row]
    blamed: Sequence[Row]
    events: Sequence[Row]
    words: frozenset[str]


def report_id(report: Report) -> str:
    """
    The register's id: title, text, time of publication, outlet and address. What a file calls the report is no part.

    >>> from hasila.model.report import report_of
    >>> report_id(report_of("مقتل 3", id="a")) == report_id(report_of("مقتل 3", id="b"))
    True
    """
    return content_id("report", report.title, report.text, published_of(report), report.outlet, report.url)


def published_of(report: Report) -> str:
    """The day or moment of publication as ISO text, empty where unknown."""
    return report.published.isoformat() if report.published else ""


def reading_id(report: str, versions: Versions) -> str:
    """The id of what these versions read in the report of this (register's) id."""
    return content_id("reading", report, *versions)


def claim_id(owner: str, position: int, told: Mapping[str, Any]) -> str:
    """
    The id of a claim of a reading (or of a report, where a person added it): its record as JSON and where it stands.

    It is made of the JSON that a row keeps, not of the record: a later hasila may give records more fields.
    """
    return content_id("claim", owner, position, {key: value for key, value in told.items() if key != "id"})


def rows_of(report: Report, reading: Reading, versions: Versions, at: datetime, archived: Archived = NOWHERE) -> Rows:
    """The rows of a report and of what was read in it. `at` is when it is added and read."""
    owner = report_id(report)
    read = reading_id(owner, versions)
    claims = [_claim_row(claim, owner, read, n) for n, claim in enumerate(reading.claims)]
    return Rows(
        report=_report_row(report, owner, at, archived),
        reading={"id": read, "report_id": owner, **versions._asdict(), "at": at},
        claims=claims,
        blamed=[
            row for made, claim in zip(claims, reading.claims, strict=True) for row in blamed_rows(made["id"], claim)
        ],
        events=[_event_row(event, owner, read, n) for n, event in enumerate(reading.events)],
        words=frozenset(words_of(report, reading)),
    )


def _report_row(report: Report, owner: str, at: datetime, archived: Archived) -> Row:
    return {
        "id": owner,
        "given": report.id if report.id != owner else "",
        "title": report.title or "",
        "text": report.text,
        "published": published_of(report),
        "published_from": report.published_from,
        "day": report.day,
        "outlet": report.outlet or "",
        "url": report.url or "",
        "extractor": report.extractor or "",
        "sha256": archived.sha256,
        "part": archived.part,
        "added_at": at,
    }


def _claim_row(claim: Claim, owner: str, read: str, position: int) -> Row:
    named = claim.model_copy(update={"id": claim_id(read, position, claim.model_dump(mode="json"))})
    score, reasons = consequence_alone(named)
    return {
        "id": named.id,
        "report_id": owner,
        "reading_id": read,
        "position": position,
        "read": stored(named),
        "lineage": named.id,
        "blame_state": "awaiting" if named.perpetrators else "none",
        "consequence": score,
        "reasons": " ".join(reasons),
        **claim_columns(named),
    }


def claim_columns(claim: Claim) -> Row:
    """The columns of a claim's row that describe its record."""
    return {
        "outcome": claim.outcome,
        "low": claim.low,
        "high": claim.high,
        "status": claim.status,
        "cause": claim.cause,
        "scope": claim.scope,
        "stance": claim.stance,
        "source_kind": claim.source.kind,
        "affiliation": claim.affiliation or "",
        "lat": claim.place and claim.place.lat,
        "lon": claim.place and claim.place.lon,
        "confidence": claim.confidence.score,
        "part_of": claim.part_of,
        "has_blame": bool(claim.perpetrators),
        **_where_and_when(claim.place, claim.date),
    }


def blamed_rows(claim_key: str, claim: Claim) -> list[Row]:
    """One row for each side that the claim blames, with the basis where the text gives one."""
    basis = {blame.actor: blame.basis for blame in claim.blame}
    return [{"claim_id": claim_key, "actor": a, "basis": basis.get(a, "")} for a in dict.fromkeys(claim.perpetrators)]


def _event_row(event: EventMention, owner: str, read: str, position: int) -> Row:
    return {
        "id": content_id("event", read, position, event.model_dump(mode="json")),
        "report_id": owner,
        "reading_id": read,
        "position": position,
        "read": stored(event),
        "main": event.main,
        "cause": event.cause,
        **_where_and_when(event.place, event.date),
    }


def _where_and_when(place: Place | None, when: When | None) -> Row:
    days: tuple[date | None, date | None] = (when.from_, when.to) if when else (None, None)
    return {
        "admin1": (place and place.admin1) or "",
        "country": (place and place.country) or "",
        "date_from": days[0],
        "date_to": days[1],
    }


def stored(record: Claim | EventMention) -> str:
    """A record as a row keeps it: JSON with sorted keys, so that equal records are equal texts."""
    return json.dumps(record.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
