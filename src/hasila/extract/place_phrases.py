"""The grammar of a place phrase: distance, direction, descriptor, name, and the adjectives after it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hasila.extract.facility_names import FacilityNames
from hasila.extract.known_names import FoundName
from hasila.extract.place_belief import NameBelief
from hasila.extract.place_draft import Draft, direction_of
from hasila.extract.place_mention import PlaceMention
from hasila.extract.place_names import PlaceNames, place_key
from hasila.extract.place_words import PlaceWords
from hasila.pack.lexicon import Hit
from hasila.text.tokens import Token

# In the names of these, words for hills and valleys belong to the name.
_SETTLEMENTS = frozenset(["village", "town", "city", "camp", "neighbourhood", "district", "area"])
# Places that bear the names of what stands there.
_NAMED_AFTER = frozenset(["neighbourhood", "street", "village", "camp"])
_IN_NAMES = frozenset(["mountain", "valley"])
# Names that begin so say what they are: "جبل الزاوية", "مستشفى الشفاء" (but "سوق الشيوخ" is a town).
_FACILITIES = frozenset({"hospital", "school", "mosque", "prison", "airport", "base", "crossing", "bridge", "square"})
_IN_FULL_NAMES = _FACILITIES | {"mountain", "valley", "desert", "street"}
# "العاصمة صنعاء": with the article these have their name after them.
_DEFINITE_WITH_NAME = frozenset(["capital", "city", "border", "countryside", "road"])
_BEFORE_NAME = frozenset({"من", "عن", "مع", "بين"})


class Phrase(NamedTuple):
    """A mention as its own words tell it, the known name in it, and whether its descriptor is for several."""

    mention: PlaceMention
    name: FoundName | None
    plural: bool = False


def _is_adjective(hit: Hit) -> bool:
    """Whether a hit is an adjective of a country after a noun: السورية."""
    return hit.row.says["kind"] == "nationality" and hit.article and not hit.prefix


class PhraseReader:
    """Reads the place phrases of one report, given the place words and the known names in it."""

    def __init__(
        self,
        words: PlaceWords,
        known: PlaceNames,
        tokens: Sequence[Token],
        hits: Mapping[int, Hit],
        names: Mapping[int, FoundName],
    ) -> None:
        self._words, self._known, self._tokens, self._hits, self._names = words, known, tokens, hits, names
        self._belief = NameBelief(words, known, tokens, hits, names)
        self._facilities = FacilityNames(words, tokens, hits)

    def read(self, first: int) -> Phrase | None:
        """The phrase that begins at a token, or None."""
        draft = Draft(first)
        while self._lead(draft, first):
            pass
        if draft.at == first and first not in self._names:
            return None
        found, key = self._name(draft, first)
        other = self._second(draft) if key else None
        if draft.role == "facility" and draft.at > first:
            if key is None:
                key = self._facilities.called(draft, first)
            else:
                self._facilities.further(draft, bool(found))
        if key is None:
            if (
                not (draft.definite or draft.role == "facility")
                or draft.at == first
                or (draft.definite and draft.plural)
            ):
                return None
            key = ""
        self._endings(draft)
        if not key and draft.role == "facility":
            self._facilities.sort(draft)
        hit = self._hits.get(first)
        prefix = hit.prefix if hit else ""
        if found and found.first == first:
            prefix = found.prefix
            if hit and hit.row.says.get("type") in _IN_FULL_NAMES:
                draft.descriptor = hit.row.says["type"]
                draft.role = "facility" if hit.row.says["kind"] == "facility" else "place"
        mention = PlaceMention(
            first, draft.at, key, draft.descriptor, direction_of(draft.directions), draft.offset, draft.role,
            (), tuple(draft.rules), prefix, draft.definite and not key, other, draft.country,
        )  # fmt: skip
        return Phrase(mention, found, draft.plural)

    def _lead(self, draft: Draft, first: int) -> bool:
        """Read one thing that stands before the name; False where the name, or nothing, comes next."""
        at = draft.at
        if at >= len(self._tokens):
            return False
        if self._tokens[at].kind == "n":
            return self._distance(draft)
        hit, name = self._hits.get(at), self._names.get(at)
        if name and (not hit or name.last > hit.last or (hit.article and hit.row.says["kind"] == "inside")):
            return False
        if name and draft.descriptor in _SETTLEMENTS and not self._is_told_before(name):
            return False
        if not hit:
            if at > first and (draft.offset or draft.directions) and self._tokens[at].text in _BEFORE_NAME:
                draft.at += 1
                return True
            return draft.descriptor == "border" and self._skip_joint(draft)
        if at > first and hit.prefix and not self._may_follow(draft, hit):
            return False
        return self._take(draft, hit)

    def _may_follow(self, draft: Draft, hit: Hit) -> bool:
        kind = hit.row.says["kind"]
        if hit.prefix == "و":
            return kind == "direction" and bool(draft.directions)
        return hit.prefix == "ل" and (draft.definite or draft.descriptor == "border")

    def _skip_joint(self, draft: Draft) -> bool:
        if self._tokens[draft.at].text in _BEFORE_NAME:
            draft.at += 1
            return True
        return False

    def _distance(self, draft: Draft) -> bool:
        unit = self._hits.get(draft.at + 1)
        if not unit or unit.row.says["kind"] != "unit":
            return False
        draft.offset = f"{self._tokens[draft.at].text} km"
        draft.at = unit.last
        draft.rules.append(unit.row.id)
        return True

    def _take(self, draft: Draft, hit: Hit) -> bool:
        """Take a place word into the phrase; False where it does not belong there."""
        kind = hit.row.says["kind"]
        if draft.descriptor in _SETTLEMENTS and kind == "descriptor" and hit.row.says["type"] in _IN_NAMES:
            return False  # "بلدة تل الورد", "منطقة وادي النخيل"
        if draft.role == "facility" or (draft.descriptor == "governorate" and hit.article and not draft.definite):
            # What follows a facility is where it stands; "مقاطعة الجزيرة" is a name.
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
        elif kind in ("descriptor", "facility", "naming"):
            between = draft.offset == "between"
            if draft.definite and hit.prefix != "ل" and not between:
                return False
            if kind == "facility" and hit.article and draft.descriptor in _NAMED_AFTER and not draft.plural:
                return False  # "حي الجامعة", "شارع المستشفى"
            self._describe(draft, hit, kind)
            return not draft.definite or kind == "facility" or self._leads_to_name(draft)
        elif kind == "anaphor":
            draft.descriptor, draft.definite = hit.row.says["type"], True
        elif kind != "inside" or (hit.article and hit.row.id != "ar.place.lands"):
            return False
        draft.at = hit.last
        draft.rules.append(hit.row.id)
        return not draft.definite or kind == "between"

    def _leads_on(self, hit: Hit) -> bool:
        """In "إلى الشمال من بغداد": a direction with the article that leads to a name."""
        return hit.last < len(self._tokens) and self._tokens[hit.last].text == "من"

    def _describe(self, draft: Draft, hit: Hit, kind: str) -> None:
        says = hit.row.says
        if draft.descriptor != "countryside" and not (draft.descriptor == "road" and draft.offset == "between"):
            draft.descriptor = says["type"]
        draft.plural = bool(says.get("plural"))
        draft.definite = hit.article and kind != "naming"
        draft.role = "facility" if kind == "facility" else "place"
        draft.at = hit.last
        draft.rules.append(hit.row.id)

    def _leads_to_name(self, draft: Draft) -> bool:
        """After "الريف", "الحدود", "العاصمة": their adjectives, and whether a name is still to come."""
        self._endings(draft)
        name, hit = self._names.get(draft.at), self._hits.get(draft.at)
        return bool(
            (name and name.prefix in ("", "ل", "لل"))
            or (hit and (hit.prefix == "ل" or hit.row.says["kind"] == "between"))
            or draft.descriptor == "border"
        )

    def _name(self, draft: Draft, first: int) -> tuple[FoundName | None, str | None]:
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
        if found and draft.descriptor != "governorate" and self._is_told_before(found):
            return None, None
        if found and (at == first or self._fits(draft, found)):
            return self._of_known(draft, found)
        if (found and found.prefix) or not self._belief.may_begin(draft):
            return None, None
        return None, self._belief.believed(draft)

    def _is_told_before(self, found: FoundName) -> bool:
        """Whether a name is a descriptor with its article, and no more: "مستشفى المدينة" is not that of Medina."""
        hit = self._hits.get(found.first)
        if not (hit and hit.article and hit.last == found.last and hit.row.says["kind"] == "descriptor"):
            return False
        # But "مدينة القريتين" is a town of that name.
        return not hit.row.says.get("plural") or not found.weighty

    def _fits(self, draft: Draft, found: FoundName) -> bool:
        """Whether a known name may stand after what was read: nothing attached to it, or ل ("الريف الجنوبي لإدلب")."""
        return not found.prefix or (found.prefix in ("ل", "لل") and bool(draft.definite or draft.descriptor))

    def _of_known(self, draft: Draft, found: FoundName) -> tuple[FoundName | None, str | None]:
        if draft.definite and not found.prefix and draft.descriptor not in _DEFINITE_WITH_NAME:
            return None, None
        draft.at = found.last
        longer = self._belief.longer(draft, found)
        if longer:
            return None, longer
        capital = f"عاصمه {found.key}"
        if draft.descriptor == "capital" and self._known.countries(capital):
            return found, capital
        return found, found.key

    def _of_country(self, draft: Draft, hit: Hit) -> str | None:
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

    def _second(self, draft: Draft) -> str | None:
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

    def _endings(self, draft: Draft) -> None:
        """The adjectives after a name or a definite descriptor: الجنوبي, الشمالي الشرقي, المحتلة, المصرية."""
        while hit := self._hits.get(draft.at):
            kind = hit.row.says["kind"]
            if kind == "direction" and hit.article and hit.prefix in ("", "و"):
                draft.directions.append(hit.row.says["direction"])
            elif kind == "ending" and not hit.prefix:
                if "direction" in hit.row.says:
                    draft.directions.append(hit.row.says["direction"])
            elif _is_adjective(hit) and (not draft.definite or draft.role == "facility"):
                # "السفارة الأمريكية" tells nothing of where it stands.
                draft.country = None if draft.role == "facility" else hit.row.says["country"]
            else:
                return
            draft.at = hit.last
            draft.rules.append(hit.row.id)
