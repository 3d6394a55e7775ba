"""What the publication profile lets out: claims and places, and nothing by which a private person is known."""

import json
from urllib.parse import unquote

import pytest
from export.composed import NAME, about, telling_claim, telling_incident, telling_row

from hasila.export.exporting import Exported, Format, export_claims, export_incidents
from hasila.export.names import MASK, masked
from hasila.export.profile import FULL, PUBLIC, Profile
from hasila.export.records import ClaimRow
from hasila.export.speakers import may_be_named
from hasila.model.claim import Source
from hasila.model.record import Quote

FORMATS: tuple[Format, ...] = ("csv", "jsonl", "geojson")
OF_NAMES = ("سمراء", "الوهمية")
OF_PEOPLE = ("ضياء", "المخترع", "ليلى", "اتصلت", "سرا", "secret")
FINE = ("33.6123", "36.3123", "33.6987", "36.3987", "7654321", "3.2 km")


def everything(made: Exported) -> str:
    """The file and what stands beside it, with no letter hidden by an escape."""
    text = "".join(made.lines) + json.dumps(made.beside(), ensure_ascii=False)
    return unquote(text.encode().decode("unicode_escape").encode("latin-1").decode("utf-8", "replace")) + text


def both(format: Format, profile: Profile) -> str:
    claims = export_claims([telling_row()], format, about(), profile)
    incidents = export_incidents([telling_incident()], format, about("incidents"), profile)
    return everything(claims) + everything(incidents)


@pytest.mark.parametrize("format", FORMATS)
def test_no_public_export_holds_a_name_a_note_a_reviewer_or_a_fine_coordinate(format: Format) -> None:
    text = both(format, PUBLIC)
    assert [planted for planted in (*OF_NAMES, *OF_PEOPLE, *FINE) if planted in text] == []


@pytest.mark.parametrize("format", FORMATS)
def test_with_quotes_words_go_out_and_victims_names_do_not(format: Format) -> None:
    text = both(format, PUBLIC.with_quotes())
    assert f"قتل ثلاثة بينهم {MASK}" in text
    assert [planted for planted in (*OF_NAMES, *FINE, "ليلى", "اتصلت") if planted in text] == []


def test_what_is_planted_is_there_in_the_full_profile_so_the_tests_above_can_fail() -> None:
    text = both("jsonl", FULL)
    assert [planted for planted in (*OF_NAMES, *OF_PEOPLE, *FINE) if planted not in text] == []


def test_what_is_withheld_is_counted_and_no_row_is_named() -> None:
    made = export_claims([telling_row()], "jsonl", about())
    list(made.lines)
    counted = {loss.field: loss.count for loss in made.losses.of("withheld")}
    assert {key: counted[key] for key in ("victims", "decisions", "report.url", "report.title", "place.row")} == {
        "victims": 1, "decisions": 1, "report.url": 1, "report.title": 1, "place.row": 1,
    }  # fmt: skip
    assert all(loss.rows == () for loss in made.losses.of("withheld"))


def test_coordinates_lie_on_the_grid_and_the_words_keep_their_place_in_the_report() -> None:
    [line] = export_claims([telling_row()], "jsonl", about()).lines
    row = ClaimRow.model_validate_json(line)
    place = row.claim.place
    assert place is not None
    assert (place.lat, place.lon, place.row, place.candidates) == (33.6, 36.3, None, ())
    assert (row.as_read["place"]["lat"], row.as_read["place"]["lon"]) == (33.7, 36.4)
    before = telling_claim().quote
    assert (row.claim.quote.text, row.claim.quote.start, row.claim.quote.end) == ("", before.start, before.end)


def test_a_correction_shows_what_was_read_and_what_stands() -> None:
    [line] = export_claims([telling_row()], "jsonl", about()).lines
    row = ClaimRow.model_validate_json(line)
    assert (row.state, row.corrected, row.as_read["low"], row.claim.low) == ("corrected", ("low", "place"), 2, 3)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (f"مقتل {NAME} وطفليها", f"مقتل {MASK} وطفليها"),
        ("والدة سَمراء", f"والدة {MASK}"),
        ("بسمراء وأهلها", f"{MASK} وأهلها"),
        ("بيت الوهميه", f"بيت {MASK}"),
        ("قصف على البلدة", "قصف على البلدة"),
    ],
)
def test_a_name_is_found_whole_in_part_attached_and_in_another_spelling(words: str, shown: str) -> None:
    assert masked(words, [Quote(text=NAME, start=500, end=513)]) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [("قصف على حزب الله", "قصف على حزب الله"), ("مقتل علي عبد الله أمس", f"مقتل {MASK} أمس")],
)
def test_parts_of_names_that_are_words_of_their_own_are_hidden_only_side_by_side(words: str, shown: str) -> None:
    assert masked(words, [Quote(text="علي عبد الله", start=500, end=512)]) == shown


def test_a_name_written_in_no_known_way_is_hidden_by_where_it_stands() -> None:
    assert masked("مقتل س٠مراء أمس", [Quote(text="سمراء", start=105, end=111)], start=100) == f"مقتل {MASK} أمس"


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("الدفاع المدني", "medical", True),
        ("شهود عيان", "local", True),
        ("مصادر محلية", "local", True),
        ("المتحدث باسم الجيش", "party", True),
        ("الطبيب رائد", "medical", False),
        ("الناشط ضياء المخترع", "local", False),
        ("مراسلنا ضياء المخترع", "own", False),
        (None, "own", True),
    ],
)
def test_who_speaks_in_office_is_named_and_a_private_person_is_not(text: str, kind: str, named: bool) -> None:
    assert may_be_named(Source.model_validate({"text": text, "kind": kind})) is named
