"""By what the harm was done: the codebook's rulings on causes."""

from collections.abc import Callable

import pytest

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("قتل عشرة مدنيين في قصف مدفعي وجوي على البلدة.", "air_strike"),
        ("قضى 63 طفلاً إثر القصف والحصار على المخيم.", "shelling"),
        ("مقتل حارس بعد أن أطلق مسلح النار على نقطة حراسة.", "attack"),
        ("قتل 20 جندياً في هجوم على معسكرات للجيش.", "clash"),
        ("قتل 20 جندياً في هجوم بسيارة مفخخة على معسكر للجيش.", "explosive"),
        ("قتل تسعة مقاتلين من الحشد الشعبي في هجوم للتنظيم على موقع للحشد.", "clash"),
        ("قتل ثلاثة مدنيين بصواريخ شديدة الانفجار أطلقت على السوق.", "shelling"),
    ],
)
def test_the_cause_of_a_claim(claims_of: Read, text: str, cause: str) -> None:
    assert claims_of(text)[0].cause == cause


def test_a_capital_behind_an_attack_is_where_it_hit_and_no_side(claims_of: Read) -> None:
    (claim,) = claims_of("ارتفع عدد قتلى مجزرة كابل إلى 34 قتيلاً.")
    assert claim.perpetrators == ()
