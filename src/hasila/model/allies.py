"""Which sides act as one: members of a coalition, and forces of a country with an ally from abroad."""

from collections.abc import Mapping, Sequence
from datetime import date

# Whichever member flew, the codebook blames the coalition (docs/codebook.md, Actors): where some texts blame the
# coalition and others a member of it, they blame one side.
COALITIONS: Mapping[str, str] = {
    "us": "us_coalition",
    "uk": "us_coalition",
    "france": "us_coalition",
    "saudi": "saudi_coalition",
    "uae": "saudi_coalition",
}
# States and coalitions from abroad that fight, or fought, beside a force of the country. Only open alliances stand
# here: a force that is merely said to be somebody's tool is no ally.
_ALLIES: Mapping[str, Sequence[str]] = {
    "afghanistan_gov": ("nato", "us"),
    "iran_militias": ("iran",),
    "iraq_gov": ("us", "us_coalition"),
    "libya_gnu": ("turkey",),
    "libya_lna": ("russia", "uae"),
    "peshmerga": ("us", "us_coalition"),
    "sdf": ("us", "us_coalition"),
    "somalia_gov": ("us",),
    "syria_gov": ("iran", "russia"),
    "syria_opposition": ("turkey",),
    "yemen_gov": ("saudi_coalition",),
}
# The day from which it is another government, without that ally.
_UNTIL: Mapping[str, date] = {"syria_gov": date(2024, 12, 8)}


def are_allies(one: str, other: str) -> bool:
    """
    Whether one of two sides is, or was, openly the other's ally from abroad.

    >>> are_allies("russia", "syria_gov"), are_allies("isis", "syria_gov")
    (True, False)
    """
    return other in _ALLIES.get(one, ()) or one in _ALLIES.get(other, ())


def allies_of(side: str, day: date | None = None) -> tuple[str, ...]:
    """
    The allies from abroad of a force, on a day.

    >>> allies_of("syria_gov", date(2021, 5, 1)), allies_of("syria_gov", date(2025, 5, 1)), allies_of("israel")
    (('iran', 'russia'), (), ())
    """
    until = _UNTIL.get(side)
    if until is not None and day is not None and day >= until:
        return ()
    return tuple(_ALLIES.get(side, ()))
