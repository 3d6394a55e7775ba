"""Writing a book of the gazetteer: rows and names as two files that `gazetteer.Book` looks places up in."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from hasila.extract.place_names import name_key
from hasila.resolve.gazetteer import GazetteerRow

_WEIGHTY_LEVELS = frozenset({"country", "adm1", "adm2", "city", "town"})
# Of these even a name that a source has only with a descriptor ("مدينة تعز") stands alone.
_NAMED_ALONE = frozenset({"adm1", "city", "town"})
# A village of so many people is named in the news without being called a village.
_WEIGHTY_POPULATION = 3000
# Arabic letters as Arabic is written: no Persian, Kurdish or Urdu ones, no Latin.
_ARABIC_NAME = (
    frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىـ") | {chr(c) for c in range(0x064B, 0x0653)} | set(" -’'()،/")
)


class Named(NamedTuple):
    """A place and the Arabic names it goes by."""

    row: GazetteerRow
    names: tuple[str, ...]


def is_arabic_name(name: str) -> bool:
    """
    Whether a name is written in Arabic letters alone; sources mix in Persian, Urdu, Kurdish and Latin ones.

    >>> is_arabic_name("سراقب"), is_arabic_name("سەراقب"), is_arabic_name("تھران"), is_arabic_name("mwsل")
    (True, False, False, False)
    """
    return len(name.strip()) > 1 and all(c in _ARABIC_NAME for c in name)


def _is_weighty(row: GazetteerRow, called: bool) -> bool:
    if called:
        return row.level in _NAMED_ALONE
    return row.level in _WEIGHTY_LEVELS or row.population >= _WEIGHTY_POPULATION or row.source.startswith("hand")


def _line(row: GazetteerRow) -> str:
    columns = [*row[:3], f"{row.lat:.5f}", f"{row.lon:.5f}", *row[5:7]]
    rest = [row.admin1 or "", row.admin2 or "", row.country or "", str(row.population or ""), row.source]
    return "\t".join(c.replace("\t", " ").replace("\n", " ") for c in [*columns, *rest]) + "\n"


def _name_lines(places: dict[str, dict[str, list[tuple[bool, int]]]]) -> Iterable[str]:
    begins: set[str] = set()
    for key, by_country in places.items():
        begin = key
        while " " in begin:
            begin = begin[: begin.rindex(" ")]
            begins.add(begin)
        parts = []
        for country, found in by_country.items():
            mark = "+" if any(weighty for weighty, _ in found) else "-"
            parts.append(f"{country}{mark}{','.join(str(at) for _, at in found)}")
        yield f"{key}\t{' '.join(parts)}\n"
    for word in sorted(begins):
        yield f"^{word}\t\n"


def _fill(folder: Path, places: Iterable[Named]) -> int:
    """Write the two files of a book; returns how many places they hold."""
    by_name: dict[str, dict[str, list[tuple[bool, int]]]] = {}
    at = count = 0
    with (folder / "rows.tsv").open("wb") as file:
        for row, names in places:
            # Names with a descriptor come first, so that a name known without it has its weight.
            keys = dict(sorted((name_key(n) for n in names if is_arabic_name(n)), key=lambda k: not k[1]))
            keys.pop("", None)
            if not keys:
                continue
            for key, called in keys.items():
                found = by_name.setdefault(key, {}).setdefault(row.country or "??", [])
                found.append((_is_weighty(row, called), at))
            at += file.write(_line(row).encode("utf-8"))
            count += 1
    (folder / "names.txt").write_text("".join(_name_lines(dict(sorted(by_name.items())))), "utf-8")
    return count


class Binding:
    """
    A book in the making, beside its place: `put` sets it where it belongs, `drop` takes it away.

    What stood there stays untouched until `put`.
    """

    def __init__(self, folder: Path, places: Iterable[Named], about: dict[str, object]) -> None:
        self._folder = folder
        self._fresh = folder.parent / f".{folder.name}.new"
        shutil.rmtree(self._fresh, ignore_errors=True)
        self._fresh.mkdir(parents=True)
        try:
            self.count = _fill(self._fresh, places)
            self.describe(about)
        except BaseException:
            self.drop()
            raise

    def describe(self, about: dict[str, object]) -> None:
        """Write what the book is made of."""
        text = json.dumps(about | {"places": self.count}, ensure_ascii=False)
        (self._fresh / "about.json").write_text(text + "\n", "utf-8")

    def put(self) -> None:
        """Set the book in its place."""
        old = self._folder.parent / f".{self._folder.name}.old"
        shutil.rmtree(old, ignore_errors=True)
        if self._folder.exists():
            self._folder.rename(old)
        self._fresh.rename(self._folder)
        shutil.rmtree(old, ignore_errors=True)

    def drop(self) -> None:
        """Take away what was made."""
        shutil.rmtree(self._fresh, ignore_errors=True)
