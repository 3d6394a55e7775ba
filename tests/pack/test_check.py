"""The check of a pack: what it refuses, and in which words it says so."""

import pytest

from hasila.pack.check import check_pack
from hasila.pack.rows import Pack, Row, load_pack, noun_forms

KILLED = {"outcome": "killed", "shape": "noun"}


def pack(family: str, *rows: Row, files: tuple[str, ...] = ()) -> Pack:
    """A small Arabic pack with one family."""
    return Pack("ar", "ar-test", {family: rows}, files)


def problem(pack: Pack) -> str:
    """The one problem of a pack that has exactly one."""
    (found,) = check_pack(pack)
    return found


def test_the_shipped_pack_is_without_fault() -> None:
    assert check_pack(load_pack("ar")) == []


def test_a_sound_row_has_no_problem() -> None:
    row = Row("ar.harm.maqtal", "harm", ("مقتل",), KILLED, yes=("[مقتل] مدني و[مقتل] جندي",), no=("مقاتل في الجبهة",))
    assert check_pack(pack("harm", row)) == []


def test_an_example_that_is_not_found_names_file_row_and_words() -> None:
    row = Row("ar.harm.maqtal", "harm", ("مقتل",), KILLED, yes=("[مصرع] ثلاثة جنود",))
    assert problem(pack("harm", row)).startswith(
        "harm.toml، المدخل «ar.harm.maqtal»: في المثال «مصرع ثلاثة جنود» يجب أن يوجد «مصرع»، والموجود: لا شيء"
    )


def test_each_marked_word_of_an_example_must_be_found() -> None:
    row = Row("ar.harm.maqtal", "harm", ("مقتل",), KILLED, yes=("[مقتل] مدني و[مصرع] جندي",))
    assert "يجب أن يوجد «مصرع»، والموجود: «مقتل»" in problem(pack("harm", row))


def test_a_look_alike_that_is_found_is_told_with_the_words_found() -> None:
    row = Row("ar.harm.qada", "harm", ("قضى",), KILLED, yes=("[قضى] تحت التعذيب",), no=("قضى على الخلية",))
    assert "في الشبيه «قضى على الخلية» وُجد «قضى» وما ينبغي" in problem(pack("harm", row))


def test_a_condition_mends_the_look_alike() -> None:
    row = Row(
        "ar.harm.qada", "harm", ("قضى",), KILLED, yes=("[قضى] تحت التعذيب",), no=("قضى على الخلية",), not_next=("على",)
    )
    assert check_pack(pack("harm", row)) == []


def test_a_row_without_examples_is_refused() -> None:
    assert "لا مثال له" in problem(pack("harm", Row("ar.harm.maqtal", "harm", ("مقتل",), KILLED)))


@pytest.mark.parametrize("example", ["مقتل مدني", "[مقتل مدني", "مقتل] مدني"])
def test_an_example_needs_matching_brackets(example: str) -> None:
    row = Row("ar.harm.maqtal", "harm", ("مقتل",), KILLED, yes=(example,))
    assert "بلا قوسين [ ] متطابقين" in problem(pack("harm", row))


def test_a_parted_expression_is_found_only_where_its_second_word_follows() -> None:
    says = {"outcome": "released", "shape": "verb", "then": "عن، عنهم"}
    released = "[أفرجت] الجماعة أمس عن ثلاثة أسرى"
    good = Row("ar.harm.afraja", "harm", ("أفرجت",), says, yes=(released,), no=("أفرجت الوزارة الأموال",))
    assert check_pack(pack("harm", good)) == []
    bad = Row("ar.harm.afraja", "harm", ("أفرجت",), says, yes=("[أفرجت] الوزارة الأموال",))
    assert "يجب أن يوجد «أفرجت»" in problem(pack("harm", bad))


def test_a_number_word_may_belong_to_two_classes() -> None:
    scale = Row(
        "ar.number.thousand", "numbers", ("آلاف",), {"class": "scale", "value": 1000}, yes=("خمسة [آلاف] نازح",)
    )
    vague = Row("ar.number.thousands", "numbers", ("آلاف",), {"class": "vague", "low": 1000}, yes=("[آلاف] النازحين",))
    assert check_pack(pack("numbers", scale, vague)) == []


def test_one_form_in_two_rows_that_say_different_things_is_told_once() -> None:
    noun = Row("ar.harm.dhabh", "harm", ("ذبح",), KILLED, yes=("[ذبح] ثلاثة أسرى",))
    verb = Row("ar.harm.dhabaha", "harm", ("ذبح", "ذبحوا"), {**KILLED, "shape": "verb"}, yes=("[ذبحوا] رهينة",))
    assert problem(pack("harm", noun, verb)).startswith(
        "harm.toml: الصيغة «ذبح» في المدخلين «ar.harm.dhabh» و«ar.harm.dhabaha» ولا شيء يميّز بينهما"
    )


def test_one_form_in_two_rows_that_say_the_same_is_no_problem() -> None:
    one = Row("ar.harm.one", "harm", ("مقتل",), KILLED, yes=("[مقتل] مدني",))
    other = Row("ar.harm.other", "harm", ("مقتل", "مصرع"), {**KILLED, "tone": "honorific"}, yes=("[مصرع] مدني",))
    assert check_pack(pack("harm", one, other)) == []


def test_a_condition_tells_two_rows_apart() -> None:
    dead = Row("ar.harm.qada", "harm", ("قضى",), KILLED, yes=("[قضى] تحت التعذيب",), not_next=("على",))
    ended = Row("ar.harm.qada_ala", "harm", ("قضى",), {**KILLED, "shape": "verb"}, yes=("[قضى] على الخلية",))
    assert check_pack(pack("harm", dead, ended)) == []


def test_an_unknown_key_is_told_with_the_keys_that_are_allowed() -> None:
    row = Row("ar.harm.maqtal", "harm", ("مقتل",), {**KILLED, "couse": "attack"}, yes=("[مقتل] مدني",))
    found = problem(pack("harm", row))
    assert "المفتاح «couse» غير معروف" in found
    assert "cause" in found


def test_a_key_that_every_row_of_the_family_needs_is_missed() -> None:
    row = Row("ar.harm.maqtal", "harm", ("مقتل",), {"outcome": "killed"}, yes=("[مقتل] مدني",))
    assert "ينقصه المفتاح «shape»" in problem(pack("harm", row))


@pytest.mark.parametrize(
    ("family", "says", "key", "value"),
    [
        ("harm", {**KILLED, "outcome": "dead"}, "outcome", "dead"),
        ("harm", {**KILLED, "cause": "bomb"}, "cause", "bomb"),
        ("causes", {"cause": "bomb"}, "cause", "bomb"),
        ("people", {"status": "innocent"}, "status", "innocent"),
        ("people", {"status": "civilian", "kinds": ["child", "kid"]}, "kinds", "kid"),
        ("blame", {"basis": "guessed", "side": "next"}, "basis", "guessed"),
    ],
)
def test_a_value_outside_the_codebook_is_refused(family: str, says: dict[str, object], key: str, value: str) -> None:
    row = Row("ar.row", family, ("مقتل",), says, yes=("[مقتل] مدني",))
    assert f"القيمة «{value}» للمفتاح «{key}» ليست من المسموح" in problem(pack(family, row))


def test_a_part_of_speech_other_than_verb_is_refused() -> None:
    row = Row("ar.harm.maqtal", "harm", ("مقتل",), KILLED, yes=("[مقتل] مدني",), pos="noun")
    assert "القيمة «noun» للمفتاح «pos»" in problem(pack("harm", row))


def test_an_id_begins_with_the_language() -> None:
    row = Row("harm.maqtal", "harm", ("مقتل",), KILLED, yes=("[مقتل] مدني",))
    assert problem(pack("harm", row)) == "harm.toml: المعرّف «harm.maqtal» لا يبدأ بـ«ar.»؛ أضفها في أوله"


def test_an_id_stands_once() -> None:
    one = Row("ar.harm.x", "harm", ("مقتل",), KILLED, yes=("[مقتل] مدني",))
    other = Row("ar.harm.x", "harm", ("مصرع",), KILLED, yes=("[مصرع] مدني",))
    assert problem(pack("harm", one, other)) == "harm.toml: المعرّف «ar.harm.x» مكرر 2 مرات؛ غيّر واحداً منها"


def test_a_persian_letter_is_named() -> None:
    row = Row("ar.harm.maqtal", "harm", ("مقتل", "شهیدا"), KILLED, yes=("[مقتل] مدني",))
    assert "في الصيغة «شهیدا» حرف من غير الكتابة العربية المعتادة «ی» (ARABIC LETTER FARSI YEH)" in problem(
        pack("harm", row)
    )


def test_forms_that_spell_one_word_twice_are_told() -> None:
    row = Row("ar.harm.isaba", "harm", ("إصابة", "أصابة"), KILLED, yes=("[إصابة] مدني",))
    assert "الصيغتان «إصابة» و«أصابة» واحدة بعد توحيد الرسم؛ احذف «أصابة»" in problem(pack("harm", row))


def test_a_file_that_nobody_reads_is_told() -> None:
    row = Row("ar.harm.maqtal", "harm", ("مقتل",), KILLED, yes=("[مقتل] مدني",))
    found = problem(pack("harm", row, files=("harm.toml", "harms.toml", "pack.toml")))
    assert found == "harms.toml: ملف لا يقرؤه أحد؛ أضف اسمه إلى families في pack.toml، أو احذفه"


def test_an_unknown_family_is_told() -> None:
    row = Row("ar.x", "weapons", ("مدفع",), {}, yes=("[مدفع] قديم",))
    assert problem(pack("weapons", row)).startswith("pack.toml: العائلة «weapons» غير معروفة")


def test_made_duals_repeat_no_written_form() -> None:
    assert noun_forms({"one": ["ابن"], "two": ["ابنا", "ابنين", "إبنين"]})["two"] == ("ابنا", "ابنين")


def test_a_noun_of_people_needs_no_second_spelling_of_its_accusative() -> None:
    row = Row("ar.people.x", "people", (*noun_forms({"one": ["عنصر", "عنصرا"]})["one"],), {"status": "combatant"},
              yes=("قتل 12 [عنصرا]",))  # fmt: skip
    assert check_pack(pack("people", row)) == []
