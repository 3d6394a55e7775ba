"""
How fast hasila reads, beside what somebody would else run on the same texts, in one run on one core.

    .venv/bin/python bench/bench.py [SHARED]      (default: ../shared)

On the articles of SHARED/corpus; where they are not there, on texts made of the demonstration's pages, and it says so.
"""

import gzip
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from hasila import Report, load_gazetteer, load_pack, read, report_of
from hasila.compiled import in_use
from hasila.intake import read_any

WORDS = 400
ARTICLES, FEW = 200, 20  # of the slowest peers only a few articles are asked
LIMITS = {"ms": 5.0, "start": 0.5, "MB": 200.0}
DEMO = Path(__file__).parents[1] / "src" / "hasila" / "data" / "demo"


def main(shared: Path) -> None:
    """Measure and print."""
    articles, corpus = _articles(shared / "corpus" / "articles.jsonl.gz")
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.machine()}"
    print(f"{len(articles)} articles of {WORDS - 50} to {WORDS + 50} words: {corpus}; {machine}; one process, one core")
    pack, gazetteer = load_pack(), load_gazetteer()
    reports = [report_of(text, title=title) for title, text in articles]
    read(reports[0], pack, gazetteer)  # the first builds the dictionaries
    mine = _times(lambda report: read(report, pack, gazetteer), reports)
    median = statistics.median(mine)
    form = "compiled" if in_use() else "plain Python"
    _tell(f"hasila read, {form}", mine, f"{len(mine) / sum(mine):.0f} articles/s", median * 1000 <= LIMITS["ms"])
    for name, peer, count in _peers():
        theirs = statistics.median(_times(peer, reports[:count]))
        print(f"  {name:42} {theirs * 1000:8.2f} ms   {theirs / median:6.2f} times as long as hasila")
    start = _cold(["--help"])
    print(f"start of the command line {start:.2f} s (at most {LIMITS['start']} s: {_holds(start <= LIMITS['start'])})")
    print(f"from nothing to the claims of one article {_cold_read(reports[0]):.2f} s")
    peak = _peak(reports)
    told = f"under {LIMITS['MB']:.0f} MB: {_holds(peak < LIMITS['MB'])}"
    print(f"peak memory {peak:.0f} MB over {len(reports)} articles ({told})")


def _articles(path: Path) -> tuple[list[tuple[str, str]], str]:
    if not path.exists():
        return _made_up(), "made of the demonstration's pages, since ../shared/corpus is not here"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [(r.get("title") or "", r["text"]) for r in map(json.loads, lines)]
    fitting = [a for a in found if WORDS - 50 <= len(a[1].split()) <= WORDS + 50]
    step = max(1, len(fitting) // ARTICLES)  # from all over the corpus, the same ones each time
    return fitting[::step][:ARTICLES], "../shared/corpus"


def _made_up() -> list[tuple[str, str]]:
    pages = [report for path in sorted(DEMO.glob("*.html")) for report in read_any(path.read_bytes(), path.name)]
    texts = [page.text for page in pages if isinstance(page, Report)]
    long = []
    for at in range(len(texts)):
        words = " ".join(texts[at:] + texts[:at]).split(" ") * 2
        long.append(("عنوان مؤلَّف للقياس", " ".join(words[:WORDS])))
    return long


def _times(work: Callable[[Report], object], reports: Sequence[Report]) -> list[float]:
    """Seconds of one core for each report."""
    found = []
    for report in reports:
        began = time.process_time()
        work(report)
        found.append(time.process_time() - began)
    return found


def _tell(name: str, times: Sequence[float], rate: str, holds: bool) -> None:
    ordered = sorted(times)
    median, late = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    told = f"(95 % under {late * 1000:.2f} ms; at most {LIMITS['ms']:.0f} ms: {_holds(holds)})"
    print(f"  {name:42} {median * 1000:8.2f} ms   {rate} {told}")


def _holds(holds: bool) -> str:
    return "holds" if holds else "DOES NOT HOLD"


def _peers() -> list[tuple[str, Callable[[Report], object], int]]:
    """What somebody would else run: cleaning the page, finding dates, parting words."""
    import trafilatura
    from dateparser.search import search_dates

    peers: list[tuple[str, Callable[[Report], object], int]] = [
        ("trafilatura, the same text as a page", lambda report: trafilatura.extract(_page(report)), ARTICLES),
        ("dateparser.search_dates, dates alone", lambda report: search_dates(report.text, languages=["ar"]), FEW),
    ]
    try:
        import spacy
    except ImportError:
        print("  (spaCy is not installed: pip install spacy adds its tokenizer to the comparison)")
        return peers
    blank = spacy.blank("ar")
    return [*peers, ("spaCy blank Arabic, words alone", lambda report: blank(report.words), ARTICLES)]


def _page(report: Report) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in report.text.split("\n"))
    title = escape(report.title or "")
    nav = "".join(f'<li><a href="/{n}">قسم {n}</a></li>' for n in range(20))
    return (
        f"<html><head><title>{title}</title></head><body><nav><ul>{nav}</ul></nav><article><h1>{title}</h1>"
        f"{paragraphs}</article><footer>حقوق النشر</footer></body></html>"
    )


def _hasila(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "hasila.cli", *arguments]


def _cold(arguments: Sequence[str]) -> float:
    """Seconds that a new process takes, the median of five."""
    found = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(_hasila(*arguments), stdout=subprocess.DEVNULL, check=True)
        found.append(time.perf_counter() - began)
    return statistics.median(found)


def _cold_read(report: Report) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(report.words, "utf-8")
        return _cold(["read", "--format", "jsonl", str(path)])


def _peak(reports: Sequence[Report]) -> float:
    """Megabytes that a process needs at most which reads all of these."""
    lines = "".join(json.dumps({"id": r.id, "title": r.title, "text": r.text}) + "\n" for r in reports)
    subprocess.run(
        _hasila("read", "--format", "jsonl", "-"), input=lines.encode(), stdout=subprocess.DEVNULL, check=True
    )
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
