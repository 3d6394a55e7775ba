"""Finding the names that a gazetteer knows in the words of a report."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hasila.extract.place_names import COMPOUND_HEADS, PlaceNames, key_of_words
from hasila.extract.place_words import PlaceWords
from hasila.text.tokens import Token

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_LONGEST = 4  # words of a name
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


class _Reading(NamedTuple):
    prefix: str
    rest: str
    goes_on: bool


class NameFinder:
    """Finds known names in tokens; what it learns of a word it keeps."""

    def __init__(self, words: PlaceWords, known: PlaceNames) -> None:
        self._words = words
        self._known = known
        self._readings: dict[str, tuple[_Reading, ...]] = {}

    def find(self, tokens: Sequence[Token]) -> dict[int, FoundName]:
        """The names by the token that they begin at, the longest one each; names inside a longer name as well."""
        found: dict[int, FoundName] = {}
        for at, token in enumerate(tokens):
            if token.kind == "w":
                readings = self._readings.get(token.text)
                if readings is None:
                    readings = self._readings[token.text] = tuple(self._read(token.text))
                if readings:
                    name = self._longest(tokens, at, readings)
                    if name:
                        found[at] = name
        return found

    def _read(self, word: str) -> list[_Reading]:
        """The ways to take a word apart after which a name begins."""
        # What a dictionary has is not taken apart into an attached letter and a village (بعد is not ب and عد).
        prefixes = ("",) if self._words.is_never_a_name(word) else _PREFIXES
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
            if goes_on or (any(weights) if len(prefixes) == 1 else weights):
                readings.append(_Reading(attached, rest, goes_on))
        return readings

    def _longest(self, tokens: Sequence[Token], at: int, readings: tuple[_Reading, ...]) -> FoundName | None:
        most = 1
        if any(r.goes_on for r in readings):
            while most < _LONGEST and at + most < len(tokens) and tokens[at + most].kind == "w":
                most += 1
        words = [t.text for t in tokens[at : at + most]]
        for length in range(most, 0, -1):
            for prefix, rest, goes_on in readings:
                if (length > 1 and not goes_on) or (length == 1 < most and rest in COMPOUND_HEADS):
                    continue  # "تل الورد" is no place called تل
                key = key_of_words([rest, *words[1:length]])
                countries = self._known.countries(key)
                if countries:
                    weighty = key not in self._words.ambiguous and any(countries.values())
                    return FoundName(at, at + length, prefix, key, countries, self._is_common(key), weighty)
        return None

    def _is_common(self, key: str) -> bool:
        words = key.split(" ")
        if len(words) > 1 and words[0] in self._words.heads:
            return False  # "جبل الزاوية" says itself what it is
        return len(key) < _SHORTEST or all(word in self._words.common for word in words)
