"""Which claim that was read is which claim that was coded, and which of its fields are right."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from hasila.evaluate.wording import DESCRIPTORS, actor_set, same_region, share_words

Coded = Mapping[str, Any]
"""A claim as JSON, by the codebook."""

FIELDS = (
    "status", "kinds", "affiliation", "cause", "perpetrators", "place", "region", "date",
    "source_kind", "source_text", "scope", "stance", "part_of", "unit", "approx",
)  # fmt: skip
CORE = ("status", "cause", "perpetrators")
STRICT = (*CORE, "place", "date", "scope", "stance")

Right = Mapping[str, bool | None]
"""By field whether it is right; None where the coded claim tells nothing to compare with."""


class Pair(NamedTuple):
    """The index of a coded claim, that of the claim read for it, and which fields are right."""

    coded: int
    read: int
    right: Right


def toll(claim: Coded) -> tuple[Any, Any, Any]:
    """What a claim counts: outcome, lowest and highest number."""
    return claim.get("outcome"), claim.get("low"), claim.get("high")


def has_number(claim: Coded) -> bool:
    """Whether a claim tells a number."""
    return claim.get("low") is not None or claim.get("high") is not None


def record(claim: Coded, field: str) -> Coded:
    """A field that is a record; a bare string stands for its text."""
    value = claim.get(field) or {}
    return value if isinstance(value, Mapping) else {"text": value}


def words_of(claim: Coded) -> str:
    """The verbatim words of a claim."""
    return record(claim, "quote").get("text") or ""


def pairs_of(coded: Sequence[Coded], read: Sequence[Coded]) -> list[Pair]:
    """
    The claims of one report that belong together, each used once, best agreement first.

    The toll must be equal, and the words the same or else status, cause and region (of claims with a number).
    """
    ranked: list[tuple[int, int, int, Right]] = []
    for i, mine in enumerate(coded):
        for j, theirs in enumerate(read):
            if toll(mine) != toll(theirs):
                continue
            right = fields_right(mine, theirs, coded, read)
            near = _same_words(mine, theirs)
            alike = has_number(mine) and right["status"] and right["cause"] and right["region"] is not False
            if near or alike:
                ranked.append((-3 * near - sum(map(bool, right.values())), i, j, right))
    ranked.sort(key=lambda entry: entry[:3])
    pairs: list[Pair] = []
    for _, i, j, agreed in ranked:
        if all(pair.coded != i and pair.read != j for pair in pairs):
            pairs.append(Pair(i, j, agreed))
    return pairs


def _same_words(coded: Coded, read: Coded) -> bool:
    """Whether two claims rest on the same words; a quote far longer than the coded one shows nothing."""
    mine, theirs = words_of(coded), words_of(read)
    return len(theirs.split()) <= 3 * len(mine.split()) + 8 and share_words(mine, theirs)


def fields_right(
    coded: Coded, read: Coded, all_coded: Sequence[Coded], all_read: Sequence[Coded]
) -> dict[str, bool | None]:
    """Which fields of a claim are as coded."""
    here, there = record(coded, "place"), record(read, "place")
    when, then = record(coded, "date"), record(read, "date")
    who, whose = record(coded, "source"), record(read, "source")
    return {
        "status": coded.get("status") == read.get("status"),
        "kinds": set(coded.get("kinds") or ()) == set(read.get("kinds") or ()),
        "affiliation": actor_set(coded.get("affiliation")) == actor_set(read.get("affiliation")),
        "cause": coded.get("cause") == read.get("cause"),
        "perpetrators": actor_set(coded.get("perpetrators")) == actor_set(read.get("perpetrators")),
        "place": share_words(here.get("text"), there.get("text"), DESCRIPTORS),
        "region": _region_right(here, there) if here else None,
        "date": (when.get("from"), when.get("to")) == (then.get("from"), then.get("to")),
        "source_kind": who.get("kind", "own") == whose.get("kind", "own"),
        "source_text": share_words(who.get("text"), whose.get("text")),
        "scope": coded.get("scope", "incident") == read.get("scope", "incident"),
        "stance": coded.get("stance", "affirmed") == read.get("stance", "affirmed"),
        "part_of": _whole(coded, all_coded) == _whole(read, all_read),
        "unit": coded.get("unit", "person") == read.get("unit", "person"),
        "approx": bool(coded.get("approx")) == bool(read.get("approx")),
    }


def _region_right(coded: Coded, read: Coded) -> bool:
    if coded.get("country") != read.get("country"):
        return False
    return not coded.get("admin1") or same_region(coded.get("admin1"), read.get("admin1"))


def _whole(claim: Coded, claims: Sequence[Coded]) -> tuple[Any, Any, Any] | None:
    """The toll of the claim that this one is a part of."""
    at = claim.get("part_of")
    return toll(claims[at]) if isinstance(at, int) and 0 <= at < len(claims) else None
