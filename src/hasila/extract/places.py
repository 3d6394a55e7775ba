"""Place phrases in a document (first shape; the finder follows)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from hasila.pack.rows import Pack
from hasila.text.tokens import Document


class PlaceNames(Protocol):
    """A gazetteer as the finder sees it."""

    def has(self, name: str) -> bool: ...

    def countries(self, key: str) -> Mapping[str, bool]: ...


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named at tokens [first, last)."""

    first: int
    last: int
    name: str
    descriptor: str | None
    offset: str | None
    role: str
    within: tuple[int, ...]
    rules: tuple[str, ...]


def find_places(document: Document, pack: Pack, known: PlaceNames) -> list[PlaceMention]:
    """The places of a document, from left to right."""
    return []
