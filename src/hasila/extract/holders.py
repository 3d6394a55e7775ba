"""Who holds, takes, frees or keeps people: their holder is told otherwise than who kills."""

from collections.abc import Sequence

from hasila.extract.actors import ActorMention
from hasila.extract.blame_words import Blamed, joined_to
from hasila.extract.bond import Bond
from hasila.extract.subjects import sides_between
from hasila.pack.context import words
from hasila.text.tokens import Document


def holder(document: Document, bond: Bond, actors: Sequence[ActorMention], affiliation: str | None) -> list[Blamed]:
    """Who holds, takes or frees people: the subject that the sentence began with ("تمكنت القوات من القبض على", "وحرر الجيش … واعتقل")."""
    harm = bond.harm
    if harm is None or not harm.names_doer or not (harm.transitive or harm.shape == "verb"):
        return []
    first, _ = document.sentences[bond.sentence]
    before = sides_between(actors, first, harm.first)
    before = [a for a in before if a.actor != affiliation and _is_subject(document, a, first)]
    if not before:
        return []
    subject = before[-1] if harm.first - before[-1].last <= 2 else before[0]
    together = [subject, *joined_to(document, subject, actors)]
    return [Blamed(a, a.first, a.last, "stated", "rule.subject_of_sentence") for a in together]


def keeper(document: Document, bond: Bond, actors: Sequence[ActorMention]) -> list[Blamed]:
    """Who keeps people: "في سجون الاحتلال", "لدى التنظيم", right before or after them."""
    first, last = document.sentences[bond.sentence]
    for actor in actors:
        if actor.person or actor.actor is None or not first <= actor.first < last:
            continue
        prison = any(t.text.lstrip("وب") in words("prison") for t in document.tokens[actor.first : actor.last])
        if not prison and not bond.first - 9 <= actor.first <= bond.last + 9:
            continue
        if prison:
            # «5000 أسير في سجون القوات»: the prison stands in the side's own name.
            return [Blamed(actor, actor.first, actor.last, "stated", "rule.keeper")]
        belongs = document.tokens[max(0, actor.first - 1)].text in words("belongs")
        before = [t.text for t in document.tokens[max(0, actor.first - (4 if belongs else 2)) : actor.first + 1]]
        if any(w.lstrip("وب") in words("keeps") for w in before):
            return [Blamed(actor, max(0, actor.first - 1), actor.last, "stated", "rule.keeper")]
    return []


def taker(document: Document, bond: Bond, actors: Sequence[ActorMention]) -> list[Blamed]:
    """To whom people surrendered: the side after ل or إلى."""
    _, last = document.sentences[bond.sentence]
    start = max(bond.group.last, bond.harm.last if bond.harm else 0)
    for actor in actors:
        if start <= actor.first < last and not actor.person and actor.actor:
            attached = document.tokens[actor.first].text.startswith("ل") or document.tokens[actor.first - 1].text in (
                "الي",
                "لدي",
            )
            if attached:
                return [Blamed(actor, actor.first, actor.last, "stated", "rule.surrendered_to")]
    return []


def _is_subject(document: Document, actor: ActorMention, first: int) -> bool:
    """Whether a side stands where a subject stands: at the head of the sentence or after a verb of acting."""
    if actor.first == first:
        return True
    before = document.tokens[actor.first - 1].text
    return (before in words("acts") or before.lstrip("وف") in words("acts")) and not document.tokens[
        actor.first
    ].text.startswith(("لل", "بال"))
