"""Where the victims stand around a harm word: behind a noun, behind or before a verb; and the group that did it."""

from hasila.extract.bond import Binding
from hasila.extract.clause_words import BREAKS, CLAUSE_OPENERS, PREPOSITIONS, adds
from hasila.extract.group import Group
from hasila.extract.harms import Harm
from hasila.extract.victims_before import in_name, subject_before
from hasila.pack.context import words
from hasila.text.fold import folded_words

_QUOTES = frozenset("\"'«»“”()")
# With what people are killed by hand, told between who did it and whom.
_SHOT = folded_words("بالرصاص رميا ذبحا بالسكاكين بالسيوف بالنار بالسلاح بالفؤوس حرقا عمدا")


def after_noun(binding: Binding, harm: Harm, after: list[Group]) -> Group | None:
    """The victims behind a verbal noun: near it, or behind its doer ("قصف الجيش ثلاثة مدنيين")."""
    for group in after[:2]:
        gap = binding.gap(harm.last, group.first)
        if harm.shape == "result" and group.number == "said" and len(gap) <= 9 and not any(w in BREAKS for w in gap):
            return group
        if any(w in BREAKS or w in CLAUSE_OPENERS for w in gap):
            return None
        if group.prefix in ("ب", "ك", "وب", "ول") or (group.collective and group.number != "said"):
            # «تهجير الميليشيا لنحو 44 أسرة»: a force is who did it.
            continue
        doer = binding.doer_between(harm.last, group.first)
        # A time may stand between: «اعتقال القوات منذ بداية العام ... أكثر من 2140 شخصاً».
        allowed = (14 if group.number == "said" and group.noun else 9) if harm.transitive and doer else 5
        if len(gap) > allowed:
            return None
        if not doer and any(w in PREPOSITIONS for w in gap) and not _counts_outcome(binding, group, harm):
            return None
        return group
    return None


def around_verb(
    binding: Binding, harm: Harm, groups: list[Group], after: list[Group]
) -> tuple[Group | None, Group | None]:
    """The victims and, where a group did it, the doer."""
    following = [g for g in _reachable(binding, harm, after) if not _fired(binding, g)]
    before = subject_before(binding, harm, groups)
    first = following[0] if following else None
    second = following[1] if len(following) > 1 else None
    if harm.voice in ("active", "mourning"):
        return _object(binding, harm, first, second)
    if before and harm.plural and harm.voice == "passive":
        # Before its subject a verb is singular: «أصيبا», «قتلوا» follow theirs.
        return before, None
    if before and before.last == harm.first and first and first.collective and first.number != "said":
        return before, None
    # «إن 11 شخصاً قتلوا و32 أصيبوا», «قتلوا إلى جانب خمسة آخرين»: who follows is told besides.
    besides = first is not None and (first.joined or adds(binding.gap(harm.last, first.first)))
    carried_on = besides and before is not None and harm.plural
    if first and first.first - harm.last <= 2 and first.prefix == "" and not carried_on:
        victims, doer = _object(binding, harm, first, second) if harm.voice == "either" else (first, None)
        one = first.first == harm.last and first.number == "one" and not first.definite
        if (
            victims is first
            and harm.plural
            and before
            and harm.voice == "either"
            and first.number != "said"
            and not one
        ):
            return before, None
        return victims, doer
    if before and (harm.plural or first is None or before.last == harm.first):
        return before, None
    if first and harm.voice == "either" and binding.doer_between(harm.last, first.first):
        return first, None
    if first is not None and not _is_place_phrase(binding, harm, first):
        return first, None
    return before, None


def _fired(binding: Binding, group: Group) -> bool:
    """ "استشهدت برصاص جندي": who fired is no victim."""
    before = binding.tokens[group.first - 1].text if group.first else ""
    return group.number != "said" and before.startswith("ب") and before[1:] in words("fire")


def _counts_outcome(binding: Binding, group: Group, harm: Harm) -> bool:
    return group.number == "said" and group.explicit and len(binding.gap(harm.last, group.first)) <= 4


def _is_place_phrase(binding: Binding, harm: Harm, group: Group) -> bool:
    """
    Whether a preposition stands right before a group.

    "أصيب في مواجهات مع مسلحين" has no victims there, "قتل مع 6 من مرافقيه" has.
    """
    if group.number == "said" and group.first == harm.last + 1 and binding.tokens[harm.last].text == "مع":
        return False
    behind = group.first > harm.last and binding.tokens[group.first - 1].text in PREPOSITIONS
    return behind or group.prefix in ("ب", "ل", "وب", "ول", "ك")


def _object(
    binding: Binding, harm: Harm, first: Group | None, second: Group | None
) -> tuple[Group | None, Group | None]:
    """Of the groups after a verb: the first is the doer where a second follows that is no part of it."""
    if first is None or _is_place_phrase(binding, harm, first):
        return None, None
    if (
        second
        and not second.joined
        and not ("family" in first.kinds and second.definite and second.first == first.last)
        and (first.number != "said" or _attackers(binding, first, second))
        and not _is_place_phrase(binding, harm, second)
        and _did_it(binding, first, second)
    ):
        return second, first
    if first.collective and first.number != "said":
        return None, None
    return first, None


def _did_it(binding: Binding, first: Group, second: Group) -> bool:
    """Whether nothing but whose people the first are, and what they shot with, stands between them and the second."""
    between = [t for t in range(first.last, second.first) if not any(a <= t < b for a, b in binding.doers)]
    gap = [binding.tokens[t].text for t in between if binding.tokens[t].text not in _QUOTES]
    # «برصاص قناصة الجيش»: the second is a side's means, no victim.
    if " ".join(gap) in words("with"):
        # «قتلت القوات بدعم من الطيران تسعة مدنيين»
        return True
    if second.explicit and len(gap) <= 9 and first.number == "many" and first.status == "combatant":
        # «اعتقلت قوات الأمن المختصة في مكافحة الإرهاب فجر أمس 13 عنصراً»: a side, and more about it.
        return not any(w in BREAKS or w in CLAUSE_OPENERS for w in gap)
    if len(gap) > 4 or any(a < second.first < b and binding.tokens[a].text.startswith("ب") for a, b in binding.doers):
        return False
    if gap[:1] == ["من"] and second.number == "said":
        # «مسلحون من جماعة ...»
        gap = gap[1:]
    barred = any(w in PREPOSITIONS or w in ("،", ",") or (w[0] == "ب" and len(w) > 3) for w in gap if w not in _SHOT)
    return not barred


def _attackers(binding: Binding, first: Group, second: Group) -> bool:
    """ "قتل أربعة انتحاريين 52 شخصاً": two numbers in a row are who did it and whom."""
    gap = range(first.last, second.first)
    adjoining = all(any(a <= t < b for a, b in binding.doers) or binding.tokens[t].text == "من" for t in gap)
    return first.militants and second.explicit and adjoining


def _reachable(binding: Binding, harm: Harm, after: list[Group]) -> list[Group]:
    found: list[Group] = []
    for group in after:
        gap = binding.gap(harm.last, group.first)
        if len(gap) > 16 or any(w in BREAKS or w in CLAUSE_OPENERS for w in gap):
            break
        if in_name(binding, group):
            # «حركة الشباب»
            continue
        found.append(group)
    return found
