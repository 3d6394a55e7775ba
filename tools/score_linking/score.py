"""
Link the filed reports all at once, and print the figures of score_linking.py and the worst errors.

    python tools/score_linking/score.py [SHARED]      (default: ../shared)

`fit.py` fitted the weights on the same incidents: it prints what the fit is worth on incidents that it did not see.
"""

import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from material import Material, load

from hasila.pipeline import link

WORST = 12


def main(shared: Path) -> None:
    """Print the figures, then the worst errors."""
    material = load(shared)
    linked = [incident.model_dump(mode="json") for incident in link(material.readings)]
    for name, figure in material.scorer.score(material.filed, linked, material.known).items():
        print(f"{name:10} {figure}")
    print("blamed sides that the analysts did not file: " + _unfiled(material, linked))
    for title, found in (
        ("joined wrongly", _joined(material, linked)),
        ("kept apart wrongly", _parted(material, linked)),
    ):
        print(f"\n{title}: pairs of reports, filed incidents")
        for where, pairs in found.most_common(WORST):
            print(f"  {pairs:5}  {' + '.join(where)}")
    print("\nranges far off: filed incident, what, filed, linked")
    for line in _far_off(material, linked)[:WORST]:
        print("  " + line)


def _best(filed: dict[str, Any], linked: list[dict[str, Any]]) -> dict[str, Any]:
    """The linked incident that is most like a filed one by its reports."""
    reports = set(filed["reports"])
    return max(linked, key=lambda i: len(reports & set(i["reports"])) / len(reports | set(i["reports"])))


def _unfiled(material: Material, linked: list[dict[str, Any]]) -> str:
    """
    How many of these sides the filed incident's own reports blame in words of their own.

    Analysts file the belligerent that they watch; reports also blame its allies.
    """
    named: defaultdict[str, set[str]] = defaultdict(set)
    for report, reading in material.readings:
        for told in (*reading.claims, *reading.events):
            named[report.id].update(b.actor for b in told.blame if b.basis != "carried")
    unfiled = [
        side in set[str]().union(*(named[r] for r in filed["reports"]))
        for filed in material.filed
        if filed["actors"]
        for side in _best(filed, linked)["actors"]
        if side not in filed["actors"]
    ]
    return f"{len(unfiled)}; the filed reports blame {sum(unfiled)} of them in words of their own"


def _joined(material: Material, linked: list[dict[str, Any]]) -> Counter[tuple[str, ...]]:
    of, out = material.of, Counter[tuple[str, ...]]()
    for incident in linked:
        for a, b in combinations(incident["reports"], 2):
            if incident["kind"] == "incident" and a in of and b in of and not of[a] & of[b]:
                out[tuple(sorted((min(of[a]), min(of[b]))))] += 1
    return out


def _parted(material: Material, linked: list[dict[str, Any]]) -> Counter[tuple[str, ...]]:
    together = {
        frozenset(pair)
        for i in linked
        if i["kind"] == "incident"
        for pair in combinations(sorted(set(i["reports"])), 2)
    }
    out = Counter[tuple[str, ...]]()
    for incident in material.filed:
        for pair in combinations(sorted(set(incident["reports"])), 2):
            out[(incident["id"],)] += frozenset(pair) not in together
    return +out


def _far_off(material: Material, linked: list[dict[str, Any]]) -> list[str]:
    """Coded ranges that the most similar linked incident does not overlap, the farthest first."""
    found = []
    for filed in material.filed:
        best = _best(filed, linked)
        for what in ("killed", "injured"):
            coded, told = filed[what], best["ranges"].get("airwars", {}).get(what, [None, None])
            if None in coded or None in told:
                continue
            gap = max(told[0] - coded[1], coded[0] - told[1])
            if gap > 0:
                found.append((-gap, f"{filed['id']} {what}: {coded[0]}-{coded[1]}, linked {told[0]}-{told[1]}"))
    return [line for _, line in sorted(found)]


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
