"""Finds the person groups of a document, from left to right."""

from dataclasses import replace

from hasila.extract.counted import counted_group
from hasila.extract.group import Group
from hasila.extract.name_lists import numbered_list
from hasila.extract.people import People
from hasila.extract.quantities import find_quantities
from hasila.extract.uncounted import named_person, uncounted_group
from hasila.text.tokens import Document


def find_groups(document: Document, people: People, after_harm: frozenset[int] = frozenset()) -> list[Group]:
    """
    All person groups of a document, from left to right, none overlapping another.

    `after_harm`: tokens that stand right after a harm word; there a bare adjective
    ("مقتل عسكري") or a name is a person.
    """
    tokens = document.tokens
    quantities = {q.first: q for q in find_quantities(tokens, people.numbers)}
    inside = {at: q for q in quantities.values() for at in range(q.first + 1, q.last)}
    found: list[Group] = []
    known = [people.begins[token.text] for token in tokens]
    at = 0
    while at < len(known):
        group = None
        if (known[at] or at in quantities or at in after_harm) and tokens[at].kind in "wn":
            quantity = quantities.get(at)
            group = numbered_list(tokens, at, people.names, found) if quantity else None
            if group is None and quantity:
                group = counted_group(tokens, quantity, people, at in after_harm)
            if group is None and quantity is None:
                beside = at in after_harm or bool(found and found[-1].last == at)
                group = uncounted_group(tokens, at, people, quantities, beside) or (
                    named_person(tokens, at, people) if at in after_harm else None
                )
        if group:
            found.append(group)
            at = group.last
            if at in inside:
                # "38 قتيلاً على الأقل وأكثر من مئة": the bound belonged to the group; the number begins anew behind it.
                again = find_quantities(tokens[at : inside[at].last], people.numbers)
                quantities |= {at + q.first: replace(q, first=at + q.first, last=at + q.last) for q in again}
        else:
            at = quantities[at].last if at in quantities else at + 1
    return found
