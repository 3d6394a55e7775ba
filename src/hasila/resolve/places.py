"""Place phrases to gazetteer rows: candidates with score and sentence, a chosen one or the reason why none.

Coordinates come only from a row, which the place names. Levels are those of the field's precision ladder:
never finer than the row, and coarser where the words are ("ريف إدلب" is a province, "قرب سراقب" is near a town).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hasila.extract.places import INSIDE_ACTOR, PlaceMention, place_quote
from hasila.model.claim import Candidate, Level, Place
from hasila.resolve.distance import km_between
from hasila.resolve.gazetteer import Gazetteer, GazetteerRow
from hasila.resolve.place_scores import AGAINST, MISFIT, SMALL, Ground, Surroundings, grounds, likelihood
from hasila.text.tokens import Document

# Below this a row is not believed; so near to the next one it is not chosen before it.
_BELIEVED, _MARGIN = 1.5, 0.6
# A village that some ground speaks against needs this.
_DOUBTED = 2.5
# A name that means one place in the world is believed down to this.
_LEAST = -2.5
# Candidates of one name nearer than this are the same place told at several levels.
_SAME_PLACE_KM = 20.0
_SHOWN = 5
_FINE: frozenset[Level] = frozenset({"city", "town", "village", "neighbourhood", "landmark", "adm3", "adm2", "near"})
# Provinces that are one city.
CITY_PROVINCES = frozenset({
    ("SY", "Damascus"), ("IQ", "Baghdad"), ("YE", "Aden"), ("LB", "Beirut"), ("EG", "Cairo"), ("EG", "Alexandria"), ("EG", "Suez"),
    ("EG", "Port Said"), ("TN", "Tunis"), ("DZ", "Algiers"), ("TR", "Istanbul"), ("RU", "Moscow"), ("UA", "Kyiv"), ("AF", "Kabul"),
    ("SO", "Banaadir"), ("LY", "Tripoli"), ("IN", "Delhi"), ("ML", "Bamako"), ("NE", "Niamey"), ("TD", "N'Djamena"),
})  # fmt: skip
# Told no finer than this, a place has no point: that of a province's chief town would be read as one.
_POINTLESS: frozenset[Level] = frozenset({"adm1", "adm2", "adm3", "country", "line"})
_SETTLED = frozenset({"city", "town", "village", "neighbourhood"})
# How much a mention's country counts for the country of the report.
_WEIGHT = {"place": 2.0, "facility": 2.0, "affiliation": 1.0, "actor": 0.4}
_ADJECTIVE = 0.3


@dataclass(frozen=True, slots=True)
class _Scored:
    row: GazetteerRow
    score: float
    grounds: tuple[Ground, ...]

    @property
    def why(self) -> str:
        return "; ".join(g.sentence for g in self.grounds)


def report_country(mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> str | None:
    """The country that most of a report's places, and the adjectives beside its nouns, speak of; ISO 3166."""
    votes: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        if mention.country:
            votes[mention.country] += _ADJECTIVE if mention.descriptor == "nationality" else 2
            continue
        shares = {c: 1.0 if weighty else 0.3 for c, weighty in gazetteer.countries(mention.name).items() if c != "??"}
        for country, share in shares.items():
            votes[country] += _WEIGHT[mention.role] * share / sum(shares.values())
    return max(votes, key=votes.__getitem__, default=None)


class PlaceResolver:
    """
    The places of one report. `country` is the country it is about, or None.

    >>> from hasila.extract.places import find_places
    >>> from hasila.pack.rows import load_pack
    >>> from hasila.resolve.gazetteer import load_gazetteer
    >>> from hasila.text.tokens import read_document
    >>> document, gazetteer = read_document("قصف على بلدة سراقب بريف إدلب الشرقي"), load_gazetteer()
    >>> mentions = find_places(document, load_pack("ar"), gazetteer)
    >>> place = PlaceResolver(document, mentions, gazetteer).place(mentions[0])
    >>> place.text, place.admin1, place.country, place.level
    ('بلدة سراقب', 'Idlib', 'SY', 'town')
    """

    def __init__(
        self, document: Document | None, mentions: Sequence[PlaceMention], gazetteer: Gazetteer, country_hint: str | None = None
    ) -> None:
        self._document, self._mentions, self._gazetteer = document, mentions, gazetteer
        self.country = country_hint or report_country(mentions, gazetteer)
        self._index = {id(m): at for at, m in enumerate(mentions)}
        self._places: dict[PlaceMention, Place] = {}
        self._scored: dict[PlaceMention, list[_Scored]] = {}
        self._deciding: set[PlaceMention] = set()
        self._anchors: tuple[GazetteerRow, ...] | None = None

    def place(self, mention: PlaceMention) -> Place:
        """The place that a mention of this report means; its text is as written."""
        if mention not in self._places:
            found = self._resolve(mention)
            self._places[mention] = found.model_copy(update={"text": self._text(mention)})
        return self._places[mention]

    def _text(self, mention: PlaceMention) -> str:
        if self._document is None:
            return mention.name
        return place_quote(self._document, mention).text

    def _outer(self, mention: PlaceMention) -> list[PlaceMention]:
        """What contains a mention by its own words, or else by those of another mention of its name."""
        within = mention.within
        if not within and mention.name:
            within = next((m.within for m in self._mentions if m.name == mention.name and m.within), ())
        return [self._mentions[at] for at in within]

    def _rows(self, mention: PlaceMention) -> Sequence[GazetteerRow]:
        if mention.definite:
            return ()
        rows = self._gazetteer.rows(mention.name) if mention.name else ()
        plain = _is_bare(mention) or _is_wide(mention)
        countries = [r for r in rows if r.level == "country"] if plain and mention.descriptor is None else []
        if countries:
            # "النيجر", "غرب الجزائر": of a country and a province or town of its name the country is meant.
            return countries
        provinces = [r for r in rows if r.level == "adm1"]
        if provinces and (_is_wide(mention) or (_is_bare(mention) and not self._is_called_town(mention))):
            # "ريف حلب", "شرقي دير الزور", and a bare "إدلب": of a province and its town the province, which holds both.
            towns = {(p.country, p.admin1) for p in provinces} & CITY_PROVINCES and not _is_wide(mention)
            return [r for r in rows if r.level == "city"] if towns else provinces
        return rows

    def _is_called_town(self, mention: PlaceMention) -> bool:
        """Whether the report once calls it a town, or a quarter or a hospital is said to lie in it."""
        at = self._index.get(id(mention))
        if any(m.name == mention.name and m.descriptor in ("city", "town") for m in self._mentions):
            return True
        return any(m.within[:1] == (at,) and (m.descriptor in ("neighbourhood", "street") or m.role == "facility") for m in self._mentions)

    def _known_places(self) -> tuple[GazetteerRow, ...]:
        """The rows of the report's places that need no choosing: one country's, or of the report's country."""
        if self._anchors is None:
            found: dict[str, GazetteerRow] = {}
            for mention in self._mentions:
                acts = mention.role == "actor" and INSIDE_ACTOR not in mention.rules
                if acts or mention.descriptor == "nationality":
                    continue
                rows = [r for r in self._rows(mention) if r.country == self.country] or list(self._rows(mention))
                if rows and _one_place(rows):
                    found[rows[0].id] = rows[0]
            self._anchors = tuple(found.values())
        return self._anchors

    def _candidates(self, mention: PlaceMention) -> list[_Scored]:
        if mention not in self._scored:
            # What is beside another place need not be in its country or province.
            around_it = [o for o in self._outer(mention) if o.descriptor != "border" and not o.offset and not o.other]
            # Two names may each be said to lie by the other: the second is then decided without the first.
            self._deciding.add(mention)
            around_it = [o for o in around_it if o not in self._deciding]
            inside = tuple((r, o.direction) for o in around_it if (r := self._chosen(o)))
            known = [r for r in self._known_places() if r not in self._rows(mention)]
            regions = frozenset((r.country, r.admin1) for r in known if r.level == "adm1")
            around = Surroundings(self.country, regions, inside, tuple(known))
            scored = []
            for row in self._rows(mention):
                found = tuple(grounds(mention, row, around))
                scored.append(_Scored(row, sum(g.weight for g in found), found))
            self._scored[mention] = sorted(scored, key=lambda s: -s.score)
            self._deciding.discard(mention)
        return self._scored[mention]

    def _chosen(self, mention: PlaceMention) -> GazetteerRow | None:
        scored = self._candidates(mention)
        if not scored or not self._is_believed(scored) or _rival(scored):
            return None
        return scored[0].row

    def _is_believed(self, scored: Sequence[_Scored]) -> bool:
        """Whether the best row fits; a town or region that is the only one of its name need not."""
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
        known = best.row.level in ("country", "adm1", "city", "town") or best.row.source == "hand"
        return known and best.score >= _LEAST and _one_place([s.row for s in scored])

    def _resolve(self, mention: PlaceMention) -> Place:
        if mention.definite:
            return self._told_elsewhere(mention)
        scored = self._candidates(mention)
        row = self._chosen(mention)
        shown = tuple(_candidate(s) for s in scored[:_SHOWN])
        if row:
            return self._placed(mention, row, scored[0].why, shown)
        return self._unknown(mention, scored, shown)

    def _placed(self, mention: PlaceMention, row: GazetteerRow, why: str, shown: tuple[Candidate, ...]) -> Place:
        level, how = level_of(mention, row)
        second = self._gazetteer.rows(mention.other) if mention.other else ()
        admin1, country = row.admin1, row.country
        if any(r.country == country for r in second) and all(r.admin1 != admin1 for r in second if r.country == country):
            admin1 = None
        if mention.descriptor == "border" and not mention.other and row.level == "country" and self.country != country:
            # "الحدود مع سوريا" in a report about Jordan lies in Jordan.
            country = self.country
        if level == "country":
            admin1 = None
        pointless = level in _POINTLESS
        return Place(
            text=mention.name, admin1=admin1, country=country, level=level, lat=None if pointless else row.lat,
            lon=None if pointless else row.lon, row=row.id, why="; ".join(filter(None, (why, how))), candidates=shown,
        )  # fmt: skip

    def _unknown(self, mention: PlaceMention, scored: list[_Scored], shown: tuple[Candidate, ...]) -> Place:
        """No row is chosen for the name itself: say why, and give what the words around it tell."""
        why = _why_not(mention, scored, self._is_believed(scored) if scored else False)
        for outer in self._outer(mention):
            row = self._chosen(outer)
            if not row:
                continue
            level, _ = level_of(outer, row)
            if row.level in _SETTLED and _is_part_of_town(mention):
                return Place(
                    text=mention.name, admin1=row.admin1, country=row.country, level=level, lat=row.lat, lon=row.lon, row=row.id,
                    why=f"{why}; the row is that of {row.name_en}, in which it lies", candidates=shown,
                )  # fmt: skip
            if level == "country" and row.country == self.country:
                continue
            admin1 = None if level == "country" else row.admin1
            return Place(text=mention.name, admin1=admin1, country=row.country, why=f"{why}; it lies in {row.name_en}", candidates=shown)
        if scored and self._is_believed(scored):
            admin1, country = _agreed([s.row for s in scored if s.score > scored[0].score - 2 * _MARGIN])
            return Place(text=mention.name, admin1=admin1, country=country, why=why, candidates=shown)
        region = self._region_beside(mention)
        if region:
            why = f"{why}; {region.admin1} is the province that the places beside it speak for"
            return Place(text=mention.name, admin1=region.admin1, country=region.country, why=why, candidates=shown)
        return Place(text=mention.name, country=self.country, why=why, candidates=shown)

    def _region_beside(self, mention: PlaceMention) -> GazetteerRow | None:
        """A row of the province, in the report's country, that the places beside a mention speak for: the nearer the more."""
        weights: defaultdict[str, float] = defaultdict(float)
        rows: dict[str, GazetteerRow] = {}
        for other in self._mentions:
            if other is mention or other.definite or other.role == "actor" or other.descriptor == "nationality":
                continue
            row = self._chosen(other)
            if row and row.admin1 and row.country == self.country and level_of(other, row)[0] != "country":
                away = other.first - mention.last if other.first >= mention.last else 1.5 * (mention.first - other.last)
                weights[row.admin1] += (3.0 if self._same_sentence(mention, other) else 1.0) / (8.0 + away)
                rows.setdefault(row.admin1, row)
        return rows[max(weights, key=weights.__getitem__)] if weights else None

    def _same_sentence(self, one: PlaceMention, other: PlaceMention) -> bool:
        if self._document is None:
            return False
        return self._document.sentence_of[one.first] == self._document.sentence_of[other.first]

    def _told_elsewhere(self, mention: PlaceMention) -> Place:
        """"المدينة", "البلاد", "القطاع": the place told before that the descriptor fits."""
        meant = self._meant(mention)
        if meant:
            return self._resolve(meant)
        named = self._stands_for_country(mention)
        if named:
            return self._resolve(replace(mention, name=named, definite=False, within=()))
        return self._unknown(mention, [], ())

    def _stands_for_country(self, mention: PlaceMention) -> str | None:
        """The key of what "البلاد" and "العاصمة" mean in a report about one country, "القطاع" in one about Gaza."""
        if mention.descriptor == "area" and self.country == "PS" and "القطاع" in self._text(mention):
            return "قطاع غزه"
        name = next((m.name for m in self._mentions if m.country == self.country and m.descriptor == "nationality"), None)
        if name and mention.descriptor in ("country", "capital"):
            return name if mention.descriptor == "country" else f"عاصمه {name}"
        return None

    def _meant(self, mention: PlaceMention) -> PlaceMention | None:
        """The mention that "المدينة", "القطاع", "العاصمة", "البلاد" stands for: the last one before it that fits."""
        at = next((i for i, m in enumerate(self._mentions) if m is mention), len(self._mentions))
        for other in [*reversed(self._mentions[:at]), *self._mentions[at + 1 :]]:
            if other.definite or other.role == "actor" or other.descriptor == "nationality":
                continue
            row = self._chosen(other)
            if row and _stands_for(mention, other, row):
                return other
        return None


def _is_wide(mention: PlaceMention) -> bool:
    if mention.descriptor in ("countryside", "governorate", "mountain", "desert", "valley"):
        return True
    return bool(mention.direction) and mention.descriptor is None and mention.offset is None


def _is_part_of_town(mention: PlaceMention) -> bool:
    """Whether what is not in the gazetteer lies inside the town named with it: a quarter, a hospital, a camp."""
    return mention.role == "facility" or mention.descriptor in ("neighbourhood", "neighbourhoods", "camp", "street")


def _is_bare(mention: PlaceMention) -> bool:
    return not (mention.descriptor or mention.offset or mention.other or any(r == "ar.place.inside" for r in mention.rules))


def _one_place(rows: Sequence[GazetteerRow]) -> bool:
    return all(km_between(rows[0].lat, rows[0].lon, r.lat, r.lon) < 2 * _SAME_PLACE_KM for r in rows[1:])


def _rival(scored: Sequence[_Scored]) -> _Scored | None:
    """A row of nearly the same score somewhere else."""
    best = scored[0]
    for other in scored[1:]:
        if other.score < best.score - _MARGIN:
            return None
        away = km_between(best.row.lat, best.row.lon, other.row.lat, other.row.lon)
        if away > _SAME_PLACE_KM and other.row.admin1 != best.row.admin1:
            return other
    return None


def _agreed(rows: Sequence[GazetteerRow]) -> tuple[str | None, str | None]:
    countries, regions = {r.country for r in rows}, {r.admin1 for r in rows}
    country = countries.pop() if len(countries) == 1 else None
    return (regions.pop() if country and len(regions) == 1 else None), country


def _why_not(mention: PlaceMention, scored: Sequence[_Scored], believed: bool) -> str:
    if not mention.name:
        return "unknown: the words name no place"
    if not scored:
        return "unknown: no loaded gazetteer has the name"
    if not believed:
        return f"unknown: the only places of the name do not fit ({scored[0].why})"
    rival = _rival(scored)
    other = rival.row if rival else scored[0].row
    here, there = scored[0].row, other
    return f"unknown: {here.name_en} in {here.admin1 or here.country} and {there.name_en} in {there.admin1 or there.country} fit alike"


def _candidate(scored: _Scored) -> Candidate:
    row = scored.row
    return Candidate(
        row=row.id, name=row.name_ar, lat=row.lat, lon=row.lon, level=row.level, admin1=row.admin1, country=row.country,
        score=likelihood(scored.score), why=scored.why,
    )  # fmt: skip


def level_of(mention: PlaceMention, row: GazetteerRow) -> tuple[Level, str]:
    """How precisely the words of a mention tell the place of its row, and the words that make it coarser."""
    if mention.descriptor == "border" or mention.other:
        return "line", "told as a line"
    if mention.descriptor == "road":
        return "line", "a road"
    if mention.offset and mention.offset.endswith(" km") and row.level in _FINE:
        return ("near" if _kilometres(mention.offset) <= 25 else "adm1"), f"{mention.offset} from there"
    if mention.descriptor == "district" and row.level in _SETTLED:
        return "adm3", "the district of that name"
    if mention.descriptor == "countryside":
        return ("adm1", "") if row.level == "adm1" else ("adm2", "its countryside, as wide as a district")
    if mention.descriptor == "governorate" and row.level in _FINE:
        return "adm1", ""
    if row.level in _FINE and (mention.offset or (mention.direction and mention.descriptor not in ("neighbourhood", "camp"))):
        return "near", "beside the named place"
    if mention.role == "facility" and row.level in _SETTLED:
        return "near", f"a {mention.descriptor} named after it"
    return row.level, ""


def _kilometres(offset: str) -> float:
    try:
        return float(offset.removesuffix(" km").replace(",", "."))
    except ValueError:
        return 0.0


_STANDS_FOR: dict[str, frozenset[str]] = {
    "city": frozenset({"city", "town"}), "town": frozenset({"town", "village", "city"}), "village": frozenset({"village", "town"}),
    "camp": frozenset({"neighbourhood"}), "governorate": frozenset({"adm1"}), "country": frozenset({"country"}),
    "neighbourhood": frozenset({"neighbourhood"}), "district": frozenset({"adm2", "adm3"}), "capital": frozenset({"city"}),
}  # fmt: skip


def _stands_for(definite: PlaceMention, other: PlaceMention, row: GazetteerRow) -> bool:
    if definite.descriptor == "capital":
        return other.descriptor == "capital" or other.name.startswith("عاصمه")
    return row.level in _STANDS_FOR.get(definite.descriptor or "", frozenset())


def resolve_place(
    mention: PlaceMention, mentions: Sequence[PlaceMention], gazetteer: Gazetteer, country_hint: str | None = None
) -> Place:
    """
    The place that one mention means; `text` is left to the caller. For a whole report make one PlaceResolver.

    >>> from hasila.resolve.gazetteer import load_gazetteer
    >>> mention = PlaceMention(0, 1, "ادلب", "countryside", "south")
    >>> place = resolve_place(mention, [mention], load_gazetteer())
    >>> place.admin1, place.level, place.row
    ('Idlib', 'adm1', 'region:SY.12')
    """
    return PlaceResolver(None, mentions, gazetteer, country_hint).place(mention)


def resolve_places(document: Document, mentions: Iterable[PlaceMention], gazetteer: Gazetteer) -> list[Place]:
    """The places of all mentions of a report, in their order."""
    found = list(mentions)
    resolver = PlaceResolver(document, found, gazetteer)
    return [resolver.place(m) for m in found]
