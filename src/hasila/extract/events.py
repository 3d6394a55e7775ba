"""Event mentions: attacks and coercive acts that a report tells, with or without harm."""

from collections.abc import Sequence
from dataclasses import dataclass

from hasila.extract.blame_words import Blamed
from hasila.extract.causes import CauseHit, most_specific
from hasila.extract.draft import Draft
from hasila.extract.episodes import Episode
from hasila.extract.mentions import Mentions
from hasila.extract.places import PlaceMention
from hasila.extract.times import TimeMention
from hasila.extract.where import is_place
from hasila.text.tokens import Document

_ATTACKS = {
    "suicide_bomb",
    "chemical",
    "drone_strike",
    "air_strike",
    "explosive",
    "shelling",
    "crackdown",
    "clash",
    "attack",
    "execution",
    "arrest",
    "abduction",
}


@dataclass(slots=True)
class EventDraft:
    """An event mention whose place and time are still words."""

    episode: int
    cause: str
    cause_words: list[CauseHit]
    blamed: list[Blamed]
    place: PlaceMention | None
    time: TimeMention | None
    main: bool


def event_drafts(
    document: Document, mentions: Mentions, drafts: Sequence[Draft], episodes: Sequence[Episode]
) -> list[EventDraft]:
    """One event mention for each episode that tells an attack or harm."""
    return [e for e in (_event(document, mentions, drafts, episode) for episode in episodes) if e]


def _event(document: Document, mentions: Mentions, drafts: Sequence[Draft], episode: Episode) -> EventDraft | None:
    claims = [d for d in drafts if d.episode is episode]
    told = [h for h in mentions.causes if document.sentence_of[h.first] in episode.sentences and h.cause in _ATTACKS]
    blamed = [b for d in claims for b in [*d.blamed, *d.carried]]
    blamed = blamed or [
        b for b in mentions.blamed if document.sentence_of[b.first] in episode.sentences and b.mention.actor
    ]
    if not claims and not told:
        return None
    cause = most_specific([d.cause for d in claims]) if claims else "unknown"
    cause = cause if cause != "unknown" else most_specific([h.cause for h in told])
    first = min(episode.sentences)
    place = next((d.place for d in claims if d.place), None) or _place(document, mentions, episode)
    time = next((d.time for d in claims if d.time), None) or _time(document, mentions, episode)
    return EventDraft(
        episode=episode.number, cause=cause, cause_words=[h for h in told if h.cause == cause][:1], blamed=blamed, place=place, time=time,
        main=episode.number == 0 or first <= 2,
    )  # fmt: skip


def _place(document: Document, mentions: Mentions, episode: Episode) -> PlaceMention | None:
    inside = [p for p in mentions.places if is_place(p) and document.sentence_of[p.first] in episode.sentences]
    return min(inside, key=mentions.grain, default=None)


def _time(document: Document, mentions: Mentions, episode: Episode) -> TimeMention | None:
    inside = [
        t
        for t in mentions.times
        if document.sentence_of[t.first] in episode.sentences and t.phrase.kind in ("day", "night", "period")
    ]
    return inside[0] if inside else None
