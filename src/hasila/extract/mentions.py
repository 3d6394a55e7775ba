"""Everything that is found in a document before any of it is put together."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from hasila.extract.actors import ActorMention, find_actors
from hasila.extract.allies import Allies, acts_with
from hasila.extract.answered import answered, outside
from hasila.extract.blame_words import Blamed, BlameWords, blamed_by_words
from hasila.extract.causes import CauseHit, CauseWords
from hasila.extract.group import Group
from hasila.extract.groups import find_groups, told_sentences
from hasila.extract.harms import Harm, HarmWords, Hedge
from hasila.extract.people import People
from hasila.extract.places import PlaceMention
from hasila.extract.sources import Attribution, find_attributions, source_words
from hasila.extract.telling import sides_of, states_on
from hasila.extract.times import TimeMention, find_times
from hasila.pack.lexicon import Lookup
from hasila.pack.rows import Pack
from hasila.text.tokens import Document


class _Placed(Protocol):
    @property
    def first(self) -> int: ...


M = TypeVar("M", bound=_Placed)
# Province and country of a place, each None where it is not known.
Region = tuple[str | None, str | None]


def nowhere(_: PlaceMention) -> Region:
    """The region of every place where none is resolved."""
    return None, None


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of one document, each list from left to right; `within` of a place counts in `all_places`."""

    groups: Sequence[Group]
    harms: Sequence[Harm]
    hedges: Sequence[Hedge]
    causes: Sequence[CauseHit]
    places: Sequence[PlaceMention]
    times: Sequence[TimeMention]
    actors: Sequence[ActorMention]
    sources: Sequence[Attribution]
    blamed: Sequence[Blamed]
    grain: Callable[[PlaceMention], int]
    region: Callable[[PlaceMention], Region]
    all_places: Sequence[PlaceMention]
    given_names: frozenset[str] = frozenset()
    # Each country's government on the day of the report, and the country that the report is from.
    states: Mapping[str, str] = field(default_factory=dict)
    country: str | None = None
    harm_places: dict[int, list[PlaceMention]] = field(default_factory=dict)


class Setting(NamedTuple):
    """
    What is known of a report beside its words: its day, where it is set, its places, and the page's furniture.

    `grain` says how coarse a place is told: 0 a point to a town, 6 a country, 9 words that name no place; `region` its
    province and country, where they are known.
    """

    published: date | None
    country: str | None
    places: Sequence[PlaceMention]
    grain: Callable[[PlaceMention], int]
    furniture: Sequence[tuple[int, int]]
    region: Callable[[PlaceMention], Region] = nowhere


class Finder:
    """The dictionaries of a pack, ready to find mentions."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.people = People(pack)
        self.harm_words = HarmWords(pack)
        self.cause_words = CauseWords(pack)
        self.blame_words = BlameWords(pack)
        self.allies = Allies(pack)
        lexicons = (self.people.lexicon, self.harm_words.harms, self.cause_words.lexicon, sides_of(pack).lexicon)
        self._known = {w for lexicon in lexicons for w in lexicon.words}
        self._lexicons = lexicons
        self._lookup = Lookup(
            [
                self.harm_words.harms,
                self.harm_words.hedges,
                self.cause_words.lexicon,
                self.blame_words.lexicon,
                sides_of(pack).lexicon,
                source_words(pack),
            ]
        )

    def knows(self, word: str) -> bool:
        """Whether a folded word is in the dictionary: broken-up words are mended only into known ones."""
        return len(word) > 2 and any(lexicon.knows(word) for lexicon in self._lexicons)

    def find(self, document: Document, setting: Setting) -> Mentions:
        """All mentions outside the page's furniture."""
        inside = _Outside(document, [*setting.furniture, *_tags(document)])
        located = _Outside(document, setting.furniture)
        harm_hits, hedge_hits, cause_hits, blame_hits, side_hits, source_hits = self._lookup.find(document.tokens)
        named = find_actors(document, self.pack, setting.published, setting.country, side_hits)
        actors = inside.keep(self.allies.find(document, named))
        sources = inside.keep(find_attributions(document, self.pack, actors, source_hits))
        causes = inside.keep(self.cause_words.read(document, cause_hits))
        harms = inside.keep(self.harm_words.read(document, harm_hits))
        others = answered(document)
        blamed = blamed_by_words(document, blame_hits, causes, actors, sources)
        told = told_sentences(document, self.people, (document.sentence_of[h.first] for h in harms))
        return Mentions(
            groups=inside.keep(find_groups(document, self.people, _after_harm(document, harms, actors), told)),
            harms=harms,
            hedges=self.harm_words.read_hedges(hedge_hits),
            causes=causes,
            places=located.keep(setting.places),
            times=located.keep(find_times(document, self.pack)),
            actors=actors,
            sources=sources,
            blamed=[b for b in blamed if outside(b.first, others)],
            grain=setting.grain,
            region=setting.region,
            all_places=setting.places,
            given_names=self.people.names,
            states=states_on(self.pack, setting.published),
            country=setting.country,
        )


def _after_harm(document: Document, harms: Sequence[Harm], actors: Sequence[ActorMention]) -> frozenset[int]:
    """The tokens right after a harm word, or after the sides that did it ("اعتقلت القوات بمساندة الطيران فلاناً")."""
    ends = {h.last for h in harms if h.outcome != "none"}
    sides: set[int] = set()
    for actor in actors:
        joined = any(acts_with(document, last, actor) for last in sides if 0 <= actor.first - last <= 3)
        if (actor.first in ends or joined) and actor.form != "label":
            sides.add(actor.last)
    return frozenset(ends | sides)


# Hashtags with which a post ends: names of campaigns and slogans there name no side and tell no harm.
_LAST_TAGS = re.compile(r"(?:#[\w\u200c]+[\s.،|]*)+\Z")


def _tags(document: Document) -> list[tuple[int, int]]:
    """The hashtags at the end of a text, where there are two or more, or one of several words."""
    found = _LAST_TAGS.search(document.source)
    if found is None or not (found[0].count("#") > 1 or "_" in found[0]):
        return []
    return [found.span()] if found.start() else []


class _Outside:
    """Keeps the mentions that stand outside the page's furniture."""

    def __init__(self, document: Document, furniture: Sequence[tuple[int, int]]) -> None:
        self._document = document
        self._furniture = furniture

    def keep(self, mentions: Sequence[M]) -> list[M]:
        if not self._furniture:
            return list(mentions)
        starts = [t.start for t in self._document.tokens]
        return [m for m in mentions if not any(a <= starts[m.first] < b for a, b in self._furniture)]
