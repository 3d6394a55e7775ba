"""Copies: texts that are one text, such as a wire story in ten outlets or a post and its repost.

Texts are compared by their three-word shingles, spelling folded. One-permutation MinHash (Li, Owen, Zhang 2012) finds
the pairs worth comparing: every shingle is hashed once, its low bits choose one of 64 bins, each bin keeps its smallest
value, and an empty bin borrows from one drawn for it (Shrivastava 2017). Texts that agree in one of 21
bands of three bins are then compared exactly, so the sketch can only miss pairs, never make them up: two texts of
likeness j go unseen with probability of about (1 - j³)²¹: 0.06 at j = 0.5, 0.006 at 0.6, nothing above 0.7.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from hasila.link.wording import words_of

ALIKE = 0.5  # shared shingles over all shingles (Jaccard)
INSIDE = 0.8  # shared shingles over those of the shorter text, where one text holds the other
SHORTEST = 8  # shingles; of shorter texts ("urgent: strikes on the town") likeness says nothing
BINS, ROWS = 64, 3
BUCKET = 12  # texts of one band that are compared with one another; more are compared with their neighbours in order
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
        ((a * 0x9E3779B97F4A7C15) ^ (b * 0xC2B2AE3D27D4EB4F) ^ (c * 0x165667B19E3779F9)) & _MASK
        for a, b, c in zip(hashes, hashes[1:], hashes[2:], strict=False)
    )


def sketch(of: Iterable[int]) -> list[int]:
    """The one-permutation MinHash of hashed shingles: 64 numbers."""
    bins = [-1] * BINS
    for value in of:
        mixed = ((value ^ (value >> 31)) * 0xD6E8FEB86659FD93) & _MASK
        at, rest = mixed % BINS, mixed >> 6
        if bins[at] < 0 or rest < bins[at]:
            bins[at] = rest
    if not any(value >= 0 for value in bins):
        return []
    return [value if value >= 0 else _borrowed(bins, at) for at, value in enumerate(bins)]


def _borrowed(bins: list[int], at: int) -> int:
    """The value of the first full bin on this empty bin's own way through the bins."""
    step = at
    while bins[step % BINS] < 0:
        step = (step * 0x5851F42D4C957F2D + 0x14057B7EF767814F) & _MASK
        step ^= step >> 33
    return bins[step % BINS]


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
    bands: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for key in sorted(texts):
        found = shingles(texts[key])
        if len(found) < SHORTEST:
            continue
        parts[key] = array("Q", sorted(found))
        drawn = sketch(found)
        for band in range(0, BINS - ROWS + 1, ROWS):
            bands[(band, *drawn[band : band + ROWS])].append(key)
    heads = {key: key for key in texts}
    tried: set[tuple[str, str]] = set()
    for bucket in bands.values():
        for at, a in enumerate(bucket):
            for b in bucket[at + 1 : at + 1 + BUCKET]:
                if (a, b) not in tried and _head(heads, a) != _head(heads, b):
                    tried.add((a, b))
                    if _copies(parts[a], parts[b]):
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
