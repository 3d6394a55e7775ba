"""Place phrases to gazetteer rows (first shape; the resolver follows)."""

from collections.abc import Sequence

from hasila.extract.places import PlaceMention
from hasila.model.claim import Place
from hasila.resolve.gazetteer import Gazetteer
from hasila.text.tokens import Document


class PlaceResolver:
    """The places of one report."""

    def __init__(self, document: Document, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> None:
        self._document = document
        self.country: str | None = None

    def place(self, mention: PlaceMention) -> Place:
        return Place(text=self._document.quote(mention.first, mention.last).text)
