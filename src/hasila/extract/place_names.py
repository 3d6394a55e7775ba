"""Names of places as they are looked up, and what finding needs to know of a gazetteer."""

from collections.abc import Mapping
from functools import cache
from typing import Protocol

from hasila.text.fold import fold_word

# Words that begin compound names, written apart or joined: كفر نبل, كفرنبل.
COMPOUND_HEADS = frozenset(
    ["كفر", "تل", "دير", "خان", "بيت", "عين", "ام", "ابو", "بير", "جب", "معر", "راس", "سي", "بو", "حوايج"]
)
# What sources put before the name itself: "محافظة الحسكة" is found as الحسكة.
_CALLED = frozenset(
    [
        "محافظه",
        "مدينه",
        "بلده",
        "قريه",
        "ناحيه",
        "قضا",
        "مديريه",
        "مركز",
        "منطقه",
        "ولايه",
        "عزله",
        "حي",
        "مخيم",
        "اقليم",
    ]
)
_LETTERS = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")


class PlaceNames(Protocol):
    """The names that a gazetteer knows, by `place_key`."""

    def begins(self, key: str) -> bool:
        """Whether a known name goes on after the words of this key."""

    def countries(self, key: str) -> Mapping[str, bool]:
        """The countries with a place of this name; true where one of them is a place of weight."""


@cache
def place_key(name: str) -> str:
    """
    A place name as it is looked up: folded, single spaces, the heads of compound names joined to what follows.

    >>> place_key("دير الزُّور"), place_key("كفر نبل"), place_key("بعلبك - الهرمل")
    ('ديرالزور', 'كفرنبل', 'بعلبك الهرمل')
    """
    letters = "".join(c if c in _LETTERS else " " for c in fold_word(name))
    return key_of_words(letters.split())


def key_of_words(words: list[str]) -> str:
    """
    The key of a name whose words are folded.

    >>> key_of_words(["تل", "رفعت"])
    'تلرفعت'
    """
    joined: list[str] = []
    head = False
    for word in words:
        if head:
            joined[-1] += word
        else:
            joined.append(word)
        head = word in COMPOUND_HEADS
    return " ".join(joined)


def other_article(key: str) -> str:
    """
    The key with its first article put on or taken off.

    >>> other_article("الرقه"), other_article("رقه")
    ('رقه', 'الرقه')
    """
    return key[2:] if key.startswith("ال") and len(key) > 4 else "ال" + key


def name_key(name: str) -> tuple[str, bool]:
    """
    The key that a name is found by, without what it is called, and whether something was taken off.

    >>> name_key("محافظة إدلب"), name_key("سراقب")
    (('ادلب', True), ('سراقب', False))
    """
    words = fold_word(name.split("(")[0]).split()
    whole = len(words)
    while len(words) > 1 and words[0] in _CALLED:
        words = words[1:]
    return place_key(" ".join(words)), len(words) < whole
