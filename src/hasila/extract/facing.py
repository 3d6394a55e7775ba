"""Two tolls set against each other: "1306 قتلى من الجماعة، مقابل 82 قتيلاً في صفوف القوات" are of one fight."""

from collections.abc import Sequence
from itertools import groupby

from hasila.extract.actors import ActorMention
from hasila.extract.blame_words import Blamed
from hasila.extract.bond import HIT
from hasila.extract.draft import Draft, Story
from hasila.pack.context import words


def face_tolls(story: Story) -> None:
    """Each side's dead and wounded are laid on the other, as of a clash; what makes one a total holds for all."""
    for _, told in groupby(story.drafts, key=lambda d: d.bond.sentence):
        drafts = [d for d in told if d.outcome in HIT and d.stance == "affirmed"]
        for at in range(1, len(drafts)):
            between = story.document.tokens[drafts[at - 1].last : drafts[at].first + 1]
            if any(t.text.removeprefix("و") in words("against") for t in between):
                _face(story, drafts[:at], drafts[at:])
                break


def _face(story: Story, ones: Sequence[Draft], others: Sequence[Draft]) -> None:
    one, other = _side(story, ones), _side(story, others)
    if one is None or other is None or one.actor == other.actor:
        return
    total = any(d.scope == "cumulative" for d in (*ones, *others))
    for drafts, enemy in ((ones, other), (others, one)):
        for draft in drafts:
            if draft.cause == "unknown":
                draft.cause = "clash"
            if total:
                draft.scope = "cumulative"
            if not draft.blamed:
                draft.blamed = [Blamed(enemy, enemy.first, enemy.last, "carried", "rule.facing")]
                draft.rules.append("rule.facing")


def _side(story: Story, drafts: Sequence[Draft]) -> ActorMention | None:
    """The side whose people these are, where one alone is told."""
    spans = {span for d in drafts for span in d.words.get("affiliation", ())}
    if len({d.affiliation for d in drafts if d.affiliation}) != 1:
        return None
    return next((a for a in story.mentions.actors if (a.first, a.last) in spans), None)
