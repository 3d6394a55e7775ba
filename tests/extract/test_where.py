"""Where and when a harm is told to have happened, in whole reports of made-up places of war."""

from datetime import date

import pytest

from hasila import load_gazetteer, load_pack, read, report_of
from hasila.model.claim import Claim

PACK, GAZETTEER = load_pack(), load_gazetteer()
DAY = date(2021, 3, 16)


def claims(text: str, title: str | None = None, published: date | None = DAY) -> list[Claim]:
    return list(read(report_of(text, title=title, published=published), PACK, GAZETTEER).claims)


def place(claim: Claim) -> str | None:
    return claim.place.text if claim.place else None


def days(claim: Claim) -> tuple[str, str] | None:
    return (str(claim.date.from_), str(claim.date.to)) if claim.date else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قتل ثلاثة مدنيين بقصف على قرية النيرب بريف إدلب", "قرية النيرب"),
        ("وصل أربعة جرحى إلى مستشفى الشفاء بعد قصف على بلدة كفرنبل بريف إدلب", "بلدة كفرنبل"),
        ("قال المرصد السوري، ومقره بريطانيا، إن خمسة مدنيين قتلوا بقصف على سراقب", "سراقب"),
        ("خطفت جبهة النصرة أربعة شبان قرب مدينة أعزاز", "قرب مدينة أعزاز"),
    ],
)
def test_the_place_of_a_harm_is_neither_a_hospital_nor_a_seat_nor_a_side(text: str, told: str) -> None:
    assert place(claims(text)[0]) == told


def test_a_dateline_is_no_place_of_harm() -> None:
    assert (
        place(claims("القاهرة - وكالات: قتل ثلاثة جنود في هجوم على حاجز في مدينة العريش")[0]) == "حاجز في مدينة العريش"
    )


def test_the_place_told_nearest_in_the_incident_holds_for_a_harm_told_without_one() -> None:
    found = claims("استهدف قصف مدفعي بلدة كفرنبل. وأدى القصف إلى مقتل أربعة مدنيين.")
    assert [place(c) for c in found] == ["بلدة كفرنبل"]


def test_a_nameless_village_of_a_province_is_the_one_named_later() -> None:
    found = claims("قتل سبعة مدنيين بقصف على قرية بريف إدلب. وقال الأهالي إن الطيران قصف بلدة سراقب فجراً.")
    assert place(found[0]) == "بلدة سراقب"


def test_a_province_told_with_a_harm_stays() -> None:
    found = claims("قتل عشرة مدنيين بقصف على محافظة إدلب. وتركز القصف على كفرنبل وسراقب.")
    assert place(found[0]) == "محافظة إدلب"


def test_the_village_stands_for_the_village_told_before() -> None:
    found = claims("قصفت المدفعية قرية النيرب ظهراً.\nوفي حادث منفصل، قتل مدنيان في القرية برصاص قناص.")
    assert place(found[-1]) == "قرية النيرب"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قتل ثلاثة مدنيين أمس بقصف على سراقب", ("2021-03-15", "2021-03-15")),
        ("أعلن الجيش اليوم مقتل خمسة مسلحين في سراقب", None),
        ("قتل خمسة مسلحين في سراقب بحسب ما أعلنه الجيش اليوم", None),
        ("قتل أربعة مدنيين في سراقب بقصف أمس، بحسب ما أعلنت منظمة محلية اليوم", ("2021-03-15", "2021-03-15")),
    ],
)
def test_the_day_is_that_of_the_harm_not_of_its_announcement(text: str, told: tuple[str, str] | None) -> None:
    assert days(claims(text)[0]) == told


def test_today_is_the_day_that_the_report_names_so() -> None:
    found = claims("قتل مدني بقصف على سراقب اليوم الاثنين. وأصيب ثلاثة مدنيين بقصف على بنش اليوم.")
    assert [days(c) for c in found] == [("2021-03-15", "2021-03-15")] * 2


def test_without_a_day_of_publication_the_full_date_of_the_text_is_the_day_that_words_count_from() -> None:
    found = claims("16/02/2022\nقتل أربعة مدنيين اليوم بقصف على سوق في سراقب", published=None)
    assert days(found[0]) == ("2022-02-16", "2022-02-16")


def test_a_line_of_a_date_alone_dates_no_harm() -> None:
    assert days(claims("08 آذار 2021\nمقتل مدنيين بقصف على سراقب")[0]) is None


def test_the_day_of_the_lead_holds_for_the_body() -> None:
    found = claims("استعادت القوات أمس قاعدة عسكرية قرب سراقب. وقالت مصادر إن عشرين مسلحاً قتلوا في المعركة.")
    assert days(found[0]) == ("2021-03-15", "2021-03-15")


def test_what_a_total_counts_from_may_be_dated_elsewhere() -> None:
    text = "قتل 71 مسلحاً منذ بدء العملية العسكرية في سيناء. وفي التاسع من فبراير الماضي أعلن الجيش بدء عملية واسعة."
    assert days(claims(text)[0]) == ("2021-02-09", "2021-03-16")
