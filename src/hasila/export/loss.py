"""The loss report: what a file does not hold, or holds otherwise than the register, field by field, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

Action = Literal["dropped", "degraded", "left out", "withheld"]


@dataclass(frozen=True)
class Loss:
    """
    One kind of loss and how often it happened.

    - dropped: whole rows are not in the file; `rows` names each.
    - degraded: the value stands otherwise than in the register; `rows` names each row.
    - left out: the format has no place for the field; counted.
    - withheld: the publication profile keeps it back; counted, and never named: a name would point at it.
    """

    action: Action
    field: str
    why: str
    count: int
    rows: tuple[str, ...] = ()


class Losses:
    """
    Losses as they are met while a file is written; complete when its last line is.

    It keeps ids of rows that were dropped or degraded: about a hundred bytes each.

    >>> losses = Losses()
    >>> losses.note("dropped", "place", "the place is unknown", "claim-1")
    >>> [(loss.field, loss.count, loss.rows) for loss in losses]
    [('place', 1, ('claim-1',))]
    """

    def __init__(self) -> None:
        self._counts: dict[tuple[Action, str, str], int] = {}
        self._rows: dict[tuple[Action, str, str], list[str]] = {}

    def note(self, action: Action, field: str, why: str, row: str, times: int = 1) -> None:
        """Remember one loss in one row; a row with several losses of a kind is named once."""
        key = (action, field, why)
        self._counts[key] = self._counts.get(key, 0) + times
        if action in ("dropped", "degraded"):
            rows = self._rows.setdefault(key, [])
            if not rows or rows[-1] != row:
                rows.append(row)

    def __iter__(self) -> Iterator[Loss]:
        """The kinds of loss, whole rows first."""
        order = ("dropped", "degraded", "withheld", "left out")
        for key in sorted(self._counts, key=lambda key: (order.index(key[0]), key[1], key[2])):
            yield Loss(*key, self._counts[key], tuple(self._rows.get(key, ())))

    def of(self, action: Action) -> list[Loss]:
        """The losses of one action."""
        return [loss for loss in self if loss.action == action]

    def count(self, action: Action) -> int:
        """How many losses of an action there were."""
        return sum(loss.count for loss in self.of(action))

    @property
    def dropped_rows(self) -> int:
        """How many rows are not in the file."""
        return len({row for loss in self.of("dropped") for row in loss.rows})

    def record(self) -> list[dict[str, Any]]:
        """The report as JSON values."""
        return [{key: value for key, value in vars(loss).items() if value != ()} for loss in self]
