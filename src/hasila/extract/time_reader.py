"""The words about time in a text: what the rows say at each token, read once and only where needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hasila.extract.numbers import Numbers
from hasila.extract.time_phrases import TimePhrase
from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack
from hasila.text.fold import fold_word
from hasila.text.peel import bare, peelings
from hasila.text.tokens import Token

Found = tuple[TimePhrase, int]  # what is said, and the token after it

_NO_CLASSES: frozenset[str] = frozenset()


class TimeWords:
    """The rows of the family "times", and which classes of them a word may begin."""

    def __init__(self, pack: Pack) -> None:
        rows = pack.family("times")
        self.lexicon = Lexicon(rows)
        self.numbers = Numbers(pack)
        self._first: dict[str, set[str]] = {}
        for row in rows:
            for form in row.forms:
                self._first.setdefault(bare(fold_word(form).split()[0]), set()).add(row.says["class"])
        self._classes: dict[str, frozenset[str]] = {}

    def classes(self, word: str) -> frozenset[str]:
        """The classes whose forms may begin with a folded word, proclitics apart."""
        known = self._classes.get(word)
        if known is None:
            found = [self._first[p.bare] for p in peelings(word) if p.bare in self._first]
            known = self._classes[word] = frozenset().union(*found) if found else _NO_CLASSES
        return known


@dataclass
class Reader:
    """The tokens of one text and the rows found in them; a position outside the text has no words."""

    tokens: Sequence[Token]
    words: TimeWords

    @cached_property
    def _hits(self) -> dict[int, list[Hit]]:
        return {}

    def hits(self, at: int) -> list[Hit]:
        """All rows whose form begins at a token, longest first."""
        found = self._hits.get(at)
        if found is None:
            outside = not 0 <= at < len(self.tokens) or not self.words.classes(self.tokens[at].text)
            found = self._hits[at] = [] if outside else self.words.lexicon.at(self.tokens, at)
        return found

    def hit(self, at: int, *classes: str) -> Hit | None:
        """The longest form of one of the classes that begins at a token."""
        return next((h for h in self.hits(at) if h.row.says["class"] in classes), None)

    def after(self, at: int, *classes: str) -> int:
        """The token after a form of one of the classes, or `at` itself where none begins there."""
        hit = self.hit(at, *classes)
        return hit.last if hit else at

    def text(self, at: int) -> str:
        """A token's folded letters; an empty string outside the text."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def mark(self, at: int, *marks: str) -> int:
        """The token after one of the marks, or `at` itself."""
        return at + 1 if self.text(at) in marks else at

    def unit(self, at: int, unit: str, n: int | None = None) -> Hit | None:
        """A unit of time («شهر»), of a number: 1 one, 2 two, 0 several."""
        found = (h for h in self.hits(at) if h.row.says["class"] == "unit" and h.row.says["unit"] == unit)
        return next((h for h in found if n is None or h.row.says["n"] == n), None)

    def digits(self, at: int) -> int | None:
        """The value of a token that is digits and nothing else."""
        text = self.text(at)
        return int(text) if text.isdigit() and len(text) < 6 else None

    def number(self, at: int) -> tuple[int, int] | None:
        """A whole number in digits or words, and the token after it; «الـ24» is read as 24."""
        at = self.mark(at, "ال")
        value = self.digits(at)
        if value is not None:
            return value, at + 1
        if not 0 <= at < len(self.tokens) or self.tokens[at].kind != "w":
            return None
        read = self.words.numbers.read(self.tokens, at)
        return (int(read[0]), read[1]) if read and read[0] == int(read[0]) else None

    def ordinal(self, at: int) -> tuple[int, int] | None:
        """«الثالث», «الحادي عشر», «الخامس والعشرين»: the value and the token after it."""
        hit = self.hit(at, "ordinal")
        if not hit:
            return None
        value, last = int(hit.row.says["value"]), hit.last
        if value < 10 and self.text(last) in ("عشر", "عشره"):
            return value + 10, last + 1
        tens = self.hit(last, "ordinal")
        if value < 10 and tens and tens.prefix == "و" and tens.row.says["value"] >= 20:
            return value + int(tens.row.says["value"]), tens.last
        return value, last
