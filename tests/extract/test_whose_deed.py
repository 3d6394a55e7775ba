"""Whose deed it was: verbs that go on with the sentence's subject, attacks that are only answered, sides named by the way."""

from collections.abc import Callable

import pytest

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "perpetrators"),
    [
        ("هاجمت القوات العراقية مواقع للتنظيم شرق البلدة وقتلت تسعة مسلحين.", ("iraq_gov",)),
        ("تواصل إسرائيل توغلها حيث قصفت الأحياء السكنية، مما أدى لسقوط 40 شهيداً.", ("israel",)),
        # Another subject stands between, or the verb does not agree.
        ("هاجمت القوات التركية القرية ورد مسلحون وقتلوا ثلاثة رعاة.", ()),
        ("كبدت الحملة المتمردين الحوثيين خسائر، حيث قتلت امرأة في القرية.", ()),
    ],
)
def test_a_verb_goes_on_with_the_subject_of_its_sentence(
    claims_of: Read, text: str, perpetrators: tuple[str, ...]
) -> None:
    (claim,) = claims_of(text)
    assert claim.perpetrators == perpetrators


@pytest.mark.parametrize(
    "text",
    [
        # What an attack answers is another attack.
        "قتل أربعة إسرائيليين في عملية إطلاق نار ردا على اعتداءات الاحتلال على المدينة.",
        # A country with ب is where it happened.
        "قتل والده في هجوم بباكستان قبل سنوات.",
        # What a side did is told before «من قبل», and it harmed nobody.
        "انتشل المسعفون جثتين من النهر، في خرق خطير للاتفاق من قبل حركة حماس.",
        # Whom an alliance fights has not so made the attack.
        "قتل جندي من التحالف الذي تقوده الولايات المتحدة لمحاربة تنظيم داعش في انفجار عبوة ناسفة.",
    ],
)
def test_a_side_named_by_the_way_is_not_blamed(claims_of: Read, text: str) -> None:
    assert [c.perpetrators for c in claims_of(text)] == [()] * len(claims_of(text))
    assert claims_of(text)


@pytest.mark.parametrize(
    ("text", "perpetrators"),
    [
        ("قتل تسعة مدنيين في قصف على السوق، واتهمت أنقرة روسيا بتنفيذ القصف.", ("russia",)),
        ("قتل تسعة مدنيين في تفجير في السوق، واتهمت طهران جهات خارجية بتنفيذ التفجير.", ()),
    ],
)
def test_who_accuses_is_not_accused(claims_of: Read, text: str, perpetrators: tuple[str, ...]) -> None:
    (claim,) = claims_of(text)
    assert claim.perpetrators == perpetrators


def test_an_execution_told_elsewhere_is_no_shelling(claims_of: Read) -> None:
    text = "قتل مدني وأصيب ثلاثة في قصف على سوق الفلوجة. وفي الفلوجة أيضاً أعدم تنظيم الدولة خمسة جنود."
    by_cause = {c.cause: c.perpetrators for c in claims_of(text)}
    assert by_cause["shelling"] == ()
    assert by_cause["execution"] == ("isis",)


def test_who_claims_another_attack_is_no_opponent_here(claims_of: Read) -> None:
    text = (
        "قتل خمسة جنود مصريين اليوم في اشتباكات في العريش. "
        "وفي سياق منفصل، كان تنظيم الدولة قد تبنى قبل عامين هجوماً في رفح أوقع عشرة قتلى."
    )
    assert next(c for c in claims_of(text) if c.low == 5).perpetrators == ()
