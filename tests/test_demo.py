"""The demonstration: composed pages of made-up outlets, and every claim that they hold, no more and no less."""

from pathlib import Path

import pytest

from hasila import Reading, Report, load_gazetteer, load_pack, read
from hasila.intake import read_any

PAGES = Path(__file__).parents[1] / "src" / "hasila" / "data" / "demo"
MARK = "هذا تقرير مؤلَّف للعرض"

# outcome, low, high, stance, scope, blamed sides, place
EXPECTED: dict[str, list[tuple[str, int | None, int | None, str, str, list[str], str]]] = {
    "01-first-toll": [
        ("killed", 7, 7, "affirmed", "incident", ["syria_gov"], "سوق بلدة الزيزفونة"),
        ("killed", 3, 3, "affirmed", "incident", ["syria_gov"], "سوق بلدة الزيزفونة"),
        ("injured", 15, 15, "affirmed", "incident", ["syria_gov"], "سوق بلدة الزيزفونة"),
        ("injured", 2, 2, "affirmed", "incident", ["syria_gov"], "سوق بلدة الزيزفونة"),
    ],
    "02-other-toll": [
        ("killed", 11, None, "affirmed", "incident", ["syria_gov"], "بلدة الزيزفونة"),
        ("killed", 4, 4, "affirmed", "incident", ["syria_gov"], "بلدة الزيزفونة"),
        ("injured", 20, 20, "affirmed", "incident", ["syria_gov"], "بلدة الزيزفونة"),
        ("injured", 5, 5, "affirmed", "incident", ["syria_gov"], "بلدة الزيزفونة"),
    ],
    "03-update": [
        ("killed", 12, 12, "affirmed", "incident", [], "سوق بلدة الزيزفونة"),
        ("killed", 7, 7, "affirmed", "incident", [], "سوق بلدة الزيزفونة"),
    ],
    "04-denial": [
        ("killed", None, None, "denied", "incident", [], "بلدة الزيزفونة"),
        ("killed", 9, 9, "affirmed", "incident", [], "بلدة الزيزفونة"),
    ],
    "05-digest": [
        ("killed", 4, 4, "affirmed", "incident", ["sudan_rsf"], "قرية السنابلة"),
        ("injured", 3, 3, "affirmed", "incident", [], "قرب قرية الرملاية"),
        ("detained", 6, 6, "affirmed", "incident", ["sudan_saf"], "حي النسيم"),
    ],
    "06-running-total": [
        ("killed", 61, 61, "affirmed", "cumulative", ["houthi"], "محافظة الحديدة"),
        ("killed", 18, 18, "affirmed", "cumulative", ["houthi"], "محافظة الحديدة"),
        ("killed", 9, 9, "affirmed", "cumulative", ["houthi"], "محافظة الحديدة"),
        ("injured", 104, 104, "affirmed", "cumulative", ["houthi"], "محافظة الحديدة"),
        ("displaced", 300, None, "affirmed", "cumulative", [], "محافظة الحديدة"),
        ("killed", 1, 1, "affirmed", "incident", [], "قرية بيت السدرة"),
        ("injured", 2, 2, "affirmed", "incident", [], "قرية بيت السدرة"),
    ],
    "08-windows-1256": [
        ("killed", 5, 5, "affirmed", "incident", ["isis"], "ناحية تل السدر"),
        ("injured", 9, 9, "affirmed", "incident", ["isis"], "ناحية تل السدر"),
        ("injured", 3, 3, "affirmed", "incident", ["isis"], "ناحية تل السدر"),
        ("abducted", 2, 2, "affirmed", "incident", ["unknown"], "دائرة الزراعة"),
    ],
}
EXPECTED["07-copy"] = EXPECTED["01-first-toll"]


def _read(name: str) -> tuple[Report, Reading]:
    path = PAGES / f"{name}.html"
    [report] = read_any(path.read_bytes(), path.name)
    assert isinstance(report, Report), report
    return report, read(report, load_pack(), load_gazetteer())


def test_every_page_has_its_expected_claims() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.html")) == sorted(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_claims_of_a_page_are_those_and_no_others(name: str) -> None:
    _, reading = _read(name)
    found = [
        (c.outcome, c.low, c.high, c.stance, c.scope, list(c.perpetrators), c.place.text if c.place else None)
        for c in reading.claims
    ]
    assert found == EXPECTED[name]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_page_is_marked_as_composed_and_tells_its_outlet_and_day(name: str) -> None:
    report, _ = _read(name)
    assert MARK in report.text
    assert "مؤلَّف للعرض" in (PAGES / f"{name}.html").read_bytes().decode("cp1256" if "1256" in name else "utf-8")
    assert report.title and report.outlet and report.published_from == "metadata"


def test_nothing_is_taken_from_related_headlines_counters_and_comments() -> None:
    for name in EXPECTED:
        report, reading = _read(name)
        assert "ذات صلة" not in report.text and "التعليقات" not in report.text and "فيسبوك" not in report.text
        assert all(report.words[c.quote.start : c.quote.end] == c.quote.text for c in reading.claims)


def test_two_outlets_contradict_each_other_and_one_copies_the_other() -> None:
    first, other, copy = (_read(name)[1].claims for name in ("01-first-toll", "02-other-toll", "07-copy"))
    assert (first[0].low, first[0].high) != (other[0].low, other[0].high)
    assert [c.quote.text for c in copy] == [c.quote.text for c in first]
