"""Rows of a GeoNames-layout dump (19 tab-separated columns): what they become in our gazetteer."""

from typing import NamedTuple

from hasila.model.claim import Level
from hasila.resolve.bookbinding import Named
from hasila.resolve.gazetteer import GazetteerRow

# https://download.geonames.org/export/dump/readme.txt
COLUMNS = 19


class Malformed(NamedTuple):
    """A line of a dump that cannot be read, and why."""

    line: int
    why: str


def settlement_level(code: str, population: int) -> Level:
    """
    How finely a populated place can be told, by its GeoNames feature code and its population.

    >>> settlement_level("PPLA", 0), settlement_level("PPL", 30_000), settlement_level("PPL", 0)
    ('city', 'town', 'village')
    """
    if code == "PPLX":
        return "neighbourhood"
    if code in ("PPLC", "PPLA") or population >= 100_000:
        return "city"
    if code in ("PPLA2", "PPLA3") or population >= 10_000:
        return "town"
    return "village"


_KINDS = {"city": "city", "town": "town", "village": "village", "neighbourhood": "neighbourhood"}


def _level_and_kind(feature_class: str, code: str, population: int) -> tuple[Level, str] | None:
    if feature_class == "P":
        level = settlement_level(code, population)
        return level, _KINDS[level]
    if code in ("ADM1", "ADM2", "ADM3"):
        level = {"ADM1": "adm1", "ADM2": "adm2", "ADM3": "adm3"}[code]  # type: ignore[assignment]
        return level, {"ADM1": "governorate", "ADM2": "district", "ADM3": "district"}[code]
    if code == "PCLI":
        return "country", "country"
    if feature_class == "S":
        return "landmark", {"AIRP": "airport", "AIRB": "base"}.get(code, "building")
    if feature_class in ("R", "H"):
        return "line", "road" if feature_class == "R" else "river"
    if feature_class in ("T", "L", "V"):
        return "near", {"MT": "mountain", "MTS": "mountain", "VAL": "valley", "DSRT": "desert"}.get(code, "area")
    return None


def read_line(line: str, number: int, admin1: dict[str, str], source: str) -> Named | Malformed | None:
    """
    A line of a dump as a place with its names; None for features that no report names; Malformed with the reason.

    `admin1` gives the English name of "SY.07".

    >>> columns = ["1", "Saraqib", "Saraqib", "سراقب,Saraqeb", "35.86", "36.80", "P", "PPL", "SY", "", "07"]
    >>> line = "\\t".join(columns + ["", "", "", "32495", "", "", "", "2026-01-01"])
    >>> read_line(line, 1, {"SY.07": "Idlib"}, "SY").row.admin1
    'Idlib'
    >>> read_line("1\\tSaraqib", 7, {}, "SY")
    Malformed(line=7, why='2 columns instead of 19')
    """
    columns = line.rstrip("\r\n").split("\t")
    if len(columns) != COLUMNS:
        return Malformed(number, f"{len(columns)} columns instead of {COLUMNS}")
    place_id, name, ascii_name, others, lat, lon, feature_class, code, country, _, first = columns[:11]
    try:
        latitude, longitude, population = float(lat), float(lon), int(columns[14] or 0)
    except ValueError:
        return Malformed(number, "latitude, longitude or population is no number")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return Malformed(number, "latitude or longitude is outside the globe")
    if not place_id or not name or len(country) != 2:
        return Malformed(number, "no id, no name or no country of two letters")
    found = _level_and_kind(feature_class, code, population)
    if not found:
        return None
    level, kind = found
    names = tuple(n.strip() for n in [name, *others.split(",")] if n.strip())
    arabic = next((n for n in names if any("ء" <= c <= "ي" for c in n)), name)
    row = GazetteerRow(
        f"{source}:{place_id}", arabic, ascii_name or name, latitude, longitude, level, kind,
        admin1.get(f"{country}.{first}"), None, country, population, source,
    )  # fmt: skip
    return Named(row, names)
