"""
Fit the table of weights (src/hasila/link/weights.toml) to filed incidents, within bounds that keep it readable.

    python tools/score_linking/fit.py [SHARED] [--write]

First a logistic regression over pairs of tellings, shrunk towards the table as it is; then steps of a half and a
quarter, each kept only where the clusters get better, and worse in neither half of the months. Within a feature a level
that speaks more for one event never weighs less than one that speaks less. Before fitting to all, each half of the
months is fitted alone and measured on the other: what the fit is worth on incidents that it did not see.
"""

import dataclasses
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from material import Material, load

from hasila.link.candidates import candidates
from hasila.link.clusters import cluster
from hasila.link.copies import families
from hasila.link.features import FEATURES, levels
from hasila.link.linking import told_apart
from hasila.link.units import Unit, units_of, with_words
from hasila.link.weights import Weights, load_weights

TABLE = Path(__file__).parents[2] / "src/hasila/link/weights.toml"
SHRINK, ROUNDS, STEPS, GAIN, WORSE = 3.0, 25, (0.5, 0.25), 0.0006, 0.0002
Key = tuple[str, str]
Pair = tuple[Unit, Unit, list[Key]]
# From what speaks most for one event to what speaks most for two; `wording` and `mentions` are in order in the table.
ORDERS: dict[str, Sequence[Sequence[str]]] = {
    "day": [("same", "same_by_publication", "next", "near", "far")],
    "published": [("same", "next", "near", "far")],
    "place": [
        ("same", "close", "inside_named", "inside", "elsewhere"),
        ("inside_named", "far_but_named", "elsewhere"),
        ("named", "names_none", "names_another"),
    ],
    "cause": [("same", "kin", "differ")],
    "blame": [("same", "shared", "differ")],
    "killed": [("same", "compatible", "updated", "contradict")],
    "injured": [("same", "compatible", "updated", "contradict")],
    "names": [("shared", "differ")],
}
LEAST_OF_BEST, MOST_OF_WORST = 0.0, 0.0  # the first level never speaks against, the last never for


class Measured:
    """The pairs of the material, and how good the clusters of a table are over some of its reports."""

    def __init__(self, material: Material) -> None:
        self.material = material
        family = families({r.id: r.words for r, _ in material.readings})
        units = with_words([u for r, reading in material.readings for u in units_of(r, reading, family[r.id])])
        self.units = [u for u in units if u.kind == "incident"]
        self.pairs: list[Pair] = [
            (a, b, [(f, level) for (f, _), level in zip(FEATURES, levels(a, b), strict=True) if level != "unknown"])
            for a, b in candidates(self.units)
        ]
        self.by_id = {u.id: u for u in self.units}
        self.apart = told_apart(self.units)

    def clusters(self, weights: Weights) -> list[dict[str, object]]:
        """The linked incidents as the scorer wants them."""
        scores = {(a.id, b.id): weights.prior + sum(weights.of(*key) for key in found) for a, b, found in self.pairs}
        groups = cluster(self.by_id, scores, weights.unseen, different=self.apart)
        units = [[self.by_id[i] for i in group] for group in groups]
        return [{"id": g[0].id, "reports": sorted({u.report for u in g if u.main})} for g in units]

    def figures(self, weights: Weights, among: set[str]) -> tuple[float, float, float]:
        """Pairs F1, B-cubed F1, and B-cubed F1 over the reports whose day is known."""
        linked, scorer = self.clusters(weights), self.material.scorer
        whole = scorer.clustering(self.material.filed, linked, among)
        known = scorer.clustering(self.material.filed, linked, among & self.material.known)
        return whole["pairs"]["f1"], whole["bcubed"]["f1"], known["bcubed"]["f1"]

    def goodness(self, weights: Weights, parts: Sequence[set[str]]) -> list[float]:
        """One number for each part: B-cubed over all counts three times."""
        linked, scorer = self.clusters(weights), self.material.scorer
        out = []
        for among in parts:
            whole = scorer.clustering(self.material.filed, linked, among)
            known = scorer.clustering(self.material.filed, linked, among & self.material.known)
            out.append((whole["pairs"]["f1"] + 3 * whole["bcubed"]["f1"] + known["bcubed"]["f1"]) / 5)
        return out


def halves(material: Material, among: set[str]) -> list[set[str]]:
    """The reports of every other month with filed incidents, and those of the months between."""
    filed = [i for i in material.filed if set(i["reports"]) & among]
    number = {month: n % 2 for n, month in enumerate(sorted({i["date"][:7] for i in filed}))}
    return [{r for i in filed if number[i["date"][:7]] == n for r in i["reports"]} & among for n in (0, 1)]


def put(weights: Weights, key: Key, value: float) -> Weights:
    """The table with one weight changed."""
    feature, level = key
    row = weights.weight.get(feature, {}) | {level: round(value, 2)}
    return dataclasses.replace(weights, weight=weights.weight | {feature: row})


def orders(weights: Weights, feature: str) -> Sequence[Sequence[str]]:
    """The levels of a feature in order; a feature without an order has one of each level alone."""
    return ORDERS.get(feature) or ([tuple(weights.weight[feature])] if feature in ("wording", "mentions") else [])


def in_order(weights: Weights, feature: str) -> bool:
    """Whether the levels of a feature are in order, the best not below 0 and the worst not above."""
    table = weights.weight[feature]
    for order in orders(weights, feature):
        row = [table[level] for level in order]
        if any(a < b for a, b in pairwise(row)) or row[0] < LEAST_OF_BEST or row[-1] > MOST_OF_WORST:
            return False
    return True


def ordered(weights: Weights) -> Weights:
    """The table with each level that is out of order pulled to its neighbours; the best at least 0."""
    for feature in weights.weight:
        for _ in range(50):
            for order in orders(weights, feature):
                row = [weights.of(feature, level) for level in order]
                row[0], row[-1] = max(row[0], LEAST_OF_BEST), min(row[-1], MOST_OF_WORST)
                for n in range(len(row) - 1):
                    if row[n] < row[n + 1]:
                        row[n] = row[n + 1] = (row[n] + row[n + 1]) / 2
                for level, value in zip(order, row, strict=True):
                    weights = put(weights, (feature, level), value)
    return weights


def regress(measured: Measured, weights: Weights, among: set[str]) -> Weights:
    """Newton's method for logistic regression, each pair of reports by its best pair of tellings."""
    of = measured.material.of
    best: dict[Key, tuple[float, list[Key]]] = {}
    for a, b, found in measured.pairs:
        if a.report != b.report and a.main and b.main and {a.report, b.report} <= among:
            value = sum(weights.of(*key) for key in found)
            pair = (min(a.report, b.report), max(a.report, b.report))
            if pair not in best or value > best[pair][0]:
                best[pair] = value, found
    keys = [(f, level) for f, row in weights.weight.items() for level in row]
    place = {key: n + 1 for n, key in enumerate(keys)}
    start = [weights.prior, *(weights.of(*key) for key in keys)]
    rows = [([0, *(place[k] for k in found if k in place)], bool(of[a] & of[b])) for (a, b), (_, found) in best.items()]
    theta = list(start)
    for _ in range(ROUNDS):
        step = _newton(theta, start, rows)
        scale = min(1.0, 1.0 / max(map(abs, step)))
        theta = [t + scale * s for t, s in zip(theta, step, strict=True)]
    fitted = dataclasses.replace(weights, prior=round(theta[0], 2))
    for key, value in zip(keys, theta[1:], strict=True):
        fitted = put(fitted, key, value)
    return fitted


def _newton(theta: list[float], start: list[float], rows: list[tuple[list[int], bool]]) -> list[float]:
    size = len(theta)
    gradient = [0.0, *(-SHRINK * (t - s) for t, s in zip(theta[1:], start[1:], strict=True))]
    hessian = [[0.0] * size for _ in range(size)]
    for n in range(size):
        hessian[n][n] = SHRINK if n else 1e-6
    for found, same in rows:
        chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(theta[k] for k in found)))))
        for i in found:
            gradient[i] += same - chance
            for k in found:
                hessian[i][k] += chance * (1 - chance)
    return _solve([[*row, g] for row, g in zip(hessian, gradient, strict=True)])


def _solve(rows: list[list[float]]) -> list[float]:
    """Gaussian elimination; the matrix is positive definite."""
    size = len(rows)
    for i in range(size):
        for j in range(i + 1, size):
            if rows[j][i]:
                factor = rows[j][i] / rows[i][i]
                rows[j] = [x - factor * y for x, y in zip(rows[j], rows[i], strict=True)]
    out = [0.0] * size
    for i in reversed(range(size)):
        out[i] = (rows[i][size] - sum(rows[i][k] * out[k] for k in range(i + 1, size))) / rows[i][i]
    return out


def climb(measured: Measured, weights: Weights, among: set[str]) -> Weights:
    """Steps of one weight at a time, kept where both halves are served."""
    parts = halves(measured.material, among)
    now = measured.goodness(weights, parts)
    uses = Counter(key for _, _, found in measured.pairs for key in found)
    moves: list[Callable[[Weights, float], Weights]] = [
        lambda w, s: dataclasses.replace(w, prior=round(w.prior + s, 2)),
        *((lambda w, s, key=key: put(w, key, w.of(*key) + s)) for key, _ in uses.most_common()),  # type: ignore[misc]
    ]
    for step in STEPS:
        for move in moves:
            for signed in (step, -step):
                while True:
                    tried = move(weights, signed)
                    if not all(in_order(tried, f) for f in tried.weight):
                        break
                    then = measured.goodness(tried, parts)
                    if sum(then) - sum(now) < 2 * GAIN or any(b < a - WORSE for a, b in zip(now, then, strict=True)):
                        break
                    weights, now = tried, then
    return weights


def fit(measured: Measured, weights: Weights, among: set[str]) -> Weights:
    """Regression, order, then steps; clusters join by means, so the prior starts one above that of single pairs."""
    fitted = ordered(regress(measured, weights, among))
    return climb(measured, dataclasses.replace(fitted, prior=round(fitted.prior + 1, 2)), among)


def written(table: str, weights: Weights) -> str:
    """The text of the table with its numbers replaced; sentences and comments stay."""
    lines, feature = [], ""
    for line in table.split("\n"):
        if head := re.match(r"\[(\w+)\]", line):
            feature = head[1]
        if row := re.match(r"(\w+) = \{ weight = [-.\d]+,(.*)", line):
            line = f"{row[1]} = {{ weight = {weights.of(feature, row[1])},{row[2]}"
        lines.append(f"prior = {weights.prior}" if line.startswith("prior") else line)
    return "\n".join(lines)


def main(shared: Path, write: bool) -> None:
    """Print what the fit is worth on months that it did not see, then fit to all."""
    measured = Measured(load(shared))
    whole = set(measured.material.of) & {r.id for r, _ in measured.material.readings}
    start = load_weights()
    print("pairs F1, B-cubed, B-cubed where the day is known")
    print("as shipped", measured.figures(start, whole), flush=True)
    for mine, other in ((0, 1), (1, 0)):
        parts = halves(measured.material, whole)
        fitted = fit(measured, start, parts[mine])
        seen, unseen = measured.figures(fitted, parts[mine]), measured.figures(fitted, parts[other])
        print(f"fitted to half {mine + 1}: there {seen}, on the other half {unseen}", flush=True)
    fitted = fit(measured, start, whole)
    print("fitted to all", measured.figures(fitted, whole))
    if write:
        TABLE.write_text(written(TABLE.read_text("utf-8"), fitted), "utf-8")


if __name__ == "__main__":
    rest = [a for a in sys.argv[1:] if a != "--write"]
    main(Path(rest[0] if rest else "../shared"), "--write" in sys.argv)
