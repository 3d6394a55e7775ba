"""A text as tokens, sentences and paragraphs, each with its place in the original."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, repeat
from sys import intern
from typing import NamedTuple

from hasila.model.record import Quote
from hasila.text.fold import fold, fold_word
from hasila.text.remembered import Remembered


class Token(NamedTuple):
    """A folded word (kind w), number (n), mark (p) or line break (b), and its interval in the original."""

    text: str
    kind: str
    start: int
    end: int


_ARABIC = "آ-ي"
# A word that somebody broke up to dodge filters: letters, marks without space (or with marks on both sides of it), letters.
_BROKEN = rf"[{_ARABIC}]+(?:(?:[^\w\s،؛,:()\[\]«»“”\"]|_)+(?: (?:[^\w\s،؛,:()]|_)+)*[{_ARABIC}]+)+"
_LEET = rf"[{_ARABIC}]+[0-9@$][{_ARABIC}]+"
# Nearly all words are whole: what follows them says so at once, and the slow patterns are not tried.
_WHOLE = rf"[{_ARABIC}]++(?=[\s،؛,:()\[\]«»“”\"]|\Z)"
_MARKED = r"\d+(?:[.,/:\-]\d+)*|[a-z]+(?:['’.-][a-z]+)*|\n+|[.!?؟…،؛,:;()\[\]–—\-/%*+=|]"
_TOKEN = re.compile(rf"({_WHOLE}|{_BROKEN}|{_LEET}|[{_ARABIC}]+|{_MARKED})")
_BROKEN_UP = {"broken": re.compile(_BROKEN), "leet": re.compile(_LEET)}
# ة, ى and the tanween of an accusative end a word: what follows them without a space is another («فلسطينياًخلال»).
_GLUED = re.compile(r"ة[\u064b-\u0652]*(?=[ء-ي])|اً(?=[ء-ي])|ًا(?=[ء-ي])|ى(?=[ا-ي]{3})")
_MARKS = re.compile("[\u064b-\u0652]")
# The share of marks among a text's characters beyond which it is vowelled; newspapers have about one in a hundred.
_VOWELLED = 0.05
_LETTERS = re.compile(rf"[{_ARABIC}]+")
_LEET_LETTERS = str.maketrans(
    {"1": "ا", "3": "ع", "7": "ح", "5": "خ", "0": "و", "@": "ا", "$": "س", "9": "ق", "2": "ا"}
)
# Initials and titles whose full stop ends no sentence.
_TITLES = {"د", "م", "أ", "ا", "ج", "ه", "ق", "ص", "ب", "ت"}
_ENDS = {".", "!", "?", "؟", "…"}
_new = tuple.__new__


@dataclass(frozen=True, slots=True)
class Document:
    """
    A report's words as tokens.

    `sentences` and `paragraphs` are half-open intervals of token indices, line breaks left out.
    The tokens before `title_last` are the title's.
    Quotation marks, hashes and underscores are no tokens: they part nothing that a dictionary row names.
    """

    source: str = field(repr=False)
    tokens: list[Token] = field(repr=False)
    sentences: list[tuple[int, int]]
    paragraphs: list[tuple[int, int]]
    sentence_of: list[int] = field(repr=False)
    paragraph_of: list[int] = field(repr=False)
    title_last: int = 0

    def quote(self, first: int, last: int) -> Quote:
        """The original words of tokens [first, last)."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Quote(text=self.source[start:end], start=start, end=end)

    def text(self, first: int, last: int) -> str:
        """The folded words of tokens [first, last), with single spaces."""
        return " ".join(t.text for t in self.tokens[first:last])


def _mended(found: str, kind: str, known: Callable[[str], bool]) -> str | None:
    """A broken-up word put together again, or None where it is several words."""
    if kind == "leet":
        whole = found.translate(_LEET_LETTERS)
        return whole if known(whole) else None
    pieces = _LETTERS.findall(found)
    whole = "".join(pieces)
    if known(whole):
        return whole
    # Where no dictionary knows the word, only single letters between marks show that one word was broken up.
    short = sum(len(p) == 1 for p in pieces)
    return whole if short >= 1 and len(pieces) >= 3 and short * 2 >= len(pieces) - 1 else None


def _split(found: str, offset: int) -> list[tuple[str, str, int, int]]:
    """The plain tokens inside a stretch that turned out to be no broken word."""
    plain = re.compile(rf"(?P<w>[{_ARABIC}]+)|(?P<n>\d+)|(?P<p>[.!?؟…\-/*+=|%–—])")
    return [(m.group(), m.lastgroup or "p", offset + m.start(), offset + m.end()) for m in plain.finditer(found)]


# Tokens before they are such: what is told of each in a column of its own.
_Columns = tuple[Sequence[str], Sequence[str], Sequence[int], Sequence[int]]


def _kind(found: str) -> str:
    """The kind of a token by its first letter; of what is more than one word until it is mended, how it was broken up."""
    head = found[0]
    if head.isdigit():
        return "n"
    if not head.isalpha():
        return "b" if head == "\n" else "p"
    if _LETTERS.fullmatch(found):
        return "w"
    return next((how for how, pattern in _BROKEN_UP.items() if pattern.fullmatch(found)), "w")


# Words follow each other from report to report: each is looked at once, and is then the same string everywhere, which
# dictionaries find faster.
_SEEN = Remembered(lambda found: (intern(found), _kind(found)))


def _tokens(text: str, known: Callable[[str], bool]) -> _Columns:
    """The tokens of a folded text with their intervals in it; broken-up words put together."""
    # Gaps and tokens by turns.
    parts = _TOKEN.split(text)
    if len(parts) == 1:
        return (), (), (), ()
    bounds = list(accumulate(map(len, parts)))
    texts, kinds = zip(*map(_SEEN.__getitem__, parts[1::2]), strict=True)
    found = texts, kinds, bounds[:-1:2], bounds[1::2]
    return found if _BROKEN_UP.keys().isdisjoint(kinds) else _all_mended(found, known)


def _all_mended(found: _Columns, known: Callable[[str], bool]) -> _Columns:
    """Tokens with each broken-up word put together, or parted into its pieces."""
    out: list[tuple[str, str, int, int]] = []
    for text, kind, first, last in zip(*found, strict=True):
        whole = _mended(text, kind, known) if kind in _BROKEN_UP else None
        if whole is not None:
            out.append((intern(whole), "w", first, last))
        elif kind in _BROKEN_UP:
            out += _split(text, first)
        else:
            out.append((text, kind, first, last))
    texts, kinds, firsts, lasts = zip(*out, strict=True)
    return texts, kinds, firsts, lasts


def _is_vowelled(source: str) -> bool:
    """Whether the vowels are written out: where marks stand everywhere, one inside a word parts nothing."""
    return len(_MARKS.findall(source)) > _VOWELLED * len(source)


def _unglued(tokens: list[Token], source: str, known: Callable[[str], bool]) -> list[Token]:
    """The tokens with glued words parted."""
    glued = [m.start() for m in _GLUED.finditer(source)]
    if glued and not _is_vowelled(source):
        starts = [token.start for token in tokens]
        for at in sorted({bisect_right(starts, place) - 1 for place in glued}, reverse=True):
            if at >= 0 and tokens[at].kind == "w":
                tokens[at : at + 1] = _parted(tokens[at], source, known)
    for at in reversed([at for at, token in enumerate(tokens) if len(token[0]) > 5 and token[0].startswith(_HEADS)]):
        tokens[at : at + 1] = _apart(tokens[at], known)
    return tokens


# Words after which bad extraction often loses the space, the longest first; those of two letters end in none that joins.
_HEADS = tuple(
    sorted(
        (fold_word(w) for w in "عن في انفجار مقتل إصابة تفجير بسبب جراء خلال قصف استشهاد جرح نحو".split()),
        key=len,
        reverse=True,
    )
)


def _apart(token: Token, known: Callable[[str], bool]) -> list[Token]:
    """ "عنمقتل", "انفجارعبوة": a common word glued to one that is known, where the whole is not."""
    text = token.text
    head = next((h for h in _HEADS if text.startswith(h)), "")
    rest = text[len(head) :]
    if token.end - token.start != len(text) or len(rest) < 4 or known(text) or not known(rest):
        return [token]
    cut = token.start + len(head)
    return [Token(head, "w", token.start, cut), Token(intern(rest), "w", cut, token.end)]


def _parted(token: Token, source: str, known: Callable[[str], bool]) -> list[Token]:
    """A word that bad extraction glued to the next one, as two: their ends are written as no word has them inside."""
    cuts = [token.start + m.end() for m in _GLUED.finditer(source[token.start : token.end])]
    parts: list[Token] = []
    start = token.start
    for cut in cuts:
        head, tail = fold(source[start:cut]).text, fold(source[cut : token.end]).text
        # Some write ى for every ي («الىوم»): there it ends a word only before a word that is known.
        if len(head) > 2 and len(tail) > 1 and (source[cut - 1] != "ى" or (known(tail) and known(head))):
            parts.append(Token(intern(head), "w", start, cut))
            start = cut
    return [*parts, Token(intern(fold(source[start : token.end]).text), "w", start, token.end)] if parts else [token]


def _ends_sentence(tokens: list[Token], at: int) -> bool:
    """Whether a full stop or its like ends a sentence: not after an initial, unless the line ends too."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    if token.text == "." and before and before.end == token.start and before.text in _TITLES:
        return at + 1 < len(tokens) and tokens[at + 1].kind == "b"
    return True


def _sentences(tokens: list[Token]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    sentences: list[tuple[int, int]] = []
    paragraphs: list[tuple[int, int]] = []
    sentence = paragraph = 0
    for at in [at for at, token in enumerate(tokens) if token[0] in _ENDS or token[1] == "b"]:
        broken = tokens[at].kind == "b"
        if broken or _ends_sentence(tokens, at):
            if at > sentence:
                sentences.append((sentence, at))
            sentence = at + 1
        if broken:
            if at > paragraph:
                paragraphs.append((paragraph, at))
            paragraph = at + 1
    if len(tokens) > sentence:
        sentences.append((sentence, len(tokens)))
    if len(tokens) > paragraph:
        paragraphs.append((paragraph, len(tokens)))
    return sentences, paragraphs


def _start(token: Token) -> int:
    return token.start


def _nothing(_: str) -> bool:
    return False


def read_document(source: str, known: Callable[[str], bool] = _nothing, title: int = 0) -> Document:
    """
    Tokens, sentences and paragraphs of a text.

    `known` says whether a folded word is in the dictionary: it decides which broken-up words are put together.
    `title` is the length of the title at the head of the text, in code points.

    >>> document = read_document("استُشهد ٣ مدنيين، و61جريحاً. انتهى")
    >>> [t.text for t in document.tokens]
    ['استشهد', '3', 'مدنيين', '،', 'و', '61', 'جريحا', '.', 'انتهي']
    >>> document.quote(0, 3).text
    'استُشهد ٣ مدنيين'
    >>> len(document.sentences)
    2
    """
    folded = fold(source)
    texts, kinds, firsts, lasts = _tokens(folded.text, known)
    # `_make` and the like take twice as long, and a report has hundreds of tokens.
    tokens = list(map(_new, repeat(Token), zip(texts, kinds, *folded.intervals(firsts, lasts), strict=True)))
    tokens = _unglued(tokens, source, known)
    sentences, paragraphs = _sentences(tokens)
    sentence_of, paragraph_of = [0] * len(tokens), [0] * len(tokens)
    for numbers, spans in ((sentence_of, sentences), (paragraph_of, paragraphs)):
        for number, (first, last) in enumerate(spans):
            # The mark that ends a sentence belongs to it.
            stop = min(last + 1, len(tokens))
            numbers[first:stop] = [number] * (stop - first)
    title_last = bisect_left(tokens, title, key=_start)
    return Document(source, tokens, sentences, paragraphs, sentence_of, paragraph_of, title_last)
