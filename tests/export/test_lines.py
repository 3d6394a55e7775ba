"""JSON Lines read back to the same records; files appear whole, with what stands beside them."""

import io
import json
import zipfile
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest
from export.composed import REPORT, about, telling_claim, telling_incident, telling_row
from factory import reading

from hasila.export.exporting import Format, export_claims, export_incidents
from hasila.export.files import beside, write_files, write_zip
from hasila.export.given import NotThis, claims_of_readings, incidents_of_links
from hasila.export.jsonl import rows_from_jsonl
from hasila.export.loss import Losses
from hasila.export.profile import FULL, PUBLIC, Profile, published
from hasila.export.records import ClaimRow, Row, Told
from hasila.export.wanted import Wanted


@pytest.mark.parametrize("profile", [PUBLIC, PUBLIC.with_quotes(), FULL])
def test_lines_read_back_to_the_records_that_were_let_out(profile: Profile) -> None:
    rows: list[Row] = [telling_row(), telling_incident()]
    lines = [
        *export_claims([telling_row()], "jsonl", about(), profile).lines,
        *export_incidents([telling_incident()], "jsonl", about(), profile).lines,
    ]
    assert list(rows_from_jsonl(lines)) == [published(row, profile, Losses()) for row in rows]


def test_the_full_profile_changes_no_word_of_a_claim() -> None:
    [line] = export_claims([telling_row()], "jsonl", about(), FULL).lines
    [row] = rows_from_jsonl([line])
    assert isinstance(row, ClaimRow) and row.claim == telling_claim()


def test_a_claim_is_one_line_whatever_stands_in_it() -> None:
    row = telling_row(report=Told(id="r", outlet="سطر\nسطر\u2028سطر\u2029سطر\x85سطر"))
    [line] = export_claims([row], "jsonl", about(), FULL).lines
    assert len(line.splitlines()) == 1
    assert next(rows_from_jsonl([line])) == published(row, FULL, Losses())


def test_a_file_appears_whole_with_what_stands_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    write_files(export_claims([telling_row()], "csv", about()), path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,") and b"\r\n" in path.read_bytes()
    told = json.loads(beside(path).read_text("utf-8"))
    assert (told["rows"], told["what"], told["engine"]) == (1, "claims", "hasila 0.1.0")
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("format", ["csv", "jsonl", "geojson"])
def test_lines_come_out_while_rows_go_in_so_that_memory_does_not_grow(format: Format) -> None:
    asked = list[int]()

    def endless() -> Iterator[ClaimRow]:
        for n in count():
            asked.append(n)
            yield telling_row()

    lines = export_claims(endless(), format, about()).lines
    assert len(list(islice(lines, 50))) == 50
    assert len(asked) <= 50


def test_an_export_that_fails_leaves_nothing_and_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    def breaks() -> Iterator[ClaimRow]:
        yield telling_row()
        raise OSError("the disk is full")

    path = tmp_path / "claims.csv"
    path.write_text("before", "utf-8")
    with pytest.raises(OSError, match="full"):
        write_files(export_claims(breaks(), "csv", about()), path)
    assert [file.name for file in tmp_path.iterdir()] == ["claims.csv"]
    assert path.read_text("utf-8") == "before"


def test_a_download_is_one_zip_that_bears_the_moment_of_the_export() -> None:
    out = io.BytesIO()
    write_zip(export_claims([telling_row()], "csv", about()), "claims.csv", out)
    again = io.BytesIO()
    write_zip(export_claims([telling_row()], "csv", about()), "claims.csv", again)
    assert out.getvalue() == again.getvalue()
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == ["claims.csv", "claims.csv.about.json"]
        assert archive.read("claims.csv").startswith(b"\xef\xbb\xbfid,")
        assert json.loads(archive.read("claims.csv.about.json"))["rows"] == 1
        assert archive.infolist()[0].date_time == (2026, 11, 24, 12, 0, 0)


def test_claims_come_from_a_file_of_readings_and_names_in_one_claim_are_masked_in_another() -> None:
    nameless = telling_claim(id="claim-2", victims=(), part_of=0)
    line = reading(REPORT, telling_claim(), nameless).model_dump_json()
    rows = list(claims_of_readings([line, '{"id": "line:2", "error": "no text"}', ""]))
    assert [(row.id, row.whole, row.made_by.pack) for row in rows] == [
        ("claim-1", None, "ar-1"),
        ("claim-2", "claim-1", "ar-1"),
    ]
    out = "".join(export_claims(rows, "jsonl", about(), PUBLIC.with_quotes()).lines)
    assert "سمراء" not in out and "قتل ثلاثة بينهم" in out


def test_incidents_come_from_a_file_of_incidents() -> None:
    [row] = incidents_of_links([telling_incident().incident.model_dump_json()])
    assert (row.id, row.made_by.rules) == ("incident-1", ("airwars/1",))


@pytest.mark.parametrize(
    "line", ["no json", "[]", '{"id": "x"}', '{"id": "x", "claims": [{}], "events": [], "pack": ""}']
)
def test_a_line_that_is_no_reading_is_told_by_its_number(line: str) -> None:
    with pytest.raises(NotThis, match="Line 1 is no"):
        list(claims_of_readings([line]))


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        (Wanted(), True),
        (Wanted(actor="syria_gov", outcome="killed", country="sy", admin1="rif dimashq", outlet="وكالة الوادي"), True),
        (Wanted(actor="russia"), False),
        (Wanted(outcome="injured"), False),
        (Wanted(country="IQ"), False),
        (Wanted(outlet="صحيفة السهل"), False),
    ],
)
def test_the_questions_of_the_register_are_asked_of_a_file(wanted: Wanted, held: bool) -> None:
    assert wanted.holds_claim(telling_row()) is held
