"""Which side the people of a group belong to ("جنود أتراك", "قتلى في صفوف الجماعة")."""

from collections.abc import Sequence

from hasila.extract.actors import ActorMention
from hasila.extract.group import Group
from hasila.extract.sources import Attribution
from hasila.pack.context import words
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

# "من مقاتليه", "ثلاثة من جنودنا": the speaker's own.
_OWN = {
    fold_word(w + p) for w in "مقاتلي قوات عناصر جنود مسلحي أفراد رجال ضباط كوادر".split() for p in "ه ها نا هم".split()
}


def own_side(
    document: Document, group: Group, source: Attribution | None, actors: Sequence[ActorMention]
) -> ActorMention | None:
    """The side that speaks, where it tells of its own people ("أعلن الجيش مقتل 9 من مقاتليه")."""
    if source is None or source.kind not in ("party", "official"):
        return None
    words = [t.text for t in document.tokens[group.first : group.last + 2]]
    if not any(w in _OWN for w in words):
        return None
    return next((a for a in actors if source.first <= a.first < source.last and a.actor), None)


def affiliation_of(
    document: Document, group: Group, actors: Sequence[ActorMention]
) -> tuple[ActorMention, bool] | None:
    """
    The side that a group belongs to, and whether words like "في صفوف" make its people fighters.

    Inside the group, right after it, or after words that tie ("من", "في صفوف", "ينتمون إلى").
    """
    tokens = document.tokens
    for actor in actors:
        if actor.actor is None or (actor.person and actor.first >= group.last):
            continue
        if "ar.actor.head.deed" in actor.rules:
            # «أسرى في سجون الاحتلال»: who holds them.
            continue
        if group.first <= actor.first < group.last:
            return actor, False
        if actor.last == group.first and _on_the_side_of(document, actor):
            return actor, True
        if group.last <= actor.first <= group.last + 4:
            gap = [t.text for t in tokens[group.last : actor.first]]
            if any(w.startswith("و") and w != "و" and len(w) > 4 for w in gap) or "،" in gap:
                return None
            if all(w in words("ties") for w in gap) and gap != ["في"]:
                # «أربعة من الجيش», «في صفوف الجماعة»
                ranks = any(w in ("صفوف", "صف") for w in gap) or (gap == ["من"] and actor.form == "anaphor")
                if not gap and tokens[actor.first].text.startswith(("ب", "ل", "و", "ف")) and actor.form != "adjective":
                    return (actor, False) if tokens[actor.first].text.startswith("لل") else None
                return actor, ranks
            return None
    return None


def _on_the_side_of(document: Document, actor: ActorMention) -> bool:
    """ "قتل من جانب المقاومة ثمانية أشخاص": on whose side people fell, told before them."""
    before = [t.text for t in document.tokens[max(0, actor.first - 2) : actor.first]]
    return before in (["من", "جانب"], ["في", "صفوف"], ["من", "صفوف"])
