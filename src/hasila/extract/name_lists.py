"""People told by a list of their names: "اعتقلت القوات فلاناً، وفلاناً", and the numbered lists of posts."""

from collections.abc import Sequence

from hasila.extract.group import Group
from hasila.text.tokens import Token

# How many words a name in a list may have, and how far before a list its heading may stand ("الشهداء هم:").
_LONGEST, _HEADING = 9, 40
# So many names make a list; of a shorter one the numbers may number anything.
_FEWEST = 3


def with_names(tokens: Sequence[Token], first: Group, names: frozenset[str]) -> Group:
    """A person told by name with those named after him, behind commas or "و": one number over all of them."""
    count, last = 1, first.last
    while True:
        at = last
        # "فلان (21 عاماً)": an age belongs to the name before it.
        if at < len(tokens) and tokens[at].text == "(":
            at = next((i + 1 for i in range(at, min(at + 5, len(tokens))) if tokens[i].text == ")"), at)
        comma = at < len(tokens) and tokens[at].text == "،"
        at += comma
        if at + 1 >= len(tokens) or tokens[at].kind != "w" or tokens[at + 1].kind != "w":
            break
        word = tokens[at].text
        if not (word.startswith("و") and word[1:] in names) and not (comma and word in names):
            break
        last = min(at + 2, len(tokens))
        while last < len(tokens) and last - at < 5 and tokens[last].kind == "w" and tokens[last].text[0] not in "وب":
            last += 1
        count += 1
    if count == 1:
        return first
    return first._replace(last=last, low=count, high=count, number="said", explicit=True)


def numbered_list(tokens: Sequence[Token], at: int, names: frozenset[str], before: Sequence[Group]) -> Group | None:
    """
    The people of a list "1_ فلان 2_ فلان ..." that begins at a token; None where it lists no people.

    What befell them is what the heading says ("أسماء الشهداء"); a heading that counts them itself makes them no claim.
    """
    if tokens[at].text != "1":
        return None
    count, known, last = 0, 0, at
    while last < len(tokens) and tokens[last].text == str(count + 1):
        start = last + 1
        while start < len(tokens) and tokens[start].text in ("-", ".", ")", "–"):
            start += 1
        end = _end_of_item(tokens, start, count + 2)
        if end is None:
            break
        count += 1
        known += any(t.text in names for t in tokens[start : start + 2])
        last = end
        while last < len(tokens) and tokens[last].kind in ("b", "p") and last + 1 < len(tokens):
            if tokens[last + 1].text == str(count + 1):
                last += 1
                break
            if tokens[last].kind != "b" and tokens[last].text not in (".", "-", "–", "("):
                break
            last += 1
    # "مدرسة تؤوي نازحين": those who fled name the place, not the list.
    heading = next(
        (g for g in reversed(before) if g.outcome not in (None, "displaced") and at - g.last <= _HEADING), None
    )
    if count < _FEWEST or known * 2 < count or heading is None or heading.outcome is None:
        return None
    if heading.number == "said" and heading.low == count:
        return None
    while tokens[last - 1].kind != "w":
        last -= 1
    return Group(
        first=at, last=last, noun=at, low=count, high=count, approx=False, number="said", explicit=True,
        outcome=heading.outcome, status=heading.status, rules=("rule.numbered_names",),
    )  # fmt: skip


def _end_of_item(tokens: Sequence[Token], start: int, following: int) -> int | None:
    """Where a name of a numbered list ends: at the line's end or the next number; None where too much stands there."""
    for at in range(start, min(start + _LONGEST + 1, len(tokens))):
        if tokens[at].kind == "b" or tokens[at].text == str(following):
            return at if at > start else None
    return len(tokens) if len(tokens) - start <= _LONGEST and len(tokens) > start else None
