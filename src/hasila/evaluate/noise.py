"""
Spelling noise: the habits and tricks of spelling that must not change what is read.

Each kind is a function that gives edits of a text. Which letters it touches depends on the report alone, so that two
measurements are comparable.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from hasila.evaluate.figures import Figures, evaluate
from hasila.evaluate.matching import Coded
from hasila.model.report import Report

_MARKS = "\u064e\u064f\u0650\u0651\u0652\u064b\u064d"  # fatha, damma, kasra, shadda, sukun, two tanwins
_BIDI = "\u200f\u200e\u202b\u202c\u2067\u2069\u061c"
_WORD = re.compile("[\u0621-\u064a]{3,}")
_LETTERS = re.compile("[\u0621-\u064a]")
_NUMBER = re.compile(r"(?<![\d.,])\d+(?![\d.,])")
_OPEN = "ادذرزوأإآىةء"  # letters that do not join to the left: no tatweel after them


class Edit(NamedTuple):
    """The interval [start, end) of a text becomes `into`."""

    start: int
    end: int
    into: str


Edits = Callable[[str, random.Random], Iterator[Edit]]


def _replacing(table: Mapping[str, str]) -> Edits:
    def edits(text: str, _: random.Random) -> Iterator[Edit]:
        for at, ch in enumerate(text):
            if ch in table:
                yield Edit(at, at + 1, table[ch])

    return edits


def _tatweel(text: str, chance: random.Random) -> Iterator[Edit]:
    for word in _WORD.finditer(text):
        joints = [at for at in range(word.start(), word.end() - 1) if text[at] not in _OPEN]
        if joints and chance.random() < 0.5:
            at = chance.choice(joints) + 1
            yield Edit(at, at, "ـ" * chance.randint(1, 3))


def _vowels(text: str, chance: random.Random) -> Iterator[Edit]:
    for letter in _LETTERS.finditer(text):
        if chance.random() < 0.4:
            yield Edit(letter.end(), letter.end(), chance.choice(_MARKS))


def _bidi(text: str, chance: random.Random) -> Iterator[Edit]:
    for at in range(len(text)):
        edge = text[at].isspace() or text[at].isdigit() != (at > 0 and text[at - 1].isdigit())
        if edge and chance.random() < 0.5:
            yield Edit(at, at, chance.choice(_BIDI))


def _glued(text: str, _: random.Random) -> Iterator[Edit]:
    """Digits without the space before the word that they count ("29600من")."""
    for number in _NUMBER.finditer(text):
        end = number.end()
        if re.match(" [\u0621-\u064a]", text[end : end + 2]):
            yield Edit(end, end + 1, "")


def _broken(is_word: Callable[[str], bool]) -> Edits:
    """Words that filters look for, broken up by marks ("شهد.ا.ء", "غـ.ـارة") or with a digit in them ("د1عش")."""

    def edits(text: str, chance: random.Random) -> Iterator[Edit]:
        for word in re.finditer("[\u0621-\u064a]{4,}", text):
            if chance.random() >= 0.4 or not is_word(word.group()):
                continue
            at = chance.randrange(word.start() + 1, word.end() - 1)
            alef = text.find("ا", word.start() + 1, word.end() - 1)
            if alef > 0 and chance.random() < 0.3:
                yield Edit(alef, alef + 1, "1")
            else:
                mark = chance.choice((".", "_", "*", "ـ.ـ"))
                yield Edit(at, at + 1, f"{mark}{text[at]}{mark}")

    return edits


def kinds_of_noise(is_word: Callable[[str], bool]) -> dict[str, Edits]:
    """
    All kinds by name; `is_word` tells which words somebody would break up to dodge a filter.

    >>> [edit.into for edit in kinds_of_noise(bool)["Arabic-Indic digits"]("مقتل 12", random.Random(1))]
    ['١', '٢']
    """
    return {
        "missing hamza": _replacing({"أ": "ا", "إ": "ا", "آ": "ا", "ء": ""}),
        "ة written ه": _replacing({"ة": "ه"}),
        "ى written ي": _replacing({"ى": "ي"}),
        "tatweel": _tatweel,
        "vowel marks": _vowels,
        "Arabic-Indic digits": _replacing(dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True))),
        "marks of direction": _bidi,
        "glued digits": _glued,
        "broken words": _broken(is_word),
    }


class Noisy(NamedTuple):
    """A report with noise; `origins[i]` is where character i of its words stood in the words of the original."""

    report: Report
    origins: Sequence[int]

    def original(self, words: str, start: int, end: int) -> str:
        """The words of the original, `words`, that an interval of the noisy report came from."""
        return words[self.origins[start] : self.origins[end - 1] + 1]


def with_noise(report: Report, kinds: Mapping[str, Edits]) -> Noisy:
    """
    A report with some kinds of noise in it, one after the other.

    >>> from hasila.model.report import report_of
    >>> noisy = with_noise(report_of("إصابة 3 أشخاص"), {"glued digits": _glued})
    >>> noisy.report.text, noisy.original("إصابة 3 أشخاص", 7, 11)
    ('إصابة 3أشخاص', 'أشخا')
    """
    title, places = report.title or "", [*range(len(report.words))]
    text, text_places = report.text, places[len(report.words) - len(report.text) :]
    title_places = places[: len(title)]
    for name, edits in kinds.items():
        chance = random.Random(f"{name} {report.id}")
        title, title_places = _edited(title, title_places, edits(title, chance))
        text, text_places = _edited(text, text_places, edits(text, chance))
    between = [len(report.title or "")] if title else []
    changed = report.model_copy(update={"title": title or None, "text": text})
    return Noisy(changed, [*title_places, *between, *text_places])


def under_noise(
    reports: Mapping[str, Report],
    coded: Mapping[str, Sequence[Coded]],
    claims_of: Callable[[Report], list[dict[str, Any]]],
    kinds: Mapping[str, Edits],
) -> Iterator[tuple[str, Figures]]:
    """The figures with each kind of noise in the reports, and with "all together"; quotes count as without noise."""
    for name, some in [*((name, {name: edits}) for name, edits in kinds.items()), ("all together", kinds)]:
        yield name, evaluate(coded, {key: _claims_with_noise(reports[key], some, claims_of) for key in coded})


def _claims_with_noise(
    report: Report, kinds: Mapping[str, Edits], claims_of: Callable[[Report], list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    noisy = with_noise(report, kinds)
    claims = claims_of(noisy.report)
    for claim in claims:
        quote = claim["quote"]
        quote["text"] = noisy.original(report.words, quote["start"], quote["end"])
    return claims


def _edited(text: str, places: Sequence[int], edits: Iterator[Edit]) -> tuple[str, list[int]]:
    """A text with edits, which come from left to right, and where each of its characters came from."""
    out: list[str] = []
    origins: list[int] = []
    at = 0
    for start, end, into in edits:
        out += (text[at:start], into)
        origins += places[at:start]
        # What was put in belongs to what it replaces, or to the letter before it.
        home = start if end > start else max(start - 1, 0)
        origins += [places[home]] * len(into)
        at = end
    out.append(text[at:])
    origins += places[at:]
    return "".join(out), origins
