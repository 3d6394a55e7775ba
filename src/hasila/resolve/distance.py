"""Distances on the globe."""

import math

EARTH_RADIUS_KM = 6371.0


def km_between(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """
    Great-circle distance in kilometres between two points in degrees.

    >>> round(km_between(36.2, 37.16, 35.93, 36.63))
    56
    """
    a, b = math.radians(lat), math.radians(other_lat)
    east = math.radians(other_lon - lon)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
