"""The named questions of the register, and search."""

from datetime import date, timedelta

import pytest
from factory import NOON, claim, report
from filed import file

from hasila.register.judgements import append
from hasila.register.models import Claim, Report

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
CAMP = report("قصفٌ بالباغوز أودى بحياة عشرة أشخاص من النازحين", outlet="وكالة الوادي")
TOWN = report("إصابة طفلين بنيران قوات النظام في بلدة السهل", published=date(2019, 4, 2), outlet="موقع النهر")


def search(words: str) -> list[str]:
    return [row.outlet for row in Report.objects.search(words).newest_first()]


@pytest.fixture(autouse=True)
def two_reports(db: None) -> tuple[Claim, Claim]:
    dead = claim(
        CAMP, "عشرة أشخاص", "killed", 10, place="الباغوز", admin1="Deir ez-Zor", country="SY", on=date(2019, 3, 17)
    )
    hurt = claim(TOWN, "إصابة طفلين", "injured", 2, blamed=["syria_gov"], sure=0.4)
    return file(CAMP, dead)[1][0], file(TOWN, hurt)[1][0]


@pytest.mark.parametrize(
    "words", ["باغوز", "الباغوز", "للباغوز", "والباغوز", "بالباغوز قصف", "نازحين", "قصفٌ", "deir", "Deir ez-Zor killed"]
)
def test_search_finds_a_word_whatever_stands_around_it(words: str) -> None:
    assert search(words) == ["وكالة الوادي"]


@pytest.mark.parametrize("words", ["", "؟!", "حلب", "الباغوز السهل", "از", "%", "_"])
def test_search_finds_nothing_where_a_word_is_missing(words: str) -> None:
    assert search(words) == []


HILL = report("انفجار لغم بسيارة عند مدخل التل، وسقوط جرحى في تل السدر", outlet="إذاعة التل")
GATE = report("إصابة عاملين بشظايا في مدينة الباب بحلب", outlet="موقع الباب")
RAQQA = report("نزوح عائلات من الرقة إلى حلب لأسباب أمنية", outlet="جريدة الرقة")
SQUAD = report("فرقة من الجيش تدخل الوادي، وأنباء متفرقة", outlet="وكالة الوادي الكبير")


@pytest.fixture
def short_names(db: None) -> None:
    for told in (HILL, GATE, RAQQA, SQUAD):
        file(told)


@pytest.mark.parametrize(
    ("words", "outlets"),
    [
        ("بالتل", ["إذاعة التل"]),
        ("تل", ["إذاعة التل"]),
        ("وبالباب", ["موقع الباب"]),
        ("باب", ["موقع الباب"]),  # and not أسباب
        ("للرقة", ["جريدة الرقة"]),
        ("رقة", ["جريدة الرقة"]),  # and not متفرقة
        ("لحلب", ["جريدة الرقة", "موقع الباب"]),
        ("بحلب", ["جريدة الرقة", "موقع الباب"]),
        ("ولحلب", ["جريدة الرقة", "موقع الباب"]),
        ("وادي", ["وكالة الوادي", "وكالة الوادي الكبير"]),  # and not أدّى
        ("الله", []),  # and not له
    ],
)
def test_search_finds_short_names_with_what_is_glued_to_them(short_names: None, words: str, outlets: list[str]) -> None:
    assert sorted(search(words)) == outlets


def test_spelling_habits_do_not_matter_to_search() -> None:
    assert search("اصابه") == search("إصابة") == search("إصَابـة") == ["موقع النهر"]


def test_search_in_claims_and_in_english_uses_what_was_read() -> None:
    assert [c.outcome for c in Claim.objects.search("syria_gov")] == ["injured"]


def test_the_queue_holds_what_waits_and_puts_the_most_consequential_first(two_reports: tuple[Claim, Claim]) -> None:
    dead, hurt = two_reports
    assert list(Claim.objects.awaiting_review().most_consequential_first()) == [hurt, dead]
    assert hurt.why == ["new_toll", "low_confidence"]
    append("accept", dead.id, by="salma", at=NOON)
    append("accept", hurt.id, by="salma", at=NOON)
    assert list(Claim.objects.awaiting_review()) == [hurt]  # its blame waits


def test_the_queue_at_a_past_moment(two_reports: tuple[Claim, Claim]) -> None:
    dead, hurt = two_reports
    made = append("reject", dead.id, by="salma", at=NOON + HOUR)
    append("withdraw", "", by="salma", at=NOON + 3 * HOUR, withdraws=made.id)
    waiting = [set(Claim.objects.awaiting_review(NOON + n * HOUR)) for n in (-1, 0, 2, 3)]
    assert waiting == [set(), {dead, hurt}, {hurt}, {dead, hurt}]


def test_claims_by_place_period_outlet_outcome_and_side(two_reports: tuple[Claim, Claim]) -> None:
    dead, hurt = two_reports
    claims = Claim.objects
    assert list(claims.by_place(admin1="deir ez-zor")) == list(claims.by_place(country="sy")) == [dead]
    assert list(claims.in_period(date(2019, 3, 1), date(2019, 3, 31))) == [dead]
    assert list(claims.in_period(date(2019, 3, 18), None)) == []
    assert list(claims.by_outlet("موقع النهر")) == [hurt]
    assert list(claims.by_outcome("killed", "missing")) == [dead]
    assert list(claims.by_actor("syria_gov").by_outcome("injured")) == [hurt]


def test_a_rejected_claim_no_longer_stands(two_reports: tuple[Claim, Claim]) -> None:
    dead, hurt = two_reports
    append("reject", dead.id, by="salma", at=NOON)
    assert list(Claim.objects.standing()) == [hurt]
