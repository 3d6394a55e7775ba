"""Which sentences of a report tell of the same incident."""

from datetime import date

from hasila import load_gazetteer, load_pack, read, report_of
from hasila.model.claim import Claim

PACK, GAZETTEER = load_pack(), load_gazetteer()


def claims(text: str) -> list[Claim]:
    return list(read(report_of(text, published=date(2021, 3, 16)), PACK, GAZETTEER).claims)


def incidents(text: str) -> list[int | None]:
    return [c.event for c in claims(text)]


def test_what_goes_on_without_a_place_or_day_of_its_own_is_the_same_incident() -> None:
    assert incidents("قتل ثلاثة مدنيين أمس بقصف على بلدة كفرنبل. وأصيب سبعة آخرون بجروح.") == [0, 0]


def test_a_town_of_the_province_told_before_is_the_same_incident() -> None:
    first, second = incidents("قتل ثلاثة مدنيين بقصف على محافظة إدلب أمس. وأصيب ستة مدنيين بقصف على كفرنبل.")
    assert first == second


def test_another_town_on_another_day_is_another_incident() -> None:
    first, second = incidents(
        "قتل ثلاثة مدنيين أمس بقصف على كفرنبل. وكان أربعة مدنيين قتلوا الجمعة الماضي بقصف على سراقب."
    )
    assert first != second


def test_each_line_of_a_digest_is_an_incident() -> None:
    text = "قتل مدنيان بقصف مدفعي على كفرنبل.\nأصيب أربعة أطفال بانفجار لغم في مدينة الرقة.\nقتل شرطي بهجوم في درعا."
    assert len(set(incidents(text))) == 3


def test_a_report_that_comes_back_to_its_incident_tells_of_the_same_one() -> None:
    text = (
        "قتل تسعة مدنيين أمس بقصف على كفرنبل. وفي حادث آخر قتل جندي الأحد في مدينة الرقة."
        " وقال مسعف إن القصف على كفرنبل أوقع أيضاً عشرين جريحاً."
    )
    found = incidents(text)
    assert found[0] == found[-1] != found[1]


def test_a_day_told_once_holds_for_the_whole_incident() -> None:
    found = claims("قتل ثلاثة مدنيين أمس بقصف على بلدة كفرنبل. وأصيب سبعة آخرون بجروح.")
    assert {str(c.date.to) for c in found if c.date} == {"2021-03-15"} and all(c.date for c in found)
