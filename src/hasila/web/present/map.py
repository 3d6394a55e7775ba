"""
Maps as plain geometry. A place is drawn as the area that its words leave open, never as a point: a village as a small
circle, a province as a wide one, so that nobody reads more out of the map than the report says.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from django.utils.translation import get_language

from hasila.register.models import Incident
from hasila.web.present.places import chief_towns, country_in_words
from hasila.web.present.world import Box, Country, countries, mercator

WIDTH = 640
REACH_KM = {
    "point": 1.0, "landmark": 2.0, "neighbourhood": 3.0, "village": 4.0, "town": 6.0, "city": 12.0, "near": 25.0,
    "adm3": 15.0, "adm2": 30.0, "adm1": 80.0, "line": 50.0, "country": 300.0,
}  # fmt: skip
"""How far from its coordinates a place of each level may be, in kilometres: the radius of the area drawn."""

_KM_A_DEGREE = 111.2


@dataclass(frozen=True)
class Spot:
    """A place with its precision; `weight` (0 to 1) and `query` are for maps of many."""

    lat: float
    lon: float
    level: str
    name: str
    weight: float = 0.0
    query: str = ""
    text: str = ""
    key: str = ""


@dataclass(frozen=True)
class Area:
    """A circle on the map."""

    spot: Spot
    x: float
    y: float
    r: float


@dataclass(frozen=True)
class Shape:
    """A country's outline as the path of an SVG, and where its name may stand."""

    path: str
    name: str
    x: float
    y: float
    named: bool

    @property
    def label(self) -> str:
        """The country's name in the interface's language, empty where it is not known in it."""
        return country_in_words(self.name) if self.named else ""


@dataclass(frozen=True)
class Town:
    """A town to find one's way by; it has no part in what happened."""

    name: str
    x: float
    y: float

    @property
    def text_y(self) -> float:
        """Where its name stands: above the dot."""
        return self.y - 7


@dataclass(frozen=True)
class Scale:
    """A bar of so many kilometres."""

    length: float
    km: int
    y: float

    @property
    def text_y(self) -> float:
        """Where the number stands: above the bar."""
        return self.y - 6


@dataclass(frozen=True)
class Drawn:
    """A map: its size, countries, areas, the main area, and a scale."""

    width: int
    height: int
    shapes: Sequence[Shape]
    areas: Sequence[Area]
    main: Area | None
    scale: Scale
    towns: Sequence[Town] = ()


class Window:
    """A box of the world laid on a picture of WIDTH pixels."""

    def __init__(self, box: Box, most_height: int = 460) -> None:
        self.box = box
        west, south, east, north = box
        self.factor = WIDTH / (east - west)
        self.top = mercator(north)
        self.height = min(round((self.top - mercator(south)) * self.factor), most_height)

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Pixels from the left and from the top."""
        return (round((lon - self.box[0]) * self.factor, 1), round((self.top - mercator(lat)) * self.factor, 1))

    def length(self, km: float, lat: float) -> float:
        """Kilometres at a latitude as pixels."""
        return km / (_KM_A_DEGREE * math.cos(math.radians(lat))) * self.factor

    def scale(self) -> Scale:
        """A round number of kilometres that takes about a fifth of the picture."""
        middle = (self.box[1] + self.box[3]) / 2
        km = next((k for k in (1000, 500, 200, 100, 50, 20, 10, 5) if self.length(k, middle) < WIDTH / 4), 5)
        return Scale(round(self.length(km, middle), 1), km, self.height - 14)


def incident_map(row: Incident, told: Sequence[Spot]) -> Drawn | None:
    """Where an incident is put, and the other places that its claims name; None where no place is known."""
    if row.lat is None or row.lon is None:
        return None
    main = Spot(row.lat, row.lon, row.level or "adm1", row.place)
    reach = max(REACH_KM.get(main.level, 80.0) * 2.2, 150.0)
    half_lat = reach / _KM_A_DEGREE
    half_lon = half_lat * 1.25 / max(math.cos(math.radians(main.lat)), 0.2)
    box = (main.lon - half_lon, main.lat - half_lat, main.lon + half_lon, main.lat + half_lat)
    others = {(s.lat, s.lon): s for s in told if (s.lat, s.lon) != (main.lat, main.lon)}
    window = Window(box)
    areas = [a for s in others.values() if (a := _area(window, s)) and 0 < a.x < WIDTH and 0 < a.y < window.height]
    return Drawn(WIDTH, window.height, _shapes(box), areas, _area(window, main), window.scale(), _towns(window, main))


def register_map(spots: Sequence[Spot]) -> Drawn | None:
    """Many incidents by area: circles whose size tells how many, one for each province."""
    if not spots:
        return None
    lats, lons = sorted(s.lat for s in spots), sorted(s.lon for s in spots)
    box = (max(lons[0] - 3, -179.0), max(lats[0] - 2.5, -60.0), min(lons[-1] + 3, 179.0), min(lats[-1] + 2.5, 80.0))
    if box[2] - box[0] < 9:
        middle = (box[0] + box[2]) / 2
        box = (middle - 4.5, box[1], middle + 4.5, box[3])
    window = Window(box, 620)
    areas = []
    for spot in sorted(spots, key=lambda s: -s.weight):
        x, y = window.at(spot.lat, spot.lon)
        areas.append(Area(spot, x, y, round(7 + 30 * math.sqrt(spot.weight), 1)))
    return Drawn(WIDTH, window.height, _shapes(box), areas, None, window.scale())


def _towns(window: Window, main: Spot) -> list[Town]:
    """The chief towns of provinces in the window, but for those under the area itself."""
    arabic, centre = get_language() == "ar", window.at(main.lat, main.lon)
    found = []
    for lat, lon, english, local in chief_towns():
        x, y = window.at(lat, lon)
        near = abs(x - centre[0]) < 30 and abs(y - centre[1]) < 30
        if 20 < x < WIDTH - 20 and 20 < y < window.height - 30 and not near:
            found.append(Town(local if arabic else english, x, y))
    return found


def _area(window: Window, spot: Spot) -> Area:
    x, y = window.at(spot.lat, spot.lon)
    return Area(spot, x, y, round(max(window.length(REACH_KM.get(spot.level, 80.0), spot.lat), 5.0), 1))


@lru_cache(maxsize=64)
def _shapes(box: Box) -> tuple[Shape, ...]:
    window = Window(box, 620)
    margin = (box[2] - box[0]) / 4
    wide = (box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin)
    return tuple(_shape(window, country, wide) for country in countries() if _meet(country.box, wide))


def _shape(window: Window, country: Country, wide: Box) -> Shape:
    parts = []
    for ring, box in zip(country.rings, country.boxes, strict=True):
        if not _meet(box, wide):
            continue
        points = [window.at(max(min(lat, 84.0), -84.0), lon) for lon, lat in _thinned(ring, window.factor)]
        parts.append("M" + "L".join(f"{x},{y}" for x, y in points) + "Z")
    x, y, room = _room_for_name(window, country)
    return Shape("".join(parts), country.name, x, y, room)


_STEPS = 16


def _room_for_name(window: Window, country: Country) -> tuple[float, float, bool]:
    """A place well inside what is seen of a country, and whether there is room for its name."""
    west, south, east, north = window.box
    inside = [
        (west + (east - west) * (i + 0.5) / _STEPS, south + (north - south) * (j + 0.5) / _STEPS)
        for i in range(1, _STEPS - 1)
        for j in range(1, _STEPS - 1)
        if _contains(country, west + (east - west) * (i + 0.5) / _STEPS, south + (north - south) * (j + 0.5) / _STEPS)
    ]
    if len(inside) < 3:
        return (0.0, 0.0, False)
    lon, lat = sum(p[0] for p in inside) / len(inside), sum(p[1] for p in inside) / len(inside)
    best = min(inside, key=lambda p: (p[0] - lon) ** 2 + (p[1] - lat) ** 2)
    return (*window.at(best[1], best[0]), True)


def _contains(country: Country, lon: float, lat: float) -> bool:
    """The point lies in the country: a ray from it crosses its outlines an odd number of times."""
    if not (country.box[0] <= lon <= country.box[2] and country.box[1] <= lat <= country.box[3]):
        return False
    crossed = False
    for ring, box in zip(country.rings, country.boxes, strict=True):
        if not (box[0] <= lon <= box[2] and box[1] <= lat <= box[3]):
            continue
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                crossed = not crossed
    return crossed


def _thinned(ring: Sequence[tuple[float, float]], factor: float) -> Iterable[tuple[float, float]]:
    """Points nearer than a pixel to the last one drawn are left out."""
    last: tuple[float, float] | None = None
    for point in ring:
        if last is None or abs(point[0] - last[0]) * factor > 1 or abs(point[1] - last[1]) * factor > 1:
            last = point
            yield point


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
