"""Quantities: numbers with their bounds, ranges, and vague amounts ("نحو 30", "من 5 إلى 7", "العشرات")."""

from collections.abc import Sequence
from typing import NamedTuple

from hasila.extract.numbers import Numbers
from hasila.text.fold import fold_word, folded_words
from hasila.text.tokens import Token

_RISE = folded_words("ارتفع ارتفعت ارتفاع ارتفاعا بارتفاع زادت زاد لترتفع ليرتفع ترتفع يرتفع رفع رفعت")


class Quantity(NamedTuple):
    """
    How many, at tokens [first, last), by the codebook's bounds.

    "about 30": 30, 30 and approx; "at least 7": 7, None; "up to 9": None, 9; "dozens": 10, None; "several": None, None.
    `explicit` is true where a number is said; `one_of` for "one of the soldiers"; `share` for "most of", "all".
    """

    first: int
    last: int
    low: int | None
    high: int | None
    approx: bool = False
    explicit: bool = True
    one_of: bool = False
    share: bool = False


def find_quantities(
    tokens: Sequence[Token], numbers: Numbers, first: int = 0, last: int | None = None
) -> list[Quantity]:
    """The quantities that begin in [first, last), from left to right; which count people, the noun beside them says."""
    found: list[Quantity] = []
    end = first
    for at in numbers.beginnings(tokens, first, len(tokens) if last is None else last):
        quantity = _quantity(tokens, at, numbers) if at >= end else None
        if quantity and _is_share_of_hundred(tokens, quantity):
            # "20 بالمئة من السكان": a share counts nobody.
            end = quantity.last + 2
        elif quantity:
            found.append(quantity)
            end = quantity.last
    return found


def _is_share_of_hundred(tokens: Sequence[Token], quantity: Quantity) -> bool:
    inside = {t.text for t in tokens[quantity.first : quantity.last + 2]}
    return bool(inside & _PER_CENT)


_PER_CENT = {fold_word(w) for w in "بالمئة بالمائة المئة المائة بالمية".split()}


def _quantity(tokens: Sequence[Token], at: int, numbers: Numbers) -> Quantity | None:
    return (
        _between(tokens, at, numbers)
        or _bounded(tokens, at, numbers)
        or _plain(tokens, at, numbers)
        or _vague(tokens, at, numbers)
    )


def _bounded(tokens: Sequence[Token], at: int, numbers: Numbers) -> Quantity | None:
    """A number after a bound or an approximator: "أكثر من 30", "نحو عشرين", "ما لا يقل عن نحو 10"."""
    said = numbers.phrase(tokens, at, ("about", "over", "under"))
    if not said:
        return None
    kind, last = said[0].kind, said[1]
    if last + 1 < len(tokens) and tokens[last].text == "ال" and tokens[last + 1].kind == "n":
        # «ما يزيد على الـ69 ألفاً»
        last += 1
    inner = _between(tokens, last, numbers) or _bounded(tokens, last, numbers) or _plain(tokens, last, numbers)
    if inner is None:
        vague = _vague(tokens, last, numbers)
        return Quantity(at, vague.last, vague.low, None, True, vague.explicit) if vague and vague.low else None
    value = inner.low if inner.low is not None else inner.high
    if kind == "over":
        return Quantity(at, inner.last, value, None)
    if kind == "under":
        return Quantity(at, inner.last, None, value)
    return Quantity(at, inner.last, inner.low, inner.high, True)


def _plain(tokens: Sequence[Token], at: int, numbers: Numbers) -> Quantity | None:
    if at >= len(tokens):
        return None
    if tokens[at].kind == "n" and "-" in tokens[at].text:
        low, _, high = tokens[at].text.partition("-")
        if (
            low.isdigit()
            and high.isdigit()
            and int(low) < int(high) < 100_000
            and not (len(low) == 4 and len(high) <= 2)
        ):
            return Quantity(at, at + 1, int(low), int(high))
        return None
    read = numbers.read(tokens, at)
    if read is None:
        one = numbers.phrase(tokens, at, ("one_of",)) if "الاحد" not in tokens[at].text else None
        return Quantity(at, one[1], 1, 1, one_of=True) if one else None
    value, last = _whole(read[0]), read[1]
    # "5 - 7" and "5 إلى 7" without «من»
    if last + 1 < len(tokens) and tokens[last].text in ("-", "–", "الي") and tokens[last + 1].kind == "n":
        second = numbers.read(tokens, last + 1)
        if second and second[0] > value and not _rises(tokens, at):
            return Quantity(at, second[1], value * _shared_scale(value, second[0]), _whole(second[0]))
    return _postponed(tokens, Quantity(at, last, value, value), numbers)


def _postponed(tokens: Sequence[Token], quantity: Quantity, numbers: Numbers) -> Quantity:
    """The number with "على الأقل" or "تقريباً" right after it; after its noun, counted.py looks."""
    after = numbers.phrase(tokens, quantity.last, ("least", "nearly"))
    if not after:
        return quantity
    if after[0].kind == "least":
        return Quantity(quantity.first, after[1], quantity.low, None)
    return Quantity(quantity.first, after[1], quantity.low, quantity.high, True)


def _rises(tokens: Sequence[Token], at: int) -> bool:
    """Whether a toll is said to rise just before: "من 9 إلى 14" is then an old and a new number, no range."""
    return any(t.text in _RISE or t.text.lstrip("و") in _RISE for t in tokens[max(0, at - 25) : at])


def _between(tokens: Sequence[Token], at: int, numbers: Numbers) -> Quantity | None:
    """ "بين 10 و15", "ما بين", "من 5 إلى 7"."""
    start = at + 1 if at + 1 < len(tokens) and tokens[at].text == "ما" and tokens[at + 1].text == "بين" else at
    if start + 3 >= len(tokens):
        return None
    lead = tokens[start].text
    if lead not in ("بين", "مابين", "من"):
        return None
    first = numbers.read(tokens, start + 1)
    if first is None or first[1] + 1 >= len(tokens) or (lead == "من" and _rises(tokens, at)):
        return None
    link = tokens[first[1]].text
    if lead == "من":
        second = numbers.read(tokens, first[1] + 1) if link in ("الي", "حتي") else None
    elif link in ("و", "الي", "-"):
        second = numbers.read(tokens, first[1] + 1)
    else:
        second = numbers.read(tokens, first[1]) if link.startswith("و") else None
    if second is None:
        second = _after_noun(tokens, first[1], numbers)
    if second is None or second[0] <= first[0]:
        return None
    low = first[0] * _shared_scale(first[0], second[0])
    return Quantity(at, second[1], _whole(low), _whole(second[0]))


def _after_noun(tokens: Sequence[Token], at: int, numbers: Numbers) -> tuple[float, int] | None:
    """The second number of a range whose first has its noun: "بين 110 مدنيين و150 مدنياً"."""
    if at + 1 >= len(tokens) or tokens[at].kind != "w" or not tokens[at + 1].text.startswith("و"):
        return None
    return numbers.read(tokens, at + 2 if tokens[at + 1].text == "و" else at + 1)


def _shared_scale(low: float, high: float) -> int:
    """ "بين 100 و120 ألفاً": the thousands or millions said once for both."""
    scales = (s for s in (1_000_000, 1_000) if high >= s and low < 1000 and high % s == 0 and low < high / s)
    return next(scales, 1)


def _vague(tokens: Sequence[Token], at: int, numbers: Numbers) -> Quantity | None:
    said = numbers.phrase(tokens, at, ("vague", "share"))
    if not said:
        return None
    if said[0].kind == "share":
        return Quantity(at, said[1], None, None, explicit=False, share=True)
    low = int(said[0].value) or None
    last = said[1]
    # «عشرات من», «المئات من»
    if low and last < len(tokens) and tokens[last].text == "من":
        last += 1
    return Quantity(at, last, low, None, explicit=False)


def _whole(value: float) -> int:
    return round(value)
