"""Linking the register: incidents are made anew from what stands; what people decided finds them again."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from factory import NOON, claim, report
from filed import file

from hasila.model.claim import Reading
from hasila.model.incident import Incident as IncidentRecord
from hasila.model.incident import IncidentPlace
from hasila.model.judgement import Judgement
from hasila.model.report import Report as ReportRecord
from hasila.register.judgements import append
from hasila.register.linking import relink
from hasila.register.models import Claim, Incident, Report

pytestmark = pytest.mark.django_db

Readings = Sequence[tuple[ReportRecord, Reading]]
MORNING = report("مقتل ثلاثة بقصف للنظام على السوق", outlet="وكالة الوادي")
EVENING = report("ارتفاع عدد القتلى في السوق إلى تسعة", outlet="موقع النهر", published=date(2019, 3, 18))
DENIAL = report("نفى الجيش مقتل أحد في السوق", outlet="صحيفة السهل")


def as_one(readings: Readings, _: Sequence[Judgement]) -> list[IncidentRecord]:
    """A link that takes all reports for one incident, named after the first."""
    reports = sorted(report.id for report, _ in readings)
    claims = tuple((report.id, n) for report, reading in readings for n in range(len(reading.claims)))
    ranges = {"airwars": {"killed": (3, 9)}}
    place = IncidentPlace(name="السوق", lat=33.5, lon=36.3, level="town")
    return [
        IncidentRecord(
            id=f"incident-{reports[0]}", kind="incident", reports=tuple(reports), claims=claims, place=place,
            actors=("syria_gov",), ranges=ranges, grade="Fair",
        )
    ]  # fmt: skip


def filed_three() -> tuple[Claim, Claim, Claim]:
    (three,) = file(
        MORNING, claim(MORNING, "مقتل ثلاثة", "killed", 3, blamed=["syria_gov"], admin1="X", place="السوق")
    )[1]
    (nine,) = file(EVENING, claim(EVENING, "تسعة", "killed", 9))[1]
    (none,) = file(DENIAL, claim(DENIAL, "مقتل أحد", "killed", None, stance="denied"))[1]
    return three, nine, none


def test_incidents_are_filed_with_what_questions_ask_for() -> None:
    filed_three()
    assert relink(as_one) == 1
    row = Incident.objects.get()
    assert (row.killed_low, row.killed_high, row.suggested, row.reports_count, row.outlets) == (3, 9, "Fair", 3, 3)
    assert (row.place, row.admin1, row.claims.count()) == ("السوق", "X", 3)
    assert list(Incident.objects.by_actor("syria_gov").by_outlet("موقع النهر").by_outcome("killed")) == [row]
    assert list(Incident.objects.search("السوق")) == [row]
    assert row.record().ranges == {"airwars": {"killed": (3, 9)}}


def test_an_incident_is_found_by_a_side_that_is_blamed_beside_its_ally() -> None:
    filed_three()
    relink(
        lambda r, j: [i.model_copy(update={"actors": ("russia",), "also_blamed": ("syria_gov",)}) for i in as_one(r, j)]
    )
    row = Incident.objects.get()
    assert [list(Incident.objects.by_actor(side)) for side in ("russia", "syria_gov", "turkey")] == [[row], [row], []]


def test_linking_twice_gives_the_same_register() -> None:
    filed_three()
    relink(as_one)
    before = (list(Incident.objects.values()), list(Claim.objects.order_by("pk").values()))
    relink(as_one)
    assert (list(Incident.objects.values()), list(Claim.objects.order_by("pk").values())) == before


def test_a_later_higher_toll_is_an_update_and_a_denial_makes_its_incident_contested() -> None:
    three, nine, none = filed_three()
    relink(as_one)
    for row in (three, nine, none):
        row.refresh_from_db()
    assert set(three.why) == {"new_toll", "denial"}
    assert set(nine.why) == {"new_toll", "update", "denial"}
    assert Claim.objects.awaiting_review().most_consequential_first().first() == nine
    assert set(Claim.objects.contested()) == {three, nine, none}
    assert Incident.objects.contested().count() == 1


def test_a_rejected_claim_is_not_linked() -> None:
    three, _, _ = filed_three()
    append("reject", three.id, by="salma", at=NOON)
    relink(as_one)
    assert three not in Incident.objects.get().claims.all()


def test_a_grade_finds_its_incident_again_when_it_gets_another_name() -> None:
    filed_three()
    relink(as_one)
    graded = append("grade", Incident.objects.get().id, by="salma", at=NOON, change={"grade": "Contested"})

    def renamed(readings: Readings, judgements: Sequence[Judgement]) -> list[IncidentRecord]:
        return [incident.model_copy(update={"id": "incident-new"}) for incident in as_one(readings, judgements)]

    relink(renamed)
    assert [(row.id, row.graded, row.suggested) for row in Incident.objects.all()] == [
        ("incident-new", "Contested", "Fair")
    ]
    append("withdraw", "", by="salma", at=NOON, withdraws=graded.id)
    relink(renamed)
    assert Incident.objects.get().graded == ""


def test_judgements_on_replaced_claims_bind_the_claims_that_count_now() -> None:
    three, nine, _ = filed_three()
    append("different", three.id, other=nine.id, by="salma", at=NOON)
    newer = claim(MORNING, "مقتل ثلاثة", "killed", 3, rules=("better",))
    (now,) = file(MORNING, newer, pack="ar-2", at=NOON + timedelta(days=1))[1]
    told = list[Judgement]()

    def watching(readings: Readings, judgements: Sequence[Judgement]) -> list[IncidentRecord]:
        told.extend(judgements)
        return as_one(readings, judgements)

    relink(watching)
    assert [(j.verdict, j.subject, j.other) for j in told] == [("different", now.id, nine.id)]


def test_copies_share_a_family_and_count_as_one_origin() -> None:
    filed_three()
    a, b, c = sorted(Report.objects.values_list("pk", flat=True))
    relink(as_one, lambda texts: {a: a, b: a, c: c})
    assert dict(Report.objects.values_list("pk", "family")) == {a: a, b: a, c: ""}
    assert (Incident.objects.get().outlets, Incident.objects.get().origins) == (3, 2)
