"""Speakers: how far the name of somebody who says something goes, whose word it is, and whom "المصدر" means."""

from bisect import bisect_left
from collections.abc import Container, Sequence
from typing import NamedTuple

from hasila.extract.actors import ActorMention
from hasila.model.claim import SourceKind
from hasila.pack.lexicon import Hit
from hasila.text.peel import bare
from hasila.text.tokens import Document

# A name and a title are hardly longer; a longer stretch is no name.
_LONGEST = 16
_STOPS = {"that", "said", "verb", "participle", "preposition", "self", "background", "hearsay"}


class Speaker(NamedTuple):
    """Somebody who says something, at tokens [first, last); `outlet` is whom he told it.

    `plain`: nothing but a title is known of him ("المصدر"), which may point back at somebody.
    """

    first: int
    last: int
    kind: SourceKind
    known: bool
    plain: bool
    outlet: str | None
    stop: int


class Speakers:
    """Reads speakers in one document."""

    def __init__(
        self, document: Document, hits: Sequence[Hit], actors: Sequence[ActorMention], quoted: Container[int]
    ) -> None:
        self._tokens = document.tokens
        self._document = document
        self._hits = {h.first: h for h in hits}
        self._actors = actors
        self._quoted = quoted
        self._firsts = [a.first for a in actors]
        self.told: list[Speaker] = []
        self._told_words: list[frozenset[str]] = []

    def read(self, at: int, limit: int, subject: bool = False, single: bool = False) -> Speaker | None:
        """
        The speaker whose name begins at a token (adverbs before it left out), before token `limit`.

        A subject has no preposition attached: "وأوضحت لوكالة محلية أن" names whom it was told, not who said it.
        `single`: a side that is named next is not the speaker's but whom he accuses ("اتهم مسؤول تركي حزباً").
        """
        first = self._start(at, limit)
        sides = {a.first for a in self._actors if a.first > first} if single else ()
        begin = self._hits.get(first)
        if subject and (
            (begin is not None and begin.prefix[-1:] in ("ل", "ب", "ك")) or self._text(first) in ("ل", "في")
        ):
            return None
        here, outlet, last = first, None, first
        inside: list[Hit] = []
        while here < min(limit, first + _LONGEST):
            token, hit = self._tokens[here], self._hits.get(here)
            if here > first and (here in self._quoted or here in sides):
                break
            if token.text == "ل" and here > first:
                outlet = self._text(here + 1) or None
                break
            if token.kind == "b" or (token.kind == "p" and not self._goes_on(here, limit, inside)):
                break
            if token.kind == "n" and not (inside and inside[-1].row.says.get("kind") == "media"):
                break
            if hit is not None:
                shape = hit.row.says["shape"]
                if shape in ("end", "sequel") or (shape in _STOPS and here > first):
                    break
                if shape in _STOPS:
                    return None
                if hit.prefix.endswith("ل") and hit.row.says.get("kind") == "media" and here > first:
                    outlet = token.text
                    break
                if shape in ("kind", "title") and not (hit.row.says.get("paper") and here > first):
                    inside.append(hit)
                here = hit.last
            else:
                here += 1
            last = here
        if last == first:
            return None
        if subject and inside:
            last = here = self._name_after(last, limit)
        return self._speaker(first, last, inside, outlet, here)

    def _text(self, at: int) -> str:
        return self._tokens[at].text if at < len(self._tokens) else ""

    def _name_after(self, at: int, limit: int) -> int:
        """Where a speaker ends whose name follows his title between commas: "مدير المركز، أحمد العلي، إن"."""
        if self._text(at) != "،":
            return at
        end = at + 1
        while end < min(limit, at + 6) and self._tokens[end].kind == "w" and end not in self._hits:
            end += 1
        closed = end < limit and (self._text(end) in ("،", ":") or self._shape(end) in ("that", "end"))
        return end if closed and end > at + 1 else at

    def _shape(self, at: int) -> str:
        hit = self._hits.get(at)
        return str(hit.row.says["shape"]) if hit else ""

    def hit(self, at: int) -> Hit | None:
        """The row that begins at a token."""
        return self._hits.get(at)

    def claimed(self, at: int) -> bool:
        """Whether a side's claim of responsibility begins at a token: blame, not a report of harm."""
        hit = self._hits.get(at)
        return hit is not None and bool(hit.row.says.get("claimed"))

    def _start(self, at: int, limit: int) -> int:
        """Past the adverbs and commas between a verb and its subject: "أعلنت، اليوم الأحد، وزارة الصحة"."""
        while at < limit:
            hit, token = self._hits.get(at), self._tokens[at]
            if hit is not None and hit.row.says.get("skip"):
                at = hit.last
            elif token.text in ("،", ",", "-", "–"):
                at += 1
            else:
                break
        return at

    def _goes_on(self, at: int, limit: int, inside: Sequence[Hit]) -> bool:
        """Whether a name goes on after a mark: a title after its bearer's name, or a bracket."""
        text = self._tokens[at].text
        if text in ("(", ")", "/", "-", "["):
            return text != "-" or not inside
        after = self._hits.get(at + 1)
        return text == "،" and not inside and after is not None and after.row.says["shape"] in ("kind", "title")

    def _speaker(self, first: int, last: int, inside: Sequence[Hit], outlet: str | None, stop: int) -> Speaker:
        kind: SourceKind = "local"
        actor = None if inside else self._actor_in(first, last)
        if inside:
            kind = _kind_of(inside)
        elif actor is not None:
            kind = "official" if actor.form in ("metonym", "adjective") else "party"
        plain = (
            len(inside) == 1
            and inside[0].first == first
            and inside[0].row.says["shape"] == "title"
            and inside[0].article
        )
        return Speaker(first, last, kind, any(map(_tells, inside)) or actor is not None, plain, outlet, stop)

    def _actor_in(self, first: int, last: int) -> ActorMention | None:
        at = bisect_left(self._firsts, first)
        return self._actors[at] if at < len(self._firsts) and self._firsts[at] < last else None

    def _words(self, speaker: Speaker) -> frozenset[str]:
        """The words of a speaker's name, without articles."""
        tokens = self._tokens[speaker.first : speaker.last]
        return frozenset(_bare(t.text) for t in tokens if t.kind == "w")

    def tell(self, speaker: Speaker) -> None:
        """Remember a speaker, so that a short name may mean him."""
        if not self.told or self.told[-1] is not speaker:
            self.told.append(speaker)
            self._told_words.append(self._words(speaker))

    def same(self, speaker: Speaker) -> Speaker:
        """The speaker named in full before, where this is only his short name ("المصدر", "العلي"), else himself."""
        words = self._words(speaker) - _POINTERS
        if not speaker.known or speaker.plain:
            # An unknown name may have run into what is said: its first word decides.
            words = frozenset((_bare(self._tokens[speaker.first].text),)) - _POINTERS
        if not words or len(words) > 3:
            return speaker
        for earlier, told in zip(reversed(self.told), reversed(self._told_words), strict=True):
            if words <= told and len(told) > len(words):
                return earlier
        hit = self._hits.get(speaker.first) or self._hits.get(speaker.last - 1)
        if speaker.known and len(words) == 1 and hit is not None and hit.article and hit.row.says["shape"] == "title":
            if hit.row.says.get("paper"):
                alike = [s for s in self.told if s.kind in ("official", "party", "monitor", "un")]
            else:
                alike = [s for s in self.told if hit.row.says.get("source") or s.kind == speaker.kind]
            if alike:
                return alike[-1]
        return speaker


# Words that point back at a speaker and do not name one: "المصدر نفسه", "تلك المصادر".
_POINTERS = frozenset(("نفسه", "نفسها", "ذاته", "ذاتها", "تلك", "هذا", "هذه", "ذلك"))


def _bare(word: str) -> str:
    """A word of a name without ل of "وفقاً للمصادر" and without the article, a plural of sources as one."""
    if word.startswith("ل") and word[1:] in _POINTERS:
        return word[1:]
    stem = word[2:] if word.startswith("لل") and len(word) > 4 else bare(word)
    return "مصدر" if stem in ("مصادر", "مصدرا") else stem


def _kind_of(inside: Sequence[Hit]) -> SourceKind:
    """
    Whose word it is: the first narrow word decides, then the first weak one, then the title.

    Of several speakers the first counts: "مسؤولون وشهود عيان" are officials.
    """
    joined = next((n for n, h in enumerate(inside) if n and h.prefix == "و"), len(inside))
    inside = sorted(inside[:joined], key=lambda h: h.row.says["shape"] == "title" and h.row.says["kind"] != "party")
    for wanted in (_narrow, _weak, _office, _any):
        for hit in inside:
            if wanted(hit):
                kind: SourceKind = hit.row.says["kind"]
                return kind
    return "local"


def _tells(hit: Hit) -> bool:
    """Whether a word makes somebody a speaker: a place or nation alone ("سورية: ...") does not."""
    return not (hit.row.says.get("weak") and hit.row.says["kind"] == "local")


def _narrow(hit: Hit) -> bool:
    return _weak(hit) and not hit.row.says.get("weak")


def _weak(hit: Hit) -> bool:
    return bool(hit.row.says["shape"] == "kind")


def _office(hit: Hit) -> bool:
    """A title that tells more than that there is a source: of two, an officer's ("المتحدث العقيد")."""
    return not hit.row.says.get("paper") and not hit.row.says.get("source")


def _any(hit: Hit) -> bool:
    return True
