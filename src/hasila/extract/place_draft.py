"""A place phrase while it is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hasila.extract.place_mention import Role


@dataclass(slots=True)
class Draft:
    """A phrase while it is read: `at` is the next token."""

    at: int
    descriptor: str | None = None
    role: Role = "place"
    plural: bool = False
    definite: bool = False
    offset: str | None = None
    directions: list[str] = field(default_factory=list)
    country: str | None = None
    rules: list[str] = field(default_factory=list)


def direction_of(directions: Sequence[str]) -> str | None:
    """
    North before east, as the wind rose has it; none where they take each other back.

    >>> direction_of(["west", "north"]), direction_of(["north", "south"])
    ('north-west', None)
    """
    if not directions:
        return None
    upright = {d for d in directions if d in ("north", "south")}
    across = {d for d in directions if d in ("east", "west")}
    if len(upright) > 1 or len(across) > 1:
        return None
    return "-".join([*upright, *across]) or ("middle" if "middle" in directions else None)
