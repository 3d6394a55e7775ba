"""Long lists in pages, without counting more than is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)
SIZE = 40
FURTHEST = 250
"""Nobody turns so many pages: who looks that far filters."""


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows, which page they are, and whether there are more."""

    rows: list[Row]
    number: int
    more: bool


def page_of(rows: "QuerySet[Row]", given: Mapping[str, Any]) -> "Page[Row]":
    """The page that the address asks for."""
    told = str(given.get("page", "1"))
    number = min(max(int(told), 1), FURTHEST) if told.isascii() and told.isdigit() and len(told) < 6 else 1
    found = list(rows[(number - 1) * SIZE : number * SIZE + 1])
    return Page(found[:SIZE], number, len(found) > SIZE)
