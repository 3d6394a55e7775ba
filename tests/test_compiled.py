"""The compiled form of the reader is used only where it was made from these very sources, and reads the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hasila import compiled

DEMO = sorted((compiled.PACKAGE / "data" / "demo").glob("*.html"))


def _read(form: str) -> str:
    command = [sys.executable, "-m", "hasila.cli", "read", "--format", "jsonl", *map(str, DEMO)]
    environment = {**os.environ, "HASILA_COMPILED": form}
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A compiled form of one module."""
    suffix = compiled.EXTENSION_SUFFIXES[0]
    (tmp_path / "hasila" / "text").mkdir(parents=True)
    (tmp_path / "hasila" / "text" / f"fold{suffix}").touch()
    monkeypatch.setattr(compiled, "FOLDER", tmp_path)
    monkeypatch.setattr(compiled, "STAMP", tmp_path / "sources")
    return tmp_path


def test_a_compiled_form_of_these_sources_is_used(folder: Path) -> None:
    (folder / "sources").write_text(compiled.stamp_of_sources(), "utf-8")
    finder = compiled.CompiledFinder()
    found = finder.find_spec("hasila.text.fold")
    assert found and found.origin and Path(found.origin).is_relative_to(folder)
    assert finder.find_spec("hasila.text.peel") is None
    assert finder.find_spec("json") is None


def test_a_compiled_form_of_other_sources_is_passed_over(folder: Path) -> None:
    (folder / "sources").write_text("made from sources that have changed since", "utf-8")
    assert compiled.CompiledFinder().find_spec("hasila.text.fold") is None


def test_a_compiled_form_that_was_not_finished_is_passed_over(folder: Path) -> None:
    assert compiled.CompiledFinder().find_spec("hasila.text.fold") is None


def test_a_report_is_read_the_same_with_a_compiled_form() -> None:
    # Where nothing is compiled, or a source has changed since, both are plain Python.
    assert _read("1") == _read("0")
