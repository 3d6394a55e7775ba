"""The precision ladder (conventions 2.7): how finely the words of a mention tell the place of its row."""

from hasila.extract.place_mention import PlaceMention
from hasila.model.claim import Level
from hasila.resolve.gazetteer import GazetteerRow

SETTLED: frozenset[Level] = frozenset({"city", "town", "village", "neighbourhood"})
# Told no finer than this, a place has no point: that of a province's chief town would be read as one.
POINTLESS: frozenset[Level] = frozenset({"adm1", "adm2", "adm3", "country", "line"})
_FINE: frozenset[Level] = SETTLED | {"landmark", "adm3", "adm2", "near"}
# "Near" reaches so far, in kilometres.
_NEAR_KM = 25.0


def level_of(mention: PlaceMention, row: GazetteerRow) -> tuple[Level, str]:
    """
    How precisely the words tell the place of a row, never finer than the row, and what makes it coarser.

    >>> saraqib = GazetteerRow("1", "سراقب", "Saraqib", 35.86, 36.8, "town", "town", "Idlib", None, "SY", 0, "hand")
    >>> level_of(PlaceMention(0, 2, "سراقب", "town"), saraqib)
    ('town', '')
    >>> level_of(PlaceMention(0, 2, "سراقب", None, "west"), saraqib)
    ('near', 'beside the named place')
    >>> level_of(PlaceMention(0, 2, "سراقب", "countryside"), saraqib)
    ('adm2', 'its countryside, as wide as a district')
    """
    if mention.descriptor == "border" or mention.other:
        return "line", "told as a line"
    if mention.descriptor == "road":
        return "line", "a road"
    if mention.offset and mention.offset.endswith(" km") and row.level in _FINE:
        return ("near" if _kilometres(mention.offset) <= _NEAR_KM else "adm1"), f"{mention.offset} from there"
    if mention.descriptor == "district" and row.level in SETTLED:
        return "adm3", "the district of that name"
    if mention.descriptor == "countryside":
        return ("adm1", "") if row.level == "adm1" else ("adm2", "its countryside, as wide as a district")
    if mention.descriptor == "governorate" and row.level in _FINE:
        return "adm1", ""
    beside = mention.direction and mention.descriptor not in ("neighbourhood", "camp")
    if row.level in _FINE and (mention.offset or beside):
        return "near", "beside the named place"
    if mention.role == "facility" and row.level in SETTLED:
        return "near", f"a {mention.descriptor} named after it"
    return row.level, ""


def _kilometres(offset: str) -> float:
    try:
        return float(offset.removesuffix(" km").replace(",", "."))
    except ValueError:
        return 0.0


_STANDS_FOR: dict[str, frozenset[str]] = {
    "city": frozenset({"city", "town"}), "town": frozenset({"town", "village", "city"}),
    "village": frozenset({"village", "town"}), "camp": frozenset({"neighbourhood"}),
    "governorate": frozenset({"adm1"}), "country": frozenset({"country"}),
    "neighbourhood": frozenset({"neighbourhood"}), "district": frozenset({"adm2", "adm3"}),
}  # fmt: skip


def stands_for(definite: PlaceMention, other: PlaceMention, row: GazetteerRow) -> bool:
    """Whether "المدينة", "البلدة", "العاصمة" may mean a place told elsewhere, by what it is called and by its row."""
    if definite.descriptor == "capital":
        return other.descriptor == "capital" or other.name.startswith("عاصمه")
    return row.level in _STANDS_FOR.get(definite.descriptor or "", frozenset())
