"""What was read wrongly, the worst first: what would do most harm if somebody published it as it stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from hasila.evaluate.matching import Coded, has_number, pairs_of, record, toll, words_of
from hasila.evaluate.wording import actor_set

_GRAVITY = (
    "blames a wrong side",
    "blames where nobody is blamed",
    "made up, with a number",
    "missed, with a number",
    "takes a denial for a claim",
    "made up",
    "missed",
)  # then wrong fields, in the order of the codebook


class Mistake(NamedTuple):
    """A mistake: its kind, the report, the words, what was coded and what was read."""

    kind: str
    report: str
    words: str
    coded: Any
    read: Any


def worst_first(coded: Mapping[str, Sequence[Coded]], read: Mapping[str, Sequence[Coded]]) -> list[Mistake]:
    """
    All mistakes, by gravity, then in the order of the reports.

    >>> mine = {"outcome": "killed", "low": 3, "high": 3, "quote": "ثلاثة مدنيين", "perpetrators": ["russia"]}
    >>> [m.kind for m in worst_first({"a": [mine]}, {"a": [{**mine, "perpetrators": ["turkey"]}]})]
    ['blames a wrong side']
    """
    mistakes = [m for report, claims in coded.items() for m in _of_report(report, claims, read.get(report, ()))]
    rank = {kind: at for at, kind in enumerate(_GRAVITY)}
    return sorted(mistakes, key=lambda m: rank.get(m.kind, len(rank)))


def _of_report(report: str, coded: Sequence[Coded], read: Sequence[Coded]) -> Iterator[Mistake]:
    pairs = pairs_of(coded, read)
    for pair in pairs:
        mine, theirs = coded[pair.coded], read[pair.read]
        for field, right in pair.right.items():
            if right is False:
                told, found = _value(mine, field), _value(theirs, field)
                yield Mistake(_kind(field, told, found), report, words_of(mine), told, found)
    hit, met = {p.coded for p in pairs}, {p.read for p in pairs}
    for at, claim in enumerate(coded):
        if at not in hit:
            yield Mistake("missed" + _numbered(claim), report, words_of(claim), toll(claim), None)
    for at, claim in enumerate(read):
        if at not in met:
            yield Mistake("made up" + _numbered(claim), report, words_of(claim), None, toll(claim))


def _numbered(claim: Coded) -> str:
    return ", with a number" if has_number(claim) else ""


def _kind(field: str, coded: Any, read: Any) -> str:
    if field == "perpetrators" and actor_set(read) - actor_set(coded):
        return "blames a wrong side" if coded else "blames where nobody is blamed"
    if field == "stance" and coded == "denied":
        return "takes a denial for a claim"
    return f"wrong {field}"


def _value(claim: Coded, field: str) -> Any:
    if field in ("source_kind", "source_text"):
        return record(claim, "source").get(field.removeprefix("source_"))
    if field in ("place", "region"):
        place = record(claim, "place")
        return place.get("text") if field == "place" else f"{place.get('admin1')}, {place.get('country')}"
    if field == "date":
        when = record(claim, "date")
        return f"{when.get('from')} – {when.get('to')}" if when else None
    return claim.get(field)
