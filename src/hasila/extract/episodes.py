"""Episodes: the stretches of a report that tell of one incident each, so that what is told once holds for all its claims."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hasila.extract.bind import Bond
from hasila.extract.mentions import Mentions
from hasila.extract.where import is_place
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

# Sentences that begin so turn to something else.
_TURNS = tuple(
    " ".join(fold_word(w) for w in phrase.split())
    for phrase in (
        "من جهة أخرى|من ناحية أخرى|من جانب آخر|وفي سياق|في سياق|إلى ذلك|وعلى صعيد|على صعيد|في غضون ذلك|وفي حادث|في حادث|وفي هجوم|وفي تطور|"
        "يذكر أن|يشار إلى|تجدر الإشارة|وكان|وكانت|ومنذ|وسبق|وفي وقت سابق|وقبل|كما شهدت|وفي|وخلال|ويأتي|وتأتي|وتشهد|ويشهد|وأدت الحرب|وتسببت|في المقابل|وبالمقابل|من جهتها|بالتزامن"
    ).split("|")
)


@dataclass(slots=True)
class Episode:
    """What is told of one incident: its sentences, the places and the times named in them."""

    number: int
    sentences: set[int] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    tolls: set[tuple[str, int | None, int | None]] = field(default_factory=set)
    background: bool = False


def _opens(document: Document, sentence: int) -> str:
    first, last = document.sentences[sentence]
    return document.text(first, min(last, first + 3))


def turns(document: Document, sentence: int) -> bool:
    """Whether a sentence begins with words that turn to something else."""
    return _opens(document, sentence).startswith(_TURNS)


def find_episodes(document: Document, bonds: Sequence[Bond], mentions: Mentions, told: set[int]) -> dict[int, Episode]:
    """Sentence → episode, for the sentences that tell harm or an attack (`told`)."""
    places, times = mentions.places, mentions.times
    episodes: list[Episode] = []
    of: dict[int, Episode] = {}
    current: Episode | None = None
    for sentence, (first, last) in enumerate(document.sentences):
        names = {p.name for p in places if first <= p.first < last and is_place(p)}
        days = {str(t.phrase) for t in times if first <= t.first < last and t.phrase.kind in ("day", "night", "period", "since")}
        tolls = {(b.outcome, b.group.low, b.group.high) for b in bonds if b.sentence == sentence and b.group.low is not None}
        if sentence not in told:
            if current is not None and not turns(document, sentence):
                of[sentence] = current
                current.sentences.add(sentence)
            continue
        chosen = _choose(episodes, current, names, days, tolls, turns(document, sentence))
        if chosen is None:
            chosen = Episode(len(episodes))
            episodes.append(chosen)
        chosen.sentences.add(sentence)
        chosen.names |= names
        chosen.times |= days
        chosen.tolls |= tolls
        of[sentence] = current = chosen
    return of


def _choose(
    episodes: list[Episode], current: Episode | None, names: set[str], days: set[str], tolls: set[tuple[str, int | None, int | None]], turned: bool
) -> Episode | None:
    """The episode that a sentence goes on with, or None for a new one."""
    for episode in episodes:
        if tolls & episode.tolls and not (days and episode.times and not days & episode.times and names and not names & episode.names):
            return episode
    for episode in episodes:
        if names & episode.names and not (days and episode.times and not days & episode.times):
            return episode
    if current is None:
        return None
    other_day = bool(days and current.times and not days & current.times)
    other_place = bool(names and current.names and not names & current.names)
    if other_day or (other_place and (turned or len(episodes) > 0)) or (turned and (names or days or tolls)):
        return None
    return current
