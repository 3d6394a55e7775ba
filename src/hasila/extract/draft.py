"""A claim in the making, and the story that it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from hasila.extract.blame_words import Blamed
from hasila.extract.bond import Bond
from hasila.extract.episodes import Episode
from hasila.extract.mentions import Mentions
from hasila.extract.places import PlaceMention
from hasila.extract.sources import Attribution
from hasila.extract.times import TimeMention
from hasila.text.tokens import Document

Words = tuple[int, int]
Sex = Literal["male", "female"]


class Named(NamedTuple):
    """A victim's name at tokens [first, last); `joined`: a list's "و" is attached to it."""

    first: int
    last: int
    age: int | None
    sex: Sex | None
    joined: bool = False


@dataclass(slots=True)
class Draft:
    """A claim in the making. `words` maps a field to the token intervals that it rests on; `beside`: the incident's places; `told_before`: the date told before its time."""

    bond: Bond
    outcome: str
    low: int | None
    high: int | None
    approx: bool
    unit: str
    status: str
    kinds: tuple[str, ...]
    affiliation: str | None
    cause: str
    blamed: list[Blamed]
    carried: list[Blamed]
    place: PlaceMention | None
    time: TimeMention | None
    source: Attribution | None
    scope: str
    stance: str
    parent: "Draft | None"
    episode: Episode
    first: int
    last: int
    words: dict[str, list[Words]] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    beside: list[PlaceMention] = field(default_factory=list)
    told_before: TimeMention | None = None
    named: list[Named] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Story:
    """A document with what was found in it, its drafts, and which sentence tells of which episode."""

    document: Document
    mentions: Mentions
    episode_of: dict[int, Episode]
    drafts: Sequence[Draft]

    def mates(self, draft: Draft) -> list[Draft]:
        """The drafts of the same episode, the nearest first, the draft itself left out."""
        mates = [d for d in self.drafts if d.episode is draft.episode and d is not draft]
        return sorted(mates, key=lambda m: abs(m.first - draft.first))

    def sentences(self, draft: Draft) -> list[int]:
        """The sentences of a draft's episode, the nearest first."""
        own = [s for s, e in self.episode_of.items() if e is draft.episode]
        return sorted(own, key=lambda s: abs(s - draft.bond.sentence))
