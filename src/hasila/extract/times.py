"""Time phrases in a text, each as one mention."""

from dataclasses import dataclass

from hasila.extract.time_phrases import Kind, TimePhrase
from hasila.pack.rows import Pack
from hasila.text.tokens import Document


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time phrase at tokens [first, last), what it says, and the rows that read it."""

    first: int
    last: int
    phrase: TimePhrase
    rules: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """What sort of answer the phrase can give."""
        return self.phrase.kind


def find_times(document: Document, pack: Pack) -> list[TimeMention]:
    """The time phrases of a text from left to right, none overlapping another."""
    return []
