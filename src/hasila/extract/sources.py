"""Sources: who says what, from the verbs, prepositions and colons that tell it."""

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from hasila.extract.actors import ActorMention
from hasila.extract.quotations import quotations
from hasila.extract.speakers import Speaker, Speakers
from hasila.model.claim import SourceKind
from hasila.pack.lexicon import Hit, Lexicon
from hasila.pack.rows import Pack
from hasila.text.tokens import Document

Attitude = Literal["says", "claims", "confirms", "denies", "hearsay", "accuses"]


class Attribution(NamedTuple):
    """
    A speaker at tokens [first, last), and the tokens of what is said.

    `verb` is the id of the row that tells the saying; `chain` the outer conveyors, innermost first, as written.
    `open`: nothing follows in the speaker's own sentence (a colon at the end of a line): what comes after it is said.
    """

    first: int
    last: int
    kind: SourceKind
    verb: str
    attitude: Attitude
    scope: tuple[int, int]
    chain: tuple[str, ...]
    open: bool = False


# A speaker who stands before the verb is not further away than this.
_LONGEST_SUBJECT = 14
# A speaker and his colon at the beginning of a sentence take no more tokens than this.
_LONGEST_TITLE = 24


@cache
def source_words(pack: Pack) -> Lexicon:
    """The rows of the family "sources", made ready once."""
    return Lexicon(pack.family("sources"))


def find_attributions(
    document: Document, pack: Pack, actors: Sequence[ActorMention], hits: Sequence[Hit] | None = None
) -> list[Attribution]:
    """
    Who says what in a text, in the order of the sayings; `hits`: what `source_words` finds, where they were asked before.

    >>> from hasila.pack.rows import load_pack
    >>> from hasila.text.tokens import read_document
    >>> document = read_document("نقلت وكالة محلية عن مصدر طبي قوله إن خمسة قتلوا. وأضاف أن ثلاثة أصيبوا.")
    >>> [(document.text(a.first, a.last), a.kind) for a in find_attributions(document, load_pack(), [])]
    [('مصدر طبي', 'medical'), ('مصدر طبي', 'medical')]
    """
    hits = source_words(pack).find(document.tokens) if hits is None else hits
    return _Reading(document, hits, actors).attributions()


def speaker_at(attributions: Sequence[Attribution], token: int) -> Attribution | None:
    """Who says the word at a token: the narrowest scope around it; None where the text itself says it."""
    around = [a for a in attributions if a.scope[0] <= token < a.scope[1]]
    return min(around, key=lambda a: (a.scope[1] - a.scope[0], -a.scope[0], -a.first), default=None)


class _Reading:
    """One pass over the sayings of a document; the speaker of a sentence is remembered for "وأضاف"."""

    def __init__(self, document: Document, hits: Sequence[Hit], actors: Sequence[ActorMention]) -> None:
        self._document = document
        self._tokens = document.tokens
        self._hits = hits
        self._actors = actors
        self._quotations = quotations(document)
        self._speakers = Speakers(document, hits, actors, {q[0] for q in self._quotations})
        self._last: Speaker | None = None
        self._named_until = -2
        self._found: list[Attribution] = []

    def attributions(self) -> list[Attribution]:
        at = 0
        for first, last in self._document.sentences:
            while at < len(self._hits) and self._hits[at].first < first:
                at += 1
            begin = at
            while at < len(self._hits) and self._hits[at].first < last:
                at += 1
            before = self._found[-1] if self._found else None
            self._sentence(first, last, self._hits[begin:at])
            if before is not None and self._found[-1] is before and self._carries(before, first):
                self._found.append(before._replace(verb="rule.goes_on", scope=(first, last)))
        return self._found

    def _carries(self, before: Attribution, first: int) -> bool:
        """Whether a sentence without a speaker of its own is still what the speaker before it says."""
        if before.open:
            return True
        end = before.scope[1] - 1
        if any(q[0] <= end and first < q[1] for q in self._quotations if q[0] >= before.scope[0] - 3):
            return True
        # "وأصيب طفلان", "كما قتل رجل" in the same paragraph: more of the same harm.
        paragraphs, sequel = self._document.paragraph_of, self._speakers.hit(first)
        if paragraphs[end] != paragraphs[first] or sequel is None or sequel.row.says["shape"] != "sequel":
            return False
        return sequel.prefix == "و" or sequel.last - sequel.first > 1

    def _sentence(self, first: int, last: int, hits: Sequence[Hit]) -> None:
        clause = self._colon(first, last)
        for n, hit in enumerate(hits):
            if hit.first < clause:
                continue
            shape = hit.row.says["shape"]
            before = hits[n - 1] if n and hits[n - 1].last >= hit.first - 1 else None
            if shape == "verb":
                clause = max(clause, self._verb(hit, before, clause, last))
            elif shape == "preposition" and not hit.row.says.get("as"):
                clause = max(clause, self._preposition(hit, clause, last))
            elif shape == "participle" and self._last:
                self._say(self._last, hit, (hit.last, last), ())
            elif shape == "hearsay":
                self._hearsay(hit, last)
            elif shape == "background":
                self._last = None
                clause = hit.last

    def _colon(self, first: int, last: int) -> int:
        """ "الدفاع المدني: ..." at the beginning of a sentence; gives where the clause after it begins."""
        near = min(first + _LONGEST_TITLE, last)
        colons = [n for n in range(first, near) if self._tokens[n].text in (":", "؛")]
        if not colons:
            return first
        for start in (first, *(n + 1 for n in range(first, min(first + 5, near)) if self._tokens[n].text in "|:-")):
            speaker = self._speakers.read(start, last)
            if speaker is None or not speaker.known:
                continue
            colon = next((n for n in colons if speaker.stop <= n < speaker.stop + 4), None)
            if colon is not None:
                self._say(self._speakers.same(speaker), None, (colon + 1, last), _outlets(speaker))
                return min(colon + 1, last)
        return first

    def _verb(self, verb: Hit, before: Hit | None, clause: int, last: int) -> int:
        says = verb.row.says
        if says.get("convey"):
            return self._conveyed(verb, clause, last)
        accuses = says["attitude"] == "accuses"
        speaker = self._speakers.read(verb.last, last, subject=True, single=accuses)
        told = speaker is not None and self._is_subject(speaker, verb)
        if speaker is None or not told:
            subject = self._before(verb, clause)
            if self._speakers.claimed(verb.last):
                return clause
            if subject is not None:
                return self._forward(subject, verb, verb.last, last)
            if (
                (speaker is None or says.get("goes_on"))
                and self._last
                and verb.first - clause <= 2
                and self._may_go_on(verb)
            ):
                return self._forward(self._last, verb, verb.last, last)
            return clause
        if says.get("strict") and not self._that_follows(speaker.stop, last):
            return clause
        if says.get("needs") and speaker.kind not in ("local", "social", "media"):
            return clause
        if self._speakers.claimed(speaker.stop) or (accuses and not self._accuser(speaker, last)):
            return clause
        whole = self._speakers.same(speaker)
        if says.get("silent"):
            self._last = whole
            return clause
        quoted_after = (before is not None and before.row.says.get("as")) or self._after_what(verb)
        inside = verb.first - clause > 2
        if inside and (quoted_after or (self._ends(speaker.stop, last) and not self._that_follows(speaker.stop, last))):
            return self._backward(whole, verb, clause, last, _outlets(speaker))
        self._named_until = speaker.stop
        return self._forward(whole, verb, speaker.stop, last, _outlets(speaker))

    def _conveyed(self, verb: Hit, clause: int, last: int) -> int:
        """ "نقلت رويترز عن مصدر طبي قوله إن": the first speaker is whom the agency quotes."""
        conveyor = self._speakers.read(verb.last, last, subject=True)
        stop = conveyor.stop if conveyor else verb.last
        if stop < last and self._tokens[stop].text == "عن":
            speaker = self._speakers.read(stop + 1, last)
            if speaker is not None:
                chain = (self._text(conveyor),) if conveyor else ()
                return self._forward(self._speakers.same(speaker), verb, speaker.stop, last, chain)
        if conveyor is None or not conveyor.known:
            return clause
        if self._ends(conveyor.stop, last):
            return self._backward(conveyor, verb, clause, last, ()) if verb.first - clause > 2 else clause
        return self._forward(self._speakers.same(conveyor), verb, conveyor.stop, last)

    def _preposition(self, hit: Hit, clause: int, last: int) -> int:
        at = hit.last
        if at < last and self._tokens[at].text == "ما":
            return clause
        if hit.first <= self._named_until + 1 and not hit.row.says.get("quoting"):
            # "قال مصدر محلي، وفقاً لوكالة": the agency hands on what the source says.
            return clause
        speaker = self._speakers.read(at, last)
        if speaker is None or not (speaker.known or self._speakers.same(speaker) is not speaker):
            return clause
        whole = self._speakers.same(speaker)
        if hit.first - clause <= 2:
            return self._forward(whole, hit, speaker.stop, last, _outlets(speaker))
        return self._backward(whole, hit, clause, last, _outlets(speaker))

    def _hearsay(self, hit: Hit, last: int) -> None:
        speaker = Speaker(hit.first, hit.last, "local", True, False, None, hit.last)
        self._say(speaker, hit, (hit.last, last), ())

    def _is_subject(self, speaker: Speaker, verb: Hit) -> bool:
        """Whether a stretch after a verb is who says: somebody known, or a name that "أن" follows."""
        if speaker.known or self._speakers.same(speaker) is not speaker:
            return True
        return self._shape(speaker.stop) == "that" or self._is_colon(speaker.stop)

    def _may_go_on(self, verb: Hit) -> bool:
        """Whether a verb without a subject is the last speaker's: "وأضاف", "وقال إن", "ونفى مقتل مدنيين"."""
        says = verb.row.says
        goes_on = says.get("goes_on") or says["attitude"] in ("denies", "confirms")
        end = self._document.sentences[self._document.sentence_of[verb.first]][1]
        return goes_on or self._that_follows(verb.last, end)

    def _accuser(self, speaker: Speaker, last: int) -> bool:
        """Whether a belligerent accuses somebody; "يتهم المسلحون بقتل" says that he himself is accused."""
        after = (a.first for a in self._actors)
        return speaker.kind != "party" or any(speaker.last <= a < min(last, speaker.last + 8) for a in after)

    def _before(self, verb: Hit, clause: int) -> Speaker | None:
        """The speaker right before a verb: "المرصد السوري يعلن", "وكانت الشرطة، قد أعلنت"."""
        end = verb.first
        while end > clause and self._tokens[end - 1].text in ("قد", "،"):
            end -= 1
        start = end
        while start > clause and self._tokens[start - 1].kind != "p":
            start -= 1
        if not 0 < end - start <= _LONGEST_SUBJECT:
            return None
        speaker = self._speakers.read(start, end)
        if speaker is None or not speaker.known or speaker.stop != end:
            return None
        return self._speakers.same(speaker)

    def _forward(self, speaker: Speaker, hit: Hit, start: int, last: int, chain: tuple[str, ...] = ()) -> int:
        self._say(speaker, hit, (start, last), chain)
        return start

    def _backward(self, speaker: Speaker, hit: Hit, clause: int, last: int, chain: tuple[str, ...]) -> int:
        self._say(speaker, hit, (clause, last), chain)
        return clause

    def _say(self, speaker: Speaker, hit: Hit | None, scope: tuple[int, int], chain: tuple[str, ...]) -> None:
        if scope[0] > scope[1]:
            return
        says = hit.row.says if hit else {}
        kind: SourceKind = says.get("kind", speaker.kind) if says.get("needs") else speaker.kind
        attitude: Attitude = says.get("attitude", "says")
        verb = hit.row.id if hit else "rule.colon"
        is_open = scope[0] == scope[1] or self._tokens[scope[1] - 1].text == ":"
        self._found.append(Attribution(speaker.first, speaker.last, kind, verb, attitude, scope, chain, is_open))
        self._last = speaker
        self._speakers.tell(speaker)

    def _shape(self, at: int) -> str:
        hit = self._speakers.hit(at)
        return str(hit.row.says["shape"]) if hit else ""

    def _is_colon(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at].text == ":"

    def _after_what(self, verb: Hit) -> bool:
        """Whether "ما" stands before a verb: "وفق ما ذكرت الشرطة"."""
        return verb.first > 0 and self._tokens[verb.first - 1].text == "ما"

    def _ends(self, at: int, last: int) -> bool:
        """Whether nothing is said after a speaker: the sentence or its clause is over."""
        return at >= last or self._tokens[at].text in ("،", ".", ")")

    def _that_follows(self, at: int, last: int) -> bool:
        """Whether "أن" comes after adverbs and short insertions: "أعلنت الوزارة، اليوم الأحد، أن"."""
        return any(self._shape(n) == "that" or self._is_colon(n) for n in range(at, min(at + 8, last)))

    def _text(self, speaker: Speaker) -> str:
        return self._document.quote(speaker.first, speaker.last).text


def _outlets(speaker: Speaker) -> tuple[str, ...]:
    return (speaker.outlet,) if speaker.outlet else ()
