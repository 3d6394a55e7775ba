"""The words of a text as search knows them, and the words that a person looks for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hasila.model.claim import Reading
from hasila.model.report import Report
from hasila.text.fold import fold

_WORD = re.compile(r"[^\W_]+")
LONGEST = 60
"""A longer word is kept by its first 60 letters: nobody searches for more."""

_BEFORE = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "ال", "وال", "فال", "بال", "كال", "وبال", "لل", "ولل")
_ARTICLES = ("وبال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال")


@dataclass(frozen=True)
class Wanted:
    """
    A word looked for: `inside` is sought within words.

    Up to two letters it would stand in too many words; then `forms` lists the whole words that count.
    """

    inside: str
    forms: tuple[str, ...] = ()


def wanted_words(asked: str) -> list[Wanted]:
    """
    The words looked for, folded and without the article.

    >>> [w.inside for w in wanted_words("قصف بالباغوز")]
    ['قصف', 'باغوز']
    >>> wanted_words("يد")[0].forms[:3]
    ('يد', 'ويد', 'فيد')
    """
    return [_wanted(word) for word in dict.fromkeys(_WORD.findall(fold(asked).text))]


def _wanted(word: str) -> Wanted:
    stem = _without_article(word[:LONGEST])
    return Wanted(stem) if len(stem) > 2 else Wanted(stem, tuple(before + stem for before in _BEFORE))


def _without_article(word: str) -> str:
    """The word without an article and what stands before it; a rest of under three letters is no word of its own."""
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 3:
            return word[len(article) :]
    return word


def words_of(report: Report, reading: Reading) -> set[str]:
    """
    The distinct words by which a report is found: its own, folded, and English ones of what was read in it.

    >>> from hasila.model.report import report_of
    >>> sorted(words_of(report_of("قصفٌ على الباغوز"), Reading(id="r", pack="ar-1")))
    ['الباغوز', 'علي', 'قصف']
    """
    told = " ".join((report.title or "", report.text, report.outlet or "", " ".join(_english(reading))))
    return {word[:LONGEST] for word in _WORD.findall(fold(told).text.replace("_", " "))}


def _english(reading: Reading) -> Iterable[str]:
    """Provinces, outcomes, causes and sides of what was read: words for who searches in English."""
    for claim in reading.claims:
        yield from (claim.outcome, claim.cause, *claim.perpetrators, *claim.kinds)
        if claim.place and claim.place.admin1:
            yield claim.place.admin1
    for event in reading.events:
        yield from (event.cause, *(blame.actor for blame in event.blame))
        if event.place and event.place.admin1:
            yield event.place.admin1
