"""hasila link and hasila export on a register, as commands."""

import csv
import io
import json
from pathlib import Path

import pytest
from commands import run, write_reports

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with forty reports, linked."""
    folder = tmp_path_factory.mktemp("out")
    write_reports(folder / "reports.jsonl", range(40))
    assert run(folder / "home", "add", folder / "reports.jsonl", "--jobs", 1)[0] == 0
    assert run(folder / "home", "link")[0] == 0
    return folder / "home"


def export(home: Path, *arguments: object) -> tuple[int, str, str]:
    return run(home, "export", *arguments)


def test_a_register_linked_twice_has_the_same_incidents(home: Path) -> None:
    code, first, told = run(home, "link", "--format", "jsonl")
    assert (code, "40 reports: " in told) == (0, True)
    assert first.splitlines() and run(home, "link", "--format", "jsonl")[1] == first
    _, out, _ = export(home, "incidents", "--format", "jsonl")
    assert {json.loads(line)["incident"]["id"] for line in out.splitlines()} == {
        json.loads(line)["id"] for line in first.splitlines()
    }


def test_linking_without_a_register_says_how_to_make_one(tmp_path: Path) -> None:
    code, said, complained = run(tmp_path / "none", "link")
    assert (code, said) == (1, "")
    assert "There is no register" in complained and complained.count("\n") == 1


def test_a_file_of_claims_has_beside_it_what_it_is_and_what_it_lost(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.geojson"
    code, said, told = export(home, "claims", "--out", out, "--outcome", "killed", "--until", "2020-01-01")
    assert (code, said) == (0, "")
    beside = json.loads((tmp_path / "claims.geojson.about.json").read_text("utf-8"))
    inside = json.loads(out.read_text("utf-8"))
    assert inside["hasila"] == beside
    assert beside["filter"] == {"outcome": "killed", "until": "2020-01-01"}
    assert beside["versions"][0]["codebook"] == "1" and beside["versions"][0]["pack"].startswith("ar-")
    dropped = [row for loss in beside["losses"] if loss["action"] == "dropped" for row in loss["rows"]]
    assert len(dropped) + len(inside["features"]) == 40
    assert f"{len(inside['features'])} rows exported" in told and f"{len(dropped)} dropped" in told


def test_standard_output_is_the_file_and_nothing_else(home: Path) -> None:
    code, said, told = export(home, "claims")
    assert code == 0 and "withheld: quote" in told
    assert len(list(csv.DictReader(io.StringIO(said.removeprefix("\ufeff"))))) == 80


def test_the_full_profile_and_quotes_say_what_they_are(home: Path) -> None:
    assert "never publish it" in export(home, "claims", "--profile", "full")[2]
    assert "Read them before you publish" in export(home, "claims", "--with-quotes")[2]


def test_readings_of_a_file_go_out_without_a_register(tmp_path: Path) -> None:
    write_reports(tmp_path / "reports.jsonl", range(2))
    code, read, _ = run(tmp_path / "none", "read", tmp_path / "reports.jsonl", "--format", "jsonl")
    (tmp_path / "read.jsonl").write_text(read, "utf-8")
    code, said, _ = export(tmp_path / "none", "claims", tmp_path / "read.jsonl", "--outcome", "killed")
    assert code == 0 and len(said.splitlines()) == 3
    assert not (tmp_path / "none").exists()


def test_what_cannot_be_done_is_told_in_one_sentence(home: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    there.write_text("mine", "utf-8")
    for arguments, sentence in [
        (("claims", "--out", there), "is there already"),
        (("claims", "--out", tmp_path / "none" / "x.csv"), "There is no folder"),
        (("claims", "--out", tmp_path / "x.xlsx"), "does not tell the format"),
        (("claims", "--out", tmp_path, "--format", "csv"), "is a folder"),
        (("claims", "--since", "soon"), "is no moment"),
        (("claims", there), "Line 1 is no JSON object"),
        (("claims", there, "--search", "قصف"), "cannot be asked for its search"),
        (("claims", tmp_path / "none.jsonl"), "No such file"),
        (("claims", there, "--out", there, "--replace"), "is what the export is made of"),
    ]:
        code, _, complained = export(home, *arguments)
        assert code == 1 and sentence in complained, (arguments, complained)
        assert complained.count("\n") == 1, complained
    assert there.read_text("utf-8") == "mine"
