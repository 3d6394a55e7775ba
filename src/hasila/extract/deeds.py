"""Whether what a side is blamed for may be what harmed somebody: who shells is not so blamed for a car bomb, nor an executioner for a shelling."""

from collections.abc import Sequence

from hasila.extract.blame_words import Blamed
from hasila.extract.draft import Draft, Story

_FLOWN = {"air_strike", "drone_strike"}
_FIRED, _PLANTED = {"shelling", *_FLOWN}, {"explosive", "suicide_bomb"}
# What is done to people who are held already.
_HELD = {"execution", "torture", "arrest", "abduction"}


def may_be_by(story: Story, draft: Draft, blamed: Blamed) -> bool:
    """Whether the deed that a side is blamed for, by the cause words beside its blame, may be the draft's."""
    deeds = _deeds(story, blamed)
    if not deeds or draft.cause == "unknown":
        return True
    if deeds <= _HELD:
        return draft.cause in _HELD
    if draft.cause in _PLANTED:
        return not deeds <= _FIRED
    if draft.cause in _FIRED:
        return not deeds <= _PLANTED and (draft.cause != "shelling" or deeds != {"drone_strike"})
    if draft.cause == "clash":
        return not deeds <= _FLOWN
    return True


def most_fitting(story: Story, draft: Draft, pool: Sequence[Blamed]) -> Sequence[Blamed]:
    """Of sides blamed in an incident those for a deed like the draft's, where there are such: who shelled before who attacked."""
    like = _FIRED if draft.cause in _FIRED else _PLANTED if draft.cause in _PLANTED else set()
    others = [b for b in pool if b.mention.actor != draft.affiliation]
    return [b for b in others if _deeds(story, b) & like] or others


def _deeds(story: Story, blamed: Blamed) -> set[str]:
    return {h.cause for h in story.mentions.causes if blamed.first - 2 <= h.first <= blamed.last + 2}
