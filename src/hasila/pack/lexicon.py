"""Finding dictionary rows in tokens, in one pass, with proclitics and articles peeled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hasila.pack.rows import Row
from hasila.text.fold import fold_word
from hasila.text.peel import bare, peelings
from hasila.text.tokens import Token


# How many words' readings are kept; beyond that a lexicon begins anew, so that memory has a bound.
_REMEMBERED = 100_000


class Hit(NamedTuple):
    """A row found at tokens [first, last), with what was attached to its first word."""

    row: Row
    first: int
    last: int
    prefix: str
    article: bool


@dataclass(frozen=True, slots=True)
class _Form:
    row: Row
    words: tuple[str, ...]
    articles: tuple[bool, ...]
    conditions: bool


def _fits(form: _Form, tokens: Sequence[Token], at: int) -> bool:
    """Whether the words of a form after its first stand at tokens at+1 and on."""
    for step, (word, article) in enumerate(zip(form.words[1:], form.articles[1:], strict=True), start=at + 1):
        text = tokens[step].text
        if not (bare(text) == word and text != word if article else bare(text) == word or text == word):
            return False
    return True


def _beside(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """The ways to read the word at `at`, for the conditions of a row; nothing outside the text."""
    if not 0 <= at < len(tokens):
        return ("",)
    return tuple(p.bare for p in peelings(tokens[at].text))


def _allowed(row: Row, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words beside a hit satisfy the row's conditions."""
    if row.next or row.not_next:
        after = _beside(tokens, last)
        if row.next and not any(w in row.next for w in after):
            return False
        if any(w in row.not_next for w in after):
            return False
    if row.prev or row.not_prev:
        before = _beside(tokens, first - 1)
        if row.prev and not any(w in row.prev for w in before):
            return False
        if any(w in row.not_prev for w in before):
            return False
    return True


def _folded(row: Row) -> Row:
    """The row with its conditions folded as the text is."""
    if not (row.next or row.prev or row.not_next or row.not_prev):
        return row
    fold_all = {k: tuple(bare(fold_word(w)) for w in getattr(row, k)) for k in ("next", "prev", "not_next", "not_prev")}
    return Row(row.id, row.family, row.forms, row.says, row.yes, row.no, pos=row.pos, why=row.why, **fold_all)


class Lexicon:
    """
    The forms of some rows, ready to be found.

    A form written without the article is found with and without it; a form written with it needs it.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_first: dict[str, list[_Form]] = {}
        self.words: set[str] = set()
        self._read: dict[str, list[tuple[str, bool, _Form]]] = {}
        for row in map(_folded, rows):
            conditions = bool(row.next or row.prev or row.not_next or row.not_prev)
            for form in row.forms:
                articles = tuple(w.startswith("ال") and len(w) > 3 for w in form.split())
                # A word that is written with a hamza (ألغام، آلاف) begins with its own letters, not with the article.
                bares = tuple(fold_word(w[2:] if a else w) for w, a in zip(form.split(), articles, strict=True))
                self._by_first.setdefault(bares[0], []).append(_Form(row, bares, articles, conditions))
                self.words.update(bares)
        for forms in self._by_first.values():
            forms.sort(key=lambda f: -len(f.words))

    def knows(self, word: str) -> bool:
        """Whether a folded word, proclitics apart, is a word of some form."""
        return any(p.bare in self.words for p in peelings(word))

    def _readings(self, word: str) -> list[tuple[str, bool, _Form]]:
        """The forms that a folded word may begin, with what is attached to it: the longest form first, the least attached first."""
        found = self._read.get(word)
        if found is None:
            found = [
                (peeled.prefix, peeled.article, form)
                for peeled in peelings(word)
                for form in self._by_first.get(peeled.bare, ())
                if (peeled.article or not form.articles[0])
                and not (form.row.pos == "verb" and (peeled.article or peeled.prefix not in ("", "و", "ف")))
            ]
            found.sort(key=lambda r: (-len(r[2].words), len(r[0])))
            if len(self._read) > _REMEMBERED:
                self._read.clear()
            self._read[word] = found
        return found

    def _hits(self, tokens: Sequence[Token], first: int, readings: Sequence[tuple[str, bool, _Form]]) -> Iterator[Hit]:
        second = tokens[first + 1].text if first + 1 < len(tokens) else ""
        seconds = (second, bare(second))
        for prefix, article, form in readings:
            size = len(form.words)
            if size > 1 and (
                form.words[1] not in seconds or first + size > len(tokens) or not _fits(form, tokens, first)
            ):
                continue
            if not form.conditions or _allowed(form.row, tokens, first, first + size):
                yield Hit(form.row, first, first + size, prefix, article)

    def at(self, tokens: Sequence[Token], first: int) -> list[Hit]:
        """All rows whose form begins at a token, longest form first."""
        readings = self._readings(tokens[first].text)
        return list(self._hits(tokens, first, readings)) if readings else []

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """The longest hits from left to right, none overlapping another."""
        found: list[Hit] = []
        end = 0
        for at, token in enumerate(tokens):
            if at < end or token.kind != "w":
                continue
            readings = self._readings(token.text)
            hit = next(self._hits(tokens, at, readings), None) if readings else None
            if hit:
                found.append(hit)
                end = hit.last
        return found
