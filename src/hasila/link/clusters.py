"""Clusters: a pure function of scores and judgements, the same whatever the order of the input.

Average linkage: two clusters join while the mean score over all pairs between them is above 0, the highest mean first,
ties by id. Pairs that were never compared count with the score for the unseen, at most as many as were
compared: so chains of likenesses join no far ends, and a large block that is compared in part still makes one cluster.
"""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[str, str]


def cluster(
    ids: Iterable[str],
    scores: Mapping[Pair, float],
    unseen: float,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
) -> list[tuple[str, ...]]:
    """
    The clusters, each sorted, in the order of their first ids.

    `same` joins whatever the scores say, `different` keeps apart whatever they say; the two must not contradict.

    >>> cluster("abcd", {("a", "b"): 2.0, ("b", "c"): 1.0, ("a", "c"): -3.0}, unseen=-2.0)
    [('a', 'b'), ('c',), ('d',)]
    >>> cluster("abc", {("a", "b"): 2.0}, unseen=-2.0, same=[("a", "c")], different=[("a", "b")])
    [('a', 'c'), ('b',)]
    """
    work = _Clusters(sorted(ids), scores, unseen)
    for a, b in sorted(different):
        work.part(a, b)
    for a, b in sorted(same):
        work.join(work.head(a), work.head(b))
    work.agglomerate()
    return sorted(tuple(sorted(members)) for members in work.members.values())


class _Clusters:
    """Clusters by their smallest id, with the sum and number of the scores seen between neighbours."""

    def __init__(self, ids: list[str], scores: Mapping[Pair, float], unseen: float) -> None:
        self.unseen = unseen
        self.members = {i: [i] for i in ids}
        self.heads = {i: i for i in ids}
        self.between: dict[str, dict[str, tuple[float, int]]] = {i: {} for i in ids}
        self.apart: dict[str, set[str]] = {}
        for (a, b), value in sorted(scores.items()):
            self.between[a][b] = self.between[b][a] = (value, 1)

    def head(self, member: str) -> str:
        while self.heads[member] != member:
            self.heads[member] = self.heads[self.heads[member]]
            member = self.heads[member]
        return member

    def part(self, a: str, b: str) -> None:
        """Keep two members apart."""
        self.apart.setdefault(a, set()).add(b)
        self.apart.setdefault(b, set()).add(a)

    def mean(self, a: str, b: str) -> float:
        total, seen = self.between[a][b]
        unseen = min(seen, len(self.members[a]) * len(self.members[b]) - seen)
        return (total + self.unseen * unseen) / (seen + unseen)

    def join(self, a: str, b: str) -> str:
        """Make one cluster of two; its id is the smaller of the two."""
        if a == b:
            return a
        a, b = min(a, b), max(a, b)
        gone = self.between.pop(b)
        mine = self.between[a]
        for c, (value, seen) in gone.items():
            del self.between[c][b]
            if c != a:
                had, number = mine.get(c, (0.0, 0))
                mine[c] = self.between[c][a] = (had + value, number + seen)
        for c in self.apart.pop(b, set()):
            self.apart[c].discard(b)
            self.part(a, c)
        self.members[a] += self.members.pop(b)
        self.heads[b] = a
        return a

    def agglomerate(self) -> None:
        heap = [(-self.mean(a, b), a, b) for a, near in self.between.items() for b in near if a < b]
        heap = [entry for entry in heap if entry[0] < 0]
        heapify(heap)
        while heap:
            negative, a, b = heappop(heap)
            if (
                a not in self.between
                or b not in self.between[a]
                or -negative != self.mean(a, b)
                or b in self.apart.get(a, ())
            ):
                continue
            kept = self.join(a, b)
            for c in self.between[kept]:
                mean = self.mean(kept, c)
                if mean > 0:
                    heappush(heap, (-mean, min(kept, c), max(kept, c)))
