"""hasila link on a file of reports, as a process of its own."""

import json
from pathlib import Path

from commands import run

REPORTS = [
    {"id": "a", "title": "", "text": "مقتل ثلاثة مدنيين بقصف مدفعي على بلدة كفرنبل اليوم", "published": "2019-05-08"},
    {"id": "b", "title": "", "text": "قصف مدفعي على كفرنبل يقتل أربعة مدنيين ويجرح طفلا", "published": "2019-05-08"},
]


def written(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), "utf-8")
    return path


def test_one_line_of_json_for_each_incident_with_every_key_of_the_contract(tmp_path: Path) -> None:
    code, said, complained = run(tmp_path, "link", written(tmp_path / "r.jsonl", *REPORTS), "--format", "jsonl")
    assert (code, complained) == (0, "")
    [incident] = map(json.loads, said.splitlines())
    assert list(incident) == [
        "id", "kind", "reports", "recalls", "claims", "place", "date", "actors", "also_blamed", "ranges", "grade",
        "why",
    ]  # fmt: skip
    assert (incident["kind"], incident["reports"]) == ("incident", ["a", "b"])
    assert incident["ranges"]["airwars"]["killed"] == [3, 4]
    assert incident["ranges"]["acled"]["killed"] == [3, 3]


def test_what_cannot_be_read_is_told_and_the_rest_is_linked(tmp_path: Path) -> None:
    path = written(tmp_path / "r.jsonl", *REPORTS, {"id": "c", "text": 5})
    code, said, complained = run(tmp_path, "link", path, "--format", "jsonl")
    assert code == 1
    assert complained == 'c: The record\'s "text" is a number, but must be a string.\n'
    assert json.loads(said)["reports"] == ["a", "b"]


def test_a_person_reads_where_when_and_how_many(tmp_path: Path) -> None:
    code, said, _ = run(tmp_path, "link", written(tmp_path / "r.jsonl", *REPORTS))
    assert code == 0
    assert "2019-05-08 · بلدة كفرنبل" in said
    assert "airwars: killed 3–4" in said


def test_sources_are_named_as_published(tmp_path: Path) -> None:
    named = [dict(r, outlet=outlet) for r, outlet in zip(REPORTS, ("وكالة الوادي", "صحيفة النهر"), strict=True)]
    code, said, _ = run(tmp_path, "link", written(tmp_path / "r.jsonl", *named))
    assert code == 0
    assert "3 to 4 from 3 (outlet وكالة الوادي, a); 4 (outlet صحيفة النهر, b)" in said
