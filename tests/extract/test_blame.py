"""Whom a text holds responsible, and on what basis; nobody without words for it."""

from collections.abc import Callable

import pytest

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "actor", "basis"),
    [
        ("قتل مدنيان في قصف للطيران الروسي على القرية.", "russia", "stated"),
        ("قتل ثلاثة مدنيين في قصف لقوات النظام السوري على القرية.", "syria_gov", "stated"),
        ("استشهد شابان برصاص الجيش الإسرائيلي.", "israel", "stated"),
        ("قتل شاب برصاص مجهولين في المدينة.", "unknown", "stated"),
        ("أعلن الجيش الإسرائيلي أنه قتل ثلاثة مسلحين في غارة على القطاع.", "israel", "claimed"),
        ("تبنى تنظيم داعش تفجيراً أدى إلى مقتل سبعة مدنيين.", "isis", "claimed"),
        ("اتهم ناشطون قوات النظام السوري بقتل خمسة مدنيين في القرية.", "syria_gov", "accused"),
        ("حملت السلطات تنظيم داعش مسؤولية التفجير الذي أدى إلى مقتل سبعة مدنيين.", "isis", "accused"),
        ("قصفت طائرات روسية القرية فجراً. وقتل ثلاثة مدنيين في القصف.", "russia", "carried"),
    ],
)
def test_who_is_blamed_and_on_what_basis(claims_of: Read, text: str, actor: str, basis: str) -> None:
    (claim,) = claims_of(text)
    assert [(b.actor, b.basis) for b in claim.blame] == [(actor, basis)]
    assert claim.perpetrators == (actor,)


@pytest.mark.parametrize(
    "text",
    [
        "قتل ثلاثة مدنيين في القصف.",
        "قتل خمسة من عناصر تنظيم داعش في غارة جوية.",
        "قتل خمسة جنود من الجيش السوري في انفجار لغم.",
        "قتل ثلاثة مدنيين في غارة جوية، بحسب مصدر طبي.",
        "زار وفد روسي المدينة. وقتل ثلاثة مدنيين في انفجار لغم في حي آخر.",
    ],
)
def test_nobody_is_blamed_without_words_for_it(claims_of: Read, text: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.blame, claim.perpetrators) == ((), ())


def test_the_side_that_was_aimed_at_is_not_to_blame(claims_of: Read) -> None:
    (claim,) = claims_of("استهدفت غارة روسية موقعاً لتنظيم داعش فقتل ثلاثة من عناصر التنظيم.")
    assert (claim.perpetrators, claim.affiliation) == (("russia",), "isis")


def test_every_blame_on_words_shows_them(claims_of: Read) -> None:
    (claim,) = claims_of("قتل مدنيان في قصف للطيران الروسي على القرية.")
    assert "الروسي" in " ".join(quote.text for blame in claim.blame for quote in blame.evidence)
