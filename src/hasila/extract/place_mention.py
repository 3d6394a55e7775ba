"""A place named in a report: the words, the name in them, its sort, its role, and what it lies in."""

from typing import Literal, NamedTuple

from hasila.model.record import Quote
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

Role = Literal["place", "facility", "actor", "affiliation"]


class PlaceMention(NamedTuple):
    """
    A place named at tokens [first, last), what stands around the name included.

    - `name`: the key of the name without descriptors; "" where the words name none ("في المدينة", "سوق شعبي").
    - `descriptor`: village, city, countryside, governorate, camp, hospital, road … or None.
    - `direction`: "south" in "ريف إدلب الجنوبي" and in "جنوب بغداد"; "north-east" for both together.
    - `offset`: "near", "between", or a distance ("20 km"): the harm was beside the named place, not in it.
    - `role`: "actor" and "affiliation" name no place of harm (قصفت دمشق، أهالي دوما); a "facility" may be one.
    - `within`: indices of the mentions that contain this one, the nearest first.
    - `prefix`: letters attached before the first word (ب, ل, و …) that are no part of the name.
    - `definite`: the descriptor has the article and no name follows: a place told elsewhere is meant (المدينة).
    - `other`: the second name of "بين إدلب وبنش" and "طريق حمص - حماة".
    - `country`: the country that an adjective gives it (رفح المصرية), ISO 3166.
    """

    first: int
    last: int
    name: str
    descriptor: str | None = None
    direction: str | None = None
    offset: str | None = None
    role: Role = "place"
    within: tuple[int, ...] = ()
    rules: tuple[str, ...] = ()
    prefix: str = ""
    definite: bool = False
    other: str | None = None
    country: str | None = None


def place_quote(document: Document, mention: PlaceMention) -> Quote:
    """
    The words of a mention as written, without what is attached before the first one.

    >>> from hasila.text.tokens import read_document
    >>> place_quote(read_document("قصف بِإدلب"), PlaceMention(1, 2, "ادلب", prefix="ب")).text
    'إدلب'
    """
    quote = document.quote(mention.first, mention.last)
    skip = 0
    while skip < len(quote.text) and len(fold_word(quote.text[: skip + 1])) <= len(mention.prefix):
        skip += 1
    return Quote(text=quote.text[skip:], start=quote.start + skip, end=quote.end)
