"""How far from its coordinates a place may be: what a map must draw instead of a point."""

import math

from hasila.link.told import REACH
from hasila.model.claim import Level

KM_A_DEGREE = 111.32
"""Kilometres of a degree of latitude, and of one of longitude at the equator."""


def on_grid(degrees: float, grid: float) -> float:
    """
    A coordinate on the nearest point of a grid of so many degrees.

    >>> on_grid(35.61512, 0.05), on_grid(-0.02, 0.05)
    (35.6, 0.0)
    """
    return round(round(degrees / grid) * grid, 6) + 0.0


def radius_km(level: Level, grid: float | None) -> float:
    """
    The radius, in kilometres, within which the harm lies: that of the level, and what rounding to a grid adds.

    >>> radius_km("village", None), radius_km("village", 0.05)
    (4.0, 8.0)
    """
    moved = grid / 2 * KM_A_DEGREE * math.sqrt(2) if grid else 0.0
    return math.ceil((REACH[level] + moved) * 10) / 10
