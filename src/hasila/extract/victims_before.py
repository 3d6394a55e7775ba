"""Who stands before a verb: "إن 12 مدنياً قتلوا"."""

from hasila.extract.bond import Binding
from hasila.extract.clause_words import BREAKS, CLAUSE_OPENERS
from hasila.extract.group import Group
from hasila.extract.harms import Harm
from hasila.text.fold import folded_words

_RELATIVE_PRONOUNS = folded_words("الذين الذي التي")
_AMONG_THEM = folded_words("بينهم بينهن بينها منهم منهن ضمنهم")
_RELATIVE = _RELATIVE_PRONOUNS | {"ما"}


def subject_before(binding: Binding, harm: Harm, groups: list[Group]) -> Group | None:
    """The group before a verb that is its subject: "إن 12 مدنياً قتلوا"."""
    candidates = [g for g in groups if g.last <= harm.first and g.first not in binding.of and not in_name(binding, g)]
    while len(candidates) > 1 and _tells_of(binding, candidates[-2], candidates[-1]):
        candidates.pop()
    if not candidates:
        return None
    group = candidates[-1]
    if harm.prefix and group.first and binding.tokens[group.first - 1].text.startswith("ب"):
        # «برصاص قناص وتوفي»: the means of what went before, not who died.
        return None
    if harm.prefix and not harm.plural and harm.outcome in ("detained", "abducted"):
        # «اعتدت على زوجته واعتقلت ...»: who is seized is told behind a verb that goes on.
        return None
    # A chain "12 مدنياً وجندي قتلوا" is bound from its first member; the rest follows by coordination.
    while len(candidates) > 1 and group.joined and group.first - candidates[-2].last <= 3:
        candidates.pop()
        group = candidates[-1]
    last = max((g for g in groups if group.last <= g.last <= harm.first), key=lambda g: g.last)
    gap = _without_parts(binding.gap(last.last, harm.first))
    # «اثنين من المسلحين الذين شاركوا في الهجوم ... لقيا حتفهما»
    furthest = 14 if harm.plural and gap[:1] and gap[0] in _RELATIVE_PRONOUNS else 7
    if len(gap) > furthest or any(w in BREAKS for w in gap) or (set(gap) & (CLAUSE_OPENERS - _RELATIVE)):
        return None
    if any(
        h.last <= harm.first and h.first >= group.last
        for h in binding.harms
        if h.first < harm.first and h.outcome != "none"
    ):
        return None
    if group.number == "one" and not last.joined and binding.tokens[harm.last - 1].text.endswith("وا"):
        # «قالت امرأة: ذبحوا الرجال»: a verb of many has no subject of one.
        return None
    if group.definite and group.number == "many" and (not harm.plural or set(gap) & _RELATIVE_PRONOUNS):
        return None
    return group


def _without_parts(gap: list[str]) -> list[str]:
    """The words between people and verb up to what breaks them down: "35 مقاتلاً من القوات بينهم تسعة أجانب لقوا حتفهم"."""
    return next((gap[:at] for at, word in enumerate(gap) if word in _AMONG_THEM), gap)


def in_name(binding: Binding, group: Group) -> bool:
    """ "من حزب العمال الكردستاني قتلوا": people by the name of a side."""
    return group.number == "many" and any(a < group.first < b for a, b in binding.doers)


def _tells_of(binding: Binding, people: Group, group: Group) -> bool:
    """ "118 عنصراً من مختلف القوات الأمنية قتلوا": whose people a number of them are, told behind "من" or as their nation."""
    if people.number != "said" or group.number not in ("many", "two") or not group.definite or group.joined:
        return False
    gap = binding.gap(people.last, group.first)
    near = len(gap) <= 3 and not any(w in ("،", ",") or w in BREAKS or w in CLAUSE_OPENERS for w in gap)
    return near and (gap[:1] == ["من"] or (group.nationality and len(gap) <= 1))
