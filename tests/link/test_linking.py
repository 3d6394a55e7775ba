"""Many reports, one incident."""

from datetime import UTC, date, datetime, timedelta

from factory import claim, event, reading, report
from hypothesis import given, settings
from hypothesis import strategies as st

from hasila.link.linking import link_reports
from hasila.model.claim import Place, Reading
from hasila.model.incident import Incident
from hasila.model.judgement import Judgement
from hasila.model.report import Report

NAHR = Place(text="قرية النهر", level="village", lat=35.60, lon=36.50, row="r1", admin1="Idlib", country="SY")
TALL = Place(text="بلدة التل", level="town", lat=34.10, lon=37.90, row="r2", admin1="Homs", country="SY")
DAY = date(2019, 3, 17)


def told(
    id: str, text: str, place: Place, number: int, *, on: date = DAY, cause: str = "shelling"
) -> tuple[Report, Reading]:
    of = report(text, id=id, published=on)
    there = event(of, cause, place=place, on=on)
    harm = claim(of, text.split("،")[0], number=number, event=0, cause=cause, status="civilian")
    return of, reading(of, harm.model_copy(update={"place": place, "date": there.date}), events=[there])


A = told("a", "مقتل ثلاثة مدنيين بقصف مدفعي على قرية النهر، وهرع الدفاع المدني إلى السوق", NAHR, 3)
B = told("b", "ثلاثة قتلى حصيلة القصف المدفعي على السوق في قرية النهر، بحسب الأهالي", NAHR, 3)
C = told("c", "غارة جوية على محطة الوقود في بلدة التل، وسقوط قتيل", TALL, 1, cause="air_strike")
D = told("d", "محطة الوقود في بلدة التل تتعرض لغارة جوية، وقتيل واحد", TALL, 1, cause="air_strike")
E = told("e", "قذائف على قرية النهر أطراف المدرسة، وجريح", NAHR, 1, on=DAY + timedelta(20))
ALL = [A, B, C, D, E]


def together(incidents: list[Incident]) -> set[tuple[str, ...]]:
    return {i.reports for i in incidents if i.kind == "incident"}


def judged(verdict: str, subject: str, other: str | None, *, at: int = 1, withdraws: str | None = None) -> Judgement:
    return Judgement(
        id=f"j{at}", at=datetime(2020, 1, at, tzinfo=UTC), by="amal", verdict=verdict, subject=subject, other=other,
        reason="قرأت النصين", withdraws=withdraws,
    )  # fmt: skip


def test_reports_of_one_attack_are_one_incident_and_others_stay_apart() -> None:
    assert together(link_reports(ALL).incidents) == {("a", "b"), ("c", "d"), ("e",)}


@settings(max_examples=25, deadline=None)
@given(st.permutations(ALL))
def test_the_order_of_the_reports_makes_no_difference(order: list[tuple[Report, Reading]]) -> None:
    assert link_reports(order).incidents == link_reports(ALL).incidents


def test_a_report_that_is_there_twice_counts_once() -> None:
    assert link_reports([*ALL, A]).incidents == link_reports(ALL).incidents


def test_a_human_different_always_separates() -> None:
    incidents = link_reports(ALL, [judged("different", "a", "b")]).incidents
    assert together(incidents) == {("a",), ("b",), ("c", "d"), ("e",)}
    assert any("judged different" in sentence for i in incidents for sentence in i.why)


def test_a_human_same_always_joins() -> None:
    assert ("a", "b", "e") in together(link_reports(ALL, [judged("same", "a", "e")]).incidents)


def test_incidents_can_be_judged_by_their_ids() -> None:
    by_reports = {i.reports: i.id for i in link_reports(ALL).incidents}
    same = judged("same", by_reports["a", "b"], by_reports["e",])
    assert ("a", "b", "e") in together(link_reports(ALL, [same]).incidents)


def test_the_later_of_two_judgements_that_contradict_stands() -> None:
    joined, parted = judged("same", "a", "e", at=1), judged("different", "a", "e", at=2)
    assert ("a", "b") in together(link_reports(ALL, [joined, parted]).incidents)
    assert ("a", "b") in together(link_reports(ALL, [parted, joined]).incidents)


def test_a_judgement_that_was_withdrawn_does_not_count() -> None:
    taken_back = judged("withdraw", "a", None, at=2, withdraws="j1")
    assert together(link_reports(ALL, [judged("different", "a", "b"), taken_back]).incidents) == together(
        link_reports(ALL).incidents
    )


def test_a_digest_goes_to_its_several_incidents() -> None:
    text = "حصاد اليوم: قصف مدفعي على قرية النهر والسوق فيها قتل ثلاثة، وغارة جوية على محطة الوقود في بلدة التل"
    of = report(text, id="f")
    day = A[1].events[0].date
    digest = reading(of, events=[event(of, "shelling", place=NAHR), event(of, "air_strike", place=TALL)])
    digest = digest.model_copy(update={"events": tuple(e.model_copy(update={"date": day}) for e in digest.events)})
    assert {("a", "b", "f"), ("c", "d", "f")} <= together(link_reports([*ALL, (of, digest)]).incidents)


def test_a_report_of_the_attack_without_harm_is_linked_by_its_event() -> None:
    of = report("قصف مدفعي على قرية النهر يستهدف السوق", id="g")
    there = event(of, "shelling", place=NAHR)
    assert ("a", "b", "g") in together(link_reports([*ALL, (of, reading(of, events=[there]))]).incidents)


def test_background_is_recalled_and_not_reported() -> None:
    of = report(
        "هدوء حذر اليوم بعد القصف المدفعي على السوق في قرية النهر الذي قتل ثلاثة", id="h", published=DAY + timedelta(1)
    )
    past = event(of, "shelling", place=NAHR, on=DAY, main=False)
    now = event(of, "other", place=TALL, on=DAY + timedelta(1))
    [incident] = [i for i in link_reports([A, B, (of, reading(of, events=[past, now]))]).incidents if "a" in i.reports]
    assert incident.reports == ("a", "b")
    assert incident.recalls == ("h",)


def test_running_totals_stay_apart() -> None:
    of = report("مئتا قتيل منذ بدء الحملة على قرية النهر، وثلاثة بقصف السوق اليوم", id="i")
    total = claim(of, "مئتا قتيل", number=200, scope="cumulative").model_copy(update={"place": NAHR})
    incidents = link_reports([A, B, (of, reading(of, total, events=[event(of, "shelling", place=NAHR)]))]).incidents
    [kept] = [i for i in incidents if i.kind == "total"]
    assert kept.claims == (("i", 0),)
    assert ("a", "b", "i") in together(incidents)


def test_an_incident_says_where_when_and_who_is_blamed() -> None:
    of = report("قوات النظام تقصف السوق في قرية النهر بالمدفعية وتقتل ثلاثة", id="k")
    blaming = claim(of, "تقتل ثلاثة", number=3, blamed={"syria_gov": "قوات النظام"}, event=0, cause="shelling")
    there = event(of, "shelling", place=NAHR, on=DAY)
    [incident] = link_reports([A, B, (of, reading(of, blaming, events=[there]))]).incidents
    assert incident.place is not None
    assert (incident.place.name, incident.place.level) == ("قرية النهر", "village")
    assert incident.date is not None
    assert (incident.date.from_, incident.date.precision) == (DAY, "day")
    assert incident.actors == ("syria_gov",)
    assert "syria_gov: blamed in 1 of 1 independent texts that blame anyone" in incident.why


def test_a_report_in_which_nothing_was_read_makes_no_incident_of_its_own() -> None:
    of = report("افتتاح معرض الزهور في المدينة", id="z")
    assert link_reports([(of, reading(of))]).incidents == []
