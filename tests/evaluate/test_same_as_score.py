"""The figures of hasila evaluate are those of the project's scorer, to the last digit."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from hasila.evaluate import Figures, evaluate
from hasila.evaluate.figures import RATES

SHARED = Path(__file__).parents[3] / "shared"
Claims = dict[str, list[dict[str, Any]]]

pytestmark = pytest.mark.shared


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _as_scorer(figures: Figures) -> dict[str, Any]:
    rates = {
        name: {"p": r.precision, "r": r.recall, "f1": r.f1, "hit": r.hit, "pred": r.read, "gold": r.coded}
        for name, r in figures.rates.items()
    }
    found = {
        "reports": figures.reports,
        **rates,
        "blame": {"wrong": figures.wrong, "invented": figures.invented},
        "slots": dict(figures.fields),
    }
    return {**found, "ci": {k: list(v) for k, v in figures.intervals.items()}} if figures.intervals else found


def _coded() -> Claims:
    lines = (SHARED / "coded" / "claims.jsonl").read_text("utf-8").splitlines()
    return {r["id"]: r["claims"] for r in map(json.loads, lines)}


def _disturbed(claims: Claims, seed: int) -> Claims:
    """Claims as somebody would read them who errs often, in every field."""
    chance, every = random.Random(seed), [c for report in claims.values() for c in report]
    out: Claims = {}
    for report, coded in claims.items():
        read = [dict(claim) for claim in coded if chance.random() > 0.15]
        for claim in read:
            for field in list(claim):
                if field != "part_of" and chance.random() < 0.06:
                    claim[field] = chance.choice(every).get(field)
            at = claim.get("part_of")
            claim["part_of"] = at if isinstance(at, int) and at < len(read) and chance.random() > 0.1 else None
        out[report] = read + [dict(chance.choice(every)) for _ in range(chance.random() < 0.2)]
    return out


@pytest.mark.parametrize("seed", range(5))
def test_equal_on_the_coded_reports_with_every_kind_of_error(seed: int) -> None:
    scorer, coded = _scorer(), _coded()
    read = _disturbed(coded, seed)
    assert _as_scorer(evaluate(coded, read, 50)) == scorer.score(coded, read, 50)[0]


def test_equal_between_two_strangers() -> None:
    scorer, coded = _scorer(), _coded()
    ids = list(coded)
    shifted = {report: coded[other] for report, other in zip(ids, ids[1:] + ids[:1], strict=True)}
    assert _as_scorer(evaluate(coded, shifted)) == scorer.score(coded, shifted)[0]


def test_equal_where_nothing_is_read_and_where_nothing_is_coded() -> None:
    scorer, coded = _scorer(), _coded()
    assert _as_scorer(evaluate(coded, {})) == scorer.score(coded, {})[0]
    nothing: Claims = {report: [] for report in coded}
    assert _as_scorer(evaluate(nothing, coded)) == scorer.score(nothing, coded)[0]


def test_all_rates_are_told() -> None:
    assert tuple(evaluate({}, {}).rates) == RATES
