"""A bond: a group, what it suffered and the words that hold both; and the bonds of one document in the making."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hasila.extract.group import Group
from hasila.extract.harms import Harm
from hasila.text.tokens import Document

# Outcomes of people in somebody's hands: their own word tells cause and side, and neither is carried to them.
IN_HANDS = frozenset({"detained", "abducted", "released", "evacuated", "surrendered", "abused"})
# Outcomes of people whom an attack hits, counted as its toll; the missing are told beside them.
HIT = frozenset({"killed", "injured", "casualty"})
HIT_OR_MISSING = HIT | {"missing"}


_OPENS = frozenset("-–—(")
_CLOSES = {"-": "-–", "–": "-–", "—": "—", "(": ")"}


@dataclass(slots=True)
class Bond:
    """
    A group with its outcome.

    `parent`: the bond that it breaks down. `doer`: the group that did it ("قتل مسلحون جندياً").
    """

    group: Group
    outcome: str
    harm: Harm | None
    sentence: int
    first: int
    last: int
    parent: "Bond | None" = None
    doer: Group | None = None
    zero: bool = False
    majority: bool = False
    rules: list[str] = field(default_factory=list)


class Binding:
    """
    The groups, harm words and doers of one document, and the bonds made so far.

    `of` finds a bond by the first token of its group.
    """

    def __init__(
        self, document: Document, groups: Sequence[Group], harms: Sequence[Harm], doers: Sequence[tuple[int, int]]
    ) -> None:
        self.document, self.tokens = document, document.tokens
        # "69 إصابة": a harm word that a number counts is a noun like قتيل, no predicate.
        counted = {at for g in groups if g.outcome for at in range(g.first, g.last)}
        self.groups, self.harms, self.doers = groups, [h for h in harms if h.first not in counted], doers
        self.bonds: list[Bond] = []
        self.of: dict[int, Bond] = {}

    def gap(self, first: int, last: int) -> list[str]:
        """The folded words between two tokens; what stands there between dashes or in parentheses says something else."""
        words = [t.text for t in self.tokens[first:last]]
        opening = next((at for at, word in enumerate(words) if word in _OPENS), None)
        if opening is None:
            return words
        close = next((at for at in range(opening + 2, len(words)) if words[at] in _CLOSES[words[opening]]), None)
        return words if close is None else words[:opening] + words[close + 1 :]

    def doer_between(self, first: int, last: int) -> bool:
        """Whether a side that may have done it stands between two tokens."""
        return any(first <= a and b <= last for a, b in self.doers)

    def keep(self, bond: Bond) -> None:
        """Remember a bond."""
        self.bonds.append(bond)
        self.of[bond.group.first] = bond

    def add(self, number: int, group: Group, outcome: str, harm: Harm | None, doer: Group | None = None) -> Bond:
        """Bind a group to an outcome by a harm word, or by the group's own noun."""
        inner = (
            group.outcome
            if group.outcome == "casualty" and outcome in ("killed", "injured") and group.both
            else outcome
        )
        if outcome == "detained" and group.outcome == "abducted":
            inner = "abducted"
        near = harm is not None and abs(harm.first - group.first) <= 4
        first = min(group.first, harm.first) if harm and near else group.first
        last = max(group.last, harm.last) if harm and near else group.last
        bond = Bond(group, inner, harm, number, first, last, doer=doer)
        bond.rules = [*(group.rules), *([harm.row] if harm else [])]
        self.keep(bond)
        return bond


def like(group: Group, noun: Group) -> Group:
    """A bare number with the status and kinds of the noun that it counts elsewhere in the sentence."""
    return group._replace(status=noun.status, kinds=noun.kinds, rules=(*noun.rules,))
