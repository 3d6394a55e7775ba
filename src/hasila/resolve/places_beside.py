"""What the places beside a mention tell of one that the words set in none: its province, its town."""

from collections import defaultdict
from collections.abc import Sequence

from hasila.extract.places import PlaceMention
from hasila.resolve.gazetteer import GazetteerRow
from hasila.resolve.place_choice import PlaceChooser
from hasila.resolve.place_levels import SETTLED, level_of
from hasila.text.tokens import Document

# In another sentence a town is so many times farther off, and so many words more.
_FARTHER, _BREAK = 3.0, 24.0


class Beside:
    """The places of one report, as neighbours of others; `country` is the country that it is about."""

    def __init__(
        self, document: Document | None, mentions: Sequence[PlaceMention], chooser: PlaceChooser, country: str | None
    ) -> None:
        self._document, self._mentions, self._chooser, self._country = document, mentions, chooser, country
        self._told: list[tuple[PlaceMention, GazetteerRow]] | None = None

    def region(self, mention: PlaceMention) -> str | None:
        """The province, in the report's country, that the places beside a mention speak for: the nearer the more."""
        weights: defaultdict[str, float] = defaultdict(float)
        for other, row in self._told_rows():
            if other.first != mention.first and level_of(other, row)[0] != "country":
                near = 3.0 if self._same_sentence(mention, other) else 1.0
                weights[row.admin1 or ""] += near / (8.0 + _words_between(mention, other))
        return max(weights, key=weights.__getitem__, default=None)

    def town(self, mention: PlaceMention) -> PlaceMention | None:
        """The town, in the report's country, that is told nearest to a mention."""

        def away(other: PlaceMention) -> float:
            words = _words_between(mention, other)
            return words if self._same_sentence(mention, other) else _FARTHER * words + _BREAK

        towns = [m for m, row in self._told_rows() if row.level in SETTLED and m.role == "place"]
        return min((m for m in towns if not is_away(m)), key=away, default=None)

    def _told_rows(self) -> list[tuple[PlaceMention, GazetteerRow]]:
        """The mentions of places in a province of the report's country, each with its row."""
        if self._told is None:
            found = [(m, self._chooser.chosen(m)) for m in self._mentions if not is_no_place(m)]
            self._told = [(m, r) for m, r in found if r and r.admin1 and r.country == self._country]
        return self._told

    def _same_sentence(self, one: PlaceMention, other: PlaceMention) -> bool:
        if self._document is None:
            return False
        return self._document.sentence_of[one.first] == self._document.sentence_of[other.first]


def _words_between(mention: PlaceMention, other: PlaceMention) -> float:
    """How far off another mention is told; what came before counts for more words."""
    return other.first - mention.last if other.first >= mention.last else 1.5 * (mention.first - other.last)


def is_no_place(mention: PlaceMention) -> bool:
    """Whether a mention names no place itself: "المدينة", a side, an adjective of nation."""
    return mention.definite or mention.role == "actor" or mention.descriptor == "nationality"


def is_away(mention: PlaceMention) -> bool:
    """Whether a mention tells only how far off something lies: "تبعد 60 كم عن كذا"."""
    return bool(mention.offset and mention.offset.endswith(" km"))
