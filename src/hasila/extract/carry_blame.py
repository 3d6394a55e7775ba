"""Blame that is told once for an incident and holds for all its claims; carried blame is marked as such."""

from hasila.extract.blame_words import Blamed
from hasila.extract.bond import HIT_OR_MISSING, IN_HANDS
from hasila.extract.clause_words import told_apart
from hasila.extract.deeds import may_be_by, most_fitting
from hasila.extract.draft import Draft, Story
from hasila.extract.episodes import turns
from hasila.extract.opponents import drop_claims_of_allies, is_attacker, of_fight
from hasila.extract.places import PlaceMention
from hasila.extract.subjects import nameless_subject
from hasila.extract.where import outer_places
from hasila.pack.context import words
from hasila.text.tokens import Document


def carry_blame(story: Story, draft: Draft) -> None:
    """Who is blamed anywhere in the text for an incident is blamed in all its claims (codebook, Blame)."""
    drop_claims_of_allies(story, draft)
    if _laid_to_nobody(story, draft):
        draft.blamed = []
        return
    if not draft.blamed:
        draft.carried = of_fight(story, draft) or _same_doers(story, draft) or _of_group_before(story, draft)
    if draft.outcome == "detained" and not draft.blamed and not draft.carried:
        draft.carried = _captors(story, draft)
    # A total carries blame only from its own sentence; a clash only where it is known whose the dead are.
    if (
        draft.scope == "cumulative"
        or (draft.cause == "clash" and draft.affiliation is None)
        or draft.outcome == "displaced"
        or draft.outcome in IN_HANDS
    ):
        return
    if nameless_subject(story.document, draft.bond, story.mentions.groups) is not None:
        return
    if draft.blamed:
        draft.blamed += _named_beside(story, draft)
        return
    pool = (
        _of_mates(story, draft)
        or _of_sentences(story, draft)
        or _claimed_anywhere(story, draft)
        or _of_crackdown(story, draft)
    )
    # A total is of many attacks: whoever is blamed for it need not have made this one.
    of_totals = {id(b) for m in story.mates(draft) if m.scope == "cumulative" for b in m.blamed}
    seen: set[str] = set()
    for b in most_fitting(story, draft, [b for b in pool if id(b) not in of_totals]):
        actor = b.mention.actor
        if actor and actor not in ("unknown", draft.affiliation) and actor not in seen and _fits(story, draft, b):
            seen.add(actor)
            draft.carried.append(b._replace(basis="carried" if b.basis == "stated" else b.basis))


# Who is told to have killed an attacker himself.
_BY_HAND = {"rule.agent", "rule.doer", "rule.subject"}


def _laid_to_nobody(story: Story, draft: Draft) -> bool:
    """Attackers who die with their bomb, and the dead of both sides of a fight under one number (codebook, Blame)."""
    tokens = story.document.tokens
    if draft.cause == "suicide_bomb" and is_attacker(draft):
        return not any(b.rule in _BY_HAND for b in draft.blamed)
    after = tokens[draft.bond.group.last : draft.bond.group.last + 4]
    return draft.cause == "clash" and any(t.text in words("both_sides") for t in after)


def _named_beside(story: Story, draft: Draft) -> list[Blamed]:
    """Sides that the title blames together with the one that the claim's own words repeat."""
    document = story.document
    own = {b.mention.actor for b in draft.blamed}
    lead = [m for m in story.mates(draft) if m.first < document.title_last or m.bond.sentence == 0]
    told = [b for m in lead if is_attacker(m) == is_attacker(draft) for b in m.blamed if _shared(draft, m, b)]
    together = {b.mention.actor for b in told}
    if not (own & together) or not all(b.basis == "stated" for b in draft.blamed):
        return []
    return [b._replace(basis="carried") for b in told if b.mention.actor not in own and _fits(story, draft, b)]


def _of_group_before(story: Story, draft: Draft) -> list[Blamed]:
    """ "قتل أربعون مسلحاً في معارك وأصيب ثلاثون آخرون": others are laid to whom the group before them is laid to."""
    if not draft.bond.group.others or draft.affiliation is not None:
        return []
    before = [m for m in story.drafts if m.bond.sentence == draft.bond.sentence and m.first < draft.first]
    told = [m for m in before[-1:] if m.cause == draft.cause and m.status == draft.status]
    return [b._replace(basis="carried") for m in told for b in (*m.blamed, *m.carried)]


def _of_mates(story: Story, draft: Draft) -> list[Blamed]:
    """The sides blamed for the other claims of the incident, where these were told of the same place and people."""
    mates = [m for m in story.mates(draft) if m.outcome in HIT_OR_MISSING]
    mates = [m for m in mates if not _elsewhere(story, draft, m)]
    # Who killed the attackers did not kill those whom they attacked.
    mates = [m for m in mates if is_attacker(m) == is_attacker(draft)]
    return [b for m in mates for b in m.blamed if _shared(draft, m, b)]


def _shared(draft: Draft, mate: Draft, blamed: Blamed) -> bool:
    if blamed.rule == "rule.other_side":
        return draft.cause == "clash" and mate.affiliation == draft.affiliation
    if blamed.rule == "rule.announced_by_the_side":
        # A side that announces its enemy's losses claims those alone.
        return mate.status == draft.status == "combatant" and mate.bond.sentence == draft.bond.sentence
    return True


def _of_sentences(story: Story, draft: Draft) -> list[Blamed]:
    """The sides that the incident's sentences blame, whether or not they tell a claim."""
    document, sentences = story.document, set(story.sentences(draft))
    return [b for b in story.mentions.blamed if document.sentence_of[b.first] in sentences and b.mention.actor]


def _claimed_anywhere(story: Story, draft: Draft) -> list[Blamed]:
    """Whoever claims responsibility is a perpetrator of what the report is about, wherever it tells of the claim."""
    if draft.episode.number:
        return []
    # A sentence that tells a harm of its own tells who claims that one.
    others = {d.bond.sentence for d in story.drafts if d.episode is not draft.episode}
    claimed = [b for b in story.mentions.blamed if b.basis == "claimed" and b.mention.actor]
    return [b for b in claimed if story.document.sentence_of[b.first] not in others and not _of_past(story, b)]


def _of_past(story: Story, blamed: Blamed) -> bool:
    """ "وفي أيار الماضي، أعلن التنظيم مسؤوليته عن هجوم": a claim told with another time is of another attack."""
    sentence = story.document.sentence_of[blamed.first]
    first, _ = story.document.sentences[sentence]
    told = [t for t in story.mentions.times if first <= t.first < blamed.first]
    return turns(story.document, sentence) and any(t.phrase.kind == "period" for t in told)


def _captors(story: Story, draft: Draft) -> list[Blamed]:
    """Who took people, where another claim of one incident tells it: the title says only that they were arrested."""
    taken = [m for m in story.mates(draft) if m.outcome == "detained" and m.scope == draft.scope and m.blamed]
    near = [m for m in taken if m.status == draft.status and m.affiliation == draft.affiliation]
    return [b._replace(basis="carried") for b in near[0].blamed] if near else []


def _of_crackdown(story: Story, draft: Draft) -> list[Blamed]:
    """The one side that a report tells to put down demonstrations, for those hurt at one of them."""
    if draft.cause != "crackdown" or draft.status == "combatant":
        return []
    told = [b for d in story.drafts if d.cause == "crackdown" for b in d.blamed if b.basis == "stated"]
    return told[:1] if len({b.mention.actor for b in told}) == 1 else []


def _fits(story: Story, draft: Draft, blamed: Blamed) -> bool:
    """Whether a side blamed elsewhere in the incident may be blamed for a draft."""
    apart = abs(story.document.sentence_of[blamed.first] - draft.bond.sentence)
    if blamed.basis == "accused" and apart > 1:
        # A general accusation elsewhere in the report is not blame for this attack.
        return False
    if not apart and told_apart(story.document, blamed.last, draft.bond.first, draft.scope == "cumulative"):
        return False
    if blamed.rule == "ar.blame.answer" and draft.cause != "crackdown":
        # «وردت الفصائل بقصف»: who answers an attack did not make it.
        return False
    if blamed.rule in ("ar.blame.own_attack", "ar.blame.runs") or _only_some(story.document, blamed):
        return False
    if draft.bond.group.regulars and draft.affiliation is None:
        # Whose soldiers they are is not known: it may be the side that is blamed.
        return False
    if is_attacker(draft) and blamed.basis == "claimed" and blamed.rule != "rule.announced_by_the_side":
        # Whoever claims an attack did not kill those who made it.
        return False
    return may_be_by(story, draft, blamed)


def _elsewhere(story: Story, draft: Draft, mate: Draft) -> bool:
    """Whether two drafts are each told with a place of their own, so that one side need not have done both."""

    def own(of: Draft) -> PlaceMention | None:
        told = of.place is not None and story.document.sentence_of[of.place.first] == of.bond.sentence
        return of.place if told and of.place and story.mentions.grain(of.place) < _REGION else None

    here, there = own(draft), own(mate)
    if here is None or there is None or here is there or here.name == there.name:
        return False
    nested = {id(p) for p in (*outer_places(story.mentions, here), *outer_places(story.mentions, there))}
    return id(here) not in nested and id(there) not in nested


# From here on (`Mentions.grain`) a place is a province or more: others lie in it.
_REGION = 3


def _same_doers(story: Story, draft: Draft) -> list[Blamed]:
    """ "... وفي بلدة مجاورة خطفوا امرأتين": a verb for "they" whose doers are those of the sentence before."""
    harm = draft.bond.harm
    if (
        harm is None
        or harm.shape != "verb"
        or not harm.names_doer
        or draft.bond.doer
        or draft.bond.group.first < harm.last
    ):
        return []
    if not story.document.tokens[harm.last - 1].text.endswith("وا"):
        return []
    near = [
        d
        for d in story.drafts
        if 0 <= draft.bond.sentence - d.bond.sentence <= 1 and d.first < draft.first and d.blamed
    ]
    return (
        [b._replace(basis="carried") for b in near[-1].blamed if b.mention.actor != draft.affiliation] if near else []
    )


def _only_some(document: Document, blamed: Blamed) -> bool:
    """ "تبنى التنظيم بعضها": who claims some of several attacks is blamed for their total, and for no single one."""
    return blamed.basis == "claimed" and document.tokens[blamed.last].text.startswith("بعض")
