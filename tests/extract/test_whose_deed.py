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
        ("أوقعت المقاومة الفلسطينية إصابات في صفوف قوات الاحتلال في غزة.", ("palestinian_factions",)),
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


@pytest.mark.parametrize(
    ("text", "status", "affiliation"),
    [
        ("هاجمت القوات العراقية مواقع لتنظيم داعش شرق البلدة وقتلت 31 منهم.", "combatant", "isis"),
        ("ألقيت قنابل على الجنود الإسرائيليين وأصيب أحدهم بشظايا.", "combatant", "israel"),
        # Whom the pronoun means is not who did it.
        ("ردت إسرائيل بإطلاق النار على المتظاهرين ما أسفر عن إصابة العشرات منهم.", "civilian", None),
    ],
)
def test_whom_a_pronoun_means_is_told_before(claims_of: Read, text: str, status: str, affiliation: str | None) -> None:
    (claim,) = claims_of(text)
    assert (claim.status, claim.affiliation) == (status, affiliation)


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("أعلنت وزارة الداخلية اعتقال 13 عنصراً إرهابياً في عملية أمنية شمال تونس.", [("tunisia_gov",)]),
        ("اعتقلت وحدات خاصة ثلاثة عناصر في تونس.", [("tunisia_gov",)]),
        ("قتل تسعة في قصف من قبل الجيش العراقي أو مليشيات الحشد الشعبي.", [("iraq_gov", "pmf")]),
        # Passive arrests alone name nobody.
        ("اعتقل ثلاثة أشخاص في المدينة.", [()]),
    ],
)
def test_who_announces_arrests_made_them(claims_of: Read, text: str, blamed: list[tuple[str, ...]]) -> None:
    assert [c.perpetrators for c in claims_of(text)] == blamed


def test_a_side_close_to_another_is_meant_by_the_noun_that_looks_back(claims_of: Read) -> None:
    text = (
        "هاجمت حركة الشباب المرتبطة بتنظيم القاعدة بلدة في الصومال. "
        "وأسفر تفجير نسب إلى الجماعة المتطرفة عن مقتل ثمانية أشخاص."
    )
    assert claims_of(text)[0].perpetrators == ("al_shabaab",)


def test_who_struck_from_the_air_is_not_so_blamed_for_the_dead_of_a_fight(claims_of: Read) -> None:
    text = (
        "قتل قيادي حوثي في غارة جوية لمقاتلات التحالف العربي في صرواح. "
        "وأضافت المصادر أن ثلاثة حوثيين قتلوا في اشتباكات مع الجيش اليمني في المنطقة."
    )
    by_cause = {c.cause: c.perpetrators for c in claims_of(text)}
    assert by_cause == {"air_strike": ("saudi_coalition",), "clash": ("yemen_gov",)}


def test_soldiers_who_fall_in_the_campaign_of_their_own_state_are_laid_to_nobody(claims_of: Read) -> None:
    text = "تشن القوات المصرية حملة واسعة في سيناء، وسقط خلال هذه الحملة عشرات الجنود قتلى."
    (claim,) = claims_of(text)
    assert (claim.affiliation, claim.perpetrators) == ("egypt_gov", ())
