"""Adding survives being killed and being doubled; what the machine does wrong is told in one sentence."""

import os
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from commands import run, start, write_reports

pytestmark = pytest.mark.slow
KILLS = 20


def ids(home: Path) -> dict[str, list[str]]:
    """All ids of the tables that reading fills."""
    with closing(sqlite3.connect(home / "register.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = ("report", "reading", "claim", "eventmention")
        counts = [
            str(database.execute(f"SELECT count(*) FROM register_{t}").fetchone()[0]) for t in ("posting", "blamed")
        ]
        found = {t: [r[0] for r in database.execute(f"SELECT id FROM register_{t} ORDER BY id")] for t in tables}
        return found | {"counts": counts}


def added_whole(home: Path, reports: Path) -> dict[str, list[str]]:
    assert run(home, "add", reports, "--jobs", 1)[0] == 0
    return ids(home)


def test_an_add_killed_at_twenty_random_moments_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    home, reports, chance = tmp_path / "home", tmp_path / "reports.jsonl", random.Random(4)
    for kill in range(KILLS):
        write_reports(reports, range(80 * (kill + 1)))  # every run has something left to do
        process = start(home, "add", reports, "--jobs", 1 + kill % 2)
        time.sleep(chance.uniform(0.2, 2.6))
        process.kill()
        process.communicate()
    if (home / "register.sqlite3").exists():
        code, said, _ = run(home, "verify")
        assert code == 0, said
    code, said, complained = run(home, "add", reports)
    assert (code, complained) == (0, ""), said
    assert run(home, "verify")[0] == 0
    assert ids(home) == added_whole(tmp_path / "quiet", reports)


def test_two_processes_that_add_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    home, one, two = tmp_path / "home", tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    write_reports(one, range(300))
    write_reports(two, range(100, 400))
    both = [start(home, "add", path, "--jobs", 1) for path in (one, two)]
    for process in both:
        said, complained = process.communicate(timeout=90)
        assert process.returncode == 0, said + complained
    assert run(home, "verify")[0] == 0
    found = ids(home)
    assert len(found["report"]) == 400
    everything = tmp_path / "all.jsonl"
    write_reports(everything, range(400))
    assert found == added_whole(tmp_path / "quiet", everything)


def test_folders_pages_and_bad_files_in_one_add(tmp_path: Path) -> None:
    inside = tmp_path / "news" / "march"
    inside.mkdir(parents=True)
    (inside / "a.txt").write_text("مقتل ثلاثة مدنيين بقصف على البلدة", "utf-8")
    (inside / "b.html").write_text(
        "<html><h1>خبر</h1><p>أصيب مدنيان في غارة على أطراف البلدة مساء أمس.</p></html>", "utf-8"
    )
    (inside / "c.txt").write_bytes(b"%PDF-1.7")
    write_reports(tmp_path / "more.jsonl", range(3))
    with (tmp_path / "more.jsonl").open("a") as file:
        file.write('{"id": "bad"}\n')
    home = tmp_path / "home"
    code, said, complained = run(home, "add", tmp_path / "news", tmp_path / "more.jsonl", tmp_path / "none")
    assert (code, said) == (1, "5 added, 0 read again, 0 known already.\n")
    lines = complained.splitlines()
    assert len(lines) == 3 and all(line.startswith("Not read: ") for line in lines)
    assert "PDF" in lines[0] and "bad" in lines[1] and "no such file" in lines[2]
    again = run(home, "add", tmp_path / "news", tmp_path / "more.jsonl")
    assert again[1] == "0 added, 0 read again, 5 known already.\n"
    assert run(home, "verify")[0] == 0


def told_plainly(code: int, said: str, complained: str) -> str:
    assert (code, said) == (1, "")
    assert "Traceback" not in complained and len(complained.splitlines()) == 1
    return complained


def test_a_register_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    run(tmp_path, "init")
    with sqlite3.connect(tmp_path / "register.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('register', '9999_later', '2030-01-01')"
        )
        before = list(database.iterdump())
    assert "newer hasila" in told_plainly(*run(tmp_path, "verify"))
    with sqlite3.connect(tmp_path / "register.sqlite3") as database:
        assert list(database.iterdump()) == before


def test_what_is_no_register_is_told(tmp_path: Path) -> None:
    assert "no register" in told_plainly(*run(tmp_path / "none", "verify"))
    (tmp_path / "register.sqlite3").write_text("a letter, not a database" * 100)
    assert "not a register" in told_plainly(*run(tmp_path, "verify"))
    (tmp_path / "register.sqlite3").unlink()
    with sqlite3.connect(tmp_path / "register.sqlite3") as database:
        database.execute("CREATE TABLE letters (id)")
    assert "not a register" in told_plainly(*run(tmp_path, "verify"))


def test_a_locked_register_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    write_reports(tmp_path / "r.jsonl", range(3))
    run(tmp_path, "init")
    database = sqlite3.connect(tmp_path / "register.sqlite3", isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    assert "locked" in told_plainly(*run(tmp_path, "add", tmp_path / "r.jsonl"))
    database.execute("ROLLBACK")
    assert run(tmp_path, "add", tmp_path / "r.jsonl")[0] == 0


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    run(tmp_path, "init")
    write_reports(tmp_path / "r.jsonl", range(3))
    tmp_path.chmod(0o555)
    (tmp_path / "register.sqlite3").chmod(0o444)
    # Root may write anywhere: the process becomes nobody, once all its modules are loaded.
    first = (
        "import os, pathlib, django, multiprocessing.connection, django.db.migrations.executor\n"
        "os.environ['DJANGO_SETTINGS_MODULE'] = 'hasila.web.settings'; django.setup()\n"
        "import hasila.cli.add, hasila.register.adding, hasila.intake.anything\n"
        "if os.geteuid() == 0:\n"
        "    [p.chmod(0o755) for p in pathlib.Path(os.environ['HASILA_HOME']).parents if 'pytest' in p.as_posix()]\n"
        "    os.seteuid(65534)\n"
    )
    try:
        assert "cannot be written" in told_plainly(
            *run(tmp_path, "add", tmp_path / "r.jsonl", "--jobs", 1, first=first)
        )
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_is_told_and_the_same_add_goes_on_when_there_is_room(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    write_reports(tmp_path / "r.jsonl", range(1500))
    if os.system(f"mount -t tmpfs -o size=1500k tmpfs {disk} 2>/dev/null"):
        pytest.skip("this machine allows no mount")
    try:
        assert "full" in told_plainly(*run(disk, "add", tmp_path / "r.jsonl", "--jobs", 1))
        os.system(f"mount -o remount,size=60m {disk}")
        code, said, _ = run(disk, "verify")
        assert code == 0, said
        assert run(disk, "add", tmp_path / "r.jsonl", "--jobs", 1)[0] == 0
        assert len(ids(disk)["report"]) == 1500
    finally:
        os.system(f"umount {disk}")


def test_a_database_that_cannot_be_used_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://x@localhost/x")
    assert "hasila knows postgres://" in told_plainly(*run(tmp_path, "init"))
