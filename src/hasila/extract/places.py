"""The places that a report names: which words, of what sort, within which other place, in what role.

Which row of a gazetteer is meant, `hasila.resolve.places` decides.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from hasila.extract.facility_names import TOLD
from hasila.extract.known_names import NameFinder
from hasila.extract.place_belief import BELIEVED
from hasila.extract.place_mention import PlaceMention, Role, place_quote
from hasila.extract.place_names import PlaceNames, place_key
from hasila.extract.place_phrases import Phrase, PhraseReader
from hasila.extract.place_words import PlaceWords, place_words
from hasila.pack.lexicon import Hit, Lookup, every_hit, longest_hits
from hasila.pack.rows import Pack
from hasila.text.tokens import Document, Token

__all__ = ["INSIDE_ACTOR", "PlaceFinder", "PlaceMention", "PlaceNames", "Role", "find_places", "place_quote"]

# The rule by which a place in the name of a side is no place of harm: it still tells where that side is.
INSIDE_ACTOR = "inside an actor's name"
# The rule by which a name alone is called what it was called before, and the sorts for which it holds.
AGAIN = "called so before"
_CALLED_ONCE = frozenset({"village", "town", "neighbourhood", "camp"})
_ATTACHED = ("", "ب", "و", "ل", "وب")
# After these words a village may stand without being called one.
_AT = frozenset(["في", "الي", "علي", "من", "نحو", "باتجاه", "تجاه", "عند", "لدي", "قرب", "بلدات", "قري"])
# "ضربات على إدلب قد تسببت": what is aimed at does not speak.
_AGAINST = "علي"
_AIMED = frozenset(["علي", "في", "ضد"])
# Places with these descriptors lie around others, not in them.
_WIDE = frozenset({"countryside", "governorate", "area", "capital", "district", "border", "city", "desert"})
_PROVINCIAL = frozenset({"countryside", "governorate", "district"})
_LONGEST_ACTOR = 4  # words of a side's name before a place in it
# Words that stand beside phrases and begin none.
_BESIDE = frozenset({"affiliation", "actor", "speaks", "unit", "nationality", "ending", "dated"})
_JOINTS = frozenset({"،", ",", "-", "–", "—", "(", "/", ")"})


class PlaceFinder:
    """Finds the places of reports by a pack and a gazetteer's names; make one, use it for many reports."""

    def __init__(self, pack: Pack, known: PlaceNames) -> None:
        self._words: PlaceWords = place_words(pack)
        self._known = known
        self._names = NameFinder(self._words, known)
        self._lookup = Lookup([self._words.lexicon, self._words.actors])

    def find(self, document: Document) -> list[PlaceMention]:
        """The mentions in the order of the text."""
        tokens = document.tokens
        beginnings, of_sides = self._lookup.beginnings(tokens)
        # The place words by the token that they begin at, the longest one each.
        hits = {
            h.first: h for h in longest_hits(tokens, beginnings) if "ك" not in h.prefix and not _revives(document, h)
        }
        names = self._names.find(tokens)
        reader = PhraseReader(self._words, self._known, tokens, hits, names)
        phrases: list[Phrase] = []
        last = 0
        numbers = (hit.first - 1 for hit in hits.values() if hit.first and tokens[hit.first - 1].kind == "n")
        for at in sorted({*hits, *names, *numbers}):
            if at < last:
                continue
            kind = hits[at].row.says["kind"] if at in hits else None
            phrase = reader.read(at) if at in names or kind not in _BESIDE else None
            if phrase:
                phrases += [phrase, *_listed(reader, phrase, tokens)]
                last = phrases[-1].mention.last
            elif kind == "nationality":
                phrases.append(_nationality(hits[at]))
        phrases = _told_again(_believable(phrases, document), tokens)
        mentions = _with_roles(tokens, [p.mention for p in phrases], hits, list(every_hit(tokens, of_sides)))
        return _nested(mentions, tokens, self._words)


def _revives(document: Document, hit: Hit) -> bool:
    """Whether "إحياء", as written, is the reviving of something ("إحياء ذكرى") and not "أحياء", the quarters of a town."""
    return hit.row.says.get("type") == "neighbourhoods" and "إ" in document.quote(hit.first, hit.last).text


def _with_roles(
    tokens: Sequence[Token], mentions: list[PlaceMention], hits: dict[int, Hit], actors: Sequence[Hit]
) -> list[PlaceMention]:
    ending = {hit.last: hit for hit in hits.values()}
    found = []
    for mention in mentions:
        before, after = ending.get(mention.first), hits.get(mention.last)
        aimed_at = bool(mention.first) and tokens[mention.first - 1].text in _AIMED
        # "هجوم على أهالي قرية كذا" is one on the village.
        raided = bool(before and before.first and mention.descriptor in _CALLED_ONCE)
        raided = raided and before is not None and tokens[before.first - 1].text == _AGAINST
        role, why = _role(mention, before, after, _is_inside(mention, actors), aimed_at, raided)
        found.append(mention._replace(role=role, rules=(*mention.rules, why)) if why else mention)
    return found


def _is_inside(mention: PlaceMention, actors: Sequence[Hit]) -> bool:
    """Whether the name of a side, of several words, holds the mention: "حركة أحرار الشام"."""
    last = mention.last if mention.descriptor else mention.first + 1
    start = bisect_left(actors, mention.first - _LONGEST_ACTOR, key=_first)
    return any(a.last >= last for a in actors[start : bisect_right(actors, mention.first, start, key=_first)])


def _first(hit: Hit) -> int:
    return hit.first


def _listed(reader: PhraseReader, phrase: Phrase, tokens: Sequence[Token]) -> list[Phrase]:
    """The further names of a list that a plural descriptor opened: قرى السفح والنبع."""
    if not phrase.plural:
        return []
    listed: list[Phrase] = []
    at = phrase.mention.last
    while at < len(tokens):
        comma = tokens[at].text in ("،", ",") and at + 1 < len(tokens)
        at += comma
        more = reader.listed(at, phrase.mention)
        if not more or (not more.name and (comma or not more.mention.prefix)):
            break
        listed.append(more)
        at = more.mention.last
    return listed


def _nationality(hit: Hit) -> Phrase:
    """An adjective of a country: no place, but it tells what country a report is about."""
    says = hit.row.says
    mention = PlaceMention(
        hit.first, hit.last, place_key(says["name"]), "nationality", role="affiliation",
        rules=(hit.row.id,), prefix=hit.prefix, country=says["country"],
    )  # fmt: skip
    return Phrase(mention, None)


def _believable(phrases: list[Phrase], document: Document) -> list[Phrase]:
    """
    Without everyday words that are names too, unless the report once says what they are ("مدينة الباب");
    without names of small places that stand alone or belong to countries that the report is not about.
    """
    told: Counter[str] = Counter()
    for mention, name, _ in phrases:
        if mention.country:
            told[mention.country] += 1
        elif name and name.weighty and len(name.countries) == 1:
            told.update([] if name.common else name.countries.keys())
    about = {country for country, _ in told.most_common(3)}
    described = {mention.name for mention, name, _ in phrases if name and mention.descriptor}
    kept = []
    following: list[Phrase | None] = [*phrases[1:], None]
    for phrase, after in zip(phrases, following, strict=False):
        mention, name, _ = phrase
        if name and name.common and not mention.descriptor and name.key not in described:
            # "في الميادين بريف دير الزور": the province told with it says that it is a place.
            told_with = after and after.mention.first == mention.last and after.mention.descriptor in _PROVINCIAL
            if not (told_with and _introduced(mention, document)):
                continue
        if name and not mention.descriptor and not name.weighty:
            alone = not (mention.direction or mention.offset or "ب" in mention.prefix or _introduced(mention, document))
            if alone or (about and not about & name.countries.keys()):
                continue
        kept.append(phrase)
    return kept


def _told_again(phrases: list[Phrase], tokens: Sequence[Token]) -> list[Phrase]:
    """
    What a place was called holds where its name stands alone: "قرية كذا ... هاجموا كذا".

    Names that no gazetteer has are found there too.
    """
    called = {m.name: m.descriptor for m, _, _ in phrases if m.descriptor in _CALLED_ONCE and m.name}
    believed = {m.name for m, _, _ in phrases if BELIEVED in m.rules and "و" not in m.prefix and len(m.name) > 3}
    believed &= called.keys()
    told = [p._replace(mention=_as_called(p.mention, called)) for p in phrases]
    if not believed:
        return told
    taken = {at for m, _, _ in phrases for at in range(m.first, m.last)}
    for at, token in enumerate(tokens):
        prefix = next((p for p in _ATTACHED if token.text.startswith(p) and token.text[len(p) :] in believed), None)
        if prefix is not None and at not in taken:
            name = token.text[len(prefix) :]
            told.append(Phrase(PlaceMention(at, at + 1, name, called[name], rules=(AGAIN,), prefix=prefix), None))
    return sorted(told, key=lambda p: p.mention.first)


def _as_called(mention: PlaceMention, called: Mapping[str, str | None]) -> PlaceMention:
    bare = not (mention.descriptor or mention.direction or mention.offset or mention.other)
    if not bare or mention.name not in called:
        return mention
    return mention._replace(descriptor=called[mention.name], rules=(*mention.rules, AGAIN))


def _introduced(mention: PlaceMention, document: Document) -> bool:
    before = document.tokens[mention.first - 1] if mention.first else None
    start = document.tokens[mention.first].start
    return bool(before and before.text in _AT) or document.source[max(0, start - 1) : start] == "#"


def _role(
    mention: PlaceMention, before: Hit | None, after: Hit | None, inside_actor: bool, aimed_at: bool, raided: bool
) -> tuple[Role, str]:
    """The role that the words beside a mention give it, and the rule; no rule where it keeps its own."""
    if inside_actor:
        return "actor", INSIDE_ACTOR
    kind = before.row.says["kind"] if before else None
    if before and kind == "affiliation" and not mention.offset and mention.prefix != "ب" and not raided:
        return "affiliation", before.row.id
    alone = not (mention.descriptor or mention.prefix or mention.direction or mention.offset)
    if before and kind == "actor" and alone:
        return "actor", before.row.id
    if before and kind == "speaks" and alone:
        return "actor", before.row.id
    if after and after.row.says["kind"] == "speaks" and alone and not after.prefix and not aimed_at:
        return "actor", after.row.id
    return mention.role, ""


def _nested(mentions: list[PlaceMention], tokens: Sequence[Token], words: PlaceWords) -> list[PlaceMention]:
    """Each mention with those that contain it: "قرية … بريف …"; what contains the last of a list contains all."""
    found = list(mentions)
    for at in range(len(found) - 2, -1, -1):
        inner, outer = found[at], found[at + 1]
        if "nationality" in (inner.descriptor, outer.descriptor):
            continue
        gap = [t.text for t in tokens[inner.last : outer.first]]
        if _contains(inner, outer, gap, words):
            found[at] = inner._replace(within=(at + 1, *outer.within))
        elif outer.prefix.startswith("و") and not gap and outer.within and not inner.within:
            found[at] = inner._replace(within=outer.within)
    return found


def _contains(inner: PlaceMention, outer: PlaceMention, gap: list[str], words: PlaceWords) -> bool:
    if outer.prefix[:1] in ("و", "ف") or len(gap) > 3:
        return False
    wide = outer.descriptor in _WIDE or bool(outer.direction or outer.offset) or "ar.place.inside" in outer.rules
    attached = outer.prefix in ("ب", "ل")
    if not gap:
        return wide or attached or (inner.role == "facility" and (not inner.name or TOLD in inner.rules))
    if inner.descriptor and inner.role == "place" and len(gap) > 1 and gap[0].startswith("ال"):
        # "حي المغاير الشعبي في حلب": an adjective after the name.
        gap = gap[1:]
    joints = [g for g in gap if g not in words.linked]
    if not joints:
        return "من" not in gap or wide
    return all(j in _JOINTS for j in joints) and (wide or attached or len(joints) < len(gap))


_FINDERS: dict[tuple[int, int], tuple[Pack, PlaceNames, PlaceFinder]] = {}


def find_places(document: Document, pack: Pack, known: PlaceNames) -> list[PlaceMention]:
    """
    The places that a report names, in the order of the text.

    >>> from hasila.pack.rows import load_pack
    >>> from hasila.text.tokens import read_document
    >>> document = read_document("قصف على قرية كفر تين بريف إدلب الجنوبي")
    >>> class Names:
    ...     def begins(self, key): return False
    ...     def countries(self, key): return {"SY": True} if key == "ادلب" else {}
    >>> [(m.name, m.descriptor, m.direction, m.within) for m in find_places(document, load_pack("ar"), Names())]
    [('كفرتين', 'village', None, (1,)), ('ادلب', 'countryside', 'south', ())]
    """
    # The finder of the last few pairs is kept: making one reads the whole pack.
    key = id(pack), id(known)
    if key not in _FINDERS:
        if len(_FINDERS) >= 4:
            _FINDERS.clear()
        _FINDERS[key] = pack, known, PlaceFinder(pack, known)
    return _FINDERS[key][2].find(document)
