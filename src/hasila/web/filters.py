"""What a person looks for, read from the address, so that a filtered page can be kept and sent on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from hasila.register.models import Report
from hasila.register.questions import ClaimQuestions, IncidentQuestions

Asked = TypeVar("Asked", ClaimQuestions, IncidentQuestions)


@dataclass(frozen=True)
class Filter:
    """Values of the address; an empty one asks for nothing. Days that are no days are left out."""

    q: str = ""
    country: str = ""
    admin1: str = ""
    first: date | None = None
    last: date | None = None
    actor: str = ""
    outlet: str = ""
    outcome: str = ""
    cause: str = ""

    @property
    def asks(self) -> bool:
        """Something is asked for."""
        return self != Filter()

    def asked(self) -> dict[str, str]:
        """The values that are not empty, as an address has them; exports name them."""
        return {key: str(value) for key, value in vars(self).items() if value}


def filter_of(given: Mapping[str, Any]) -> Filter:
    """
    The filter that an address asks for.

    >>> filter_of({"outcome": "killed", "first": "2019-03-01", "last": "soon"}).asked()
    {'first': '2019-03-01', 'outcome': 'killed'}
    """
    text = {k: str(given.get(k, "")).strip()[:300] for k in Filter.__dataclass_fields__ if k not in ("first", "last")}
    if "|" in text["admin1"]:  # a province is chosen together with its country
        text["country"], _, text["admin1"] = text["admin1"].partition("|")
    return Filter(**text, first=_day(given.get("first")), last=_day(given.get("last")))


def _day(told: Any) -> date | None:
    try:
        return date.fromisoformat(str(told or ""))
    except ValueError:
        return None


def narrowed(rows: Asked, wanted: Filter) -> Asked:
    """The rows that the filter asks for."""
    if wanted.q:
        rows = rows.search(wanted.q)
    if wanted.country or wanted.admin1:
        rows = rows.by_place(wanted.admin1 or None, wanted.country or None)
    if wanted.first or wanted.last:
        rows = rows.in_period(wanted.first, wanted.last)
    if wanted.actor:
        rows = rows.by_actor(wanted.actor)
    if wanted.outlet:
        rows = _of_outlet(rows, wanted.outlet)
    if wanted.outcome:
        rows = rows.by_outcome(wanted.outcome)
    if wanted.cause:
        rows = rows.filter(cause=wanted.cause)
    return rows


def _of_outlet(rows: Asked, outlet: str) -> Asked:
    """Rows of one outlet. Claims are found through its reports: SQLite would else go through all of the queue."""
    if isinstance(rows, ClaimQuestions):
        return rows.filter(report__in=Report.objects.by_outlet(outlet).values("pk"))
    return rows.by_outlet(outlet)
