"""Harm words in a document, and what takes a statement out of the plain past (denial, doubt, plan, attempt)."""

from collections.abc import Sequence
from typing import NamedTuple

from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack
from hasila.text.fold import fold_word
from hasila.text.tokens import Document, Token

# After these a word that is noun or verb alike ("قتل") is a noun.
_BEFORE_NOUN = {
    fold_word(w)
    for w in (
        "إلى على عن في من بعد قبل إثر عقب جراء منذ خلال عملية عمليات جريمة جرائم حادثة حادث حالات أعمال تم يتم جرى نتيجة بسبب أسفر بين حول ضد"
        " محاولة بتهمة مسؤولية أدى حوادث أن إن"
    ).split()
}


class Harm(NamedTuple):
    """
    A harm word at tokens [first, last): its outcome, how it takes its victims (`shape`), and its voice.

    `then`: where the second word of a parted expression ends ("أفرجت … عن"): the victims stand after it.
    """

    first: int
    last: int
    outcome: str
    shape: str
    voice: str
    plural: bool
    transitive: bool
    persons: bool
    cause: str | None
    row: str
    prefix: str
    then: int | None = None
    ambiguous: bool = False

    @property
    def names_doer(self) -> bool:
        """Its subject may have done it: not so in the passive, nor with those who mourn ("نعت الحركة خمسة من عناصرها")."""
        return self.voice not in ("passive", "mourning")


class Hedge(NamedTuple):
    """A hedge at tokens [first, last), how it makes a statement read, and over how many tokens it reaches."""

    first: int
    last: int
    reads: str
    row: str
    reach: int


class HarmWords:
    """Finds harm words and hedges by the rows of the families "harm" and "hedges"."""

    def __init__(self, pack: Pack) -> None:
        self.harms = Lexicon(pack.family("harm"))
        self.hedges = Lexicon(pack.family("hedges"))

    def read(self, document: Document, hits: Sequence[Hit]) -> list[Harm]:
        """The harm words of a document, from left to right, by what the lexicon finds in it."""
        found = (_harm(document, hit) for hit in hits)
        return [harm for harm in found if harm]

    def read_hedges(self, hits: Sequence[Hit]) -> list[Hedge]:
        """The hedges that the lexicon finds, from left to right."""
        return [Hedge(h.first, h.last, h.row.says["reads"], h.row.id, h.row.says.get("reach", 4)) for h in hits]


def _harm(document: Document, hit: Hit) -> Harm | None:
    tokens, says = document.tokens, hit.row.says
    shape = says["shape"]
    if shape == "noun_or_verb":
        shape = _noun_or_verb(tokens, hit)
    elif shape == "verb" and hit.prefix not in ("", "و", "ف") and not _follows(tokens, hit):
        return None
    if says.get("needs") and not _needed(document, hit, says["needs"]):
        return None
    then = None
    if says.get("then"):
        then = _then(document, hit, says["then"])
        if then is None:
            return None
    last_word = tokens[hit.last - 1].text if hit.last == hit.first + 1 else tokens[hit.first].text
    return Harm(
        first=hit.first,
        last=hit.last,
        outcome=says["outcome"],
        shape=shape,
        voice=says.get("voice", "either"),
        plural=shape == "verb" and (last_word.endswith(("وا", "ون", "ن", "ا")) or _of_them(tokens, hit)),
        transitive=bool(says.get("transitive")) or hit.row.says["shape"] == "noun_or_verb",
        persons=bool(says.get("persons")),
        cause=says.get("cause"),
        row=hit.row.id,
        prefix=hit.prefix,
        then=then if says.get("victims") != "between" else None,
        ambiguous=says["shape"] == "noun_or_verb",
    )


def _follows(tokens: Sequence[Token], hit: Hit) -> bool:
    """ "قصف على القرية، لتقتل امرأة": behind a comma "ل" tells what came of it, no aim."""
    return hit.prefix == "ل" and hit.first > 0 and tokens[hit.first - 1].text == "،"


def _of_them(tokens: Sequence[Token], hit: Hit) -> bool:
    """ "تم القبض عليهم", "وثق مقتلهم": whom it befell was named before."""
    said_of_them = hit.last > hit.first + 1 or hit.row.says.get("voice") == "passive"
    return said_of_them and tokens[hit.last - 1].text.endswith(("هم", "هما", "هن"))


def _noun_or_verb(tokens: Sequence[Token], hit: Hit) -> str:
    if hit.article or hit.prefix not in ("", "و", "ف"):
        return "noun"
    before = tokens[hit.first - 1].text if hit.first else ""
    return "noun" if before in _BEFORE_NOUN and hit.prefix == "" else "verb"


def _then(document: Document, hit: Hit, then: str) -> int | None:
    """Where the second word of a parted expression ends, within the same clause."""
    wanted = {fold_word(w.strip()) for w in then.split("،")}
    _, end = document.sentences[document.sentence_of[hit.first]]
    for at in range(hit.last, min(end, hit.last + 14)):
        text = document.tokens[at].text
        if text in wanted:
            return at + 1
        if text in ("،", "؛", ":"):
            return None
    return None


def _needed(document: Document, hit: Hit, needs: str) -> bool:
    """Whether one of the words that complete an expression ("لقي … مصرعهم") follows within the sentence."""
    wanted = {fold_word(w.strip()) for w in needs.split("،")}
    _, end = document.sentences[document.sentence_of[hit.first]]
    return any(t.text in wanted for t in document.tokens[hit.last : min(end, hit.last + 30)])
