"""Whether a statement is a claim at all, and how it is meant: affirmed, denied, uncertain."""

from hasila.extract.bond import Bond
from hasila.extract.harms import Harm
from hasila.extract.mentions import Mentions
from hasila.extract.sources import Attribution
from hasila.text.fold import fold_word
from hasila.text.tokens import Document

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
        if hedge.reads == "unreal" and _goes_on(bond):
            continue
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


def _goes_on(bond: Bond) -> bool:
    """ "أحبطت الهجوم وقتلت 21 منهم": a verb with و and a number tells what was done besides."""
    harm = bond.harm
    return bool(harm and harm.shape == "verb" and not harm.ambiguous and harm.prefix == "و" and bond.group.explicit)


def _is_aim(document: Document, harm: Harm) -> bool:
    """«سيقتل» is yet to come; «لاعتقال ناشطين» is an aim, unless something led to it ("أدى لمقتل")."""
    if harm.prefix.endswith("س"):
        return True
    before = document.tokens[harm.first - 1].text if harm.first else ""
    return harm.prefix.endswith("ل") and harm.transitive and harm.shape != "verb" and before not in _LED


_LED = {fold_word(w) for w in "أدى أدت يؤدي تؤدي نتيجة إضافة أدّى".split()}


def stance_of(document: Document, bond: Bond, mentions: Mentions, source: Attribution | None) -> str:
    """Affirmed, denied or uncertain, by the hedge before the harm and the attitude of who says it."""
    at = bond.first
    first, _ = document.sentences[bond.sentence]
    for hedge in mentions.hedges:
        if first <= hedge.first < at and at - hedge.last <= 9 and hedge.reads in ("denied", "uncertain"):
            gap = document.tokens[hedge.last : at]
            # «غارات يرجح أنها للتحالف»: whose they were is in doubt, not who died.
            of_side = any(hedge.last < a.first <= hedge.last + 2 for a in mentions.actors if a.first < at)
            if not of_side and not any(t.text in _BREAKS for t in gap):
                return hedge.reads
    return "denied" if source is not None and source.attitude == "denies" and at - source.scope[0] <= 9 else "affirmed"
