"""
The files of a pack, parsed. TOML takes longer to parse than a report takes to read, so what was parsed is kept.

It is kept as Python keeps its own bytecode: in `__pycache__` beside the source, renewed when the source changes, and not
at all where the folder cannot be written or Python was told not to (PYTHONDONTWRITEBYTECODE).
"""

import hashlib
import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

Tables = dict[str, dict[str, Any]]
_DATE = "date in TOML"


class BadPack(ValueError):
    """A file of a language pack that cannot be used: which, where in it, and what is wrong, in a sentence."""


def read_tables(folder: Traversable, names: Sequence[str]) -> Tables:
    """
    The tables of the TOML files `names` of a folder, by the name of the file. Raises `BadPack`.

    >>> from importlib.resources import files
    >>> read_tables(files("hasila") / "data" / "ar", ["pack.toml"])["pack.toml"]["language"]
    'ar'
    """
    sources = {name: (folder / name).read_bytes() for name in names}
    of = _hash(sources)
    kept = folder / "__pycache__" / "tables.json" if isinstance(folder, Path) else None
    if kept is None:
        return _parsed(folder, sources)
    tables = _taken(kept, of)
    if tables is None:
        tables = _parsed(folder, sources)
        _keep(kept, of, tables)
    return tables


def _hash(sources: dict[str, bytes]) -> str:
    """The hash of the files with their names, so that nothing that is kept outlives a change."""
    digest = hashlib.sha256()
    for name, source in sorted(sources.items()):
        digest.update(f"{name} {len(source)} ".encode())
        digest.update(source)
    return digest.hexdigest()


def _parsed(folder: Traversable, sources: dict[str, bytes]) -> Tables:
    import tomllib  # only where nothing is kept: its import is a part of what is saved

    tables: Tables = {}
    for name, source in sources.items():
        try:
            tables[name] = tomllib.loads(source.decode("utf-8"))
        except UnicodeDecodeError as error:
            line = source.count(b"\n", 0, error.start) + 1
            raise BadPack(f"{folder / name}: line {line} is not UTF-8; save the file as UTF-8.") from None
        except tomllib.TOMLDecodeError as error:
            raise BadPack(f"{folder / name} is not TOML: {error}. Mend that line.") from None
    return tables


def _taken(kept: Path, of: str) -> Tables | None:
    """What is kept of just these sources; None where nothing is, or it is of others, or is damaged."""
    try:
        found = json.loads(kept.read_bytes(), object_hook=_dated)
        tables: Tables | None = found["tables"] if found["of"] == of else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return tables


def _keep(kept: Path, of: str, tables: Tables) -> None:
    if sys.dont_write_bytecode:
        return
    fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        text = json.dumps({"of": of, "tables": tables}, default=_undated, ensure_ascii=False)
        kept.parent.mkdir(exist_ok=True)
        # Another process may read or write it at the same time.
        fresh.write_text(text, "utf-8")
        fresh.replace(kept)
    except (OSError, TypeError):
        with suppress(OSError):
            fresh.unlink()


def _undated(value: Any) -> dict[str, str]:
    if type(value) is not date:
        raise TypeError(f"JSON has no {type(value).__name__}")
    return {_DATE: value.isoformat()}


def _dated(table: dict[str, Any]) -> Any:
    return date.fromisoformat(table[_DATE]) if _DATE in table else table
