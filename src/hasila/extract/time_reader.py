"""The words about time in a text: what the rows say at each token, read once and only where needed."""

from collections.abc import Sequence
from itertools import compress

from hasila.extract.numbers import Numbers
from hasila.extract.time_phrases import TimePhrase
from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack, Row
from hasila.text.fold import fold_word
from hasila.text.peel import bare, peelings
from hasila.text.remembered import Remembered
from hasila.text.tokens import Document, Token

Found = tuple[TimePhrase, int]  # what is said, and the token after it

Classes = frozenset[str]

_NONE: Classes = frozenset()


def _names(row: Row) -> tuple[str, ...]:
    """The classes that a row's forms begin: its own, and for a unit also which one («unit:month»)."""
    name = str(row.says["class"])
    return (name, f"unit:{row.says['unit']}") if name == "unit" else (name,)


class TimeWords:
    """The rows of the family "times", and which classes of them a word may begin."""

    def __init__(self, pack: Pack) -> None:
        rows = pack.family("times")
        self.lexicon = Lexicon(rows)
        self.numbers = Numbers(pack)
        self._first: dict[str, list[tuple[bool, str, str]]] = {}
        for row in rows:
            for form in row.forms:
                first, *rest = fold_word(form).split()
                second = bare(rest[0]) if rest else ""
                for name in _names(row):
                    self._first.setdefault(bare(first), []).append((bare(first) != first, second, name))
        self._begun = Remembered(self._beginnings)

    def classes(self, tokens: Sequence[Token]) -> tuple[list[Classes], list[int]]:
        """
        For each token the classes whose forms may begin there, by its word and the next (three empty sets behind), and
        the positions of those tokens and of the numbers.
        """
        begun, found, last = self._begun, [_NONE] * (len(tokens) + 3), len(tokens) - 1
        marked: list[int] = []
        for at in compress(range(len(tokens)), map(begun.__getitem__, [token[0] for token in tokens])):
            word, kind, _, _ = tokens[at]
            if kind == "n":
                marked.append(at)
            beginnings = begun[word]
            if kind != "w" or beginnings is None:
                continue
            alone, joined = beginnings
            if joined and at < last:
                # Most words that begin only longer forms («في», «على») end here.
                alone = alone | joined.get(bare(tokens[at + 1].text), _NONE)
            if alone:
                found[at] = alone
                marked.append(at)
        return found, marked

    def _beginnings(self, word: str) -> tuple[Classes, dict[str, Classes]] | None:
        """
        The classes that a folded word may begin by itself, and those that it begins with a certain next word; None where
        it begins none.
        """
        alone: set[str] = set()
        joined: dict[str, set[str]] = {}
        for peeled in peelings(word):
            for article, second, name in self._first.get(peeled.bare, ()):
                if article and not peeled.article:
                    continue
                if second:
                    joined.setdefault(second, set()).add(name)
                else:
                    alone.add(name)
        if not (alone or joined or word[:1].isdigit()):
            return None
        return frozenset(alone), {k: frozenset(v) for k, v in joined.items()}


class Reader:
    """The tokens of one text and the rows found in them; a position outside the text has no words."""

    def __init__(self, document: Document, words: TimeWords) -> None:
        self.source, self.tokens = document.source, document.tokens
        self.words = words
        self.classes, self.marked = words.classes(document.tokens)
        self._hits: dict[int, list[Hit]] = {}

    def hits(self, at: int) -> list[Hit]:
        """All rows whose form begins at a token, longest first."""
        if not self.classes[at]:
            return []
        found = self._hits.get(at)
        if found is None:
            found = self._hits[at] = self.words.lexicon.at(self.tokens, at)
        return found

    def hit(self, at: int, *classes: str) -> Hit | None:
        """The longest form of one of the classes that begins at a token."""
        if self.classes[at].isdisjoint(classes):
            return None
        return next((h for h in self.hits(at) if h.row.says["class"] in classes), None)

    def after(self, at: int, *classes: str) -> int:
        """The token after a form of one of the classes, or `at` itself where none begins there."""
        hit = self.hit(at, *classes)
        return hit.last if hit else at

    def text(self, at: int) -> str:
        """A token's folded letters; an empty string outside the text."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def written(self, at: int) -> str:
        """A token's letters as published."""
        return self.source[self.tokens[at].start : self.tokens[at].end]

    def kind(self, at: int) -> str:
        """The kind of a token; an empty string outside the text."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def mark(self, at: int, *marks: str) -> int:
        """The token after one of the marks, or `at` itself."""
        return at + 1 if self.text(at) in marks else at

    def unit(self, at: int, unit: str, n: int | None = None) -> Hit | None:
        """A unit of time («شهر»), of a number: 1 one, 2 two, 0 several."""
        if f"unit:{unit}" not in self.classes[at]:
            return None
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
