"""Taking the names of victims out of words that leave the house."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from hasila.model.record import Quote
from hasila.text.fold import fold, fold_word
from hasila.text.peel import bare, peelings

MASK = "[اسم محجوب]"
"""Stands in place of a name: "name withheld"."""

_WORD = re.compile(r"[^\W_]+")
# Parts of names that are words of their own (عبد الله, أبو; على is folded as علي): hidden beside another part alone.
_WEAK = frozenset(map(fold_word, ("عبد", "الله", "أبو", "أبي", "أبا", "أم", "بن", "ابن", "بنت", "آل", "علي")))


def masked(words: str, names: Sequence[Quote], start: int | None = None) -> str:
    """
    The words with every victim's name in them replaced, whole or in part, however it is spelt or attached.

    `names` stand at offsets of the report; with `start`, the offset of `words` in it, whatever a name covers goes too.
    A word that happens to be part of a name is hidden as well: it is better to hide too much.

    >>> masked("مقتل الطفل سامر الأحمد ووالدة سامر", [Quote(text="سامر الاحمد", start=90, end=101)])
    'مقتل الطفل [اسم محجوب] ووالدة [اسم محجوب]'
    """
    if not names or not words:
        return words
    spans = _joined([*_written(words, names), *(_covered(words, names, start) if start is not None else ())])
    out, at = [], 0
    for first, last in spans:
        out += [words[at:first], MASK]
        at = last
    return "".join(out) + words[at:]


def holds_name(words: str, names: Sequence[Quote]) -> bool:
    """A victim's name, or a telling part of it, stands in these words (an address, say)."""
    return bool(names) and masked(words, names) != words


def _covered(words: str, names: Iterable[Quote], start: int) -> list[tuple[int, int]]:
    """Where the names' own places in the report reach into these words."""
    spans = ((max(n.start - start, 0), min(n.end - start, len(words))) for n in names)
    return [(first, last) for first, last in spans if first < last]


def _written(words: str, names: Sequence[Quote]) -> list[tuple[int, int]]:
    """Where parts of names stand, by their letters."""
    parts = frozenset[str]().union(*(_parts(name.text) for name in names))
    folded = fold(words)
    found = list[tuple[int, int]]()
    run = list[tuple[int, int, bool]]()
    for match in [*_WORD.finditer(folded.text), None]:
        hit = match is not None and not parts.isdisjoint(_readings(match.group()))
        if match is not None and hit:
            run.append((*folded.origin(*match.span()), match.group() in _WEAK))
            continue
        if len(run) > 1 or (run and not run[0][2]):
            found.append((run[0][0], run[-1][1]))
        run = []
    return found


@lru_cache(maxsize=20_000)
def _parts(name: str) -> frozenset[str]:
    words = _WORD.findall(fold(name).text)
    return frozenset(words) | {short for word in words if word not in _WEAK and len(short := bare(word)) > 2}


@lru_cache(maxsize=100_000)
def _readings(word: str) -> frozenset[str]:
    """A folded word with and without what may be attached to it."""
    return frozenset(peeled.bare for peeled in peelings(word))


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out = list[tuple[int, int]]()
    for first, last in sorted(spans):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out
