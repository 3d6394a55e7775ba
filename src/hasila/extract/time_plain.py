"""A plain date or period, with no preposition around it: the longest of the readings of days, months, years, units."""

from collections.abc import Callable

from hasila.extract.time_calendar import month, years
from hasila.extract.time_days import day
from hasila.extract.time_reader import Found, Reader
from hasila.extract.time_units import units

_BESIDE_NUMBERS = frozenset({"month", "unit", "which", "from"})


def _years(r: Reader, at: int, sure: bool) -> Found | None:
    return years(r, at)


def _units(r: Reader, at: int, sure: bool) -> Found | None:
    return units(r, at)


# The readings of a plain date or period, by the classes of the word that begins it.
_PLAIN: tuple[tuple[Callable[[Reader, int, bool], Found | None], frozenset[str]], ...] = (
    (
        day,
        frozenset(
            {"relative", "weekday", "unit:day", "unit:hour", "part", "adverb", "hours_of", "night", "last_night", "day"}
        )
        | frozenset({"ordinal", "month", "same_before"}),
    ),
    (month, frozenset({"month", "portion", "unit:month"})),
    (_years, frozenset({"unit:year", "portion", "season", "fraction"})),
    (_units, frozenset({"unit", "portion", "demonstrative", "same_before", "last_of"})),
)


def dated(r: Reader, at: int, sure: bool = False) -> Found | None:
    """The longest plain date or period that begins at a token."""
    classes = r.classes[at]
    found = [reading(r, at, sure) for reading, begins in _PLAIN if not begins.isdisjoint(classes)] if classes else []
    if not found:
        if not number_begins(r, at):
            return None
        found = [day(r, at, sure), years(r, at), units(r, at)]
    return max((f for f in found if f), key=lambda f: f[1], default=None)


def number_begins(r: Reader, at: int) -> bool:
    """Whether digits, or a number word, may begin a date: cheaply, since most numbers count something else."""
    token = r.text(at)
    if token[:1].isdigit():
        if not token.isdigit() or r.text(at + 1) in ("/", "-", "من") or len(token) == 4:
            return True
        return not r.classes[at + 1].isdisjoint(_BESIDE_NUMBERS) or r.text(at + 2) == "/"
    return token == "ال" or any("unit" in classes for classes in r.classes[at + 1 : at + 4])
