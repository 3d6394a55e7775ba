"""Which of several places that a sentence or an incident tells is that of the harm."""

from datetime import date

import pytest

from hasila import load_gazetteer, load_pack, read, report_of
from hasila.model.claim import Claim

PACK, GAZETTEER = load_pack(), load_gazetteer()


def claims(text: str, title: str | None = None) -> list[Claim]:
    return list(read(report_of(text, title=title, published=date(2024, 5, 8)), PACK, GAZETTEER).claims)


def place(claim: Claim) -> str | None:
    return claim.place.text if claim.place else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "قتل ثلاثة في قصف على حي الشعار بحلب، فيما قتل خمسة مدنيين في غارة على بلدة كفرنبل بريف إدلب.",
            ["حي الشعار", "بلدة كفرنبل"],
            id="a clause of its own",
        ),
        pytest.param(
            "قتل أربعة جنود في كمين في ولاية عين الدفلى جنوب غرب العاصمة الجزائر.",
            ["ولاية عين الدفلى"],
            id="a direction told after the place",
        ),
        pytest.param("أصيب ثلاثة مدنيين بجروح في غارة بين مدينتي إدلب وبنش.", ["بين مدينتي إدلب وبنش"], id="between"),
        pytest.param(
            "قصف الطيران قرية النيرب الواقعة شرق إدلب والقريبة من سراقب وقتل خمسة مدنيين.",
            ["قرية النيرب"],
            id="what lies by another place",
        ),
        pytest.param(
            "هاجم مسلحون قوات الأمن قرب بلدة كفرنبل وقتلوا ثلاثة مدنيين.",
            ["قرب بلدة كفرنبل"],
            id="near, no force's own",
        ),
    ],
)
def test_the_place_of_a_harm_among_several(text: str, told: list[str]) -> None:
    assert [place(c) for c in claims(text)] == told


def test_a_distance_that_tells_no_province_yields_to_the_name_told_elsewhere() -> None:
    found = claims("قتل جنود في كمين على بعد 150 كيلومتراً من العاصمة الجزائر.\nووقع الكمين في ولاية عين الدفلى.")
    assert [place(c) for c in found] == ["ولاية عين الدفلى"]


def test_a_growing_total_is_not_of_the_last_town() -> None:
    text = (
        "قتل أكثر من 900 مدني في الغوطة الشرقية منذ 18 شباط.\n"
        "وقتل ثمانية مدنيين السبت في قصف على عربين، لترتفع حصيلة القتلى منذ 18 شباط إلى 1031 مدنياً."
    )
    assert [place(c) for c in claims(text)] == ["الغوطة الشرقية", "عربين", "الغوطة الشرقية"]


def test_a_place_in_another_country_keeps_its_own_province() -> None:
    [claim] = claims("قال الجيش السوري والمرصد السوري إن 32 مدنياً قتلوا في تفجير في سوروتش التركية في تركيا.")
    assert claim.place is not None
    assert (claim.place.text, claim.place.country) == ("سوروتش التركية", "TR")
