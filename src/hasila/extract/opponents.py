"""The other side of a fight: to whom the dead and the captives of one side are laid, where the text only tells of a fight."""

from hasila.extract.actors import ActorMention
from hasila.extract.blame_words import Blamed, joined_to
from hasila.extract.bond import HIT_OR_MISSING
from hasila.extract.draft import Draft, Story
from hasila.model.allies import are_allies
from hasila.pack.context import words
from hasila.text.tokens import Document

# States that are no country's government by name, or were one once.
_STATES = {"israel", "sudan_saf", "syria_gov", "yemen_gov", "libya_gnu"}
_ABOVE = {"saudi_coalition", "us_coalition", "nato"}
# «القوات اليمنية»: nouns of those in arms before a nation.
_FORCES = {"ar.actor.head.forces", "ar.actor.head.army", "ar.actor.head.police"}


def of_fight(story: Story, draft: Draft) -> list[Blamed]:
    """The other side of a draft's fight, where one alone is known: as carried blame."""
    if _taken_in_fight(story, draft):
        return _opponents(story, draft) or _beside_dead(story, draft)
    carried: list[Blamed] = []
    if draft.cause in ("clash", "attack") and draft.affiliation:
        carried = _opponents(story, draft)
    if draft.cause in ("clash", "attack", "unknown") and draft.affiliation is None and is_attacker(draft):
        carried = _state(story, draft)
    return carried


def drop_claims_of_allies(story: Story, draft: Draft) -> None:
    """ "مقتل 37 مسلحاً و16 من قوات البيشمركة": who announces the dead of both sides claims those of his enemy alone."""
    if is_attacker(draft) or any(b.rule != "rule.announced_by_the_side" for b in draft.blamed):
        return
    beside = [m for m in story.mates(draft) if m.bond.sentence == draft.bond.sentence and m.outcome in HIT_OR_MISSING]
    if any(is_attacker(m) and m.affiliation not in (None, draft.affiliation) for m in beside):
        draft.blamed = []


def is_attacker(draft: Draft) -> bool:
    """Whether the people of a draft are called militants or gunmen."""
    return draft.bond.group.militants


def _taken_in_fight(story: Story, draft: Draft) -> bool:
    """ "قتل سبعون من الجماعة كما أسر عشرة": fighters whom the other side took, beside their dead."""
    if draft.outcome != "detained" or draft.affiliation is None or draft.status != "combatant":
        return False
    near = [m for m in story.mates(draft) if abs(m.bond.sentence - draft.bond.sentence) <= 1]
    return any(m.cause == "clash" and m.affiliation == draft.affiliation and m.outcome in HIT_OR_MISSING for m in near)


def _beside_dead(story: Story, draft: Draft) -> list[Blamed]:
    """The side that their own sentence blames for the dead of those who were taken."""
    near = [m for m in story.mates(draft) if m.bond.sentence == draft.bond.sentence and m.cause == "clash"]
    told = [b for m in near if m.affiliation == draft.affiliation for b in m.blamed]
    return [b._replace(basis="carried") for b in told[:1]]


def _state(story: Story, draft: Draft) -> list[Blamed]:
    """ "إرهابيون", "مسلحون" killed in an operation: the one state whose forces the incident names, for only states call people so."""
    if draft.scope == "cumulative":
        return []
    document = story.document
    sentences = set(story.sentences(draft))
    states = _STATES | set(story.mentions.states.values())
    forces = [
        a
        for a in story.mentions.actors
        if a.actor and not a.person and a.actor in states and document.sentence_of[a.first] in sentences
    ]
    if len({a.actor for a in forces}) != 1:
        return []
    return [Blamed(forces[0], forces[0].first, forces[0].last, "carried", "rule.state_against_militants")]


def _opponents(story: Story, draft: Draft) -> list[Blamed]:
    """In a clash the dead of one side are laid to the other: the one side whose dead stand beside them, or that the incident names."""
    beside = {m.affiliation for m in story.mates(draft) if m.affiliation and m.bond.sentence == draft.bond.sentence}
    named = [a for a in story.mentions.actors if a.actor in beside - {draft.affiliation}] or _armed(story, draft)
    sides = {a.actor for a in named} - _with_own_side(story, draft)
    # «26 من قوات النظام وتسعة مقاتلين روس»: allies fall together.
    sides = {s for s in sides if not (s and draft.affiliation and are_allies(s, draft.affiliation))}
    # Those who fly above a fight are not the ones fought with.
    sides = (sides - _ABOVE) or sides
    named = [a for a in named if a.actor in sides]
    if len(sides) != 1:
        return []
    return [Blamed(named[0], named[0].first, named[0].last, "carried", "rule.opponents")]


def _armed(story: Story, draft: Draft) -> list[ActorMention]:
    """The armed sides, but a draft's own, that its incident names, else the report."""
    document = story.document
    armed = [
        a
        for a in story.mentions.actors
        if (a.form in ("force", "name", "anaphor") or (a.form == "adjective" and _FORCES & set(a.rules)))
        and not a.person
        and a.actor not in (None, "unknown", "un_forces", draft.affiliation)
    ]
    if draft.cause == "attack":
        # An attack is no fight: only a side of its own sentence may be the one that made it.
        own = [a for a in armed if document.sentence_of[a.first] == draft.bond.sentence]
        return [a for a in own if not _in_passing(document, a)]
    sentences = set(story.sentences(draft))
    return [a for a in armed if document.sentence_of[a.first] in sentences] or _elsewhere_armed(story, armed)


def _elsewhere_armed(story: Story, armed: list[ActorMention]) -> list[ActorMention]:
    """The sides named elsewhere in a report, unless one of them claims an attack there: it need not have made this one too."""
    claimed = {b.mention.actor for b in story.mentions.blamed if b.basis == "claimed"}
    return [] if any(a.actor in claimed for a in armed) else [a for a in armed if a.form != "adjective"]


def _in_passing(document: Document, actor: ActorMention) -> bool:
    """ "فروا إلى مناطق تحت سيطرة القوات", "خلية على صلة بالجهاز": sides by which something else is told."""
    before = document.tokens[actor.first - 1].text if actor.first else ""
    return before in words("in_passing") or document.tokens[actor.first].text.startswith("ب")


def _with_own_side(story: Story, draft: Draft) -> set[str | None]:
    """The sides that are named together with a draft's own: "المسلحون الحوثيون وقوات صالح"."""
    document = story.document
    # "بين الجيش والمتمردين" names the two that fight each other.
    actors = [a for a in story.mentions.actors if a.actor and document.tokens[a.first - 1].text != "بين"]
    own = [a for a in actors if a.actor == draft.affiliation]
    together = {b.actor for a in own for b in joined_to(document, a, actors)}
    return together | {a.actor for a in actors if any(b in own for b in joined_to(document, a, actors))}
