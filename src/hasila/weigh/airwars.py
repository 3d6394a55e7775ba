"""Killed and injured as Airwars ranges them. Rule airwars/1.

Source: docs/conventions.md, Airwars. Civilians unless stated otherwise: the range of persons told to be civilians and of
those whose status is not told, together and apart; combatants apart. Vague words follow the practice measured on its
pages: "dozens" (عشرات) 12 to 24, "hundreds" 100 to 200, a bare plural at least 2; where a plural is all that is told
the range is 2 to 2, since no report bounds it otherwise.
"""

from collections.abc import Callable, Iterator, Sequence
from statistics import median_low

from hasila.link.origins import Statement
from hasila.model.claim import Claim
from hasila.weigh.counted import Figure, countable, figures, latest, vagueness

RULE = "airwars/1"
Bounds = tuple[int | None, int | None]
_VAGUE: dict[str, tuple[int, int]] = {
    "plural": (2, 2),
    "tens": (12, 24),
    "hundreds": (100, 200),
    "thousands": (1000, 2000),
}
NARROW = 0.6
SHARE = 0.34
OUTCOMES = ("killed", "injured")
_GROUPS: tuple[tuple[str, Callable[[Claim], bool]], ...] = (
    ("", lambda c: c.status != "combatant"),
    ("_civilian", lambda c: c.status == "civilian"),
    ("_unknown", lambda c: c.status == "unknown"),
    ("_combatant", lambda c: c.status == "combatant"),
)


def reckon(claim: Claim) -> tuple[int, int | None]:
    """The lowest and highest number that a claim stands for; "at least" and "more than" bound from below alone."""
    if (vague := _VAGUE.get(vagueness(claim))) is not None:
        return vague
    return claim.low if claim.low is not None else min(1, claim.high or 0), claim.high


def weigh(statements: Sequence[Statement]) -> tuple[dict[str, Bounds], list[str]]:
    """The ranges by outcome and group, and how they came about."""
    ranges: dict[str, Bounds] = {}
    why: list[str] = []
    for outcome in OUTCOMES:
        kept, aside = countable(statements, outcome)
        for group, (bounds, sentences) in _spans(kept):
            if bounds != (None, None) or not group:
                ranges[outcome + group] = bounds
                why += [f"{RULE} {outcome}{group}: {sentence}" for sentence in sentences]
        for name, kind in (("_children", "child"), ("_women", "woman")):
            bounds, sentences = span(_of_kind(statements, outcome, kind))
            if bounds != (None, None):
                ranges[outcome + name] = bounds
                why += [f"{RULE} {outcome}{name}: {sentence}" for sentence in sentences]
        why += [f"{RULE} {outcome}: {sentence}" for sentence in aside]
    return ranges, why


def _spans(kept: Sequence[Statement]) -> Iterator[tuple[str, tuple[Bounds, list[str]]]]:
    """Each group with its range; a group of the same claims as another one is not reckoned twice."""
    seen: list[tuple[list[Statement], tuple[Bounds, list[str]]]] = []
    for group, belongs in _GROUPS:
        members = [s for s in kept if belongs(s.claim)]
        found = next((found for others, found in seen if others == members), None) or span(members)
        seen.append((members, found))
        yield group, found


def span(statements: Sequence[Statement]) -> tuple[Bounds, list[str]]:
    """The lowest and highest figure over independent origins; vague figures yield to exact ones of any origin."""
    standing, why = latest(figures(statements, reckon))
    exact = [f for f in standing if not f.vague]
    if exact:
        why += [f"set aside: {f}, vague where others count" for f in standing if f.vague]
        standing = exact
    standing, mixed = narrowed(standing)
    why += [f"set aside: {f}, of a digest or a whole region, which may count other attacks with it" for f in mixed]
    standing, out_of_line = in_line(standing)
    why += [f"set aside: {f}, far from what the other origins count, and told by too few" for f in out_of_line]
    if not standing:
        return (None, None), why
    low = min(f.low for f in standing)
    high = max(_top(f) for f in standing)
    return (low, high), [f"{low} to {high} from {'; '.join(sorted(map(str, standing)))}", *why]


def narrowed(found: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """A wide figure stands where reports of this incident alone count about as many: from half to twice."""
    alone = [f.low for f in found if not f.wide]
    if not alone:
        return list(found), []
    low, high = min(alone) / 2, 2 * max(alone)
    return [f for f in found if not f.wide or low <= f.low <= high], [
        f for f in found if f.wide and not low <= f.low <= high
    ]


def in_line(found: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """
    The figures that make the range, and those set aside as told of a part of the incident or of more than it.

    With three origins or more, a figure of less than `NARROW` or more than 1 / `NARROW` times the median needs as many
    origins near it as `SHARE` of all.
    """
    if len(found) < 3:
        return list(found), []
    middle = median_low(f.low for f in found)
    kept: list[Figure] = []
    aside: list[Figure] = []
    for figure in found:
        fits = NARROW * middle <= figure.low <= middle / NARROW
        alike = sum(f.low == figure.low for f in found)
        (kept if fits or (alike > 1 and alike >= SHARE * len(found)) else aside).append(figure)
    return kept, aside


def _top(figure: Figure) -> int:
    """The highest number that is told: a figure bounded from below alone tells no more than its bound."""
    return figure.low if figure.high is None else figure.high


def _of_kind(statements: Sequence[Statement], outcome: str, kind: str) -> list[Statement]:
    """Claims, parts among them, of persons of one kind alone."""
    return [
        s for s in statements
        if s.claim.outcome == outcome and s.claim.kinds == (kind,) and s.claim.stance != "denied"
        and s.claim.scope == "incident" and s.claim.unit == "person"
    ]  # fmt: skip
