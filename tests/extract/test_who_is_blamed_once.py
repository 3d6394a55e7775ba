"""Blame and cause that are told once, near or far: what carries to the other claims of a report, and what does not."""

from collections.abc import Callable

import pytest

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "perpetrators"),
    [
        ("زرع المسلحون الحوثيون ألغاماً قتلت سبعة مدنيين.", ("houthi",)),
        ("أكد التقرير أن الحوثيين زرعوا ألغاماً حصدت أرواح 14 مدنياً.", ("houthi",)),
        ("قتل مدنيان في قصف عشوائي قامت به قوات النظام السوري.", ("syria_gov",)),
        ("قتل طفل بانفجار لغم من مخلفات تنظيم داعش.", ("isis",)),
        ("استشهد شابان برصاص الجندرما التركية قرب الحدود.", ("turkey",)),
        ("ردت إسرائيل بإطلاق النار على المتظاهرين ما أسفر عن إصابة العشرات منهم.", ("israel",)),
        ("أصيب تسعة جنود إسرائيليين بنيران حزب الله على الحدود.", ("hezbollah",)),
        ("بلغ عدد الأسرى 5000 أسير في سجون الاحتلال الإسرائيلي.", ("israel",)),
    ],
)
def test_doers_are_read_in_the_harms_own_sentence(claims_of: Read, text: str, perpetrators: tuple[str, ...]) -> None:
    (claim,) = claims_of(text)
    assert claim.perpetrators == perpetrators


def test_who_puts_down_demonstrators_is_blamed_for_those_hurt_at_another_demonstration(claims_of: Read) -> None:
    text = (
        "قتل متظاهران برصاص الجيش الإسرائيلي خلال احتجاجات شرق غزة يوم الجمعة. "
        "وفي نيسان/أبريل، قتل صحافيان خلال تغطيتهما للتظاهرات."
    )
    blamed = [(c.cause, [(b.actor, b.basis) for b in c.blame]) for c in claims_of(text)]
    assert blamed == [("crackdown", [("israel", "stated")]), ("crackdown", [("israel", "carried")])]


@pytest.mark.parametrize(
    "text",
    [
        # A capital after an attack is where it was made.
        "ارتفعت حصيلة قتلى هجمات مقديشو إلى ستين شخصاً، بحسب مصادر طبية في الصومال.",
        # Operations against a side that kill civilians are not laid to that side.
        "تقارير عن إصابة 169 شخصاً في العمليات العسكرية ضد تنظيم الدولة الإسلامية.",
        # In Syria two are called the occupation: the report must tell whose it is.
        "قتل مدني بقصف الاحتلال على منبج شمالي سوريا.",
        # Who answers a report with words attacks nobody.
        "ردت إسرائيل على التقرير الذي تحدث عن إصابة العشرات.",
    ],
)
def test_a_side_is_named_but_not_blamed(claims_of: Read, text: str) -> None:
    assert {c.perpetrators for c in claims_of(text)} == {()}


def test_who_is_blamed_for_a_total_is_not_so_blamed_for_one_attack_beside_it(claims_of: Read) -> None:
    text = (
        "قتل ثمانية أشخاص في هجوم على فندق في سيناء. "
        "وفرضت الطوارئ بعد تفجيرات أسفرت عن مقتل 45 شخصاً منذ مطلع العام، وأعلن تنظيم الدولة الإسلامية مسؤوليته عنها."
    )
    blamed = {c.low: c.perpetrators for c in claims_of(text)}
    assert blamed == {8: (), 45: ("isis",)}


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        (
            "قتل شخصان في انفجار عبوة ناسفة وسط المدينة. ولقي معلم وزوجته مصرعهما بنيران مجهولين.",
            ["explosive", "attack"],
        ),
        (
            "أدى انفجار عبوة ناسفة في السوق إلى مقتل شخص. وقتل شخص في هجوم لمسلحين استخدموا أسلحة رشاشة.",
            ["explosive", "attack"],
        ),
        ("أصيب 169 مدنياً خلال العام في العمليات العسكرية في البلاد منذ مطلع 2020.", ["unknown"]),
        ("قتل سبعة مدنيين بعد توقيفهم من الجيش المالي.", ["execution"]),
        ("قتل 29 جندياً رغم وقف إطلاق النار.", ["unknown"]),
        ("استشهد مواطن بنيران طيارة الاستطلاع.", ["drone_strike"]),
    ],
)
def test_the_means_told_beside_people_are_how_they_were_hit(claims_of: Read, text: str, causes: list[str]) -> None:
    assert [c.cause for c in claims_of(text)] == causes


def test_a_list_of_tolls_behind_a_colon_is_of_one_incident(claims_of: Read) -> None:
    text = (
        "الحصيلة النهائية لشهداء القصف التركي على المنطقة هي كالتالي:\n\n11 شهيداً من المدنيين\n\n"
        "شهيدان من حراس المخازن في قرية الوادي\n\nثلاثة جرحى من المدنيين في البلدة"
    )
    told = [(c.outcome, c.low, c.cause, c.perpetrators) for c in claims_of(text)]
    assert told == [
        ("killed", 11, "shelling", ("turkey",)),
        ("killed", 2, "shelling", ("turkey",)),
        ("injured", 3, "shelling", ("turkey",)),
    ]


def test_attackers_who_blew_themselves_up_are_laid_to_nobody(claims_of: Read) -> None:
    text = "أعلن الجيش المصري مقتل 14 مسلحاً في هجوم على معسكر. وفجر المسلحون أنفسهم خارج المعسكر."
    (claim,) = claims_of(text)
    assert (claim.low, claim.cause, claim.perpetrators) == (14, "suicide_bomb", ())


def test_fighters_who_die_where_ground_is_taken_die_in_a_fight(claims_of: Read) -> None:
    text = "سيطرت المقاومة في تعز على مواقع قتل فيها عشرة حوثيين، فيما قتل أربعة من الجيش الوطني اليمني."
    told = [(c.low, c.affiliation, c.cause, c.perpetrators) for c in claims_of(text)]
    assert told == [(10, "houthi", "clash", ("yemen_gov",)), (4, "yemen_gov", "clash", ("houthi",))]


def test_fighters_taken_beside_their_dead_were_taken_by_those_they_fought(claims_of: Read) -> None:
    text = "قتل سبعون حوثياً في معارك مع القوات اليمنية، كما أسر عشرة آخرون."
    told = [(c.outcome, c.low, c.cause, c.perpetrators) for c in claims_of(text)]
    assert told == [("killed", 70, "clash", ("yemen_gov",)), ("detained", 10, "arrest", ("yemen_gov",))]


def test_a_past_month_behind_words_that_turn_away_is_another_incident(claims_of: Read) -> None:
    text = (
        "قتل اثنان من الموظفين في هجوم على مقر شركة في طرابلس. ولم يتضح من نفذ الهجوم. "
        "وفي أيار/مايو الماضي، أعلن تنظيم الدولة الإسلامية مسؤوليته عن الهجوم على مكتب في طرابلس."
    )
    (claim,) = claims_of(text)
    assert claim.perpetrators == ()


def test_who_mourns_the_dead_has_not_killed_them(claims_of: Read) -> None:
    text = "قال مسؤول في قوات سوريا الديمقراطية إن 15 من جنود الجيش السوري فقدوا حياتهم."
    (claim,) = claims_of(text)
    assert claim.perpetrators == ()


def test_who_answers_an_attack_did_not_make_it(claims_of: Read) -> None:
    text = "صعدت قوات النظام السوري قصفها على البلدة واستشهدت امرأة. وردت فصائل المعارضة بقصف مواقع النظام."
    (claim,) = claims_of(text)
    assert claim.perpetrators == ("syria_gov",)


@pytest.mark.parametrize(
    ("text", "perpetrators"),
    [
        # Attackers who die with their bomb.
        ("أعلنت الحكومة المالية مقتل ثلاثة مهاجمين في الهجوم الانتحاري على المقر.", {()}),
        # One number over the dead of both sides.
        ("قتل ثلاثون حوثياً في معارك مع القوات اليمنية، وجرح العشرات من الجانبين.", {("yemen_gov",), ()}),
        # Another speaker takes over: what stood before is not of his statement.
        ("سقط صاروخ أطلقته قوات النظام السوري، من جهتها أعلنت المنظمة أن ثلاثة صحافيين قتلوا.", {()}),
        # An army tells of its own border guards.
        ("أعلن الجيش الأردني إصابة ثلاثة جنود من حرس الحدود في اشتباك مع مهربين.", {()}),
        # The announcer claims his enemy's dead, not those of his ally.
        ("أفادت مصادر أمنية عراقية بمقتل 37 مسلحاً من داعش و16 من قوات البيشمركة.", {("iraq_gov",), ("isis",)}),
        # Where somebody fled to tells who holds it, not who fired.
        ("تسبب هجومهم باستشهاد عنصر من قوات سوريا الديمقراطية وفروا إلى مناطق سيطرة الجيش التركي.", {()}),
    ],
)
def test_whose_names_stand_near_a_harm_have_not_all_done_it(
    claims_of: Read, text: str, perpetrators: set[tuple[str, ...]]
) -> None:
    assert {c.perpetrators for c in claims_of(text)} == perpetrators


def test_others_are_laid_to_whom_the_group_before_them_is_laid_to(claims_of: Read) -> None:
    text = "قالت القوات الحكومية الأفغانية إن أكثر من 40 مسلحاً قتلوا في معارك، وأصيب 30 آخرون."
    assert [(c.low, c.cause, c.perpetrators) for c in claims_of(text)] == [
        (40, "clash", ("afghanistan_gov",)),
        (30, "clash", ("afghanistan_gov",)),
    ]


def test_security_forces_in_palestine_may_be_of_either_side(claims_of: Read) -> None:
    text = "قتلت قوات الأمن شاباً خلال تظاهرة في غزة."
    (claim,) = claims_of(text)
    assert claim.perpetrators == ()


def test_what_answers_an_attack_is_neither_its_doer_nor_its_means(claims_of: Read) -> None:
    text = "قتل خمسة عناصر من قوات النظام السوري بهجوم لتنظيم داعش في البادية، ورد الطيران الروسي بغارات."
    (claim,) = claims_of(text)
    assert (claim.cause, claim.perpetrators) == ("attack", ("isis",))


def test_of_a_fight_and_strikes_over_one_number_the_first_is_the_cause_and_both_are_blamed(claims_of: Read) -> None:
    (claim,) = claims_of("قتل 30 حوثياً في معارك مع القوات اليمنية وغارات للتحالف العربي.")
    assert (claim.cause, set(claim.perpetrators)) == ("clash", {"yemen_gov", "saudi_coalition"})


def test_whom_the_speaker_arrests_are_not_his_own(claims_of: Read) -> None:
    (claim,) = claims_of("قال الحرس الثوري الإيراني إنه فكك خلية وألقى القبض على ثمانية من عناصرها.")
    assert (claim.affiliation, claim.perpetrators) == (None, ("iran",))
