"""CSV that a spreadsheet shows rightly and runs nothing of."""

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from export.composed import about, placed, telling_incident, telling_row

from hasila.export.cells import LONGEST
from hasila.export.exporting import export_claims, export_incidents
from hasila.export.files import write_files
from hasila.export.loss import Loss
from hasila.export.profile import FULL
from hasila.export.records import ClaimRow, Told
from hasila.model.claim import Place, Source


def from_outlet(outlet: str, key: str = "claim-1") -> ClaimRow:
    row = placed(key, Place(text="التل", lat=14.5, lon=-17.45, level="city", row="hand:1"))
    return row.model_copy(update={"report": Told(id="report-1", outlet=outlet)})


def table(*rows: ClaimRow) -> tuple[list[dict[str, str]], list[Loss]]:
    made = export_claims(rows, "csv", about())
    text = "".join(made.lines)
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))), list(made.losses)


@pytest.mark.parametrize(
    "outlet",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u200f=HYPERLINK(1)", "＝1"],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe_and_is_reported(outlet: str) -> None:
    [row], losses = table(from_outlet(outlet))
    assert row["outlet"] == "'" + outlet
    [loss] = [loss for loss in losses if loss.field == "outlet"]
    assert (loss.action, loss.count, loss.rows) == ("degraded", 1, ("claim-1",))


@pytest.mark.parametrize("outlet", ["وكالة الوادي", "3-4", "a=b", "صحيفة \u200fالسهل", 'قال "نعم"، ثم؛ سكت'])
def test_other_text_goes_out_as_it_is(outlet: str) -> None:
    [row], losses = table(from_outlet(outlet))
    assert row["outlet"] == outlet
    assert [loss for loss in losses if loss.action == "degraded"] == []


def test_a_number_below_zero_stays_a_number() -> None:
    assert table(from_outlet("وكالة"))[0][0]["lon"] == "-17.45"


def test_marks_that_turn_the_direction_of_text_are_taken_out_and_reported() -> None:
    [row], losses = table(from_outlet("وكالة \u202eevil\u202c\u2066\x00"))
    assert row["outlet"] == "وكالة evil"
    assert [loss.rows for loss in losses if loss.field == "outlet"] == [("claim-1",)]


def test_a_word_of_five_megabytes_is_cut_and_reported() -> None:
    [row], losses = table(from_outlet("ا" * 5_000_000))
    assert len(row["outlet"]) == LONGEST and row["outlet"].endswith("…")
    assert [loss.rows for loss in losses if loss.field == "outlet"] == [("claim-1",)]


def test_a_claim_is_one_line_with_versions_and_with_what_was_corrected() -> None:
    [row], losses = table(telling_row())
    told = [row[k] for k in ("low", "corrected", "state", "pack", "codebook", "engine", "radius_km", "incidents")]
    assert told == ["3", "true", "corrected", "ar-7", "1", "hasila 0.1.0", "5.0", "incident-1"]
    assert '"low": 2' in row["as_read"]
    assert ("left out", "rules") not in {(loss.action, loss.field) for loss in losses}


def test_a_part_whose_whole_was_rejected_is_reported() -> None:
    _, losses = table(placed("claim-9", None, part_of=0))
    assert ("degraded", "part_of", ("claim-9",)) in [(loss.action, loss.field, loss.rows) for loss in losses]


def test_an_incident_is_one_line_with_ranges_and_the_rules_that_made_them() -> None:
    text = "".join(export_incidents([telling_incident()], "csv", about("incidents")).lines).removeprefix("\ufeff")
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    told = [row[k] for k in ("airwars_killed_low", "acled_killed_high", "grade_suggested", "rules", "claims")]
    assert told == ["3", "3", "Weak", "airwars/1", "claim-1"]


def test_a_table_without_rows_has_its_head() -> None:
    assert table() == ([], [])
    assert "".join(export_claims([], "csv", about()).lines).startswith("\ufeffid,outcome,")


@pytest.mark.office
def test_libreoffice_reads_the_arabic_and_runs_no_formula(tmp_path: Path) -> None:
    hostile = telling_row().model_copy(
        update={"report": Told(id="report-1", outlet='=HYPERLINK("http://x.example";"اضغط")', title="+1+1")}
    )
    quoted = hostile.claim.model_copy(update={"source": Source(text="قال: «سقط 3 قتلى»؛ نعم", kind="official")})
    rows = [hostile.model_copy(update={"claim": quoted})]
    write_files(export_claims(rows, "csv", about(), FULL), tmp_path / "claims.csv")
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-calc-nogui): CSV is not opened in it")
    # 44: comma, 34: quote, 76: UTF-8; formulas in the file are evaluated as they are when a person opens it.
    arguments = [
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/office",
        "--infilter=CSV:44,34,76,1,,0,false,true",
    ]
    to = [
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
        "--outdir",
        str(tmp_path / "out"),
    ]
    subprocess.run(
        [office, *arguments, *to, str(tmp_path / "claims.csv")], check=True, capture_output=True, timeout=120
    )
    back = (tmp_path / "out" / "claims.csv").read_text("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(back, newline=""))
    assert row["source"] == "قال: «سقط 3 قتلى»؛ نعم"
    assert row["outlet"].lstrip("'") == '=HYPERLINK("http://x.example";"اضغط")'
    assert row["title"].lstrip("'") == "+1+1"
    assert row["place"] == "منزل عائلة الوهمية في التل"
