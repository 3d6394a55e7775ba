"""Whether a statement is a claim at all, and how it is meant: affirmed, denied, uncertain; one incident or a running total."""

from hasila.extract.bond import Bond
from hasila.extract.harms import Harm
from hasila.extract.mentions import Mentions
from hasila.extract.sources import Attribution
from hasila.extract.times import TimeMention
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

# Words beside a number that make it a total, and words that tell of several incidents at once.
_TOTALS = {fold_word(w) for w in "إجمالي إجمالية الإجمالية المجموع مجموع الإجمالي".split()}
_SEVERAL = {fold_word(w) for w in "منفصلة متفرقة متفرقتين منفصلتين متعددة متزامنة".split()}
# A period is a total only after words of duration: "قتلوا في أيار" may be one day, "خلال أيار" is the month's toll.
_DURING = {fold_word(w) for w in "خلال طوال طيلة مدار غضون منذ آخر ال".split()}
_BREAKS = {"،", "؛", ":"}


def unreal(document: Document, bond: Bond, mentions: Mentions) -> bool:
    """Whether the harm is only planned, threatened, attempted, feared away or a matter of law: then it is no claim."""
    at = bond.harm.first if bond.harm else bond.group.first
    first, last = document.sentences[bond.sentence]
    for hedge in mentions.hedges:
        if hedge.reads == "no_conflict" and first <= hedge.first < last:
            return True
        if not (first <= hedge.first < at):
            continue
        gap = document.tokens[hedge.last : at]
        crossed = any(t.text in _BREAKS for t in gap)
        if hedge.reads == "unreal" and len(gap) <= hedge.reach and (not crossed or hedge.reach > 20):
            return True
        if hedge.reads == "law" and len(gap) <= hedge.reach and not crossed:
            return True
        # A condemnation only presupposes the harm: without a number it tells nothing new.
        if hedge.reads == "condemned" and len(gap) <= hedge.reach and not bond.group.explicit:
            return True
        if hedge.reads == "not_known" and len(gap) <= 4:
            return True
    return bond.harm is not None and _is_aim(document, bond.harm)


def _is_aim(document: Document, harm: Harm) -> bool:
    """«سيقتل» is yet to come; «لاعتقال ناشطين» is an aim, unless something led to it ("أدى لمقتل")."""
    if harm.prefix.endswith("س"):
        return True
    before = document.tokens[harm.first - 1].text if harm.first else ""
    return harm.prefix.endswith("ل") and harm.transitive and before not in _LED


_LED = {fold_word(w) for w in "أدى أدت يؤدي تؤدي نتيجة إضافة أدّى".split()}


def stance_of(document: Document, bond: Bond, mentions: Mentions, source: Attribution | None) -> str:
    """Affirmed, denied or uncertain, by the hedge before the harm and the attitude of who says it."""
    at = bond.first
    first, _ = document.sentences[bond.sentence]
    for hedge in mentions.hedges:
        if first <= hedge.first < at and at - hedge.last <= 9 and hedge.reads in ("denied", "uncertain"):
            gap = document.tokens[hedge.last : at]
            if not any(t.text in _BREAKS for t in gap):
                return hedge.reads
    return "denied" if source is not None and source.attitude == "denies" and at - source.scope[0] <= 9 else "affirmed"


_LONG = {fold_word(w) for w in "شهرا أشهر شهور شهرين عاما أعوام عامين سنة سنوات سنتين".split()}


def _over_years(document: Document, first: int, last: int) -> bool:
    """ "أوقع 6800 قتيل في 15 شهراً": a number over months or years."""
    words = [t.text for t in document.tokens[first:last]]
    return any(w in ("في", "خلال") and _LONG & set(words[at + 1 : at + 3]) for at, w in enumerate(words))


def is_cumulative(document: Document, bond: Bond, time: TimeMention | None) -> bool:
    """Whether a number is a total over a campaign, a period or several attacks."""
    if bond.outcome == "displaced":
        return True
    if time is not None and time.phrase.kind == "since":
        return True
    if time is not None and time.phrase.kind == "period":
        around = [t.text for t in document.tokens[max(0, time.first - 2) : time.first + 2]]
        if any(w in _DURING or w.lstrip("و") in _DURING for w in around) or "ساعه" in document.text(
            time.first, time.last
        ):
            return True
    first, last = document.sentences[bond.sentence]
    if _over_years(document, bond.last, min(last, bond.last + 5)):
        return True
    near = {t.text for t in document.tokens[max(first, bond.first - 6) : min(last, bond.last + 3)]}
    sentence = {t.text for t in document.tokens[first:last]}
    return bool(near & _TOTALS) or bool(sentence & _SEVERAL)
