"""Groups whose noun is the outcome itself: "12 قتيلاً وجريحاً", "جثث ثلاثة أطفال", "امرأة بين المصابين"."""

from hasila.extract.bond import Binding
from hasila.extract.clause_words import AMONG
from hasila.extract.group import Group
from hasila.pack.context import words

# A noun with one of these before it is no victim here ("للجرحى", "بقتلى").
_ATTACHED = ("ب", "ل", "ك", "ول", "وب", "ولل")


def among_the_dead(binding: Binding, number: int, groups: list[Group]) -> None:
    """ "امرأة وطفل بين المصابين": the groups before are a part of those whom the noun names."""
    for at, noun in enumerate(groups):
        if (
            not (noun.outcome and noun.definite and noun.number == "many")
            or binding.tokens[noun.first - 1].text not in AMONG
        ):
            continue
        start = noun.first - (2 if binding.tokens[noun.first - 2].text == "من" else 1)
        chain: list[Group] = []
        for group in reversed(groups[:at]):
            end = chain[-1].first if chain else start
            if (
                group.first in binding.of
                or group.outcome
                or not 0 <= end - group.last <= 1
                or (chain and not chain[-1].joined)
            ):
                break
            chain.append(group)
        parent = next((b for b in reversed(binding.bonds) if b.outcome == noun.outcome and b.parent is None), None)
        for group in reversed(chain):
            bond = binding.add(number, group, noun.outcome, None)
            bond.parent, bond.last = parent, noun.last


def by_themselves(binding: Binding, number: int, groups: list[Group]) -> None:
    """Groups that no harm word took: "12 قتيلاً", "قتيلان", and those joined to them."""
    previous: Group | None = None
    for group in groups:
        if group.outcome and group.first not in binding.of and group.prefix not in _ATTACHED:
            _with_own_outcome(binding, number, group, group.outcome, previous)
        elif previous and previous.outcome and _continues(binding, previous, group):
            binding.add(number, group, previous.outcome, None)
        previous = group


def _with_own_outcome(binding: Binding, number: int, group: Group, outcome: str, previous: Group | None) -> None:
    """Bind a group to what its noun says, if it has a number or stands beside one that is bound."""
    adjoining = previous is not None and group.joined and group.first - previous.last <= 1
    bound = previous is not None and previous.first in binding.of
    # «15 جريحاً من المسعفين والنازحين»: a kind of those told, no people of their own.
    kind = group.definite and outcome in ("displaced", "detained")
    beside = adjoining and bound and group.number in ("many", "one") and not kind
    headline = group.first == binding.document.sentences[number][0] and group.number == "many"
    some = (group.number == "two" or headline) and not group.definite
    some = some or _arrived(binding, group)
    if not (group.number == "said" or some or beside):
        return
    binding.add(number, group, outcome, None)
    # "4 أطفال و3 نساء مفقودين": what is said of the last holds for those joined before it.
    if group.number == "said" and previous and adjoining and not bound and previous.number == "said":
        binding.add(number, previous, outcome, None)


def _arrived(binding: Binding, group: Group) -> bool:
    """ "وصول الشهيد فلان إلى المستشفى", "الشهيدتان هما": the dead by name, right behind their arrival or before "هما"."""
    before = binding.tokens[group.first - 1].text if group.first else ""
    after = binding.tokens[group.last].text if group.last < len(binding.tokens) else ""
    named = group.outcome == "killed" and group.definite and group.number in ("one", "two")
    return bool(named) and bool({before, before[1:]} & words("arrival") or (group.number == "two" and after == "هما"))


def _continues(binding: Binding, previous: Group, group: Group) -> bool:
    """ "جثث ثلاثة أطفال وامرأتين": the noun of the outcome leads a list."""
    leads = previous.noun == previous.first and previous.first in binding.of
    adjoining = group.joined and group.first == previous.last
    return leads and adjoining and group.number in ("said", "two") and group.first not in binding.of
