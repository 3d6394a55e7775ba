"""A text as tokens, sentences and paragraphs, each with its place in the original."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple

from hasila.model.record import Quote
from hasila.text.fold import fold


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
_TOKEN = re.compile(
    rf"(?P<whole>{_WHOLE})|(?P<broken>{_BROKEN})|(?P<leet>{_LEET})|(?P<w>[{_ARABIC}]+)|(?P<n>\d+(?:[.,/:\-]\d+)*)|(?P<l>[a-z]+(?:['’.-][a-z]+)*)"
    r"|(?P<b>\n+)|(?P<p>[.!?؟…،؛,:;()\[\]–—\-/%*+=|])"
)
# ة, ى and the tanween of an accusative end a word: what follows them without a space is another («فلسطينياًخلال»).
_GLUED = re.compile(r"ة[\u064b-\u0652]*(?=[ء-ي])|اً(?=[ء-ي])|ًا(?=[ء-ي])|ى(?=[ا-ي]{3})")
_LETTERS = re.compile(rf"[{_ARABIC}]+")
_LEET_LETTERS = str.maketrans(
    {"1": "ا", "3": "ع", "7": "ح", "5": "خ", "0": "و", "@": "ا", "$": "س", "9": "ق", "2": "ا"}
)
# Initials and titles whose full stop ends no sentence.
_TITLES = {"د", "م", "أ", "ا", "ج", "ه", "ق", "ص", "ب", "ت"}
_ENDS = {".", "!", "?", "؟", "…"}
_new = tuple.__new__
_KINDS = {"whole": "w", "l": "w"}


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


def _tokens(text: str, known: Callable[[str], bool]) -> list[tuple[str, str, int, int]]:
    out: list[tuple[str, str, int, int]] = []
    for m in _TOKEN.finditer(text):
        kind, found = m.lastgroup or "p", m[0]
        first, last = m.span()
        if kind in ("broken", "leet"):
            whole = _mended(found, kind, known)
            if whole is None:
                out += _split(found, first)
            else:
                out.append((whole, "w", first, last))
        else:
            out.append((found, _KINDS.get(kind, kind), first, last))
    return out


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
    for at, (text, kind, _, _) in enumerate(tokens):
        broken = kind == "b"
        if broken or (text in _ENDS and _ends_sentence(tokens, at)):
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
    origin = folded.origin
    # `_make` and the like take twice as long, and a report has hundreds of tokens.
    # Interned, a word is looked up faster, and each is looked up in every dictionary.
    tokens = [_new(Token, (intern(text), kind, *origin(a, b))) for text, kind, a, b in _tokens(folded.text, known)]
    if _GLUED.search(source):
        tokens = [part for t in tokens for part in (_parted(t, source, known) if t.kind == "w" else (t,))]
    sentences, paragraphs = _sentences(tokens)
    sentence_of, paragraph_of = [0] * len(tokens), [0] * len(tokens)
    for numbers, spans in ((sentence_of, sentences), (paragraph_of, paragraphs)):
        for number, (first, last) in enumerate(spans):
            # The mark that ends a sentence belongs to it.
            stop = min(last + 1, len(tokens))
            numbers[first:stop] = [number] * (stop - first)
    title_last = next((at for at, t in enumerate(tokens) if t.start >= title), len(tokens))
    return Document(source, tokens, sentences, paragraphs, sentence_of, paragraph_of, title_last)
