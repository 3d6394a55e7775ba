"""Which people suffered what: binds the person groups of a document to its harm words, one sentence at a time."""

from collections.abc import Sequence

from hasila.extract.bond import Binding, Bond
from hasila.extract.breakdowns import bind_breakdowns, breakdown_groups
from hasila.extract.group import Group
from hasila.extract.harms import Harm
from hasila.extract.outcome_nouns import among_the_dead, by_themselves
from hasila.extract.predicates import bind_harm, one_harm, one_number
from hasila.extract.tolls import bind_tolls
from hasila.text.tokens import Document


class Binder:
    """Binds the groups and harm words of one document; `doers` are the token spans of sides that may have done harm."""

    def __init__(
        self, document: Document, groups: Sequence[Group], harms: Sequence[Harm], doers: Sequence[tuple[int, int]]
    ) -> None:
        self._binding = Binding(document, groups, harms, doers)

    def bind(self) -> list[Bond]:
        """All bonds, in the order of the text."""
        binding = self._binding
        for number, (first, last) in enumerate(binding.document.sentences):
            groups = [g for g in binding.groups if first <= g.first < last]
            harms = [h for h in binding.harms if first <= h.first < last]
            if groups:
                _sentence(binding, number, groups, harms)
        _dead_or_hurt(binding.bonds)
        return sorted(binding.bonds, key=lambda b: (b.group.first, b.outcome))


def _sentence(binding: Binding, number: int, groups: list[Group], harms: list[Harm]) -> None:
    """Harm words, then what says its outcome by itself, then tolls; breakdowns last, for they need their totals."""
    parts = breakdown_groups(binding, groups, harms)
    mains = [g for g in groups if g.first not in parts]
    _harms(binding, number, harms, mains)
    among_the_dead(binding, number, mains)
    by_themselves(binding, number, mains)
    bind_tolls(binding, number, mains)
    bind_breakdowns(binding, number, groups, parts)


def _harms(binding: Binding, number: int, harms: list[Harm], groups: list[Group]) -> None:
    """Each harm word takes its victims before the next one; two over one number are one ("مقتل وإصابة 12")."""
    end = binding.document.sentences[number][1]
    skip: set[int] = set()
    for at, harm in enumerate(harms):
        if at in skip:
            continue
        following = [h for h in harms[at + 1 :] if h.outcome != "none"]
        outcome = harm.outcome
        if at + 1 < len(harms) and one_number(binding, harm, harms[at + 1]):
            outcome, harm = "casualty", one_harm(harm, harms[at + 1])
            skip.add(at + 1)
            following = following[1:]
        bind_harm(binding, number, harm, outcome, groups, following[0].first if following else end)


def _dead_or_hurt(bonds: Sequence[Bond]) -> None:
    """ضحايا are the dead where the wounded are told separately beside them (codebook, Outcomes)."""
    hurt = {b.sentence for b in bonds if b.outcome == "injured" and b.parent is None}
    for bond in bonds:
        whole = bond.outcome == "casualty" and not bond.zero and bond.parent is None
        if whole and "ar.people.casualty.dahiya" in bond.rules and bond.sentence in hurt:
            bond.outcome = "killed"
            for part in bonds:
                if part.parent is bond and part.outcome == "casualty":
                    part.outcome = "killed"
