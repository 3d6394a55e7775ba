"""Quotations: the stretches of a text between quotation marks that are long enough to be somebody's words."""

import re
from bisect import bisect_left

from hasila.text.tokens import Document

# Shorter stretches in quotation marks are names ("قسد") or doubted words.
_SHORTEST = 30
_MARKS = re.compile('«[^»]{1,1500}»|“[^”“]{1,1500}[”“]|"[^"\\n]{1,1500}"')


def quotations(document: Document) -> list[tuple[int, int]]:
    """
    Token intervals of the long quotations of a text.

    >>> from hasila.text.tokens import read_document
    >>> document = read_document("قال شاهد «رأينا النار تلتهم البيوت. هرب الجميع» ومضى")
    >>> [document.text(*q) for q in quotations(document)]
    ['راينا النار تلتهم البيوت . هرب الجميع']
    """
    found: list[tuple[int, int]] = []
    starts: list[int] | None = None
    for match in _MARKS.finditer(document.source):
        if match.end() - match.start() < _SHORTEST:
            continue
        if starts is None:
            starts = [t.start for t in document.tokens]
        first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        if last > first:
            found.append((first, last))
    return found
