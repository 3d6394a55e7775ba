"""Places that a report names beside a harm and that are not where it happened: goals, speakers, common words."""

from datetime import date

import pytest

from hasila import load_gazetteer, load_pack, read, report_of
from hasila.model.claim import Claim

PACK, GAZETTEER = load_pack(), load_gazetteer()


def claims(text: str) -> list[Claim]:
    return list(read(report_of(text, published=date(2024, 5, 8)), PACK, GAZETTEER).claims)


def places(text: str) -> list[str | None]:
    return [c.place.text if c.place else None for c in claims(text)]


def test_where_people_fled_to_is_not_where_others_died() -> None:
    text = (
        "يشهد السودان معارك منذ شهر. وأدت المعارك إلى مقتل مئات المدنيين، ودفعت كثيرين إلى النزوح في اتجاه تشاد ومصر."
    )
    assert "تشاد" not in places(text)
    assert "مصر" not in places(text)
    assert places(text)[0] == "السودان"


def test_a_country_told_of_a_harm_yields_to_no_place_of_another_country() -> None:
    text = "تبنى التنظيم هجوماً في نيويورك قبل أعوام. والتحق الابن بالجماعة بعد مقتل والده في هجوم بباكستان."
    assert places(text) == ["باكستان"]


def test_a_capital_that_estimates_tells_no_place() -> None:
    text = "تدور حرب في أوكرانيا. وقدرت موسكو أن 300 ألف جندي قتلوا، فيما أصدرت الولايات المتحدة تقديرات أخرى."
    assert places(text) == ["أوكرانيا"]


def test_what_is_aimed_at_does_not_speak() -> None:
    assert places("وكانت غارات على إدلب قد تسببت بمقتل سبعة مدنيين.") == ["إدلب"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("قتل مسلحون 40 مصلياً اجتمعوا لصلاة المغرب.", id="a time of prayer"),
        pytest.param("تجمعوا لإحياء ذكرى الهجوم الذي أسفر عن مقتل 40 شخصاً.", id="a commemoration, no quarters"),
        pytest.param("دمرت الغارة عدداً من البؤر الإرهابية وقتلت تسعة مسلحين.", id="a common word"),
    ],
)
def test_words_that_are_names_elsewhere_tell_no_place(text: str) -> None:
    assert places(text) == [None]


def test_a_sentence_that_opens_with_the_attack_goes_on_with_it() -> None:
    text = (
        "قالت السفارة إن القمة تعقد في نيروبي. وقتل مسلحون خمسة أشخاص في هجوم على آلية للشرطة.\n"
        "ووقع الهجوم في مدينة لامو التي شهدت هجمات سابقة."
    )
    assert places(text) == ["مدينة لامو"]
