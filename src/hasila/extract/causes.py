"""By what the harm was done: cause words, and which of several holds for a harm."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from hasila.extract.bond import IN_HANDS, Bond
from hasila.extract.clause_words import rises_between, told_apart
from hasila.pack.context import words
from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack
from hasila.text.fold import fold_word
from hasila.text.tokens import Document


class CauseHit(NamedTuple):
    """A cause word at tokens [first, last)."""

    first: int
    last: int
    cause: str
    row: str


# The more specific of two causes that are told together comes first ("هجوم انتحاري بسيارة مفخخة" is a suicide bombing).
SPECIFIC = (
    "suicide_bomb", "chemical", "drone_strike", "air_strike", "execution", "torture", "siege", "explosive", "shelling",
    "crackdown", "abduction", "clash", "attack", "arrest", "exchange", "displacement", "other", "unknown",
)  # fmt: skip
_RANK = {cause: rank for rank, cause in enumerate(SPECIFIC)}
# Causes that kill or wound nobody by themselves.
_HELD = {"arrest", "abduction", "exchange", "displacement"}
_OWN_CAUSE = {
    "detained": "arrest", "abducted": "abduction", "released": "exchange", "surrendered": "exchange", "abused": "torture",
}  # fmt: skip
_BLEW_UP = {fold_word(p + w) for w in "فجر فجرت فجرا فجروا يفجر تفجر تفجير".split() for p in ("", "و", "ف", "ب")}
_HIMSELF = {fold_word(w) for w in "نفسه نفسها نفسيهما أنفسهم نفسهما".split()}
_OPENED = {
    fold_word(p + w) for w in "أطلق أطلقت أطلقوا يطلق فتح فتحت فتحوا إطلاق فتح".split() for p in ("", "و", "ف", "ب")
}
_FIRE = {fold_word(w) for w in "النار نيرانه نيرانها نيرانهم النيران الرصاص".split()}
_NEAR = {fold_word(w) for w in "قرب بالقرب بجوار بمحيط محيط".split()}
_LINKS = {fold_word(w) for w in "في جراء إثر بسبب نتيجة خلال بعد عقب أثناء من بفعل بـ ب خلفه خلفتها".split()}
_STARVED = {fold_word(w) for w in "جوعا عطشا".split()}
_VIOLENT = {"air_strike", "drone_strike", "shelling", "clash", "attack", "explosive", "suicide_bomb", "chemical"}


class CauseWords:
    """Finds cause words by the rows of the family "causes"."""

    def __init__(self, pack: Pack) -> None:
        self.lexicon = Lexicon(pack.family("causes"))

    def read(self, document: Document, hits: Sequence[Hit]) -> list[CauseHit]:
        """All cause words of a document, from left to right, by what the lexicon finds in it."""
        causes = [CauseHit(h.first, h.last, h.row.says["cause"], h.row.id) for h in hits]
        return sorted([*causes, *_blew_himself_up(document), *_opened_fire(document)], key=lambda h: h.first)


def _blew_himself_up(document: Document) -> list[CauseHit]:
    """ "فجر رجل يرتدي حزاماً نفسه": the verb and its object, with the bomber between them."""
    found: list[CauseHit] = []
    for at, token in enumerate(document.tokens):
        if token.text in _HIMSELF and (
            blown := [b for b in range(max(0, at - 8), at) if document.tokens[b].text in _BLEW_UP]
        ):
            found.append(CauseHit(blown[-1], at + 1, "suicide_bomb", "rule.blew_himself_up"))
    return found


def _opened_fire(document: Document) -> list[CauseHit]:
    """ "أطلق مسلح النار على حافلة": the verb and its object, with who fired between them."""
    found: list[CauseHit] = []
    for at, token in enumerate(document.tokens):
        if token.text in _FIRE and (
            fired := [v for v in range(max(0, at - 7), at - 1) if document.tokens[v].text in _OPENED]
        ):
            found.append(CauseHit(fired[-1], at + 1, "attack", "rule.opened_fire"))
    return found


def most_specific(causes: Sequence[str]) -> str:
    """
    The most specific of some causes; unknown where there is none.

    >>> most_specific(["attack", "suicide_bomb"])
    'suicide_bomb'
    """
    return min(causes, key=lambda c: _RANK[c], default="unknown")


def cause_in_sentence(
    document: Document, bond: Bond, hits: Sequence[CauseHit], total: bool
) -> tuple[str, list[CauseHit]]:
    """The cause that the bond's own sentence tells for it, and the words; unknown where it tells none."""
    own = bond.harm.cause if bond.harm else _OWN_CAUSE.get(bond.outcome)
    first, last = document.sentences[bond.sentence]
    near = [h for h in hits if first <= h.first < last and not (bond.group.first <= h.first < bond.group.last)]
    if bond.harm:
        # A harm word that is a cause word too (اغتيال، إعدام) stays last: the means may be told beside it.
        near = [h for h in near if not (bond.harm.first <= h.first < bond.harm.last)]
    if own and bond.outcome in IN_HANDS:
        return own, []
    if bond.outcome == "displaced":
        near = [h for h in near if h.cause in _VIOLENT]
    else:
        near = [h for h in near if h.cause not in _HELD]
    near = [h for h in near if not _apart(document, bond, h, total) and (h.cause != "siege" or _is_reason(document, h))]
    if total:
        # Attacks that are told further off from a total are another matter.
        near = [h for h in near if h.cause != "attack" or bond.first - 14 <= h.first <= bond.last + 10]
    best = _nearest(document, bond, near)
    if best is None:
        return own or "unknown", []
    cluster = [h for h in near if abs(h.first - best.first) <= 5 and _same_side(bond, h, best)]
    cause = _first_of_pair(document, cluster) or most_specific([h.cause for h in cluster])
    if own and own in ("execution",) and cause in ("attack", "clash", "arrest"):
        return own, []
    if bond.outcome == "displaced" and cause == "attack":
        cause = "clash"
    if cause == "attack" and own in (None, "attack") and bond.group.militants:
        # Who attacked and was killed had met with resistance (codebook, Cause).
        return "clash", cluster
    if cause == "attack" and bond.group.status == "combatant" and _on_armed_post(document, cluster):
        cause = "clash"
        return cause, cluster
    told = [h for h in cluster if h.cause == cause]
    if (
        cause == "clash"
        and bond.group.status != "combatant"
        and told
        and all(h.row == "ar.cause.operation" for h in told)
    ):
        # A total of civilians over whole operations: by what they were hit is not told.
        return ("unknown", []) if total else ("attack", told)
    return cause, told


def _first_of_pair(document: Document, hits: Sequence[CauseHit]) -> str | None:
    """ "إثر القصف والحصار": of two causes joined by "و" over one number the first named (codebook, Cause)."""
    for first, second in pairwise(hits):
        joined = document.tokens[second.first].text.startswith("و") and second.first - first.last <= 5
        if joined and first.cause == "clash" and second.cause in ("air_strike", "shelling"):
            # «في معارك مع القوات وغارات للتحالف»
            return first.cause
        if second.first == first.last and document.tokens[second.first].text.startswith("و"):
            return first.cause if first.cause in _VIOLENT and second.cause == "siege" else None
    return None


def _on_armed_post(document: Document, hits: Sequence[CauseHit]) -> bool:
    """An attack on an armed post is a clash, unless a bomb or shells are its means (codebook, Cause)."""
    after = [at for h in hits for at in range(h.last, min(h.last + 9, len(document.tokens)))]
    return any(document.tokens[at].text in words("post") and not _near(document, at) for at in after)


def _near(document: Document, at: int) -> bool:
    """ "بالقرب من قاعدة عسكرية": beside a post, not on it."""
    return any(t.text in _NEAR for t in document.tokens[max(0, at - 2) : at])


def _apart(document: Document, bond: Bond, hit: CauseHit, total: bool) -> bool:
    """Whether a cause word belongs to what is told besides: after «موضحة أن», or before a total that rises by it."""
    if told_apart(document, hit.last, bond.first, total) or (
        total and rises_between(document, hit.last, bond.first + 1)
    ):
        return True
    return any(t.text in words("adds") for t in document.tokens[bond.last : hit.first])


def _is_reason(document: Document, hit: CauseHit) -> bool:
    """ "بسبب الحصار", "ماتوا جوعاً": hunger and siege kill where they are told as the reason, not of a place ("المحاصرة")."""
    before = document.tokens[hit.first - 1].text if hit.first else ""
    return (
        before in _LINKS or document.tokens[hit.first].text[0] in "بف" or document.tokens[hit.last - 1].text in _STARVED
    )


def _same_side(bond: Bond, a: CauseHit, b: CauseHit) -> bool:
    return (a.first < bond.first) == (b.first < bond.first)


def _nearest(document: Document, bond: Bond, hits: Sequence[CauseHit]) -> CauseHit | None:
    """The cause word that is tied best: after the victims with a preposition, else before them, else anywhere near."""
    start, end = bond.first, bond.last
    stops = [t for t in range(end, min(end + 25, len(document.tokens))) if document.tokens[t].text in ("،", "؛", ":")]

    def distance(hit: CauseHit) -> float:
        before = document.tokens[hit.first - 1].text if hit.first else ""
        linked = before in _LINKS or document.tokens[hit.first].text[0] in "بفل"
        if hit.first >= end:
            crossed = sum(1 for s in stops if s < hit.first)
            return hit.first - end + 6 * crossed - (8 if linked else 0)
        return (start - hit.last) * 0.8 + 3

    return min(hits, key=distance, default=None)
