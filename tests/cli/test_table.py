"""The table for a terminal: Arabic kept apart and whole, nothing wider than the window, nothing a page could do."""

import re
from datetime import date

import pytest
from rich.cells import cell_len
from rich.text import Text

from hasila import Reading, Report, load_gazetteer, load_pack, read, report_of
from hasila.cli.labels import _CODES, Labels
from hasila.cli.prose import END, ISOLATE, Prose
from hasila.cli.table import Table

TEXT = (
    "قُتل ثلاثة مدنيين بينهم طفلان، وأصيب خمسة آخرون، في قصف لقوات النظام على بلدة الينبوع أمس، وفق الدفاع المدني.\n"
    "ولم يسفر قصف مماثل على أطراف المدينة عن إصابات."
)


def _read(text: str = TEXT) -> tuple[Report, Reading]:
    report = report_of(text, title="قصف على الينبوع", published=date(2019, 5, 8), outlet="المنارة")
    return report, read(report, load_pack(), load_gazetteer())


def _lines(width: int = 90, language: str = "en", text: str = TEXT, plain: bool = True) -> list[str]:
    return [line.plain for line in Table(Labels(language), width, plain).lines(*_read(text))]


def test_the_head_tells_title_outlet_day_and_where_the_day_was_found() -> None:
    head = "\n".join(_lines()[:3])
    assert "\u2068قصف على الينبوع\u2069" in head
    assert "المنارة" in head and "published 2019-05-08 (by --published)" in head


def test_a_claim_is_told_in_words_with_its_quote_and_what_each_value_rests_on() -> None:
    told = "\n".join(_lines(width=200))
    assert re.search(r"^1  killed · 3 people · civilians, as reported +\u2068«قُتل ثلاثة مدنيين»", told, re.MULTILINE)
    assert re.search(r"how +shelling", told)
    assert re.search(r"blamed +Syrian [^\n]* — stated: \u2068«[^»]*النظام»", told)
    assert re.search(r"said by +\u2068«الدفاع المدني»\u2069 \(medical source\)", told)
    assert re.search(r"when +2019-05-07 \(day\) \u2068«أمس»", told)


def test_the_quote_stands_out_in_its_sentence() -> None:
    assert any("[قُتل ثلاثة مدنيين" in line for line in _lines())
    coloured = list(Table(Labels("en"), 90).lines(*_read()))
    assert any("underline" in str(span.style) for line in coloured for span in line.spans)


def test_parts_stand_under_their_whole() -> None:
    told = _lines()
    [part] = [line for line in told if "└" in line]
    assert "children" in part


@pytest.mark.parametrize("width", [40, 60, 90, 140])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_line_is_wider_than_the_window(width: int, language: str) -> None:
    assert max(cell_len(line) for line in _lines(width, language)) <= width


@pytest.mark.parametrize("width", [40, 90])
def test_every_line_closes_the_isolates_that_it_opens(width: int) -> None:
    for line in _lines(width):
        depth = 0
        for ch in line:
            depth += (ch == ISOLATE) - (ch == END)
            assert depth in (0, 1)
        assert depth == 0


def test_no_isolate_begins_at_the_edge_where_terminals_lose_it() -> None:
    assert not [line for line in _lines(60) if line.startswith(ISOLATE)]


def test_letters_stay_in_the_order_in_which_they_are_read() -> None:
    told = " ".join(line.strip() for line in _lines(60)).replace(ISOLATE, "").replace(END, "")
    assert "في قصف لقوات النظام على بلدة الينبوع أمس" in told


def test_a_page_cannot_command_the_terminal_or_turn_its_lines_around() -> None:
    evil = TEXT.replace("بلدة", "\x1b[2J\u202eبلدة\u2066") + "\x07"
    for line in _lines(text=evil):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066\u2067]", line)


def test_labels_come_in_arabic() -> None:
    told = "\n".join(_lines(language="ar", width=200))
    assert "قتلى · 3 أشخاص · مدنيون، كما ورد" in told
    assert "مدني" in told and "killed" not in told


def test_every_code_of_the_codebook_has_its_words() -> None:
    from typing import get_args

    from hasila.model import claim

    kinds = [(name, "") for name in (*get_args(claim.Outcome), *get_args(claim.Cause), *get_args(claim.Basis))]
    kinds += [(name, "") for name in (*get_args(claim.Precision), *get_args(claim.Level))]
    kinds += [(name, "kind") for name in get_args(claim.Kind)] + [(name, "status") for name in get_args(claim.Status)]
    kinds += [(name, "source") for name in get_args(claim.SourceKind)]
    assert not [code for code in kinds if f"{code[1]} {code[0]}" not in _CODES and code[0] not in _CODES]


def test_prose_breaks_between_words_and_closes_what_it_opened() -> None:
    prose = Prose().say("where ").quote("بلدة الينبوع الكبرى").say(" · village")
    lines = [line.plain for line in prose.lines(16)]
    assert lines == ["where \u2068بلدة\u2069", "\u2068الينبوع الكبرى\u2069 ·", "village"]


def test_styles_survive_breaking() -> None:
    [first, second] = Prose().quote(Text("كلمة أولى", "bold")).lines(5)
    assert [str(line.spans[0].style) for line in (first, second)] == ["bold", "bold"]
