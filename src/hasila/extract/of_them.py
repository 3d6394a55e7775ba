"""People who are told by a pronoun alone: "هاجمت القوات مواقع الجماعة وقتلت 31 منهم" tells before who they are."""

from hasila.extract.actors import ActorMention
from hasila.extract.affiliation import affiliation_of
from hasila.extract.bond import Bond
from hasila.extract.group import Group
from hasila.extract.mentions import Mentions
from hasila.extract.subjects import subject_before
from hasila.pack.context import words
from hasila.text.tokens import Document


def whom_they_mean(document: Document, bond: Bond, mentions: Mentions) -> tuple[Group, ActorMention | None]:
    """A bond's group with what is told of those whom "منهم" or "أحدهم" looks back to, and their side where it is named."""
    group = bond.group
    if group.status != "unknown" or bond.parent is not None or not _looks_back(document, group, mentions):
        return group, None
    start = document.sentences[bond.sentence][0]
    stop = min(group.first, bond.harm.first if bond.harm else group.first)
    subject = subject_before(document, stop, mentions.actors)
    acts = {b.mention.first for b in mentions.blamed if start <= b.first < stop}
    people = [g for g in mentions.groups if start <= g.first and g.last <= stop and g.number in ("many", "said")]
    people = [g for g in people if subject is None or not subject.first <= g.first < subject.last]
    sides = [a for a in mentions.actors if start <= a.first and a.last <= stop and a.actor and not a.person]
    sides = [a for a in sides if a.first not in acts and (subject is None or a.actor != subject.actor)]
    meant = people[-1] if people else None
    side = sides[-1] if sides else None
    if meant is not None and (side is None or side.last <= meant.last):
        told = group._replace(status=meant.status, kinds=meant.kinds, rules=(*group.rules, *meant.rules))
        belongs = affiliation_of(document, meant, mentions.actors)
        return told, belongs[0] if belongs else None
    if side is None:
        return group, None
    return group._replace(status="combatant"), side


def _looks_back(document: Document, group: Group, mentions: Mentions) -> bool:
    """ "31 منهم", "أحدهم"; in "156 جريحاً منهم 20 طفلاً" the pronoun looks back to the number itself."""
    inside = {t.text for t in document.tokens[group.first : group.last]}
    behind = {t.text for t in document.tokens[group.last : group.last + 1] if t.text.startswith("من")}
    if any(g.first in (group.last, group.last + 1) for g in mentions.groups):
        behind = set()
    return bool((inside | behind) & words("of_them"))
