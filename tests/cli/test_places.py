"""hasila places: as a user runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

COLUMNS = [
    "1",
    "Tall",
    "Tall",
    "تل الورد",
    "35.7",
    "36.6",
    "P",
    "PPL",
    "SY",
    "",
    "",
    "",
    "",
    "",
    "0",
    "",
    "",
    "",
    "2026-01-01",
]


def hasila(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hasila.cli", "places", *arguments]
    environment = {**os.environ, "HASILA_HOME": str(home)}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, timeout=120)


def test_places_are_listed_added_found_and_removed(tmp_path: Path) -> None:
    dump = tmp_path / "SY.txt"
    dump.write_text("\t".join(COLUMNS) + "\n", "utf-8")
    home = tmp_path / "home"
    assert hasila(home).stdout.startswith("built-in"), "with nothing loaded there is what the package ships"
    assert hasila(home, "add", str(dump)).stdout == "SY: 1 places with an Arabic name, of 1 lines.\n"
    assert "SY.txt  (SY)" in hasila(home).stdout
    found = [json.loads(line) for line in hasila(home, "find", "تل الورد", "--format", "jsonl").stdout.splitlines()]
    assert [(c["row"], c["chosen"]) for c in found] == [("SY:1", True)]
    assert hasila(home, "remove", "SY").stdout == "SY is removed.\n"
    assert "SY.txt" not in hasila(home).stdout


def test_lists_are_json_lines_where_asked(tmp_path: Path) -> None:
    [line] = hasila(tmp_path, "--format", "jsonl").stdout.splitlines()
    source = json.loads(line)
    assert source["name"] == "built-in"
    assert source["places"] > 5000


def test_find_shows_candidates_with_reasons(tmp_path: Path) -> None:
    done = hasila(tmp_path, "find", "الباغوز")
    first = done.stdout.splitlines()[:3]
    assert first[0].startswith("* ")
    assert "Deir ez-Zor, SY" in first[0]
    assert "hand:SY.Al-Baghuz" in first[1]
    assert "a town of this name" in first[2]


def test_mistakes_get_one_sentence_and_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "SY.txt").write_text("a,b\n" * 60, "utf-8")
    asked = [
        (("add", str(tmp_path / "SY.txt")), "is no GeoNames dump"),
        (("add", str(tmp_path / "XX.txt")), "does not exist"),
        (("remove", "XX"), "No source of places is called XX. Loaded: none."),
        (("find", "ظضغثق"), "No loaded place is called ظضغثق."),
    ]
    for arguments, sentence in asked:
        done = hasila(tmp_path / "home", *arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert sentence in done.stderr
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_lines_left_out_are_told_on_stderr(tmp_path: Path) -> None:
    good = "\t".join(COLUMNS) + "\n"
    (tmp_path / "SY.txt").write_text(good * 9 + "broken\n", "utf-8")
    done = hasila(tmp_path / "home", "add", str(tmp_path / "SY.txt"))
    assert done.returncode == 0
    assert "line 10 left out: 1 columns instead of 19" in done.stderr
