"""Which row of the gazetteer a mention means: the rows that it may mean, their grounds, the one that is chosen."""

from collections.abc import Sequence
from typing import NamedTuple

from hasila.extract.places import INSIDE_ACTOR, PlaceMention
from hasila.resolve.distance import km_between
from hasila.resolve.gazetteer import Gazetteer, GazetteerRow
from hasila.resolve.place_scores import AGAINST, MISFIT, SMALL, Ground, Surroundings, grounds

# Below this a row is not believed; so near to the next one it is not chosen before it.
_BELIEVED, MARGIN = 1.5, 0.6
# A village that some ground speaks against needs this.
_DOUBTED = 2.3
# A name that means one place in the world is believed down to this.
_LEAST = -2.5
# Candidates of one name nearer than this, in kilometres, are the same place told at several levels.
_SAME_PLACE_KM = 20.0
# Provinces that are one city.
_CITY_PROVINCES = frozenset({
    ("SY", "Damascus"), ("IQ", "Baghdad"), ("YE", "Aden"), ("LB", "Beirut"), ("EG", "Cairo"), ("EG", "Alexandria"),
    ("EG", "Suez"), ("EG", "Port Said"), ("TN", "Tunis"), ("DZ", "Algiers"), ("TR", "Istanbul"), ("RU", "Moscow"),
    ("UA", "Kyiv"), ("AF", "Kabul"), ("SO", "Banaadir"), ("LY", "Tripoli"), ("IN", "Delhi"), ("ML", "Bamako"),
    ("NE", "Niamey"), ("TD", "N'Djamena"),
})  # fmt: skip


class Scored(NamedTuple):
    """A row with the sum of its grounds."""

    row: GazetteerRow
    score: float
    grounds: tuple[Ground, ...]

    @property
    def why(self) -> str:
        """The grounds as a sentence."""
        return "; ".join(g.sentence for g in self.grounds)


# The rows that a mention may mean, the best first, and the one that it does mean, if any.
_Choice = tuple[list[Scored], GazetteerRow | None]


class PlaceChooser:
    """Chooses rows for the mentions of one report, each in the light of the others."""

    def __init__(self, mentions: Sequence[PlaceMention], gazetteer: Gazetteer, country: str | None) -> None:
        self._mentions, self._gazetteer, self._country = mentions, gazetteer, country
        self._called_towns = {m.name for m in mentions if m.descriptor in ("city", "town")}
        quarters = (
            m for m in mentions if m.within and (m.descriptor in ("neighbourhood", "street") or m.role == "facility")
        )
        self._called_towns |= {mentions[m.within[0]].name for m in quarters}
        self._within = {m.name: m.within for m in reversed(mentions) if m.within and m.name}
        self._rows: dict[tuple[int, str], Sequence[GazetteerRow]] = {}
        self._choices: dict[tuple[int, str], _Choice] = {}
        self._alike: dict[tuple[object, ...], _Choice] = {}
        self._deciding: set[tuple[int, str]] = set()
        self._anchors: list[tuple[str, GazetteerRow]] | None = None

    def outer(self, mention: PlaceMention) -> list[PlaceMention]:
        """What contains a mention by its own words, or else by those of another mention of its name."""
        return [self._mentions[at] for at in mention.within or self._within.get(mention.name, ())]

    def scored(self, mention: PlaceMention) -> list[Scored]:
        """The rows that a mention may mean, the best first."""
        return self._choice(mention)[0]

    def chosen(self, mention: PlaceMention) -> GazetteerRow | None:
        """The row that a mention means, or None where none is believed or two fit alike."""
        return self._choice(mention)[1]

    def _choice(self, mention: PlaceMention) -> _Choice:
        key = mention.first, mention.name
        if key not in self._choices:
            # What a report names again in the same words means the same.
            words = _words(mention)
            if words not in self._alike:
                # Two names may each be said to lie by the other: the second is then decided without the first.
                self._deciding.add(key)
                self._alike[words] = self._choose(mention)
                self._deciding.discard(key)
            self._choices[key] = self._alike[words]
        return self._choices[key]

    def _choose(self, mention: PlaceMention) -> _Choice:
        around = self._surroundings(mention)
        found = [(row, tuple(grounds(mention, row, around))) for row in self._rows_of(mention)]
        scored = [Scored(row, sum(g.weight for g in told), told) for row, told in found]
        scored.sort(key=lambda s: -s.score)
        return scored, scored[0].row if scored and is_believed(scored) and not rival(scored) else None

    def _surroundings(self, mention: PlaceMention) -> Surroundings:
        # What is beside another place need not be in its country or province.
        around = [o for o in self.outer(mention) if o.descriptor != "border" and not o.offset and not o.other]
        around = [o for o in around if (o.first, o.name) not in self._deciding]
        inside = tuple((row, o.direction) for o in around if (row := self.chosen(o)))
        known = tuple(row for name, row in self._known_places() if name != mention.name)
        regions = frozenset((r.country, r.admin1) for r in known if r.level == "adm1")
        return Surroundings(self._country, regions, inside, known)

    def _known_places(self) -> list[tuple[str, GazetteerRow]]:
        """The report's places that need no choosing: they have one row, or one in the report's country."""
        if self._anchors is None:
            found: dict[str, tuple[str, GazetteerRow]] = {}
            for mention in self._mentions:
                acts = mention.role == "actor" and INSIDE_ACTOR not in mention.rules
                if acts or mention.descriptor == "nationality":
                    continue
                rows = self._rows_of(mention)
                rows = [r for r in rows if r.country == self._country] or rows
                if rows and one_place(rows):
                    found[rows[0].id] = mention.name, rows[0]
            self._anchors = list(found.values())
        return self._anchors

    def _rows_of(self, mention: PlaceMention) -> Sequence[GazetteerRow]:
        key = mention.first, mention.name
        if key not in self._rows:
            named = mention.name and not mention.definite
            self._rows[key] = self._meant(mention, self._gazetteer.rows(mention.name)) if named else ()
        return self._rows[key]

    def _meant(self, mention: PlaceMention, rows: Sequence[GazetteerRow]) -> Sequence[GazetteerRow]:
        """The rows that the words may mean, where a country, a province and a town share a name."""
        wide, bare = _is_wide(mention), _is_bare(mention)
        if (wide or bare) and mention.descriptor is None:
            # "النيجر", "غرب الجزائر": of a country and a province or town of its name the country is meant.
            countries = [r for r in rows if r.level == "country"]
            if countries:
                return countries
        if not wide and (not bare or mention.name in self._called_towns):
            return rows
        # "ريف حلب", "شرقي دير الزور", and a bare "إدلب": the province is meant, which holds the town of its name.
        provinces = [r for r in rows if r.level == "adm1"]
        if not wide and any((p.country, p.admin1) in _CITY_PROVINCES for p in provinces):
            return [r for r in rows if r.level == "city"] or rows
        return provinces or rows


def _words(mention: PlaceMention) -> tuple[object, ...]:
    """All by which rows are chosen for a mention."""
    bare = _is_bare(mention)
    m = mention
    return m.name, m.descriptor, m.direction, m.offset, m.within, m.definite, m.other, m.country, bare


def _is_wide(mention: PlaceMention) -> bool:
    if mention.descriptor in ("countryside", "governorate", "mountain", "desert", "valley"):
        return True
    return bool(mention.direction) and mention.descriptor is None and mention.offset is None


def _is_bare(mention: PlaceMention) -> bool:
    return not (mention.descriptor or mention.offset or mention.other or "ar.place.inside" in mention.rules)


def is_believed(scored: Sequence[Scored]) -> bool:
    """Whether the best row fits; a town or region that is the only one of its name need not fit well."""
    best = scored[0]
    contradicted = any(g.weight <= AGAINST for g in best.grounds)
    if contradicted and best.row.level in SMALL:
        # A village of this name, but not in the province or by the town that the words tell.
        return False
    doubted = best.row.level in SMALL and any(g.weight < 0 for g in best.grounds)
    if best.score >= (_DOUBTED if doubted else _BELIEVED):
        return True
    if doubted or contradicted or any(g.weight == MISFIT for g in best.grounds):
        return False
    known = best.row.level in ("country", "adm1", "city") or best.row.source == "hand"
    return known and best.score >= _LEAST and one_place([s.row for s in scored])


def one_place(rows: Sequence[GazetteerRow]) -> bool:
    """Whether rows tell one place, at one level or several."""
    first = rows[0]
    return all(km_between(first.lat, first.lon, r.lat, r.lon) < 2 * _SAME_PLACE_KM for r in rows[1:])


def rival(scored: Sequence[Scored]) -> Scored | None:
    """A row of nearly the same score as the best, in another province."""
    best = scored[0]
    for other in scored[1:]:
        if other.score < best.score - MARGIN:
            return None
        away = km_between(best.row.lat, best.row.lon, other.row.lat, other.row.lon)
        if away > _SAME_PLACE_KM and other.row.admin1 != best.row.admin1:
            return other
    return None
