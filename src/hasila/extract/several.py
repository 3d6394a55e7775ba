"""Whether a text tells of several attacks taken together: scattered, counted, over several places or over a region."""

from itertools import pairwise

from hasila.extract.bond import HIT, Bond
from hasila.extract.mentions import Mentions
from hasila.pack.context import attached, words
from hasila.text.tokens import Document, Token

# What is told beyond these marks is of another harm.
_BREAKS = frozenset("؛:.")
_BEFORE, _AFTER = 10, 14
# A toll of an area names the area, and who attacked it, before its number.
_TOLL_BEFORE = 20
# Between attacks and what they led to ("الهجمات التي شنها التنظيم وأودت بحياة") stand no more words than this.
_LED_TO = 14
_AIMED_AT = 9
# Attacks so many are counted; two may be one attack.
_COUNT = 3


def tells_several(document: Document, bond: Bond, mentions: Mentions) -> bool:
    """Whether the attack that a bond's clause tells is several attacks."""
    first, last = _clause(document, bond)
    told = {t.text for t in document.tokens[first:last]}
    return (
        _scattered(document, first, last)
        or _counted(document, first, last)
        or _those_counted_before(document, bond, first, last)
        or (bond.outcome in HIT and (_that_led_to(document, bond) or _over_region(document, first, last)))
        or _toll_of_an_area(document, bond)
        or bool(told & attached("attacks") and _over_areas(document, first, last))
        or bool(told & attached("two_attacks") and _two_places(mentions, first, last))
    )


def clause_words(document: Document, bond: Bond) -> list[str]:
    """The folded words of the clause in which a bond's attack is told."""
    first, last = _clause(document, bond)
    return [t.text for t in document.tokens[first:last]]


def _clause(document: Document, bond: Bond) -> tuple[int, int]:
    """The tokens [first, last) around a bond in which its attack is told."""
    first, last = document.sentences[bond.sentence]
    turns = attached("turns")
    ends = [t for t in range(first, last) if document.tokens[t].text in turns or document.tokens[t].text in _BREAKS]
    first = max([first, bond.first - _BEFORE, *(t + 1 for t in ends if t < bond.first)])
    last = min([last, bond.last + _AFTER, *(t for t in ends if t >= bond.last)])
    return first, last


def _scattered(document: Document, first: int, last: int) -> bool:
    """«في غارات متفرقة», but not «في واقعة منفصلة»: that is one more incident."""
    told = ["", *(t.text for t in document.tokens[first:last])]
    return any(word in attached("scattered") and before not in attached("one_event") for before, word in pairwise(told))


def _counted(document: Document, first: int, last: int) -> bool:
    """«ارتكب 44 مجزرة», «ثلاث هجمات». Raids are not counted so: five of them may be one attack."""
    tokens = document.tokens[first:last]
    return any(_many(one) and two.text in attached("counted_attack") for one, two in pairwise(tokens))


def _many(token: Token) -> bool:
    return token.text in attached("three_or_more") or (token.text.isdigit() and int(token.text) >= _COUNT)


def _those_counted_before(document: Document, bond: Bond, first: int, last: int) -> bool:
    """«وأدت تلك الهجمات إلى»: attacks that were counted in one of the two sentences before."""
    attacks = attached("attacks") | attached("counted_attack")
    told = [t.text for t in document.tokens[first:last]]
    if not any(this in words("those") and word in attacks for this, word in pairwise(told)):
        return False
    return _counted(document, document.sentences[max(0, bond.sentence - 2)][0], document.sentences[bond.sentence][1])


def _that_led_to(document: Document, bond: Bond) -> bool:
    """«الهجمات التي قتلت العشرات»: attacks in the plural did it."""
    begin = document.sentences[bond.sentence][0]
    told = [t.text for t in document.tokens[max(begin, bond.first - _LED_TO) : bond.first]]
    that = max((n for n, word in enumerate(told) if word in attached("that_plural")), default=None)
    return that is not None and len(told) - that <= 5 and bool(attached("many_attacks") & set(told[:that]))


def _over_region(document: Document, first: int, last: int) -> bool:
    """«غارات على محافظة», «قصف على القطاع»: what hits a whole region is several attacks."""
    told = [t.text for t in document.tokens[first:last]]
    return any(
        word in attached("strikes")
        and any(on == "علي" and of in attached("region") for on, of in pairwise(told[at : at + _AIMED_AT]))
        for at, word in enumerate(told)
    )


def _toll_of_an_area(document: Document, bond: Bond) -> bool:
    """«حصيلة ضحايا القصف على البلدة ومحيطها»."""
    begin = max(document.sentences[bond.sentence][0], bond.first - _TOLL_BEFORE)
    told = [t.text for t in document.tokens[begin : bond.first]]
    at = max((n for n, word in enumerate(told) if word in attached("tally")), default=None)
    return at is not None and (
        bool(set(told[at:]) & (attached("surroundings") | attached("violations")))
        or _over_areas(document, begin + at, bond.first)
    )


def _over_areas(document: Document, first: int, last: int) -> bool:
    """Whether several places are told at once: «على بلدات في الريف», «على عدة مناطق», but not «أحياء سكنية»."""
    told = [*(t.text for t in document.tokens[first:last]), ""]
    if any(word in attached("areas") and after not in attached("of_homes") for word, after in pairwise(told)):
        return True
    parts, several = attached("parts_of_areas"), attached("several")
    return any((a in parts and b in several) or (a in several and b in parts) for a, b in pairwise(told))


def _two_places(mentions: Mentions, first: int, last: int) -> bool:
    """Whether two places are told side by side: «في طنطا والإسكندرية»."""
    told = [p for p in mentions.places if first <= p.first < last and p.role == "place"]
    return any(two.prefix.startswith("و") and one.last == two.first for one, two in pairwise(told))
