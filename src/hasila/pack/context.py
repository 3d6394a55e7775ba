"""Words that decide what other words mean, by their role: rows of the family "context"."""

from collections.abc import Iterable
from functools import cache

from hasila.pack.rows import load_pack
from hasila.text.fold import fold_word
from hasila.text.peel import peelings
from hasila.text.tokens import Token


@cache
def words(role: str, language: str = "ar") -> frozenset[str]:
    """
    The folded forms of a role of the pack. Raises `KeyError` for a role that no row has.

    >>> "لفت" in words("denies"), "نفت" in words("denies")
    (False, True)
    """
    rows = [row for row in load_pack(language).family("context") if row.says["role"] == role]
    if not rows:
        raise KeyError(f"No row of context.toml has the role {role}.")
    return frozenset(" ".join(map(fold_word, form.split())) for row in rows for form in row.forms)


@cache
def attached(role: str, language: str = "ar") -> frozenset[str]:
    """
    The folded forms of a role, and the same with what may be attached before them.

    >>> {"والهجمات", "بهجمات"} <= attached("attacks")
    True
    """
    before = ("", "و", "ب", "ل", "ال", "وال", "بال", "لل")
    return frozenset(one + form for form in words(role, language) for one in before)


def any_has(tokens: Iterable[Token], role: str) -> bool:
    """
    Whether one of some tokens, whatever is attached before it taken off, is a form of a role.

    >>> from hasila.text.tokens import read_document
    >>> any_has(read_document("هاجموا بالرصاص").tokens, "fire"), any_has(read_document("هاجموا القرية").tokens, "fire")
    (True, False)
    """
    return any(peeled.bare in words(role) for token in tokens for peeled in peelings(token.text))
