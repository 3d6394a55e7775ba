"""Which claims of an incident a rule may count, and what is set aside and why. Shared by the conventions."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from hasila.link.origins import Statement
from hasila.model.claim import Claim
from hasila.text.fold import fold

Vagueness = Literal["exact", "bound", "plural", "tens", "hundreds", "thousands"]
_ROUND: dict[int, tuple[str, Vagueness]] = {
    10: ("عشرات", "tens"),
    100: ("ميات", "hundreds"),
    1000: ("الاف", "thousands"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """
    What one origin says in one report: its disjoint groups taken together; None where it gives no bound.

    `wide` where it may count other attacks with this one: in a digest, or of a whole region. `groups` are the statuses
    of those whom it counts.
    """

    origin: str
    report: str
    published: int
    low: int
    high: int | None
    vague: bool
    wide: bool
    claims: tuple[int, ...]
    groups: frozenset[str] = frozenset()

    def __str__(self) -> str:
        upper = "or more" if self.high is None else f"to {self.high}" if self.high != self.low else ""
        return f"{self.low} {upper}".strip() + f" ({self.origin}, {self.report})"


Reckon = Callable[[Claim], tuple[int, int | None]]  # what a convention makes of a claim's number


def vagueness(claim: Claim) -> Vagueness:
    """
    How vaguely a claim counts. The codebook gives "tens" and "at least ten" one form: the quoted words tell them apart.
    """
    if claim.low is None and claim.high is None:
        return "plural"
    if claim.high is None and claim.low in _ROUND:
        word, kind = _ROUND[claim.low]
        if word in fold(claim.quote.text).text:
            return kind
    return "exact" if claim.low == claim.high else "bound"


def countable(statements: Iterable[Statement], outcome: str) -> tuple[list[Statement], list[str]]:
    """
    The affirmed wholes of one outcome that count persons, and why the others are set aside.

    A part whose whole is not of this incident, such as one attack's dead in a day's total, counts here.
    """
    kept, aside = [], []
    statements = list(statements)
    here = {(s.report, s.index) for s in statements}
    for s in statements:
        claim = s.claim
        if claim.outcome != outcome or claim.scope != "incident":
            continue
        if claim.stance == "denied":
            aside.append(f"set aside: denied ({s.origin.key}, {s.report})")
        elif claim.part_of is not None and (s.report, claim.part_of) in here:
            aside.append(f"set aside: a part of another claim («{claim.quote.text}», {s.report})")
        elif claim.unit == "family":
            aside.append(f"set aside: families, not persons («{claim.quote.text}», {s.report})")
        else:
            kept.append(s)
    return kept, aside


def figures(statements: Sequence[Statement], reckon: Reckon) -> list[Figure]:
    """
    One figure for each origin in each report.

    Groups told apart by kind or status (a woman, two children; soldiers, civilians) are disjoint: taken together.
    A claim without a kind is a whole: it is not added to the kinds, the greater stands.
    """
    told: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        told[s.report, s.origin.key].append(s)
    return [_figure(members, reckon) for _, members in sorted(told.items())]


def _figure(members: Sequence[Statement], reckon: Reckon) -> Figure:
    counted = [(s, vagueness(s.claim)) for s in members]
    if any(kind != "plural" for _, kind in counted):
        counted = [(s, kind) for s, kind in counted if kind != "plural"]
    told = [_Told(s, *reckon(s.claim), kind) for s, kind in counted]
    chosen: list[_Told] = []
    for fighters in (False, True):
        chosen += _disjoint([t for t in told if (t.said.claim.status == "combatant") == fighters])
    first = members[0]
    return Figure(
        origin=first.origin.key,
        report=first.report,
        published=first.published or 0,
        low=sum(t.low for t in chosen),
        high=None if any(t.high is None for t in chosen) else sum(t.high or 0 for t in chosen),
        wide=any(t.said.wide for t in chosen),
        vague=any(t.kind not in ("exact", "bound") for t in chosen),
        claims=tuple(t.said.index for t in chosen),
        groups=frozenset(t.said.claim.status for t in chosen),
    )


class _Told(NamedTuple):
    """A statement with what a convention makes of its number."""

    said: Statement
    low: int
    high: int | None
    kind: Vagueness


def _disjoint(told: list[_Told]) -> list[_Told]:
    """The whole, or the kinds taken together, whichever is greater; kinds that overlap (women, old women) are one."""
    if len(told) < 2:
        return told
    whole: list[_Told] = []
    parts: list[_Told] = []
    for t in sorted(told, key=lambda t: (-t.low, t.said.index)):
        kinds = t.said.claim.kinds
        chosen = parts if kinds else whole
        if all(kinds and not set(kinds) & set(kept.said.claim.kinds) for kept in chosen):
            chosen.append(t)
    return whole if sum(t.low for t in whole) >= sum(t.low for t in parts) else parts


def latest(found: Sequence[Figure]) -> tuple[list[Figure], list[str]]:
    """
    One figure for each origin: a later, higher one supersedes an earlier one; a vague one yields to an exact one.
    """
    kept: dict[str, Figure] = {}
    aside = []
    for figure in sorted(found, key=lambda f: (f.published, f.report)):
        had = kept.get(figure.origin)
        if had is None or (had.vague and not figure.vague) or (had.vague == figure.vague and figure.low > had.low):
            kept[figure.origin] = figure
            if had:
                aside.append(f"superseded: {had} by {figure}")
        else:
            aside.append(f"set aside: {figure}, its origin already stands with {had}")
    return list(kept.values()), aside
