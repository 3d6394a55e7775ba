"""The borders of countries (Natural Earth, through world-atlas), read from TopoJSON as lines on a plane.

Borders are as Natural Earth draws them; the map says so, and takes no side.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent.parent / "static" / "vendor" / "world-atlas" / "countries-50m.json"
Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


@dataclass(frozen=True)
class Country:
    """A country's name in English, its ISO number, its outlines, the box around each and around all, in degrees."""

    name: str
    number: str
    rings: Sequence[Sequence[Point]]
    boxes: Sequence[Box]
    box: Box


@cache
def countries() -> tuple[Country, ...]:
    """All countries. Read once a process: about 150 ms."""
    topology = json.loads(_FILE.read_text("utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [list(_arc(arc, scale, shift)) for arc in topology["arcs"]]
    return tuple(_country(shape, arcs) for shape in topology["objects"]["countries"]["geometries"] if shape["type"])


def _arc(arc: Sequence[Sequence[int]], scale: Sequence[float], shift: Sequence[float]) -> Iterator[Point]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield (x * scale[0] + shift[0], y * scale[1] + shift[1])


def _country(shape: dict[str, object], arcs: Sequence[Sequence[Point]]) -> Country:
    polygons: list[list[list[int]]] = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]  # type: ignore[assignment,list-item]
    rings = [_ring(ring, arcs) for polygon in polygons for ring in polygon]
    boxes = [box_of(ring) for ring in rings]
    around = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    name = shape["properties"]["name"]  # type: ignore[index]
    return Country(name, str(shape.get("id", "")), rings, boxes, around)


def box_of(ring: Sequence[Point]) -> Box:
    """The box around an outline."""
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    return (min(lons), min(lats), max(lons), max(lats))


def _ring(numbers: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def mercator(latitude: float) -> float:
    """The height of a latitude on a Mercator map, in degrees of longitude at the equator."""
    bounded = max(min(latitude, 84.0), -84.0)
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(bounded) / 2)))
