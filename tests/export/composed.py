"""Claims that hold everything a publication must not: names, notes, fine coordinates. Composed; nobody is real."""

from datetime import UTC, datetime

from factory import claim, quote, report

from hasila.export.about import About
from hasila.export.records import ClaimRow, Decision, IncidentRow, MadeBy, Told
from hasila.model.claim import Blame, Candidate, Claim, Confidence, Place, Source, Victim, When
from hasila.model.incident import Incident, IncidentPlace
from hasila.model.record import Quote

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
NAME = "سمراء الوهمية"
REPORT = report(
    f"قال الطبيب ضياء المخترع إن قصفا للنظام على منزل عائلة الوهمية في بلدة التل قتل ثلاثة بينهم {NAME} وطفلاها.",
    title=f"مقتل {NAME} في التل",
    outlet="وكالة الوادي",
    id="report-1",
)
VERSIONS = MadeBy(pack="ar-7", codebook="1", engine="hasila 0.1.0", places="built-in")
_NAMED = quote(REPORT, "قتل ثلاثة بينهم سمراء الوهمية")
_VICTIM_AT = REPORT.words.rindex(NAME)
VICTIM = Victim(name=NAME, age=34, sex="female", start=_VICTIM_AT, end=_VICTIM_AT + len(NAME))
CANDIDATE = Candidate(
    row="geonames:7654321", name="التل", lat=33.612345, lon=36.312345, level="village", score=0.9, why="3.2 km off"
)


def about(what: str = "claims") -> About:
    """An export at noon, of nothing in particular."""
    return About(what, AT, "hasila 0.1.0", {"outcome": "killed"})


def telling_claim(**fields: object) -> Claim:
    """A claim with a victim's name in every field that holds words."""
    made = claim(REPORT, "قتل ثلاثة", "killed", 3, blamed={"syria_gov": "للنظام"}, sure=0.8)
    told = {
        "id": "claim-1",
        "quote": _NAMED,
        "place": Place(
            text="منزل عائلة الوهمية في التل", admin1="Rif Dimashq", country="SY", level="point",
            lat=33.612345, lon=36.312345, row="geonames:7654321", why="as named", candidates=(CANDIDATE,),
        ),
        "date": When(from_="2019-03-17", to="2019-03-17", precision="day"),
        "source": Source(text="الطبيب ضياء المخترع", kind="medical"),
        "blame": (Blame(actor="syria_gov", name="قتلة سمراء", basis="stated", evidence=(_NAMED,)),),
        "evidence": {"low": (_NAMED,), "source": (quote(REPORT, "الطبيب ضياء المخترع"),)},
        "victims": (VICTIM,),
        "confidence": Confidence(score=0.8, reasons=("the number is far from سمراء",)),
    }  # fmt: skip
    return made.model_copy(update=told | fields)


def telling_row(**fields: object) -> ClaimRow:
    """That claim, corrected by somebody who wrote a note."""
    told: dict[str, object] = {
        "claim": telling_claim(),
        "report": Told(
            id="report-1", outlet="وكالة الوادي", title=REPORT.title,
            url="https://editor:secret@valley.example/2019/مقتل-سمراء-الوهمية", published="2019-03-17",
        ),
        "state": "corrected",
        "blame_state": "awaiting",
        "corrected": ("low", "place"),
        "as_read": {
            "low": 2,
            "place": {"text": "قرب بيت سمراء الوهمية", "lat": 33.698765, "lon": 36.398765, "level": "near"},
        },
        "incidents": ("incident-1",),
        "decisions": (
            Decision(by="المراجعة ليلى", at=AT, verdict="correct", fields=("low",), reason="اتصلت بأخيها سرا"),
        ),
        "made_by": VERSIONS,
        "names": (Quote(text=NAME, start=VICTIM.start, end=VICTIM.end),),
    }  # fmt: skip
    return ClaimRow.model_validate(told | fields)


def telling_incident(**fields: object) -> IncidentRow:
    """An incident whose reasons quote the doctor, and whose place is called by a victim's name."""
    incident = Incident(
        id="incident-1", kind="incident", reports=("report-1",), claims=(("report-1", 0),), actors=("syria_gov",),
        place=IncidentPlace(name="منزل سمراء الوهمية", lat=33.612345, lon=36.312345, level="point"),
        ranges={"airwars": {"killed": (3, 3)}, "acled": {"killed": (3, 3)}}, grade="Weak",
        why=("airwars/1 killed: 3 (speaker ضياء المخترع)", f"same victim named: {NAME}"),
    )  # fmt: skip
    told: dict[str, object] = {
        "incident": incident,
        "country": "SY",
        "claims": ("claim-1",),
        "decisions": (Decision(by="المراجعة ليلى", at=AT, verdict="grade", reason="اتصلت بأخيها سرا"),),
        "made_by": VERSIONS.model_copy(update={"rules": ("airwars/1",)}),
        "names": (Quote(text=NAME, start=VICTIM.start, end=VICTIM.end),),
    }
    return IncidentRow.model_validate(told | fields)


def placed(key: str, place: Place | None, **fields: object) -> ClaimRow:
    """A plain claim at a place."""
    return ClaimRow(
        claim=claim(REPORT, "قتل ثلاثة", "killed", 3).model_copy(update={"id": key, "place": place} | fields),
        report=Told(id="report-1"),
        made_by=VERSIONS,
    )
