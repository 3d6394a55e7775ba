"""Place phrases to gazetteer rows: candidates with score and sentence, a chosen one or the reason why none.

Coordinates come only from a row, which the place names. Levels are those of the field's precision ladder:
never finer than the row, and coarser where the words are ("ريف إدلب" is a province, "قرب سراقب" is near a town).
"""

from collections import defaultdict
from collections.abc import Sequence

from hasila.extract.facility_names import TOLD
from hasila.extract.places import PlaceMention, place_quote
from hasila.extract.where import is_dateline
from hasila.model.claim import Place
from hasila.model.record import Quote
from hasila.resolve.gazetteer import Gazetteer, GazetteerRow
from hasila.resolve.place_choice import MARGIN, PlaceChooser, Scored, is_believed, one_place, rival
from hasila.resolve.place_levels import SETTLED, level_of, stands_for
from hasila.resolve.place_records import Decided, place_record
from hasila.resolve.place_scores import AGAINST
from hasila.resolve.places_beside import Beside, is_away, is_no_place
from hasila.text.tokens import Document

_Key = tuple[int, str, bool]
# How much a mention's country counts for the country of the report.
_WEIGHT = {"place": 2.0, "facility": 2.0, "affiliation": 1.0, "actor": 0.4}
_ADJECTIVE = 0.3


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
        self,
        document: Document | None,
        mentions: Sequence[PlaceMention],
        gazetteer: Gazetteer,
        country_hint: str | None = None,
    ) -> None:
        self._document, self._mentions, self._gazetteer = document, mentions, gazetteer
        told = [m for m in mentions if not (document and is_dateline(document, m))]
        self.country = country_hint or report_country(told or mentions, gazetteer)
        self._chooser = PlaceChooser(mentions, gazetteer, self.country)
        self._decided: dict[_Key, Decided] = {}
        self._places: dict[_Key, Place] = {}
        self._beside = Beside(document, mentions, self._chooser, self.country)

    def place(self, mention: PlaceMention) -> Place:
        """The place that a mention of this report means, as a record; its text is as written."""
        key = _key(mention)
        if key not in self._places:
            self._places[key] = place_record(self.decided(mention), self._text(mention))
        return self._places[key]

    def decided(self, mention: PlaceMention) -> Decided:
        """What a mention of this report means: all that is asked of most places, of which no claim makes a record."""
        key = _key(mention)
        if key not in self._decided:
            self._decided[key] = self._resolve(mention)
        return self._decided[key]

    def quote(self, mention: PlaceMention) -> Quote | None:
        """
        The words of a mention as written, without what is attached before them; None without a document.

        A facility without a name is quoted with what it lies in: سوق شعبي في مدينة سرمين.
        """
        if self._document is None:
            return None
        unknown = self.holder(mention) is not None or not (mention.name or mention.definite)
        if unknown and mention.within and self._runs_on(mention):
            mention = mention._replace(last=self._mentions[mention.within[0]].last)
        return place_quote(self._document, mention)

    def _runs_on(self, mention: PlaceMention) -> bool:
        """Whether no comma or bracket parts a mention from the place that it lies in."""
        outer = self._mentions[mention.within[0]]
        gap = self._document.tokens[mention.last : outer.first] if self._document else ()
        return all(t.kind == "w" for t in gap)

    def holder(self, mention: PlaceMention) -> PlaceMention | None:
        """The place whose name tells where a facility stands that has no name, or one that no gazetteer has."""
        if mention.role != "facility" or mention.descriptor == "ambush" or mention.definite:
            return None
        if not mention.within and TOLD not in mention.rules:
            return None
        known = mention.name and self._chooser.chosen(mention)
        if known:
            return None
        outer = self._mentions[mention.within[0]] if mention.within else None
        if TOLD not in mention.rules or (outer and not outer.definite):
            return outer
        return (outer and self._meant(outer)) or self._beside.town(mention)

    def is_introduced(self, mention: PlaceMention) -> bool:
        """Whether the words lead to a mention as to where something happened: "في رفح"."""
        if self._document is None or not mention.first:
            return False
        return not mention.prefix and self._document.tokens[mention.first - 1].text == "في"

    def _text(self, mention: PlaceMention) -> str:
        quote = self.quote(mention)
        return quote.text if quote else mention.name

    def _resolve(self, mention: PlaceMention) -> Decided:
        outer = self.holder(mention)
        if outer:
            return self._resolve(outer)
        if mention.definite:
            return self._told_elsewhere(mention)
        scored = self._chooser.scored(mention)
        row = self._chooser.chosen(mention)
        return self._placed(mention, row, scored) if row else self._unknown(mention, scored)

    def _placed(self, mention: PlaceMention, row: GazetteerRow, scored: Sequence[Scored]) -> Decided:
        level, how = level_of(mention, row)
        second = self._gazetteer.rows(mention.other) if mention.other else ()
        admin1, country = row.admin1, row.country
        if second and mention.descriptor != "border" and all(r.country != country for r in second):
            # "بين واشنطن وطهران": in neither.
            admin1 = country = None
        elif any(r.country == country for r in second) and all(
            r.admin1 != admin1 for r in second if r.country == country
        ):
            admin1 = None
        if mention.descriptor == "border" and not mention.other and row.level == "country" and self.country != country:
            # "الحدود مع سوريا" in a report about Jordan lies in Jordan.
            country = self.country
        if level == "country":
            admin1 = None
        return Decided(scored, "; ".join(filter(None, (scored[0].why, how))), admin1, country, level, row)

    def _unknown(self, mention: PlaceMention, scored: Sequence[Scored]) -> Decided:
        """No row is chosen for the name itself: say why, and give what the words around it tell."""
        believed = bool(scored) and is_believed(scored)
        why = _why_not(mention, scored, believed)
        for outer in self._chooser.outer(mention):
            if outer.descriptor == "border":
                # "على الحدود مع تركمانستان": it lies beside that country, not in it.
                continue
            row = self._chooser.chosen(outer)
            if not row:
                continue
            level, _ = level_of(outer, row)
            if row.level in SETTLED and _is_part_of_town(mention):
                why = f"{why}; the row is that of {row.name_en}, in which it lies"
                return Decided(scored, why, row.admin1, row.country, level, row)
            if level == "country" and row.country == self.country:
                continue
            admin1 = None if level == "country" else row.admin1
            return Decided(scored, f"{why}; it lies in {row.name_en}", admin1, row.country)
        if believed:
            return Decided(scored, why, *_agreed([s.row for s in scored if s.score > scored[0].score - 2 * MARGIN]))
        only = self._only_one(scored)
        if only:
            return Decided(scored, f"{why}; no other place of the name is known", only.admin1, only.country)
        region = self._beside.region(mention)
        if region:
            why = f"{why}; {region} is the province that the places beside it speak for"
        return Decided(scored, why, region, self.country)

    def _only_one(self, scored: Sequence[Scored]) -> GazetteerRow | None:
        """The one place of a name, in a country that the report tells of, where no word speaks against it."""
        if not scored or any(g.weight <= AGAINST for g in scored[0].grounds) or not one_place([s.row for s in scored]):
            return None
        row = scored[0].row
        named = {m.country for m in self._mentions} | {self.country}
        return row if row.country in named and row.level not in ("country", "line") else None

    def _told_elsewhere(self, mention: PlaceMention) -> Decided:
        """ "المدينة", "البلاد", "القطاع": the place told before that the descriptor fits."""
        meant = self._meant(mention)
        if meant:
            return self._resolve(meant)
        named = self._stands_for_country(mention)
        if named:
            return self._resolve(mention._replace(name=named, definite=False, within=()))
        return self._unknown(mention, [])

    def _stands_for_country(self, mention: PlaceMention) -> str | None:
        """The key of what "البلاد" and "العاصمة" mean in a report about one country, "القطاع" in one about Gaza."""
        if mention.descriptor == "area" and self.country == "PS" and "القطاع" in self._text(mention):
            return "قطاع غزه"
        name = next(
            (m.name for m in self._mentions if m.country == self.country and m.descriptor == "nationality"), None
        )
        if name and mention.descriptor in ("country", "capital"):
            return name if mention.descriptor == "country" else f"عاصمه {name}"
        return None

    def _meant(self, mention: PlaceMention) -> PlaceMention | None:
        """The mention that "المدينة", "القطاع", "العاصمة", "البلاد" stands for: the last one before it that fits."""
        at = next((i for i, m in enumerate(self._mentions) if m is mention), len(self._mentions))
        for other in [*reversed(self._mentions[:at]), *self._mentions[at + 1 :]]:
            if is_no_place(other) or is_away(other):
                continue
            row = self._chooser.chosen(other)
            if row and stands_for(mention, other, row) and not self._is_foreign(mention, row):
                return other
            if row and row.level == "adm1" and mention.descriptor == "city" and other.descriptor is None:
                # "قصف على إدلب، وقتيلان في المدينة": now the town is meant.
                town = mention._replace(name=other.name, definite=False, within=())
                if self._chooser.chosen(town):
                    return town
        return None

    def _is_foreign(self, mention: PlaceMention, row: GazetteerRow) -> bool:
        """Whether "البلاد" cannot mean a country: it is not the one that the report is about."""
        return mention.descriptor == "country" and self.country not in (None, row.country)


def _key(mention: PlaceMention) -> _Key:
    """What a mention is known by: its words, and whether they are taken for what a facility is called."""
    return mention.first, mention.name, TOLD in mention.rules


def _is_part_of_town(mention: PlaceMention) -> bool:
    """Whether what is not in the gazetteer lies inside the town named with it: a quarter, a hospital, a camp."""
    return mention.role == "facility" or mention.descriptor in ("neighbourhood", "neighbourhoods", "camp", "street")


def _agreed(rows: Sequence[GazetteerRow]) -> tuple[str | None, str | None]:
    countries, regions = {r.country for r in rows}, {r.admin1 for r in rows}
    country = countries.pop() if len(countries) == 1 else None
    return (regions.pop() if country and len(regions) == 1 else None), country


def _why_not(mention: PlaceMention, scored: Sequence[Scored], believed: bool) -> str:
    if not mention.name:
        return "unknown: the words name no place"
    if not scored:
        return "unknown: no loaded gazetteer has the name"
    if not believed:
        return f"unknown: the only places of the name do not fit ({scored[0].why})"
    other = rival(scored) or scored[0]
    here, there = scored[0].row, other.row
    first, second = (f"{row.name_en} in {row.admin1 or row.country}" for row in (here, there))
    return f"unknown: {first} and {second} fit alike"


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
