"""Adding GeoNames-layout dumps to the gazetteer of one user: streamed, whole or not at all, replaceable, removable."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from hasila.extract.place_names import place_key
from hasila.resolve.bookbinding import Binding, Named
from hasila.resolve.gazetteer import Gazetteer, added_folders, load_gazetteer
from hasila.resolve.geonames import COLUMNS, Malformed, read_line

ADMIN1 = "admin1CodesASCII.txt"
# Files of GeoNames' download folder that are no dumps.
_NO_DUMPS = frozenset(
    {"readme.txt", ADMIN1.lower(), "admin2codes.txt", "countryinfo.txt", "featurecodes_en.txt", "timezones.txt"}
)
# More malformed lines than this share, and the file is something else.
_TOO_MANY = 0.2
_LISTED = 20
_COUNTRY_FILE = re.compile(r"[A-Z]{2}\Z")


class BadDump(Exception):
    """A dump that cannot be loaded: a sentence that says what, where, and what to do. Nothing was changed."""


class Loaded(NamedTuple):
    """A source of places that was added: its name, how many places it has, and the lines left out."""

    name: str
    places: int
    lines: int
    skipped: int
    malformed: tuple[Malformed, ...]


class Source(NamedTuple):
    """A source of places that is loaded."""

    name: str
    places: int
    countries: tuple[str, ...]
    file: str


@dataclass(slots=True)
class _Reading:
    """A dump while it is read."""

    path: Path
    admin1: dict[str, str]
    lines: int = 0
    skipped: int = 0
    malformed: list[Malformed] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)

    def places(self, done: Callable[[int], None]) -> Iterator[Named]:
        name = self.path.stem.upper() if len(self.path.stem) == 2 else self.path.stem
        for number, line in enumerate(_lines(self.path), start=1):
            self.lines = number
            done(len(line.encode("utf-8")))
            if not line.strip():
                continue
            if not line.endswith("\n") and line.count("\t") != COLUMNS - 1:
                raise BadDump(
                    f"{self.path} breaks off in the middle of line {number}. Fetch the file again; "
                    "what was loaded before is as it was."
                )
            found = read_line(line, number, self.admin1, name)
            if isinstance(found, Malformed):
                self._note(found)
            elif found:
                self.countries[found.row.country or ""] += 1
                yield found

    def _note(self, bad: Malformed) -> None:
        self.skipped += 1
        if len(self.malformed) < _LISTED:
            self.malformed.append(bad)
        if self.skipped > 50 and self.skipped > self.lines * _TOO_MANY:
            raise BadDump(_no_dump(self.path, self.malformed[0]))

    def check(self, places: int) -> None:
        """Raise where the file turned out to be no dump, or one of another country."""
        if self.malformed and (not places or self.skipped > self.lines * _TOO_MANY):
            raise BadDump(_no_dump(self.path, self.malformed[0]))
        if not places:
            raise BadDump(f"{self.path} has no place with an Arabic name: nothing was loaded.")
        code = self.path.stem.upper()
        most, _ = self.countries.most_common(1)[0]
        if _COUNTRY_FILE.match(code) and most != code:
            raise BadDump(
                f"{self.path} is named after {code}, but its places are in {most}. "
                f"If that is meant, name it {most}.txt and add it again; nothing was loaded."
            )


def _no_dump(path: Path, bad: Malformed) -> str:
    return (
        f"{path} is no GeoNames dump (line {bad.line}: {bad.why}). "
        "Give a file such as SY.txt from download.geonames.org/export/dump; nothing was loaded."
    )


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            yield from file
    except UnicodeDecodeError as error:
        raise BadDump(
            f"{path} is not written in UTF-8. Unpack it first if it is a .zip; nothing was loaded."
        ) from error


def _dumps_in(path: Path) -> list[Path]:
    if not path.exists():
        raise BadDump(f"{path} does not exist. Give a GeoNames dump such as SY.txt, or a folder of them.")
    if path.is_file():
        return [path]
    found = sorted(p for p in path.glob("*.txt") if p.name.lower() not in _NO_DUMPS)
    if not found:
        raise BadDump(f"{path} has no .txt file. Give a GeoNames dump such as SY.txt, or a folder of them.")
    return found


def _english(country: str, english: str, arabic: str, gazetteer: Gazetteer) -> str:
    """The built-in name of a province, so that all sources tell one region by one name; else the dump's own."""
    for row in gazetteer.rows(arabic) if arabic else ():
        if row.level == "adm1" and row.country == country:
            return row.name_en
    best = max(_built_in_regions(gazetteer, country), key=lambda name: _alike(name, english), default="")
    return best if _alike(best, english) >= 0.85 else english


def _alike(a: str, b: str) -> float:
    first, second = (re.sub(r"[^a-z]", "", name.lower()) for name in (a, b))
    return SequenceMatcher(None, first, second).ratio()


def _built_in_regions(gazetteer: Gazetteer, country: str) -> list[str]:
    keys = gazetteer.books[0].names
    rows = (row for key in keys if country in keys[key] for row in gazetteer.books[0].rows(key))
    return sorted({row.name_en for row in rows if row.level == "adm1" and row.country == country})


def _admin1(dumps: Sequence[Path], home: Path) -> dict[str, str]:
    """English names of provinces by GeoNames code (SY.07), from the admin1 file beside the dumps or added before."""
    gazetteer = load_gazetteer()
    found: dict[str, str] = {}
    for path in (home / "places" / ADMIN1, dumps[0].parent / ADMIN1):
        if path.exists():
            for number, line in enumerate(_lines(path), start=1):
                columns = line.rstrip("\r\n").split("\t")
                if len(columns) < 3 or columns[0].count(".") != 1:
                    raise BadDump(
                        f"{path}: line {number} is not “code, name, …”. Fetch the file again; nothing was loaded."
                    )
                arabic = columns[4].strip() if len(columns) > 4 else ""
                found[columns[0]] = _english(columns[0][:2], columns[2], arabic, gazetteer)
    return found


def _regions_of_dump(path: Path) -> dict[str, str]:
    """Names of provinces that a dump tells itself, in its rows of feature code ADM1."""
    gazetteer = load_gazetteer()
    found = {}
    for number, line in enumerate(_lines(path), start=1):
        if "\tADM1\t" in line:
            named = read_line(line, number, {}, path.stem)
            if isinstance(named, Named):
                row = named.row
                arabic = row.name_ar if place_key(row.name_ar) else ""
                found[f"{row.country}.{line.split(chr(9))[10]}"] = _english(
                    row.country or "", row.name_en, arabic, gazetteer
                )
    return found


def add_places(
    path: Path, home: Path, done: Callable[[int], None] = lambda _: None, start: Callable[[int], None] = lambda _: None
) -> list[Loaded]:
    """
    Load a GeoNames-layout dump, a folder of them, or an admin1 file, under `home`.

    All files of a folder are loaded, or none. A source that was loaded before is replaced.
    `start` is told the bytes to come, `done` those that were read. Raises BadDump.
    """
    dumps = _dumps_in(path)
    if path.is_file() and path.name == ADMIN1:
        (home / "places").mkdir(parents=True, exist_ok=True)
        _admin1([path], home)
        shutil.copyfile(path, home / "places" / ADMIN1)
        return []
    start(sum(p.stat().st_size for p in dumps))
    admin1 = _admin1(dumps, home)
    bound: list[tuple[Binding, Loaded]] = []
    try:
        for dump in dumps:
            bound.append(_bind(dump, home, admin1, done))
    except BaseException:
        for binding, _ in bound:
            binding.drop()
        raise
    for binding, _ in bound:
        binding.put()
    return [loaded for _, loaded in bound]


def _bind(dump: Path, home: Path, admin1: dict[str, str], done: Callable[[int], None]) -> tuple[Binding, Loaded]:
    reading = _Reading(dump, _regions_of_dump(dump) | admin1)
    name = dump.stem.upper() if len(dump.stem) == 2 else dump.stem
    about: dict[str, object] = {"file": dump.name, "source": "GeoNames layout"}
    binding = Binding(home / "places" / name, reading.places(done), about)
    try:
        reading.check(binding.count)
        binding.describe(about | {"countries": sorted(reading.countries)})
    except BaseException:
        binding.drop()
        raise
    return binding, Loaded(name, binding.count, reading.lines, reading.skipped, tuple(reading.malformed))


def remove_places(name: str, home: Path) -> str:
    """Take a source away and return its name. Raises BadDump where there is none of this name."""
    folders = {f.name: f for f in added_folders(home)}
    folder = folders.get(name) or folders.get(name.upper()) or folders.get(Path(name).stem)
    if not folder:
        known = ", ".join(folders) if folders else "none"
        raise BadDump(f"No source of places is called {name}. Loaded: {known}.")
    shutil.rmtree(folder)
    return folder.name


def list_places(home: Path) -> list[Source]:
    """The sources that are loaded, the built-in one first."""
    found = []
    for book in load_gazetteer(home).books:
        about = json.loads((book.folder / "about.json").read_text("utf-8"))
        found.append(
            Source(book.name, about["places"], tuple(about.get("countries", ())), about.get("file", about["source"]))
        )
    return found
