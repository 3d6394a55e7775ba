"""Page furniture in a text: marked, never cut; prose is left alone."""

import pytest

from hasila.intake.furniture import furniture
from hasila.intake.furniture_rows import FurnitureRow, furniture_rows, row_of

LEAD = "قُتل سبعة مدنيين وأُصيب أحد عشر آخرون مساء اليوم في قصف مدفعي استهدف سوقاً في بلدة الرمّانة."
BODY = "وقال مسعف من فرق الإنقاذ في البلدة إن القذائف سقطت في ساعة الذروة وإن أربعة في حالة حرجة."
END = "وتعرضت البلدة لقصف مماثل قبل شهر أسفر عن إصابة ثلاثة أشخاص بينهم طفلة."


def marked(*lines: str) -> list[str]:
    """The lines of a text that are marked as furniture."""
    words = "\n".join(lines)
    return [line for start, end in furniture(words) for line in words[start:end].split("\n") if line]


def test_the_furniture_around_a_pasted_report_is_marked() -> None:
    assert marked(
        "الشأن السوري",
        "",
        "قصف على سوق بلدة الرمّانة يوقع قتلى!!",
        "",
        LEAD,
        "قصف على سوق الرمّانة",
        BODY,
        END,
        "",
        "6 126 1",
        "مقالات ذات صلة",
        "مقتل 25 عنصراً في كمين شرقي الينبوع",
        "زر الذهاب إلى الأعلى",
    ) == ["الشأن السوري", "6 126 1", "مقالات ذات صلة", "مقتل 25 عنصراً في كمين شرقي الينبوع", "زر الذهاب إلى الأعلى"]


def test_a_link_inside_a_report_is_one_line() -> None:
    link = "اقرأ أيضاً: مقتل 12 شخصاً في انفجار بمدينة السنديان"
    assert marked(LEAD, link, BODY) == [link]


def test_keywords_behind_the_last_sentence_are_marked() -> None:
    assert marked(LEAD, BODY + " سمات السنديان قصف مدنيون") == ["سمات السنديان قصف مدنيون"]
    assert marked(LEAD, BODY + " سمات القصف واضحة، كما قال.") == []


def test_a_link_that_says_only_read_also_takes_the_headline_under_it() -> None:
    assert marked(LEAD, "اقرأ أيضاً:", "مقتل 12 شخصاً في انفجار بمدينة السنديان", BODY) == [
        "اقرأ أيضاً:",
        "مقتل 12 شخصاً في انفجار بمدينة السنديان",
    ]


def test_prose_under_read_also_is_the_report() -> None:
    assert marked(LEAD, "اقرأ أيضاً", BODY) == ["اقرأ أيضاً"]


def test_headlines_under_previous_and_next_are_marked_to_the_end_where_no_prose_follows() -> None:
    others = [
        "السابق",
        "غارات على أطراف بلدة الجوزة",
        "التالي",
        "مقتل أربعة مدنيين برصاص قناص في حي الزيتون..",
        "استشهاد شاب وإصابة سبعة في مظاهرة بمدينة النخيل…",
    ]
    assert marked(LEAD, BODY, END, *others) == others


def test_a_report_goes_on_after_a_block_of_related_headlines() -> None:
    assert marked(LEAD, "مواضيع ذات صلة", "مقتل خمسة في الينبوع", "حريق في مخيم التل", BODY, END) == [
        "مواضيع ذات صلة",
        "مقتل خمسة في الينبوع",
        "حريق في مخيم التل",
    ]


def test_comments_are_prose_and_yet_furniture() -> None:
    comment = "قتل 200 شخص في هذا القصف ولا أحد يتكلم عنهم في أي مكان من هذا العالم."
    assert marked(LEAD, BODY, END, "التعليقات (2)", "أبو سامر", comment) == ["التعليقات (2)", "أبو سامر", comment]


def test_a_counter_of_comments_above_the_text_hides_nothing() -> None:
    assert marked("قصف على سوق بلدة الرمّانة", "7 تعليقات", LEAD, BODY, END) == ["7 تعليقات"]


def test_headlines_after_the_last_paragraph_are_marked() -> None:
    headlines = [
        "وزير الزراعة يبحث مع نظيره دعم موسم القمح المقبل",
        "فريق المدينة يتأهل إلى نصف نهائي كأس الناشئين",
        "أسعار الوقود ترتفع للمرة الثالثة هذا الشهر",
    ]
    assert marked(LEAD, BODY, END, *headlines) == headlines


def test_the_names_of_victims_after_the_last_paragraph_are_the_report() -> None:
    assert marked(LEAD, BODY, "وأسماء الضحايا هي:", "سالم الحمدان", "رنا سالم الحمدان", "طفلة لم يُعرف اسمها") == []
    assert marked(LEAD, BODY, "1_ سالم الحمدان", "2_ رنا الحمدان", "3_ جود الحمدان") == []


def test_the_names_of_victims_before_the_last_paragraph_are_the_report() -> None:
    assert marked("الشهداء", "سالم الحمدان", "رنا الحمدان", "جود الحمدان", LEAD) == []


def test_a_post_without_full_stops_is_left_alone() -> None:
    assert marked("قصف مدفعي على أطراف بلدة الرمّانة", "إصابة مدنيين اثنين", "نزوح عدد من العائلات", "#الرمانة") == []


def test_a_title_may_begin_like_a_link() -> None:
    assert marked("شاهد: لحظة سقوط القذائف على سوق الرمّانة", LEAD, BODY) == []


def test_menus_before_the_report_are_marked_and_its_headline_is_not() -> None:
    assert marked("الرئيسية", "تحقيقات", "لقاء الأسبوع", "قصف على سوق بلدة الرمّانة يوقع قتلى", LEAD, BODY) == [
        "الرئيسية",
        "تحقيقات",
        "لقاء الأسبوع",
    ]


def test_a_line_with_one_number_is_a_counter_only_beside_furniture() -> None:
    assert marked(LEAD, BODY, "0", "التعليقات") == ["0", "التعليقات"]
    assert marked("عدد القتلى", "17", LEAD) == []


def test_a_date_is_no_counter() -> None:
    assert marked("17/03/2019", LEAD, BODY) == []


def test_a_text_without_prose_keeps_all_but_the_header() -> None:
    assert marked("مقالات ذات صلة", "مقتل مدنيين في غارة على البلدة") == ["مقالات ذات صلة"]


@pytest.mark.parametrize("row", furniture_rows(), ids=lambda row: row.id)
def test_every_row_is_found_where_it_says_and_not_where_it_says_not(row: FurnitureRow) -> None:
    assert row.forms and row.yes and row.no
    for line in row.yes:
        found = row_of(line)
        assert found is not None and found[0].id == row.id, line
    for line in row.no:
        found = row_of(line)
        assert found is None or found[0].id != row.id, line


def test_ids_of_rows_are_told_apart_and_no_form_stands_in_two_rows() -> None:
    rows = furniture_rows()
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        for form in row.forms:
            found = row_of(form)
            assert found is not None and found[0].id == row.id, form


@pytest.mark.parametrize("line", ["الْتًالُي", "مقـَالات ذَات صلِة", "\u061cالتالي\u2067", "اِقرأ أيضاً"])
def test_vowel_marks_and_marks_of_direction_hide_no_header(line: str) -> None:
    lead = "قُتل مدنيان في غارة على أطراف البلدة مساء اليوم وفق ما قال السكان."
    words = f"{lead}\n{lead}\n{line}\nمقتل تسعة في قصف على الينبوع"
    assert "الينبوع" in "".join(words[start:end] for start, end in furniture(words))


def test_a_link_behind_the_prose_of_its_own_paragraph_is_furniture() -> None:
    words = "قُتل مدنيان في غارة على أطراف البلدة مساء اليوم. اقرأ أيضاً: مقتل تسعة في قصف على الينبوع"
    assert [words[start:end] for start, end in furniture(words)] == ["اقرأ أيضاً: مقتل تسعة في قصف على الينبوع"]
