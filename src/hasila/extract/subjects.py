"""The subject that a sentence goes on with: in "هاجمت القوات مواقع للجماعة وقتلت 31" who killed is told by the verb before."""

from collections.abc import Sequence

from hasila.extract.actors import ActorMention
from hasila.extract.bond import Bond
from hasila.extract.clause_words import PREPOSITIONS
from hasila.extract.group import Group
from hasila.pack.context import any_has, words
from hasila.text.fold import folded_words
from hasila.text.peel import peelings
from hasila.text.tokens import Document

# Behind these a subject opens a clause, and a verb may go on with the one before.
_OPENERS = folded_words("أن إن بأن لأن : حيث إذ كما ثم بعدما عندما بينما فيما قد لقد ، ما مما")


def subject_before(document: Document, at: int, actors: Sequence[ActorMention]) -> ActorMention | None:
    """The last side before a token, in its sentence, that stands where a subject stands and agrees with the verb there."""
    first, _ = document.sentences[document.sentence_of[at]]
    sides = sides_between(actors, first, at)
    ends = {a.last for a in sides}
    subject = next((a for a in reversed(sides) if a.first - 1 not in ends and _is_subject(document, a, first)), None)
    return subject if subject is not None and _agrees(document, subject, at) else None


def sides_between(actors: Sequence[ActorMention], first: int, last: int) -> list[ActorMention]:
    """The sides named whole within the tokens [first, last): neither single persons nor labels without a side."""
    return [a for a in actors if first <= a.first and a.last <= last and a.actor and not a.person and a.form != "label"]


def goes_on(document: Document, at: int) -> bool:
    """Whether a verb goes on with what was said: "وقتلت", "حيث قصفت"."""
    first, _ = document.sentences[document.sentence_of[at]]
    return at > first and (document.tokens[at].text[0] in "وف" or document.tokens[at - 1].text in _OPENERS)


def subject_of_harm(
    document: Document, bond: Bond, actors: Sequence[ActorMention], groups: Sequence[Group]
) -> ActorMention | None:
    """Who did it, where the verb of harm names nobody itself and its form tells that somebody did it."""
    harm = bond.harm
    if harm is None or harm.shape != "verb" or not harm.names_doer or bond.group.first < harm.last:
        return None
    if not goes_on(document, harm.first) or not _is_active(document, bond):
        return None
    subject = subject_before(document, harm.first, actors)
    if subject is None or any(_may_be_subject(document, g) for g in groups if subject.last <= g.first < harm.first):
        return None
    return subject


def nameless_subject(document: Document, bond: Bond, groups: Sequence[Group]) -> int | None:
    """Where armed people of no told side stand that a verb of harm goes on with: "هاجمت القوات القرية ورد مسلحون وقتلوا ثلاثة"."""
    harm = bond.harm
    if harm is None or harm.shape != "verb" or not harm.names_doer or bond.group.first < harm.last:
        return None
    if not goes_on(document, harm.first) or not document.tokens[harm.last - 1].text.endswith("وا"):
        return None
    first, _ = document.sentences[bond.sentence]
    armed = [g for g in groups if first <= g.first and g.last <= harm.first and g.militants and g.number == "many"]
    return armed[-1].first if armed and _may_be_subject(document, armed[-1]) else None


def subject_of_attack(document: Document, at: int, actors: Sequence[ActorMention]) -> ActorMention | None:
    """Whose attack a verb tells that goes on with the sentence's subject: "تواصل القوات تقدمها حيث قصفت الأحياء"."""
    if not goes_on(document, at) or any_has(document.tokens[at + 1 : at + 2], "strikers"):
        return None
    return subject_before(document, at, actors)


def _is_subject(document: Document, actor: ActorMention, first: int) -> bool:
    tokens = document.tokens
    if tokens[actor.first].text.startswith(("لل", "بال", "ول", "لت", "لق")):
        return False
    if any_has(tokens[actor.first : actor.first + 1], "target"):
        # «هاجمت القوات مواقع للجماعة»
        return False
    if actor.first == first:
        return True
    before = tokens[actor.first - 1]
    if before.text in _OPENERS:
        return before.text != "،"
    if before.text in PREPOSITIONS or before.kind != "w" or tokens[actor.first].text.endswith("ين"):
        # «كبدت المتمردين خسائر»: behind a verb, this form is of an object.
        return False
    if before.text.lstrip("وف") in words("acts"):
        return True
    opens = actor.first - 1 == first or tokens[actor.first - 2].text in _OPENERS or before.text[0] in "وف"
    return opens and _is_verb(before.text)


def _is_verb(word: str) -> bool:
    """A verb by its form, at the head of a clause: "تقدم القوات", "دخلت القوات"."""
    bare = word.lstrip("وف")
    return (
        len(bare) > 3
        and not bare.startswith("ال")
        and (bare[0] in "تي" or bare.endswith("ت"))
        and not bare.endswith("ات")
    )


def _agrees(document: Document, subject: ActorMention, at: int) -> bool:
    verb = document.tokens[at].text
    if verb.endswith("وا"):
        return True
    heads = {p.bare for p in peelings(document.tokens[subject.first].text)}
    bare = verb.lstrip("وف")
    if bare.endswith("ت") or bare.startswith("ت"):
        return not heads & words("masculine")
    return not any(h.endswith(("ه", "ات")) for h in heads)


def _is_active(document: Document, bond: Bond) -> bool:
    """Whether a verb that is written alike in active and passive is active by its form or its victims' form."""
    harm, group = bond.harm, bond.group
    if harm is None or harm.voice == "active":
        return harm is not None
    verb = document.tokens[harm.first].text
    noun = document.tokens[group.noun].text if group.noun is not None else ""
    if verb.endswith("وا"):
        return True
    if verb.endswith("ت"):
        # «وقتلت امرأة» may be passive.
        return "woman" not in group.kinds and not noun.endswith(("ه", "ات"))
    counted = group.number == "said"
    return not counted and (noun.endswith("ين") or (group.number == "one" and noun.endswith("ا")))


def _may_be_subject(document: Document, group: Group) -> bool:
    """Whether people between a side and a verb may be the verb's own subject: no preposition before them, no object's form."""
    before = document.tokens[group.first - 1].text if group.first else ""
    noun = document.tokens[group.noun if group.noun is not None else group.first].text
    return not (before in PREPOSITIONS or group.prefix or noun.endswith(("ين", "ا")))
