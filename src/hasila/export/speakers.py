"""Which speakers may be named: institutions and kinds of people, never a private person."""

from functools import cache

from hasila.model.claim import Source
from hasila.pack.rows import load_pack
from hasila.text.fold import fold
from hasila.text.peel import bare

_OFFICE = frozenset(("official", "party", "monitor", "un", "media"))
# Rows of the pack that name kinds of private speakers and institutions; ranks are left out: رائد is a name too.
_ROWS = (
    "ar.source.kind.medical",
    "ar.source.kind.local",
    "ar.source.kind.weak_local",
    "ar.source.kind.own",
    "ar.source.kind.social",
    "ar.source.title.source",
    "ar.source.title.one",
)
_BETWEEN = frozenset(("في", "من", "عن", "و", "علي"))


def may_be_named(source: Source) -> bool:
    """
    Whether a speaker's words can be published.

    Who speaks for a state, an armed side, a monitor, the UN or a medium does so in office. A resident, a doctor, an
    activist or a correspondent is a private person: kept only where all words are the dictionary's ("شهود عيان").

    >>> may_be_named(Source(text="الدفاع المدني", kind="medical"))
    True
    >>> may_be_named(Source(text="الطبيب خالد العمر", kind="medical"))
    False
    """
    return source.text is None or source.kind in _OFFICE or _is_of_the_dictionary(source.text)


def _is_of_the_dictionary(text: str) -> bool:
    words, known = _words(text), _institutions()
    longest = max(map(len, known))
    at = 0
    while at < len(words):
        length = next((n for n in range(longest, 0, -1) if words[at : at + n] in known), 0)
        if not length and words[at] not in _BETWEEN:
            return False
        at += length or 1
    return True


@cache
def _institutions() -> frozenset[tuple[str, ...]]:
    rows = [row for row in load_pack().family("sources") if row.id in _ROWS]
    return frozenset(_words(form) for row in rows for form in row.forms)


def _words(text: str) -> tuple[str, ...]:
    return tuple(bare(word) for word in fold(text).text.split())
