"""Responsibility that is told apart from the harm: claimed, charged, shared, carried — and where it is not."""

from collections.abc import Callable

import pytest

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "perpetrators", "basis"),
    [
        ("قتل خمسة أشخاص في الهجوم. وأعلنت حركة طالبان المسؤولية عن هجوم اليوم.", ("taliban",), "claimed"),
        ("قتل ستون شخصاً في تفجير أعلن تنظيم داعش مسؤوليته عنه.", ("isis",), "claimed"),
        ("أعلن تنظيم داعش في بيان نشره على الشبكة مسؤوليته عن التفجير الذي قتل فيه سبعة.", ("isis",), "claimed"),
        ("قتل مهندس في عملية اتهمت طهران إسرائيل بتنفيذها.", ("israel",), "accused"),
        ("قتل ستة أشخاص في السوق. وحملت الانفجارات بصمات جماعة بوكو حرام.", ("boko_haram",), "suspected"),
        ("أقدمت قوات سوريا الديمقراطية على قتل شاب في الرقة.", ("sdf",), "stated"),
        ("قام مجهولون بتفجير منزل ضابط ما أدى إلى إصابة طفلين.", ("unknown",), "stated"),
        ("تنظيم داعش المتهم بالوقوف خلف العملية التي أدت إلى مقتل 32 طالباً.", ("isis",), "accused"),
        ("حمل مسؤول حزب العمال الكردستاني مسؤولية الهجوم. وأصيب عشرة أشخاص.", ("pkk",), "accused"),
        ("أعلن الجيش الأردني في بيان أنه قتل أربعة مهربين على الحدود.", ("jordan_gov",), "claimed"),
        ("تواصل القوات الإسرائيلية عدوانها على القطاع، ما أسفر عن مقتل ألف فلسطيني.", ("israel",), "stated"),
        ("سقط صاروخ مصدره قوات النظام السوري على الحي فقتل 18 شخصاً.", ("syria_gov",), "stated"),
        ("قتل مدنيان في قصف نفذته فصائل معارضة في سوريا.", ("syria_opposition",), "stated"),
        ("في الوقت الذي أفرجت فيه إسرائيل عن 90 أسيراً.", ("israel",), "stated"),
    ],
)
def test_who_did_it_is_told_apart_from_the_harm(
    claims_of: Read, text: str, perpetrators: tuple[str, ...], basis: str
) -> None:
    (claim,) = claims_of(text)
    assert claim.perpetrators == perpetrators
    assert {b.basis for b in claim.blame} == {basis}


@pytest.mark.parametrize(
    ("text", "perpetrators"),
    [
        ("قتل مدنيان بقصف الطيران الحربي السوري الروسي على البلدة.", {"syria_gov", "russia"}),
        ("قتل مدني بغارات طيران النظام السوري والروسي.", {"syria_gov", "russia"}),
        ("قتلت قوات النظام السوري بدعم من الطيران الروسي تسعة مدنيين.", {"syria_gov", "russia"}),
        ("اعتقلت قسد بالتعاون مع التحالف الدولي قيادياً في ريف الحسكة.", {"sdf", "us_coalition"}),
        ("استشهد مدني بغارات أمريكية بريطانية على صنعاء.", {"us", "uk"}),
        ("استشهد ستة مواطنين بغارات طيران العدوان الأمريكي السعودي.", {"saudi_coalition", "us"}),
        ("قتل مدنيان بقصف مصدره مواقع قوات سوريا الديمقراطية والنظام السوري.", {"sdf", "syria_gov"}),
        ("نفذت قسد بمساندة طيران التحالف الدولي عملية اعتقلت فيها ثلاثة.", {"sdf", "us_coalition"}),
        ("نفذت قوات التحالف الدولي عملية إنزال بالتعاون مع قسد واعتقلت شخصين.", {"sdf", "us_coalition"}),
        ("اتهمت مصادر قسد والنظام السوري باستهداف السوق ما أدى إلى مقتل مدني.", {"sdf", "syria_gov"}),
    ],
)
def test_sides_that_act_together_are_all_named(claims_of: Read, text: str, perpetrators: set[str]) -> None:
    (claim,) = claims_of(text)
    assert set(claim.perpetrators) == perpetrators


@pytest.mark.parametrize(
    "text",
    [
        # A campaign told after the harm is its background.
        "قتل 15 شخصاً عندما فجر انتحاري نفسه في سوق، فيما تكثف حركة طالبان هجماتها في الصيف.",
        # What is told after «موضحة أن» is of another attack.
        "ارتفع عدد القتلى إلى 1916 قتيلاً منذ بدء النزاع، موضحة أن هجمات من قبل الحوثيين أضرت بمنازل.",
        # A total is not laid to whoever made its last victim.
        "قتل مسعف في قصف إسرائيلي؛ ليرتفع عدد قتلى الطواقم منذ بداية الحرب إلى 83.",
        # Who leads peacekeepers attacks nobody.
        "قتل ثلاثة أشخاص في الفندق حيث يقيم أفراد من عملية حفظ السلام التابعة للأمم المتحدة.",
        # Of a targeting, the side is the target unless an object follows it.
        "استهداف دبابة إسرائيلية بقذيفة وسط المدينة أدى إلى وقوع عدد من القتلى.",
        # Who mourns the dead did not kill them.
        "نعت حركة حماس خمسة من عناصرها قتلوا في غارة على غزة.",
        "زفت كتائب القسام الشهيد أحمد علي.",
        # Slogans in a post's last hashtags.
        "استشهاد مدني بقصف على ريف إدلب #إدلب #قوات_الأسد_تقتل_المدنيين",
    ],
)
def test_who_is_named_besides_is_not_blamed(claims_of: Read, text: str) -> None:
    assert claims_of(text)[-1].perpetrators == ()


def test_who_killed_the_attackers_did_not_kill_their_victims(claims_of: Read) -> None:
    claims = claims_of("قتل خمسة مدنيين في الهجوم على السوق. وقتلت الشرطة التركية مسلحين اثنين شاركا فيه.")
    assert [(c.low, c.status, c.perpetrators) for c in claims] == [
        (5, "civilian", ()),
        (2, "combatant", ("turkey",)),
    ]


def test_who_claims_some_of_several_attacks_is_blamed_for_no_single_one(claims_of: Read) -> None:
    claims = claims_of("هجمات تبنى بعضها تنظيم داعش. قتل 19 شخصاً في تفجير سيارة مفخخة في حي النخيل.")
    assert claims[-1].perpetrators == ()


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("غارات يرجح أنها إسرائيلية قتلت خمسة أشخاص.", "israel"),
        ("قتل ثلاثة بغارات يعتقد أنها تابعة للتحالف الدولي.", "us_coalition"),
        ("قتل خمسة بقصف يعتقد أنه لقوات النظام السوري.", "syria_gov"),
    ],
)
def test_whose_an_attack_is_thought_to_be_is_suspected_and_the_dead_are_not_in_doubt(
    claims_of: Read, text: str, side: str
) -> None:
    (claim,) = claims_of(text)
    assert [(b.actor, b.basis) for b in claim.blame] == [(side, "suspected")]
    assert claim.stance == "affirmed"


def test_whom_an_occupation_took_are_not_its_owner(claims_of: Read) -> None:
    (claim,) = claims_of("اعتقلت قوات الاحتلال فلسطينيين اثنين.")
    assert claim.perpetrators == ("israel",)


def test_who_is_accused_stands_behind_those_who_accuse_together(claims_of: Read) -> None:
    (claim,) = claims_of("اتهم التحالف بقيادة السعودية والإمارات جماعة الحوثي بقتل عشرات المهاجرين.")
    assert [(b.actor, b.basis) for b in claim.blame] == [("houthi", "accused")]


def test_those_who_fell_into_an_ambush_did_not_lay_it(claims_of: Read) -> None:
    claims = claims_of("مقتل جندي وإصابة آخرين في كمين تعرضت له قوة من الجيش الإسرائيلي.")
    assert [c.perpetrators for c in claims] == [(), ()]
