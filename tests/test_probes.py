"""The floors that reading must keep on the open probes: made-up reports, each testing one or two phenomena."""

import json
from pathlib import Path
from typing import Any

import pytest

from hasila import Report, load_gazetteer, load_pack, read
from hasila.evaluate import Figures, evaluate, worst_first
from hasila.evaluate.noise import kinds_of_noise, under_noise
from hasila.intake import read_jsonl

PROBES = Path(__file__).parent / "data" / "probes.jsonl"
Claims = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def coded() -> Claims:
    records = map(json.loads, filter(None, PROBES.read_text("utf-8").split("\n")))
    return {record["id"]: record["claims"] for record in records}


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    with PROBES.open("rb") as file:
        return {report.id: report for report in read_jsonl(file) if isinstance(report, Report)}


def _claims(report: Report) -> list[dict[str, Any]]:
    return [c.model_dump(mode="json") for c in read(report, load_pack(), load_gazetteer()).claims]


@pytest.fixture(scope="module")
def mine(reports: dict[str, Report]) -> Claims:
    return {name: _claims(report) for name, report in reports.items()}


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


def test_spelling_noise_moves_numeric_tolls_by_less_than_a_hundredth(
    reports: dict[str, Report], coded: Claims, figures: Figures
) -> None:
    before = figures.rates["toll_numeric"].f1
    kinds = kinds_of_noise(lambda word: word in {"شهداء", "غارة", "قصف", "داعش", "استشهاد", "طيران"})
    moved = {
        name: before - noisy.rates["toll_numeric"].f1 for name, noisy in under_noise(reports, coded, _claims, kinds)
    }
    assert "all together" in moved
    assert {name: round(by, 3) for name, by in moved.items() if abs(by) >= 0.01} == {}
