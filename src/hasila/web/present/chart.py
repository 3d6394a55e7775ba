"""Charts as plain geometry: templates draw them as SVG, every mark a link. No scripts, no pixels, no styles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hasila.web.present import digits

WIDTH, HEIGHT = 640, 200
LEFT, RIGHT, TOP, BOTTOM = 46, 12, 12, 30

WIDEST = 44.0
"""Of a month's column: a single month is no wall."""


@dataclass(frozen=True)
class Toll:
    """One figure in one report: its bounds (None: open), and who published it when."""

    claim: str
    day: date | None
    low: int | None
    high: int | None
    outcome: str
    outlet: str


@dataclass(frozen=True)
class Stroke:
    """A toll on the timeline: a stroke from its lowest to its highest figure; `open_` where it has no upper bound."""

    toll: Toll
    x: float
    y_low: float
    y_high: float
    open_: bool

    @property
    def dot(self) -> bool:
        """One exact figure."""
        return self.y_low == self.y_high and not self.open_


@dataclass(frozen=True)
class Tick:
    """A line of the grid with its label."""

    at: float
    text: str


@dataclass(frozen=True)
class Timeline:
    """Tolls by day of publication."""

    strokes: Sequence[Stroke]
    rows: Sequence[Tick]
    columns: Sequence[Tick]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    floor: int = HEIGHT - BOTTOM


def timeline(tolls: Iterable[Toll]) -> Timeline | None:
    """The timeline of some tolls; None where there are fewer than two to compare."""
    told = [toll for toll in tolls if toll.day is not None]
    if len(told) < 2:
        return None
    days = sorted({toll.day for toll in told if toll.day})
    most = max(max(t.low or 0, t.high or 0) for t in told) or 1
    span = max((days[-1] - days[0]).days, 1)
    room = WIDTH - LEFT - RIGHT - 24

    def x(day: date) -> float:
        return round(LEFT + 12 + room * (day - days[0]).days / span, 1) if len(days) > 1 else LEFT + 12 + room / 2

    strokes, placed = [], dict[tuple[float, int], int]()
    for toll in sorted(told, key=lambda t: (t.day or days[0], t.outcome, t.claim)):
        low = toll.low if toll.low is not None else 0
        high = toll.high if toll.high is not None else low
        at = x(toll.day or days[0])
        beside = placed.get((at, 0), 0)
        placed[at, 0] = beside + 1
        shift = (beside + 1) // 2 * 9 * (1 if beside % 2 else -1)
        strokes.append(Stroke(toll, at + shift, _y(low, most), _y(high, most), toll.high is None))
    return Timeline(strokes, _rows(most), [Tick(x(d), digits.day(d)) for d in _some(days, 4)])


@dataclass(frozen=True)
class Band:
    """One row or column of a chart: lowest and highest sum, the number of incidents, and where they are listed."""

    key: str
    name: str
    count: int
    low: int
    high: int
    query: str
    x: float = 0.0
    y_low: float = 0.0
    y_high: float = 0.0
    share_low: float = 0.0
    share_high: float = 0.0


def columns(bands: Sequence[Band]) -> tuple[list[Band], list[Tick], float]:
    """Bands side by side (months), the grid, and the width of a column."""
    most = max((b.high for b in bands), default=0) or 1
    step = min((WIDTH - LEFT - RIGHT) / max(len(bands), 1), WIDEST)
    placed = [
        _at(b, x=round(LEFT + step * n, 1), y_low=_y(b.low, most), y_high=_y(b.high, most)) for n, b in enumerate(bands)
    ]
    return placed, _rows(most), round(max(step - 2, 2.0), 1)


def bars(bands: Sequence[Band]) -> list[Band]:
    """Bands below one another, their lengths as shares of 100."""
    most = max((b.high for b in bands), default=0) or 1
    return [_at(b, share_low=round(100 * b.low / most, 1), share_high=round(100 * b.high / most, 1)) for b in bands]


def _at(band: Band, **places: float) -> Band:
    return Band(**{**vars(band), **places})


def _y(value: int, most: int) -> float:
    return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / most, 1)


def _rows(most: int) -> list[Tick]:
    steps = sorted({0, most // 2, most})
    return [Tick(_y(value, most), digits.number(value)) for value in steps]


def _some(days: Sequence[date], most: int) -> list[date]:
    if len(days) <= most:
        return list(days)
    return sorted({days[round(n * (len(days) - 1) / (most - 1))] for n in range(most)})
