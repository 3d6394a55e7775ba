"""Which time of a sentence belongs to a harm."""

from collections.abc import Sequence

from hasila.extract.bond import Bond
from hasila.extract.clause_words import rises_between
from hasila.extract.mentions import Mentions
from hasila.extract.sources import Attribution
from hasila.extract.times import TimeMention
from hasila.extract.when_beside import is_beside, is_measured
from hasila.pack.context import words
from hasila.text.fold import fold_word, folded_words
from hasila.text.tokens import Document

# So many tokens at most between "رداً على" and the time of what was answered.
_ANSWER = 14
# Words between people who fled and the day of their flight.
_BESIDE = 2
_CORRESPONDENT = fold_word("مراسل")
_TODAY = fold_word("اليوم")
_WEEKEND = [fold_word("نهاية"), fold_word("الأسبوع")]
_SO = folded_words("فإن فإنه فإنها")
_RESPONSIBILITY = fold_word("مسؤوليته").removesuffix("ه")
# A line of a date alone has so many other words at most (the hour, the outlet).
_DATELINE = 5
_DATED = ("day", "night", "period", "since", "running", "part", "vague")


def choose_time(document: Document, bond: Bond, mentions: Mentions) -> TimeMention | None:
    """The time that the bond's sentence tells for the harm, not for its announcement."""
    times, sources = mentions.times, mentions.sources
    first, last = document.sentences[bond.sentence]
    inside = [t for t in times if first <= t.first < last and t.phrase.kind in _DATED]
    inside = [
        t for t in inside if not of_announcement(document, t, sources, bond.first) and not begins_war(document, t)
    ]
    if document.title_last:
        # "Until now" is the day of a post; in an article it dates nothing.
        inside = [t for t in inside if t.phrase.kind != "running"]
    inside = [t for t in inside if not rises_between(document, bond.last, t.first) and not of_other(document, t)]
    inside = [t for t in inside if not is_beside(document, bond, t)]
    if bond.outcome == "displaced":
        # Their number is a total, but for those whose flight is told of one day: "فرت 320 عائلة أمس".
        beside = bond.first - _BESIDE, bond.last + _BESIDE
        inside = [
            t
            for t in inside
            if t.phrase.kind in ("since", "period", "vague")
            or (t.phrase.kind == "day" and beside[0] <= t.last and t.first <= beside[1])
        ]

    def cost(time: TimeMention) -> float:
        distance = time.first - bond.last if time.first >= bond.last else bond.first - time.last
        return distance + (20 if time.phrase.kind in ("part", "vague") else 0)

    return min(inside, key=cost, default=None)


def of_announcement(
    document: Document, time: TimeMention, sources: Sequence[Attribution], harm: int | None = None
) -> bool:
    """
    Whether a time dates the saying, not the harm: "أعلن الجيش اليوم أنه قتل".

    It stands outside what is said, in a sentence in which somebody says it; or between a verb of saying and "أن".
    """
    first, last = document.sentences[document.sentence_of[time.first]]
    if time.first and document.tokens[time.first - 1].text in words("happened"):
        return False
    if any(t.text.startswith(_CORRESPONDENT) for t in document.tokens[max(first, time.first - 3) : time.last + 3]):
        # What the outlet's own correspondent reports is of that day.
        return False
    if (harm is None or harm >= time.last) and _opens_saying(document, time, last):
        return True
    verbs = [
        t for t in range(first, time.first) if _says(document.tokens[t].text) and not _claims(document, t, time.first)
    ]
    if verbs and not any(t.text in words("leads_on") for t in document.tokens[verbs[-1] : time.first]):
        # Between the verb of saying and what is said.
        until = harm + 1 if harm is not None and harm >= time.last else min(last, time.last + 6)
        if any(t.text in words("leads_on") for t in document.tokens[time.last : until]) or (
            harm is not None and harm >= time.last
        ):
            return True
    if harm is None or time.first > harm:
        # "... بحسب ما أعلنته المنظمة اليوم": the saying stands between the harm and the time.
        near = [t.text for t in document.tokens[max(harm or first, time.first - 9) : time.first]]
        if any(w in words("postponed") or (harm is not None and _says(w)) for w in near):
            return True
    if _ends_attribution(document, time, first):
        return True
    said = [s for s in sources if first <= s.first < last or first <= s.scope[0] < last]
    if any(s.scope[0] <= time.first < s.scope[1] for s in said):
        return False
    if said and harm is not None and any(s.scope[0] <= harm < s.scope[1] and time.first < s.scope[0] for s in said):
        return True
    return harm is None and bool(verbs) and bool(said)


def _opens_saying(document: Document, time: TimeMention, end: int) -> bool:
    """Whether a verb of saying follows a time at once: "والأحد أعلن الجيش أنه …"."""
    after = [t.text for t in document.tokens[time.last : min(end, time.last + 2)] if t.text not in ("،", ",")]
    return bool(after) and after[0] in words("said")


def _ends_attribution(document: Document, time: TimeMention, first: int) -> bool:
    """Whether a time ends the words that tell who says it: "وبحسب ما نقلته القناة أمس فإن …"."""
    after = document.tokens[time.last].text if time.last < len(document.tokens) else ""
    opens = document.tokens[first].text.removeprefix("و")
    return after in _SO and opens in words("postponed")


def _claims(document: Document, verb: int, time: int) -> bool:
    """Whether a verb of saying only claims an attack whose time follows: "أعلن التنظيم مسؤوليته عنه، وقع الأحد"."""
    after = [t.text for t in document.tokens[verb + 1 : time]]
    at = next((n for n, word in enumerate(after[:5]) if word.startswith(_RESPONSIBILITY)), None)
    return at is not None and "،" in after[at:]


def _says(word: str) -> bool:
    """Whether a word is a verb of saying, with what may hang on it ("وأعلنته")."""
    bare = word.removeprefix("و")
    return (
        bare in words("said")
        or bare in words("estimates")
        or bare.removesuffix("ها").removesuffix("ه") in words("said")
    )


def of_other(document: Document, time: TimeMention) -> bool:
    """
    Whether a time is that of what was answered ("رداً على هجوم السبت"), of a founding ("منذ تأسيس …"), or tells no day
    that is not told elsewhere ("نهاية الأسبوع").
    """
    first, _ = document.sentences[document.sentence_of[time.first]]
    before = [t.text for t in document.tokens[max(first, time.first - _ANSWER) : time.first]]
    told = [t.text for t in document.tokens[time.first : time.last]]
    if before[-1:] in (["الي"], ["حتي"]) and told[-1:] == [_TODAY]:
        # "4 آلاف قتيل إلى اليوم": the end of a running total, not a day.
        return True
    return (
        is_measured(document, time)
        or "ردا" in before
        or not words("no_start").isdisjoint(told)
        or told[-2:] == _WEEKEND
    )


def begins_war(document: Document, time: TimeMention) -> bool:
    """Whether a time dates the beginning of a war or operation: "النزاع الذي اندلع عام 2011"; no harm is dated by it."""
    before = [t.text for t in document.tokens[max(0, time.first - 4) : time.first]]
    return any(w in words("began") for w in before)


def begins(document: Document, time: TimeMention) -> bool:
    """Whether a time dates the beginning of something, told before it or close after it: "في 9 شباط أعلن بدء العملية"."""
    first, last = document.sentences[document.sentence_of[time.first]]
    near = document.tokens[max(first, time.first - 4) : min(last, time.last + 8)]
    return any(t.text in words("began") or t.text in words("beginning") for t in near)


def is_dateline(document: Document, time: TimeMention) -> bool:
    """Whether a date stands in a line of its own: the day of the report, not that of a harm."""
    first, last = document.paragraphs[document.paragraph_of[time.first]]
    return (last - first) - (time.last - time.first) <= _DATELINE
