"""What one harm word says: of whom, with whom beside them, and of nobody ("لم تقع إصابات")."""

from hasila.extract.bond import Binding
from hasila.extract.clause_words import BREAKS, CLAUSE_OPENERS, PREPOSITIONS, adds
from hasila.extract.group import Group
from hasila.extract.harms import Harm
from hasila.extract.victims import after_noun, around_verb
from hasila.pack.context import words
from hasila.text.fold import folded_words

_NOT = folded_words("لم لا دون بدون غير ولم بلا لن")
_LEADS_TO = folded_words("يتسبب تتسبب يؤد تؤد يسفر تسفر يوقع توقع")
_DURING = folded_words("خلال أثناء جراء إثر")
_OF_OR_IN = folded_words("من في")


def bind_harm(binding: Binding, number: int, harm: Harm, outcome: str, groups: list[Group], limit: int) -> None:
    """Bind a harm word to its victims, if it has any before token `limit`, and to those joined to them."""
    after = [g for g in groups if (harm.then or harm.last) <= g.first < limit and g.first not in binding.of]
    doer: Group | None = None
    if harm.shape == "light":
        _light(binding, number, harm, after)
        return
    victims: Group | None
    if harm.then is not None:
        victims = after[0] if after and after[0].first - harm.then <= 3 else None
    elif harm.shape in ("noun", "result"):
        victims = after_noun(binding, harm, after)
    else:
        victims, doer = around_verb(binding, harm, groups, after)
    if victims is None:
        _died_later(binding, number, harm)
        return
    if victims.collective and victims.number != "said":
        return
    if outcome == "injured" and victims.outcome == "killed":
        # «نقل خمس جثث إلى المستشفى»
        return
    if not _plausible(binding, harm, outcome, victims):
        return
    if harm.shape == "noun" and harm.first and binding.tokens[harm.first - 1].text in ("عدم", "دون", "بدون", "بلا"):
        _zero(binding, number, harm, [victims._replace(outcome=outcome)])
        return
    if _alternative(binding, harm):
        outcome = "casualty"
    binding.add(number, victims, outcome, harm, doer)
    if victims.first >= harm.last:
        _and_others(binding, number, victims, outcome, harm, doer, after)
        return
    _and_others(
        binding, number, victims, outcome, harm, doer, [g for g in groups if victims.first < g.first < harm.first]
    )
    for group in after[:1]:
        if group.outcome in (None, outcome) and _told_besides(binding, harm, group):
            binding.add(number, group, outcome, harm, doer)


def _died_later(binding: Binding, number: int, harm: Harm) -> None:
    """ "أصيب شاب ... وتوفي متأثراً بجراحه": wounds of someone who then died are part of the death (codebook, Outcomes)."""
    if harm.outcome != "killed" or harm.shape != "verb" or not (harm.prefix or _then(binding, harm)):
        return
    hurt = [b for b in binding.bonds if b.sentence == number and b.group.first < harm.first and b.parent is None]
    last = max(hurt, key=lambda b: b.group.first, default=None)
    one = not harm.plural or (last is not None and last.group.number == "one")
    if last and last.outcome == "injured" and one == (last.group.low == 1):
        last.outcome = "killed"
        last.last = max(last.last, harm.last)
        last.rules.append("rule.died_later")


def _then(binding: Binding, harm: Harm) -> bool:
    return bool(harm.first) and binding.tokens[harm.first - 1].text == "ثم"


def _told_besides(binding: Binding, harm: Harm, group: Group) -> bool:
    """ "مئة قتلوا خلال المعركة، إضافة إلى عشرين مدنياً", "35 شخصاً قضوا في دمشق و8 آخرون في ريفها"."""
    gap = binding.gap(harm.last, group.first)
    if any(h.first == group.last for h in binding.harms) or any(w in BREAKS or w in CLAUSE_OPENERS for w in gap):
        return False
    return adds(gap) or (group.joined and group.others and group.number == "said" and len(gap) <= 5)


def one_number(binding: Binding, harm: Harm, after: Harm) -> bool:
    """ "مقتل وإصابة 12 شخصاً": two harm words over one number."""
    subject = any(g.last == harm.first for g in binding.groups)
    owned = binding.tokens[harm.last - 1].text.endswith(("هم", "ها", "هما", "هن"))
    if harm.plural and after.plural and after.shape == "verb":
        # «عشرات الأشخاص قتلوا وجرحوا في غارة»
        return _adjoin(harm, after) and not any(g.first == after.last for g in binding.groups)
    if harm.plural or owned or (subject and harm.shape == "verb"):
        return False
    alike = harm.shape == after.shape or (harm.shape == "noun" and after.ambiguous)
    return _adjoin(harm, after) and alike


def _adjoin(harm: Harm, after: Harm) -> bool:
    """Two harm words of two outcomes in a row, joined by "و"."""
    outcomes = {harm.outcome, after.outcome}
    return after.first == harm.last and after.prefix == "و" and len(outcomes) == 2 and "none" not in outcomes


def _alternative(binding: Binding, harm: Harm) -> bool:
    """ "قتلوا أو اعتقلوا أو استسلموا": several outcomes under one number."""
    if harm.last + 1 >= len(binding.tokens) or binding.tokens[harm.last].text != "او":
        return False
    return any(h.first == harm.last + 1 and h.outcome != harm.outcome for h in binding.harms)


def _plausible(binding: Binding, harm: Harm, outcome: str, victims: Group) -> bool:
    """What the codebook leaves out: generic plurals after a noun, fighters who flee, weak words without a number."""
    open_plural = victims.definite and victims.number == "many"
    listed = harm.prefix == "و" and any(h.shape == "noun" and 0 < harm.first - h.last <= 3 for h in binding.harms)
    if (harm.shape == "noun" or listed) and open_plural and not victims.both:
        # «قتل المدنيين وخطف الأطفال جريمتا حرب»
        return False
    if outcome == "displaced":
        if victims.status == "combatant" or victims.number == "one":
            return False
        return (
            victims.number == "said"
            or (victims.status == "civilian" and not harm.persons)
            or (victims.number == "many" and victims.status == "civilian")
        )
    if outcome == "released":
        freed = binding.tokens[harm.first].text.lstrip("وفبل")
        if any(freed.startswith(w) for w in ("انقاذ", "انقذ")) and not _held(binding, victims):
            return False
        if any(freed.startswith(w) for w in ("تحرير", "حرر")) and victims.outcome is None and victims.number != "said":
            return False
        return victims.first - (harm.then or harm.last) <= 2
    return True


def _held(binding: Binding, victims: Group) -> bool:
    """Whether those who are rescued were in somebody's hands: "إنقاذ 178 شخصاً كانوا محتجزين"."""
    after = binding.tokens[victims.last : victims.last + 4]
    return victims.outcome in ("abducted", "detained") or any(t.text in words("held") for t in after)


def _and_others(
    binding: Binding, number: int, victims: Group, outcome: str, harm: Harm, doer: Group | None, after: list[Group]
) -> None:
    """Groups added to the victims by و, a comma or "إضافة إلى" share their outcome."""
    last = victims
    for group in after:
        if group.first < last.last or group.first in binding.of:
            continue
        gap = binding.gap(last.last, group.first)
        added = adds(gap)
        near = len(gap) <= 1 or (len(gap) <= 6 and not any(w in PREPOSITIONS - _OF_OR_IN for w in gap))
        if not (added or (group.joined and near)) or any(w in BREAKS or w in CLAUSE_OPENERS for w in gap):
            break
        if group.prefix not in ("", "و"):
            break
        # "أعدم 16 جندياً أسيراً و4 شرطيين أسرى": who is held may be harmed besides.
        held = group.outcome == "detained" and outcome in ("killed", "injured", "abused", "released")
        if group.outcome and group.outcome != outcome and not group.both and not held:
            break
        binding.add(number, group, outcome, harm, doer)
        last = group


def _light(binding: Binding, number: int, harm: Harm, after: list[Group]) -> None:
    """A harm word that only says that something befell: the groups after it say what ("سقط قتلى وجرحى")."""
    if any(h.first == harm.last and h.shape == "light" for h in binding.harms):
        # «أدت إلى سقوط 220 لاجئاً»: the second says it.
        return
    last = harm.last
    fallen = _fell_between(binding, harm, after)
    if fallen is not None:
        binding.add(number, fallen, "casualty", harm)
        return
    if _negated(binding, harm):
        _zero(binding, number, harm, after)
        return
    for group in after:
        gap = binding.gap(last, group.first)
        if group.definite and group.number == "many" and not group.joined and last != harm.last:
            # «سقط 45 قتيلاً، ليرتفع عدد القتلى»: another statement.
            break
        if len(gap) > 8 or any(w in BREAKS or w in CLAUSE_OPENERS for w in gap):
            break
        if group.outcome and not (group.outcome == "displaced" and harm.row.endswith("saqata")):
            # ضحايا with "fell" are dead (codebook, Outcomes).
            fell = (
                group.outcome == "casualty"
                and not group.both
                and harm.row.endswith("saqata")
                and "ar.people.casualty.dahiya" in group.rules
            )
            binding.add(number, group, "killed" if fell else group.outcome, harm)
            last = group.last
        elif (
            harm.row.endswith("saqata")
            and group.number == "said"
            and group.low is not None
            and (len(gap) <= 1 or (len(gap) <= 4 and gap[0] in _DURING))
            and not group.collective
            and group.noun
        ):
            binding.add(number, group, "killed", harm)
            last = group.last
        else:
            break


def _fell_between(binding: Binding, harm: Harm, after: list[Group]) -> Group | None:
    """ "عشرات المتمردين سقطوا بين قتيل وجريح": the people before the verb, over two outcomes."""
    between = after[0] if after and after[0].both and after[0].number == "many" else None
    if between is None or not binding.tokens[harm.last - 1].text.endswith("وا"):
        return None
    subjects = [g for g in binding.groups if g.last <= harm.first and len(binding.gap(g.last, harm.first)) <= 1]
    return subjects[-1]._replace(last=between.last, both=True, outcome="casualty") if subjects else None


def _negated(binding: Binding, harm: Harm) -> bool:
    """ "دون وقوع إصابات", "لم تسفر عن ضحايا", "لم يتسبب بسقوط ضحايا"."""
    before = [t.text for t in binding.tokens[max(0, harm.first - 2) : harm.first]]
    if _leads_to_none(binding, harm) is not None:
        return True
    return bool(before) and (before[-1] in _NOT or before[-1].lstrip("و") in _NOT or before == ["دون", "ان"])


def _leads_to_none(binding: Binding, harm: Harm) -> int | None:
    """Where "لم يتسبب القصف بـ" begins before a harm word; None where nothing of the kind stands there."""
    told = [t.text for t in binding.tokens[max(0, harm.first - 5) : harm.first]]
    at = next((i for i in range(1, len(told)) if told[i] in _LEADS_TO and told[i - 1].lstrip("و") in _NOT), None)
    return None if at is None else harm.first - len(told) + at - 1


def _zero(binding: Binding, number: int, harm: Harm, after: list[Group]) -> None:
    """No one was hurt: a claim of zero, where the outcome noun has no number of its own."""
    group = next((g for g in after if g.outcome and g.number != "said" and g.first - harm.last <= 16), None)
    if group is None:
        return
    outcome = "killed" if group.outcome == "killed" else "casualty"
    bond = binding.add(number, group._replace(low=0, high=0, explicit=True, number="said"), outcome, harm)
    start = _leads_to_none(binding, harm)
    bond.first, bond.last, bond.zero = harm.first - 1 if start is None else start, group.last, True


def one_harm(harm: Harm, after: Harm) -> Harm:
    """Two harm words over one number as one, whose outcome is open."""
    return Harm(
        harm.first,
        after.last,
        "casualty",
        harm.shape,
        harm.voice,
        harm.plural,
        harm.transitive,
        False,
        harm.cause,
        harm.row,
        harm.prefix,
    )
