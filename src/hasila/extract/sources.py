"""Sources: who says what, from the verbs, prepositions and colons that tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hasila.extract.actors import ActorMention
from hasila.model.claim import SourceKind
from hasila.pack.rows import Pack
from hasila.text.tokens import Document

Attitude = Literal["says", "claims", "confirms", "denies", "hearsay", "accuses"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """
    A speaker at tokens [first, last), and the tokens of what is said.

    `verb` is the id of the row that tells the saying; `chain` the outer conveyors, innermost first, as written.
    """

    first: int
    last: int
    kind: SourceKind
    verb: str
    attitude: Attitude
    scope: tuple[int, int]
    chain: tuple[str, ...]


def find_attributions(document: Document, pack: Pack, actors: Sequence[ActorMention]) -> list[Attribution]:
    """Who says what in a text, in the order of what is said."""
    return []


def speaker_at(attributions: Sequence[Attribution], token: int) -> Attribution | None:
    """Who says the word at a token: the narrowest scope around it; None where the text itself says it."""
    around = [a for a in attributions if a.scope[0] <= token < a.scope[1]]
    return min(around, key=lambda a: a.scope[1] - a.scope[0], default=None)
