"""Proclitics (و ف ب ل ك س ال) and what remains of a word without them."""

from functools import lru_cache
from typing import NamedTuple


class Peeled(NamedTuple):
    """One way to take a word apart: the proclitics before it, whether it has the article, and the bare rest."""

    prefix: str
    article: bool
    bare: str


_new = tuple.__new__
_LEADS = frozenset("وف")
_PREPOSITIONS = frozenset("بلك")
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
    whole = _new(Peeled, ("", False, word))
    first = word[:1]
    if first not in _ATTACHED:
        return (whole,)
    found = [whole]
    for lead in ("", first) if first in _LEADS else ("",):
        rest = word[len(lead) :]
        second = rest[:1]
        for preposition in ("", second) if second in _PREPOSITIONS else ("",):
            stem, prefix = rest[len(preposition) :], lead + preposition
            if len(stem) < 2:
                continue
            if prefix:
                found.append(_new(Peeled, (prefix, False, stem)))
            if stem.startswith("ال") and len(stem) > 3:
                found.append(_new(Peeled, (prefix, True, stem[2:])))
            if preposition == "ل" and stem.startswith("ل") and len(stem) > 3:
                found.append(_new(Peeled, (prefix, True, stem[1:])))
        if second == "س" and len(rest) > 4:
            found.append(_new(Peeled, (lead + "س", False, rest[1:])))
    return tuple(found)


def bare(word: str) -> str:
    """
    A folded word without its article.

    >>> bare("المدنيين")
    'مدنيين'
    """
    return word[2:] if word.startswith("ال") and len(word) > 3 else word
