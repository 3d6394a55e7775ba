"""Highlighted words: nested and overlapping, letters joined, offsets exact."""

from hypothesis import given
from hypothesis import strategies as st

from hasila.web.present.segments import Mark, harmless, joined, lines


def test_nested_and_overlapping_quotes_become_stretches_of_several_claims() -> None:
    words = "قتل ثلاثة مدنيين بينهم طفلان"
    (line,) = lines(words, [Mark(0, 28, 1, "quote"), Mark(17, 28, 2, "quote"), Mark(4, 9, 1, "number")])
    assert [(s.text, s.claims, s.fields) for s in line.segments] == [
        ("قتل ", (1,), ("1:quote",)),
        ("ثلاثة", (1,), ("1:quote", "1:number")),
        (" مدنيين ", (1,), ("1:quote",)),
        ("بينهم طفلان", (1, 2), ("1:quote", "2:quote")),
    ]
    assert [s.opens for s in line.segments] == [(1,), (), (), (2,)]


def test_a_quote_that_begins_within_a_word_takes_the_whole_word() -> None:
    (line,) = lines("وقتلت الغارة طفلاً", [Mark(1, 3, 1, "quote")])
    assert [(s.text, s.claims) for s in line.segments] == [("وقتلت", (1,)), (" الغارة طفلاً", ())]


def test_a_number_that_touches_a_word_is_cut_from_it() -> None:
    (line,) = lines("29600من عائلات", [Mark(0, 5, 1, "number")])
    assert [s.text for s in line.segments] == ["29600", "من عائلات"]


def test_lines_keep_the_offsets_of_the_report() -> None:
    title, body = lines("عنوان\nنص", [Mark(6, 8, 1, "quote")])
    assert (title.start, body.start, body.segments[0].start, body.segments[0].text) == (0, 6, 6, "نص")


def test_a_character_that_turns_the_direction_is_shown_and_keeps_its_place() -> None:
    (line,) = lines("قتل \u202eabc", [Mark(5, 8, 1, "quote")])
    assert [(s.start, s.text, s.control) for s in line.segments] == [
        (0, "قتل ", ""),
        (4, "\ufffd", "U+202E"),
        (5, "abc", ""),
    ]
    assert harmless("a\u2066b") == "a\ufffdb"


@given(
    st.text(alphabet="اقتل مدنيين12 \n\u064e\u202e😀", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(1, 4)), max_size=6),
)
def test_all_segments_together_are_the_report_and_none_cuts_a_word(
    words: str, spans: list[tuple[int, int, int]]
) -> None:
    made = lines(words, [Mark(min(a, b), max(a, b), n, "quote") for a, b, n in spans])
    told = "\n".join("".join("\u202e" if s.control else s.text for s in line.segments) for line in made)
    assert told == words
    for line in made:
        for left, right in zip(line.segments, line.segments[1:], strict=False):
            assert right.start == left.start + len(left.text)
            assert left.control or right.control or not joined(left.text[-1], right.text[0])
