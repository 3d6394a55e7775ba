"""Harms that add up to a number told before them, or raise a total told after them, are its parts."""

from collections.abc import Callable

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]


def told(claims: tuple[Claim, ...]) -> list[tuple[str, int | None, int | None, str]]:
    """Outcome, number, whole and scope of each claim."""
    return [(c.outcome, c.low, c.part_of, c.scope) for c in claims]


def test_the_dead_of_several_places_are_parts_of_the_total_of_the_lead(claims_of: Read) -> None:
    text = "قتل 28 مدنياً في قصف على الريف أمس.\nوقتل 21 مدنياً في مدينة منبج.\nوقتل سبعة مدنيين في بلدة سرمين."
    assert told(claims_of(text)) == [
        ("killed", 28, None, "cumulative"),
        ("killed", 21, 0, "incident"),
        ("killed", 7, 0, "incident"),
    ]


def test_the_wounded_of_one_attack_told_by_how_badly_are_parts_of_its_toll(claims_of: Read) -> None:
    text = "أصيب تسعة جنود في هجوم على الثكنة.\nوأصيب جنديان بجروح خطيرة، وأصيب سبعة جنود بجروح طفيفة."
    assert told(claims_of(text)) == [
        ("injured", 9, None, "incident"),
        ("injured", 2, 0, "incident"),
        ("injured", 7, 0, "incident"),
    ]


def test_numbers_that_do_not_add_up_are_no_parts(claims_of: Read) -> None:
    text = "قتل 28 مدنياً في قصف على الريف أمس.\nوقتل 20 مدنياً في مدينة منبج.\nوقتل سبعة مدنيين في بلدة سرمين."
    assert [c.part_of for c in claims_of(text)] == [None, None, None]


def test_soldiers_are_no_part_of_a_number_of_civilians(claims_of: Read) -> None:
    text = "قتل تسعة مدنيين في قصف على الريف أمس.\nوقتل سبعة جنود في مدينة منبج.\nوقتل جنديان في بلدة سرمين."
    assert [c.part_of for c in claims_of(text)] == [None, None, None]


def test_one_and_one_add_up_to_two_by_chance(claims_of: Read) -> None:
    text = "قتل ثلاثة مدنيين في قصف على الريف أمس.\nوقتل مدني في منبج.\nوقتل مدني في سرمين.\nوقتل مدني في بنش."
    assert all(c.part_of is None for c in claims_of(text))


def test_a_harm_is_a_part_of_the_total_that_it_raises(claims_of: Read) -> None:
    assert told(claims_of("سقط 45 قتيلاً أمس، ليرتفع عدد القتلى منذ بداية الشهر إلى 305.")) == [
        ("killed", 45, 1, "incident"),
        ("killed", 305, None, "cumulative"),
    ]


def test_what_two_speakers_count_of_one_place_adds_up_by_chance(claims_of: Read) -> None:
    text = (
        "مقتل تسعة مدنيين في قصف على مدينة سرمين.\nقال الدفاع المدني إن خمسة مدنيين قتلوا في القصف على مدينة سرمين.\n"
        "وقال مصدر طبي إن أربعة مدنيين قتلوا في القصف على مدينة سرمين."
    )
    assert all(c.part_of is None for c in claims_of(text))
