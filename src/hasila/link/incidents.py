"""From a cluster of units to the record of an incident: place, day, blamed sides, and why it is one incident."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from hasila.link.blamed import sides_blamed
from hasila.link.features import findings
from hasila.link.placing import place_of
from hasila.link.units import Unit
from hasila.link.weights import Weights
from hasila.model.claim import When
from hasila.model.incident import Incident

T = TypeVar("T")


def incident_of(units: Sequence[Unit], weights: Weights, decided: Sequence[str] = ()) -> Incident:
    """The incident that these units tell of. It is named after the first: the first published, by id on one day."""
    ordered = sorted(units, key=lambda u: (not u.main, u.published or 0, u.id))
    main = [u for u in ordered if u.main]
    reports = tuple(sorted({u.report for u in main}))
    speaking = main or ordered
    place, place_why = place_of(speaking)
    when = date_of(speaking)
    blamed = sides_blamed(speaking, when.from_ if when else None)
    return Incident(
        id=ordered[0].incident_id,
        kind=ordered[0].kind,
        reports=reports,
        recalls=tuple(sorted({u.report for u in ordered} - set(reports))),
        claims=tuple(sorted({(u.report, n) for u in ordered for n in u.claims})),
        place=place,
        date=when,
        actors=blamed.filed,
        also_blamed=blamed.also,
        why=(*_why_one(ordered, weights), *place_why, *blamed.why, *decided),
    )


def _by_family(units: Iterable[Unit], told: Callable[[Unit], T | None]) -> Counter[T]:
    """How many families of copies tell each value."""
    seen: defaultdict[T, set[str]] = defaultdict(set)
    for unit in units:
        value = told(unit)
        if value is not None:
            seen[value].add(unit.family)
    return Counter({value: len(families) for value, families in seen.items()})


def date_of(units: Sequence[Unit]) -> When | None:
    """The day told by the most families; where none is told, the first day of publication and the one before."""
    told = _by_family(units, lambda u: (u.first, u.last) if u.told else None)
    if told:
        first, last = min(told, key=lambda d: (-told[d], (d[1] or 0) - (d[0] or 0), d[0] or 0))
    else:
        days = [u.published for u in units if u.published is not None]
        if not days:
            return None
        first, last = min(days) - 1, min(days)
    if first is None or last is None:
        return None
    length = last - first
    precision = ("day" if length == 0 else "days" if length < 6 else "week" if length == 6 else "month" if length <= 31
                 else "year" if length <= 366 else "longer")  # fmt: skip
    return When(from_=date.fromordinal(first), to=date.fromordinal(last), precision=precision)


def _why_one(units: Sequence[Unit], weights: Weights) -> list[str]:
    """What speaks for one event, from comparing the first unit with each of the others."""
    if len(units) == 1:
        return ["one report tells of it"]
    found: Counter[tuple[str, float]] = Counter()
    for unit in units[1:]:
        found.update({(f.says, f.score) for f in findings(units[0], unit, weights)})
    ranked = sorted(found.items(), key=lambda item: (-item[1] * abs(item[0][1]), item[0][0]))
    others = len(units) - 1
    sentences = [
        f"{says} ({'+' if score > 0 else ''}{score:.1f}; {n} of {others})" for (says, score), n in ranked[:6] if score
    ]
    families = len({u.family for u in units})
    reports = len({u.report for u in units})
    return [f"{reports} reports, {families} of them no copies of one another", *sentences]
