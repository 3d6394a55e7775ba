"""Whether a number is a total: over a campaign, a period, an area, or several attacks taken together (codebook, Scope)."""

from collections.abc import Sequence
from itertools import pairwise

from hasila.extract.bond import HIT, IN_HANDS, Bond
from hasila.extract.draft import Draft
from hasila.extract.mentions import Mentions
from hasila.extract.several import clause_words, tells_several
from hasila.extract.sources import Attribution
from hasila.extract.times import TimeMention
from hasila.pack.context import attached, words
from hasila.text.tokens import Document

# So many are the toll of a war, not of one attack.
_TOO_MANY = 1000
_HUNDREDS = 100
# Two counts with so few words between them are told together.
_TOGETHER = 3
# A day's toll of parts stands between the dead and the wounded of one total: «24 قتيلاً بينهم طفل، و121 جريحاً».
_BEYOND_PARTS = 2
# «منذ هجوم آذار الذي قتل فيه»: so near is what the period begins with.
_BEGINS_WITH = 4


def is_cumulative(
    document: Document, bond: Bond, time: TimeMention | None, mentions: Mentions, source: Attribution | None
) -> bool:
    """Whether a number is a total over a campaign, a period or several attacks. One person is no total."""
    if bond.parent is None and (bond.group.low, bond.group.high) == (1, 1):
        return False
    return (
        _too_many(bond)
        or (bond.outcome == "displaced" and (time is None or time.phrase.kind != "day"))
        or _over_time(document, bond, time)
        or _summed(document, bond, time)
        or _of_a_report(document, bond, source, mentions)
        or tells_several(document, bond, mentions)
    )


def share_totals(drafts: Sequence[Draft]) -> None:
    """
    What makes one of two counts told together a total holds for the other.

    «قتل 3 وأصيب 9 في حوادث متفرقة», «قتل 60 منذ بداية العام وأصيب 90». A number too great for one attack says so of
    itself alone.
    """
    for one, two in reversed(list(pairwise(drafts))):
        together = one.bond.sentence == two.bond.sentence and 0 <= two.first - one.last <= _TOGETHER
        moved = two.outcome in IN_HANDS or two.outcome == "displaced"
        if together and two.scope == "cumulative" and not moved and not _too_many(two.bond):
            one.scope = "cumulative"
            if two.time and two.time.phrase.kind == "since" and (one.time is None or one.time.phrase.kind == "day"):
                one.time = two.time
    for one, two in pairwise([d for d in drafts if d.bond.parent is None and d.outcome in HIT]):
        told = max([one.last, *(d.last for d in drafts if d.bond.parent is one.bond)])
        together = one.bond.sentence == two.bond.sentence and 0 <= two.first - told <= _BEYOND_PARTS
        if together and one.scope == "cumulative" and not _too_many(one.bond):
            for draft in drafts:
                if draft is two or draft.bond.parent is two.bond:
                    draft.scope = "cumulative"


def _too_many(bond: Bond) -> bool:
    """Whether so many suffered it that it is the toll of a war; a convoy may free or move thousands in one day."""
    moved = bond.outcome in ("evacuated", "released", "surrendered")
    low, high = bond.group.low or 0, bond.group.high
    return not moved and (
        max(low, high or 0) >= _TOO_MANY or (bond.outcome == "killed" and low == _HUNDREDS and high is None)
    )


def _over_time(document: Document, bond: Bond, time: TimeMention | None) -> bool:
    """Whether harm is told over a time, in the sentence's phrase or right after the number."""
    if time is not None and _over_period(document, time) and not _begins_with(document, time, bond):
        return True
    end = min(document.sentences[bond.sentence][1], bond.last + 5)
    told = [t.text for t in document.tokens[bond.last : end]]
    # «أوقع 6800 قتيل في 15 شهراً», «305 قتلى خلال 3 أيام»
    return any(
        (word in ("في", "خلال") and words("years") & set(told[at + 1 : at + 3]))
        or (word == "خلال" and words("days") & set(told[at + 1 : at + 3]))
        for at, word in enumerate(told)
    )


def _over_period(document: Document, time: TimeMention) -> bool:
    """
    Whether a time is one over which harms add up: since a day, during a month, in the last two days.

    A period is one only after words of duration: «قتلوا في أيار» may be one day, «خلال أيار» is the month's toll.
    """
    if time.phrase.kind == "since":
        return True
    around = [t.text for t in document.tokens[max(0, time.first - 2) : time.first + 2]]
    during = any(w in words("during") or w.lstrip("و") in words("during") for w in around)
    units = {t.text for t in document.tokens[time.first : time.last]}
    if attached("ago") & {t.text for t in document.tokens[max(0, time.first - 1) : time.last]}:
        return False
    if time.phrase.kind == "period":
        return during or bool(units & attached("several_units")) or "ساعه" in document.text(time.first, time.last)
    return time.phrase.kind == "vague" and during and bool(units & attached("several_units"))


def _begins_with(document: Document, time: TimeMention, bond: Bond) -> bool:
    """«منذ هجوم آذار الذي قتل فيه 52»: the harm is of what the period begins with."""
    between = {t.text for t in document.tokens[time.last : bond.first]}
    return time.phrase.kind == "since" and bond.first - time.last <= _BEGINS_WITH and bool(between & attached("who"))


def _summed(document: Document, bond: Bond, time: TimeMention | None) -> bool:
    """Whether the words say that the number is a sum, the toll of a war or a campaign, or of all who are held."""
    first, last = document.sentences[bond.sentence]
    near = {t.text for t in document.tokens[max(first, bond.first - 6) : min(last, bond.last + 3)]}
    clause = clause_words(document, bond)
    told = set(clause)
    if near & attached("summed") or _of_war(clause):
        return True
    if told & attached("tally") and time is not None and time.phrase.kind == "period":
        return True
    # «40 أسيراً في سجون كذا»: those who are held, whenever they were taken.
    if bond.outcome == "detained" and bond.harm is None and told & attached("held_at"):
        return True
    after = [t.text for t in document.tokens[bond.first : last]][: len(clause)]
    return bond.outcome in HIT and any(a in words("within") and b in attached("campaign") for a, b in pairwise(after))


def _of_war(clause: Sequence[str]) -> bool:
    """Whether a clause lays the harm on a war; remnants of war and flight from it tell another end."""
    return any(
        word in attached("wars") and before not in attached("not_the_war") for before, word in pairwise(["", *clause])
    )


def _of_a_report(document: Document, bond: Bond, source: Attribution | None, mentions: Mentions) -> bool:
    """A report or statistics count what happened over a time, unless a day is told beside the number."""
    first, last = document.sentences[bond.sentence]
    if source is None or any(first <= t.first < last and t.phrase.kind in ("day", "night") for t in mentions.times):
        return False
    return bool(attached("report") & {t.text for t in document.tokens[source.first : source.last]})
