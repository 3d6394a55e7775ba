"""The place words of a language pack, and the names that are common words."""

from collections.abc import Sequence
from dataclasses import dataclass

from hasila.extract.place_names import place_key
from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack
from hasila.text.fold import fold_word
from hasila.text.tokens import Token

# Kinds of rows that are sets of words, not phrases to be found.
_SETS = frozenset({"common", "ambiguous", "generic", "adjective", "linked"})
_DESCRIBING = frozenset({"descriptor", "facility"})
# Words that are no names and after which no name goes on, though no dictionary family has them.
_NEVER_A_NAME = frozenset(
    ["في", "من", "علي", "الي", "عن", "مع", "ان", "او", "ثم", "قد", "كان", "كانت", "حيث", "التي", "الذي", "الذين", "ما", "لا"]
)
_FAMILIES_WITHOUT_NAMES = ("harm", "causes", "people", "numbers", "hedges", "times")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """
    What a pack says of places.

    `common`: keys of names that are everyday words; `ambiguous`: names that may be words. `linked`: words that join
    a place to the one it lies in; `never`: words that are no name; `generic`: of these, adjectives of places;
    `heads`: words that say what a place is.
    """

    lexicon: Lexicon
    actors: Lexicon
    common: frozenset[str]
    ambiguous: frozenset[str]
    linked: frozenset[str]
    never: frozenset[str]
    generic: frozenset[str]
    heads: frozenset[str]

    def hits(self, tokens: Sequence[Token]) -> dict[int, Hit]:
        """The place words of a text by the token they begin at, the longest one each."""
        return {hit.first: hit for hit in self.lexicon.find(tokens) if "ك" not in hit.prefix}

    def is_never_a_name(self, word: str) -> bool:
        """Whether a folded word cannot be the name of a place that no gazetteer has."""
        return len(word) < 2 or word in self.never


def place_words(pack: Pack) -> PlaceWords:
    """
    The place words of a pack, ready to be found.

    >>> from hasila.pack.rows import load_pack
    >>> "الجمعه" in place_words(load_pack("ar")).common
    True
    """
    rows = pack.family("places")
    sets = {kind: [f for row in rows if row.says["kind"] == kind for f in row.forms] for kind in _SETS}
    strangers = (f for family in _FAMILIES_WITHOUT_NAMES for row in pack.family(family) for f in row.forms)
    return PlaceWords(
        lexicon=Lexicon(row for row in rows if row.says["kind"] not in _SETS),
        actors=Lexicon(row for row in pack.family("actors") if row.says.get("shape") == "name"),
        common=frozenset(map(place_key, sets["common"])),
        ambiguous=frozenset(map(place_key, sets["ambiguous"])),
        linked=frozenset(map(fold_word, sets["linked"])),
        generic=frozenset(fold_word(f) for f in sets["adjective"]),
        heads=frozenset(fold_word(f) for row in rows if row.says["kind"] in _DESCRIBING for f in row.forms),
        never=_NEVER_A_NAME | {fold_word(f) for f in [*strangers, *sets["generic"], *sets["adjective"]] if " " not in f},
    )
