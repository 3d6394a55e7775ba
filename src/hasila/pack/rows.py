"""Dictionary rows: the shape of a line of a language pack, and how the files are loaded."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from hasila.pack.families import ROW
from hasila.pack.tables import BadPack, read_tables
from hasila.text.fold import fold_word


@dataclass(frozen=True, slots=True)
class Row:
    """
    One reading of some word forms.

    `says` holds what the forms mean, by keys of the row's family (pack/families.py).
    `next` and `prev`: one of these words must follow or precede; `not_next` and `not_prev`: none of them may.
    `pos` "verb": only و and ف may be attached, never the article.
    """

    id: str
    family: str
    forms: tuple[str, ...]
    says: dict[str, Any] = field(default_factory=dict)
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    prev: tuple[str, ...] = ()
    not_next: tuple[str, ...] = ()
    not_prev: tuple[str, ...] = ()
    pos: str = ""
    why: str = ""


# Compared by identity, so that what is compiled from a pack can be kept with it.
@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """A language pack: its name and version, its rows by family, and the names of the files in its folder."""

    language: str
    version: str
    rows: dict[str, tuple[Row, ...]]
    files: tuple[str, ...] = ()

    def family(self, name: str) -> tuple[Row, ...]:
        """The rows of one family, in the order of the file."""
        return self.rows.get(name, ())


def noun_forms(raw: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """
    The forms of a noun that counts people, by number: one, two, many.

    The dual is made where the row gives none; the accusatives "قتيلاً" and "أطفالاً" are made too.

    >>> noun_forms({"one": ["طفلة"], "many": ["طفلات"]})["two"]
    ('طفلتان', 'طفلتين', 'طفلتا', 'طفلتي')
    >>> noun_forms({"many": ["جنود", "مجندين"]})["many"]
    ('جنود', 'مجندين', 'جنودا')
    """
    one, many = list(raw.get("one", ())), tuple(raw.get("many", ()))
    two = list(raw.get("two", ()))
    for form in [] if two else one:
        stem, *rest = form.split(" ")
        if rest:
            continue
        stem = stem[:-1] + "ت" if stem.endswith("ة") else stem[:-1] + "ي" if stem.endswith("ى") else stem
        two += [stem + "ان", stem + "ين"] + ([stem + "ا", stem + "ي"] if stem.endswith("ت") else [])
    return {"one": _accusatives(one, _LONG), "two": _distinct(two), "many": _accusatives(many, (*_LONG, *_SOUND))}


# Endings after which the indefinite accusative writes no ا; and those of sound plurals, with or without their final ن.
_LONG = ("ة", "ا", "ى", "اء")
_SOUND = ("ون", "ين", "ات", "و", "ي")


def _accusatives(forms: Iterable[str], without: tuple[str, ...]) -> tuple[str, ...]:
    """Nouns and their indefinite accusatives ("قتيلاً", "أطفالاً"); a phrase of several words has none."""
    written = tuple(forms)
    return _distinct((*written, *(f + "ا" for f in written if " " not in f and not f.endswith(without))))


def _distinct(forms: Iterable[str]) -> tuple[str, ...]:
    """Forms without those that are the same after folding; a made form may repeat a written one ("ابنا")."""
    return tuple({fold_word(form): form for form in reversed(tuple(forms))}.values())[::-1]


def _row(family: str, raw: dict[str, Any]) -> Row:
    lists = {k: tuple(raw.get(k, ())) for k in ("forms", "yes", "no", "next", "prev", "not_next", "not_prev")}
    says = {k: v for k, v in raw.items() if k not in ROW}
    if "one" in raw or "many" in raw:
        numbers = noun_forms(raw)
        says["numbers"] = numbers
        lists["forms"] += _distinct(form for forms in numbers.values() for form in forms)
    return Row(id=raw["id"], family=family, says=says, pos=raw.get("pos", ""), why=raw.get("why", ""), **lists)


def _sound_row(file: Traversable, number: int, raw: Any) -> Row:
    """The row with this number in a file. Raises `BadPack` where it has no id, or a list holds no words."""
    if not isinstance(raw, dict) or not isinstance(raw.get("id"), str):
        raise BadPack(f'{file}: row {number} has no id; begin each row with [[row]] and id = "...".')
    try:
        return _row(file.name.removesuffix(".toml"), raw)
    except (TypeError, AttributeError) as error:
        raise BadPack(
            f"{file}: the row «{raw['id']}» cannot be read ({error}); forms and examples are lists."
        ) from None


@cache
def load_pack(language: str = "ar") -> Pack:
    """
    The language pack that the package ships. Raises `BadPack` where its files are not in order.

    >>> load_pack("ar").language
    'ar'
    """
    return pack_of(files("hasila") / "data" / language)


def pack_of(folder: Traversable) -> Pack:
    """The language pack in a folder. Raises `BadPack` where its files are not in order."""
    names = tuple(sorted(f.name for f in folder.iterdir() if f.name.endswith(".toml")))
    tables = read_tables(folder, names)
    about = tables.get("pack.toml", {})
    for key in ("language", "version", "families"):
        if key not in about:
            raise BadPack(f"{folder / 'pack.toml'}: there is no key «{key}»; a pack needs language, version, families.")
    rows: dict[str, tuple[Row, ...]] = {}
    for family in about["families"]:
        if f"{family}.toml" not in tables:
            raise BadPack(f"{folder / 'pack.toml'} names the family «{family}», but there is no file {family}.toml.")
        written = tables[f"{family}.toml"].get("row", ())
        rows[family] = tuple(
            _sound_row(folder / f"{family}.toml", number, raw) for number, raw in enumerate(written, start=1)
        )
    return Pack(language=about["language"], version=f"{about['language']}-{about['version']}", rows=rows, files=names)
