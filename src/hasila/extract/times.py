"""Time phrases in a text, each as one mention."""

from collections.abc import Callable
from typing import NamedTuple

from hasila.extract import time_phrases as say
from hasila.extract.time_days import weekday_beside
from hasila.extract.time_joined import after, before, during, since, until
from hasila.extract.time_phrases import Kind, TimePhrase
from hasila.extract.time_plain import dated, number_begins
from hasila.extract.time_reader import Found, Reader, TimeWords
from hasila.extract.time_spans import between, both, pair
from hasila.pack.rows import Pack
from hasila.text.tokens import Document

# What may begin at a token by the classes of its word; the longest reading holds.
_READINGS: tuple[tuple[Callable[[Reader, int], Found | None], frozenset[str]], ...] = (
    (since, frozenset({"since"})),
    (during, frozenset({"during", "lasting"})),
    (before, frozenset({"before"})),
    (after, frozenset({"after"})),
    (until, frozenset({"until", "now"})),
    (between, frozenset({"between", "from"})),
    (both, frozenset({"both"})),
    (pair, frozenset({"month", "portion"})),
)
_PLAIN = frozenset(
    ("relative", "weekday", "month", "unit", "portion", "part", "adverb", "hours_of", "night", "last_night", "day")
).union(
    ("season", "fraction", "ordinal", "demonstrative", "same_before", "last_of", "future", "vague", "name"),
)
_STARTS = _PLAIN.union(*(classes for _, classes in _READINGS))

# Frequent words that open a phrase only where a word of time or a number follows.
_OPENERS = frozenset({"from", "until", "between", "demonstrative", "same_before"})

_READY: dict[int, tuple[Pack, TimeWords]] = {}


class TimeMention(NamedTuple):
    """A time phrase at tokens [first, last), what it says, and the rows that read it."""

    first: int
    last: int
    phrase: TimePhrase
    rules: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """What sort of answer the phrase can give."""
        return self.phrase.kind


def _words(pack: Pack) -> TimeWords:
    """The pack's words about time, prepared once."""
    if id(pack) not in _READY:
        _READY[id(pack)] = (pack, TimeWords(pack))
    return _READY[id(pack)][1]


def find_times(document: Document, pack: Pack) -> list[TimeMention]:
    """
    The time phrases of a text from left to right, none overlapping another.

    >>> from hasila.pack.rows import load_pack
    >>> from hasila.text.tokens import read_document
    >>> document = read_document("قتل ثلاثة مدنيين مساء أمس الأربعاء، وأصيب آخرون")
    >>> [(m.kind, document.quote(m.first, m.last).text) for m in find_times(document, load_pack("ar"))]
    [('day', 'مساء أمس الأربعاء')]
    """
    reader = Reader(document, _words(pack))
    found: list[TimeMention] = []
    last = 0
    for at in reader.marked:
        classes = reader.classes[at]
        if at < last or (classes and classes.isdisjoint(_STARTS)):
            continue
        if classes and classes <= _OPENERS and not (reader.classes[at + 1] or reader.kind(at + 1) == "n"):
            continue
        read = _at(reader, at)
        if read:
            phrase, last = read
            if phrase is not _NAME:
                found.append(TimeMention(at, last, phrase, _rules(reader, at, last)))
    return found


# A name made of time words («مدينة 6 أكتوبر») is passed over.
_NAME = say.Vague()


def _at(r: Reader, at: int) -> Found | None:
    """The longest phrase that begins at a token."""
    classes = r.classes[at]
    if not classes and not number_begins(r, at) and r.text(at + 1) != "و":
        return None
    if not classes:
        return _longest(dated(r, at), pair(r, at) if r.text(at + 1) == "و" else None)
    found = [reading(r, at) for reading, begins in _READINGS if not begins.isdisjoint(classes)]
    if not classes.isdisjoint(_PLAIN):
        found += [dated(r, at), _fixed(r, at)]
    return _longest(*found)


def _longest(*found: Found | None) -> Found | None:
    return max((f for f in found if f), key=lambda f: f[1], default=None)


def _fixed(r: Reader, at: int) -> Found | None:
    """Words that are a phrase by themselves: «مؤخرا», «غدا», names; «في وقت سابق» where no day follows."""
    hit = r.hit(at, "future", "vague", "name", "hours_of")
    if not hit or (hit.row.says["class"] == "future" and "ل" in hit.prefix):
        return None
    kind = hit.row.says["class"]
    if kind == "future":
        return say.Future(), weekday_beside(r, hit.last)[1]
    if kind == "hours_of" and r.text(hit.last) == "من":
        # «في وقت سابق من هذا الأسبوع»: the week.
        of = dated(r, hit.last + 1, sure=True)
        if of:
            return of
    return (_NAME if kind == "name" else say.Vague()), hit.last


def _rules(r: Reader, first: int, last: int) -> tuple[str, ...]:
    """The ids of the rows that stand inside a mention, longest forms first at each word."""
    ids: dict[str, None] = {}
    at = first
    while at < last:
        hit = next((h for h in r.hits(at) if h.last <= last), None)
        if hit:
            ids[hit.row.id] = None
        at = hit.last if hit else at + 1
    return tuple(ids)
