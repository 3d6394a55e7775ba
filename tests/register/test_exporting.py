"""What stands in the register goes out: decisions applied, names of the whole report known to the profile."""

from datetime import UTC, date, datetime

import pytest
from factory import NOON, claim, quote, report
from filed import file

from hasila.export.about import About
from hasila.export.exporting import Format, export_claims, export_incidents
from hasila.export.jsonl import rows_from_jsonl
from hasila.export.profile import FULL, PUBLIC
from hasila.export.records import ClaimRow, IncidentRow
from hasila.export.wanted import Wanted
from hasila.link.copies import families
from hasila.model.claim import Claim as ClaimRecord
from hasila.model.claim import Place, Victim
from hasila.pipeline import link
from hasila.register.exporting import claim_rows, claims_wanted, incident_rows, incidents_wanted
from hasila.register.judgements import append
from hasila.register.linking import relink
from hasila.register.models import Incident
from hasila.register.state import BLAME

pytestmark = pytest.mark.django_db

NAME = "سمراء الوهمية"
NEWS = report(
    f"قُتل ثلاثة مدنيين بقصف قوات النظام على التل، بينهم {NAME}، وقيل إن عددهم خمسة. وأصيبت والدة سمراء.",
    outlet="وكالة الوادي",
)
AGAIN = report("مقتل ثلاثة مدنيين في التل بقصف للنظام", outlet="موقع النهر", published=date(2019, 3, 18))
TOWN = Place(text="التل", admin1="Rif Dimashq", country="SY", level="town", lat=33.6123, lon=36.3123, row="hand:1")
AT = datetime(2026, 11, 24, tzinfo=UTC)


def dead(**fields: object) -> ClaimRecord:
    at = NEWS.words.index(NAME)
    victim = Victim(name=NAME, start=at, end=at + len(NAME))
    made = claim(NEWS, f"بينهم {NAME}", "killed", 3, blamed={"syria_gov": "قوات النظام"}, on=date(2019, 3, 16))
    return made.model_copy(update={"victims": (victim,), "place": TOWN} | fields)


def hurt(**fields: object) -> ClaimRecord:
    made = claim(NEWS, "أصيبت والدة سمراء", "injured", 1, blamed=["russia"], on=date(2019, 3, 16))
    return made.model_copy(update={"place": TOWN} | fields)


def judge(verdict: str, subject: str, **more: object) -> None:
    append(verdict, subject, by="المراجعة ليلى", at=NOON, **more)  # type: ignore[arg-type]


def rows(wanted: Wanted | None = None) -> list[ClaimRow]:
    return list(claim_rows(claims_wanted(wanted or Wanted())))


def test_a_row_has_its_report_its_versions_and_what_it_is_a_part_of() -> None:
    _, (whole, part) = file(NEWS, dead(), hurt(part_of=0))
    first, second = rows()
    assert (first.id, first.whole, second.id, second.whole) == (whole.pk, None, part.pk, whole.pk)
    assert (first.report.outlet, first.report.published) == ("وكالة الوادي", "2019-03-17")
    made = first.made_by
    assert (made.pack, made.codebook, made.engine, first.state) == ("ar-1", "1", "0.1", "awaiting")


def test_rejected_claims_stay_in_and_their_victims_names_are_hidden_in_the_others() -> None:
    _, (killed, _) = file(NEWS, dead(), hurt(part_of=0))
    judge("reject", killed.pk)
    [row] = rows()
    assert (row.claim.outcome, row.whole) == ("injured", None)
    out = "".join(export_claims([row], "jsonl", About("claims", AT, "hasila"), PUBLIC.with_quotes()).lines)
    assert "أصيبت والدة [اسم محجوب]" in out and "سمراء" not in out


def test_a_corrected_claim_goes_out_with_what_was_read_and_what_stands() -> None:
    _, (killed,) = file(NEWS, dead())
    five = quote(NEWS, "خمسة").model_dump()
    judge("correct", killed.pk, change={"low": 5, "high": 5, "evidence": {"low": [five]}}, reason="اتصلت بالمصدر")
    judge("reject", killed.pk, change=BLAME)
    [row] = rows()
    assert (row.state, row.corrected, row.as_read, row.claim.low) == (
        "corrected",
        ("high", "low"),
        {"low": 3, "high": 3},
        5,
    )
    assert (row.blame_state, row.claim.perpetrators) == ("rejected", ())
    assert [(d.by, d.reason) for d in row.decisions] == [("المراجعة ليلى", "اتصلت بالمصدر"), ("المراجعة ليلى", "")]


def test_a_claim_that_a_person_added_goes_out_and_says_so() -> None:
    stored, _ = file(NEWS)
    judge("add", stored.pk, change={"outcome": "injured", "quote": quote(NEWS, "أصيبت والدة").model_dump()})
    [row] = rows()
    assert (row.added, row.state, row.made_by.pack) == (True, "accepted", "")


@pytest.mark.parametrize(
    ("wanted", "outcomes"),
    [
        (Wanted(outcome="injured"), ["injured"]),
        (Wanted(actor="syria_gov"), ["killed"]),
        (Wanted(country="sy", admin1="rif dimashq"), ["killed", "injured"]),
        (Wanted(country="sy", admin1="Idlib"), []),
        (Wanted(outlet="صحيفة السهل"), []),
        (Wanted(since=date(2019, 3, 16), until=date(2019, 3, 16)), ["killed", "injured"]),
        (Wanted(until=date(2019, 3, 15)), []),
        (Wanted(search="التل"), ["killed", "injured"]),
    ],
)
def test_the_named_questions_decide_what_goes_out(wanted: Wanted, outcomes: list[str]) -> None:
    file(NEWS, dead(), hurt())
    assert [row.claim.outcome for row in rows(wanted)] == outcomes


def test_incidents_go_out_with_their_claims_their_grade_and_the_rules_of_their_ranges() -> None:
    file(NEWS, dead())
    file(AGAIN, claim(AGAIN, "ثلاثة مدنيين", "killed", 3, place="التل", on=date(2019, 3, 16)))
    relink(link, families)
    incident = Incident.objects.get()
    judge("grade", incident.pk, change={"grade": "Fair"}, reason="اتصلت بالمصدر")
    [row] = incident_rows(incidents_wanted(Wanted(actor="syria_gov")))
    assert (row.graded, row.made_by.pack, row.made_by.rules) == ("Fair", "ar-1", ("acled/2", "airwars/1"))
    assert sorted(row.claims) == sorted(claim.id for claim in rows())
    assert {claim.incidents for claim in rows()} == {(incident.pk,)}
    assert [name.text for name in row.names] == [NAME]


@pytest.mark.parametrize("format", ["csv", "jsonl", "geojson"])
def test_no_public_export_of_the_register_leaks_what_was_planted(format: Format) -> None:
    _, (killed, _) = file(NEWS, dead(), hurt())
    judge("correct", killed.pk, change={"source": {"text": "الناشط ضياء", "kind": "local"}}, reason="اتصلت بأخيها سرا")
    relink(link, families)
    judge("grade", Incident.objects.get().pk, change={"grade": "Fair"}, reason="اتصلت بأخيها سرا")
    claims = export_claims(claim_rows(claims_wanted(Wanted())), format, About("claims", AT, "hasila"))
    incidents = export_incidents(incident_rows(incidents_wanted(Wanted())), format, About("incidents", AT, "hasila"))
    text = "".join(claims.lines) + "".join(incidents.lines) + str(claims.beside()) + str(incidents.beside())
    planted = ("سمراء", "الوهمية", "ضياء", "ليلى", "سرا", "33.6123", "36.3123")
    assert [word for word in planted if word in text] == []
    full = "".join(export_claims(rows(), "jsonl", About("claims", AT, "hasila"), FULL).lines)
    assert [word for word in planted if word not in full] == []


def test_what_the_register_gives_reads_back_from_json_lines() -> None:
    _, (killed, _) = file(NEWS, dead(), hurt(part_of=0))
    judge("correct", killed.pk, change={"place": {"text": "التل", "country": "SY"}})
    relink(link, families)
    given = [row.model_copy(update={"names": ()}) for row in rows()]
    assert list(rows_from_jsonl(export_claims(rows(), "jsonl", About("claims", AT, "x"), FULL).lines)) == given
    made: list[IncidentRow] = list(incident_rows(incidents_wanted(Wanted())))
    lines = export_incidents(made, "jsonl", About("incidents", AT, "x"), FULL).lines
    assert list(rows_from_jsonl(lines)) == [row.model_copy(update={"names": ()}) for row in made]


def test_many_claims_take_as_many_questions_as_there_are_batches(django_assert_max_num_queries: object) -> None:
    for n in range(30):
        some = report(f"مقتل {n + 3} مدنيين بقصف على قرية", outlet="وكالة الوادي", id=f"r{n}")
        file(some, *(claim(some, "مدنيين", "killed", n + k) for k in range(20)))
    with django_assert_max_num_queries(2 * 6 + 1):  # type: ignore[operator]  # 600 claims are two batches
        assert len(rows()) == 600
