"""The words of a text as search knows them, and the words that a person looks for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hasila.model.claim import Reading
from hasila.model.report import Report
from hasila.text.fold import fold

_WORD = re.compile(r"[^\W_]+")
LONGEST = 60
"""A longer word is kept by its first 60 letters: nobody searches for more."""

_ARTICLES = ("وبال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال")
_GLUED = ("وب", "ول", "وك", "فب", "فل", "و", "ف", "ب", "ل", "ك")
_BEFORE = ("", "وب", "ول", "فب", "فل", "و", "ب", "ل", *_ARTICLES)  # without ف and ك, which begin many other words
_OWN = ("ال", "وال", "بال", "لل", "ب", "ل")
_SHARED = ("", "ال", "وال", "بال", "لل", "و", "ب", "ل")


@dataclass(frozen=True)
class Wanted:
    """
    A word looked for, as it was `asked`: it counts within words (`inside`), as a `start` of words, as whole words
    (`forms`), or in several of these ways.

    The shorter a word, the more of others it stands in: باب in أسباب. So a word of three letters is sought where words
    start, after what may be glued before it; one of two letters only as a whole word. `rests` are what is left where
    the first letters are و ف ب ل ك: whether these are glued to it or belong to it, only the words of the register tell.
    """

    asked: str
    inside: str = ""
    starts: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()

    def is_in(self, word: str) -> bool:
        """
        Whether a folded word counts.

        >>> [wanted("باب").is_in(word) for word in ("بالباب", "ابواب", "اسباب")]
        [True, False, False]
        """
        if word in self.forms:
            return True
        return bool(self.inside) and self.inside in word and (not self.starts or word.startswith(self.starts))


def wanted_words(asked: str) -> list[Wanted]:
    """
    The words looked for, folded and without the article.

    >>> [w.inside for w in wanted_words("قصف بالباغوز")]
    ['قصف', 'باغوز']
    >>> wanted_words("يد")[0].forms[:3]
    ('يد', 'وبيد', 'وليد')
    >>> "بالتل" in wanted_words("للتل")[0].forms, "تل" in wanted_words("للتل")[0].forms
    (True, False)
    """
    return [wanted(word[:LONGEST]) for word in dict.fromkeys(_WORD.findall(fold(asked).text))]


def wanted(word: str) -> Wanted:
    """How a folded word is looked for."""
    article = next((a for a in _ARTICLES if word.startswith(a) and len(word) - len(a) >= 2), "")
    stem = word.removeprefix(article)
    if article and len(stem) == 2:  # with its article alone: له is not الله, and والده may be a whole word
        return Wanted(word, inside=word if article != "ال" else "", forms=tuple(a + stem for a in _ARTICLES))
    if len(stem) <= 2:
        return Wanted(word, forms=tuple(before + stem for before in _BEFORE))
    leads = [lead for lead in _GLUED if not article and word.startswith(lead) and len(word) > len(lead) + 2]
    rests = tuple(word.removeprefix(lead) for lead in leads)
    starts = tuple(before + stem for before in _BEFORE) if len(stem) == 3 else ()
    return Wanted(word, inside=stem, starts=starts, rests=rests)


def glued_to(word: str, rest: str) -> set[str]:
    """
    The words that tell whether the first letters of a word are glued to `rest`.

    >>> sorted(glued_to("بحلب", "حلب") & {"الحلب", "حلب", "بحلب", "وحلب"})
    ['الحلب', 'بحلب', 'حلب', 'وحلب']
    """
    return {word} | {before + word for before in _OWN} | {before + rest for before in _SHARED}


def is_glued(word: str, rest: str, known: set[str]) -> bool:
    """
    Whether the first letters of `word` are glued to `rest`, by the words of a register that `glued_to` asks for.

    With an article or a preposition before it a word is one of its own: الوادي tells that the و of وادي belongs to it.
    Else, where the word itself stands in the register, its rest must be met too; after و ف ك, with which many words
    begin, in two shapes.

    >>> is_glued("بحلب", "حلب", {"حلب"})
    True
    >>> is_glued("وادي", "ادي", {"ادي", "الوادي"}), is_glued("وادي", "ادي", {"ادي", "وادي"})
    (False, False)
    """
    if any(before + word in known for before in _OWN):
        return False
    met = {before + rest for before in _SHARED} & known - {word}
    return len(met) >= (2 if word in known and word[0] in "وفك" else 1)


def words_of(report: Report, reading: Reading) -> set[str]:
    """
    The distinct words by which a report is found: its own, folded, and English ones of what was read in it.

    >>> from hasila.model.report import report_of
    >>> sorted(words_of(report_of("قصفٌ على الباغوز"), Reading(id="r", pack="ar-1")))
    ['الباغوز', 'علي', 'قصف']
    """
    told = " ".join((report.title or "", report.text, report.outlet or "", " ".join(_english(reading))))
    return {word[:LONGEST] for word in _WORD.findall(fold(told).text.replace("_", " "))}


def _english(reading: Reading) -> Iterable[str]:
    """Provinces, outcomes, causes and sides of what was read: words for who searches in English."""
    for claim in reading.claims:
        yield from (claim.outcome, claim.cause, *claim.perpetrators, *claim.kinds)
        if claim.place and claim.place.admin1:
            yield claim.place.admin1
    for event in reading.events:
        yield from (event.cause, *(blame.actor for blame in event.blame))
        if event.place and event.place.admin1:
            yield event.place.admin1
