"""Which sides an incident is blamed on; no side that a text names goes untold."""

from datetime import date

from factory import claim, reading, report

from hasila.link.blamed import LISTED, sides_blamed
from hasila.link.units import Unit, units_of
from hasila.model.allies import COALITIONS
from hasila.model.claim import Basis, Blame


def text(id: str, *sides: str, basis: Basis = "stated", family: str | None = None) -> Unit:
    """A text that tells of one dead and blames these sides for it."""
    of = report("مقتل رجل بقصف على القرية", id=id)
    harm = claim(of, "مقتل رجل", number=1).model_copy(
        update={"blame": tuple(Blame(actor=side, basis=basis) for side in sides), "perpetrators": sides}
    )
    [unit] = units_of(of, reading(of, harm), family or id)
    return unit


def test_sides_that_a_quarter_of_the_texts_blame_are_listed() -> None:
    assert LISTED == 0.25
    listed, also, why = sides_blamed(
        [text("a", "russia"), text("b", "russia", "turkey"), text("c", "russia"), text("d")]
    )
    assert (listed, also) == (("russia", "turkey"), ())
    assert why == [
        "russia: blamed in 3 of 3 independent texts that blame anyone",
        "turkey: blamed in 1 of 3 independent texts that blame anyone",
    ]


def test_a_force_of_the_country_blamed_beside_its_ally_from_abroad_is_given_apart() -> None:
    texts = [text("a", "russia", "syria_gov"), text("b", "syria_gov"), text("c", "syria_gov")]
    assert sides_blamed(texts, date(2021, 6, 1)) == (
        ("russia",),
        ("syria_gov",),
        [
            "russia: blamed in 1 of 3 independent texts that blame anyone",
            "syria_gov: blamed in 3 of 3 independent texts that blame anyone; "
            "also blamed, beside russia, allied from abroad",
        ],
    )


def test_an_ally_that_too_few_blame_takes_no_side_s_place() -> None:
    texts = [text(id, "syria_gov") for id in "abcd"] + [text("e", "russia")]
    assert sides_blamed(texts)[:2] == (("syria_gov",), ())


def test_opposed_sides_are_both_listed() -> None:
    assert sides_blamed([text("a", "turkey"), text("b", "sdf")])[:2] == (("sdf", "turkey"), ())


def test_an_alliance_ends_with_the_government_that_had_it() -> None:
    texts = [text("a", "russia"), text("b", "syria_gov")]
    assert sides_blamed(texts, date(2024, 12, 7))[:2] == (("russia",), ("syria_gov",))
    assert sides_blamed(texts, date(2024, 12, 8))[:2] == (("russia", "syria_gov"), ())


def test_a_side_that_too_few_blame_is_told_and_not_listed() -> None:
    texts = [text(id, "russia") for id in "abcd"] + [text("e", "turkey")]
    listed, _, why = sides_blamed(texts)
    assert listed == ("russia",)
    assert "turkey: blamed in 1 of 5 independent texts that blame anyone, too few to be listed" in why


def test_copies_blame_once() -> None:
    copies = [text(id, "russia", family="a") for id in "abc"]
    assert sides_blamed([*copies, text("d", "turkey")]).why == [
        "russia: blamed in 1 of 2 independent texts that blame anyone",
        "turkey: blamed in 1 of 2 independent texts that blame anyone",
    ]


def test_carried_blame_counts_only_where_no_text_blames_in_words_of_its_own() -> None:
    carried = text("a", "turkey", basis="carried")
    assert sides_blamed([carried]).filed == ("turkey",)
    listed, _, why = sides_blamed([carried, text("b", "sdf")])
    assert listed == ("sdf",)
    assert "turkey: not listed, only blame carried over from another statement names it" in why


def test_a_member_of_a_coalition_that_is_blamed_beside_it_is_the_coalition() -> None:
    assert COALITIONS["us"] == "us_coalition"
    listed, _, why = sides_blamed([text("a", "us"), text("b", "us_coalition")])
    assert listed == ("us_coalition",)
    assert why == [
        "us: counted as us_coalition, of which it is a part",
        "us_coalition: blamed in 2 of 2 independent texts that blame anyone",
    ]
    assert sides_blamed([text("a", "us")]).filed == ("us",)


def test_unknown_attackers_are_no_side() -> None:
    assert sides_blamed([text("a", "unknown")]) == ((), (), [])
