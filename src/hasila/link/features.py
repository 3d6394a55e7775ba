"""What speaks for and against two tellings being of one event: each feature names a level, the table its weight."""

import math
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from hasila.link.told import Toll
from hasila.link.units import Unit
from hasila.link.weights import Weights
from hasila.link.wording import alike

Feature = Callable[[Unit, Unit], str]
# Causes that reports of one event often take for one another.
_KIN = (
    frozenset(("air_strike", "drone_strike", "shelling", "explosive", "suicide_bomb", "chemical")),
    frozenset(("attack", "clash", "execution", "abduction", "arrest", "crackdown", "other")),
)
_KIN_OF = {cause: kin for kin, causes in enumerate(_KIN) for cause in causes}
_DEGREES = (0.02, 0.04, 0.07, 0.11, 0.16, 0.25, 0.40)
_LIKENESS = ("below_2", "from_2", "from_4", "from_7", "from_11", "from_16", "from_25", "from_40")  # between the degrees


@dataclass(frozen=True, slots=True)
class Finding:
    """What one feature found in a pair: its level, the weight of that level, and a sentence that says so."""

    feature: str
    level: str
    score: float
    says: str


def day(a: Unit, b: Unit) -> str:
    """The days told, where at least one report tells one; how far apart in whole days."""
    if a.first is None or a.last is None or b.first is None or b.last is None or not (a.told or b.told):
        return "unknown"
    gap = max(0, a.first - b.last, b.first - a.last)
    if gap == 0:
        return "same" if a.told and b.told else "same_by_publication"
    return "next" if gap == 1 else "near" if gap <= 3 else "far"


def published(a: Unit, b: Unit) -> str:
    """How far apart in whole days the two were published."""
    if a.published is None or b.published is None or a.report == b.report:
        return "unknown"
    gap = abs(a.published - b.published)
    return "same" if gap == 0 else "next" if gap == 1 else "near" if gap <= 3 else "far"


def place(a: Unit, b: Unit) -> str:
    """The distance of the places against how precisely they are told, and whether each names the place of the other."""
    if a.place is None or b.place is None or a.place.lat is None or b.place.lat is None:
        return "same" if a.place and b.place and a.place_stems == b.place_stems else _named(a, b)
    if a.fine and b.fine:
        away = 0.0 if a.place.row == b.place.row else _km(a, b)
        if away <= 12:
            return "same" if away <= 3 else "close"
    elif _km(a, b) <= a.reach + b.reach:
        return "inside_named" if _named(a, b) == "named" else "inside"
    return "far_but_named" if _named(a, b) == "named" else "elsewhere"


def _named(a: Unit, b: Unit) -> str:
    """Whether one names the place of the other; if not, whether it names another or none at all."""
    mine, theirs = a.place_name, b.place_name
    if (mine and mine <= b.stems) or (theirs and theirs <= a.stems):
        return "named"
    if not mine and not theirs:
        return "unknown"
    return "names_another" if (b.places or not mine) and (a.places or not theirs) else "names_none"


def mentions(a: Unit, b: Unit) -> str:
    """Names of places in common, whatever was read as the place of the event."""
    if not a.places or not b.places or a.report == b.report:
        return "unknown"
    return _LIKENESS[bisect_right(_DEGREES, alike(a.places, b.places))]


def cause(a: Unit, b: Unit) -> str:
    """The means of harm."""
    if "unknown" in (a.cause, b.cause):
        return "unknown"
    if a.cause == b.cause:
        return "same"
    return "kin" if a.cause in _KIN_OF and _KIN_OF[a.cause] == _KIN_OF.get(b.cause) else "differ"


def blame(a: Unit, b: Unit) -> str:
    """The sides blamed."""
    if not a.blamed or not b.blamed:
        return "unknown"
    return "same" if a.blamed == b.blamed else "shared" if a.blamed & b.blamed else "differ"


def killed(a: Unit, b: Unit) -> str:
    """The counts of the dead."""
    return _tolls(a.killed, b.killed)


def injured(a: Unit, b: Unit) -> str:
    """The counts of the wounded."""
    return _tolls(a.injured, b.injured)


def names(a: Unit, b: Unit) -> str:
    """The named victims."""
    if not a.names or not b.names:
        return "unknown"
    return "shared" if a.names & b.names else "differ"


def wording(a: Unit, b: Unit) -> str:
    """Rare words in common. Two tellings in one report share its words whatever they tell."""
    if a.report == b.report:
        return "unknown"
    return _LIKENESS[bisect_right(_DEGREES, alike(a.words, b.words))]


def copy(a: Unit, b: Unit) -> str:
    """Whether both stand in copies of one text."""
    return "one_text" if a.family == b.family and a.report != b.report else "unknown"


def report(a: Unit, b: Unit) -> str:
    """Whether one report tells both: it seldom tells one event twice."""
    return "one" if a.report == b.report else "unknown"


FEATURES: tuple[tuple[str, Feature], ...] = (
    ("day", day), ("published", published), ("place", place), ("mentions", mentions), ("cause", cause),
    ("blame", blame),
    ("killed", killed), ("injured", injured), ("names", names), ("wording", wording), ("copy", copy),
    ("report", report),
)  # fmt: skip


def levels(a: Unit, b: Unit) -> tuple[str, ...]:
    """The level that each feature finds, in the order of `FEATURES`."""
    return tuple(feature(a, b) for _, feature in FEATURES)


def score(a: Unit, b: Unit, weights: Weights) -> float:
    """How much speaks for one event (above 0) or two (below 0): the sum of the weights, in natural log odds."""
    return scorer(weights)(a, b)


def scorer(weights: Weights) -> Callable[[Unit, Unit], float]:
    """What scores many pairs with one table."""
    rows = [(feature, weights.weight[name].get) for name, feature in FEATURES]
    prior = weights.prior

    def scored(a: Unit, b: Unit) -> float:
        total = prior
        for feature, weight in rows:
            total += weight(feature(a, b), 0.0)
        return total

    return scored


def findings(a: Unit, b: Unit, weights: Weights) -> list[Finding]:
    """What was found in a pair, the weightiest first; features that know nothing are left out."""
    out = [
        Finding(name, level, weights.of(name, level), weights.says(name, level))
        for (name, _), level in zip(FEATURES, levels(a, b), strict=True)
        if level != "unknown"
    ]
    return sorted(out, key=lambda f: (-abs(f.score), f.feature))


def _tolls(a: Toll | None, b: Toll | None) -> str:
    if a is None or b is None:
        return "unknown"
    if a == b:
        return "same"
    if a[0] <= (b[1] if b[1] is not None else a[0]) and b[0] <= (a[1] if a[1] is not None else b[0]):
        return "compatible"
    low, high = sorted((a[0], b[0]))
    return "updated" if high - low <= 2 or high <= 2 * low else "contradict"


def _km(a: Unit, b: Unit) -> float:
    """Kilometres between two points (equirectangular: exact to a few metres at the distances that matter here)."""
    assert a.place and b.place
    north = (a.place.lat or 0.0) - (b.place.lat or 0.0)
    east = ((a.place.lon or 0.0) - (b.place.lon or 0.0)) * math.cos(math.radians(a.place.lat or 0.0))
    return 111.2 * math.hypot(north, east)
