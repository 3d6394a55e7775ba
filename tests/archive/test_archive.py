"""The archive keeps bytes for ever and says which of them changed."""

import hashlib
import json
import resource
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hasila.archive import Archive, Extracted

NOON = datetime(2019, 3, 17, 12, tzinfo=UTC)
PAGE = "<p>قصف على مخيم القرية</p>".encode()
TEXT = Extracted(title=None, text="قصف على مخيم القرية", extractor="taker 1.0")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def kept(archive: Archive, data: bytes = PAGE, came_from: str = "page.html") -> str:
    return archive.keep(data, kind="text/html", came_from=came_from, at=NOON, extracted=TEXT)


def test_bytes_come_back_under_their_hash_with_their_description(archive: Archive) -> None:
    name = kept(archive)
    assert name == hashlib.sha256(PAGE).hexdigest()
    assert archive.path(name).relative_to(archive.root).as_posix() == f"{name[:2]}/{name[2:4]}/{name}"
    assert archive.read(name) == PAGE
    told = archive.describe(name)
    assert (told.kind, told.came_from, told.added, told.extracted) == ("text/html", "page.html", NOON, TEXT)
    assert list(archive.problems()) == []


def test_keeping_the_same_bytes_again_changes_nothing(archive: Archive) -> None:
    name = kept(archive)
    before = archive.path(name).stat().st_mtime_ns
    assert kept(archive, came_from="elsewhere.html") == name
    assert archive.path(name).stat().st_mtime_ns == before
    assert archive.describe(name).came_from == "page.html"


def test_a_flipped_byte_is_named(archive: Archive) -> None:
    name = kept(archive)
    path = archive.path(name)
    path.chmod(0o644)
    path.write_bytes(PAGE.replace(b"<p>", b"<q>"))
    (problem,) = archive.problems()
    assert name in problem and "altered" in problem


def test_missing_bytes_are_named(archive: Archive) -> None:
    name = kept(archive)
    archive.path(name).unlink()
    (problem,) = archive.problems()
    assert name in problem and "missing" in problem


def test_a_broken_an_altered_and_a_missing_description_are_told_apart(archive: Archive) -> None:
    names = [kept(archive, data) for data in (b"one", b"two", b"three")]
    broken, altered, missing = (archive.path(name).with_name(name + ".json") for name in names)
    for path in (broken, altered):
        path.chmod(0o644)
    broken.write_text("{")
    told = json.loads(altered.read_text("utf-8"))
    told["kept"]["came_from"] = "another.html"
    altered.write_text(json.dumps(told), "utf-8")
    missing.unlink()
    problems = " ".join(archive.problems())
    assert f"{names[0]}.json is broken" in problems
    assert f"{names[1]}.json was altered" in problems
    assert f"{names[2]}.json is missing" in problems


def test_what_a_killed_run_left_is_no_part_of_the_archive(archive: Archive) -> None:
    name = kept(archive)
    (archive.path(name).parent / ".0123.started").write_bytes(b"half")
    assert list(archive.names()) == [name]
    assert list(archive.problems()) == []


def test_an_object_whose_description_was_never_written_gets_one_at_the_next_add(archive: Archive) -> None:
    name = kept(archive)
    archive.path(name).with_name(name + ".json").unlink()
    assert name not in archive
    kept(archive)
    assert name in archive and list(archive.problems()) == []


def test_a_disk_that_takes_no_more_leaves_nothing_under_a_name(archive: Archive) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            kept(archive)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [path for path in archive.root.rglob("*") if path.is_file()] == []
    kept(archive)
    assert list(archive.problems()) == []


def test_only_a_hash_names_an_object(archive: Archive) -> None:
    with pytest.raises(ValueError, match="no SHA-256"):
        archive.path("../../etc/passwd")
