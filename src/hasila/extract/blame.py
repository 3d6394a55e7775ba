"""Which side the text holds responsible for a harm, in what words and on what basis. Never without words."""

from collections.abc import Sequence
from dataclasses import dataclass

from hasila.extract.actors import ActorMention
from hasila.extract.bind import Bond
from hasila.extract.causes import CauseHit
from hasila.extract.harms import Harm
from hasila.extract.sources import Attribution
from hasila.model.claim import Basis
from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack
from hasila.text.fold import fold_word
from hasila.text.tokens import Document


@dataclass(frozen=True, slots=True)
class Blamed:
    """A side blamed: the mention that names it, the word that ties it (token interval), and the basis."""

    mention: ActorMention
    first: int
    last: int
    basis: Basis
    rule: str


_STOPS = {fold_word(w) for w in "، . : ؛ إن أن حيث فيما بينما الذي التي لكن كما وقال وأضاف وأكد".split()}
_WITH = {fold_word(w) for w in "مع ضد بين".split()}
_HELD = {"detained", "abducted", "released", "evacuated", "surrendered", "abused"}


class BlameWords:
    """Finds blamed sides by the rows of the family "blame"."""

    def __init__(self, pack: Pack) -> None:
        self.lexicon = Lexicon(pack.family("blame"))

    def find(self, document: Document) -> list[Hit]:
        """All words that may tie a side to an attack, from left to right."""
        return self.lexicon.find(document.tokens)


def blamed_by_words(
    document: Document, words: Sequence[Hit], causes: Sequence[CauseHit], actors: Sequence[ActorMention], sources: Sequence[Attribution]
) -> list[Blamed]:
    """The sides that blame words name, sentence by sentence: "قصفت قوات النظام", "هجوم شنه التنظيم", "اتهمت المعارضة النظام"."""
    found: list[Blamed] = []
    speaking = {(a.first, a.last) for a in sources}
    usable = [a for a in actors if not a.person and not any(f <= a.first and a.last <= l for f, l in speaking)]
    attacks = {h.first for h in causes} | {w.first for w in words if w.row.id.endswith((".noun", ".verb"))}
    for actor in usable:
        # "غارة روسية", "قصف لقوات النظام": the attack's noun is part of the mention.
        if actor.actor and actor.first in attacks and actor.last > actor.first + 1:
            found += [Blamed(a, actor.first, a.last, "stated", "rule.attack_of") for a in [actor, *_joined_to(document, actor, usable)]]
    for word in words:
        first, last = document.sentences[document.sentence_of[word.first]]
        inside = [a for a in usable if first <= a.first < last]
        side, basis = word.row.says["side"], word.row.says["basis"]
        chosen: list[ActorMention] = []
        if side in ("next", "either") and not (side == "either" and _attack_is_subject(document, word, causes)):
            chosen = _following(document, word, inside, reach=2 if word.row.id.endswith((".noun", ".verb")) else 5)
        if side == "object":
            after = [a for a in actors if word.last <= a.first < min(last, word.last + 14)]
            chosen = after[1:2] if len(after) > 1 else [a for a in after if a.first > word.last + 2][:1]
        if side == "either" and not chosen and not _attack_is_subject(document, word, causes):
            chosen = _preceding(document, word, inside)
        found += [Blamed(a, word.first, word.last, basis, word.row.id) for a in chosen]
    return found


def _attack_is_subject(document: Document, word: Hit, causes: Sequence[CauseHit]) -> bool:
    """ "هجوم استهدف معسكراً للجيش": the attack is the subject, so that the side after the verb is the one attacked."""
    if not word.row.id.endswith(".verb"):
        return False
    near = [h for h in causes if word.first - 5 <= h.first and h.last <= word.first]
    return bool(near) and not any(t.text in _STOPS for t in document.tokens[near[-1].last : word.first])


def _joined_to(document: Document, actor: ActorMention, actors: Sequence[ActorMention]) -> list[ActorMention]:
    """The sides joined by و to a side: "قصف لقوات النظام والطيران الروسي"."""
    joined: list[ActorMention] = []
    last = actor.last
    for other in actors:
        if other.first < last:
            continue
        gap = [t.text for t in document.tokens[last : other.first]]
        if not (document.tokens[other.first].text.startswith("و") and not gap or gap == ["و"]) or not other.actor:
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
            joined = document.tokens[actor.first].text.startswith("و") or gap == ["و"]
            if not joined or len(gap) > 2:
                break
        elif len(gap) > reach or any(w in _STOPS or w in _WITH for w in gap) or (gap and gap[-1] in ("علي", "في", "الي")):
            break
        elif document.tokens[actor.first].text.startswith(("وا",)) and not gap:
            break
        chosen.append(actor)
        at = actor.last
    return chosen


def _preceding(document: Document, word: Hit, actors: Sequence[ActorMention]) -> list[ActorMention]:
    """The side before a verb that is its subject: "طائرات التحالف شنت غارات"."""
    before = [a for a in actors if a.last <= word.first]
    if not before:
        return []
    gap = [t.text for t in document.tokens[before[-1].last : word.first]]
    if len(gap) > 3 or any(w in _STOPS for w in gap):
        return []
    return before[-1:]


def blamed_for_bond(
    document: Document, bond: Bond, causes: Sequence[CauseHit], actors: Sequence[ActorMention], blamed: Sequence[Blamed], affiliation: str | None, cause: str,
    harms: Sequence[Harm],
) -> list[Blamed]:
    """The sides that the bond's own sentence blames for it."""
    first, last = document.sentences[bond.sentence]
    if bond.doer is not None:
        tied = [a for a in actors if bond.doer.first <= a.first <= bond.doer.last + 2 and a.actor]
        return [Blamed(a, bond.doer.first, bond.doer.last, "stated", "rule.doer") for a in tied[:1]]
    harm = bond.harm
    if harm and harm.shape in ("verb", "noun") and (harm.voice == "active" or harm.transitive or harm.voice == "either"):
        between = [a for a in actors if harm.last <= a.first and a.last <= bond.group.first and not a.person and a.form != "label"]
        if between and bond.group.first >= harm.last:
            return [Blamed(a, harm.first, harm.last, "stated", "rule.agent") for a in _agents(document, between)]
        if harm.shape == "verb" and harm.voice != "passive" and bond.group.first >= harm.last:
            before = [a for a in actors if first <= a.first and a.last <= harm.first and not a.person and a.form != "label" and a.actor != affiliation]
            if before and harm.first == before[-1].last and not harm.prefix and not _is_object(document, before[-1]):
                return [Blamed(before[-1], harm.first, harm.last, "stated", "rule.subject")]
    inside = [b for b in blamed if first <= b.first < last and b.mention.actor and b.mention.actor != affiliation]
    inside = [b for b in inside if not (bond.group.first <= b.mention.first < bond.group.last)]
    if bond.outcome == "surrendered":
        return _taker(document, bond, actors)
    if bond.outcome in _HELD:
        by = [b for b in inside if b.rule.endswith((".by", ".relative"))]
        return _of_clause(by, bond, harms) if by else _holder(document, bond, actors, affiliation)
    if inside:
        return _of_clause(inside, bond, harms)
    if cause == "clash":
        return _other_side(document, bond, actors, affiliation)
    return []


def _holder(document: Document, bond: Bond, actors: Sequence[ActorMention], affiliation: str | None) -> list[Blamed]:
    """Who holds, takes or frees people: the subject that the sentence began with ("تمكنت القوات من القبض على", "وحرر الجيش … واعتقل")."""
    harm = bond.harm
    if harm is None or harm.voice == "passive" or not (harm.transitive or harm.shape == "verb"):
        return []
    first, _ = document.sentences[bond.sentence]
    before = [a for a in actors if first <= a.first and a.last <= harm.first and not a.person and a.actor and a.form != "label"]
    before = [a for a in before if a.actor != affiliation and not _is_object(document, a)]
    if not before:
        return []
    subject = before[-1] if harm.first - before[-1].last <= 2 else before[0]
    return [Blamed(subject, subject.first, subject.last, "stated", "rule.subject_of_sentence")]


def _taker(document: Document, bond: Bond, actors: Sequence[ActorMention]) -> list[Blamed]:
    """To whom people surrendered: the side after ل or إلى."""
    _, last = document.sentences[bond.sentence]
    start = max(bond.group.last, bond.harm.last if bond.harm else 0)
    for actor in actors:
        if start <= actor.first < last and not actor.person and actor.actor:
            attached = document.tokens[actor.first].text.startswith("ل") or document.tokens[actor.first - 1].text in ("الي", "لدي")
            if attached:
                return [Blamed(actor, actor.first, actor.last, "stated", "rule.surrendered_to")]
    return []


def _agents(document: Document, between: Sequence[ActorMention]) -> list[ActorMention]:
    chosen = [between[0]]
    for actor in between[1:]:
        if document.tokens[actor.first].text.startswith("و") or document.tokens[actor.first - 1].text == "و":
            chosen.append(actor)
    return chosen


def _is_object(document: Document, actor: ActorMention) -> bool:
    """Whether a preposition stands before a side or is attached to it: then it is no subject."""
    if document.tokens[actor.first].text.startswith(("لل", "بال", "لقوات")):
        return True
    return document.tokens[actor.first - 1].text in {"من", "في", "علي", "عن", "الي", "ضد", "مع", "عناصر", "عنصرا", "مقاتلي", "لدي", "بين"} if actor.first else False


def _of_clause(blamed: Sequence[Blamed], bond: Bond, harms: Sequence[Harm]) -> list[Blamed]:
    """Of the sides blamed in a sentence, those of the bond's own clause: up to the next harm, else before it, else after it."""
    start = bond.harm.first if bond.harm else bond.first
    following = [h.first for h in harms if h.first > max(start, bond.group.first) and h.outcome != "none"]
    stop = min(following, default=10**9)
    own = [b for b in blamed if start <= b.first < stop]
    before = [b for b in blamed if b.first < start]
    previous = [h.first for h in harms if h.first < start and h.outcome != "none"]
    opening = [b for b in before if not previous or b.first < min(previous)]
    return own or opening or before[-1:] or list(blamed)


def _other_side(document: Document, bond: Bond, actors: Sequence[ActorMention], affiliation: str | None) -> list[Blamed]:
    """ "اشتباكات مع X", "مواجهات بين X وY": the side that the victims do not belong to."""
    first, last = document.sentences[bond.sentence]
    for at in range(first, last):
        if document.tokens[at].text not in _WITH:
            continue
        named = [a for a in actors if at < a.first < min(last, at + 14) and not a.person and a.actor]
        if document.tokens[at].text == "بين":
            sides = [a for a in named if a.actor != affiliation]
            if affiliation and sides and any(a.actor == affiliation for a in named):
                return [Blamed(sides[0], at, at + 1, "stated", "rule.other_side")]
        elif named and named[0].first - at <= 4 and named[0].actor != affiliation and not (bond.group.first <= named[0].first < bond.group.last):
            return [Blamed(named[0], at, at + 1, "stated", "rule.other_side")]
    return []


def blamed_speaker(document: Document, source: Attribution | None, actors: Sequence[ActorMention], status: str, affiliation: str | None, outcome: str) -> list[Blamed]:
    """A side that announces losses of its enemy claims them: "أعلن الجيش مقتل 10 مسلحين"."""
    held = outcome in ("detained", "released")
    if source is None or source.kind not in ("party", "official") or not (held or status == "combatant") or source.attitude == "denies":
        return []
    own = [a for a in actors if source.first <= a.first < source.last and a.actor and a.actor != affiliation]
    return [Blamed(own[0], source.first, source.last, "claimed", "rule.announced_by_the_side")] if own else []
