"""Actors: the sides of a conflict wherever a text names them, as "طيران التحالف الدولي", "قسد", "جندي تركي" or "التنظيم"."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hasila.pack.rows import Pack
from hasila.text.tokens import Document

Form = Literal["force", "name", "adjective", "anaphor", "metonym", "label", "unidentified"]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """
    A side named at tokens [first, last), the noun of the force and its rank included.

    `actor` is an id of the codebook, None for a label that names no side (مسلحون).
    `person`: who speaks for or leads the side (its spokesman, leader, ministry), not the side in arms.
    """

    first: int
    last: int
    actor: str | None
    form: Form
    person: bool
    rules: tuple[str, ...]


def find_actors(
    document: Document, pack: Pack, published: date | None, country: str | None = None
) -> list[ActorMention]:
    """The sides named in a text, left to right, none overlapping another."""
    return []
