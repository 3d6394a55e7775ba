"""Words that tie an attack to a side, and the sides that they name, sentence by sentence."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from hasila.extract.actors import ActorMention
from hasila.extract.allies import acts_with
from hasila.extract.blame_beside import armed_with, bears_marks, denied, of_another_deed, undertakes
from hasila.extract.causes import CauseHit
from hasila.extract.clause_words import PREPOSITIONS
from hasila.extract.sources import Attribution
from hasila.extract.subjects import subject_of_attack
from hasila.model.claim import Basis
from hasila.pack.context import any_has, words
from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack
from hasila.text.fold import fold_word
from hasila.text.peel import peelings
from hasila.text.tokens import Document

_STOPS = {fold_word(w) for w in "، . : ؛ إن أن حيث فيما بينما الذي التي لكن كما وقال وأضاف وأكد".split()}
# How many words may stand between a word of blame and the side after it.
_REACH = {"noun": 2, "verb": 2, "target_verb": 2, "thought": 1}
# Prepositions and verbs of hitting: what follows them was hit.
_ACROSS = {
    fold_word(w)
    for w in "على في إلى استهدف استهدفت يستهدف تستهدف طال طالت قرب ضرب ضربت أصاب أصابت لاستهداف تعرض تعرضت تعرضوا يتعرض تتعرض".split()
}
_OPENERS = {fold_word(w) for w in "، . : ؛ حيث كما عندما بعدما فيما بينما إذ أن إن حين".split()}
# "قال التنظيم إنه نفذ التفجير": the speaker did it.
_HE_HIMSELF = {fold_word(w) for w in "إنه إنها أنه أنها بأنه بأنها إنهم".split()}
_RESPONSIBILITY = fold_word("مسؤولي")
_TARGETING = fold_word("استهداف")
_PREPOSITIONS = {fold_word(w) for w in "عن في إلى على من بعد قبل".split()}
WITH = {fold_word(w) for w in "مع ضد بين".split()}


class Blamed(NamedTuple):
    """A side blamed: the mention that names it, the word that ties it (token interval), and the basis."""

    mention: ActorMention
    first: int
    last: int
    basis: Basis
    rule: str


class BlameWords:
    """Finds blamed sides by the rows of the family "blame"."""

    def __init__(self, pack: Pack) -> None:
        self.lexicon = Lexicon(pack.family("blame"))


def blamed_by_words(
    document: Document,
    words: Sequence[Hit],
    causes: Sequence[CauseHit],
    actors: Sequence[ActorMention],
    sources: Sequence[Attribution],
) -> list[Blamed]:
    """The sides that blame words name, sentence by sentence: "قصفت قوات النظام", "هجوم شنه التنظيم", "اتهمت المعارضة النظام"."""
    speaking = {(a.first, a.last) for a in sources}
    usable = [a for a in actors if not a.person and not any(f <= a.first and a.last <= last for f, last in speaking)]
    attacks = {h.first for h in causes} | {w.first for w in words if w.row.id.endswith((".noun", "verb"))}
    found = _of_attacks(document, attacks, usable)
    for word in words:
        if word.row.id == "ar.blame.verb" and (
            "ل" in word.prefix or document.tokens[word.first - 1].text in _PREPOSITIONS
        ):
            # «تستعد لشن هجوم», «المسؤول عن شن هجمات»: a noun, of what a side means to do or does at times.
            continue
        if word.row.id == "ar.blame.by" and of_another_deed(document, word):
            continue
        first, last = document.sentences[document.sentence_of[word.first]]
        inside = [a for a in usable if first <= a.first < last]
        side = word.row.says["side"]
        if side == "object" and bears_marks(document, word):
            continue
        if side == "object":
            chosen = _accused(document, word, actors, last)
        elif side == "speaker":
            chosen = (
                []
                if denied(document, first, word.last)
                else _claimant(document, word, [a for a in actors if first <= a.first < last])
            )
        elif side == "prev":
            chosen = _preceding(document, word, inside)
        else:
            chosen = [a for a in _beside(document, word, inside, causes) if not _aims_at(document, word.first, a.last)]
        himself = word.row.id == "ar.blame.verb" and document.tokens[word.first - 1].text in _HE_HIMSELF
        basis: Basis = "claimed" if himself else word.row.says["basis"]
        if word.row.id == "ar.blame.undertakes":
            chosen = chosen if chosen and undertakes(document, chosen[-1].last) else []
        if word.row.id == "ar.blame.answer":
            chosen = chosen if chosen and armed_with(document, chosen[-1].last, causes) else []
        if basis == "claimed" and word.row.says["side"] != "speaker":
            if denied(document, first, word.last):
                continue
            # Who claims an attack is told as a speaker: "أعلنت الحركة، التي ...، مسؤوليتها عن التفجير".
            speakers = [
                a for a in actors if first <= a.first and a.last <= word.first and (a.first, a.last) in speaking
            ]
            chosen = chosen or [a for a in speakers if a.actor and not a.person][-1:]
        found += [Blamed(a, word.first, word.last, basis, word.row.id) for a in chosen]
    return [as_thought(document, b) for b in found]


def as_thought(document: Document, blamed: Blamed) -> Blamed:
    """ "بقصف يعتقد أنه لقوات النظام": what is thought is suspected, whatever names the side."""
    start = min(blamed.first, blamed.mention.first)
    inside = document.tokens[max(0, start - 2) : max(blamed.last, blamed.mention.last)]
    thought = blamed.basis == "stated" and any(t.text in words("thought") for t in inside)
    return blamed._replace(basis="suspected") if thought else blamed


def _of_attacks(document: Document, attacks: set[int], actors: Sequence[ActorMention]) -> list[Blamed]:
    """The sides whose name holds the attack ("غارة روسية", "قصف لقوات النظام") or where it came from."""
    found: list[Blamed] = []
    named = [a for a in actors if a.actor]
    for actor in named:
        holds_attack = any(actor.first <= a < actor.last - 1 for a in attacks)
        if holds_attack and _aims_at(document, actor.first, actor.last):
            continue
        if holds_attack and (_is_fire(document, actor) or not _is_target(document, actor.first, actor.last)):
            sides = [actor, *joined_to(document, actor, actors)]
            found += [Blamed(a, actor.first, a.last, "stated", "rule.attack_of") for a in sides]
    for actor in named:
        # "القصف … من مواقع قوات النظام": where it came from.
        head = document.tokens[actor.first]
        if head.text in words("fired_from") and actor.first and document.tokens[actor.first - 1].text == "من":
            found.append(Blamed(actor, actor.first - 1, actor.last, "stated", "rule.fired_from"))
    return found


def _is_charge(word: str) -> bool:
    """What somebody is accused of: "بالانتماء إلى التنظيم", "بقتل", "مسؤولية"."""
    if word.removeprefix("ال").startswith(_RESPONSIBILITY) or (word.startswith("بال") and len(word) > 3):
        return True
    return word.startswith("ب") and word[1:].startswith(tuple(words("charge")))


def _aims_at(document: Document, first: int, last: int) -> bool:
    """ "استهداف دبابة إسرائيلية بقذيفة": of a targeting, the side is the target unless an object follows it."""
    heads = document.tokens[max(0, first - 1) : first + 1]
    if not any(p.bare == _TARGETING for t in heads for p in peelings(t.text)):
        return False
    after = document.tokens[last] if last < len(document.tokens) else None
    if after is not None and after.kind == "w" and after.text.startswith("ل") and document.tokens[first].text[0] != "ا":
        # «استهداف إسرائيلي لخيام»: what was aimed at follows.
        return False
    return after is None or after.kind != "w" or after.text in PREPOSITIONS or after.text.startswith(("ب", "و"))


def _accused(document: Document, word: Hit, actors: Sequence[ActorMention], last: int) -> list[ActorMention]:
    """Of the two names before the charge ("بقتل …") the second; the first is who accuses."""
    charge = next((at for at in range(word.last, last) if _is_charge(document.tokens[at].text)), last)
    after = [a for a in actors if word.last <= a.first < min(charge, word.last + 14) and a.form != "label"]
    if len(after) == 1 and after[0].last < charge and _adjoins(document, word, after[0]):
        # «اتهمت الحكومة جهات خارجية بتنفيذ التفجير»: who accuses; whom, no row names.
        return []
    together = len(after) > 1 and acts_with(document, after[0].last, after[1])
    others = [a for a in after[1:] if a not in joined_to(document, after[0], after)] if after else []
    # «اتهم التحالف بقيادة السعودية والإمارات الجماعة بقتل مهاجرين»: who stands last is charged.
    charged = (others[:1] if together else after[1:2]) or after[:1]
    return [*charged, *(a for c in charged for a in joined_to(document, c, after))]


def _adjoins(document: Document, word: Hit, actor: ActorMention) -> bool:
    """Whether a side stands right behind the word of accusing, and as its subject: nothing leads to it."""
    return actor.first == word.last and not document.tokens[actor.first].text.startswith(("لل", "ب", "ل"))


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_word(w) for w in words)


def _claimant(document: Document, word: Hit, actors: Sequence[ActorMention]) -> list[ActorMention]:
    """Who says of himself that he did it: the side after the verb of announcing, or right before it."""
    verbs = _folded(tuple(word.row.says["after"]))
    said = [at for at in range(max(0, word.first - 14), word.first) if document.tokens[at].text.lstrip("وف") in verbs]
    if not said:
        return []
    named = [a for a in actors if a.actor and a.last <= word.first]
    after = [a for a in named if a.first > said[-1]]
    return after[:1] or [a for a in named if a.last <= said[-1] and said[-1] - a.last <= 3][-1:]


def _beside(
    document: Document, word: Hit, actors: Sequence[ActorMention], causes: Sequence[CauseHit]
) -> list[ActorMention]:
    """The side after a word, or before it where the word's side may stand there."""
    either = word.row.says["side"] == "either"
    if either and _attack_is_subject(document, word, causes):
        return []
    chosen = _following(document, word, actors, reach=_REACH.get(word.row.id.rsplit(".", 1)[-1], 5))
    chosen = chosen or (_preceding(document, word, actors) if either else [])
    if chosen or not word.row.id.endswith(".verb") or word.article:
        return chosen
    subject = subject_of_attack(document, word.first, actors)
    return [subject] if subject else []


def _is_fire(document: Document, actor: ActorMention) -> bool:
    """ "برصاص حاجز لقوات النظام": whoever stands at the checkpoint fired."""
    return any_has(document.tokens[actor.first : actor.first + 1], "fire")


def _is_target(document: Document, first: int, last: int) -> bool:
    return any_has(document.tokens[first:last], "target")


def _attack_is_subject(document: Document, word: Hit, causes: Sequence[CauseHit]) -> bool:
    """ "هجوم استهدف معسكراً للجيش": the attack is the subject, so that the side after the verb is the one attacked."""
    if word.row.id.endswith("target_verb"):
        before = document.tokens[word.first - 1].text if word.first else "."
        opens = (
            word.prefix != ""
            or before in _OPENERS
            or word.first == document.sentences[document.sentence_of[word.first]][0]
        )
        return not opens
    if not word.row.id.endswith(".verb"):
        return False
    near = [h for h in causes if word.first - 5 <= h.first and h.last <= word.first]
    return bool(near) and not any(t.text in _STOPS for t in document.tokens[near[-1].last : word.first])


def joined_to(document: Document, actor: ActorMention, actors: Sequence[ActorMention]) -> list[ActorMention]:
    """The sides that act with a side: "قصف لقوات النظام والطيران الروسي"."""
    joined: list[ActorMention] = []
    last = actor.last
    for other in actors:
        if other.first < last:
            continue
        if not other.actor or not acts_with(document, last, other):
            break
        joined.append(other)
        last = other.last
    return joined


def _following(document: Document, word: Hit, actors: Sequence[ActorMention], reach: int) -> list[ActorMention]:
    """The side right after a word, and those that are joined to it by و."""
    chosen: list[ActorMention] = []
    at = word.last
    for actor in actors:
        if actor.first < at:
            continue
        gap = [t.text for t in document.tokens[at : actor.first]]
        if chosen:
            if not acts_with(document, at, actor):
                break
        elif (
            len(gap) > (4 if any(w in words("craft") for w in gap) else reach)
            or any(w in _STOPS or w in WITH or w in _ACROSS or w in words("aims") for w in gap)
            or (document.tokens[actor.first].text.startswith("وا") and not gap)
            or (word.row.id != "ar.blame.by" and _is_target(document, at, actor.first + 1))
            or (word.row.id == "ar.blame.noun" and gap and not _qualifies(document, word, gap, actor))
        ):
            break
        chosen.append(actor)
        at = actor.last
    return chosen


def _qualifies(document: Document, word: Hit, gap: Sequence[str], actor: ActorMention) -> bool:
    """ "غارات جوية لقوات …": words between an attack and whose it is tell more of the attack, as definite as it is."""
    if any(w in words("craft") for w in gap):
        return True
    theirs = actor.form == "adjective" or any(
        p.prefix.endswith("ل") for p in peelings(document.tokens[actor.first].text)
    )
    return theirs and all(w.startswith("ال") == word.article for w in gap)


def _preceding(document: Document, word: Hit, actors: Sequence[ActorMention]) -> list[ActorMention]:
    """The side before a verb that is its subject: "طائرات التحالف شنت غارات"."""
    before = [a for a in actors if a.last <= word.first]
    if not before:
        return []
    gap = [t.text for t in document.tokens[before[-1].last : word.first]]
    if len(gap) > 3 or any(w in _STOPS for w in gap):
        return []
    subject = before[-1]
    joined = [a for a in before[:-1] if subject in joined_to(document, a, actors)]
    return [*joined, subject]
