"""Finding dictionary rows in tokens, in one pass, with proclitics and articles peeled."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from hasila.pack.rows import Row
from hasila.text.fold import fold_word
from hasila.text.peel import Peeled, bare, peelings
from hasila.text.remembered import Remembered
from hasila.text.tokens import Token

_new = tuple.__new__


class Hit(NamedTuple):
    """A row found at tokens [first, last), with what was attached to its first word."""

    row: Row
    first: int
    last: int
    prefix: str
    article: bool


class _Form(NamedTuple):
    row: Row
    words: tuple[str, ...]
    articles: tuple[bool, ...]
    conditions: bool


class _Reading(NamedTuple):
    """One way to read a word as the beginning of a form: what is attached to it, and the form."""

    prefix: str
    article: bool
    form: _Form


class _Readings:
    """The readings of one word: forms of one word, and longer ones by the word behind it, with and without its article."""

    __slots__ = ("long", "plain", "short")

    def __init__(self, readings: Iterable[_Reading]) -> None:
        # The longest form first; of two as long, the one with least attached.
        ordered = sorted(readings, key=_rank)
        self.short = tuple(r for r in ordered if len(r.form.words) == 1)
        # The reading that holds where no longer one does, if nothing can speak against it.
        self.plain = self.short[0] if self.short and not self.short[0].form.conditions else None
        self.long: dict[str, list[_Reading]] = {}
        for reading in ordered[: len(ordered) - len(self.short)]:
            second = reading.form.words[1]
            for word in (second, "ال" + second) if len(second) > 1 else (second,):
                self.long.setdefault(word, []).append(reading)


def _rank(reading: _Reading) -> tuple[int, int]:
    return -len(reading.form.words), len(reading.prefix)


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


def _takes_verb(peeled: Peeled) -> bool:
    """What may stand before a verb: "و", "ف", and "ل" before one that is not past («لتقتل»); no article."""
    prefix, article, stem = peeled
    return not article and (prefix in ("", "و", "ف") or (prefix == "ل" and stem[0] in "يت"))


def _folded(row: Row) -> Row:
    """The row with its conditions folded as the text is."""
    if not (row.next or row.prev or row.not_next or row.not_prev):
        return row
    fold_all = {k: tuple(bare(fold_word(w)) for w in getattr(row, k)) for k in ("next", "prev", "not_next", "not_prev")}
    return Row(row.id, row.family, row.forms, row.says, row.yes, row.no, pos=row.pos, why=row.why, **fold_all)


# A word at which a form may begin, by itself and the word behind it, which is given: few are. Others that begin only
# longer forms («في») are left out where the next word says that none does.
_Beginning = tuple[int, _Readings, str]


class Lexicon:
    """
    The forms of some rows, ready to be found.

    A form written without the article is found with and without it; a form written with it needs it.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        # The forms by their bare first word.
        self.firsts: dict[str, list[_Form]] = {}
        self.words: set[str] = set()
        self._read = Remembered(self.readings)
        for row in map(_folded, rows):
            conditions = bool(row.next or row.prev or row.not_next or row.not_prev)
            for written in row.forms:
                words = written.split()
                articles = tuple([len(w) > 3 and w.startswith("ال") for w in words])
                # A word that is written with a hamza (ألغام، آلاف) begins with its own letters, not with the article.
                bares = tuple([fold_word(w[2:] if a else w) for w, a in zip(words, articles, strict=True)])
                self.firsts.setdefault(bares[0], []).append(_Form(row, bares, articles, conditions))
                self.words.update(bares)

    def knows(self, word: str) -> bool:
        """Whether a folded word, proclitics apart, is a word of some form."""
        return any(p.bare in self.words for p in peelings(word))

    def begins(self, word: str) -> bool:
        """Whether some form may begin with a folded word, as far as the word alone tells."""
        return not self.firsts.keys().isdisjoint([peeled.bare for peeled in peelings(word)])

    def readings(self, word: str) -> _Readings | None:
        """The forms that a folded word may begin; None where there are none."""
        if not self.begins(word):
            return None
        found = [
            _Reading(peeled.prefix, peeled.article, form)
            for peeled in peelings(word)
            for form in self.firsts.get(peeled.bare, ())
            if (peeled.article or not form.articles[0]) and not (form.row.pos == "verb" and not _takes_verb(peeled))
        ]
        return _Readings(found) if found else None

    def at(self, tokens: Sequence[Token], first: int) -> list[Hit]:
        """All rows whose form begins at a token, longest form first."""
        readings = self._read[tokens[first].text]
        return list(_hits(tokens, first, readings)) if readings else []

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """The longest hits from left to right, none overlapping another."""
        return longest_hits(tokens, self._beginnings(tokens))

    def _beginnings(self, tokens: Sequence[Token]) -> list[_Beginning]:
        texts = [token[0] for token in tokens]
        read = [*map(self._read.__getitem__, texts)]
        texts.append("")
        return [
            (at, readings, texts[at + 1])
            for at, readings in compress(enumerate(read), read)
            if readings and (readings.short or texts[at + 1] in readings.long) and tokens[at][1] == "w"
        ]


# What most words are given: they begin no form.
_IN_NONE: tuple[()] = ()


class Lookup:
    """
    Several lexicons asked at once: each word is looked up once for all of them.

    Most words are in none, and a lookup among so many words takes longer than what is then done with the few found.
    """

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = lexicons
        self._read = Remembered(self._readings)
        # In which of them some form begins with a bare word.
        self._firsts: dict[str, list[int]] = {}
        for of, lexicon in enumerate(lexicons):
            for first in lexicon.firsts:
                self._firsts.setdefault(first, []).append(of)

    def find(self, tokens: Sequence[Token]) -> list[list[Hit]]:
        """What `Lexicon.find` gives, for each of the lexicons."""
        return [longest_hits(tokens, beginnings) for beginnings in self.beginnings(tokens)]

    def beginnings(self, tokens: Sequence[Token]) -> list[list[_Beginning]]:
        """The words at which forms of each of the lexicons may begin, for `longest_hits` and `every_hit`."""
        texts = [token[0] for token in tokens]
        read = [*map(self._read.__getitem__, texts)]
        texts.append("")
        found: list[list[_Beginning]] = [[] for _ in self._lexicons]
        for at, ways in compress(enumerate(read), read):
            if tokens[at][1] == "w":
                second = texts[at + 1]
                for of, readings in ways:
                    if readings.short or second in readings.long:
                        found[of].append((at, readings, second))
        return found

    def _readings(self, word: str) -> Sequence[tuple[int, _Readings]]:
        """The numbers of the lexicons in which some form may begin with a word, and their readings of it."""
        firsts = self._firsts
        begun = [firsts[peeled[2]] for peeled in peelings(word) if peeled[2] in firsts]
        if not begun:
            return _IN_NONE
        ways = ((of, self._lexicons[of].readings(word)) for of in sorted(set().union(*begun)))
        return [(of, readings) for of, readings in ways if readings]


def _hits(tokens: Sequence[Token], first: int, readings: _Readings) -> Iterator[Hit]:
    """The rows that begin at a token, longest form first."""
    if readings.long and first + 1 < len(tokens):
        for prefix, article, form in readings.long.get(tokens[first + 1].text, ()):
            last = first + len(form.words)
            if last > len(tokens) or not _fits(form, tokens, first):
                continue
            if not form.conditions or _allowed(form.row, tokens, first, last):
                yield Hit(form.row, first, last, prefix, article)
    for prefix, article, form in readings.short:
        if not form.conditions or _allowed(form.row, tokens, first, first + 1):
            yield Hit(form.row, first, first + 1, prefix, article)


def every_hit(tokens: Sequence[Token], beginnings: Iterable[_Beginning]) -> Iterator[Hit]:
    """All hits, from left to right, at each word the longest form first; hits may overlap."""
    for at, readings, _ in beginnings:
        yield from _hits(tokens, at, readings)


def longest_hits(tokens: Sequence[Token], beginnings: Iterable[_Beginning]) -> list[Hit]:
    """The longest hits from left to right, none overlapping another."""
    found: list[Hit] = []
    end = 0
    for at, readings, second in beginnings:
        if at < end:
            continue
        if readings.plain and second not in readings.long:
            # The commonest case, at once.
            prefix, article, form = readings.plain
            hit: Hit | None = _new(Hit, (form.row, at, at + 1, prefix, article))
        else:
            hit = next(_hits(tokens, at, readings), None)
        if hit:
            found.append(hit)
            end = hit.last
    return found
