"""Parsed files are kept beside them, and never taken for files that have changed."""

from datetime import date
from pathlib import Path

import pytest

from hasila.pack.rows import load_pack, pack_of
from hasila.pack.tables import BadPack, read_tables


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "a.toml").write_text('[[row]]\nid = "x"\nforms = ["قصف"]\nsince = 2024-12-08\n', "utf-8")
    return tmp_path


WRITTEN = {"a.toml": {"row": [{"id": "x", "forms": ["قصف"], "since": date(2024, 12, 8)}]}}


def test_what_is_kept_is_what_was_parsed_days_included(folder: Path) -> None:
    assert read_tables(folder, ["a.toml"]) == WRITTEN
    assert (folder / "__pycache__" / "tables.json").exists()
    assert read_tables(folder, ["a.toml"]) == WRITTEN


def test_a_changed_file_is_parsed_anew(folder: Path) -> None:
    read_tables(folder, ["a.toml"])
    (folder / "a.toml").write_text("n = 2", "utf-8")
    assert read_tables(folder, ["a.toml"]) == {"a.toml": {"n": 2}}


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"of": 1}'])
def test_what_is_kept_but_damaged_is_parsed_anew(folder: Path, damage: str) -> None:
    read_tables(folder, ["a.toml"])
    (folder / "__pycache__" / "tables.json").write_text(damage, "utf-8")
    assert read_tables(folder, ["a.toml"]) == WRITTEN


def test_a_folder_where_nothing_can_be_kept_is_read_all_the_same(folder: Path) -> None:
    (folder / "__pycache__").write_text("no folder", "utf-8")
    assert read_tables(folder, ["a.toml"]) == WRITTEN


def test_nothing_is_kept_where_python_is_told_to_keep_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert read_tables(folder, ["a.toml"]) == WRITTEN
    assert not (folder / "__pycache__").exists()


def test_what_json_cannot_hold_is_not_kept(folder: Path) -> None:
    (folder / "a.toml").write_text("at = 07:32:00", "utf-8")
    assert read_tables(folder, ["a.toml"]) == read_tables(folder, ["a.toml"])
    assert not (folder / "__pycache__" / "tables.json").exists()


def test_the_pack_is_the_same_from_its_files_and_from_what_is_kept_of_them() -> None:
    read = load_pack.__wrapped__
    assert read("ar").rows == read("ar").rows


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            b'[[row]]\nid = "x"\nforms = = 3\n',
            "harm.toml is not TOML: Invalid value (at line 3, column 9). Mend that line.",
        ),
        (b'[[row]]\nid = "\xe9"\n', "harm.toml: line 2 is not UTF-8; save the file as UTF-8."),
        (b'[[row]]\nforms = ["x"]\n', 'harm.toml: row 1 has no id; begin each row with [[row]] and id = "...".'),
        (b'[[row]]\nid = "x"\nforms = 3\n', "forms and examples are lists."),
    ],
)
def test_a_file_that_is_broken_is_named_with_the_line_in_one_sentence(
    tmp_path: Path, written: bytes, told: str
) -> None:
    (tmp_path / "pack.toml").write_text('language = "ar"\nversion = "1"\nfamilies = ["harm"]\n', "utf-8")
    (tmp_path / "harm.toml").write_bytes(written)
    with pytest.raises(BadPack) as refused:
        pack_of(tmp_path)
    assert str(refused.value).startswith(f"{tmp_path}/harm.toml") and str(refused.value).endswith(told)


def test_a_family_without_its_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text('language = "ar"\nversion = "1"\nfamilies = ["harm"]\n', "utf-8")
    with pytest.raises(BadPack, match=r"names the family «harm», but there is no file harm\.toml"):
        pack_of(tmp_path)
