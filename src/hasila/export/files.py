"""An export on disk, or as one download: the file, and beside it what it is and what it lost."""

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from hasila.export.exporting import Exported

Told = Callable[[int], object]
"""Called with the number of lines so far."""


def beside(path: Path) -> Path:
    """
    The file that stands beside an export.

    >>> beside(Path("claims.csv")).name
    'claims.csv.about.json'
    """
    return path.with_name(path.name + ".about.json")


def write_files(exported: Exported, path: Path, told: Told = lambda lines: None) -> None:
    """
    Write an export and what stands beside it. Both appear whole or not at all: half a table looks like a whole one.

    The files are readable by their owner alone. Raises OSError.
    """
    half = path.with_name(path.name + ".part")
    try:
        with os.fdopen(
            os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8", newline=""
        ) as out:
            for number, line in enumerate(exported.lines, start=1):
                out.write(line)
                told(number)
        text = json.dumps(exported.beside(), ensure_ascii=False, indent=2) + "\n"
        with os.fdopen(
            os.open(beside(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as out:
            out.write(text)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def write_zip(exported: Exported, name: str, out: BinaryIO) -> None:
    """An export and what stands beside it as one ZIP, for a download. Its files bear the moment of the export."""
    at = exported.about.at
    stamp = (max(at.year, 1980), at.month, at.day, at.hour, at.minute, at.second)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(_entry(name, stamp), "w") as inside:
            text = io.TextIOWrapper(inside, encoding="utf-8", newline="")
            text.writelines(exported.lines)
            text.flush()
            text.detach()
        text_beside = json.dumps(exported.beside(), ensure_ascii=False, indent=2) + "\n"
        archive.writestr(_entry(beside(Path(name)).name, stamp), text_beside)


def _entry(name: str, stamp: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, stamp)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
