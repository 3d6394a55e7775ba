"""Executing a row's examples: what must be found in them, and what must not."""

import re
from collections.abc import Iterator

from hasila.pack.families import FAMILIES
from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Row
from hasila.text.fold import fold_word
from hasila.text.tokens import Document, read_document

MARKED = re.compile(r"\[([^\[\]]+)\]")
# Keys that name the words which complete an expression ("لقي … حتفه", "أفرجت … عن").
_COMPLETED = ("then", "needs")


def example_problems(row: Row, lexicon: Lexicon) -> Iterator[str]:
    """
    What a row's examples show to be wrong, a sentence each.

    >>> row = Row("ar.harm.qatl", "harm", ("مقتل",), {}, yes=("[مقتل] مدني و[مقتل] جندي",), no=("مقاتل",))
    >>> list(example_problems(row, Lexicon([row])))
    []
    """
    if not row.yes:
        yield "لا مثال له؛ أضف yes جملةً من تأليفك، وضع ما يجب أن يوجد فيها بين قوسين [ ]"
    for example in row.yes:
        yield from _missed(row, lexicon, example)
    for example in row.no:
        document = read_document(example, lexicon.knows)
        wrong = [document.quote(h.first, h.last).text for h in _hits(row, lexicon, document)]
        if wrong:
            yield f"في الشبيه «{example}» وُجد «{wrong[0]}» وما ينبغي؛ أضف شرطاً (not_next أو not_prev) أو احذف الصيغة"


def _missed(row: Row, lexicon: Lexicon, example: str) -> Iterator[str]:
    text = MARKED.sub(r"\1", example)
    if text == example or "[" in text or "]" in text:
        yield f"المثال «{example}» بلا قوسين [ ] متطابقين حول ما يجب أن يوجد؛ ضعهما"
        return
    document = read_document(text, lexicon.knows)
    spans = [(document.tokens[h.first].start, document.tokens[h.last - 1].end) for h in _hits(row, lexicon, document)]
    for start, end in _marked(example):
        # What is attached before a word (و ب ل) may stand outside the brackets.
        if not any(a <= start and b == end for a, b in spans):
            found = "، ".join(f"«{text[a:b]}»" for a, b in spans) or "لا شيء"
            yield (
                f"في المثال «{text}» يجب أن يوجد «{text[start:end]}»، والموجود: {found}؛"
                " أضف الصيغة إلى forms، أو انظر هل يسبقه مدخل آخر إليها أو يمنعها شرط"
            )


def _marked(example: str) -> Iterator[tuple[int, int]]:
    """Where the marked words of an example stand once the brackets are taken out."""
    for before, mark in enumerate(MARKED.finditer(example)):
        start = mark.start() - 2 * before
        yield start, start + len(mark.group(1))


def _hits(row: Row, lexicon: Lexicon, document: Document) -> list[Hit]:
    """
    Where a row is found in a document, as the extractor of its family finds it.

    Most families are read from left to right, the longest form first. Words of number, time and place belong to several
    classes at once (آلاف is a scale and a vague quantity, على الأقل stands before a number and after it), and the
    extractor asks at each word for the class that it needs; so any hit at a word counts for them.
    """
    tokens = document.tokens
    if FAMILIES[row.family].whole:
        found = [hit for at, token in enumerate(tokens) if token.kind == "w" for hit in lexicon.at(tokens, at)]
    else:
        found = lexicon.find(tokens)
    return [hit for hit in found if hit.row.id == row.id and _completed(row, document, hit)]


def _completed(row: Row, document: Document, hit: Hit) -> bool:
    """Whether the words that complete a parted expression follow in its sentence, for a row that needs them."""
    _, end = document.sentences[document.sentence_of[hit.first]]
    after = {t.text for t in document.tokens[hit.last : end]}
    return all(
        after & {fold_word(w.strip()) for w in row.says[key].split("،")}
        for key in _COMPLETED
        if isinstance(row.says.get(key), str)
    )
