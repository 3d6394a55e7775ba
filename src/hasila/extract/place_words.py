"""The place words of a language pack, and the names that are common words."""

from dataclasses import replace
from typing import NamedTuple

from hasila.extract.place_names import COMPOUND_HEADS, place_key
from hasila.pack.lexicon import Lexicon
from hasila.pack.rows import Pack, Row
from hasila.text.fold import fold_word

# Kinds of rows that are sets of words, not phrases to be found.
_SETS = frozenset({"common", "ambiguous", "generic", "adjective", "linked", "goes_on", "apart", "institution"})
_DESCRIBING = frozenset({"descriptor", "facility"})
_FAMILIES_WITHOUT_NAMES = ("harm", "causes", "people", "numbers", "hedges", "times")


class PlaceWords(NamedTuple):
    """
    What a pack says of places.

    `common`: keys of names that are everyday words; `ambiguous`: names that may be words. `linked`: words that join
    a place to the one it lies in; `never`: words that are no name; `generic`: of these, adjectives of places;
    `actors`: names of sides, of several words; `heads`: words that say what a place is; `goes_on`: words that a name does not end
    with; `tells_apart`: adjectives that tell two places of one name apart; `institutions`: nouns of bodies that have seats.
    """

    lexicon: Lexicon
    actors: Lexicon
    common: frozenset[str]
    ambiguous: frozenset[str]
    linked: frozenset[str]
    never: frozenset[str]
    generic: frozenset[str]
    heads: frozenset[str]
    goes_on: frozenset[str]
    tells_apart: frozenset[str]
    institutions: frozenset[str]

    def is_never_a_name(self, word: str) -> bool:
        """Whether a folded word cannot be the name of a place that no gazetteer has."""
        return len(word) < 2 or word in self.never


def _in_several_words(row: Row) -> Row:
    """A row with those of its forms alone that may hold the name of a place ("حركة أحرار الشام")."""
    return replace(row, forms=tuple(form for form in row.forms if " " in form))


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
        actors=Lexicon(map(_in_several_words, (r for r in pack.family("actors") if r.says.get("shape") == "name"))),
        common=frozenset(map(place_key, sets["common"])),
        ambiguous=frozenset(map(place_key, sets["ambiguous"])),
        linked=frozenset(map(fold_word, sets["linked"])),
        generic=frozenset(fold_word(f) for f in sets["adjective"]),
        goes_on=COMPOUND_HEADS | frozenset(map(fold_word, sets["goes_on"])),
        tells_apart=frozenset(map(fold_word, sets["apart"])),
        institutions=frozenset(map(fold_word, sets["institution"])),
        heads=frozenset(fold_word(f) for row in rows if row.says["kind"] in _DESCRIBING for f in row.forms),
        never=frozenset(fold_word(f) for f in [*strangers, *sets["generic"], *sets["adjective"]] if " " not in f),
    )
