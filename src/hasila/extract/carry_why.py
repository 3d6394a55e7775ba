"""The cause that is told once for an incident and holds for all its claims."""

from hasila.extract.bond import HIT, IN_HANDS
from hasila.extract.causes import most_specific
from hasila.extract.draft import Draft, Story
from hasila.pack.context import words
from hasila.text.tokens import Document

_UPGRADES = {
    "unknown": (
        "suicide_bomb",
        "chemical",
        "drone_strike",
        "air_strike",
        "explosive",
        "shelling",
        "crackdown",
        "clash",
        "attack",
    ),
    "attack": ("suicide_bomb", "chemical", "drone_strike", "air_strike", "explosive", "shelling", "crackdown"),
    "explosive": ("suicide_bomb",),
    "shelling": ("chemical",),
}
# Shots and blades: the row of the words that tell the means of an attack.
_BY_ARMS = "ar.cause.arms"
# A cause told less specifically: how many sentences away its means may stand and still be its means.
_MEANS_REACH = 2


def carry_cause(story: Story, draft: Draft) -> None:
    """The most specific cause told anywhere for an incident holds for all its claims; totals have only their own."""
    document, mentions = story.document, story.mentions
    if draft.outcome == "displaced" or draft.outcome in IN_HANDS:
        if draft.cause == "unknown" and draft.outcome == "displaced":
            told = [
                m.cause
                for m in story.mates(draft)
                if m.outcome == "displaced" and m.cause in ("clash", "shelling", "air_strike")
            ]
            fought = any(
                h.cause == "clash" and document.sentence_of[h.first] in set(story.sentences(draft))
                for h in mentions.causes
            )
            draft.cause = most_specific(told) if told else "clash" if fought else "displacement"
        return
    if draft.cause == "unknown" and draft.scope == "cumulative":
        # "756 شهيداً ... إضافة إلى إصابة 1142": totals told in one sentence are of the same attacks.
        beside = [
            m
            for m in story.mates(draft)
            if m.bond.sentence == draft.bond.sentence
            and m.scope == draft.scope
            and m.first < draft.first
            and m.parent is None
        ]
        draft.cause = next((m.cause for m in beside if m.outcome not in IN_HANDS), "unknown")
        return
    if _blew_themselves_up(story, draft):
        draft.cause, draft.blamed = "suicide_bomb", []
        return
    if draft.cause == "unknown" and _fought(story, draft):
        draft.cause = "clash"
        return
    better = _UPGRADES.get(draft.cause, ())
    first, last = document.sentences[draft.bond.sentence]
    armed = any(h.row == _BY_ARMS and first <= h.first < last for h in mentions.causes)
    if draft.cause == "attack" and armed:
        # «لقي مصرعه بنيران مسلحين»: how these were hit is told, but not whether they demonstrated.
        better = ("crackdown",)
    if draft.cause == "shelling" and _only_bombed(document, draft):
        better = (*better, "air_strike")
    if not better or draft.scope == "cumulative":
        return
    told = [
        m.cause
        for m in story.mates(draft)
        if m.cause in better and m.scope == "incident" and _near(document, draft, m.first)
    ]
    if not told or draft.cause != "unknown":
        sentences = set(story.sentences(draft))
        hits = [h for h in mentions.causes if document.sentence_of[h.first] in sentences and h.cause in better]
        hits = [h for h in hits if not _answers(story, draft, h.first)]
        told += [h.cause for h in hits if h.cause not in ("attack", "clash") and _near(document, draft, h.first)]
    if told:
        draft.cause = most_specific(told)


def _blew_themselves_up(story: Story, draft: Draft) -> bool:
    """ "وفجر المهاجمون أنفسهم": attackers who die by their own act are laid to nobody (codebook, Blame)."""
    if draft.outcome != "killed" or draft.scope == "cumulative" or not draft.bond.group.militants:
        return False
    document = story.document
    told = [h for h in story.mentions.causes if h.row == "rule.blew_himself_up"]
    near = [h for h in told if abs(document.sentence_of[h.first] - draft.bond.sentence) <= 1]
    return any(document.tokens[h.last - 1].text in words("themselves") for h in near)


def _fought(story: Story, draft: Draft) -> bool:
    """ "سيطرت المقاومة على مواقع قتل فيها عشرة من الجماعة": fighters who die where ground is taken, or beside their enemy's dead, die in a fight."""
    if draft.affiliation is None or draft.status != "combatant" or draft.outcome not in HIT:
        return False
    document, sentence = story.document, draft.bond.sentence
    beside = {m.affiliation for m in story.drafts if m.bond.sentence == sentence and m.outcome in HIT}
    if beside - {draft.affiliation, None}:
        return True
    first, last = document.sentences[sentence]
    return any(t.text.lstrip("وف") in words("takes_ground") for t in document.tokens[first:last])


def _only_bombed(document: Document, draft: Draft) -> bool:
    """ "قصف" alone leaves open by what; shells and guns do not."""
    words = [document.tokens[at].text for first, last in draft.words.get("cause", ()) for at in range(first, last)]
    return bool(words) and all("قصف" in w for w in words)


def _answers(story: Story, draft: Draft, at: int) -> bool:
    """ "قتل خمسة في هجوم، ورد الطيران بغارات": what answers an attack is not its means."""
    answers = [b for b in story.mentions.blamed if b.rule == "ar.blame.answer" and b.first > draft.bond.first]
    return any(b.first <= at <= b.mention.last + 7 for b in answers)


def _near(document: Document, draft: Draft, at: int) -> bool:
    """Whether a word is near enough to tell the means of a bare attack; the title tells of the whole report."""
    return (
        draft.cause in ("unknown", "explosive")
        or at < document.title_last
        or abs(document.sentence_of[at] - draft.bond.sentence) <= _MEANS_REACH
    )
