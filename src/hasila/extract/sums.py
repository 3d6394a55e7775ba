"""A number told first, and then the harms that add up to it: they are its parts, and it is their total."""

from collections.abc import Sequence
from itertools import pairwise

from hasila.extract.bond import HIT
from hasila.extract.clause_words import rises_between
from hasila.extract.draft import Draft
from hasila.text.tokens import Document

# «قتل ثلاثة»: two and one may add up to three by chance of the numbers; below that a sum says nothing.
_LEAST = 3


def part_sums(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """
    The drafts, each after its whole, with parts made of the harms that are told right after a number of the same outcome and add up to it.

    «قتل 28 في قصف على المحافظة ... مقتل 21 في منبج ... وقتل 7 آخرون»: where the parts are told of several places, the
    number is a total of several attacks.
    """
    ordered = sorted((d for d in drafts if _counts(d)), key=lambda d: d.first)
    for one, two in pairwise(ordered):
        if _raises(document, one, two):
            one.parent = two
            one.rules.append("rule.raises")
    for at, total in enumerate(ordered):
        if total.parent is None and (parts := _adding_up(document, total, ordered[at + 1 :])):
            for part in parts:
                part.parent = total
                part.rules.append("rule.summed")
            if len(_places(parts)) > 1:
                total.scope = "cumulative"
    return sorted(drafts, key=in_order)


def in_order(draft: Draft) -> tuple[int, bool, int]:
    """The order of the text, with parts right after a whole that is told before them."""
    after = draft.parent is not None and draft.parent.first < draft.first
    return draft.parent.first if draft.parent and after else draft.first, after, draft.first


def _raises(document: Document, harm: Draft, total: Draft) -> bool:
    """«سقط 45 قتيلاً، ليرتفع عدد القتلى إلى 305»: the harm is a part of the total that it raises."""
    same = harm.outcome == total.outcome and harm.bond.sentence == total.bond.sentence
    return same and (harm.low or 0) < (total.low or 0) and rises_between(document, harm.last, total.first)


def _counts(draft: Draft) -> bool:
    exact = draft.low is not None and draft.high in (None, draft.low) and draft.low > 0
    return (
        draft.parent is None
        and draft.outcome in HIT
        and draft.unit == "person"
        and draft.stance == "affirmed"
        and exact
    )


def _adding_up(document: Document, total: Draft, after: Sequence[Draft]) -> list[Draft]:
    """
    The next lower numbers of the same outcome, where two or more of them make the total and one counts several.

    What two speakers count of one place adds up by chance.
    """
    whole = total.low or 0
    parts: list[Draft] = []
    told = 0
    for draft in after:
        if draft.outcome != total.outcome:
            continue
        number = draft.low or 0
        if number >= whole or told >= whole:
            break
        parts.append(draft)
        told += number
    several = len(parts) > 1 and any((p.low or 0) > 1 for p in parts)
    speakers = {document.text(p.source.first, p.source.last) for p in parts if p.source}
    fit = (len(speakers) < 2 or len(_places(parts)) > 1) and all(_fits(total, p) for p in parts)
    return parts if told == whole >= _LEAST and several and fit else []


def _fits(total: Draft, part: Draft) -> bool:
    """Soldiers are no part of so many civilians."""
    return "unknown" in (total.status, part.status) or total.status == part.status


def _places(drafts: Sequence[Draft]) -> set[str]:
    """The names of the places that drafts tell."""
    return {d.place.name for d in drafts if d.place and d.place.name}
