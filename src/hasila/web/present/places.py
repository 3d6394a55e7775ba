"""Names of countries and provinces in the language of the interface."""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from babel import Locale
from django.utils.translation import get_language

from hasila.web.present.digits import comma


@cache
def _rows(file: str) -> tuple[tuple[str, ...], ...]:
    text = (files("hasila") / "data" / "places" / file).read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def _countries() -> Mapping[str, tuple[str, str]]:
    """Code → (English, Arabic)."""
    return {row[0]: (row[1], row[2].split("|")[0]) for row in _rows("countries.tsv")}


@cache
def _provinces() -> Mapping[tuple[str, str], str]:
    """(country, English name) → Arabic name."""
    return {(row[0], row[2].lower()): row[3].split("|")[0] for row in _rows("regions.tsv") if len(row) > 3}


@cache
def chief_towns() -> tuple[tuple[float, float, str, str], ...]:
    """Latitude, longitude, English and Arabic name of the chief town of every province, for finding one's way."""
    rows = (row for row in _rows("regions.tsv") if len(row) > 5)
    return tuple((float(row[4]), float(row[5]), row[2], row[3].split("|")[0]) for row in rows)


def country_name(code: str) -> str:
    """
    A country's name.

    >>> from django.utils import translation
    >>> with translation.override("en"):
    ...     country_name("SY")
    'Syria'
    """
    names = _countries().get(code)
    return code if names is None else names[1 if get_language() == "ar" else 0]


def province_name(admin1: str, country: str) -> str:
    """A province's name: the codebook's English one, or its Arabic one where the gazetteer has it."""
    if get_language() != "ar":
        return admin1
    return _provinces().get((country, admin1.lower()), admin1)


def area_name(admin1: str, country: str) -> str:
    """Province and country, as far as they are told."""
    told = [province_name(admin1, country) if admin1 else "", country_name(country) if country else ""]
    return comma().join(part for part in told if part)


@lru_cache(maxsize=512)
def _arabic_of(english: str) -> str:
    """A country's Arabic name from its English one, by the places' rows, else by Unicode's names of territories."""
    own = next((names[1] for names in _countries().values() if names[0] == english), "")
    codes = (code for code, name in Locale("en").territories.items() if name == english)
    return own or str(Locale("ar").territories.get(next(codes, ""), ""))


def country_in_words(english: str) -> str:
    """A country of the map in the language of the interface; empty where no Arabic name is known."""
    return _arabic_of(english) if get_language() == "ar" else english
