"""Looking a name up: the places that a name or a phrase may mean, as a report that says nothing else would have it."""

from pathlib import Path

from hasila.extract.place_mention import PlaceMention
from hasila.extract.place_names import place_key
from hasila.extract.places import find_places
from hasila.model.claim import Place
from hasila.pack.rows import load_pack
from hasila.resolve.gazetteer import load_gazetteer
from hasila.resolve.places import PlaceResolver
from hasila.text.tokens import read_document


def find_place(name: str, home: Path | None = None) -> Place:
    """
    The place that a name or a phrase means, with its candidates; no row where none is chosen.

    >>> place = find_place("الباغوز")
    >>> place.admin1, place.candidates[0].name
    ('Deir ez-Zor', 'الباغوز')
    """
    gazetteer, document = load_gazetteer(home), read_document(name)
    mentions = [m for m in find_places(document, load_pack("ar"), gazetteer) if m.descriptor != "nationality"]
    if not mentions or not gazetteer.rows(mentions[0].name):
        # A name that is an everyday word is no mention by itself; asked for, it is one.
        mentions = [PlaceMention(0, len(document.tokens), place_key(name))] if document.tokens else []
    if not mentions:
        return Place(text=name, why="unknown: no Arabic name is given")
    return PlaceResolver(document, mentions, gazetteer).place(mentions[0])
