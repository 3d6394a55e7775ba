"""Registers that older versions made open with everything that was in them."""

import sqlite3
from pathlib import Path

import pytest
from commands import run
from django.core.management import call_command

MADE = sorted((Path(__file__).parent / "made_by").glob("*.sql"))
MIGRATIONS = Path(__file__).parents[2] / "src/hasila/register/migrations"


def test_every_migration_has_a_register_that_it_is_tested_with() -> None:
    assert [path.stem for path in MADE] == sorted(path.stem for path in MIGRATIONS.glob("0*.py"))


@pytest.mark.django_db
def test_the_tables_are_those_of_the_migrations() -> None:
    call_command("makemigrations", "register", check=True, dry_run=True, skip_checks=True, verbosity=0)


@pytest.mark.parametrize("made", MADE, ids=lambda path: path.stem)
def test_a_register_made_then_opens_now_with_all_that_was_in_it(tmp_path: Path, made: Path) -> None:
    with sqlite3.connect(tmp_path / "register.sqlite3") as database:
        database.executescript(made.read_text("utf-8"))
        count = database.execute("SELECT count(*) FROM register_claim").fetchone()[0]
    code, said, complained = run(tmp_path, "verify")
    assert (code, complained) == (0, "")
    assert said == f"Nothing was altered: 2 reports, {count} claims, 4 judgements.\n"
    assert "قرية السهل" in run(tmp_path, "search", "السهل")[1]
    log = run(tmp_path, "log")[1]
    assert [line.split()[4] for line in log.splitlines()] == ["accept", "correct", "add", "withdraw"]
