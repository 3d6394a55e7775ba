"""Which people suffered what: one sentence in, its claims out."""

from collections.abc import Callable

import pytest

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]
Row = tuple[str, int | None, int | None, str]


def rows(claims: tuple[Claim, ...]) -> list[Row]:
    return [(c.outcome, c.low, c.high, c.status) for c in claims]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("قتل أربعة مدنيين في قصف على الحي.", ("killed", 4, 4, "civilian")),
        ("قُتل أربعة مدنيين في قصف على الحي.", ("killed", 4, 4, "civilian")),
        ("أصيب سبعة مدنيين في الانفجار.", ("injured", 7, 7, "civilian")),
        ("مقتل طفلين في قصف على الحي.", ("killed", 2, 2, "civilian")),
        ("استشهد شابان برصاص قناص.", ("killed", 2, 2, "unknown")),
        ("اعتقلت الشرطة خمسة ناشطين في المدينة.", ("detained", 5, 5, "civilian")),
        ("أفرجت السلطات عن عشرة معتقلين.", ("released", 10, 10, "unknown")),
        ("نزوح 50 عائلة من القرية.", ("displaced", 50, 50, "civilian")),
        ("سقط 20 شخصاً بين قتيل وجريح.", ("casualty", 20, 20, "unknown")),
    ],
)
def test_a_harm_word_takes_the_people_after_it(claims_of: Read, text: str, row: Row) -> None:
    assert rows(claims_of(text)) == [row]


def test_the_object_of_an_active_verb_is_harmed_and_not_its_subject(claims_of: Read) -> None:
    assert rows(claims_of("قتل الجيش ثلاثة مسلحين في القرية.")) == [("killed", 3, 3, "combatant")]


def test_people_who_did_it_stand_before_those_who_suffered_it(claims_of: Read) -> None:
    assert rows(claims_of("اغتال مسلحون مجهولون ضابطاً في المدينة.")) == [("killed", 1, 1, "combatant")]
    assert rows(claims_of("أسر مقاتلو المعارضة جنديين.")) == [("detained", 2, 2, "combatant")]


def test_a_plural_verb_takes_the_people_before_it(claims_of: Read) -> None:
    (claim,) = claims_of("إن 12 مدنياً قتلوا في القصف.")
    assert (claim.low, claim.quote.text) == (12, "12 مدنياً قتلوا")


def test_two_harm_words_over_one_number_are_casualties(claims_of: Read) -> None:
    assert rows(claims_of("مقتل وإصابة 12 مدنياً في القصف.")) == [("casualty", 12, 12, "civilian")]


def test_two_numbers_are_two_claims(claims_of: Read) -> None:
    assert rows(claims_of("قتل خمسة وأصيب سبعة آخرون في القصف.")) == [
        ("killed", 5, 5, "unknown"),
        ("injured", 7, 7, "unknown"),
    ]


def test_people_joined_by_and_share_the_outcome(claims_of: Read) -> None:
    assert rows(claims_of("قتل 3 جنود ومدنيان في التفجير.")) == [
        ("killed", 3, 3, "combatant"),
        ("killed", 2, 2, "civilian"),
    ]


def test_those_with_him_are_killed_too(claims_of: Read) -> None:
    assert [(c.low, c.outcome) for c in claims_of("قتل القائد مع 6 من مرافقيه في الكمين.")] == [
        (1, "killed"),
        (6, "killed"),
    ]


def test_the_noun_for_bodies_leads_a_list(claims_of: Read) -> None:
    claims = claims_of("عثر الأهالي على جثث ثلاثة أطفال وامرأتين في القرية.")
    assert [(c.outcome, c.low, c.kinds) for c in claims] == [("killed", 3, ("child",)), ("killed", 2, ("woman",))]


def test_a_breakdown_is_a_part_of_its_total(claims_of: Read) -> None:
    claims = claims_of("قتل 9 مدنيين بينهم 4 أطفال وامرأتان في القصف.")
    assert [(c.low, c.kinds, c.part_of) for c in claims] == [(9, (), None), (4, ("child",), 0), (2, ("woman",), 0)]


def test_a_breakdown_may_stand_in_the_next_sentence(claims_of: Read) -> None:
    claims = claims_of("قتل 9 مدنيين في القصف. ومن بينهم 4 أطفال.")
    assert [(c.low, c.part_of) for c in claims] == [(9, None), (4, 0)]


def test_some_of_the_dead_are_a_part_of_those_told_sentences_before(claims_of: Read) -> None:
    claims = claims_of(
        "قتل 11 شخصاً وأصيب 20 آخرون في قصف السوق. واتهم السكان قوات النظام بالقصف."
        " وأوضح المصدر أن بين القتلى امرأة وطفلين، وبين الجرحى مسعفاً."
    )
    assert [(c.outcome, c.low, c.kinds, c.part_of) for c in claims] == [
        ("killed", 11, (), None),
        ("killed", 1, ("woman",), 0),
        ("killed", 2, ("child",), 0),
        ("injured", 20, (), None),
        ("injured", 1, ("medical",), 3),
    ]


def test_what_is_said_of_all_is_no_part(claims_of: Read) -> None:
    (claim,) = claims_of("قتل خمسة أشخاص جميعهم مدنيون في القصف.")
    assert (claim.low, claim.status) == (5, "civilian")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ارتفع عدد القتلى إلى 30 بعد القصف.", 30),
        ("ارتفعت حصيلة القتلى إلى 18 مدنياً.", 18),
        ("بلغ عدد القتلى 25 شخصاً.", 25),
    ],
)
def test_a_toll_takes_its_outcome_from_the_noun_before_the_number(claims_of: Read, text: str, number: int) -> None:
    assert [(c.outcome, c.low, c.high) for c in claims_of(text)] == [("killed", number, number)]


def test_a_generic_plural_after_a_verbal_noun_is_no_claim(claims_of: Read) -> None:
    assert claims_of("ندد البيان بعمليات قتل المدنيين.") == ()


def test_fighters_who_flee_are_not_displaced(claims_of: Read) -> None:
    assert claims_of("فر ثلاثة مسلحين من القرية.") == ()


def test_behind_a_comma_an_aim_is_an_outcome(claims_of: Read) -> None:
    (claim,) = claims_of("قصفت الطائرات البلدة، لتقتل خمسة مدنيين.")
    assert (claim.outcome, claim.low, claim.quote.text) == ("killed", 5, "لتقتل خمسة مدنيين")
    assert claims_of("دخلت القوات البلدة لتعتقل خمسة ناشطين.") == ()
    assert claims_of("دخلت القوات البلدة، لاعتقال خمسة ناشطين.") == ()


def test_a_claim_names_the_rows_that_made_it(claims_of: Read) -> None:
    (claim,) = claims_of("قتل أربعة مدنيين في قصف على الحي.")
    assert any(rule.startswith("ar.people.") for rule in claim.rules)
    assert any(rule.startswith("ar.harm.killed.") for rule in claim.rules)
