"""Tolls: a number that takes its outcome from a noun elsewhere ("ارتفع عدد القتلى إلى 30")."""

from hasila.extract.bond import Binding, like
from hasila.extract.group import Group
from hasila.pack.context import words
from hasila.text.peel import peelings

# A number is so near to the noun that it counts; where the toll rises "to" it, what is counted may be told at length.
_FAR, _AT_LENGTH = 14, 32


def bind_tolls(binding: Binding, number: int, groups: list[Group]) -> None:
    """ "ارتفع عدد القتلى إلى 30", "بلغت حصيلة الجرحى 12": the number takes the outcome of the noun before it."""
    for at, group in enumerate(groups):
        if at and group.first in binding.of and _is_counted(binding, groups[at - 1], group):
            bond = binding.of[group.first]
            bond.group = like(group, groups[at - 1])._replace(first=groups[at - 1].first)
            bond.first = groups[at - 1].first
            continue
        if group.first in binding.of or group.number != "said" or group.outcome or not (group.low or group.high):
            continue
        after = groups[at + 1] if at + 1 < len(groups) else None
        if after and after.outcome and after.number == "said" and binding.gap(group.last, after.first) == ["الي"]:
            # "من 13 إلى 18 شهيداً"
            binding.add(number, like(group, after), after.outcome, None)
            continue
        if after and _counts_next(binding, group, after):
            bond = binding.add(
                number,
                like(group, after)._replace(last=group.last),
                after.outcome or _outcome_after(binding, after) or "killed",
                None,
            )
            bond.last = after.last
            continue
        for noun in reversed(groups[:at]):
            if group.first - noun.last > _FAR and not _rises_to(binding, noun, group):
                break
            outcome = (
                _outcome_of(binding, noun) or _outcome_between(binding, noun, group) or _outcome_before(binding, noun)
            )
            if not outcome:
                continue
            start = max(binding.document.sentences[number][0], noun.first - 4)
            around = {t.text for t in binding.tokens[start : group.first]}
            bare = {p.bare for w in around for p in peelings(w)}
            named = noun.definite and noun.number == "many" and group.first - noun.last <= 1 and group.noun is not None
            if (around | bare) & words("toll") or named:
                bond = binding.add(number, group, outcome, None)
                bond.rules += [rule for rule in noun.rules if rule not in bond.rules]
                bond.first = noun.first if group.first - noun.first <= 8 else group.first
                if group.noun is None:
                    bond.group = like(group, noun)
                    binding.of[group.first] = bond
                break


def _rises_to(binding: Binding, noun: Group, group: Group) -> bool:
    """ "ارتفعت حصيلة ضحايا الغارات التي استهدفت أحياء كذا، إلى 16": what it counts may be told at length."""
    tokens = binding.tokens
    before = [t.text for t in tokens[max(0, noun.first - 3) : noun.first]]
    rises = sum(word in words("toll") for word in before) > 1
    return rises and group.first - noun.last <= _AT_LENGTH and tokens[group.first - 1].text == "الي"


def _is_counted(binding: Binding, noun: Group, group: Group) -> bool:
    """ "بلغ عدد قتلى مقاتلي التنظيم 1306 قتيل": the number's people are told before it, the side's name between."""
    told = noun.number == "many" and noun.status != "unknown" and group.status == "unknown" and group.number == "said"
    start = noun.first - 1
    counted = start >= 0 and binding.tokens[start].text in words("count")
    return told and counted and noun.outcome == group.outcome and group.first - noun.last <= 3


def _counts_next(binding: Binding, group: Group, noun: Group) -> bool:
    """ "ارتفع إلى 25 عدد المقاتلين الذين لقوا مصرعهم": the number before what it counts."""
    gap = binding.gap(group.last, noun.first)
    counts = len(gap) <= 2 and any(w in words("count") for w in gap)
    return counts and noun.number != "said" and bool(noun.outcome or _outcome_after(binding, noun))


def _outcome_of(binding: Binding, noun: Group) -> str | None:
    """What a noun says of its people; the victims of a massacre are its dead."""
    after = [t.text.removeprefix("ال") for t in binding.tokens[noun.last : noun.last + 1]]
    massacred = noun.outcome == "casualty" and any(w in words("massacre") for w in after)
    return "killed" if massacred else noun.outcome


def _outcome_after(binding: Binding, noun: Group) -> str | None:
    near = [h for h in binding.harms if noun.last <= h.first <= noun.last + 5 and h.outcome != "none"]
    return near[0].outcome if near else None


def _outcome_before(binding: Binding, noun: Group) -> str | None:
    """ "تصل حصيلة مقتل المسلحين إلى 150": the harm word whose victims the noun names."""
    if not (noun.definite and noun.number == "many"):
        return None
    harm = next((h for h in binding.harms if h.last == noun.first and h.shape == "noun" and h.outcome != "none"), None)
    counted = harm is not None and harm.first and binding.tokens[harm.first - 1].text in words("count")
    return harm.outcome if harm and counted else None


def _outcome_between(binding: Binding, noun: Group, group: Group) -> str | None:
    """ "عدد المسلحين الذين قتلهم الجيش إلى 22": the harm word in the relative clause of the noun."""
    if not (noun.definite and noun.number == "many"):
        return None
    between = [h for h in binding.harms if noun.last <= h.first < group.first and h.outcome != "none"]
    return between[0].outcome if between and between[0].first - noun.last <= 2 else None
