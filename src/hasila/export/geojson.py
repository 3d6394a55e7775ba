"""
GeoJSON (RFC 7946): each claim or incident as the area in which it lies, never as a point that nobody reported.

An area is a ring of points around a circle that holds the whole of it: the radius is that of the level (a village, a
province) and of the profile's rounding. Rows without a place, or told by the country alone, are dropped, by name.
"""

import json
import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from hasila.export.columns import columns_of
from hasila.export.loss import Losses
from hasila.export.precision import KM_A_DEGREE
from hasila.export.records import Row

CORNERS = 32
_LAST_LATITUDE = 89.9


def geojson_lines(
    rows: Iterable[Row], grid: float | None, losses: Losses, about: Callable[[], dict[str, Any]]
) -> Iterator[str]:
    """
    A FeatureCollection, a feature a line. `about` is asked when all rows are through: it stands as a foreign member
    ("hasila", RFC 7946 section 6.1) at the end.
    """
    yield '{"type": "FeatureCollection", "features": [\n'
    between = ""
    for row in rows:
        feature = _feature(row, grid, losses)
        if feature is not None:
            yield between + json.dumps(feature, ensure_ascii=False, allow_nan=False)
            between = ",\n"
    yield f'\n], "hasila": {json.dumps(about(), ensure_ascii=False)}}}\n'


def _feature(row: Row, grid: float | None, losses: Losses) -> dict[str, Any] | None:
    properties = columns_of(row, grid, losses)
    lat, lon, level, radius = (properties[key] for key in ("lat", "lon", "level", "radius_km"))
    if not isinstance(lat, float) or not isinstance(lon, float) or not isinstance(radius, float):
        losses.note("dropped", "place", _why_not(properties["place"], lat), row.id)
        return None
    if level == "country":
        losses.note("dropped", "place", "the place is told by its country alone: no area to draw", row.id)
        return None
    if not (-_LAST_LATITUDE < lat < _LAST_LATITUDE and -180 <= lon <= 180):
        losses.note("dropped", "place", "the coordinates are none of this earth's inhabited parts", row.id)
        return None
    return {"type": "Feature", "id": row.id, "geometry": area(lat, lon, radius), "properties": properties}


def _why_not(place: Any, lat: Any) -> str:
    if place is None:
        return "no place is told"
    return "the place is unknown to the gazetteer" if lat is None else "how precisely the place is told is unknown"


def area(lat: float, lon: float, radius_km: float) -> dict[str, Any]:
    """
    A polygon that holds the circle of this radius: counter-clockwise, closed, longitude first.

    At the 180th meridian it is cut off, not carried over to the other side.

    >>> ring = area(35.0, 36.0, 8.0)["coordinates"][0]
    >>> len(ring), ring[0] == ring[-1]
    (33, True)
    """
    reach = radius_km / math.cos(math.pi / CORNERS) / KM_A_DEGREE  # the sides, not the corners, touch the circle
    ring = []
    for corner in range(CORNERS):
        angle = 2 * math.pi * corner / CORNERS
        y = max(-_LAST_LATITUDE, min(_LAST_LATITUDE, lat + reach * math.sin(angle)))
        # A degree of longitude is shortest at the end nearest to the pole: there the area must still be wide enough.
        narrowest = math.cos(math.radians(min(abs(lat) + reach, _LAST_LATITUDE)))
        x = max(-180.0, min(180.0, lon + reach * math.cos(angle) / narrowest))
        ring.append([round(x, 5), round(y, 5)])
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
