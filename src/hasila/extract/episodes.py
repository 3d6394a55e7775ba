"""Episodes: the stretches of a report that tell of one incident each, so that what is told once holds for all its claims."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hasila.extract.bond import Bond
from hasila.extract.mentions import Mentions
from hasila.extract.where import POINT, UNNAMED, places_of_harm
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

# Sentences that begin so turn to something else.
_TURNS = tuple(
    " ".join(fold_word(w) for w in phrase.split())
    for phrase in (
        "من جهة أخرى|من ناحية أخرى|من جانب آخر|وفي سياق|في سياق|إلى ذلك|وعلى صعيد|على صعيد|في غضون ذلك|وفي حادث|في حادث|وفي هجوم|وفي تطور|"
        "يذكر أن|يشار إلى|تجدر الإشارة|وكان|وكانت|ومنذ|وسبق|وفي وقت سابق|وقبل|كما شهدت|وفي|وخلال|ويأتي|وتأتي|وتشهد|ويشهد|وأدت الحرب|وتسببت|في المقابل|وبالمقابل|من جهتها|بالتزامن|في منتصف|في مطلع|في أواخر|في أوائل|في العشر|في بداية|في نهاية"
    ).split("|")
)


# Of these, sentences that tell of the same day; and those that go back before it.
_MEANWHILE = ("وفي ", "كما شهدت", "وتشهد", "في غضون ذلك", "بالتزامن", "وفي غضون")
_BACK = ("وفي وقت سابق", "وفي حادث")


@dataclass(slots=True)
class Episode:
    """
    What is told of one incident: its sentences, and the marks by which another sentence is known to tell of it.

    `beside`: the marks of its sentences that tell no harm.
    """

    number: int
    sentences: set[int] = field(default_factory=set)
    marks: "Marks" = field(default_factory=lambda: Marks())
    beside: "Marks" = field(default_factory=lambda: Marks())


@dataclass(slots=True)
class Marks:
    """Fine places by name, provinces, countries, times and tolls that are told."""

    points: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    tolls: set[tuple[str, int | None, int | None]] = field(default_factory=set)

    def add(self, more: "Marks") -> None:
        """Take over the marks of a sentence."""
        self.points |= more.points
        self.areas |= more.areas
        self.countries |= more.countries
        self.times |= more.times
        self.tolls |= more.tolls

    def at_other_time(self, other: "Marks") -> bool:
        """Whether both tell times, and none is the same."""
        return bool(self.times and other.times and not self.times & other.times)

    def at_other_place(self, other: "Marks") -> bool:
        """Whether both tell places that cannot be one, or lie in one another."""
        for mine, theirs in ((self.points, other.points), (self.areas, other.areas), (self.countries, other.countries)):
            if mine & theirs:
                return False
            if mine and theirs:
                return True
        return False


def _opens(document: Document, sentence: int) -> str:
    first, last = document.sentences[sentence]
    return document.text(first, min(last, first + 3))


def turns(document: Document, sentence: int) -> bool:
    """Whether a sentence begins with words that turn to something else."""
    return _opens(document, sentence).startswith(_TURNS)


def goes_on(document: Document, sentence: int) -> bool:
    """Whether a sentence that turns elsewhere only tells what happened there meanwhile: "وفي بلدة كذا", "كما شهدت"."""
    opening = _opens(document, sentence)
    return opening.startswith(_MEANWHILE) and not opening.startswith(_BACK)


def find_episodes(document: Document, bonds: Sequence[Bond], mentions: Mentions, told: set[int]) -> dict[int, Episode]:
    """Sentence → episode, for the sentences that tell harm or an attack (`told`)."""
    episodes: list[Episode] = []
    of: dict[int, Episode] = {}
    current: Episode | None = None
    listed = False
    for sentence in range(len(document.sentences)):
        turned = turns(document, sentence)
        if sentence not in told:
            if turned:
                # What comes after words that turn away is of another matter, unless it names a mark of this one.
                current = None
            elif current is not None:
                current = _returned(episodes, current, _marks(document, bonds, mentions, sentence))
                of[sentence] = current
                current.sentences.add(sentence)
            continue
        marks = _marks(document, bonds, mentions, sentence)
        resumes = _resumes(document, mentions, sentence)
        listed = _listed(document, bonds, sentence, listed)
        chosen = current if listed and current else _choose(episodes, current, marks, turned, resumes)
        if chosen is None:
            chosen = Episode(len(episodes))
            if not episodes:
                # The title tells of what the report begins with, also where it tells no harm.
                chosen.sentences |= {
                    s for s, (start, _) in enumerate(document.sentences) if start < document.title_last
                }
                of |= dict.fromkeys(chosen.sentences, chosen)
            episodes.append(chosen)
        chosen.sentences.add(sentence)
        chosen.marks.add(marks)
        of[sentence] = current = chosen
    return of


def _listed(document: Document, bonds: Sequence[Bond], sentence: int, listed: bool) -> bool:
    """Whether a sentence is an item of a toll's list: it begins with people, behind a colon or another item."""
    first, _ = document.sentences[sentence]
    begins = any(b.sentence == sentence and b.first <= first + 1 for b in bonds)
    before = [t.text for t in document.tokens[max(0, first - 2) : first] if t.text.strip()]
    return begins and (listed or before[-1:] == [":"])


def _marks(document: Document, bonds: Sequence[Bond], mentions: Mentions, sentence: int) -> Marks:
    first, last = document.sentences[sentence]
    places = [p for p in places_of_harm(document, mentions, sentence) if p.name]
    # A bare name that no gazetteer has is a point as well; its region would be guessed from beside it.
    unknown = {p.name for p in places if mentions.grain(p) > UNNAMED}
    regions = [mentions.region(p) for p in places if p.name not in unknown]
    return Marks(
        points={p.name for p in places if mentions.grain(p) < POINT} | unknown,
        areas={admin1 for admin1, _ in regions if admin1},
        countries={country for _, country in regions if country},
        times={
            str(t.phrase)
            for t in mentions.times
            if first <= t.first < last and t.phrase.kind in ("day", "night", "period", "since")
        },
        tolls={
            (b.outcome, b.group.low, b.group.high) for b in bonds if b.sentence == sentence and b.group.low is not None
        },
    )


_ATTACKS = {"air_strike", "drone_strike", "shelling", "explosive", "suicide_bomb", "chemical", "attack"}


# Words at most before the attack that a sentence opens with: "ووقع", "كما أن".
_OPENING = 2


def _resumes(document: Document, mentions: Mentions, sentence: int) -> bool:
    """Whether a sentence goes on about an attack that was told: "الهجوم", "الانفجار", with the article, and no other."""
    first, last = document.sentences[sentence]
    nouns = [h for h in mentions.causes if first <= h.first < last and h.cause in _ATTACKS]
    if nouns and nouns[0].first - first <= _OPENING:
        # "ووقع الهجوم في منطقة شهدت هجمات": what it opens with decides, unless another kind of attack is told too.
        nouns = [nouns[0], *(n for n in nouns[1:] if n.cause != "attack")]
    return bool(nouns) and all(document.tokens[h.first].text.lstrip("وفبك").startswith(("ال", "لل")) for h in nouns)


def _returned(episodes: list[Episode], current: Episode, marks: Marks) -> Episode:
    """The episode that a sentence without harm goes on with: an earlier one, where it is set in its place again."""
    if not marks.at_other_place(current.marks):
        current.beside.add(marks)
        return current
    for episode in episodes:
        told = episode.marks.points | episode.beside.points, episode.marks.areas | episode.beside.areas
        if marks.points & told[0] or marks.areas & told[1]:
            return episode
    return current


def _choose(
    episodes: list[Episode], current: Episode | None, marks: Marks, turned: bool, resumes: bool
) -> Episode | None:
    """The episode that a sentence goes on with, or None for a new one."""
    for episode in episodes:
        if marks.tolls & episode.marks.tolls and not (
            marks.at_other_time(episode.marks) and marks.at_other_place(episode.marks)
        ):
            return episode
    for episode in episodes:
        # «وفي مايو الماضي ...»: a time after words that turn away is not that of what was told without one.
        past = turned and marks.times and not episode.marks.times
        if marks.points & episode.marks.points and not past and not marks.at_other_time(episode.marks):
            return episode
    if current is None:
        return None
    elsewhen, elsewhere = marks.at_other_time(current.marks), marks.at_other_place(current.marks)
    if resumes and not turned and not (elsewhen and elsewhere):
        return current
    other = elsewhen or elsewhere
    if other or (turned and (marks.points or marks.areas or marks.times)):
        return None
    return current
