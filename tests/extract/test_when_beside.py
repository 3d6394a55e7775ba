"""Days that stand beside a harm and are those of something else."""

from datetime import date

import pytest

from hasila import load_gazetteer, load_pack, read, report_of
from hasila.model.claim import Claim

PACK, GAZETTEER = load_pack(), load_gazetteer()


def claims(text: str) -> list[Claim]:
    return list(read(report_of(text, published=date(2024, 5, 8)), PACK, GAZETTEER).claims)


def days(text: str) -> list[tuple[str, str] | None]:
    return [(str(c.date.from_), str(c.date.to)) if c.date else None for c in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "وكان اليوم الأكثر دموية منذ 2014، قتل فيه ستون متظاهراً.", id="how far a superlative reaches back"
        ),
        pytest.param("عقد المجلس اجتماعاً الثلاثاء بعد مقتل ثلاثين مدنياً في القصف.", id="what came after the harm"),
        pytest.param("تبحث الشرطة منذ الأحد عن المتورطين في مقتل ضابط.", id="the search for who did it"),
        pytest.param("وقدرت الوزارة في تشرين الثاني الماضي أن 300 ألف جندي قتلوا.", id="the month of an estimate"),
        pytest.param("ارتكبت القوات تسع مجازر منذ الأمس وحصيلة الحرب ترتفع إلى 26380 شهيداً.", id="a growing total"),
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_harm(text: str) -> None:
    assert days(text) == [None]


def test_a_total_since_a_date_keeps_it_where_it_grows() -> None:
    assert days("ومنذ 18 نيسان ارتفعت حصيلة القتلى إلى 1031.") == [("2024-04-18", "2024-05-08")]


def test_the_day_of_an_attack_in_another_province_is_not_carried() -> None:
    text = (
        "قتل عشرون مدنياً في غارة على حفل زفاف في حجة باليمن.\n"
        "وقالت القوات إن صاروخاً استهدف نجران الأحد وآخر استهدف جيزان الجمعة."
    )
    assert days(text) == [None]


def test_an_announcement_that_opens_with_its_day_takes_no_day_from_the_lead() -> None:
    text = (
        "قتل عشرون جندياً اليوم الأربعاء في هجوم على معسكر في مقديشو.\n"
        "وفي 16 نيسان، أعلن الوزير مقتل 18 مسلحاً في عملية في وسط البلاد."
    )
    assert days(text) == [("2024-05-08", "2024-05-08"), None]


def test_the_past_hours_are_not_those_of_a_larger_total() -> None:
    text = "أكثر من 5 آلاف شهيد في غزة.\nقصفت القوات القطاع، مما أدى لسقوط 400 شهيد خلال الـ24 ساعة الماضية."
    assert days(text) == [None, ("2024-05-07", "2024-05-08")]
