"""Breakdowns: groups that are a part of another, or say who all of it are ("بينهم طفلان", "جميعهم مدنيون")."""

from hasila.extract.bond import Binding, Bond
from hasila.extract.clause_words import AMONG
from hasila.extract.counted import OF_THEM
from hasila.extract.group import Group
from hasila.extract.harms import Harm
from hasila.text.fold import folded_words

_SUBSET = folded_words(
    "أحدهما إحداهما أحدهن بينهم بينهن بينها منهم منهن منها ضمنهم معظمهم أغلبهم غالبيتهم أكثرهم بعضهم أحدهم"
    " إحداهن جلهم فيهم أغلبها معظمها معظمهن أغلبهن غالبيتها وبينهم ومنهم ومعظمهم وأغلبهم وبينها بينهما وبينهما"
)
_ALL_OF = folded_words("كلهم جميعهم كلها جميعها كلهن جميعهن وجميعهم وكلهم")
_INCLUDING = {"بما في ذلك", "بمن في ذلك"}
_LISTED = folded_words("هم وهم هما وهما هن وهن")


def breakdown_groups(binding: Binding, groups: list[Group], harms: list[Harm]) -> dict[int, int]:
    """Groups that break another down: first token of the group → token of the word that says so."""
    found: dict[int, int] = {}
    for at, group in enumerate(groups):
        start = groups[at - 1].last if at else binding.document.sentences[binding.document.sentence_of[group.first]][0]
        gap = binding.tokens[max(start, group.first - 5) : group.first]
        stop = max((h.last for h in harms if h.outcome != "none" and h.last <= group.first), default=0)
        marker = None
        for step, token in reversed(list(enumerate(gap, start=group.first - len(gap)))):
            if step < stop or (step == stop and token.text == "منهم"):
                # "فقتل منهم 11 مدنياً": of those told before, but a harm of its own.
                break
            including = step >= 2 and binding.document.text(step - 2, step + 1) in _INCLUDING
            listed = token.text in _LISTED and group.first - step == 1
            if token.text in _SUBSET or token.text in _ALL_OF or including or listed:
                marker = step
                break
        if (
            marker is None
            and at
            and group.first
            and binding.tokens[group.first - 1].text == "("
            and groups[at - 1].last == group.first - 1
            and group.number in ("said", "two")
        ):
            marker = group.first - 1
        if (
            marker is None
            and at
            and group.outcome is None
            and groups[at - 1].first in found
            and not any(groups[at - 1].last <= h.first < group.first for h in harms if h.outcome != "none")
        ):
            between = binding.gap(groups[at - 1].last, group.first)
            if (group.joined or between in (["،"], [","])) and len(between) <= 5:
                marker = found[groups[at - 1].first]
        if marker is None and at and _listed_behind(binding, groups[at - 1], group):
            marker = group.first - 1
        if marker is None and group.joined is False:
            marker = _of_the_dead(binding, group, groups, at)
        if marker is None:
            marker = _some_of_them(binding, group)
        if marker is not None and _tells_more(binding, group, marker):
            marker = None
        if marker is not None and (
            _bonded_before(binding, marker, _LABEL_REACH if _label(groups, marker) else 1)
            or any(
                (g.last <= marker or (g.first == marker and g.number == "said")) and g.first not in found
                for g in groups
            )
        ):
            found[group.first] = marker
    return found


def _listed_behind(binding: Binding, before: Group, group: Group) -> bool:
    """ "مقتل ثلاثة أشخاص: طفلان وامرأة": what a colon behind a number lists."""
    listed = binding.tokens[group.first - 1].text == ":" and before.last == group.first - 1
    return listed and before.number == "said" and 0 < (group.low or 0) < (before.low or 0)


def _some_of_them(binding: Binding, group: Group) -> int | None:
    """ "26 منهم في المخيم", no "قتل 26 منهم" and no "26 منهم قتلوا": the marker is the word behind the number."""
    if group.number != "said" or group.noun == group.first:
        return None
    end = group.noun or group.last
    marker = next((t for t in range(group.first + 1, end) if binding.tokens[t].text in OF_THEM), None)
    if marker is None or any(h.last == group.first or h.first == group.last for h in binding.harms):
        return None
    return marker


def _tells_more(binding: Binding, group: Group, marker: int) -> bool:
    """Whether a group after a breakdown begins something new: a verb of its own, or definite plurals again."""
    away = group.first - marker > 3
    verb = any(h.first == group.last and h.shape == "verb" and h.plural for h in binding.harms)
    return away and (verb or (group.definite and group.number == "many"))


# "The dead" are those told up to so many sentences before.
_LABEL_REACH = 3


def _label(groups: list[Group], marker: int) -> Group | None:
    """The dead or wounded of «بين القتلى», where they are the marker."""
    return next((g for g in groups if g.first == marker and g.outcome), None)


def _bonded_before(binding: Binding, marker: int, reach: int) -> bool:
    number = binding.document.sentence_of[marker]
    return any(number - reach <= b.sentence < number for b in binding.bonds)


def _of_the_dead(binding: Binding, group: Group, groups: list[Group], at: int) -> int | None:
    """ "من بين القتلى امرأة وطفل": the marker is "بين" with a definite outcome noun."""
    if at == 0:
        return None
    noun = groups[at - 1]
    dead = noun.outcome and noun.definite and noun.first > 0
    among = dead and group.first - noun.last <= 1 and binding.tokens[noun.first - 1].text in AMONG
    return noun.first if among else None


def bind_breakdowns(binding: Binding, number: int, groups: list[Group], subsets: dict[int, int]) -> None:
    """Bind the parts to their totals; "جميعهم مدنيون" says of the whole who they are."""
    for group in groups:
        marker = subsets.get(group.first)
        if marker is None:
            continue
        parent = _parent(binding, number, marker, _label(groups, marker))
        if parent is None and group.outcome and group.number == "said" and group.first not in binding.of:
            # «مجازر ضد العائلات، وصل منها 88 شهيداً»: of nobody who was counted.
            binding.add(number, group, group.outcome, None)
            continue
        if parent is None or (group.collective and group.number != "said"):
            continue
        word = binding.tokens[marker].text
        if word in _ALL_OF or word.lstrip("و") in _ALL_OF:
            parent.group = _of_status(parent.group, group)
            continue
        outcome = (
            group.outcome if parent.outcome == "casualty" and group.outcome in ("killed", "injured") else parent.outcome
        )
        bond = Bond(
            group,
            outcome,
            parent.harm,
            number,
            marker if 0 <= group.first - marker <= 3 and word != ":" else group.first,
            group.last,
            parent=parent,
            doer=parent.doer,
        )
        if any(k in word for k in ("معظم", "اغلب", "غالبي", "اكثر", "جل")) and group.number != "said":
            bond.majority = True
        bond.rules = [*group.rules, "rule.breakdown"]
        binding.bonds.append(bond)
        binding.of[group.first] = bond


def _parent(binding: Binding, number: int, marker: int, label: Group | None) -> Bond | None:
    """The total that a part belongs to; of «بين القتلى», `label`, the dead told last, be it some sentences before."""
    if label is not None:
        alike = [b for b in binding.bonds if b.parent is None and b.outcome == label.outcome and b.group.low]
        near = [b for b in alike if number - _LABEL_REACH <= b.sentence and b.group.first < marker]
        if near:
            return max(near, key=lambda b: b.group.first)
    mains = [b for b in binding.bonds if b.parent is None and b.group.first < marker and b.sentence >= number - 1]
    same = [b for b in mains if b.sentence == number]
    pool = same or mains
    return max(pool, key=lambda b: b.group.first, default=None)


def _of_status(parent: Group, group: Group) -> Group:
    """The whole with what is said of all of it: "جميعهم مدنيون"."""
    status = group.status if parent.status == "unknown" else parent.status
    return parent._replace(status=status, kinds=tuple(sorted({*parent.kinds, *group.kinds})))
