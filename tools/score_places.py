"""How well places are found and resolved, against coded claims and against incidents with coordinates.

    score_places.py [--coded REPORTS.jsonl CLAIMS.jsonl]... [--linking INCIDENTS.jsonl REPORTS.jsonl [--by-claims]]
                    [--gazetteer SY.txt | --home FOLDER] [--misses N]

coded:   of coded places, the share that some mention overlaps (found), and of those the share whose country and
         province are right.
linking: of incidents coded at village level or finer, the share whose reports' places, by find and resolve alone, lie
         within 10 km of the coded point; and of those that were placed; the misses by reason.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hasila.extract.places import PlaceMention, find_places
from hasila.model.claim import Place
from hasila.model.report import report_of
from hasila.pack.rows import load_pack
from hasila.pipeline import read
from hasila.resolve.distance import km_between
from hasila.resolve.dumps import add_places
from hasila.resolve.gazetteer import Gazetteer, load_gazetteer
from hasila.resolve.places import PlaceResolver
from hasila.text.fold import fold_word
from hasila.text.tokens import read_document

FINE_CODED = {
    "town", "city",
    "village", "exact_location", "exact_location_other", "nearby_landmark", "neighbourhood_area", "street",
}  # fmt: skip
NEAR_KM = 10.0
# The finer, the likelier it is the place of the harm.
_RANK = {
    "village": 5, "neighbourhood": 5, "town": 5, "landmark": 4, "near": 3, "city": 3, "adm3": 2, "adm2": 1, "line": 1,
}  # fmt: skip
_EQUAL = 0.85


class Told(NamedTuple):
    """A mention of a report with what it was resolved to."""

    mention: PlaceMention
    place: Place


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def told_places(report: dict[str, Any], gazetteer: Gazetteer) -> tuple[str, list[Told]]:
    """The words of a report and its resolved mentions."""
    words = f"{report['title']}\n{report['text']}" if report.get("title") else report["text"]
    document = read_document(words)
    mentions = find_places(document, load_pack("ar"), gazetteer)
    resolver = PlaceResolver(document, mentions, gazetteer)
    return words, [Told(m, resolver.place(m)) for m in mentions]


def same_region(coded: str | None, read: str | None) -> bool:
    """Whether two English names are spellings of one province."""
    keys = [re.sub(r"\b(al|ar|as|ad|an|at|az|ash|el)[- ]|[^a-z]", "", (name or "").lower()) for name in (coded, read)]
    return keys[0] == keys[1] or SequenceMatcher(None, keys[0], keys[1]).ratio() >= _EQUAL


def _key_words(text: str) -> set[str]:
    return {re.sub(r"^([وفبلك]?ال)", "", w) for w in re.findall(r"[ء-ي]+", fold_word(text))}


def score_coded(pairs: Sequence[tuple[Path, Path]], gazetteer: Gazetteer, misses: int) -> None:
    """Print the share found and the share right of coded places."""
    count: Counter[str] = Counter()
    missed: list[str] = []
    for reports, claims in pairs:
        coded = {r["id"]: r["claims"] for r in records(claims)}
        for report in records(reports):
            wanted = {}
            for claim in coded.get(report["id"], ()):
                if claim.get("place"):
                    wanted[claim["place"]["text"]] = claim["place"]
            if not wanted:
                continue
            words, told = told_places(report, gazetteer)
            for text, place in wanted.items():
                count["coded"] += 1
                _compare(report["id"], text, place, words, told, count, missed)
    n, found = count["coded"], count["found"]
    print(f"coded places {n}: found {found / n:.3f}; of those country {count['country'] / found:.3f}, "
          f"province {count['admin1'] / max(1, count['admin1 coded']):.3f} of {count['admin1 coded']}")  # fmt: skip
    print("\n".join(missed[:misses]))


def _compare(
    report: str,
    text: str,
    place: dict[str, Any],
    words: str,
    told: Sequence[Told],
    count: Counter[str],
    missed: list[str],
) -> None:
    near = [t for t in told if t.mention.role in ("place", "facility") and _key_words(t.place.text) & _key_words(text)]
    near.sort(key=lambda t: -len(_key_words(t.place.text) & _key_words(text)))
    if not near:
        missed.append(f"  [not found] {report}: {text}  ({place.get('admin1')}, {place.get('country')})")
        return
    count["found"] += 1
    best = near[0].place
    right = best.country == place.get("country")
    count["country"] += right
    if place.get("admin1"):
        count["admin1 coded"] += 1
        region = right and same_region(place["admin1"], best.admin1)
        count["admin1"] += region
        if right and not region:
            missed.append(
                f"  [province] {report}: {text} -> {best.text}: {best.admin1}, coded {place['admin1']}; {best.why}"
            )
    if not right:
        missed.append(
            f"  [country] {report}: {text} -> {best.text}: {best.country}, coded {place.get('country')}; {best.why}"
        )


def main_place(told: Sequence[Told]) -> Place | None:
    """The place a report is likeliest about: named early, often, finely; None where that one has no point."""
    scores: dict[str, float] = {}
    places: dict[str, Place] = {}
    outer = {told_of for t in told for told_of in t.mention.within}
    for order, (mention, place) in enumerate(told):
        if mention.role not in ("place", "facility") or mention.definite or not mention.name:
            continue
        rank = _RANK.get(
            place.level or "", 4 if mention.descriptor in ("village", "town", "neighbourhood", "camp") else 0.5
        )
        name = place.row or mention.name
        scores[name] = scores.get(name, 0.0) + rank / (1 + 0.25 * order) * (0.5 if order in outer else 1.0)
        places.setdefault(name, place)
    best = places[max(scores, key=scores.__getitem__)] if scores else None
    return best if best and best.lat is not None else None


def claimed_place(record: dict[str, Any], gazetteer: Gazetteer) -> Place | None:
    """The place that most claims of a report tell for single events; None where that one has no point."""
    day = record.get("published")
    report = report_of(
        record["text"], title=record.get("title") or None, published=date.fromisoformat(day[:10]) if day else None
    )
    reading = read(report, load_pack("ar"), gazetteer)
    told = [c.place for c in reading.claims if c.place and c.scope == "incident"] or [
        e.place for e in reading.events if e.main and e.place
    ]
    if not told:
        return None
    votes = Counter(p.row or p.text for p in told)
    best = max(told, key=lambda p: votes[p.row or p.text])
    return best if best.lat is not None else None


def score_linking(incidents: Path, reports: Path, gazetteer: Gazetteer, misses: int, by_claims: bool) -> None:
    """Print the share of finely coded incidents that are placed within 10 km."""
    by_id = {r["id"]: r for r in records(reports)}
    reasons: Counter[str] = Counter()
    lines: list[str] = []
    for incident in records(incidents):
        if incident["lat"] is None or incident["geo_precision"] not in FINE_CODED:
            continue
        votes: Counter[str] = Counter()
        places: dict[str, Place] = {}
        for report in dict.fromkeys(incident["reports"]):
            if report not in by_id:
                continue
            record = by_id[report]
            place = claimed_place(record, gazetteer) if by_claims else main_place(told_places(record, gazetteer)[1])
            if place and place.row:
                votes[place.row] += _RANK.get(place.level or "", 1)
                places[place.row] = place
        if not votes:
            reasons["not placed"] += 1
            lines.append(f"  [not placed] {incident['id']}: {incident['place_ar']}")
            continue
        chosen = places[votes.most_common(1)[0][0]]
        away = km_between(incident["lat"], incident["lon"], chosen.lat or 0, chosen.lon or 0)
        named = any(
            fold_word(incident["place_ar"] or "-") in fold_word(by_id[r]["text"])
            for r in incident["reports"]
            if r in by_id
        )
        reason = "near" if away <= NEAR_KM else ("another place chosen" if named else "coded name in no report")
        reasons[reason] += 1
        if reason != "near":
            lines.append(
                f"  [{reason}] {incident['id']}: {incident['place_ar']} -> {chosen.text} ({chosen.row}), {away:.0f} km"
            )
    n = sum(reasons.values())
    placed = n - reasons["not placed"]
    near = reasons["near"]
    print(f"incidents {n}: placed {placed / n:.3f}, within 10 km {near / n:.3f}, of placed {near / placed:.3f}")
    print("  " + ", ".join(f"{reason} {k}" for reason, k in reasons.most_common()))
    print("\n".join(lines[:misses]))


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coded", nargs=2, type=Path, action="append", default=[], metavar=("REPORTS", "CLAIMS"))
    parser.add_argument("--linking", nargs=2, type=Path, metavar=("INCIDENTS", "REPORTS"))
    parser.add_argument("--by-claims", action="store_true", help="place incidents by what read() claims")
    parser.add_argument("--home", type=Path, help="a folder in which gazetteers are loaded")
    parser.add_argument("--gazetteer", type=Path, help="a dump to load for this measurement only, such as SY.txt")
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        if args.gazetteer:
            add_places(args.gazetteer, Path(folder))
        gazetteer = load_gazetteer(Path(folder) if args.gazetteer else args.home)
        if args.coded:
            score_coded(args.coded, gazetteer, args.misses)
        if args.linking:
            incidents, reports = args.linking
            score_linking(incidents, reports, gazetteer, args.misses, args.by_claims)


if __name__ == "__main__":
    main()
