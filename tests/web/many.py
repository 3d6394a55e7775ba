"""A register of a hundred thousand claims, for measuring: rows made straight from one composed claim."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from factory import claim, report

from hasila.model.claim import Place, When
from hasila.model.incident import Incident as IncidentRecord
from hasila.model.incident import IncidentPlace
from hasila.register.models import (
    Blamed,
    Claim,
    Incident,
    IncidentActor,
    IncidentClaim,
    IncidentReport,
    Indexed,
    Posting,
    Reading,
    Report,
    Word,
)  # fmt: skip
from hasila.register.rows import claim_columns, stored

PROVINCES: Sequence[tuple[str, float, float]] = (
    ("Idlib", 35.9, 36.6), ("Aleppo", 36.2, 37.2), ("Deir ez-Zor", 35.3, 40.1), ("Raqqa", 35.9, 39.0), ("Homs", 34.7, 36.7),
)  # fmt: skip
SIDES = ("syria_gov", "russia", "isis", "sdf", "turkey", "us_coalition")
CAUSES = ("shelling", "air_strike", "explosive", "clash", "attack")
OUTCOMES = ("killed", "injured", "missing", "detained")
AT = datetime(2020, 1, 1, tzinfo=UTC)
OF_INCIDENT = 3  # reports
TEXT = "مقتل 12 مدنيين وإصابة 20 آخرين بقصف على قرية رقم"


def file_many(number: int) -> None:
    """File so many reports with four claims each, over five years; three reports make an incident."""
    events = [_event(n) for n in range((number + OF_INCIDENT - 1) // OF_INCIDENT)]
    told = [(f"report-{n:020x}", events[n // OF_INCIDENT]) for n in range(number)]
    _create(Report, (_report(key, n, event) for n, (key, event) in enumerate(told)))
    _create(Reading, (Reading(id=f"reading-{key[7:]}", report_id=key, pack="ar-many", at=AT) for key, _ in told))
    _create(Claim, (c for n, (key, event) in enumerate(told) for c in _claims(key, n, event)))
    claims = ((f"claim-{n * 4 + m:020x}", event) for n, (_, event) in enumerate(told) for m in range(4))
    _create(Blamed, (Blamed(claim_id=key, actor=event["side"], basis="stated") for key, event in claims))
    _index(told)
    _incidents(told, events)


def _create(table: Any, rows: Iterator[Any]) -> None:
    table.objects.bulk_create(rows, batch_size=2000)


def _event(n: int) -> dict[str, Any]:
    day = date(2015, 1, 1) + timedelta(days=n % 1800)
    province, lat, lon = PROVINCES[n % len(PROVINCES)]
    return {
        "n": n,
        "day": day,
        "province": province,
        "lat": lat,
        "lon": lon,
        "side": SIDES[n % 6],
        "cause": CAUSES[n % 5],
    }


def _report(key: str, n: int, event: dict[str, Any]) -> Report:
    return Report(
        id=key, title=f"قصف على قرية رقم {event['n']}", text=f"{TEXT} {event['n']}. الخبر {n}.", added_at=AT,
        published=str(event["day"]), day=event["day"], outlet=f"وكالة {n % 60}",
    )  # fmt: skip


def _claims(key: str, n: int, event: dict[str, Any]) -> Iterator[Claim]:
    of = report(f"{TEXT} {event['n']}. الخبر {n}.", title=f"قصف على قرية رقم {event['n']}")
    place = Place(
        text="قرية رقم",
        admin1=event["province"],
        country="SY",
        level="village",
        lat=event["lat"],
        lon=event["lon"],
        row="r",
    )
    when = When(from_=event["day"], to=event["day"], precision="day")
    made = claim(
        of, "مقتل 12 مدنيين", "killed", n % 40 + 1, blamed=[event["side"]], status="civilian", cause=event["cause"]
    )
    made = made.model_copy(update={"place": place, "date": when})
    read = stored(made)
    for m, outcome in enumerate(OUTCOMES):
        columns = claim_columns(made) | {"outcome": outcome}
        yield Claim(
            id=f"claim-{n * 4 + m:020x}", report_id=key, reading_id=f"reading-{key[7:]}", position=m, blame_state="awaiting",
            read=read.replace('"outcome":"killed"', f'"outcome":"{outcome}"'), lineage=f"claim-{n * 4 + m:020x}",
            consequence=(n * 7 + m) % 900, reasons="new_toll", contested=n % 9 == 0, **columns,
        )  # fmt: skip


def _index(told: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """Every report has the words of its text and one of its own."""
    texts = ["قصف", "قريه", "مقتل", "مدنيين", *{str(event["n"]) for _, event in told}]
    _create(Word, (Word(text=text) for text in texts))
    words = dict(Word.objects.values_list("text", "pk"))
    _create(Indexed, (Indexed(report_id=key) for key, _ in told))
    indexed = dict(Indexed.objects.values_list("report", "pk"))
    _create(
        Posting,
        (
            Posting(word_id=words[t], indexed_id=indexed[key])
            for key, event in told
            for t in (*texts[:4], str(event["n"]))
        ),
    )


def _incidents(told: Sequence[tuple[str, dict[str, Any]]], events: Sequence[dict[str, Any]]) -> None:
    keys = [f"incident-{event['n']:020x}" for event in events]
    _create(Incident, (_incident(key, event) for key, event in zip(keys, events, strict=True)))
    _create(IncidentActor, (IncidentActor(incident_id=k, actor=e["side"]) for k, e in zip(keys, events, strict=True)))
    _create(IncidentReport, (IncidentReport(incident_id=keys[e["n"]], report_id=key) for key, e in told))
    pairs = ((keys[event["n"]], f"claim-{n * 4 + m:020x}") for n, (_, event) in enumerate(told) for m in range(4))
    _create(IncidentClaim, (IncidentClaim(incident_id=incident, claim_id=key) for incident, key in pairs))


def _incident(key: str, event: dict[str, Any]) -> Incident:
    n, when = event["n"], When(from_=event["day"], to=event["day"], precision="day")
    reports = tuple(f"report-{m:020x}" for m in range(n * OF_INCIDENT, (n + 1) * OF_INCIDENT))
    place = IncidentPlace(name="قرية رقم", lat=event["lat"], lon=event["lon"], level="village")
    record = IncidentRecord(
        id=key, kind="incident", reports=reports, place=place, date=when, actors=(event["side"],), grade="Fair",
        ranges={"airwars": {"killed": (n % 40, n % 40 + 3)}}, why=("one report tells of it",),
    )  # fmt: skip
    return Incident(
        id=key, kind="incident", made=json.dumps(record.model_dump(mode="json")), place=f"قرية رقم {n}", country="SY",
        admin1=event["province"], lat=event["lat"], lon=event["lon"], level="village", date_from=event["day"],
        date_to=event["day"], cause=event["cause"], killed_low=n % 40, killed_high=n % 40 + 3, injured_low=2, injured_high=9,
        suggested="Fair", reports_count=3, outlets=3, origins=3, contested=n % 9 == 0,
    )  # fmt: skip
