"""Whether two values that people and programs wrote mean the same: verbatim words, names of regions, actors."""

import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from typing import Any

_MARKS = re.compile("[\u064b-\u0655\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ALIKE = str.maketrans("أإآٱىةیک", "اااايهيك")
_BETWEEN_WORDS = re.compile(r"[^\w]+")
_ARTICLE = re.compile("^[وفبلك]?ال")

_ABOUT_PLACES = (
    "ريف مدينه بلده قريه قري مخيم محافظه حي منطقه مناطق ناحيه قضاء مديريه ولايه قطاع اقليم جبهه جبل سهل "
    "جنوب جنوبي شمال شمالي شرق شرقي غرب غربي الجنوبي الشمالي الشرقي الغربي الاوسط "
    "محيط اطراف قرب وسط داخل بريف في من علي"
)
DESCRIPTORS = frozenset(_ABOUT_PLACES.split())
"""Words that tell what a place is or on which side of it, and not which place: two places may differ in them."""

_NAMES_OF_REGIONS = (
    "rifdimashq/ruraldamascus/damascuscountryside suwayda/sweida/suweida idlib/idleb "
    "hasakah/hasakeh/hasaka/hassakeh deirezzor/deirezor/dayrazzawr raqqa/raqqah tartus/tartous daraa/dara/deraa "
    "latakia/lattakia hodeidah/hudaydah/hodeida taiz/taizz saada/sadah/sadaa sanaa/sana jazan/jizan "
    "nineveh/ninawa/ninevah salahaldin/saladin/salahuddin/salahaddin kurdistan/krg kirkuk/tamim "
    "banadir/banaadir/benadir south/southlebanon north/northlebanon gaza/gazastrip jerusalem/quds hebron/khalil "
    "khanyunis/khanyounis kuwaitcity/asimah/capital marib/mareb lahij/lahj shabwah/shabwa hajjah/hajja"
)
_SPELLINGS = tuple(frozenset(group.split("/")) for group in _NAMES_OF_REGIONS.split())
_NAME_ARTICLE = re.compile(r"\b(?:al|ar|as|ad|an|at|az|ash|el)[- ]")
_NAME_NOISE = re.compile(r"\b(?:governorate|province|state|district|region|city)\b|[^a-z]")
_SIDE = re.compile("north|south|east|west|central")
_ALIKE_ENOUGH = 0.85


def folded(text: str | None) -> str:
    """
    A text without what does not matter for its meaning: marks, spellings of alef, punctuation.

    >>> folded("الأطفال، في المدرسة")
    'الاطفال في المدرسه'
    """
    return _BETWEEN_WORDS.sub(" ", _MARKS.sub("", text or "").translate(_ALIKE)).strip().lower()


def bare_words(text: str | None, without: Collection[str] = ()) -> set[str]:
    """
    The words of a text without articles; those in `without` are left out.

    >>> sorted(bare_words("قصف على المدينة"))
    ['علي', 'قصف', 'مدينه']
    """
    return {word for word in (_ARTICLE.sub("", w) for w in folded(text).split()) if word not in without}


def share_words(one: str | None, other: str | None, without: Collection[str] = ()) -> bool:
    """
    Whether two stretches of text share half of the words of the shorter one; two empty ones do.

    >>> share_words("بلدة كفرنبل", "كفرنبل جنوبي إدلب", DESCRIPTORS), share_words("كفرنبل", None)
    (True, False)
    """
    if not folded(one) and not folded(other):
        return True
    mine = bare_words(one, without) or bare_words(one)
    theirs = bare_words(other, without) or bare_words(other)
    return bool(mine and theirs) and len(mine & theirs) >= max(1, min(len(mine), len(theirs)) / 2)


def same_region(one: str | None, other: str | None) -> bool:
    """
    Whether two English names are spellings of one region.

    >>> same_region("Idleb", "Idlib Governorate"), same_region("North Darfur", "South Darfur")
    (True, False)
    """
    mine, theirs = _region_key(one), _region_key(other)
    if mine == theirs or any(mine in group and theirs in group for group in _SPELLINGS):
        return True
    same_sides = set(_SIDE.findall((one or "").lower())) == set(_SIDE.findall((other or "").lower()))
    return same_sides and SequenceMatcher(None, mine, theirs).ratio() >= _ALIKE_ENOUGH


def _region_key(name: str | None) -> str:
    return _NAME_NOISE.sub("", _NAME_ARTICLE.sub("", (name or "").lower()))


def actor_set(ids: Any) -> set[str]:
    """
    Actor ids as a set; actors outside the codebook's list count as one, since their names are free.

    >>> sorted(actor_set(["isis", "other:village_guards", "other:guards"]))
    ['isis', 'other']
    """
    several: Iterable[Any] = ids if isinstance(ids, list | tuple) else (ids,)
    return {str(one).partition(":")[0] for one in several if one}
