"""What the screens show of the register, what a decision does, and what is never shown."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from web.composed import RIGHT, file_all
from web.visiting import text_of, visitor

from hasila.register.models import Claim, Incident, Judgement, Report
from hasila.web.relinking import link_now

pytestmark = pytest.mark.django_db
NAME = "سامر العبدان"


@pytest.fixture
def desk() -> Any:
    file_all()
    link_now()
    return visitor()


def claim_of(words: str, **wanted: Any) -> Claim:
    return next(c for c in Claim.objects.filter(current=True, **wanted) if c.record().quote.text == words)


def judged(client: Any, claim: Claim, verdict: str, **told: str) -> Claim:
    assert client.post(f"/claims/{claim.pk}/judge/", {"verdict": verdict, **told}).status_code == 302
    claim.refresh_from_db()
    return claim


def test_an_empty_register_says_how_to_begin() -> None:
    assert "hasila add FILES" in text_of(visitor().get("/"))
    assert "السجل فارغ" in text_of(visitor("ar").get("/"))


def test_the_queue_shows_the_most_consequential_first_and_counts(desk: Any) -> None:
    page = text_of(desk.get("/"))
    ranked = Claim.objects.awaiting_review().most_consequential_first()
    assert f"<b>{ranked.count()}</b>" in page
    places = [page.index(claim.pk) for claim in ranked]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("query", "outlets"),
    [
        ("?actor=sdf", {"إذاعة الفرات المحلية", "وكالة الوادي"}),
        ("?outlet=مرصد الأفق", {"مرصد الأفق"}),
        ("?outcome=detained", {"إذاعة الفرات المحلية"}),
        ("?admin1=SY|Deir ez-Zor", {"إذاعة الفرات المحلية", "وكالة الوادي"}),
        ("?q=لغم", {"إذاعة الفرات المحلية"}),
        ("?first=2020-01-01", set()),
    ],
)
def test_the_address_keeps_the_filter(desk: Any, query: str, outlets: set[str]) -> None:
    page = desk.get(f"/{query}")
    assert {one.row.report.outlet for one in page.context["rows"]} == outlets


def test_a_report_shows_each_value_with_its_own_words(desk: Any) -> None:
    dead = claim_of("قُتل ثمانية مدنيين", report__outlet="وكالة الوادي")
    page = text_of(desk.get(f"/reports/{dead.report_id}/"))
    assert "Syrian government forces" in page
    assert '<q class="own" lang="ar" dir="auto">لقوات النظام</q>' in page
    assert 'data-fields="1:quote 1:number"' in page


def test_blame_is_accepted_on_its_own_and_never_with_its_claim(desk: Any) -> None:
    dead = judged(desk, claim_of("قُتل ثمانية مدنيين", report__outlet="وكالة الوادي"), "accept")
    assert (dead.state, dead.blame_state, dead.awaiting) == ("accepted", "awaiting", True)
    dead = judged(desk, dead, "accept", about="blame")
    assert (dead.blame_state, dead.awaiting) == ("accepted", False)


def test_undo_takes_the_last_decision_back_and_both_stay_on_record(desk: Any) -> None:
    dead = judged(desk, claim_of("قُتل ثمانية مدنيين", report__outlet="وكالة الوادي"), "reject")
    last = Judgement.objects.get(verdict="reject")
    desk.post("/undo/", {"judgement": last.pk})
    dead.refresh_from_db()
    assert dead.state == "awaiting"
    assert [row.verdict for row in Judgement.objects.all()] == ["reject", "withdraw"]
    audit = text_of(desk.get("/audit/"))
    assert "The chain holds" in audit and 'class="withdrawn"' in audit


def test_a_correction_records_what_was_changed_and_nothing_else(desk: Any) -> None:
    dead = claim_of("قُتل ثمانية مدنيين", report__outlet="وكالة الوادي")
    form = form_of(desk, dead)
    desk.post(f"/claims/{dead.pk}/correct/", {**form, "low": "٩", "high": "٩", "reason": "عُدّت مرتين"})
    row = Judgement.objects.get()
    assert (row.verdict, row.record().change, row.reason, row.by) == (
        "correct",
        {"low": 9, "high": 9},
        "عُدّت مرتين",
        "salma",
    )
    dead.refresh_from_db()
    assert (dead.low, dead.high, dead.state) == (9, 9, "corrected")


def form_of(client: Any, claim: Claim) -> dict[str, Any]:
    """The form as it is when nobody changes anything."""
    record = claim.record()
    place, when = record.place, record.date
    return {
        "outcome": record.outcome, "status": record.status, "cause": record.cause, "scope": record.scope,
        "stance": record.stance, "unit": record.unit, "low": record.low if record.low is not None else "",
        "high": record.high if record.high is not None else "", "has_kinds": "1", "kinds": list(record.kinds),
        "affiliation": record.affiliation or "", "has_blame": "1", "perpetrators": [*record.perpetrators, ""],
        "place_text": place.text if place else "", "admin1": (place and place.admin1) or "",
        "country": (place and place.country) or "", "date_from": str(when.from_) if when else "",
        "date_to": str(when.to) if when else "", "precision": when.precision if when else "",
        "source_text": record.source.text or "", "source_kind": record.source.kind,
    }  # fmt: skip


@pytest.mark.parametrize("told", RIGHT, ids=lambda one: one.report.outlet)
def test_a_form_that_nobody_changed_corrects_nothing(told: Any) -> None:
    file_all([told])
    client = visitor()
    for claim in Claim.objects.all():
        assert client.get(f"/claims/{claim.pk}/correct/").status_code == 200
        client.post(f"/claims/{claim.pk}/correct/", form_of(client, claim))
    assert not Judgement.objects.exists()


def test_words_taken_for_a_blamed_side_become_its_evidence(desk: Any) -> None:
    hurt = claim_of("عشرات الجرحى")
    words = hurt.report.words
    start = words.index("ناشطون")
    form = form_of(desk, hurt) | {"perpetrators": ["syria_opposition"]}
    form |= {"words_perpetrators_start": start, "words_perpetrators_end": start + 6}
    desk.post(f"/claims/{hurt.pk}/correct/", form)
    hurt.refresh_from_db()
    (blame,) = hurt.record().blame
    assert (blame.actor, blame.evidence[0].text, hurt.blame_state) == ("syria_opposition", "ناشطون", "accepted")


def test_a_claim_is_split_in_two_by_two_judgements(desk: Any) -> None:
    held = claim_of("6 أشخاص")
    words = held.report.words
    start = words.index("المدرّس")
    desk.post(
        f"/claims/{held.pk}/split/",
        {"low": "5", "high": "5", "second_low": "1", "second_high": "1", "second_quote_start": start,
         "second_quote_end": start + 7},
    )  # fmt: skip
    claims = Claim.objects.filter(report=held.report, current=True)
    assert sorted((c.low, c.state) for c in claims) == [(1, "accepted"), (5, "corrected")]


def test_an_added_claim_rests_on_the_selected_words(desk: Any) -> None:
    river = Report.objects.get(title__startswith="لغم")
    start = river.words.index("انفجر لغم")
    answer = desk.post(
        f"/reports/{river.pk}/add/",
        {
            "quote_start": start,
            "quote_end": start + 9,
            "outcome": "injured",
            "status": "unknown",
            "low": "",
            "high": "",
        },
    )
    assert answer.status_code == 302
    assert claim_of("انفجر لغم").outcome == "injured"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("ثمانية مدنيين", {"low": 8, "high": 8, "approx": False}),
        ("أصيب 14 آخرون", {"low": 14, "high": 14, "approx": False}),
        ("طفلين", {"low": 2, "high": 2, "approx": False}),
        ("سوق الخضار", None),
    ],
)
def test_selected_words_are_read_as_a_number(desk: Any, words: str, count: dict[str, Any] | None) -> None:
    wadi = Report.objects.get(title="قصف على سوق في بلدة تل الزيتون")
    start = wadi.words.index(words)
    told = desk.get(f"/reports/{wadi.pk}/words/?start={start}&end={start + len(words)}").json()
    assert (told["text"], told["count"]) == (words, count)


@pytest.mark.parametrize("span", ["start=-1&end=3", "start=5&end=5", "start=0&end=99999", "start=x&end=1", ""])
def test_offsets_that_are_none_are_refused(desk: Any, span: str) -> None:
    wadi = Report.objects.first()
    assert wadi is not None
    assert desk.get(f"/reports/{wadi.pk}/words/?{span}").status_code == 400


def test_what_the_register_refuses_is_said_and_changes_nothing(desk: Any) -> None:
    dead = claim_of("قُتل ثمانية مدنيين", report__outlet="وكالة الوادي")
    answer = desk.post(f"/claims/{dead.pk}/correct/", form_of(desk, dead) | {"low": "9", "high": "3"})
    assert answer.status_code == 409 and "above the highest" in text_of(answer)
    assert not Judgement.objects.exists()


def test_incidents_are_joined_and_the_join_is_undone(desk: Any) -> None:
    one, two = Incident.objects.incidents().order_by("pk")[:2]
    before = Incident.objects.incidents().count()
    desk.post(f"/incidents/{one.pk}/join/", {"other": two.pk, "reason": "الحدث نفسه"})
    assert Incident.objects.incidents().count() == before - 1
    last = Judgement.objects.last()
    assert last is not None
    desk.post("/undo/", {"judgement": last.pk})
    assert Incident.objects.incidents().count() == before


def test_a_report_is_separated_from_its_incident(desk: Any) -> None:
    row = next(i for i in Incident.objects.incidents() if i.reports_count > 1)
    apart = row.reports.order_by("pk").first()
    assert apart is not None
    desk.post(f"/incidents/{row.pk}/separate/", {"report": apart.pk})
    assert (
        Incident.objects.incidents()
        .filter(reports=apart, incidentreport__recalls=False)
        .exclude(reports_count__gt=1)
        .exists()
    )


def test_a_grade_is_the_persons_and_stands_beside_the_suggested_one(desk: Any) -> None:
    row = next(i for i in Incident.objects.incidents() if i.suggested)
    desk.post(f"/incidents/{row.pk}/grade/", {"grade": "Contested", "reason": "روايتان"})
    row.refresh_from_db()
    assert row.graded == "Contested"
    page = text_of(desk.get(f"/incidents/{row.pk}/"))
    assert "Given by a person" in page and "Suggested by the rule" in page


def test_the_audit_shows_the_register_at_a_past_moment(desk: Any) -> None:
    judged(desk, claim_of("6 أشخاص"), "accept")
    before = desk.get("/audit/?at=2019-03-21")
    assert (before.context["count"], before.context["then"]["reports"]) == (0, len(RIGHT))
    assert before.context["then"]["awaiting"] == Claim.objects.filter(current=True).count()
    assert desk.get("/audit/?at=2018-01-01").context["then"]["reports"] == 0
    later = datetime(2100, 1, 1, tzinfo=UTC)
    assert desk.get("/audit/?at=2100-01-01").context["then"]["awaiting"] == Claim.objects.awaiting_review(later).count()


def test_a_broken_chain_is_said_aloud(desk: Any) -> None:
    judged(desk, claim_of("6 أشخاص"), "accept")
    Judgement.objects.update(reason="made up")
    assert "The chain is broken" in text_of(desk.get("/audit/"))


def test_names_of_victims_stand_on_the_report_alone(desk: Any) -> None:
    held = claim_of("6 أشخاص")
    judged(desk, held, "accept")
    held.refresh_from_db()
    report = text_of(desk.get(f"/reports/{held.report_id}/"))
    assert NAME in report and '<details class="victims">' in report
    for path in ("/", "/incidents/", "/overview/", "/audit/", "/search/?q=اعتقلت", "/export/"):
        assert NAME not in text_of(desk.get(path)), path
    incident = held.incidents.first()
    assert incident is not None
    assert NAME not in text_of(desk.get(f"/incidents/{incident.pk}/"))


def test_names_in_a_title_are_covered_in_lists() -> None:
    from web.composed import named_in_title

    file_all([named_in_title()])
    link_now()
    for path in ("/", "/search/?q=مقتل", "/incidents/"):
        assert NAME not in text_of(visitor().get(path)), path


@pytest.mark.parametrize("asked", ["الزيتون", "بالزيتون", "shelling", "idlib"])
def test_search_finds_arabic_whatever_its_spelling_and_english_words_of_what_was_read(desk: Any, asked: str) -> None:
    assert desk.get("/search/", {"q": asked}).context["count"] >= 4


def test_every_figure_of_the_overview_leads_to_its_incidents(desk: Any) -> None:
    page = desk.get("/overview/")
    for bands in ("months", "by_region", "by_cause", "by_side"):
        for band in page.context[bands]:
            assert desk.get(f"/incidents/{band.query}").context["count"] == band.count, (bands, band.name)


def test_the_archived_copy_comes_as_a_download_that_no_browser_opens(desk: Any, tmp_path: Any) -> None:
    from web.composed import AT

    from hasila.archive import Archive

    name = Archive(tmp_path / "home" / "archive").keep(
        b"<script>alert(1)</script>", kind="text/html", came_from="a", at=AT
    )
    row = Report.objects.first()
    assert row is not None
    Report.objects.filter(pk=row.pk).update(sha256=name)
    answer = desk.get(f"/reports/{row.pk}/archived/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer.content == b"<script>alert(1)</script>"


@pytest.mark.parametrize("path", ["/preferences/", "/undo/", "/link/", "/demo/"])
def test_what_changes_something_is_no_link(desk: Any, path: str) -> None:
    assert desk.get(path).status_code == 405


@pytest.mark.parametrize("away", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_a_choice_leads_back_to_a_page_of_the_desk_only(desk: Any, away: str) -> None:
    answer = desk.post("/preferences/", {"language": "en", "next": away})
    assert answer["Location"] == "/"


def test_language_digits_and_theme_are_kept(desk: Any) -> None:
    desk.post("/preferences/", {"language": "ar", "next": "/"})
    page = text_of(desk.get("/"))
    assert '<html lang="ar" dir="rtl" data-theme="auto">' in page and "بانتظار المراجعة" in page
    desk.post("/preferences/", {"theme": "dark", "next": "/"})
    assert 'data-theme="dark"' in text_of(desk.get("/"))


@pytest.mark.parametrize(
    "path", ["/reports/report-x/", "/claims/claim-x/", "/incidents/incident-x/", "/reports/../../etc/"]
)
def test_what_is_not_there_is_not_found(desk: Any, path: str) -> None:
    assert desk.get(path).status_code == 404


Queries = Callable[..., Any]


@pytest.mark.parametrize(
    ("path", "most"),
    [("/", 9), ("/incidents/", 8), ("/overview/", 16), ("/audit/", 8), ("/search/?q=الزيتون", 8), ("/export/", 3)],
)
def test_a_screen_asks_a_bounded_number_of_questions(
    desk: Any, django_assert_max_num_queries: Queries, path: str, most: int
) -> None:
    with django_assert_max_num_queries(most):
        desk.get(path)


def test_report_and_incident_ask_a_bounded_number_of_questions(
    desk: Any, django_assert_max_num_queries: Queries
) -> None:
    incident = Incident.objects.order_by("-reports_count").first()
    assert incident is not None
    with django_assert_max_num_queries(12):
        desk.get(f"/incidents/{incident.pk}/")
    for report in Report.objects.all():
        with django_assert_max_num_queries(9):
            desk.get(f"/reports/{report.pk}/")


def test_an_incident_tells_its_independent_sources_and_why_they_count_as_such(desk: Any) -> None:
    page = visitor("ar").get(f"/incidents/{Incident.objects.get(place='بلدة تل الزيتون').pk}/").content.decode()
    told = page[page.index('class="origins"') :].partition("</details>")[0]
    assert re.search(
        r"مرصد الأفق</bdi> <span class=\"faint\">جهة رصد</span> · نقلت عنه <a [^>]*><bdi>شبكة الصباح", told
    )
    assert "outlet " not in page and "speaker " not in page
    assert "«وكالة الوادي» يتهم" in page


def test_acled_counts_armed_people_too_and_says_so(desk: Any) -> None:
    page = visitor("ar").get(f"/incidents/{Incident.objects.get(place='بلدة تل الزيتون').pk}/").content.decode()
    acled = page[page.index("ACLED") :].partition("</table>")[0]
    assert "القتلى، ومنهم القوات المسلحة أو الأمنية" in acled and "من غير القوات" not in acled
