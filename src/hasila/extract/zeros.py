"""Claims that nobody was hurt: "دون وقوع إصابات", "لم يسفر القصف عن ضحايا"."""

from collections.abc import Sequence

from hasila.extract.bond import Bond
from hasila.extract.group import Group
from hasila.extract.mentions import Mentions
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

_LED_TO = {
    fold_word(w)
    for w in "يسفر تسفر يتسبب تتسبب يؤد تؤد يؤدي تؤدي يوقع توقع يخلف تخلف ينجم تنجم ينتج تسجل تقع يقع توجد يوجد".split()
}
# How far behind "لم يسفر" the noun of the outcome may stand.
_REACH = 16


def with_zeros(document: Document, bonds: Sequence[Bond], mentions: Mentions) -> list[Bond]:
    """The bonds, with those that a negation covers set to nobody and those that only a negation tells added."""
    found = list(bonds)
    spans = [(h.first, h.last) for h in mentions.hedges if h.reads == "zero"] + _led_to_nobody(
        document, mentions.groups
    )
    for first, last in spans:
        covered = [b for b in found if first <= b.group.first < last or first <= b.first < last]
        for bond in covered:
            if not bond.zero:
                _empty(bond, first)
        if not covered:
            number = document.sentence_of[first]
            group = next((g for g in mentions.groups if first <= g.first < last and g.outcome), None) or _nobody(
                first, last
            )
            bond = Bond(group, group.outcome or "casualty", None, number, first, max(last, group.last))
            _empty(bond, first)
            found.append(bond)
    return sorted(found, key=lambda b: b.group.first)


def _empty(bond: Bond, first: int) -> None:
    bond.group = bond.group._replace(low=0, high=0, approx=False, explicit=True, number="said")
    bond.outcome = (
        bond.outcome if bond.outcome in ("killed", "injured") and bond.group.outcome != "casualty" else "casualty"
    )
    bond.first, bond.zero = min(first, bond.first), True
    bond.rules = [*bond.rules, "rule.nobody"]


def _led_to_nobody(document: Document, groups: Sequence[Group]) -> list[tuple[int, int]]:
    """ "لم يسفر القصف على الحي عن خسائر بشرية": from the negation to the noun of the outcome."""
    spans: list[tuple[int, int]] = []
    tokens = document.tokens
    for at in range(len(tokens) - 2):
        if tokens[at].text not in ("لم", "ولم", "لا", "ولا") or tokens[at + 1].text not in _LED_TO:
            continue
        nouns = [
            g
            for g in groups
            if at + 2 <= g.first <= at + _REACH and g.outcome and g.number != "said" and not g.definite
        ]
        if nouns and document.sentence_of[nouns[0].first] == document.sentence_of[at]:
            spans.append((at, nouns[0].last))
    return spans


def _nobody(first: int, last: int) -> Group:
    return Group(
        first=first, last=last, noun=None, low=0, high=0, approx=False, number="said", status="unknown", kinds=(), unit="person", outcome=None,
        both=False, others=False, definite=False, joined=False, prefix="", collective=False, explicit=True, rules=(),
    )  # fmt: skip
