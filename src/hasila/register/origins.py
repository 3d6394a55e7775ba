"""
The independent sources of an incident, as its weighing counts them: who speaks first, and why each counts as that one.

Rules name a source by its folded words in the order of the alphabet, so that spellings agree; people are shown the name
as some report writes it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hasila.link.origins import Statement, as_published, first_of_families, merged, origin_of
from hasila.model import report as records
from hasila.model.claim import SourceKind
from hasila.register.models import Claim, Report


@dataclass(frozen=True)
class Origin:
    """
    One independent source. `key` is its name in the rules' sentences, `name` as reports write it, empty for one without.

    `own` are the reports in which it speaks itself, `quoted` those that quote it, `copied` those that copy its text.
    """

    key: str
    name: str
    kind: SourceKind
    own: tuple[Report, ...]
    quoted: tuple[Report, ...]
    copied: tuple[Report, ...]


def origins_of(reports: Sequence[Report], claims: Iterable[Claim]) -> list[Origin]:
    """The origins of the claims of an incident; those that most reports go back to come first."""
    rows = {row.pk: row for row in reports}
    made = {row.pk: _record(row) for row in reports}
    family = {row.pk: row.family or row.pk for row in reports}
    first = first_of_families(made.values(), family)
    statements = [
        Statement(
            row.report_id,
            row.position,
            claim,
            None,
            origin_of(made[row.report_id], claim, first[family[row.report_id]]),
        )
        for row in claims
        if row.report_id in made
        for claim in (row.record(),)
    ]
    told: defaultdict[str, list[Statement]] = defaultdict(list)
    for s in merged(statements):
        told[s.origin.key].append(s)
    found = [_origin(key, some[0].origin.name, some, rows) for key, some in told.items()]
    return sorted(found, key=lambda o: (-len(o.own) - len(o.quoted) - len(o.copied), o.key))


def written_as(sentence: str, origins: Iterable[Origin]) -> str:
    """
    A rule's sentence with the names of sources as reports write them.

    >>> written_as("grade: a single source: outlet وادي وكاله", [Origin("outlet وادي وكاله", "وكالة الوادي", "own", (), (), ())])
    'grade: a single source: outlet وكالة الوادي'
    """
    return as_published([sentence], {origin.key: origin.name for origin in origins})[0]


def _origin(key: str, name: str, told: Sequence[Statement], rows: Mapping[str, Report]) -> Origin:
    own, quoted, copied = set[str](), set[str](), set[str]()
    for s in told:
        kind = quoted if ": quotes «" in s.origin.why else copied if ": a copy of " in s.origin.why else own
        kind.add(s.report)
    quoted, copied = quoted - own, copied - own - quoted
    return Origin(key, name, told[0].origin.kind, *(_by_day(rows[k] for k in some) for some in (own, quoted, copied)))


def _by_day(rows: Iterable[Report]) -> tuple[Report, ...]:
    return tuple(sorted(rows, key=lambda row: (row.published, row.pk)))


def _record(row: Report) -> records.Report:
    """The record without its text, which origins do not need and which may be long."""
    return records.Report(id=row.pk, text="", published=row.moment, outlet=row.outlet or None)
