"""
How well hasila reads, by the reference sets of SHARED; what is not there is skipped, and why is said.

    .venv/bin/python tools/score.py [SHARED] [--table]      (default: ../shared)

--table prints the main figures alone, as the table of the README.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hasila import Pack, Report, load_gazetteer, load_pack, read
from hasila.evaluate import Figures, evaluate
from hasila.extract.groups import find_groups
from hasila.extract.numbers import Numbers
from hasila.extract.people import People
from hasila.extract.quantities import find_quantities
from hasila.extract.times import find_times
from hasila.intake import read_jsonl
from hasila.resolve.dates import resolve_time
from hasila.text.tokens import read_document

ROOT = Path(__file__).parents[1]
PROBES = ROOT / "tests" / "data" / "probes.jsonl"
RESAMPLES = 1000
Claims = dict[str, list[dict[str, Any]]]

# Name in the README, key of the figures.
_ROWS = (
    ("numeric tolls (F1)", "toll_numeric"),
    ("tolls (F1)", "toll"),
    ("and status, cause, blamed side right (F1)", "core"),
    ("and place, date, scope, stance right (F1)", "strict"),
)


def main(shared: Path, table: bool) -> None:
    """Print all figures that can be had here."""
    if table:
        print("\n".join(_table(shared)))
        return
    coded = shared / "coded"
    _coded("coded reports, settled by a third coder", coded / "reports.jsonl", coded / "claims.jsonl", "--noise")
    _coded("further reports, coded once", coded / "more-reports.jsonl", coded / "more-claims.jsonl")
    print("\n== probes: made-up reports, each with one or two phenomena")
    for line in _probe_lines():
        print(line)
    _strings(shared / "strings.json")
    _by_tool("linking against incidents filed by analysts", shared / "linking", "score_linking/score.py", str(shared))
    files = ("--coded", str(coded / "reports.jsonl"), str(coded / "claims.jsonl"))
    filed = ("--linking", str(shared / "linking" / "incidents.jsonl"), str(shared / "linking" / "reports.jsonl"))
    loaded = ("--gazetteer", str(shared / "gazetteer" / "SY.txt"))
    _by_tool("places, with SY.txt loaded", coded, "score_places.py", *files, *filed, "--by-claims", *loaded)


def _coded(name: str, reports: Path, claims: Path, *options: str) -> None:
    print(f"\n== {name}", flush=True)
    if _is_there(reports):
        command = [sys.executable, "-m", "hasila.cli", "evaluate", str(reports), str(claims)]
        subprocess.run([*command, *options], check=True)


def _is_there(path: Path) -> bool:
    if not path.exists():
        print(f"skipped: {path} is not on this machine")
    return path.exists()


def _by_tool(name: str, needs: Path, tool: str, *arguments: str) -> None:
    print(f"\n== {name}", flush=True)
    if not (ROOT / "tools" / tool).exists():
        print(f"skipped: tools/{tool} is not there")
    elif _is_there(needs):
        subprocess.run([sys.executable, str(ROOT / "tools" / tool), *arguments], check=True)


# --- probes


def _read_claims(path: Path) -> Claims:
    with path.open("rb") as file:
        reports = [report for report in read_jsonl(file) if isinstance(report, Report)]
    pack, gazetteer = load_pack(), load_gazetteer()
    return {r.id: [c.model_dump(mode="json") for c in read(r, pack, gazetteer).claims] for r in reports}


def _claims(path: Path) -> Claims:
    records = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    return {record["id"]: record["claims"] for record in records}


def _probes() -> tuple[Figures, int, int]:
    """The figures; the number of probes without claims, and of those that stay empty."""
    coded, mine = _claims(PROBES), _read_claims(PROBES)
    empty = [report for report, claims in coded.items() if not claims]
    return evaluate(coded, mine, RESAMPLES), len(empty), sum(not mine[report] for report in empty)


def _probe_lines() -> Iterator[str]:
    figures, empty, stay = _probes()
    yield f"reports {figures.reports}"
    for name, rate in figures.rates.items():
        yield f"{name:13} P {rate.precision:.3f}  R {rate.recall:.3f}  F1 {rate.f1:.3f}"
    yield f"blame         wrong {figures.wrong}  invented {figures.invented}"
    yield f"of {empty} probes without claims {stay} stay empty ({stay / empty:.1%})"


# --- strings


def _strings(path: Path) -> None:
    print("\n== strings that peers were tried on")
    if not _is_there(path):
        return
    strings, pack = json.loads(path.read_text("utf-8")), load_pack()
    for kind, right in (("numbers", _number_right), ("dates", _date_right)):
        day = date.fromisoformat(strings["reference"])
        wrong = [entry["text"] for entry in strings[kind] if not right(entry, pack, day)]
        print(
            f"{kind}: {len(strings[kind]) - len(wrong)} of {len(strings[kind])}" + (f"; not {wrong}" if wrong else "")
        )


def _number_right(entry: dict[str, Any], pack: Pack, _: date) -> bool:
    document = read_document(entry["text"])
    groups = [g for g in find_groups(document, People(pack)) if g.explicit or g.number in ("one", "two")]
    found = [{g.low, g.high} - {None} for g in groups]
    if not found:
        quantities = find_quantities(document.tokens, Numbers(pack))
        found = [{q.low, q.high} - {None} for q in quantities if q.explicit]
    return sorted(n for values in found for n in values) == sorted(entry["values"])


def _date_right(entry: dict[str, Any], pack: Pack, day: date) -> bool:
    times = find_times(read_document(entry["text"]), pack)
    when = resolve_time(times[0].phrase, day) if times else None
    if when is None:
        return False
    year, week, _ = when.from_.isocalendar()
    return entry["value"] == f"{year}-W{week:02}" or str(when.from_).startswith(entry["value"])


# --- the table of the README


def _table(shared: Path) -> Iterator[str]:
    coded = shared / "coded"
    if not coded.exists():
        sys.exit(f"The reference set ({coded}) is not on this machine; the table of the README stays as it is.")
    claims = _claims(coded / "claims.jsonl")
    real = evaluate(claims, _read_claims(coded / "reports.jsonl"), RESAMPLES)
    probes, empty, stay = _probes()
    numbers = sum(map(len, claims.values()))
    yield f"| | {real.reports} real reports, {numbers} claims | {probes.reports} made-up probes |"
    yield "|---|---|---|"
    for name, key in _ROWS:
        low, high = real.intervals[key]
        yield f"| {name} | {real.rates[key].f1:.2f} [{low:.2f}, {high:.2f}] | {probes.rates[key].f1:.2f} |"
    yield f"| blames a wrong side, of claims that blame | {_percent(real.wrong)} | {_percent(probes.wrong)} |"
    yield f"| blames somebody, of claims that blame nobody | {_percent(real.invented)} | {_percent(probes.invented)} |"
    yield f"| of reports without claims, read as such | | {stay} of {empty} |"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if not word.startswith("-")]
    main(Path(given[0] if given else "../shared"), "--table" in sys.argv)
