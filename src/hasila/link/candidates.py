"""Which pairs of units are worth comparing: those near in time and area, or with a rare word in common.

Every unit goes into a few blocks. A small block is compared whole; in a larger one each unit is compared with its next
neighbours of the same place name, so that the work grows with the number of units and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from hasila.link.units import Unit

WHOLE = 60  # units; a block up to this size is compared whole
NEXT = 8  # neighbours that each unit of a larger block is compared with
CELL = 0.2  # degrees; two points within 0.1 degree (11 km) always share a cell

MENTIONS = 6  # the rarest names of places in a telling that it is looked for by
Key = tuple[object, ...]
ANYWHERE = ("any",)


def candidates(units: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """The pairs to compare, each once, the unit with the smaller id first."""
    ordered = sorted(units, key=lambda u: u.id)
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for n, unit in enumerate(ordered):
        for key in _keys(unit):
            blocks[key].append(n)
    seen: set[int] = set()
    size = len(ordered)
    for key, block in blocks.items():
        for a, b in _pairs_anywhere(block, ordered) if key[-1] == ANYWHERE else _pairs(block, ordered):
            code = a * size + b if a < b else b * size + a
            if code not in seen:
                seen.add(code)
                yield (ordered[a], ordered[b]) if a < b else (ordered[b], ordered[a])


def _pairs_anywhere(block: list[int], units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """The pairs of one day in which one side tells no fine place: two fine places that are near share a cell."""
    vague = [n for n in block if not units[n].fine]
    yield from _pairs(vague, units)
    if len(block) <= WHOLE:
        yield from product(vague, [n for n in block if units[n].fine])


def _pairs(block: list[int], units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    if len(block) <= WHOLE:
        yield from combinations(block, 2)
        return
    order = sorted(block, key=lambda n: _likeness_order(units[n]))
    for at, a in enumerate(order):
        for b in order[at + 1 : at + 1 + NEXT]:
            if not units[a].place_name or units[a].place_name == units[b].place_name:
                yield a, b


def _likeness_order(unit: Unit) -> tuple[object, ...]:
    return (" ".join(sorted(unit.place_name)), unit.cause, unit.id)


def _keys(unit: Unit) -> Iterator[Key]:
    if unit.kind == "total":
        yield "total", unit.total
        yield "total", unit.family
        return
    yield "family", unit.family
    for name in unit.names:
        yield "name", name, _month(unit)
    days = _days(unit)
    areas = [*_areas(unit), *list(unit.places)[:MENTIONS]]
    for d in days:
        for area in areas:
            yield "day", d, area
    if not days:
        for word in list(unit.words)[:3]:
            yield "word", word


def _month(unit: Unit) -> int | None:
    return None if unit.first is None else unit.first // 30


def _days(unit: Unit) -> list[int]:
    """Its days and the next, so that neighbouring days meet; of a long interval its end, when most is published."""
    if unit.first is None or unit.last is None:
        return []
    first = max(unit.first, unit.last - 3)
    return list(range(first, unit.last + 2))


def _areas(unit: Unit) -> list[Key]:
    """The cells of a fifth of a degree around the point, and the block of all; without a point that alone."""
    if not unit.fine or unit.place is None or unit.place.lat is None or unit.place.lon is None:
        return [ANYWHERE]
    north, east = unit.place.lat / CELL, unit.place.lon / CELL
    cells = {(int(north + dn), int(east + de)) for dn in (-0.5, 0.5) for de in (-0.5, 0.5)}
    return [*sorted(cells), ANYWHERE]
