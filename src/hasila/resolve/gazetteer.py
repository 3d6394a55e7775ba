"""The gazetteer: places by their Arabic names, built in and added, found without being held in memory.

A *book* is a folder of two files, written by `bookbinding.write_book`:
`rows.tsv`, a place a line, and `names.txt`, a name a line with where its places stand in `rows.tsv`.
"""

import mmap
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from hasila.compiled import PACKAGE
from hasila.extract.place_names import name_key, other_article, place_key
from hasila.model.claim import Level

BUILT_IN = PACKAGE / "data" / "places" / "built-in"


class GazetteerRow(NamedTuple):
    """A place: WGS 84 degrees, the level it can be told at, its kind, and where the row comes from."""

    id: str
    name_ar: str
    name_en: str
    lat: float
    lon: float
    level: Level
    kind: str
    admin1: str | None
    admin2: str | None
    country: str | None
    population: int
    source: str


_REMEMBERED = 100_000  # names that were looked up
_NOWHERE: Mapping[str, bool] = MappingProxyType({})


class Book:
    """One source of places, opened for lookup. Names are held, rows stay in the file until they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.name = folder, folder.name
        text = (folder / "names.txt").read_text("utf-8")
        self.names: dict[str, str] = dict(line.split("\t", 1) for line in text.splitlines())
        self._path = folder / "rows.tsv"
        self._rows: mmap.mmap | None = None

    def countries(self, key: str) -> Mapping[str, bool]:
        """The countries with a place of this name; true where one of them is a place of weight."""
        found = self.names.get(key)
        if not found:
            return _NOWHERE
        return {part[:2]: part[2] == "+" for part in found.split(" ")}

    def rows(self, key: str) -> list[GazetteerRow]:
        """The places of this name."""
        found = self.names.get(key)
        if not found:
            return []
        if self._rows is None:
            with self._path.open("rb") as file:
                self._rows = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        offsets = [int(at) for part in found.split(" ") for at in part[3:].split(",")]
        return [_row(self._rows, at) for at in offsets]


def _row(lines: mmap.mmap, at: int) -> GazetteerRow:
    columns = lines[at : lines.find(b"\n", at)].decode("utf-8").split("\t")
    row_id, name_ar, name_en, lat, lon, level, kind, admin1, admin2, country, population, source = columns
    return GazetteerRow(
        row_id, name_ar, name_en, float(lat), float(lon), level, kind,  # type: ignore[arg-type]
        admin1 or None, admin2 or None, country or None, int(population or 0), source,
    )  # fmt: skip


class Gazetteer:
    """
    All loaded places by name. It satisfies `extract.place_names.PlaceNames`.

    >>> gazetteer = load_gazetteer()
    >>> gazetteer.has("خان شيخون"), gazetteer.has("قصف")
    (True, False)
    >>> [(row.name_en, row.admin1, row.country) for row in gazetteer.rows("إدلب") if row.level == "adm1"]
    [('Idlib', 'Idlib', 'SY')]
    """

    def __init__(self, books: Sequence[Book]) -> None:
        self.books = tuple(books)
        self._countries: dict[str, Mapping[str, bool]] = {}
        self._found: dict[str, tuple[GazetteerRow, ...]] = {}

    def begins(self, key: str) -> bool:
        """Whether a known name goes on after the words of this key."""
        mark = "^" + key
        return any(mark in book.names for book in self.books)

    def countries(self, key: str) -> Mapping[str, bool]:
        """The countries with a place of this name (a `place_key`); true where one of them is a place of weight."""
        found = self._countries.get(key)
        if found is None:
            merged: dict[str, bool] = {}
            for book in self.books:
                for country, weight in book.countries(key).items():
                    merged[country] = weight or merged.get(country, False)
            if len(self._countries) > _REMEMBERED:
                self._countries.clear()
            found = self._countries[key] = merged or _NOWHERE
        return found

    def has(self, name: str) -> bool:
        """Whether a place of this name is known, with the article as written."""
        return bool(self.countries(place_key(name)))

    def rows(self, name: str) -> tuple[GazetteerRow, ...]:
        """
        The places of this name, built-in ones first; where there are none, those with or without the article,
        or of the name without what it is called (محافظة إدلب).
        """
        key = place_key(name)
        if key not in self._found:
            keys = (key, other_article(key), name_key(name)[0])
            found = ([row for book in self.books for row in book.rows(k)] for k in keys)
            self._found[key] = tuple(next(filter(None, found), []))
        return self._found[key]


@cache
def _open_book(folder: Path, _changed: float) -> Book:
    return Book(folder)


def added_folders(home: Path | None) -> list[Path]:
    """The folders of the sources that were added under a home, in the order of their names."""
    folder = home / "places" if home else None
    if not folder or not folder.is_dir():
        return []
    return sorted(p.parent for p in folder.glob("*/names.txt") if not p.parent.name.startswith("."))


def load_gazetteer(home: Path | None = None) -> Gazetteer:
    """
    The built-in places and those added under `home` (`hasila places add`).

    Books that did not change since are not read again.
    """
    folders = [BUILT_IN, *added_folders(home)]
    return Gazetteer([_open_book(f, (f / "names.txt").stat().st_mtime) for f in folders])
