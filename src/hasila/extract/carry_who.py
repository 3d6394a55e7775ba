"""Who the people are, where it is told once for an incident or beside them: civilians, fighters."""

from collections.abc import Sequence
from itertools import pairwise

from hasila.extract.actors import ActorMention
from hasila.extract.bond import HIT, HIT_OR_MISSING
from hasila.extract.draft import Draft, Story
from hasila.pack.context import words
from hasila.text.tokens import Document

# What «آخرون» are with those told before them.
_SHARED = ("child", "security", "woman")


def share_status(drafts: Sequence[Draft]) -> None:
    """ "آخرون" and bare numbers straight after a group share its status (codebook, Status and kinds)."""
    previous: Draft | None = None
    for draft in drafts:
        beside = previous is not None and previous.bond.sentence == draft.bond.sentence
        bare = draft.bond.group.noun is None and not draft.parent
        if previous and beside and draft.status == "unknown" and (draft.bond.group.others or bare):
            draft.status, draft.affiliation = previous.status, previous.affiliation
        if previous and beside and draft.bond.group.others and not draft.kinds and not draft.parent:
            draft.kinds = tuple(k for k in previous.kinds if k in _SHARED)
        if not draft.parent:
            previous = draft


def share_ahead(document: Document, drafts: Sequence[Draft]) -> None:
    """ "مقتل 30 وإصابة العشرات من المتمردين": a bare number shares the people that are told right after it."""
    for draft, after in pairwise(drafts):
        group, next_group = draft.bond.group, after.bond.group
        # "82 قتيلاً و61 جريحاً في صفوف الجماعة": two outcomes of the same people.
        labels = group.outcome and next_group.outcome and next_group.status == "unknown"
        bare = (group.noun is None or labels) and draft.status == "unknown" and not draft.parent
        if bare and draft.bond.sentence == after.bond.sentence and not after.parent:
            gap = [t.text for t in document.tokens[draft.bond.last : after.bond.first]]
            joined = gap == ["و"] or (not gap and document.tokens[after.bond.first].text.startswith("و"))
            if joined and after.status != "unknown":
                draft.status, draft.affiliation = after.status, after.affiliation


def status_of_those_hit(story: Story, draft: Draft) -> None:
    """Whom the sentence names as hit, and people hurt where a crowd is put down, tell the status of the dead."""
    if draft.status != "unknown" or draft.outcome not in HIT_OR_MISSING:
        return
    document = story.document
    first, last = document.sentences[draft.bond.sentence]
    counted = {d.bond.group.first for d in story.drafts}
    hit = [
        g
        for g in story.mentions.groups
        if first <= g.first < last
        and g.first not in counted
        and g.status != "unknown"
        and any(t.text in words("hit") for t in document.tokens[max(first, g.first - 2) : g.first + 1])
    ]
    if draft.cause == "crackdown" or (hit and all(g.status == "civilian" for g in hit)):
        draft.status = "civilian"


def side_of_regulars(story: Story, draft: Draft) -> None:
    """Whose soldiers and police are where no side is told beside them: the one state of the sentence, else the country's."""
    if draft.affiliation is not None or not draft.bond.group.regulars:
        return
    document, mentions = story.document, story.mentions
    first, last = document.sentences[draft.bond.sentence]
    states = set(mentions.states.values())
    blamed = {b.mention.actor for b in draft.blamed}
    told = [a for a in mentions.actors if first <= a.first < last and a.actor in states and a.actor not in blamed]
    source = draft.source
    speaks = [a for a in told if source and source.first <= a.first < source.last]
    told = speaks or told
    named = {a.actor for a in told}
    if len(named) == 1:
        _belongs(draft, told[0], "rule.state_of_regulars")
    elif _of_their_own_campaign(story, draft):
        draft.affiliation, draft.blamed = draft.blamed[0].mention.actor, []
        draft.rules.append("rule.state_of_regulars")
    elif not named:
        place = draft.place
        country = (mentions.region(place)[1] if place else None) or mentions.country
        # Soldiers in Palestine may be of either side.
        side = mentions.states.get(country or "") if country != "PS" else None
        if side and side not in blamed:
            draft.affiliation = side
            draft.rules.append("rule.state_of_regulars")


def _of_their_own_campaign(story: Story, draft: Draft) -> bool:
    """ "تشن القوات حملة سقط خلالها عشرات الجنود": soldiers who fall in the campaign of their country's state are its own."""
    mentions = story.mentions
    state = mentions.states.get(mentions.country or "")
    return bool(draft.blamed) and all(b.mention.actor == state and b.rule == "ar.blame.verb" for b in draft.blamed)


def side_of_militants(story: Story, draft: Draft) -> None:
    """ "الإرهابيون", "المسلحون" are the one armed group that their incident names, where it names one alone."""
    if draft.affiliation is not None or not draft.bond.group.militants:
        return
    document, mentions = story.document, story.mentions
    states = set(mentions.states.values())
    armed = [
        a
        for a in mentions.actors
        if a.actor and a.actor not in ("unknown", "un_forces") and a.form in ("force", "name")
    ]
    sentences = set(story.sentences(draft))
    told = [a for a in armed if a.actor not in states and document.sentence_of[a.first] in sentences]
    if len({a.actor for a in told}) == 1:
        _belongs(draft, told[0], "rule.one_armed_group")


def _belongs(draft: Draft, side: ActorMention, rule: str) -> None:
    draft.affiliation = side.actor
    draft.words["affiliation"] = [(side.first, side.last)]
    draft.rules.append(rule)


def carry_status(story: Story, draft: Draft) -> None:
    """People whom the text calls civilians elsewhere in the incident are civilians, unless they are broken down."""
    if draft.status != "unknown" or draft.outcome not in HIT or draft.scope == "cumulative":
        return
    if any(m.parent is draft for m in story.mates(draft)) or draft.bond.group.outcome == "detained":
        return
    told = {m.status for m in story.mates(draft) if m.outcome in HIT and m.parent is None and m.status != "unknown"}
    called = any(
        r in ("ar.people.civilian", "ar.people.citizen", "ar.people.resident")
        for m in story.mates(draft)
        for r in m.bond.group.rules
    )
    if told == {"civilian"} and called:
        draft.status = "civilian"
