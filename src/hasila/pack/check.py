"""Checking a language pack: every row's examples are executed, every form is looked at.

The same check runs as `hasila check ar` and in the project's tests.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from hasila.pack.lexicon import Lexicon
from hasila.pack.rows import Pack, Row
from hasila.text.fold import fold_word
from hasila.text.tokens import read_document

_ALPHABET = re.compile(r"^[ء-غف-ْ٠-٩0-9A-Za-z\s.\-]+$")
_MARKED = re.compile(r"\[([^\]]+)\]")


def _form_problems(row: Row) -> Iterator[str]:
    for form in row.forms:
        if unicodedata.normalize("NFC", form) != form or not _ALPHABET.match(form):
            yield f"{row.id}: the form “{form}” has a letter that is not Arabic (Persian ye or kaf, a presentation form?)"
        if not fold_word(form).split():
            yield f"{row.id}: an empty form"
    twice = [f for f, n in Counter(map(fold_word, row.forms)).items() if n > 1]
    if twice:
        yield f"{row.id}: forms that are one after folding: {'، '.join(twice)}"


def _example_problems(row: Row, lexicon: Lexicon) -> Iterator[str]:
    if not row.yes:
        yield f"{row.id}: no example of what it must find (yes)"
    for example in row.yes:
        marked = _MARKED.search(example)
        if not marked:
            yield f"{row.id}: the example “{example}” does not mark what must be found with [ ]"
            continue
        start, end = marked.start(), marked.end() - 2
        text = _MARKED.sub(r"\1", example)
        document = read_document(text, lexicon.knows)
        hits = [h for h in lexicon.find(document.tokens) if h.row.id == row.id]
        spans = [(document.tokens[h.first].start, document.tokens[h.last - 1].end) for h in hits]
        if not any(a <= start and b == end or (a, b) == (start, end) for a, b in spans):
            found = "، ".join(text[a:b] for a, b in spans) or "nothing"
            yield f"{row.id}: in “{text}” it must find “{text[start:end]}”, it finds {found}"
    for example in row.no:
        document = read_document(example, lexicon.knows)
        wrong = [h for h in lexicon.find(document.tokens) if h.row.id == row.id]
        if wrong:
            words = document.quote(wrong[0].first, wrong[0].last).text
            yield f"{row.id}: in the look-alike “{example}” it must find nothing, it finds “{words}”"


def check_pack(pack: Pack) -> list[str]:
    """
    What is wrong with a pack, a sentence each; an empty list where every example holds.

    >>> from hasila.pack.rows import Pack, Row
    >>> row = Row("ar.harm.qatl", "harm", ("مقتل",), {"outcome": "killed"}, yes=("[مقتل] ثلاثة مدنيين",), no=("مقاتل",))
    >>> check_pack(Pack("ar", "ar-1", {"harm": (row,)}))
    []
    """
    problems: list[str] = []
    ids = Counter(row.id for rows in pack.rows.values() for row in rows)
    problems += [f"{row_id}: the id stands {n} times" for row_id, n in ids.items() if n > 1]
    for rows in pack.rows.values():
        lexicon = Lexicon(rows)
        for row in rows:
            problems += _form_problems(row)
            problems += _example_problems(row, lexicon)
    return problems
