"""The same harm told twice is one claim; a new number is a new claim."""

from collections.abc import Callable

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]


def numbers(claims: tuple[Claim, ...]) -> list[tuple[str, int | None]]:
    return [(c.outcome, c.low) for c in claims]


def test_title_and_body_are_one_claim_and_the_body_is_quoted(claims_of: Read) -> None:
    title = "مقتل أربعة مدنيين في قصف على البلدة"
    (claim,) = claims_of("قتل أربعة مدنيين الثلاثاء في قصف مدفعي على البلدة، وفق مصدر طبي.", title)
    assert claim.quote.text == "قتل أربعة مدنيين"
    assert claim.quote.start > len(title)


def test_a_figure_repeated_later_is_the_same_claim(claims_of: Read) -> None:
    text = "قتل أربعة مدنيين في قصف على البلدة. وأكد مصدر طبي مقتل أربعة مدنيين في القصف."
    assert numbers(claims_of(text)) == [("killed", 4)]


def test_a_vague_figure_and_the_exact_one_are_one_claim(claims_of: Read) -> None:
    text = "قتل عدد من المدنيين في قصف على البلدة. وقتل عشرة مدنيين في القصف."
    assert numbers(claims_of(text)) == [("killed", 10)]


def test_an_update_is_a_claim_of_its_own(claims_of: Read) -> None:
    text = "قتل أربعة مدنيين في قصف على البلدة. وارتفعت حصيلة القتلى لاحقاً إلى ستة."
    assert numbers(claims_of(text)) == [("killed", 4), ("killed", 6)]


def test_two_speakers_with_two_figures_are_two_claims(claims_of: Read) -> None:
    text = "قال مصدر طبي إن ثلاثة قتلوا في القصف، فيما قال المرصد السوري إن خمسة قتلوا في القصف."
    assert [(c.low, c.source.kind) for c in claims_of(text)] == [(3, "medical"), (5, "monitor")]


def test_one_figure_for_two_outcomes_is_two_claims(claims_of: Read) -> None:
    text = "قتل ثلاثة مدنيين في قصف على البلدة. وأصيب ثلاثة مدنيين في القصف نفسه."
    assert numbers(claims_of(text)) == [("killed", 3), ("injured", 3)]


def test_parts_stay_with_the_total_that_is_kept(claims_of: Read) -> None:
    title = "مقتل تسعة مدنيين بينهم أربعة أطفال في قصف"
    claims = claims_of("قتل تسعة مدنيين بينهم أربعة أطفال في قصف على البلدة.", title)
    assert [(c.low, c.part_of) for c in claims] == [(9, None), (4, 0)]


def test_the_same_figure_at_two_places_of_the_body_is_two_claims(claims_of: Read) -> None:
    text = (
        "شهدت البلاد أمس عدة هجمات. وقتل خمسة مدنيين في قصف على مدينة حلب مساء أمس."
        " وفي قصف آخر قتل خمسة مدنيين في مدينة إدلب."
    )
    assert numbers(claims_of(text)) == [("killed", 5), ("killed", 5)]
