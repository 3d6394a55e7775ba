"""hasila evaluate: figures for reports that somebody coded, and one sentence where the files do not fit."""

import json
from pathlib import Path

from typer.testing import CliRunner

from hasila.cli import application

TEXT = "قُتل ثلاثة مدنيين وأصيب خمسة آخرون في قصف مدفعي على بلدة الينبوع أمس."


def _claim(outcome: str, number: int, quote: str) -> dict[str, object]:
    return {
        "outcome": outcome,
        "low": number,
        "high": number,
        "status": "civilian",
        "quote": quote,
        "cause": "shelling",
    }


def _run(folder: Path, reports: list[str], claims: list[str], *options: str) -> tuple[int, str]:
    (folder / "reports.jsonl").write_text("\n".join(reports), "utf-8")
    (folder / "claims.jsonl").write_text("\n".join(claims), "utf-8")
    asked = ["evaluate", str(folder / "reports.jsonl"), str(folder / "claims.jsonl"), *options]
    done = CliRunner().invoke(application(asked), asked)
    return done.exit_code, done.output


REPORT = json.dumps({"id": "1", "text": TEXT, "published": "2019-05-08"})
CODED = json.dumps({"id": "1", "claims": [_claim("killed", 3, "ثلاثة مدنيين"), _claim("injured", 7, "سبعة آخرون")]})


def test_figures_with_intervals_and_the_worst_mistakes_first(tmp_path: Path) -> None:
    code, told = _run(tmp_path, [REPORT], [CODED], "--errors", "5")
    assert code == 0
    assert "toll          P 0.500  R 0.500  F1 0.500  [0.500, 0.500]   (1 of 2 read, 2 coded)" in told
    mistakes = [line.strip().partition(":")[0] for line in told.splitlines() if line.startswith("  ")]
    assert mistakes[:2] == ["made up, with a number", "missed, with a number"]


def test_figures_as_json(tmp_path: Path) -> None:
    code, told = _run(tmp_path, [REPORT], [CODED], "--json")
    assert code == 0
    assert json.loads(told)["toll"]["hit"] == 1


def test_each_kind_of_noise_is_told_with_how_far_it_moves_the_figure(tmp_path: Path) -> None:
    code, told = _run(tmp_path, [REPORT], [CODED], "--noise")
    assert code == 0
    assert "all together" in told and "Arabic-Indic digits" in told


def test_files_that_do_not_belong_together_are_told(tmp_path: Path) -> None:
    code, told = _run(tmp_path, [REPORT], [json.dumps({"id": "2", "claims": []})])
    assert code == 1 and "give both of one set" in told


def test_a_broken_line_is_told_with_its_number(tmp_path: Path) -> None:
    code, told = _run(tmp_path, [REPORT], [CODED, "[1]"])
    assert code == 1 and "line 2" in told
    code, told = _run(tmp_path, ["{"], [CODED])
    assert code == 1 and "line:1" in told


def test_check_tells_that_all_rows_hold() -> None:
    done = CliRunner().invoke(application(["check"]), ["check", "ar"])
    assert (done.exit_code, "rows of ar-" in done.output) == (0, True)
    done = CliRunner().invoke(application(["check"]), ["check", "../ar"])
    assert (done.exit_code, done.output.count("\n")) == (1, 1)
