"""Words that decide what other words mean, by their role: rows of the family "context"."""

from functools import cache

from hasila.pack.rows import load_pack
from hasila.text.fold import fold_word


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
