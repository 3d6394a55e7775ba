"""Which people suffered what: binds person groups to harm words, breakdowns to their totals.

One sentence at a time. A `Bond` is a claim in the making: a group, an outcome and the words that hold both.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hasila.extract.groups import Group
from hasila.extract.harms import Harm
from hasila.text.fold import fold_word
from hasila.text.peel import peelings
from hasila.text.tokens import Document


@dataclass(slots=True)
class Bond:
    """A group with its outcome. `parent`: the bond that it breaks down. `doer`: the group that did it ("قتل مسلحون جندياً")."""

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


def _words(text: str) -> set[str]:
    return {fold_word(w) for w in text.split()}


_SUBSET = _words("أحدهما إحداهما أحدهن بينهم بينهن بينها منهم منهن منها ضمنهم معظمهم أغلبهم غالبيتهم أكثرهم بعضهم أحدهم إحداهن جلهم فيهم أغلبها معظمها معظمهن أغلبهن غالبيتها وبينهم ومنهم ومعظمهم وأغلبهم وبينها")
_ALL_OF = _words("كلهم جميعهم كلها جميعها كلهن جميعهن وجميعهم وكلهم")
_LISTED = _words("هم وهم هما وهما هن وهن")
_AMONG = _words("بين ضمن")
_BREAKS = {":", "؛", ";"}
# Words that open a clause of its own: a verb does not reach over them for its victims.
_CLAUSE = _words("إن أن أنه أنها أنهم بأن لأن حيث فيما بينما الذي التي الذين بعدما عندما لكن كما إذ إذا لو مما ما حين")
_PREPOSITIONS = _words("في من على إلى عن مع ضد قرب عند بعد قبل منذ خلال جراء إثر بسبب نتيجة داخل شرق غرب شمال جنوب بحق لدى ضمن بين حول تحت فوق عبر أمام خلف")
_ADDITION = ("مع", "اضافه الي", "بالاضافه الي", "فضلا عن", "الي جانب", "علاوه علي", "عدا عن", "وكذلك", "كذلك")
_NOT = _words("لم لا دون بدون غير ولم بلا لن")
_TOLL = _words("عدد حصيلة إجمالي مجموع بلغ بلغت وصل وصلت ارتفع ارتفعت ارتفاع تجاوز تجاوزت ليرتفع لترتفع ليصل لتصل ليبلغ لتبلغ رفع يرفع ترفع يتجاوز يبلغ تبلغ يصل تصل بارتفاع بلوغ فاق زاد")


class Binder:
    """Binds the groups and harm words of one document."""

    def __init__(self, document: Document, groups: Sequence[Group], harms: Sequence[Harm], doers: Sequence[tuple[int, int]]) -> None:
        self.document, self.tokens = document, document.tokens
        # "69 إصابة": a harm word that a number counts is a noun like قتيل, no predicate.
        counted = {at for g in groups if g.outcome for at in range(g.first, g.last)}
        self.groups, self.harms, self.doers = groups, [h for h in harms if h.first not in counted], doers
        self.bonds: list[Bond] = []
        self._of: dict[int, Bond] = {}

    def bind(self) -> list[Bond]:
        """All bonds, in the order of the text."""
        for number, (first, last) in enumerate(self.document.sentences):
            groups = [g for g in self.groups if first <= g.first < last]
            harms = [h for h in self.harms if first <= h.first < last]
            if groups:
                self._sentence(number, groups, harms, last)
        self._dead_or_hurt()
        self.bonds.sort(key=lambda b: (b.group.first, b.outcome))
        return self.bonds

    def _dead_or_hurt(self) -> None:
        """ضحايا are the dead where the wounded are told separately beside them (codebook, Outcomes)."""
        hurt = {b.sentence for b in self.bonds if b.outcome == "injured"}
        for bond in self.bonds:
            if bond.outcome == "casualty" and "ar.people.casualty.dahiya" in bond.rules and not bond.zero and bond.sentence in hurt and bond.parent is None:
                bond.outcome = "killed"

    # --- one sentence

    def _sentence(self, number: int, groups: list[Group], harms: list[Harm], end: int) -> None:
        subsets = self._subset_groups(groups, harms, end)
        mains = [g for g in groups if g.first not in subsets]
        skip: set[int] = set()
        for at, harm in enumerate(harms):
            if at in skip:
                continue
            following = [h for h in harms[at + 1 :] if h.outcome != "none"]
            outcome = harm.outcome
            if at + 1 < len(harms) and self._one_number(harm, harms[at + 1]):
                outcome, harm = "casualty", _joined(harm, harms[at + 1])
                skip.add(at + 1)
                following = following[1:]
            limit = following[0].first if following else end
            self._harm(number, harm, outcome, mains, limit)
        self._among_the_dead(number, mains)
        self._by_themselves(number, mains, harms)
        self._tolls(number, mains)
        self._subsets(number, groups, subsets)

    def _one_number(self, harm: Harm, after: Harm) -> bool:
        """ "مقتل وإصابة 12 شخصاً": two harm words over one number."""
        outcomes = {harm.outcome, after.outcome}
        subject = any(g.last == harm.first for g in self.groups)
        owned = self.tokens[harm.last - 1].text.endswith(("هم", "ها", "هما", "هن"))
        if harm.plural or owned or (subject and harm.shape == "verb"):
            return False
        alike = harm.shape == after.shape or harm.shape == "noun" and after.ambiguous
        return after.first == harm.last and after.prefix == "و" and len(outcomes) == 2 and "none" not in outcomes and alike

    def _harm(self, number: int, harm: Harm, outcome: str, groups: list[Group], limit: int) -> None:
        after = [g for g in groups if (harm.then or harm.last) <= g.first < limit and g.first not in self._of]
        doer: Group | None = None
        if harm.shape == "light":
            self._light(number, harm, after)
            return
        victims: Group | None
        if harm.then is not None:
            victims = after[0] if after and after[0].first - harm.then <= 3 else None
        elif harm.shape in ("noun", "result"):
            victims = self._after_noun(harm, after)
        else:
            victims, doer = self._around_verb(harm, groups, after)
        if victims is None or (victims.collective and victims.number != "said"):
            return
        if not self._plausible(harm, outcome, victims):
            return
        if harm.shape == "noun" and harm.first and self.tokens[harm.first - 1].text in ("عدم", "دون", "بدون", "بلا"):
            self._zero(number, harm, [replace(victims, outcome=outcome)])
            return
        if self._alternative(harm):
            outcome = "casualty"
        self._add(number, victims, outcome, harm, doer)
        pool = after if victims.first >= harm.last else [g for g in groups if victims.first < g.first < harm.first]
        self._and_others(number, victims, outcome, harm, doer, pool)

    def _alternative(self, harm: Harm) -> bool:
        """ "قتلوا أو اعتقلوا أو استسلموا": several outcomes under one number."""
        if harm.last + 1 >= len(self.tokens) or self.tokens[harm.last].text != "او":
            return False
        return any(h.first == harm.last + 1 and h.outcome != harm.outcome for h in self.harms)

    def _plausible(self, harm: Harm, outcome: str, victims: Group) -> bool:
        """What the codebook leaves out: generic plurals after a verbal noun, fighters who flee, weak words without people counted."""
        open_plural = victims.definite and victims.number == "many"
        if harm.shape == "noun" and open_plural and not victims.both:
            return False
        if outcome == "displaced":
            if victims.status == "combatant" or victims.number == "one":
                return False
            return victims.number == "said" or (victims.status == "civilian" and not harm.persons) or victims.number == "many" and victims.status == "civilian"
        if outcome == "released":
            freed = self.tokens[harm.first].text.lstrip("وفبل")
            if any(freed.startswith(w) for w in ("انقاذ", "انقذ")) and victims.outcome not in ("abducted", "detained"):
                return False
            if any(freed.startswith(w) for w in ("تحرير", "حرر")) and victims.outcome is None and victims.number != "said":
                return False
            return victims.first - (harm.then or harm.last) <= 2
        return True

    def _add(self, number: int, group: Group, outcome: str, harm: Harm | None, doer: Group | None = None) -> Bond:
        inner = group.outcome if group.outcome == "casualty" and outcome in ("killed", "injured") and group.both else outcome
        if outcome == "detained" and group.outcome == "abducted":
            inner = "abducted"
        near = harm is not None and abs(harm.first - group.first) <= 4
        first = min(group.first, harm.first) if harm and near else group.first
        last = max(group.last, harm.last) if harm and near else group.last
        bond = Bond(group, inner, harm, number, first, last, doer=doer)
        bond.rules = [*(group.rules), *([harm.row] if harm else [])]
        self.bonds.append(bond)
        self._of[group.first] = bond
        return bond

    # --- where the victims stand

    def _gap(self, first: int, last: int) -> list[str]:
        return [t.text for t in self.tokens[first:last]]

    def _after_noun(self, harm: Harm, after: list[Group]) -> Group | None:
        for group in after[:2]:
            gap = self._gap(harm.last, group.first)
            if harm.shape == "result" and group.number == "said" and len(gap) <= 9 and not any(w in _BREAKS for w in gap):
                return group
            if any(w in _BREAKS or w in _CLAUSE for w in gap):
                return None
            if group.prefix in ("ب", "ك", "وب", "ول"):
                continue
            doer = self._doer_between(harm.last, group.first)
            allowed = 9 if harm.transitive and doer else 5
            if len(gap) > allowed:
                return None
            if not doer and any(w in _PREPOSITIONS for w in gap) and not self._counts_outcome(group, harm):
                return None
            return group
        return None

    def _counts_outcome(self, group: Group, harm: Harm) -> bool:
        return group.number == "said" and group.explicit and len(self._gap(harm.last, group.first)) <= 4

    def _doer_between(self, first: int, last: int) -> bool:
        return any(first <= a and b <= last for a, b in self.doers)

    def _around_verb(self, harm: Harm, groups: list[Group], after: list[Group]) -> tuple[Group | None, Group | None]:
        """The victims and, where a group did it, the doer."""
        following = self._reachable(harm, after)
        before = self._before(harm, groups)
        first = following[0] if following else None
        second = following[1] if len(following) > 1 else None
        if harm.voice == "active":
            return self._object(harm, first, second)
        if before and before.last == harm.first and first and first.collective and first.number != "said":
            return before, None
        if first and first.first - harm.last <= 2 and first.prefix == "":
            victims, doer = self._object(harm, first, second) if harm.voice == "either" else (first, None)
            if victims is first and harm.plural and before and harm.voice == "either" and first.number != "said":
                return before, None
            return victims, doer
        if before and (harm.plural or first is None or before.last == harm.first):
            return before, None
        if first and harm.voice == "either" and self._doer_between(harm.last, first.first):
            return first, None
        if first is not None and not self._is_place_phrase(harm, first):
            return first, None
        return before, None

    def _is_place_phrase(self, harm: Harm, group: Group) -> bool:
        """Whether a preposition stands right before a group: "أصيب في مواجهات مع مسلحين" has no victims there, "قتل مع 6 من مرافقيه" has."""
        if group.number == "said" and group.first == harm.last + 1 and self.tokens[harm.last].text == "مع":
            return False
        return group.first > harm.last and self.tokens[group.first - 1].text in _PREPOSITIONS or group.prefix in ("ب", "ل", "وب", "ول", "ك")

    def _object(self, harm: Harm, first: Group | None, second: Group | None) -> tuple[Group | None, Group | None]:
        """Of the groups after a verb: the first is the doer where a second follows that is no part of it."""
        if first is None or self._is_place_phrase(harm, first):
            return None, None
        if second and not second.joined and first.number != "said" and second.first - first.last <= 4 and not self._is_place_phrase(harm, second):
            between = [t for t in range(first.last, second.first) if not any(a <= t < b for a, b in self.doers)]
            gap = [self.tokens[t].text for t in between]
            # «برصاص قناصة الجيش»: the second is a side's means, no victim.
            means = any(a < second.first < b and self.tokens[a].text.startswith("ب") for a, b in self.doers)
            if not means and not any(w in _PREPOSITIONS or w in ("،", ",") or (w[0] == "ب" and len(w) > 3) for w in gap):
                return second, first
        if first.collective and first.number != "said":
            return None, None
        return first, None

    def _reachable(self, harm: Harm, after: list[Group]) -> list[Group]:
        found: list[Group] = []
        for group in after:
            gap = self._gap(harm.last, group.first)
            if len(gap) > 16 or any(w in _BREAKS or w in _CLAUSE for w in gap):
                break
            found.append(group)
        return found

    def _before(self, harm: Harm, groups: list[Group]) -> Group | None:
        """The group before a verb that is its subject: "إن 12 مدنياً قتلوا"."""
        candidates = [g for g in groups if g.last <= harm.first and g.first not in self._of]
        if not candidates:
            return None
        group = candidates[-1]
        # A chain "12 مدنياً وجندي قتلوا" is bound from its first member; the rest follows by coordination.
        while len(candidates) > 1 and group.joined and group.first - candidates[-2].last <= 3:
            candidates.pop()
            group = candidates[-1]
        gap = self._gap(candidates[-1].last, harm.first)
        last = [g for g in groups if g.last <= harm.first][-1]
        gap = self._gap(last.last, harm.first)
        if len(gap) > 7 or any(w in _BREAKS for w in gap) or (set(gap) & (_CLAUSE - _words("الذين الذي التي ما"))):
            return None
        if any(h.last <= harm.first and h.first >= group.last for h in self.harms if h.first < harm.first and h.outcome != "none"):
            return None
        if group.definite and group.number == "many" and (not harm.plural or set(gap) & _words("الذين الذي التي")):
            return None
        return group

    def _and_others(self, number: int, victims: Group, outcome: str, harm: Harm, doer: Group | None, after: list[Group]) -> None:
        """Groups added to the victims by و, a comma or "إضافة إلى" share their outcome."""
        last = victims
        for group in after:
            if group.first < last.last or group.first in self._of:
                continue
            gap = self._gap(last.last, group.first)
            text = " ".join(gap).strip(" ،,")
            added = any(text == a or text == "و" + a for a in _ADDITION)
            near = len(gap) <= 1 or (len(gap) <= 6 and not any(w in _PREPOSITIONS - _words("من في") for w in gap))
            if not (added or (group.joined and near)) or any(w in _BREAKS or w in _CLAUSE for w in gap):
                break
            if group.prefix not in ("", "و"):
                break
            # "أعدم 16 جندياً أسيراً و4 شرطيين أسرى": who is held may be harmed besides.
            held = group.outcome == "detained" and outcome in ("killed", "injured", "abused", "released")
            if group.outcome and group.outcome != outcome and not group.both and not held:
                break
            self._add(number, group, outcome, harm, doer)
            last = group

    # --- groups that say their outcome themselves

    def _light(self, number: int, harm: Harm, after: list[Group]) -> None:
        last = harm.last
        if self._negated(harm):
            self._zero(number, harm, after)
            return
        for group in after:
            gap = self._gap(last, group.first)
            if len(gap) > 8 or any(w in _BREAKS or w in _CLAUSE for w in gap):
                break
            if group.outcome:
                # ضحايا with "fell" are dead (codebook, Outcomes).
                fell = group.outcome == "casualty" and not group.both and harm.row.endswith("saqata") and "ar.people.casualty.dahiya" in group.rules
                self._add(number, group, "killed" if fell else group.outcome, harm)
                last = group.last
            elif harm.row.endswith("saqata") and group.number == "said" and group.explicit and len(gap) <= 1 and not group.collective and group.noun:
                self._add(number, group, "killed", harm)
                last = group.last
            else:
                break

    def _among_the_dead(self, number: int, groups: list[Group]) -> None:
        """ "امرأة وطفل بين المصابين": the groups before are a part of those whom the noun names."""
        for at, noun in enumerate(groups):
            if not (noun.outcome and noun.definite and noun.number == "many") or self.tokens[noun.first - 1].text not in _AMONG:
                continue
            start = noun.first - (2 if self.tokens[noun.first - 2].text == "من" else 1)
            chain: list[Group] = []
            for group in reversed(groups[:at]):
                end = chain[-1].first if chain else start
                if group.first in self._of or group.outcome or not 0 <= end - group.last <= 1 or (chain and not chain[-1].joined):
                    break
                chain.append(group)
            parent = next((b for b in reversed(self.bonds) if b.outcome == noun.outcome and b.parent is None), None)
            for group in reversed(chain):
                bond = self._add(number, group, noun.outcome, None)
                bond.parent, bond.last = parent, noun.last

    def _negated(self, harm: Harm) -> bool:
        """ "دون وقوع إصابات", "لم تسفر عن ضحايا"."""
        before = [t.text for t in self.tokens[max(0, harm.first - 2) : harm.first]]
        return bool(before) and (before[-1] in _NOT or before[-1].lstrip("و") in _NOT or before == ["دون", "ان"])

    def _zero(self, number: int, harm: Harm, after: list[Group]) -> None:
        """No one was hurt: a claim of zero, where the outcome noun has no number of its own."""
        group = next((g for g in after if g.outcome and g.number != "said" and g.first - harm.last <= 16), None)
        if group is None:
            return
        outcome = "killed" if group.outcome == "killed" else "casualty"
        bond = self._add(number, replace(group, low=0, high=0, explicit=True, number="said"), outcome, harm)
        bond.first, bond.last, bond.zero = harm.first - 1, group.last, True

    def _by_themselves(self, number: int, groups: list[Group], harms: Sequence[Harm]) -> None:
        previous: Group | None = None
        for group in groups:
            if group.outcome and group.first not in self._of and group.prefix not in ("ب", "ل", "ك", "ول", "وب", "ولل"):
                counted = group.number == "said"
                beside = previous is not None and previous.first in self._of and group.joined and group.first - previous.last <= 1
                plain = group.number == "two" and not group.definite or (group.number in ("one", "many") and beside and not group.outcome == "displaced")
                alone = group.first == self.document.sentences[number][0] and not group.definite and group.number in ("many", "two")
                if counted or plain or alone or (beside and group.number in ("many", "one")):
                    self._add(number, group, group.outcome, None)
                    # "4 أطفال و3 نساء مفقودين": what is said of the last holds for those joined before it.
                    if counted and previous and group.joined and group.first - previous.last <= 1 and previous.first not in self._of and previous.number == "said":
                        self._add(number, previous, group.outcome, None)
            elif previous and previous.outcome and previous.noun == previous.first and previous.first in self._of and group.joined and group.first == previous.last:
                # "جثث ثلاثة أطفال وامرأتين": the noun of the outcome leads a list.
                if group.number in ("said", "two") and group.first not in self._of:
                    self._add(number, group, previous.outcome, None)
            previous = group

    def _tolls(self, number: int, groups: list[Group]) -> None:
        """ "ارتفع عدد القتلى إلى 30", "بلغت حصيلة الجرحى 12": the number takes the outcome of the noun before it."""
        for at, group in enumerate(groups):
            if group.first in self._of or group.number != "said" or group.outcome or not (group.low or group.high):
                continue
            after = groups[at + 1] if at + 1 < len(groups) else None
            if after and after.outcome and after.number == "said" and self._gap(group.last, after.first) == ["الي"]:
                # "من 13 إلى 18 شهيداً"
                self._add(number, _like(group, after), after.outcome, None)
                continue
            if after and self._counts_next(group, after):
                bond = self._add(number, replace(_like(group, after), last=group.last), after.outcome or self._outcome_after(after) or "killed", None)
                bond.last = after.last
                continue
            for noun in reversed(groups[:at]):
                if group.first - noun.last > 14:
                    break
                outcome = noun.outcome or self._outcome_between(noun, group)
                if not outcome:
                    continue
                start = max(self.document.sentences[number][0], noun.first - 4)
                around = set(self._gap(start, group.first))
                bare = {p.bare for w in around for p in peelings(w)}
                named = noun.definite and noun.number == "many" and group.first - noun.last <= 1 and group.noun is not None
                if (around | bare) & _TOLL or named:
                    bond = self._add(number, group, outcome, None)
                    bond.first = noun.first if group.first - noun.first <= 8 else group.first
                    if group.noun is None:
                        bond.group = _like(group, noun)
                        self._of[group.first] = bond
                    break

    def _counts_next(self, group: Group, noun: Group) -> bool:
        """ "ارتفع إلى 25 عدد المقاتلين الذين لقوا مصرعهم": the number before what it counts."""
        gap = self._gap(group.last, noun.first)
        counts = len(gap) <= 2 and any(w in ("عدد", "تعداد", "حصيله") for w in gap)
        return counts and noun.number != "said" and bool(noun.outcome or self._outcome_after(noun))

    def _outcome_after(self, noun: Group) -> str | None:
        near = [h for h in self.harms if noun.last <= h.first <= noun.last + 5 and h.outcome != "none"]
        return near[0].outcome if near else None

    def _outcome_between(self, noun: Group, group: Group) -> str | None:
        """ "عدد المسلحين الذين قتلهم الجيش إلى 22": the harm word in the relative clause of the noun."""
        if not (noun.definite and noun.number == "many"):
            return None
        between = [h for h in self.harms if noun.last <= h.first < group.first and h.outcome != "none"]
        return between[0].outcome if between and between[0].first - noun.last <= 2 else None

    # --- breakdowns

    def _subset_groups(self, groups: list[Group], harms: list[Harm], end: int) -> dict[int, int]:
        """Groups that break another down: first token of the group → token of the word that says so."""
        found: dict[int, int] = {}
        for at, group in enumerate(groups):
            start = groups[at - 1].last if at else self.document.sentences[self.document.sentence_of[group.first]][0]
            gap = self.tokens[max(start, group.first - 5) : group.first]
            stop = max((h.last for h in harms if h.outcome != "none" and h.last <= group.first), default=0)
            marker = None
            for step, token in reversed(list(enumerate(gap, start=group.first - len(gap)))):
                if step < stop or (step == stop and token.text == "منهم"):
                    # "فقتل منهم 11 مدنياً": of those told before, but a harm of its own.
                    break
                if token.text in _SUBSET or token.text in _ALL_OF or (token.text in _LISTED and group.first - step == 1):
                    marker = step
                    break
            if marker is None and at and group.first and self.tokens[group.first - 1].text == "(" and groups[at - 1].last == group.first - 1 and group.number in ("said", "two"):
                marker = group.first - 1
            if marker is None and at and group.outcome is None and groups[at - 1].first in found and not any(groups[at - 1].last <= h.first < group.first for h in harms if h.outcome != "none"):
                between = self._gap(groups[at - 1].last, group.first)
                if (group.joined or between in (["،"], [","])) and len(between) <= 5:
                    marker = found[groups[at - 1].first]
            if marker is None and group.joined is False:
                marker = self._among(group, groups, at)
            if marker is not None and self._tells_more(group, marker):
                marker = None
            if marker is not None and (self._bonded_before(marker) or any(g.last <= marker and g.first not in found for g in groups)):
                found[group.first] = marker
        return found

    def _tells_more(self, group: Group, marker: int) -> bool:
        """Whether a group after a breakdown begins something new: its own verb follows, or it only repeats definite plurals."""
        away = group.first - marker > 3
        verb = any(h.first == group.last and h.shape == "verb" and h.plural for h in self.harms)
        return away and (verb or (group.definite and group.number == "many"))

    def _bonded_before(self, marker: int) -> bool:
        number = self.document.sentence_of[marker]
        return any(b.sentence == number - 1 for b in self.bonds)

    def _among(self, group: Group, groups: list[Group], at: int) -> int | None:
        """ "من بين القتلى امرأة وطفل": the marker is "بين" with a definite outcome noun."""
        if at == 0:
            return None
        noun = groups[at - 1]
        if noun.outcome and noun.definite and noun.number != "said" and group.first - noun.last <= 1 and noun.first > 0:
            if self.tokens[noun.first - 1].text in _AMONG:
                return noun.first
        return None

    def _subsets(self, number: int, groups: list[Group], subsets: dict[int, int]) -> None:
        for group in groups:
            marker = subsets.get(group.first)
            if marker is None:
                continue
            parent = self._parent(number, marker)
            if parent is None or (group.collective and group.number != "said"):
                continue
            word = self.tokens[marker].text
            if word in _ALL_OF or word.lstrip("و") in _ALL_OF:
                parent.group = _of_status(parent.group, group)
                continue
            outcome = group.outcome if parent.outcome == "casualty" and group.outcome in ("killed", "injured") else parent.outcome
            bond = Bond(group, outcome, parent.harm, number, marker if group.first - marker <= 3 else group.first, group.last, parent=parent, doer=parent.doer)
            if any(k in word for k in ("معظم", "اغلب", "غالبي", "اكثر", "جل")) and group.number != "said":
                bond.majority = True
            bond.rules = [*group.rules, "rule.breakdown"]
            self.bonds.append(bond)
            self._of[group.first] = bond

    def _parent(self, number: int, marker: int) -> Bond | None:
        mains = [b for b in self.bonds if b.parent is None and b.group.first < marker and b.sentence >= number - 1]
        same = [b for b in mains if b.sentence == number]
        pool = same or mains
        return max(pool, key=lambda b: b.group.first, default=None)


def _joined(harm: Harm, after: Harm) -> Harm:
    return Harm(
        harm.first, after.last, "casualty", harm.shape, harm.voice, harm.plural, harm.transitive, False, harm.cause, harm.row, harm.prefix
    )


def _like(group: Group, noun: Group) -> Group:
    """A bare number with the status and kinds of the noun that it counts elsewhere in the sentence."""
    return replace(group, status=noun.status, kinds=noun.kinds, rules=(*noun.rules,))


def _of_status(parent: Group, group: Group) -> Group:
    """The whole with what is said of all of it: "جميعهم مدنيون"."""
    status = group.status if parent.status == "unknown" else parent.status
    return replace(parent, status=status, kinds=tuple(sorted({*parent.kinds, *group.kinds})))
