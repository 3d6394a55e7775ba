"""Finds the person groups of a document, from left to right."""

from collections.abc import Iterable, Sequence

from hasila.extract.counted import counted_group
from hasila.extract.group import Group
from hasila.extract.name_lists import numbered_list
from hasila.extract.people import People
from hasila.extract.quantities import Quantity, find_quantities
from hasila.extract.uncounted import named_person, one_of_them, uncounted_group
from hasila.text.tokens import Document

_CLAUSE = frozenset("،,؛:.")


def told_sentences(document: Document, people: People, harmed: Iterable[int]) -> list[int]:
    """
    The sentences in which people may be told as harmed: with a harm word (`harmed`), with a noun that is an outcome, or
    with a numbered list; and the one behind each, which may break its people down. Others' people belong to no claim.
    """
    words, of = [t[0] for t in document.tokens], people.tells_outcome
    telling = set(harmed).union(
        number
        for number, (first, last) in enumerate(document.sentences)
        if any(map(of.__getitem__, words[first:last])) or "1" in words[first:last]
    )
    return [n for n in range(len(document.sentences)) if n in telling or n - 1 in telling]


def find_groups(
    document: Document,
    people: People,
    after_harm: frozenset[int] = frozenset(),
    sentences: Sequence[int] | None = None,
) -> list[Group]:
    """
    The person groups of a document, or of some of its sentences, from left to right, none overlapping another.

    `after_harm`: tokens that stand right after a harm word; there a bare adjective
    ("مقتل عسكري") or a name is a person.
    """
    found: list[Group] = []
    numbers = range(len(document.sentences)) if sentences is None else sentences
    for first, last in (document.sentences[n] for n in numbers):
        _find(document, people, after_harm, max(first, found[-1].last if found else 0), last, found)
    return found


def _find(
    document: Document, people: People, after_harm: frozenset[int], at: int, last: int, found: list[Group]
) -> None:
    """Add the groups of tokens [at, last) to those found."""
    tokens, begins = document.tokens, people.begins
    quantities = {q.first: q for q in find_quantities(tokens, people.numbers, at, last)}
    inside = {step: q for q in quantities.values() for step in range(q.first + 1, q.last)}
    while at < last:
        if not (at in quantities or begins[tokens[at][0]] or at in after_harm) or tokens[at].kind not in "wn":
            at += 1
            continue
        group = _group(document, people, at, quantities, at in after_harm, found)
        if group is None:
            at = quantities[at].last if at in quantities else at + 1
            continue
        if group.both and group.number == "many" and found and _over(document, found[-1], group):
            group = found.pop()._replace(last=group.last, both=True, outcome="casualty")
        found.append(group)
        at = group.last
        if at in inside:
            # "38 قتيلاً على الأقل وأكثر من مئة": the bound belonged to the group; the number begins anew behind it.
            again = find_quantities(tokens[at : inside[at].last], people.numbers)
            quantities |= {at + q.first: q._replace(first=at + q.first, last=at + q.last) for q in again}


def _over(document: Document, people: Group, outcomes: Group) -> bool:
    """ "25 عنصراً من التنظيم بين قتيل وجريح": the number of people that "between dead and wounded" speaks of."""
    gap = [t.text for t in document.tokens[people.last : outcomes.first]]
    return people.number in ("said", "two") and people.outcome is None and len(gap) <= 4 and not _CLAUSE & set(gap)


def _group(
    document: Document, people: People, at: int, quantities: dict[int, Quantity], harmed: bool, before: Sequence[Group]
) -> Group | None:
    """The group that begins at a token; `harmed`: it stands right after a harm word."""
    tokens, quantity = document.tokens, quantities.get(at)
    if quantity:
        return numbered_list(tokens, at, people.names, before) or counted_group(tokens, quantity, people, harmed)
    beside = harmed or bool(before and before[-1].last == at)
    found = uncounted_group(tokens, at, people, quantities, beside)
    return found or ((named_person(tokens, at, people) or one_of_them(tokens, at)) if harmed else None)
