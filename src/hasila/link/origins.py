"""Who speaks first: ten outlets that repeat one agency, and one agency that repeats one monitor, are one source."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hasila.link.wording import stems_of
from hasila.model.claim import Claim, Level, SourceKind
from hasila.model.report import Report

# Speakers who are the same speaker in every outlet. Residents, local sources and accounts are another one's in each.
_NAMED: frozenset[SourceKind] = frozenset(("media", "monitor", "un", "medical", "official", "party"))
_REGIONS: frozenset[Level | None] = frozenset(("adm1", "adm2", "country"))


@dataclass(frozen=True, slots=True)
class Origin:
    """
    An independent source: what it is known by, its kind, and a sentence that says why it counts as this one.

    `key` is its sort and its folded words in the order of the alphabet, so that spellings agree; `name` is as published.
    """

    key: str
    kind: SourceKind
    why: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with its report, the origin that it goes back to, and whether the report tells of several incidents."""

    report: str
    index: int
    claim: Claim
    published: int | None
    origin: Origin
    digest: bool = False

    @property
    def wide(self) -> bool:
        """Whether it may count other attacks with this one: told of a whole region, or in a digest."""
        return self.digest or (self.claim.place is not None and self.claim.place.level in _REGIONS)


def first_of_families(reports: Iterable[Report], families: Mapping[str, str]) -> dict[str, Report]:
    """To each family of copies the report that was published first (of one day, the one with the smallest id)."""
    first: dict[str, Report] = {}
    for report in sorted(reports, key=lambda r: (r.day is None, str(r.published or ""), r.id)):
        first.setdefault(families[report.id], report)
    return first


def origin_of(report: Report, claim: Claim, first: Report) -> Origin:
    """The origin of a claim: its first speaker, where that speaker has a name; else the first outlet with this text."""
    text, kind = claim.source.text, claim.source.kind
    stems = stems_of(text or "")
    if stems and kind in _NAMED:
        return Origin("speaker " + " ".join(sorted(stems)), kind, f"{report.id}: quotes «{text}»", text or "")
    # The name of an account is its outlet's name: without the mark that takes accounts out of a text's words.
    name = "outlet " + (" ".join(sorted(stems_of((first.outlet or "").replace("@", " ")))) or first.id)
    if first.id != report.id:
        why = f"{report.id}: a copy of {first.id}, which was published first"
    else:
        why = f"{report.id}: speaks for itself" if kind == "own" else f"{report.id}: has its own {kind} source"
    return Origin(name, kind, why, (first.outlet or "").strip("'"))


def merged(statements: Sequence[Statement]) -> list[Statement]:
    """
    The statements with shortened names of one speaker taken for the full one ("the observatory").

    A speaker whose words are all in one longer name among these statements, of the same kind, is that speaker; an
    outlet that is quoted by its own name is that outlet.
    """
    words = {s.origin.key: (frozenset(s.origin.key.split()[1:]), s.origin.key.split()[0]) for s in statements}
    longer: dict[str, str] = {}
    for key, (stems, sort) in words.items():
        wider = [
            k
            for k, (w, other) in words.items()
            if k != key and stems and (stems < w or (stems == w and sort == "speaker"))
        ]
        if wider and sort == "speaker":
            longer[key] = min(wider, key=lambda k: (len(words[k][0]), k))
    names = {s.origin.key: s.origin.name for s in reversed(statements)}
    return [
        replace(s, origin=replace(s.origin, key=key, name=names[key]))
        for s in statements
        for key in (longer.get(s.origin.key, s.origin.key),)
    ]


def as_published(sentences: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """
    Sentences with the names of sources as published for their keys; a source without a name keeps its key.

    >>> as_published(["grade: a single source: outlet وادي وكاله"], {"outlet وادي وكاله": "وكالة الوادي"})
    ['grade: a single source: outlet وكالة الوادي']
    """
    known = sorted((key for key, name in names.items() if name), key=lambda key: (-len(key), key))
    if not known:
        return list(sentences)
    pattern = re.compile("|".join(map(re.escape, known)))
    return [pattern.sub(lambda m: f"{m[0].partition(' ')[0]} {names[m[0]]}", sentence) for sentence in sentences]
