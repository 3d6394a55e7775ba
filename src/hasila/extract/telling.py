"""Which side a word means here: by the report's country, by its date, and by the sides that it has named so far."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack, Row

# How much a word says about the country that a report is from.
_WEIGHT = {"name": 3, "country": 3, "place": 3, "metonym": 1, "adjective": 1}


class Sides:
    """The rows of the family "actors", ready to be found."""

    def __init__(self, pack: Pack) -> None:
        rows = pack.family("actors")
        self.lexicon = Lexicon(rows)
        self.nations: dict[str, Row] = {}
        for row in rows:
            if "actor" in row.says and row.says["shape"] in ("country", "adjective"):
                self.nations.setdefault(row.says["country"], row)
        self.called: dict[str, set[str]] = {}
        for row in rows:
            if row.says["shape"] == "name":
                self.called.setdefault(row.says["actor"], set()).add(row.says["called"])


@cache
def sides_of(pack: Pack) -> Sides:
    """The sides of a pack, made ready once."""
    return Sides(pack)


def dated(row: Row, published: date | None) -> str | None:
    """
    The actor that a row names on a day: a nation's government before or after the row's time is another actor.

    >>> row = Row("x", "actors", (), {"actor": "afghanistan_gov", "until": date(2021, 8, 15), "later": "taliban"})
    >>> dated(row, date(2022, 1, 1)), dated(row, None)
    ('taliban', 'afghanistan_gov')
    """
    says = row.says
    actor: str | None = says.get("actor")
    if published and "earlier" in says and published < says["since"]:
        return str(says["earlier"])
    if published and "later" in says and published >= says["until"]:
        return str(says["later"])
    return actor


@lru_cache(maxsize=1000)
def states_on(pack: Pack, day: date | None) -> Mapping[str, str]:
    """
    The government of each country on a day, by the country's two letters.

    >>> from hasila.pack.rows import load_pack
    >>> states_on(load_pack(), date(2020, 1, 1))["AF"]
    'afghanistan_gov'
    """
    said = {country: dated(row, day) for country, row in sides_of(pack).nations.items()}
    return {country: actor for country, actor in said.items() if actor}


def main_country(hits: Sequence[Hit]) -> str | None:
    """The country that the words of a text name most; the earlier one where two are named alike."""
    counts: Counter[str] = Counter()
    for hit in hits:
        says = hit.row.says
        if "country" in says:
            counts[says["country"]] += _WEIGHT.get(says["shape"], 0)
    return counts.most_common(1)[0][0] if counts else None


class Telling:
    """What a report has told so far of its sides, and what an open word means after that."""

    def __init__(self, sides: Sides, hits: Sequence[Hit], published: date | None, country: str | None) -> None:
        self._sides = sides
        self._published = published
        self.country = country or main_country(hits)
        self._named = {h.row.says["actor"] for h in hits if h.row.says["shape"] == "name"}
        self._order = [h.row.says["actor"] for h in hits if h.row.says["shape"] == "name"]
        self._last: list[str] = []
        self._bodies: dict[str, str] = {}
        self._owners: dict[str, str | None] = self._owners_told(hits)

    def _owners_told(self, hits: Sequence[Hit]) -> dict[str, str | None]:
        """Whose an open word is, where the whole text tells of one owner ("الاحتلال" before "الاحتلال التركي")."""
        told: dict[str, set[str | None]] = {}
        for hit, after in pairwise(hits):
            owned = hit.row.says["shape"] == "anaphor" and hit.row.says.get("owner")
            nation = not after.prefix and after.row.says["shape"] == "adjective" and after.article == hit.article
            if owned and after.first == hit.last and nation:
                told.setdefault(hit.row.id, set()).add(dated(after.row, self._published))
        named = {
            h.row.says["actor"]
            for h in hits
            if h.row.says["shape"] == "name" and h.row.says.get("called") == "occupation"
        }
        return {row: next(iter(owners)) for row, owners in told.items() if len(owners | named) == 1}

    def told(self, actor: str | None, heads: Sequence[Hit]) -> None:
        """Remember a side, and whose army or police was just spoken of."""
        if actor is None:
            return
        self._last.append(actor)
        for head in heads:
            if "body" in head.row.says:
                self._bodies[head.row.says["body"]] = actor

    def actor(self, hit: Hit, owner: Hit | None, heads: Sequence[Hit]) -> str | None:
        """The id that a found side stands for; None where the report does not tell."""
        says = hit.row.says
        if says["shape"] == "unidentified":
            return "unknown"
        if says["shape"] == "name":
            return str(says["actor"])
        if says["shape"] == "anaphor" or "default" in says:
            return self._anaphor(hit.row, owner)
        bodies = {h.row.says.get("body") for h in heads}
        if "army" in says and "army" in bodies:
            return str(says["army"])
        return dated(hit.row, self._published)

    def body(self, kind: str) -> str | None:
        """Whose "الجيش" or "الشرطة": the one spoken of last, else that of the report's country."""
        if kind in self._bodies:
            return self._bodies[kind]
        row = self._sides.nations.get(self.country or "")
        if row is None or (self.country == "PS" and kind != "government"):
            # Soldiers and security forces in Palestine may be of either side.
            return None
        if kind == "army" and "army" in row.says:
            return str(row.says["army"])
        return dated(row, self._published)

    def _anaphor(self, row: Row, owner: Hit | None) -> str | None:
        """Who "التنظيم" is: the usual one in the country if the text names it, else the last named, else the usual."""
        says = row.says
        if owner is not None and says.get("owner"):
            self._owners[row.id] = dated(owner.row, self._published)
        if row.id in self._owners:
            return self._owners[row.id]
        country = owner.row.says.get("country") if owner is not None else self.country
        usual: dict[str, str] = says.get("default", {})
        default = usual.get(country or "", usual.get("*"))
        if default in self._named:
            return default
        candidates = () if default and says.get("owner") else says.get("actors", ())
        for actor in (*reversed(self._last), *self._order):
            if actor in candidates or self._sides.called.get(actor, set()) & set(says.get("called", ())):
                return str(actor)
        return default or None


def actor_names(pack: Pack, actor: str, on: date | None) -> tuple[str, str]:
    """
    The neutral English and Arabic names of an actor on a day; the id itself where no row names it.

    >>> from hasila.pack.rows import load_pack
    >>> actor_names(load_pack(), "sdf", None)
    ('Syrian Democratic Forces', 'قوات سوريا الديمقراطية')
    """
    named = [r.says for r in pack.family("actors") if r.says.get("actor") == actor and "name_en" in r.says]
    then = [s for s in named if on and ("since" in s or "until" in s) and _holds(s, on)]
    always = sorted(
        (s for s in named if "since" not in s and "until" not in s), key=lambda s: s.get("tone") == "loaded"
    )
    best = next(iter((*then, *always, *named)), None)
    return (best["name_en"], best["name_ar"]) if best else (actor, actor)


def _holds(says: dict[str, Any], on: date) -> bool:
    return not ("since" in says and on < says["since"]) and not ("until" in says and on >= says["until"])
