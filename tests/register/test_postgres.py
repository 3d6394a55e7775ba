"""The register on a real PostgreSQL: all that holds on SQLite holds there, and a backup moves from one to the other."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import postgres
import pytest
from commands import run, write_reports

TESTS = Path(__file__).parents[1]
SAME = (
    "register/test_questions.py", "register/test_judgements.py", "register/test_filing.py", "register/test_backup.py",
    "register/test_verifying.py", "register/test_exporting.py", "register/test_linking.py",
    "web/test_screens.py", "web/test_export_page.py",
)  # fmt: skip
"""Tests that ask the database and nothing of its kind."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    if missing := postgres.why_not():
        pytest.skip(f"{missing}: the register is not tried on PostgreSQL")
    with postgres.server() as address:
        yield address


@pytest.mark.slow
def test_the_tests_of_the_register_and_its_screens_hold_on_postgresql(address: str) -> None:
    asked = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(str(TESTS / name) for name in SAME)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")} | {"DATABASE_URL": address}
    done = subprocess.run(asked, cwd=TESTS.parent, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_reports_judged_on_postgresql_come_back_on_sqlite(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    write_reports(tmp_path / "r.jsonl", range(20))
    monkeypatch.setenv("DATABASE_URL", address)
    assert run(there, "add", tmp_path / "r.jsonl")[1] == "20 added, 0 read again, 0 known already.\n"
    assert run(there, "add", tmp_path / "r.jsonl")[1] == "0 added, 0 read again, 20 known already.\n"
    claim = run(there, "listing", "queue", function="list_")[1].split()[0]
    assert run(there, "judge", "accept", claim, "--by", "salma")[0] == 0
    assert run(there, "link")[0] == 0
    found = sorted(run(there, "search", "بالتل")[1].splitlines())
    assert len(found) == 4
    told = run(there, "verify")[1]
    assert told.startswith("Nothing was altered: 20 reports, ")
    assert run(there, "backup", tmp_path / "b.tar.gz")[0] == 0
    assert not (there / "register.sqlite3").exists()

    monkeypatch.delenv("DATABASE_URL")
    assert run(here, "backup", tmp_path / "b.tar.gz", function="restore")[0] == 0
    assert run(here, "verify")[1] == told
    assert sorted(run(here, "search", "بالتل")[1].splitlines()) == found
    assert (here / "register.sqlite3").exists()
