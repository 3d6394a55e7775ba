"""What must stand beside a word of blame, or may not: arms, deeds, marks, denials."""

from collections.abc import Sequence

from hasila.extract.causes import CauseHit
from hasila.pack.context import any_has, words
from hasila.pack.lexicon import Hit
from hasila.text.tokens import Document


def of_another_deed(document: Document, word: Hit) -> bool:
    """ "في خرق فاضح من قبل الجماعة": what a side did is told right before "by", and it harmed nobody."""
    before = document.tokens[max(0, word.first - 3) : word.first]
    return any_has(before, "harmless")


def undertakes(document: Document, at: int) -> bool:
    """ "أقدمت القوات على قتل شاب", "قاموا بتفجير منزل": whether a deed stands behind a side, after ب, على or من."""
    deed = [t.text for t in document.tokens[at : at + 2]]
    if deed[:1] in (["علي"], ["من"], ["الي"]):
        return deed[1:] != [] and deed[1].removeprefix("ال") in words("charge") | words("deed")
    return bool(deed) and deed[0][:1] == "ب" and deed[0][1:].removeprefix("ال") in words("charge") | words("deed")


def armed_with(document: Document, at: int, causes: Sequence[CauseHit]) -> bool:
    """ "ردت القوات على المتظاهرين بالرصاص": whether arms are told right after a side."""
    stop = document.sentences[document.sentence_of[at - 1]][1]
    after = [h.first for h in causes if at <= h.first < min(at + 7, stop)]
    return any("ب" in (document.tokens[h].text[0], document.tokens[h - 1].text[0]) for h in after)


def bears_marks(document: Document, word: Hit) -> bool:
    """ "وحملت الانفجارات بصمات الجماعة": the attack bears marks, nobody accuses."""
    behind = document.tokens[word.last : word.last + 9]
    return any_has(behind, "marks")


def denied(document: Document, first: int, at: int) -> bool:
    """ "نفى الجيش مسؤوليته عن القصف": who denies an attack does not claim it."""
    return any(t.text.lstrip("و") in words("denies") for t in document.tokens[max(first, at - 12) : at])
