"""The grammar of a place phrase: distance, direction, descriptor, name, and the adjectives after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hasila.extract.known_names import FoundName
from hasila.extract.place_mention import PlaceMention, Role
from hasila.extract.place_names import COMPOUND_HEADS, PlaceNames, key_of_words, other_article, place_key
from hasila.extract.place_words import PlaceWords
from hasila.pack.lexicon import Hit
from hasila.text.peel import bare
from hasila.text.tokens import Token

# Words that a name does not end with: the next word belongs to it.
_NAME_GOES_ON = COMPOUND_HEADS | frozenset(
    ["بن", "بني", "ال", "عبد", "الشيخ", "شيخ", "سيدي", "السيده", "باب", "برج", "قصر", "دار", "وادي", "جبل", "حوش", "قلعه", "نهر", "شهدا"]
)
# Adjectives that tell two places of one name apart.
_TELLS_APART = frozenset(
    ["الكبيره", "الصغيره", "الكبري", "الصغري", "الفوقاني", "التحتاني", "الفوقا", "التحتا", "الجديده", "الكبير", "الصغير", "التحتاني", "القديمه"]
)
# After these descriptors a name is a place even where no gazetteer has it.
_BELIEVED = frozenset(
    ["village", "town", "city", "camp", "neighbourhood", "district", "governorate", "mountain", "valley", "desert", "area", "street", "neighbourhoods"]
)  # fmt: skip
# In the names of these, words for hills and valleys belong to the name.
_SETTLEMENTS = frozenset(["village", "town", "city", "camp", "neighbourhood", "district", "area"])
_IN_NAMES = frozenset(["mountain", "valley"])
# Names that begin so say what they are: "جبل الزاوية", "مستشفى الشفاء" (but "سوق الشيوخ" is a town).
_IN_FULL_NAMES = frozenset(
    ["mountain", "valley", "desert", "street", "hospital", "school", "mosque", "prison", "airport", "base", "crossing", "bridge", "square"]
)  # fmt: skip
# Facilities that bear names of any kind.
_BEAR_NAMES = frozenset({"school", "hospital", "mosque", "building", "square", "bridge"})
_BEFORE_NAME = frozenset({"من", "عن", "مع", "بين"})


class Phrase(NamedTuple):
    """A mention as its own words tell it, the known name in it, and whether its descriptor is for several."""

    mention: PlaceMention
    name: FoundName | None
    plural: bool = False


@dataclass(slots=True)
class _Draft:
    """A phrase while it is read: `at` is the next token."""

    at: int
    descriptor: str | None = None
    role: Role = "place"
    plural: bool = False
    definite: bool = False
    offset: str | None = None
    directions: list[str] = field(default_factory=list)
    country: str | None = None
    rules: list[str] = field(default_factory=list)


def _direction(directions: Sequence[str]) -> str | None:
    """North before east, as the wind rose has it; none where they take each other back."""
    upright = {d for d in directions if d in ("north", "south")}
    across = {d for d in directions if d in ("east", "west")}
    if len(upright) > 1 or len(across) > 1:
        return None
    return "-".join([*upright, *across]) or ("middle" if "middle" in directions else None)


def _is_adjective(hit: Hit) -> bool:
    """"السورية" after a noun."""
    return hit.row.says["kind"] == "nationality" and hit.article and not hit.prefix


class PhraseReader:
    """Reads the place phrases of one report, given the place words and the known names in it."""

    def __init__(
        self, words: PlaceWords, known: PlaceNames, tokens: Sequence[Token], hits: Mapping[int, Hit], names: Mapping[int, FoundName]
    ) -> None:
        self._words, self._known, self._tokens, self._hits, self._names = words, known, tokens, hits, names

    def read(self, first: int) -> Phrase | None:
        """The phrase that begins at a token, or None."""
        draft = _Draft(first)
        while self._lead(draft, first):
            pass
        if draft.at == first and first not in self._names:
            return None
        found, key = self._name(draft, first)
        other = self._second(draft) if key else None
        if key is None:
            if not (draft.definite or draft.role == "facility") or draft.at == first or (draft.definite and draft.plural):
                return None
            key = ""
        self._endings(draft)
        if not key and draft.role == "facility":
            self._what_it_is(draft)
        hit = self._hits.get(first)
        prefix = hit.prefix if hit else ""
        if found and found.first == first:
            prefix = found.prefix
            if hit and hit.row.says.get("type") in _IN_FULL_NAMES:
                draft.descriptor = hit.row.says["type"]
                draft.role = "facility" if hit.row.says["kind"] == "facility" else "place"
        mention = PlaceMention(
            first, draft.at, key, draft.descriptor, _direction(draft.directions), draft.offset, draft.role,
            (), tuple(draft.rules), prefix, draft.definite and not key, other, draft.country,
        )  # fmt: skip
        return Phrase(mention, found, draft.plural)

    def _lead(self, draft: _Draft, first: int) -> bool:
        """Read one thing that stands before the name; False where the name, or nothing, comes next."""
        at = draft.at
        if at >= len(self._tokens):
            return False
        if self._tokens[at].kind == "n":
            return self._distance(draft)
        hit, name = self._hits.get(at), self._names.get(at)
        if name and (not hit or name.last > hit.last or (hit.article and hit.row.says["kind"] == "inside")):
            return False
        if not hit:
            if at > first and (draft.offset or draft.directions) and self._tokens[at].text in _BEFORE_NAME:
                draft.at += 1
                return True
            return draft.descriptor == "border" and self._skip_joint(draft)
        if at > first and hit.prefix and not self._may_follow(draft, hit):
            return False
        return self._take(draft, hit)

    def _may_follow(self, draft: _Draft, hit: Hit) -> bool:
        kind = hit.row.says["kind"]
        if hit.prefix == "و":
            return kind == "direction" and bool(draft.directions)
        return hit.prefix == "ل" and (draft.definite or draft.descriptor == "border")

    def _skip_joint(self, draft: _Draft) -> bool:
        if self._tokens[draft.at].text in _BEFORE_NAME:
            draft.at += 1
            return True
        return False

    def _distance(self, draft: _Draft) -> bool:
        unit = self._hits.get(draft.at + 1)
        if not unit or unit.row.says["kind"] != "unit":
            return False
        draft.offset = f"{self._tokens[draft.at].text} km"
        draft.at = unit.last
        draft.rules.append(unit.row.id)
        return True

    def _take(self, draft: _Draft, hit: Hit) -> bool:
        """Take a place word into the phrase; False where it does not belong there."""
        kind = hit.row.says["kind"]
        if draft.descriptor in _SETTLEMENTS and kind == "descriptor" and hit.row.says["type"] in _IN_NAMES:
            return False  # "بلدة تل الورد", "منطقة وادي النخيل"
        if draft.role == "facility" or (hit.article and draft.descriptor and kind == "descriptor" and not draft.definite):
            # What follows a facility is where it stands; "ولاية الوحدة", "مقاطعة الجزيرة" are names.
            return False
        if kind == "direction":
            if hit.article and not self._leads_on(hit):
                return False
            draft.directions.append(hit.row.says["direction"])
        elif kind in ("near", "between"):
            draft.offset = draft.offset or kind
        elif kind == "distance":
            if not (hit.last < len(self._tokens) and self._tokens[hit.last].kind == "n"):
                return False
        elif kind in ("descriptor", "facility"):
            if draft.definite and hit.prefix != "ل":
                return False
            self._describe(draft, hit, kind)
            return not draft.definite or kind == "facility" or self._leads_to_name(draft)
        elif kind == "anaphor":
            draft.descriptor, draft.definite = hit.row.says["type"], True
        elif kind != "inside" or (hit.article and hit.row.id != "ar.place.lands"):
            return False
        draft.at = hit.last
        draft.rules.append(hit.row.id)
        return not draft.definite

    def _leads_on(self, hit: Hit) -> bool:
        """"إلى الشمال من بغداد": a direction with the article that leads to a name."""
        return hit.last < len(self._tokens) and self._tokens[hit.last].text == "من"

    def _describe(self, draft: _Draft, hit: Hit, kind: str) -> None:
        says = hit.row.says
        if draft.descriptor != "countryside":
            draft.descriptor = says["type"]
        draft.plural = bool(says.get("plural"))
        draft.definite = hit.article
        draft.role = "facility" if kind == "facility" else "place"
        draft.at = hit.last
        draft.rules.append(hit.row.id)

    def _leads_to_name(self, draft: _Draft) -> bool:
        """After "الريف", "الحدود", "العاصمة": their adjectives, and whether a name is still to come."""
        self._endings(draft)
        name, hit = self._names.get(draft.at), self._hits.get(draft.at)
        return bool((name and name.prefix in ("", "ل")) or (hit and hit.prefix == "ل") or draft.descriptor == "border")

    def _name(self, draft: _Draft, first: int) -> tuple[FoundName | None, str | None]:
        """The name at the draft's next token: known, or believed for its descriptor."""
        at = draft.at
        if at >= len(self._tokens):
            return None, None
        nationality = self._hits.get(at)
        if nationality and _is_adjective(nationality):
            of_country = self._of_country(draft, nationality)
            at = draft.at
            if not (draft.descriptor == "capital" and at in self._names):
                return None, of_country
        found = self._names.get(at)
        if found and (at == first or not found.prefix or (found.prefix == "ل" and (draft.definite or draft.descriptor))):
            if draft.definite and draft.descriptor not in ("capital", "city", "border", "countryside") and not found.prefix:
                return None, None
            draft.at = found.last
            longer = self._longer(draft, found)
            if longer:
                return None, longer
            if draft.descriptor == "capital" and self._known.countries(f"عاصمه {found.key}"):
                return found, f"عاصمه {found.key}"
            return found, found.key
        if draft.definite or not (draft.descriptor in _BELIEVED or draft.role == "facility") or (found and found.prefix):
            return None, None
        return None, self._believed(draft)

    def _longer(self, draft: _Draft, found: FoundName) -> str | None:
        """The key of a longer name that no gazetteer has: "مخيم كويت الرحمة" is not the camp of كويت."""
        if draft.descriptor not in ("village", "camp", "neighbourhood") or found.last >= len(self._tokens):
            return None
        after = self._tokens[found.last]
        joined = after.kind == "w" and after.start - self._tokens[found.last - 1].end == 1
        if not joined or not after.text.startswith("ال") or found.last in self._hits or found.last in self._names:
            return None
        if self._words.is_never_a_name(after.text) or self._words.is_never_a_name(bare(after.text)) or after.text in self._words.linked:
            return None
        draft.at = found.last + 1
        draft.rules.append("longer name after a descriptor")
        words = found.key.split(" ")
        return key_of_words([*words, after.text])

    def _of_country(self, draft: _Draft, hit: Hit) -> str | None:
        """The country, or its capital, in "الأراضي السورية", "الحدود السورية", "العاصمة اليمنية"."""
        if draft.descriptor not in ("border", "capital") and "ar.place.lands" not in draft.rules:
            return None
        draft.at = hit.last
        draft.rules.append(hit.row.id)
        second = self._hits.get(draft.at)
        if draft.descriptor == "border" and second and _is_adjective(second):
            draft.at = second.last
            draft.rules.append(second.row.id)
        country = place_key(hit.row.says["name"])
        if draft.descriptor == "capital":
            return f"عاصمه {country}"
        return country

    def listed(self, at: int, like: PlaceMention) -> Phrase | None:
        """A further name after "بلدتي كفريا", "قرى السفح": it shares their descriptor."""
        token = self._tokens[at]
        found = self._names.get(at)
        if found and found.prefix in ("", "و"):
            mention = PlaceMention(at, found.last, found.key, like.descriptor, rules=like.rules, prefix=found.prefix)
            return Phrase(mention, found)
        if token.kind != "w" or token.text[0] != "و" or at in self._hits or self._words.is_never_a_name(token.text[1:]):
            return None
        mention = PlaceMention(at, at + 1, token.text[1:], like.descriptor, rules=like.rules, prefix="و")
        return Phrase(mention, None)

    def _second(self, draft: _Draft) -> str | None:
        """The second name of "بين … و…" and "طريق … - …"."""
        if draft.offset != "between" and draft.descriptor not in ("road", "street", "front"):
            return None
        at = draft.at
        if at < len(self._tokens) and self._tokens[at].text in ("-", "–", "—"):
            at += 1
        hit = self._hits.get(at)
        if hit and hit.prefix == "و" and hit.row.says["kind"] in ("descriptor", "inside"):
            at = hit.last
        name = self._names.get(at)
        # "طريق دمشق حلب": two names side by side.
        side_by_side = draft.descriptor == "road" and at not in self._hits
        if not name or name.prefix not in ("", "و") or (at == draft.at and not name.prefix and not side_by_side):
            return None
        draft.at = name.last
        return name.key

    def _believed(self, draft: _Draft) -> str | None:
        """A name that no gazetteer has, after a descriptor: one word, or more where they hang together."""
        words: list[str] = []
        at = draft.at
        while len(words) < 3 and at < len(self._tokens):
            token = self._tokens[at]
            if not self._is_part_of_name(draft, at, bool(words)):
                break
            words.append(token.text)
            at += 1
            if token.text not in _NAME_GOES_ON:
                break
        if not words or key_of_words(words) in COMPOUND_HEADS:
            return None
        if at < len(self._tokens) and self._tokens[at].text in _TELLS_APART:
            words.append(self._tokens[at].text)
            at += 1
        draft.at = at
        draft.rules.append("name after a descriptor")
        key = key_of_words(words)
        return key if self._known.countries(key) or not self._known.countries(other_article(key)) else other_article(key)

    def _is_part_of_name(self, draft: _Draft, at: int, begun: bool) -> bool:
        """Whether the word at a token may stand in a name that no gazetteer has, as its first word or a further one."""
        token = self._tokens[at]
        if token.kind != "w":
            return False
        if token.text in _NAME_GOES_ON:
            return True
        if self._words.is_never_a_name(token.text):
            return False
        return begun or (self._may_be_name(draft, token) and (at not in self._hits or self._hits[at].article))

    def _may_be_name(self, draft: _Draft, token: Token) -> bool:
        """No name begins with an attached letter before the article; of posts and prisons only "الـ…" is taken for one."""
        if token.text[1:3] == "ال" and token.text[0] in "بوفك" or token.text.startswith("لل"):
            return False
        return draft.role == "place" or draft.descriptor in _BEAR_NAMES or token.text.startswith("ال")

    def _endings(self, draft: _Draft) -> None:
        """The adjectives after a name or a definite descriptor: الجنوبي, الشمالي الشرقي, المحتلة, المصرية."""
        while hit := self._hits.get(draft.at):
            kind = hit.row.says["kind"]
            if kind == "direction" and hit.article and hit.prefix in ("", "و"):
                draft.directions.append(hit.row.says["direction"])
            elif kind == "ending" and not hit.prefix:
                if "direction" in hit.row.says:
                    draft.directions.append(hit.row.says["direction"])
            elif kind == "nationality" and hit.article and not hit.prefix and (not draft.definite or draft.role == "facility"):
                # "السفارة الأمريكية" tells nothing of where it stands.
                draft.country = None if draft.role == "facility" else hit.row.says["country"]
            else:
                return
            draft.at = hit.last
            draft.rules.append(hit.row.id)

    def _what_it_is(self, draft: _Draft) -> None:
        """The adjectives of a facility without a name: سوق شعبي, قاعدة عسكرية, مسجد تابع."""
        while draft.at < len(self._tokens) and self._tokens[draft.at].text in self._words.generic:
            draft.at += 1
