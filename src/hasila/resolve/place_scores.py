"""How well a gazetteer row fits a place phrase: named grounds, each with its weight and a sentence."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from hasila.extract.place_mention import PlaceMention
from hasila.model.claim import Level
from hasila.resolve.distance import km_between
from hasila.resolve.gazetteer import GazetteerRow

# Levels and kinds that a descriptor speaks of, the best first.
_FITS: dict[str, tuple[str, ...]] = {
    "village": ("village", "town", "neighbourhood", "camp", "district"),
    "town": ("town", "village", "city", "district"),
    "city": ("city", "town", "village", "district"),
    "capital": ("city",),
    "district": ("district", "town", "city"),
    "locality": ("district", "city", "town"),
    "governorate": ("governorate",),
    "countryside": ("governorate", "city", "town", "district", "area"),
    "neighbourhood": ("neighbourhood", "camp", "town", "village"),
    "neighbourhoods": ("city", "town", "neighbourhood", "village"),
    "camp": ("camp", "neighbourhood", "town", "village"),
    "mountain": ("mountain", "area", "region", "governorate", "village"),
    "desert": ("desert", "governorate", "town", "city", "area", "region"),
    "front": ("front", "area", "district", "governorate", "town", "village"),
    "area": ("area", "district", "neighbourhood", "town", "village", "governorate", "region"),
    "valley": ("valley", "area", "region", "village"),
    "street": ("road", "neighbourhood"),
    "road": ("road", "city", "town"),
    "border": ("country", "governorate", "area", "city", "town"),
}  # fmt: skip
# How likely a level is meant where nothing else tells.
_PRIOR = {
    "country": 2.0, "city": 1.9, "adm1": 1.7, "town": 1.4, "near": 1.0, "landmark": 0.8, "neighbourhood": 0.6,
    "line": 0.6, "village": 0.5, "adm2": 0.4, "adm3": 0.2, "point": 0.0,
}  # fmt: skip
# Levels of which many places share a name.
SMALL: frozenset[Level] = frozenset({"village", "neighbourhood", "adm3", "adm2", "town"})
# The weight of a ground that the words themselves speak against a row.
AGAINST = -3.0
# The weight of a place that is not what the words call it.
MISFIT = -2.0
# Kilometres from a town to the villages said to lie by it, and to its own quarters.
_REACH, _QUARTER_REACH = 45.0, 15.0
# Degrees that a place may lie on the other side of a chief town before the words are held against it.
_SLACK = 0.08
# Kilometres: beside the report's other places, in their neighbourhood, in another part of the world.
_BESIDE, _AROUND, _FAR = 30.0, 100.0, 500.0


class Ground(NamedTuple):
    """One ground for or against a row."""

    weight: float
    sentence: str


class Surroundings(NamedTuple):
    """
    What a report tells around a mention.

    `country` is the country of the report, `regions` the provinces it names (country, English name),
    `inside` the rows that contain the mention by its own words, each with the direction told ("غربي إدلب"),
    `anchors` the report's other places.
    """

    country: str | None
    regions: frozenset[tuple[str | None, str | None]]
    inside: tuple[tuple[GazetteerRow, str | None], ...]
    anchors: tuple[GazetteerRow, ...]


def _fit(mention: PlaceMention, row: GazetteerRow) -> Ground | None:
    wanted = _FITS.get(mention.descriptor or "")
    if not wanted:
        if mention.descriptor == row.kind:
            return Ground(2.5, f"it is a {row.kind}, as called")
        return None
    if row.kind in wanted:
        return Ground(2.5 - 0.6 * wanted.index(row.kind), f"it is a {row.kind}, called {mention.descriptor}")
    return Ground(MISFIT, f"it is a {row.kind}, though called {mention.descriptor}")


def _on_the_other_side(row: GazetteerRow, outer: GazetteerRow, direction: str) -> bool:
    """Whether a row lies east of a town or a chief town though it is told to lie west of it, or the like."""
    north, east = row.lat - outer.lat, row.lon - outer.lon
    off = {"north": north, "south": -north, "east": east, "west": -east}
    return any(off[d] < -_SLACK for d in direction.split("-") if d in off)


def _inside(row: GazetteerRow, outer: GazetteerRow, direction: str | None) -> Ground:
    if direction and outer.level != "country" and outer.kind != "region" and _on_the_other_side(row, outer, direction):
        return Ground(AGAINST, f"not on the {direction} side of {outer.name_en}")
    if outer.level == "country" or outer.kind == "region":
        if row.country == outer.country:
            return Ground(2.0, f"in {outer.name_en}, as said")
        return Ground(AGAINST, f"not in {outer.name_en}")
    if outer.level == "adm1":
        if row.country == outer.country and row.admin1 == outer.admin1:
            return Ground(4.0, f"in {outer.name_en}, as said")
        return Ground(AGAINST, f"not in {outer.name_en}")
    away = km_between(row.lat, row.lon, outer.lat, outer.lon)
    reach = _QUARTER_REACH if row.level == "neighbourhood" and outer.level in ("city", "town") else _REACH
    weight = 4.0 if away <= reach else AGAINST if away > 3 * reach or reach == _QUARTER_REACH else -1.0
    return Ground(weight, f"{away:.0f} km from {outer.name_en}, which is named with it")


def _nearness(row: GazetteerRow, anchors: Sequence[GazetteerRow]) -> Ground | None:
    nearest, least = None, math.inf
    # On a flat map, where degrees of longitude are so much shorter: it orders places as their distance does.
    lat, lon, narrower = row.lat, row.lon, math.cos(math.radians(row.lat))
    for anchor in anchors:
        if anchor.level == "country" or (anchor.level == "adm1" and row.level == "adm1"):
            continue
        apart = (lat - anchor.lat) ** 2 + ((lon - anchor.lon) * narrower) ** 2
        if 0 < apart < least:
            nearest, least = anchor, apart
    if nearest is None:
        return None
    away = km_between(row.lat, row.lon, nearest.lat, nearest.lon)
    if away <= _BESIDE:
        return Ground(2.0, f"{away:.0f} km from {nearest.name_en}")
    if away <= _AROUND:
        return Ground(1.0, f"{away:.0f} km from {nearest.name_en}")
    weight = -1.0 if away > _FAR else 0.0
    if row.level in SMALL:
        weight -= 1.5
    return Ground(weight, f"{away:.0f} km from {nearest.name_en}, the nearest place of the report") if weight else None


def grounds(mention: PlaceMention, row: GazetteerRow, around: Surroundings) -> list[Ground]:
    """All grounds for and against a row, the size and level of the place first."""
    size = min(math.log10(row.population), 6.0) / 4 if row.population > 1 else 0.0
    found = [Ground(_PRIOR[row.level] + size + (0.5 if row.source == "hand" else 0.0), f"a {row.kind} of this name")]
    if around.country:
        if row.country == around.country:
            found.append(Ground(2.0, f"in {around.country}, the country of the report"))
        elif row.level not in ("country", "line"):
            weight = -1.0 if row.level in ("city", "adm1") else -2.5
            found.append(Ground(weight, f"not in {around.country}, the country of the report"))
    if mention.country:
        fits = row.country == mention.country
        found.append(
            Ground(4.0 if fits else -4.0, f"{'in' if fits else 'not in'} {mention.country}, as its adjective says")
        )
    fit = _fit(mention, row)
    if fit:
        found.append(fit)
    found += [_inside(row, outer, direction) for outer, direction in around.inside[:2]]
    if row.admin1 and row.level != "adm1":
        if (row.country, row.admin1) in around.regions:
            found.append(Ground(1.5, f"in {row.admin1}, which the report names"))
        elif row.level in SMALL and any(country == row.country for country, _ in around.regions):
            found.append(Ground(-1.5, f"in {row.admin1}, which the report does not name"))
    near = _nearness(row, around.anchors)
    if near:
        found.append(near)
    return found


def likelihood(score: float) -> float:
    """
    A sum of grounds between 0 and 1; 3 is even odds.

    >>> likelihood(3.0), likelihood(8.0)
    (0.5, 0.99)
    """
    return round(1 / (1 + math.exp(3.0 - score)), 2)
