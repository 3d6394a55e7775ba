"""Names that no gazetteer has, believed for the descriptor before them."""

from collections.abc import Mapping, Sequence

from hasila.extract.known_names import FoundName
from hasila.extract.place_draft import Draft
from hasila.extract.place_names import COMPOUND_HEADS, PlaceNames, key_of_words, other_article
from hasila.extract.place_words import PlaceWords
from hasila.pack.lexicon import Hit
from hasila.text.peel import bare
from hasila.text.tokens import Token

# The rule by which a name is believed.
BELIEVED = "name after a descriptor"
# After these descriptors a name is a place even where no gazetteer has it.
SETTLED = frozenset({"village", "town", "city", "camp", "neighbourhood", "neighbourhoods", "street"})
_SORTS = SETTLED | {"district", "governorate", "area", "mountain", "valley", "desert"}
# Facilities that bear names of any kind.
_BEAR_NAMES = frozenset({"market", "school", "hospital", "mosque", "building", "square", "bridge"})
# "بلدات سيطروا عليها", "فندق يستخدمه": verbs with their endings are no names.
_VERB_ENDINGS = ("وا", "ها", "هم", "هما")
_VERB_BEGINNINGS = ("ي", "تو", "تض", "تا", "تق", "تم")
# Words of such a name at most.
_LONGEST = 3


class NameBelief:
    """Reads names that are told by their descriptor alone, in one report."""

    def __init__(
        self,
        words: PlaceWords,
        known: PlaceNames,
        tokens: Sequence[Token],
        hits: Mapping[int, Hit],
        names: Mapping[int, FoundName],
    ) -> None:
        self._words, self._known, self._tokens, self._hits, self._names = words, known, tokens, hits, names

    def may_begin(self, draft: Draft) -> bool:
        """Whether the descriptor is one after which an unknown name is believed."""
        # "7 كلم شرق كذا"
        measured = bool(draft.directions and draft.offset and draft.offset.endswith(" km"))
        return not draft.definite and (draft.descriptor in _SORTS or draft.role == "facility" or measured)

    def believed(self, draft: Draft) -> str | None:
        """A name that no gazetteer has, after a descriptor: one word, or more where they hang together."""
        words: list[str] = []
        at = draft.at
        while len(words) < _LONGEST and at < len(self._tokens):
            token = self._tokens[at]
            if not self._is_part_of_name(draft, at, bool(words)):
                break
            words.append(token.text)
            at += 1
            if token.text not in self._words.goes_on:
                break
        if not words or key_of_words(words) in COMPOUND_HEADS:
            return None
        if at < len(self._tokens) and self._tokens[at].text in self._words.tells_apart:
            words.append(self._tokens[at].text)
            at += 1
        draft.at = at
        draft.rules.append(BELIEVED)
        key = key_of_words(words)
        other = other_article(key)
        return other if self._known.countries(other) and not self._known.countries(key) else key

    def _is_part_of_name(self, draft: Draft, at: int, begun: bool) -> bool:
        """Whether the word at a token may stand in a name that no gazetteer has, as its first word or a further one."""
        token = self._tokens[at]
        if token.kind != "w":
            return False
        if token.text in self._words.goes_on:
            return True
        if self._words.is_never_a_name(token.text):
            return False
        return begun or (self._may_be_name(draft, token) and (at not in self._hits or self._hits[at].article))

    def _may_be_name(self, draft: Draft, token: Token) -> bool:
        """No name begins with an attached letter before the article; posts and prisons have names with it only."""
        verb = not token.text.startswith("ال") and token.text.endswith(_VERB_ENDINGS)
        if verb or (draft.role == "facility" and token.text.startswith(_VERB_BEGINNINGS)):
            return False
        joins = token.text[-1] == "ت" or draft.plural or draft.descriptor not in SETTLED
        if token.text[0] in "وف" and joins and not token.text.startswith("واد"):
            return False  # "مبنى فأطلقت", "مزارع وأبنية"
        if token.text[0] in "بلك" and self._words.is_never_a_name(token.text[1:]):
            return False
        attached = token.text[1:3] == "ال" and token.text[0] in "بوفك"
        if attached or token.text.startswith("لل"):
            return False
        return draft.role == "place" or draft.descriptor in _BEAR_NAMES or token.text.startswith("ال")

    def longer(self, draft: Draft, found: FoundName) -> str | None:
        """The key of a longer name that no gazetteer has: "مخيم كويت الرحمة" is not the camp of كويت."""
        if draft.descriptor not in ("village", "camp", "neighbourhood") or found.last >= len(self._tokens):
            return None
        after = self._tokens[found.last]
        joined = after.kind == "w" and after.start - self._tokens[found.last - 1].end == 1
        if not joined or not after.text.startswith("ال") or found.last in self._hits or found.last in self._names:
            return None
        told = any(map(self._words.is_never_a_name, (after.text, bare(after.text))))
        # "حي جوبر الدمشقي": an adjective of belonging.
        if told or after.text in self._words.linked or after.text.endswith(("ي", "يه")):
            return None
        draft.at = found.last + 1
        draft.rules.append("longer name after a descriptor")
        return key_of_words([*found.key.split(" "), after.text])
