"""The words in which an event is told, and how rare they are: rare words in common speak for one event."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from hasila.text.fold import plain
from hasila.text.peel import bare

KEEP = 100  # the rarest words of a telling that are compared; common ones tell no two events apart
_LETTERS = re.compile(r"[^\W_]+")
_NOT_WORDS = re.compile(r"https?://\S+|@\w+")
_DODGE = re.compile(r"(?<=[آ-ي])[.*](?=[آ-ي])")  # a dot or star inside a word, put there against filters


def words_of(text: str) -> list[str]:
    """
    The folded words of a text, without links, account names and marks.

    >>> words_of("قُصـ.ـفت البلدةُ بصاروخ https://example.org")
    ['قصفت', 'البلده', 'بصاروخ']
    """
    return [word for piece in text.split() for word in _words_in(piece)]


@lru_cache(maxsize=200_000)
def _words_in(piece: str) -> tuple[str, ...]:
    """The folded words of a piece of text without spaces: pieces recur, so that each is folded once."""
    return tuple(_LETTERS.findall(_DODGE.sub("", plain(_NOT_WORDS.sub(" ", piece)))))


@lru_cache(maxsize=20_000)
def stems_of(text: str) -> frozenset[str]:
    """
    The different words of a text without articles, those of one or two letters left out.

    >>> sorted(stems_of("من بلدة الطيبة"))
    ['بلده', 'طيبه']
    """
    return frozenset(bare(w) for w in words_of(text) if len(w) > 2)


def rarities(tellings: Sequence[Iterable[str]]) -> dict[str, float]:
    """
    The weight of each word that stands in several tellings: the logarithm of how many there are for one that has it.

    >>> rarities([["قصف", "جسر"], ["قصف", "سوق"]]).keys()
    dict_keys(['قصف'])
    """
    seen = Counter(w for words in tellings for w in words)
    return {w: math.log((1 + len(tellings)) / n) for w, n in seen.items() if n > 1}


def weighed(stems: Iterable[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """
    The rarest words with their weights, scaled to length one.

    >>> weighed(["قصف", "جسر"], {"قصف": 3.0, "جسر": 4.0})
    {'جسر': 0.8, 'قصف': 0.6}
    """
    rarest = sorted((w for w in stems if w in rarity), key=lambda w: (-rarity[w], w))[:KEEP]
    length = math.sqrt(sum(rarity[w] ** 2 for w in rarest)) or 1.0
    return {w: rarity[w] / length for w in rarest}


def alike(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """How alike two weighed wordings are, from 0 to 1 (cosine); exact sums, so that no order of words matters."""
    return math.fsum([a[word] * b[word] for word in a.keys() & b.keys()])
