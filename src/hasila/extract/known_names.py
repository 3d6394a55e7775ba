"""Finding the names that a gazetteer knows in the words of a report."""

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import NamedTuple

from hasila.extract.place_names import COMPOUND_HEADS, PlaceNames, key_of_words
from hasila.extract.place_words import PlaceWords
from hasila.text.remembered import Remembered
from hasila.text.tokens import Token

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_ATTACHED = frozenset("وفبلك")
_SHORTEST = 3  # letters of a name that may stand without a descriptor


class FoundName(NamedTuple):
    """
    A known name at tokens [first, last), with what is attached before it and the countries that have such a place.

    `common` where the name is an everyday word besides: it counts only after a descriptor. `weighty` where it names
    a place that needs no introduction: a town, a province, a country.
    """

    first: int
    last: int
    prefix: str
    key: str
    countries: Mapping[str, bool]
    common: bool
    weighty: bool


class _Key(NamedTuple):
    """What is known of a key: see `FoundName`; `goes_on` where a longer name may begin with it."""

    countries: Mapping[str, bool]
    common: bool
    weighty: bool
    goes_on: bool


class _Reading(NamedTuple):
    prefix: str
    rest: str


def _is_word(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "w"


class NameFinder:
    """Finds known names in tokens; what it learns of a word it keeps."""

    def __init__(self, words: PlaceWords, known: PlaceNames) -> None:
        self._words = words
        self._known = known
        self._readings = Remembered(self._read)
        self._keys = Remembered(self._key)

    def find(self, tokens: Sequence[Token]) -> dict[int, FoundName]:
        """The names by the token that they begin at, the longest one each; names inside a longer name as well."""
        found: dict[int, FoundName] = {}
        readings = self._readings
        for at in compress(range(len(tokens)), map(readings.__getitem__, [token[0] for token in tokens])):
            name = self._longest(tokens, at, readings[tokens[at].text]) if tokens[at].kind == "w" else None
            if name:
                found[at] = name
        return found

    def _read(self, word: str) -> list[_Reading]:
        """The ways to take a word apart after which a name begins."""
        # What a dictionary has is not taken apart into an attached letter and a village (بعد is not ب and عد).
        never = self._words.is_never_a_name(word)
        prefixes = ("",) if never or word[:1] not in _ATTACHED else _PREFIXES
        readings = []
        for prefix in prefixes:
            if not word.startswith(prefix):
                continue
            attached, rest = prefix, word[len(prefix) :]
            if prefix.endswith("ل") and rest.startswith("ل"):
                # "للرقة": the article's alef is swallowed.
                attached, rest = prefix + "ل", "ا" + rest
            if len(rest) < (3 if prefix else 2):
                continue
            goes_on = rest in COMPOUND_HEADS or self._known.begins(rest)
            weights = self._known.countries(rest).values()
            if goes_on or (any(weights) if never else weights):
                readings.append(_Reading(attached, rest))
        return readings

    def _longest(self, tokens: Sequence[Token], at: int, readings: Sequence[_Reading]) -> FoundName | None:
        best: FoundName | None = None
        for reading in readings:
            name = self._longest_of(tokens, at, reading)
            if name and (best is None or name.last > best.last):
                best = name
        return best

    def _longest_of(self, tokens: Sequence[Token], at: int, reading: _Reading) -> FoundName | None:
        """The longest name that one reading of the first word begins: word by word, as far as some name goes on."""
        key, words, best = reading.rest, [reading.rest], None
        while True:
            known = self._keys[key]
            last = at + len(words)
            head = words[-1] in COMPOUND_HEADS
            goes_on = (head or known.goes_on) and _is_word(tokens, last)
            # "تل الورد" is no place called تل.
            if known.countries and not (goes_on and head and len(words) == 1):
                best = FoundName(at, last, reading.prefix, key, known.countries, known.common, known.weighty)
            if not goes_on:
                return best
            words.append(tokens[last].text)
            key = key_of_words(words)

    def _key(self, key: str) -> _Key:
        countries = self._known.countries(key)
        weighty = key not in self._words.ambiguous and any(countries.values())
        return _Key(countries, self._is_common(key, weighty), weighty, self._known.begins(key))

    def _is_common(self, key: str, weighty: bool) -> bool:
        words = key.split(" ")
        if len(words) > 1 and weighty:
            # "رام الله", "النيل الأزرق": common words that make a name of weight; persons' names are told in full.
            return key in self._words.common
        if len(words) > 1 and words[0] in self._words.heads:
            return False  # "جبل الزاوية" says itself what it is
        return len(key) < _SHORTEST or all(word in self._words.common for word in words)
