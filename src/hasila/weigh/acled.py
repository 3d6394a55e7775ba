"""Fatalities as ACLED counts them: one figure, the lowest until corroborated. Rule acled/2.

Source: docs/conventions.md, ACLED. All dead count, fighters and a suicide bomber too: a source that tells of civilians
alone is not compared where another tells of both. There is no column for the injured; no information, or only
"casualties", is 0. Vague words: a plural is 3, "hundreds" 100. Its codebook says 12 for "dozens", a copy of its questions
page 10 for "tens": عشرات is literally tens, so 10 is the setting here.
"""

from collections.abc import Sequence

from hasila.link.origins import Statement
from hasila.model.claim import Claim
from hasila.weigh.counted import Figure, countable, figures, latest, vagueness

RULE = "acled/2"
VAGUE: dict[str, int] = {"plural": 3, "tens": 10, "hundreds": 100, "thousands": 1000}


def reckon(claim: Claim) -> tuple[int, int | None]:
    """The single figure of a claim, twice: a vague word's setting, else its lower bound."""
    number = VAGUE.get(vagueness(claim), claim.low if claim.low is not None else 0)
    return number, number


def weigh(statements: Sequence[Statement]) -> tuple[dict[str, tuple[int | None, int | None]], list[str]]:
    """The single figure as a range of one, and how it came about."""
    kept, aside = countable(statements, "killed")
    standing, superseded = latest(figures(kept, reckon))
    exact = [f for f in standing if not f.vague] or standing
    if not exact:
        return {"killed": (0, 0)}, [f"{RULE} killed: 0, no report gives a number of dead", *aside]
    exact, partial = of_all(exact)
    aside += [f"set aside: {f}, of some of the dead where others count civilians and fighters" for f in partial]
    lowest = min(exact, key=lambda f: (f.low, f.report))
    why = [f"{RULE} killed: the lowest of {len(exact)} figures is {lowest}"]
    return {"killed": (lowest.low, lowest.low)}, why + [f"{RULE} killed: {s}" for s in superseded + aside]


def of_all(found: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """The figures to compare, and those of civilians or fighters alone where other origins count both."""
    both = {"civilian", "combatant"}
    if not any(both <= f.groups for f in found):
        return list(found), []
    partial = [f for f in found if len(f.groups & both) == 1 and f.groups <= both]
    return [f for f in found if f not in partial], partial
