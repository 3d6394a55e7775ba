"""The nouns for people, their number, and their possessive endings ("زوجته", "مدنيين", "رجال الشرطة")."""

from collections.abc import Sequence
from functools import lru_cache, partial

from hasila.extract.numbers import Numbers
from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack, Row
from hasila.text.fold import fold_word
from hasila.text.peel import peelings
from hasila.text.remembered import Remembered
from hasila.text.tokens import Token

_PRONOUNS = ("هما", "هم", "هن", "ها", "ه", "نا")


class People:
    """Finds person groups by the rows of the families "people" and "numbers"."""

    def __init__(self, pack: Pack) -> None:
        self.numbers = Numbers(pack)
        self.lexicon = Lexicon(pack.family("people"))
        self.names = frozenset(fold_word(f) for row in pack.family("names") for f in row.forms)
        self.begins = Remembered(partial(_may_begin, self.lexicon))
        outcomes = Lexicon(row for row in pack.family("people") if row.says.get("outcome"))
        # Whether a word may begin a noun that says by itself what befell people (قتيل، جرحى).
        self.tells_outcome = Remembered(lambda text: self.begins[text] and _may_begin(outcomes, text))
        self._number: dict[tuple[str, str], set[str]] = {}
        self._known_numbers: dict[tuple[str, str], frozenset[str]] = {}
        for row in pack.family("people"):
            for number, forms in row.says.get("numbers", {}).items():
                for form in forms:
                    self._number.setdefault((row.id, fold_word(form)), set()).add(number)

    def noun(self, tokens: Sequence[Token], at: int) -> Hit | None:
        """The people noun that begins at a token, with or without a possessive ending."""
        if at >= len(tokens) or tokens[at].kind != "w" or not self.begins[tokens[at].text]:
            return None
        hits = self.lexicon.at(tokens, at)
        if hits:
            # Among readings of one length, the one that says most: a noun before a nation, an article before none.
            return min(hits, key=lambda h: (-(h.last - h.first), len(h.prefix), bool(h.row.says.get("nationality"))))
        text = tokens[at].text
        for stem in without_pronoun(text):
            hits = self.lexicon.at([tokens[at]._replace(text=stem)], 0)
            if hits and hits[0].row.says.get("others"):
                # «وآخرها» is the last of them, «آخر» another.
                continue
            # A folded ه may be the feminine ending («محافظة»): "his" is read only on relatives and plurals.
            if hits and (
                text[-2:] in ("ها", "هم", "هن", "نا", "ما")
                or "family" in hits[0].row.says.get("kinds", ())
                or self.number(hits[0], [tokens[at]._replace(text=stem)]) == {"many"}
            ):
                return hits[0]._replace(first=at, last=at + 1, article=True)
        return None

    def number(self, hit: Hit, tokens: Sequence[Token]) -> frozenset[str]:
        """Whether a found form is one, two or many; several where the spelling leaves it open."""
        text = tokens[hit.first].text
        if hit.last - hit.first > 1:
            text = " ".join(t.text for t in tokens[hit.first : hit.last])
        known = self._known_numbers.get((hit.row.id, text))
        if known is None:
            known = self._known_numbers[hit.row.id, text] = self._number_of(hit.row, text)
        return known

    def _number_of(self, row: Row, text: str) -> frozenset[str]:
        first, *rest = text.split(" ")
        for peeled in peelings(first):
            for word in (peeled.bare, "ال" + peeled.bare):
                found = self._number.get((row.id, " ".join([word, *rest])))
                if found:
                    return frozenset(found)
        for stem in without_pronoun(text):
            for peeled in peelings(stem):
                found = self._number.get((row.id, peeled.bare))
                if found:
                    return frozenset(found)
        # Articles inside a phrase ("رجال الشرطة"): a plural.
        return frozenset({"many"} if row.says["numbers"]["many"] else {"one"})


def _may_begin(lexicon: Lexicon, text: str) -> bool:
    """Whether a word may begin a people noun: most do not."""
    return lexicon.begins(text) or any(lexicon.begins(stem) for stem in without_pronoun(text))


@lru_cache(maxsize=50_000)
def without_pronoun(word: str) -> tuple[str, ...]:
    """A word without a possessive ending; ت before it becomes ه again (زوجته: زوجه)."""
    out: list[str] = []
    if not word.endswith(_PRONOUNS):
        return ()
    for ending in _PRONOUNS:
        stem = word[: -len(ending)]
        # «سياسية» folds to a word that ends like one with "his": a noun in ـي takes no such ending.
        if ending == "ه" and stem.endswith("ي"):
            # ... but the dual of relatives («نجليه»), which the caller tells apart.
            out.append(stem + "ن")
            break
        if word.endswith(ending) and len(stem) >= 3:
            # A dual drops its ن («طفلاها»), and «قتلى» writes its end as ا («قتلاهم»).
            out += [stem + "ن", stem[:-1] + "ي", stem] if stem.endswith("ا") else [stem]
            if stem.endswith("ت"):
                out.append(stem[:-1] + "ه")
            if stem.endswith("ي"):
                out.append(stem + "ن")
            break
    return tuple(out)
