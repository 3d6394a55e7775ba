"""Spelling that stops mattering, with a map back to the text as published.

Folding is for finding, never for showing: evidence is always quoted from the original.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

_ALEFS = dict.fromkeys("أإآٱٲٳ", "ا")
_YEHS = dict.fromkeys("ىیېئ", "ي")
_OTHERS = {"ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ک": "ك", "ڪ": "ك", "گ": "ك", "ؤ": "و", "ۆ": "و", "ڤ": "ف", "پ": "ب"}
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_SEPARATORS = {"٬": ",", "٫": ".", "،": "،", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\r": "\n"}
_REPLACED = {**_ALEFS, **_YEHS, **_OTHERS, **_DIGITS, **_SEPARATORS}

# Vowel marks, Quranic marks, tatweel, the lone hamza, zero-width and bidi marks, soft hyphen: nothing is read from them.
_DROPPED = (
    {chr(c) for c in (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE), 0x0640, 0x0621)}
    | {chr(c) for c in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0x061C, 0xAD)}
    | {chr(c) for c in range(0xFE00, 0xFE10)}
)


def _letter(ch: str) -> str:
    """What one character becomes; presentation forms and ligatures become their letters."""
    if ch in _DROPPED:
        return ""
    if ch in _REPLACED:
        return _REPLACED[ch]
    if "ﭐ" <= ch <= "﷿" or "ﹰ" <= ch <= "ﻼ":
        letters = unicodedata.normalize("NFKC", ch)
        # Ornaments such as ﴾ stand among the ligatures and are made of nothing else.
        return ch if letters == ch else "".join(_letter(c) for c in letters)
    if unicodedata.category(ch) == "Mn":
        return ""
    low = ch.lower()
    return low if len(low) == 1 else ch


class _Table(dict[int, str]):
    """A translation table that works a character out when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = _letter(chr(code))
        return self[code]


_TABLE = _Table()


# What most texts are made of: letters and marks that fold to themselves, and letters that fold to one other.
_ITSELF = r"\n -@\[-~ابتثجحخدذرزسشصضطظعغفقكلمنهوي«»،؛؟…–—“”"
_OFTEN = "أإآٱىئةؤ" + "".join(_DIGITS)
_RARE = re.compile(f"[^{_ITSELF}]")
_NOT_ONE = re.compile(f"[^{_ITSELF}{_OFTEN}A-Z]+")
# These are replaced one after the other before the table, letter by letter, does what is left.
_FIRST = [(letter, _letter(letter)) for letter in (*_OFTEN, *"ءًٌٍَُِّْـ")]


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `starts[i]` is where its i-th character stands in the original."""

    text: str
    source: str = field(repr=False)
    starts: list[int] | range = field(repr=False)

    def origin(self, first: int, last: int) -> tuple[int, int]:
        """
        The interval of the original that the folded interval [first, last) came from.

        Marks that belong to the last letter (its vowels, a dropped hamza) are inside.
        """
        if first >= last:
            at = self.starts[first] if first < len(self.starts) else len(self.source)
            return at, at
        starts = self.starts
        start, end = starts[first], starts[last - 1] + 1
        stop = starts[last] if last < len(starts) else len(self.source)
        while end < stop and (unicodedata.combining(self.source[end]) or self.source[end] == "ء"):
            end += 1
        return start, end

    def intervals(self, firsts: Sequence[int], lasts: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
        """The `origin` of many intervals [first, last), none empty, at once: where each starts, and where each ends."""
        if isinstance(self.starts, range):
            # Nothing was dropped, so nothing moved.
            return firsts, lasts
        starts = [*self.starts, len(self.source)]
        ends = [
            starts[last] if starts[last] == starts[last - 1] + 1 else self.origin(last - 1, last)[1] for last in lasts
        ]
        return [starts[first] for first in firsts], ends

    def place(self, at: int) -> int:
        """Where the original position `at` stands in the folded text."""
        return bisect_left(self.starts, at)

    def original(self, first: int, last: int) -> str:
        """The words of the original that the folded interval came from."""
        start, end = self.origin(first, last)
        return self.source[start:end]


def fold(text: str) -> Folded:
    """
    Rewrite Arabic so that spelling habits stop mattering, and remember where each letter came from.

    - vowel marks, tatweel, the lone hamza, zero-width and bidi marks are dropped;
    - أ إ آ ٱ become ا; ى ئ and Persian ی become ي; ؤ becomes و; ة becomes ه; Persian ک becomes ك;
    - presentation forms become letters; ٣ and ۳ become 3; Latin letters become lower case.

    >>> folded = fold("قُتِلَ ٣ أطفال")
    >>> folded.text
    'قتل 3 اطفال'
    >>> folded.original(0, 3)
    'قُتِلَ'
    """
    starts: list[int] = []
    at = 0
    for found in _NOT_ONE.finditer(text):
        first, last = found.span()
        starts += range(at, first)
        for at in range(first, last):
            starts += [at] * len(_TABLE[ord(text[at])])
        at = last
    if not at:
        return Folded(plain(text), text, range(len(text)))
    starts += range(at, len(text))
    return Folded(plain(text), text, starts)


@cache
def fold_word(word: str) -> str:
    """
    The folded letters of a dictionary form.

    >>> fold_word("مُصابة")
    'مصابه'
    """
    return word.translate(_TABLE)


def plain(text: str) -> str:
    """
    Folded text without the map back, where nothing is quoted from it; several times faster than `fold`.

    >>> plain("قُتِلَ ٣ أطفال")
    'قتل 3 اطفال'
    """
    for letter, folded in _FIRST:
        text = text.replace(letter, folded)
    return text.translate(_TABLE) if _RARE.search(text) else text


def folded_words(text: str) -> frozenset[str]:
    """
    The words of a list in a text, folded, as a set to look words up in.

    >>> sorted(folded_words("إلى على"))
    ['الي', 'علي']
    """
    return frozenset(fold_word(word) for word in text.split())
