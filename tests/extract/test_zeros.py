"""That nobody was hurt is a claim too, of nobody."""

from collections.abc import Callable

import pytest

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("قصفت المدفعية الحي دون وقوع إصابات.", "دون وقوع إصابات"),
        ("لم يسفر القصف عن ضحايا.", "لم يسفر القصف عن ضحايا"),
        ("لم يتسبب القصف بسقوط أي ضحايا.", "لم يتسبب القصف بسقوط أي ضحايا"),
        ("ولم يؤد الهجوم إلى وقوع إصابات.", "ولم يؤد الهجوم إلى وقوع إصابات"),
        ("لم يصب أحد بأذى في القصف.", "لم يصب أحد"),
    ],
)
def test_nobody_was_hurt(claims_of: Read, text: str, quote: str) -> None:
    assert [(c.outcome, c.low, c.high, c.quote.text) for c in claims_of(text)] == [("casualty", 0, 0, quote)]


def test_nobody_was_killed(claims_of: Read) -> None:
    assert [(c.outcome, c.low, c.high, c.status) for c in claims_of("لم يقتل أي مدني في القصف.")] == [
        ("killed", 0, 0, "civilian")
    ]


def test_neither_dead_nor_wounded_are_two_zeros(claims_of: Read) -> None:
    claims = claims_of("لم يسفر القصف على الحي عن سقوط قتلى أو جرحى.")
    assert [(c.outcome, c.low, c.high) for c in claims] == [("killed", 0, 0), ("injured", 0, 0)]


def test_people_told_before_the_negation_are_not_emptied(claims_of: Read) -> None:
    claims = claims_of("قتل ثلاثة مدنيين في القصف دون وقوع إصابات في صفوف العسكريين.")
    assert [(c.outcome, c.low, c.status) for c in claims] == [("killed", 3, "civilian"), ("casualty", 0, "combatant")]
