"""The figures: precision, recall and F1 by how much of a claim must be right, wrong blame, fields, intervals."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hasila.evaluate.matching import CORE, FIELDS, STRICT, Coded, Pair, has_number, pairs_of
from hasila.evaluate.wording import actor_set

RATES = ("toll", "toll_numeric", "core", "strict")
_SEED = 1  # the same reports give the same intervals
_LOWEST, _HIGHEST = 0.025, 0.975


@dataclass(frozen=True, slots=True)
class Rate:
    """How many claims were read rightly, of all that were read and of all that were coded."""

    hit: int
    read: int
    coded: int

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return round(self.hit / self.read, 3) if self.read else 0.0

    @property
    def recall(self) -> float:
        """The share of what was coded that was read rightly."""
        return round(self.hit / self.coded, 3) if self.coded else 0.0

    @property
    def f1(self) -> float:
        """
        The harmonic mean of both.

        >>> Rate(hit=3, read=4, coded=6).f1
        0.6
        """
        if not self.hit:
            return 0.0
        precision, recall = self.hit / self.read, self.hit / self.coded
        return round(2 * precision * recall / (precision + recall), 3)


@dataclass(frozen=True, slots=True)
class Figures:
    """
    How well reports were read.

    `rates`: toll (outcome and number), toll_numeric (of claims with a number), core (status, cause and perpetrators
    right too), strict (place, date, scope and stance as well). `wrong`: of matched claims that blame someone, the share
    that blames a side which the coded claim does not; `invented`: of those where nobody is blamed, the share that
    blames someone; None where there are no such claims. `fields`: of matched claims, the share with each field right.
    `intervals`: 95 % of each F1, by bootstrap over reports.
    """

    reports: int
    rates: Mapping[str, Rate]
    wrong: float | None
    invented: float | None
    fields: Mapping[str, float | None]
    intervals: Mapping[str, tuple[float, float]]


def evaluate(coded: Mapping[str, Sequence[Coded]], read: Mapping[str, Sequence[Coded]], resamples: int = 0) -> Figures:
    """
    The figures of claims read against claims coded, both by the id of their report.

    Reports that nobody coded are left out; coded ones that were not read count as read without a claim. With
    `resamples`, intervals by bootstrap over reports.

    >>> one = {"outcome": "killed", "low": 3, "high": 3, "status": "civilian", "quote": "ثلاثة مدنيين"}
    >>> figures = evaluate({"a": [one]}, {"a": [one, {**one, "low": 9, "high": 9}]})
    >>> figures.rates["toll"].precision, figures.rates["toll"].recall
    (0.5, 1.0)
    """
    counts, fields = [], {name: Counter[bool]() for name in FIELDS}
    for report, claims in coded.items():
        theirs = read.get(report, ())
        pairs = pairs_of(claims, theirs)
        counts.append(_count(claims, theirs, pairs))
        for pair in pairs:
            for name, right in pair.right.items():
                if right is not None:
                    fields[name][right] += 1
    total = _sum(counts)
    return Figures(
        reports=len(coded),
        rates=_rates(total),
        wrong=_share(total["wrong"], total["blaming"]),
        invented=_share(total["invented"], total["silent"]),
        fields={name: _share(c[True], c[True] + c[False]) for name, c in fields.items()},
        intervals=_intervals(counts, resamples) if resamples else {},
    )


def _count(coded: Sequence[Coded], read: Sequence[Coded], pairs: Sequence[Pair]) -> Counter[str]:
    """What one report adds to each figure."""
    count = Counter(coded=len(coded), read=len(read), toll=len(pairs))
    count["coded_numeric"] = sum(map(has_number, coded))
    count["read_numeric"] = sum(map(has_number, read))
    for pair in pairs:
        count["toll_numeric"] += has_number(coded[pair.coded])
        count["core"] += all(pair.right[name] for name in CORE)
        count["strict"] += all(pair.right[name] for name in STRICT)
        blamed = actor_set(coded[pair.coded].get("perpetrators"))
        by_us = actor_set(read[pair.read].get("perpetrators"))
        count["blaming"] += bool(blamed and by_us)
        count["wrong"] += bool(blamed and by_us - blamed)
        count["silent"] += not blamed
        count["invented"] += bool(not blamed and by_us)
    return count


def _sum(counts: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    return total


def _rates(total: Counter[str]) -> dict[str, Rate]:
    of = {name: "_numeric" if name == "toll_numeric" else "" for name in RATES}
    return {name: Rate(total[name], total["read" + end], total["coded" + end]) for name, end in of.items()}


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def _intervals(counts: Sequence[Counter[str]], resamples: int) -> dict[str, tuple[float, float]]:
    chance = random.Random(_SEED)
    draws = [_rates(_sum(chance.choices(counts, k=len(counts)))) for _ in range(resamples)]
    found = {}
    for name in RATES:
        ordered = sorted(draw[name].f1 for draw in draws)
        found[name] = (ordered[int(_LOWEST * resamples)], ordered[int(_HIGHEST * resamples)])
    return found
