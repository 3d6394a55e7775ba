"""
A second look at a report's words, independent of what was read: which numbers, sides and hedges stand where.

It exists so that a claim that does not fit its own words shows it before a person accepts it, and so that a number
can be read from words that a person selects.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from hasila.extract.groups import find_groups
from hasila.extract.mentions import Finder, Mentions, Setting
from hasila.model.claim import Claim
from hasila.model.record import Quote
from hasila.pack.rows import load_pack
from hasila.text.tokens import Document, read_document

LONGEST = 100_000
"""No second look at texts of more characters: such a text is no article, and a page must answer quickly."""


@cache
def _finder() -> Finder:
    return Finder(load_pack())


def _setting(published: date | None, country: str | None) -> Setting:
    """Places are not looked up again and nothing counts as furniture: only numbers, sides and hedges matter here."""
    return Setting(published=published, country=country, places=(), grain=lambda _: 9, furniture=())


@dataclass(frozen=True)
class Count:
    """A number as words tell it."""

    low: int | None
    high: int | None
    approx: bool


def count_in(words: str) -> Count | None:
    """
    The number that some words tell, None where they tell none.

    >>> count_in("مقتل ثلاثة مدنيين"), count_in("طفلين")
    (Count(low=3, high=3, approx=False), Count(low=2, high=2, approx=False))
    >>> count_in("في البلدة") is None
    True
    """
    if len(words) > LONGEST:
        return None
    finder = _finder()
    document = read_document(words, finder.knows)
    # A report's people are sought beside words of harm; words that a person selects may hold none: then all of them.
    groups = finder.find(document, _setting(None, None)).groups or find_groups(document, finder.people)
    told = [g for g in groups if g.low is not None or g.high is not None]
    return Count(told[0].low, told[0].high, told[0].approx) if told else None


@dataclass(frozen=True)
class SecondLook:
    """What stands in a report's words."""

    document: Document
    mentions: Mentions

    def counts_at(self, quotes: tuple[Quote, ...]) -> list[Count]:
        """The numbers of people told in these words, as they stand in the report; else as they stand alone."""
        groups = [g for g in self.mentions.groups if self._within(g.first, g.last, quotes)]
        told = [Count(g.low, g.high, g.approx) for g in groups if g.low is not None or g.high is not None]
        return told or [count for quote in quotes if (count := count_in(quote.text)) is not None]

    def sides_at(self, quotes: tuple[Quote, ...]) -> set[str]:
        """The sides named in these words."""
        return {a.actor for a in self.mentions.actors if a.actor and self._within(a.first, a.last, quotes)}

    def sentence(self, quote: Quote) -> tuple[int, int]:
        """The tokens of the sentence, or sentences, that a quote stands in."""
        tokens, sentences = self.document.tokens, self.document.sentences
        touching = [
            (a, b) for a, b in sentences if b > a and tokens[a].start < quote.end and tokens[b - 1].end > quote.start
        ]
        return (touching[0][0], touching[-1][1]) if touching else (0, 0)

    def hedges(self, quote: Quote, reads: str) -> list[str]:
        """The words of denial ("denied") or doubt ("uncertain") in the sentence of a quote, as written."""
        first, last = self.sentence(quote)
        found = [h for h in self.mentions.hedges if h.reads == reads and first <= h.first and h.last <= last]
        said = [self.document.quote(h.first, h.last).text for h in found]
        if reads == "denied":
            told = (s for s in self.mentions.sources if s.attitude == "denies" and first <= s.first < last)
            said += [self.document.quote(s.first, s.last).text for s in told]
        return list(dict.fromkeys(said))

    def _within(self, first: int, last: int, quotes: tuple[Quote, ...]) -> bool:
        start, end = self.document.tokens[first].start, self.document.tokens[last - 1].end
        return any(start < quote.end and end > quote.start for quote in quotes)


def second_look(words: str, title: int, published: date | None, country: str | None) -> SecondLook | None:
    """Look at a report's words again; `title` is the length of its title. None for a text too long for an article."""
    if len(words) > LONGEST:
        return None
    finder = _finder()
    document = read_document(words, finder.knows, title)
    return SecondLook(document, finder.find(document, _setting(published, country)))


def number_words(claim: Claim) -> tuple[Quote, ...]:
    """The words that a claim's number rests on."""
    return claim.evidence.get("victims") or claim.evidence.get("low") or (claim.quote,)
