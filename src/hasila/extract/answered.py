"""Attacks that something answers: "قتل جندي … ردا على قصف المدينة" tells of a shelling, but not who killed the soldier, nor how."""

from collections.abc import Sequence

from hasila.extract.clause_words import BREAKS, CLAUSE_OPENERS
from hasila.pack.context import words
from hasila.text.tokens import Document

# How many words what is answered may take; behind them something else is told.
_REACH = 9


def answered(document: Document) -> list[tuple[int, int]]:
    """
    The token spans of what is only answered, behind "ردا على", "انتقاما لـ" and their like.

    >>> from hasila.text.tokens import read_document
    >>> document = read_document("قتل جندي في كمين ردا على قصف المدينة")
    >>> [document.text(first, last) for first, last in answered(document)]
    ['قصف المدينه']
    """
    found: list[tuple[int, int]] = []
    for at, token in enumerate(document.tokens):
        if token.text.removeprefix("و") not in words("answers"):
            continue
        stop = document.sentences[document.sentence_of[at]][1]
        first = at + 1
        while first < stop and document.tokens[first].text in words("answers_to"):
            first += 1
        ends = (t for t in range(first, min(stop, first + _REACH)) if _ends(document.tokens[t].text))
        found.append((first, next(ends, min(stop, first + _REACH))))
    return found


def _ends(word: str) -> bool:
    return word in BREAKS or word in CLAUSE_OPENERS or word in ("،", ",")


def outside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a token stands in none of some spans."""
    return not any(first <= at < last for first, last in spans)
