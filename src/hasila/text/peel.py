"""Proclitics (و ف ب ل ك س ال) and what remains of a word without them."""

from functools import lru_cache
from typing import NamedTuple


class Peeled(NamedTuple):
    """One way to take a word apart: the proclitics before it, whether it has the article, and the bare rest."""

    prefix: str
    article: bool
    bare: str


_LEADS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
# What a word begins with from which something can be taken; most words begin with another letter.
_ATTACHED = frozenset("وفبلكسا")


@lru_cache(maxsize=200_000)
def peelings(word: str) -> tuple[Peeled, ...]:
    """
    All ways to take a folded word apart, the least taken off first. Which is right, the dictionary knows.

    >>> [p.bare for p in peelings("وبالقصف")]
    ['وبالقصف', 'بالقصف', 'القصف', 'قصف']
    >>> peelings("للمدنيين")[-1]
    Peeled(prefix='ل', article=True, bare='مدنيين')
    """
    found = [Peeled("", False, word)]
    if word[:1] not in _ATTACHED:
        return tuple(found)
    for lead in _LEADS:
        if not word.startswith(lead):
            continue
        rest = word[len(lead) :]
        for preposition in _PREPOSITIONS:
            if not rest.startswith(preposition):
                continue
            stem, prefix = rest[len(preposition) :], lead + preposition
            if len(stem) < 2:
                continue
            if prefix:
                found.append(Peeled(prefix, False, stem))
            if stem.startswith("ال") and len(stem) > 3:
                found.append(Peeled(prefix, True, stem[2:]))
            if preposition == "ل" and stem.startswith("ل") and len(stem) > 3:
                found.append(Peeled(prefix, True, stem[1:]))
        if rest.startswith("س") and len(rest) > 4 and lead + "س" != word[: len(lead) + 2]:
            found.append(Peeled(lead + "س", False, rest[1:]))
    return tuple(dict.fromkeys(found))


def bare(word: str) -> str:
    """
    A folded word without its article.

    >>> bare("المدنيين")
    'مدنيين'
    """
    return word[2:] if word.startswith("ال") and len(word) > 3 else word
