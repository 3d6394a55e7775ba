"""The floors that reading must keep on the open probes: made-up reports, each testing one or two phenomena."""

import json
from pathlib import Path
from typing import Any

import pytest

from hasila import Report, load_gazetteer, load_pack, read
from hasila.evaluate import Figures, evaluate, worst_first
from hasila.intake import read_jsonl

PROBES = Path(__file__).parent / "data" / "probes.jsonl"
Claims = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def coded() -> Claims:
    records = map(json.loads, filter(None, PROBES.read_text("utf-8").split("\n")))
    return {record["id"]: record["claims"] for record in records}


@pytest.fixture(scope="module")
def mine() -> Claims:
    pack, gazetteer = load_pack(), load_gazetteer()
    with PROBES.open("rb") as file:
        reports = [report for report in read_jsonl(file) if isinstance(report, Report)]
    return {r.id: [c.model_dump(mode="json") for c in read(r, pack, gazetteer).claims] for r in reports}


@pytest.fixture(scope="module")
def figures(coded: Claims, mine: Claims) -> Figures:
    return evaluate(coded, mine)


def _worst(coded: Claims, mine: Claims) -> str:
    return "\n".join(f"{m.kind}: {m.report} {m.words} {m.coded} {m.read}" for m in worst_first(coded, mine)[:25])


@pytest.mark.parametrize(("rate", "floor"), [("toll", 0.95), ("core", 0.85)])
def test_reading_keeps_its_floors(figures: Figures, coded: Claims, mine: Claims, rate: str, floor: float) -> None:
    assert figures.rates[rate].f1 >= floor, _worst(coded, mine)


def test_reports_without_claims_stay_empty(coded: Claims, mine: Claims) -> None:
    empty = [report for report, claims in coded.items() if not claims]
    filled = [report for report in empty if mine[report]]
    assert len(filled) <= 0.05 * len(empty), [(r, mine[r][0]["quote"]["text"]) for r in filled]


def test_few_blame_a_wrong_side_or_somebody_where_nobody_is_blamed(figures: Figures) -> None:
    assert (figures.wrong or 0) <= 0.05
    assert (figures.invented or 0) <= 0.05
