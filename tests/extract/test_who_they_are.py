"""Who the dead and wounded are, where other words of the report tell it: civilians, fighters, whose soldiers."""

from collections.abc import Callable

import pytest

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("أصيب 170 شخصاً برصاص الجيش خلال قمع تظاهرة.", "civilian"),
        ("فجر انتحاري نفسه وسط المصلين ما أسفر عن سقوط 21 قتيلاً.", "civilian"),
        ("أربعة شهداء بقصف مسيرة مجموعة مواطنين في المخيم.", "civilian"),
        ("مقتل نحو 30 وإصابة العشرات من المسلحين.", "combatant"),
        ("اعتقلت القوة زوجة القيادي.", "civilian"),
        ("مقتل 50 شخصاً على الأقل من المدنيين ورجال الأمن.", "unknown"),
        ("مقتل المئات من المدنيين والجنود.", "unknown"),
        ("مقتل 8 أفراد من عائلة واحدة في انفجار.", "civilian"),
        ("سلم 300 من عائلات المقاتلين أنفسهم.", "unknown"),
        ("قتل زعيم القرية في الهجوم.", "civilian"),
    ],
)
def test_who_they_are(claims_of: Read, text: str, status: str) -> None:
    assert claims_of(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("أعلن الجيش الأردني مقتل ضابط وإصابة ثلاثة جنود في اشتباك مع مهربين.", "jordan_gov"),
        ("قتل سبعة جنود في انفجار لغم في سيناء، وفق وزارة الدفاع المصرية.", "egypt_gov"),
        ("هاجمت حركة الشباب القاعدة في الصومال. وقتل في الهجوم عشرون من المسلحين.", "al_shabaab"),
        ("أربعة أسرى في سجون الاحتلال الإسرائيلي.", None),
        ("قتل من جانب الجيش اليمني ثمانية أشخاص.", "yemen_gov"),
        ("أربعة قتلى سقطوا في صفوف الجيش اليمني.", "yemen_gov"),
    ],
)
def test_whose_fighters_they_are(claims_of: Read, text: str, affiliation: str | None) -> None:
    assert claims_of(text)[-1].affiliation == affiliation


def test_an_army_that_tells_of_its_dead_soldiers_is_not_blamed_for_them(claims_of: Read) -> None:
    assert all(c.perpetrators == () for c in claims_of("أعلن الجيش الأردني مقتل ضابط وإصابة ثلاثة جنود في انفجار."))
