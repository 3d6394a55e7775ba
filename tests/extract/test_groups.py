"""Person groups: how many, who they are, and where the number or the noun is left out."""

import pytest

from hasila.extract.group import Group
from hasila.extract.groups import find_groups
from hasila.extract.people import People
from hasila.pack.rows import load_pack
from hasila.text.tokens import Document, read_document

PEOPLE = People(load_pack("ar"))


def read(text: str, after_harm: int | None = None) -> tuple[Document, list[Group]]:
    document = read_document(text)
    return document, find_groups(document, PEOPLE, frozenset() if after_harm is None else frozenset({after_harm}))


def groups(text: str, after_harm: int | None = None) -> list[tuple[str, int | None, int | None]]:
    """Words, low and high of every group."""
    document, found = read(text, after_harm)
    return [(document.quote(g.first, g.last).text, g.low, g.high) for g in found]


def only(text: str, after_harm: int | None = None) -> Group:
    (group,) = read(text, after_harm)[1]
    return group


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("أربعة مدنيين", 4, 4),
        ("١٢ مدنياً", 12, 12),
        ("12 مدنياً", 12, 12),
        ("ثلاثة عشر جندياً", 13, 13),
        ("خمسة وعشرون مدنياً", 25, 25),
        ("مئة وخمسون نازحاً", 150, 150),
        ("ألف ومئتا جندي", 1200, 1200),
        ("طفلان", 2, 2),
        ("امرأتان", 2, 2),
        ("جنديين اثنين", 2, 2),
        ("أكثر من عشرين جندياً", 20, None),
        ("ما لا يقل عن سبعة مدنيين", 7, None),
        ("ما بين 10 و15 مدنياً", 10, 15),
        ("عشرات المدنيين", 10, None),
        ("مئات الجنود", 100, None),
        ("آلاف النازحين", 1000, None),
        ("عدد من المدنيين", None, None),
        ("12 مدنياً على الأقل", 12, None),
        ("أحد الجنود", 1, 1),
        ("جندي واحد", 1, 1),
    ],
)
def test_how_many_people_a_phrase_tells(text: str, low: int | None, high: int | None) -> None:
    assert groups(text) == [(text, low, high)]


def test_about_is_told_apart_from_exactly() -> None:
    assert (only("نحو 30 مدنياً").approx, only("30 مدنياً").approx) == (True, False)
    assert only("30 مدنياً تقريباً").approx


def test_a_bound_behind_the_noun_belongs_to_the_number_before_it() -> None:
    assert groups("قتل ثمانية جنود على الأقل في الكمين", 1) == [("ثمانية جنود على الأقل", 8, None)]


def test_who_they_are_may_follow_the_bound() -> None:
    group = only("ستة أشخاص على الأقل من عناصر الشرطة")
    assert (group.low, group.high, group.status) == (6, None, "combatant")


def test_a_dual_is_two_and_a_singular_one() -> None:
    assert groups("طفلان وامرأة") == [("طفلان", 2, 2), ("وامرأة", 1, 1)]


def test_an_open_plural_says_no_number() -> None:
    group = only("مدنيون في الحي")
    assert (group.number, group.low, group.high) == ("many", None, None)


def test_a_plural_that_may_be_a_dual_is_two_right_after_a_harm_word() -> None:
    assert groups("مقتل مدنيين في قصف", after_harm=1) == [("مدنيين", 2, 2)]
    assert groups("بين مدنيين في قصف") == [("مدنيين", None, None)]


def test_members_of_a_breakdown_are_groups_of_their_own() -> None:
    assert groups("تسعة مدنيين من بينهم أربعة أطفال وامرأتان") == [
        ("تسعة مدنيين", 9, 9),
        ("أربعة أطفال", 4, 4),
        ("وامرأتان", 2, 2),
    ]


def test_a_number_without_a_noun_counts_people_where_nothing_else_follows() -> None:
    assert groups("قتل 5 وأصيب 12 في القصف", after_harm=1) == [("5", 5, 5), ("12", 12, 12)]


@pytest.mark.parametrize("text", ["12 منزلاً", "خمس غارات", "ثلاثة أيام", "عام 2014", "10 كيلومترات"])
def test_things_are_no_people(text: str) -> None:
    assert groups(text) == []


def test_one_number_may_cover_two_outcomes() -> None:
    assert groups("20 شخصاً بين قتيل وجريح") == [("20 شخصاً بين قتيل وجريح", 20, 20)]
    assert only("70 قتيلاً وجريحاً").outcome == "casualty"


def test_a_nationality_is_a_person_after_a_number() -> None:
    group = only("ثلاثة سوريين في المخيم")
    assert (group.low, group.nationality) == (3, True)


def test_a_country_is_no_person() -> None:
    assert groups("وصل إلى سوريا أمس") == []


def test_an_adjective_of_a_thing_is_no_person() -> None:
    assert groups("التفجير الإرهابي في السوق") == []


def test_an_adjective_right_after_a_harm_word_is_a_person() -> None:
    assert groups("مقتل عسكري في كمين", after_harm=1) == [("عسكري", 1, 1)]


def test_a_given_name_right_after_a_harm_word_is_one_person() -> None:
    group = only("استشهد محمد الحلبي في القصف", after_harm=1)
    assert (group.low, group.high, group.rules) == (1, 1, ("rule.given_name",))


def test_a_person_and_a_relative_are_two() -> None:
    group = only("مدرس وزوجته")
    assert (group.low, group.high, group.kinds) == (2, 2, ("family",))


def test_families_are_counted_as_families() -> None:
    assert only("50 عائلة").unit == "family"
    assert only("50 مدنياً").unit == "person"


@pytest.mark.parametrize(
    ("text", "status", "kinds"),
    [
        ("ثلاثة أطفال", "civilian", ("child",)),
        ("ثلاثة جنود", "combatant", ()),
        ("ثلاثة أشخاص", "unknown", ()),
        ("ثلاثة من عناصر الشرطة", "combatant", ("security",)),
        ("ثلاثة صحفيين", "civilian", ("journalist",)),
        ("ثلاثة مسعفين", "civilian", ("medical",)),
    ],
)
def test_who_the_people_are(text: str, status: str, kinds: tuple[str, ...]) -> None:
    group = only(text)
    assert (group.status, group.kinds) == (status, kinds)


def test_the_number_in_parentheses_counts_the_open_plural_before_it() -> None:
    assert groups("إعدام أسرى (12 أسيراً)", after_harm=1)[0][1:] == (12, 12)


def test_a_number_word_with_and_before_it_is_joined_to_what_stands_before() -> None:
    first, second = read("ثلاثة جنود وخمسة مدنيين")[1]
    assert (first.joined, second.joined) == (False, True)


def test_tashkeel_does_not_change_a_group() -> None:
    plain, marked = only("ثلاثة أطفال"), only("ثَلاثَةُ أَطْفالٍ")
    assert marked == plain
