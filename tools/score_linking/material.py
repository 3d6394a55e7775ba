"""The material that linking is measured on: filed incidents, their reports, and what hasila reads in them."""

import importlib.util
import json
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from hasila.intake import BadInput, read_jsonl
from hasila.model.claim import Reading
from hasila.model.report import Report
from hasila.pack.rows import load_pack
from hasila.pipeline import read
from hasila.resolve.dumps import add_places
from hasila.resolve.gazetteer import load_gazetteer


@dataclass(frozen=True)
class Material:
    """Filed incidents, the readings of their reports, the reports whose day is known, and the scorer."""

    filed: list[dict[str, Any]]
    readings: list[tuple[Report, Reading]]
    known: set[str]
    scorer: ModuleType

    @property
    def of(self) -> dict[str, set[str]]:
        """To each report the incidents that it is filed under."""
        out: defaultdict[str, set[str]] = defaultdict(set)
        for incident in self.filed:
            for report in incident["reports"]:
                out[report].add(incident["id"])
        return dict(out)


def load(shared: Path) -> Material:
    """Read all reports under `shared`/linking, with the places of Syria loaded."""
    records = _records(shared / "linking" / "reports.jsonl")
    with tempfile.TemporaryDirectory() as home:
        add_places(shared / "gazetteer" / "SY.txt", Path(home))
        pack, gazetteer = load_pack(), load_gazetteer(Path(home))
        with (shared / "linking" / "reports.jsonl").open("rb") as lines:
            reports = [r for r in read_jsonl(lines) if not isinstance(r, BadInput)]
        readings = [(report, read(report, pack, gazetteer)) for report in reports]
    return Material(
        filed=_records(shared / "linking" / "incidents.jsonl"),
        readings=readings,
        known={r["id"] for r in records if r["published_known"]},
        scorer=_module(shared / "score_linking.py"),
    )


def _records(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader, path
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
