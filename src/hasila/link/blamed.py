"""Which sides an incident is blamed on: those that enough independent texts blame in words of their own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from hasila.link.units import Unit

# A side is listed where at least this share of the independent texts that blame anyone blame it.
LISTED = 0.25
# Whichever member flew, the codebook blames the coalition (docs/codebook.md, Actors): where some texts blame the
# coalition and others a member of it, they blame one side.
COALITIONS: Mapping[str, str] = {
    "us": "us_coalition",
    "uk": "us_coalition",
    "france": "us_coalition",
    "saudi": "saudi_coalition",
    "uae": "saudi_coalition",
}


def sides_blamed(units: Sequence[Unit]) -> tuple[tuple[str, ...], list[str]]:
    """
    The sides listed as blamed, and a sentence for every side that any text names: why it is listed or not.

    Texts are counted by family of copies. Blame that was carried over from another statement counts only where no text
    blames anyone in words of its own.
    """
    told, carried = _families((u, u.blamed - u.carried) for u in units), _families((u, u.carried) for u in units)
    counted = told or carried
    why = [f"{side}: counted as {whole}, of which it is a part" for side, whole in _merge(counted)]
    texts = len(set[str]().union(*counted.values()))
    listed = []
    for side, families in sorted(counted.items()):
        sentence = f"{side}: blamed in {len(families)} of {texts} independent texts that blame anyone"
        if len(families) >= LISTED * texts:
            listed.append(side)
        else:
            sentence += ", too few to be listed"
        why.append(sentence)
    why += [
        f"{side}: not listed, only blame carried over from another statement names it"
        for side in sorted(carried.keys() - counted.keys() - COALITIONS.keys())
    ]
    return tuple(listed), why


def _families(blaming: Iterable[tuple[Unit, frozenset[str]]]) -> dict[str, set[str]]:
    """The families of copies that blame each side."""
    out: defaultdict[str, set[str]] = defaultdict(set)
    for unit, sides in blaming:
        for side in sides:
            out[side].add(unit.family)
    return dict(out)


def _merge(counted: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Count members of a coalition that is blamed beside them as the coalition; which those are."""
    merged = [(side, whole) for side, whole in COALITIONS.items() if side in counted and whole in counted]
    for side, whole in merged:
        counted[whole] = counted[whole] | counted.pop(side)
    return merged
