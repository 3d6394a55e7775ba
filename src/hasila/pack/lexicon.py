"""Finding dictionary rows in tokens, in one pass, with proclitics and articles peeled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hasila.pack.rows import Row
from hasila.text.fold import fold_word
from hasila.text.peel import bare, peelings
from hasila.text.tokens import Token


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
        for row in map(_folded, rows):
            for form in row.forms:
                articles = tuple(w.startswith("ال") and len(w) > 3 for w in form.split())
                # A word that is written with a hamza (ألغام، آلاف) begins with its own letters, not with the article.
                bares = tuple(fold_word(w[2:] if a else w) for w, a in zip(form.split(), articles, strict=True))
                self._by_first.setdefault(bares[0], []).append(_Form(row, bares, articles))
                self.words.update(bares)
        for forms in self._by_first.values():
            forms.sort(key=lambda f: -len(f.words))

    def knows(self, word: str) -> bool:
        """Whether a folded word, proclitics apart, is a word of some form."""
        return any(p.bare in self.words for p in peelings(word))

    def at(self, tokens: Sequence[Token], first: int) -> list[Hit]:
        """All rows whose form begins at a token, longest form first."""
        hits: list[Hit] = []
        for peeled in peelings(tokens[first].text):
            for form in self._by_first.get(peeled.bare, ()):
                last = first + len(form.words)
                if form.articles[0] and not peeled.article:
                    continue
                if form.row.pos == "verb" and (peeled.article or peeled.prefix not in ("", "و", "ف")):
                    continue
                if last > len(tokens) or not _fits(form, tokens, first):
                    continue
                if _allowed(form.row, tokens, first, last):
                    hits.append(Hit(form.row, first, last, peeled.prefix, peeled.article))
        if len(hits) > 1:
            hits.sort(key=lambda h: (-(h.last - h.first), len(h.prefix)))
        return hits

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """The longest hits from left to right, none overlapping another."""
        found: list[Hit] = []
        at = 0
        while at < len(tokens):
            hits = self.at(tokens, at) if tokens[at].kind == "w" else []
            if hits:
                found.append(hits[0])
                at = hits[0].last
            else:
                at += 1
        return found
