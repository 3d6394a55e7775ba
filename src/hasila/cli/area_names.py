"""Arabic names of countries and provinces, from the places' rows."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def _rows_of_places(file: str) -> tuple[list[str], ...]:
    text = (files("hasila") / "data" / "places" / file).read_text("utf-8")
    return tuple(line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def country_names() -> Mapping[str, str]:
    """Code → Arabic name."""
    return {row[0]: row[2].split("|")[0] for row in _rows_of_places("countries.tsv")}


@cache
def province_names() -> Mapping[tuple[str, str], str]:
    """(country, English name) → Arabic name."""
    return {(row[0], row[2].lower()): row[3].split("|")[0] for row in _rows_of_places("regions.tsv") if len(row) > 3}
