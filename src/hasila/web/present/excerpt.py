"""The stretch of a report around the first word that was looked for."""

import re
from collections.abc import Iterable

from hasila.model.claim import Victim
from hasila.register.wanted import wanted, wanted_words
from hasila.text.fold import fold
from hasila.web.present.discretion import covered

_AROUND = 90
_FIRST = 50_000  # characters of a report that an excerpt is sought in


def excerpt(words: str, asked: str, victims: Iterable[Victim]) -> tuple[str, str, str]:
    """
    What stands before the first word found, the word, and what stands after it; names of victims are covered.

    >>> excerpt("قصف على بلدة الباغوز أمس", "باغوز", [])
    ('قصف على بلدة ', 'الباغوز', ' أمس')
    """
    text = words[:_FIRST]
    sought = wanted_words(asked)
    sought += [wanted(rest) for word in sought for rest in word.rests]
    for match in re.finditer(r"[^\W_]+", text):
        folded = fold(match.group()[:60]).text
        if any(one.is_in(folded) for one in sought):
            start, end = match.start(), min(match.end(), match.start() + 60)
            break
    else:
        start = end = 0
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    first = text.find(" ", first, start) + 1 if first and " " in text[first:start] else first
    last = text.rfind(" ", end, last) if last < len(text) and " " in text[end:last] else last
    names = list(victims)
    before, behind = ("… " if first else ""), (" …" if last < len(words) else "")
    return (before + covered(text[first:start], first, names), covered(text[start:end], start, names),
            covered(text[end:last], end, names) + behind)  # fmt: skip
