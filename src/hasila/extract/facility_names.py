"""What a facility is called that no gazetteer knows by name: القصر الرئاسي, مقر الحزب الديمقراطي, السفارة الفلانية."""

from collections.abc import Mapping, Sequence

from hasila.extract.place_draft import Draft
from hasila.extract.place_words import PlaceWords
from hasila.pack.context import words
from hasila.pack.lexicon import Hit
from hasila.text.tokens import Token

# The rule by which a facility bears such a name: where it stands, the town beside it tells.
TOLD = "what a facility is called"
# Adjectives of belonging end so; ة is folded to ه.
_OF = ("ي", "يه")
# With the article these stand for one that was told, or for the one where the victims were brought.
_NO_NAMES = frozenset({"hospital", "checkpoint", "crossing", "bridge"})
# Words of one name at most.
_LONGEST = 7


class FacilityNames:
    """Reads what facilities are called, in one report."""

    def __init__(self, words: PlaceWords, tokens: Sequence[Token], hits: Mapping[int, Hit]) -> None:
        self._words, self._tokens, self._hits = words, tokens, hits
        # The sorts of which one has been named: what has the article then stands for it ("القاعدة الجوية").
        self._named: set[str | None] = set()

    def called(self, draft: Draft, first: int) -> str | None:
        """The words by which a facility without a name is told from others of its sort; None where there are none."""
        if draft.descriptor in _NO_NAMES or (draft.definite and draft.descriptor in self._named):
            return None
        start = draft.at
        if draft.definite and (draft.descriptor == "base" or self._tokens[start - 1].text in words("stand_for")):
            return None  # "القاعدة الأمريكية", "اللواء التركي", "الأسواق العالمية"
        if not draft.definite:
            self._institution(draft)
        if draft.definite or draft.at > start:
            self._adjectives(draft)
        if draft.at == start:
            return None
        draft.definite = False
        draft.rules.append(TOLD)
        return " ".join(t.text for t in self._tokens[first : draft.at])

    def further(self, draft: Draft, known: bool) -> None:
        """Read on in a name of which one word was believed: مقر الحزب → الديمقراطي; a known name is whole."""
        self._named.add(draft.descriptor)
        last = self._tokens[draft.at - 1].text
        if known or draft.descriptor in _NO_NAMES or not last.startswith("ال"):
            return
        start = draft.at
        self._adjectives(draft)
        if last[2:] in self._words.institutions and self._is(draft.at, "لل"):
            # "المؤسسة الوطنية للكهرباء"
            draft.at += 1
            self._adjectives(draft)
        if draft.at > start or last[2:] in self._words.institutions:
            draft.rules.append(TOLD)

    def sort(self, draft: Draft) -> None:
        """The adjectives of a facility without a name: سوق شعبي, قاعدة عسكرية, مسجد تابع."""
        while draft.at < len(self._tokens) and self._tokens[draft.at].text in self._words.generic:
            draft.at += 1

    def _institution(self, draft: Draft) -> None:
        """ "خدمة الاستخبارات", "قيادة قوات الطوارئ": nouns of institutions, the last with its article."""
        at = draft.at
        # "قيادة لقوات كذا", but no "نقطة لقوات كذا".
        while at < len(self._tokens) and self._tokens[at].text in self._words.institutions:
            at += 1
            at += self._is(at, "ل") and self._tokens[at].text[1:] in self._words.institutions
        if at == draft.at:
            return
        draft.at = at + (self._is(at, "ال") and at not in self._hits)

    def _adjectives(self, draft: Draft) -> None:
        first = draft.at
        while draft.at - first < _LONGEST and self._is_adjective(draft.at):
            draft.at += 1

    def _is_adjective(self, at: int) -> bool:
        if not self._is(at, "ال"):
            return False
        if self._tokens[at].text in self._words.institutions:
            return True  # "العليا", "العامة"
        hit = self._hits.get(at)
        if hit:
            return hit.row.says["kind"] == "nationality" and hit.article and not hit.prefix
        word = self._tokens[at].text
        return word.endswith(_OF) and not self._words.is_never_a_name(word)

    def _is(self, at: int, beginning: str) -> bool:
        """Whether a word begins so and no comma stands before it."""
        return at < len(self._tokens) and self._tokens[at].kind == "w" and self._tokens[at].text.startswith(beginning)
