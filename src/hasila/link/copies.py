"""Copies: texts that are one text, such as a wire story in ten outlets or a post and its repost.

Texts are compared by their three-word shingles, spelling folded. A bottom-k MinHash (Broder 1997) finds the pairs worth
comparing: of the hashes of its shingles each text keeps the 12 smallest, which are a fair sample of all. Pairs that
share three of them are then compared exactly, so the sketch can only miss pairs, never make them up: the chance that
two texts of likeness j share fewer than 3 of 12 is 0.02 at j = 0.5, 0.003 at 0.6, nothing above 0.7.
"""

from array import array
from collections import defaultdict
from collections.abc import Mapping
from hashlib import blake2b

from hasila.link.wording import words_of

ALIKE = 0.5  # shared shingles over all shingles (Jaccard)
INSIDE = 0.8  # shared shingles over those of the shorter text, where one text holds the other
SHORTEST = 8  # shingles; of shorter texts ("urgent: strikes on the town") likeness says nothing
SKETCH, SHARED = 12, 3
NEXT, SMALL, NEXT_OF_MANY = 12, 50, 3  # texts of one bucket are compared with so many that follow; of large ones with 3
_MASK = (1 << 64) - 1
_hashes: dict[str, int] = {}


def _hash(word: str) -> int:
    """A 64-bit hash of a word that is the same on every machine."""
    if word not in _hashes:
        if len(_hashes) > 500_000:
            _hashes.clear()
        _hashes[word] = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
    return _hashes[word]


def shingles(text: str) -> frozenset[int]:
    """The three-word shingles of a text, hashed to 64 bits."""
    hashes = [_hash(word) for word in words_of(text)]
    return frozenset(
        ((a ^ (b << 21) ^ (c << 42)) * 0x9E3779B97F4A7C15 >> 16) & _MASK
        for a, b, c in zip(hashes, hashes[1:], hashes[2:], strict=False)
    )


def likeness(a: frozenset[int], b: frozenset[int]) -> tuple[float, float]:
    """Shared shingles as a share of all (Jaccard) and of the smaller set (containment)."""
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared or 1), shared / (min(len(a), len(b)) or 1)


def families(texts: Mapping[str, str]) -> dict[str, str]:
    """
    To each text's id the id of its family: the smallest id among the texts that are copies of one another.

    >>> story = "قالت مصادر محلية إن قصفا مدفعيا طال أطراف القرية صباح اليوم وأسفر عن جرح رجل وابنه"
    >>> families({"a": story, "b": "عاجل | " + story, "c": "خبر آخر تماما عن مدينة أخرى وعن يوم آخر وعن أناس آخرين"})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    parts: dict[str, array[int]] = {}
    sketches: dict[str, frozenset[int]] = {}
    buckets: defaultdict[int, list[str]] = defaultdict(list)
    for key in sorted(texts):
        found = shingles(texts[key])
        if len(found) >= SHORTEST:
            parts[key] = array("Q", found)
            sketches[key] = frozenset(sorted(found)[:SKETCH])
            for value in sketches[key]:
                buckets[value].append(key)
    heads = {key: key for key in texts}
    for value, bucket in buckets.items():
        if len(bucket) == 1:
            continue
        following = NEXT if len(bucket) <= SMALL else NEXT_OF_MANY
        for at, a in enumerate(bucket):
            for b in bucket[at + 1 : at + 1 + following]:
                shared = sketches[a] & sketches[b]
                # A pair meets in each bucket that it shares: it is compared in one of them.
                if len(shared) >= SHARED and value == min(shared) and _copies(parts[a], parts[b]):
                    low, high = sorted((_head(heads, a), _head(heads, b)))
                    heads[high] = low
    return {key: _head(heads, key) for key in texts}


def _copies(a: "array[int]", b: "array[int]") -> bool:
    alike, inside = likeness(frozenset(a), frozenset(b))
    return alike >= ALIKE or inside >= INSIDE


def _head(heads: dict[str, str], key: str) -> str:
    while heads[key] != key:
        heads[key] = heads[heads[key]]
        key = heads[key]
    return key
