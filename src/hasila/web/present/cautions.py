"""What makes a claim worth a second thought, as sentences that stand on its card before it can be accepted."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext

from hasila.model.claim import Claim
from hasila.register.consequence import UNSURE
from hasila.web.present.actors import actor_name
from hasila.web.present.digits import bounds, comma, number
from hasila.web.present.labels import BASES, label
from hasila.web.present.reread import SecondLook, number_words

CONFIDENCE = (
    gettext_noop("no number is said"),
    gettext_noop("the number is far from the word of harm"),
    gettext_noop("the blame is carried over from another statement"),
    gettext_noop("the cause is not told"),
    gettext_noop("no place is told"),
    gettext_noop("the day is not told"),
    gettext_noop("it is denied"),
    gettext_noop("it is hedged"),
    gettext_noop("the people are not named by a noun"),
)
"""What the reader says where it is unsure, marked for translation."""


@dataclass(frozen=True)
class Caution:
    """A sentence; `grave`: the claim may be wrong, not only weak. `code` names the kind for tests and styles."""

    code: str
    text: str
    grave: bool = False


def cautions(claim: Claim, reasons: list[str], look: SecondLook | None, differs: bool = False) -> list[Caution]:
    """Everything to be seen before accepting a claim, the gravest first. `reasons` are codes of its consequence."""
    found = [*_of_stance(claim), *_of_register(reasons, differs), *_of_number(claim), *_of_blame(claim)]
    if look is not None:
        found += [*_number_differs(claim, look), *_sides_differ(claim, look), *_stance_differs(claim, look)]
    if claim.confidence.score < UNSURE or (claim.confidence.reasons and claim.confidence.score < 0.8):
        told = comma().join(_(reason) for reason in claim.confidence.reasons) or _("no reason given")
        found.append(Caution("unsure", _("Read unsurely (%(score)s): %(reasons)s") % {
            "score": number(claim.confidence.score), "reasons": told}))  # fmt: skip
    return sorted(found, key=lambda caution: not caution.grave)


def _of_stance(claim: Claim) -> Iterator[Caution]:
    if claim.stance == "denied":
        yield Caution("denied", _("This is a denial: the source says that it did not happen."), grave=True)
    if claim.stance == "uncertain":
        yield Caution("uncertain", _("The source is not sure: feared, possible or unconfirmed."), grave=True)
    if claim.scope == "cumulative":
        yield Caution("cumulative", _("A running total over several events, not the toll of one."))


def _of_register(reasons: list[str], differs: bool) -> Iterator[Caution]:
    if differs:
        yield Caution("reread", _("A newer reading of this report says otherwise about these words."), grave=True)
    if "contradiction" in reasons:
        yield Caution("contradiction", _("Another claim about the same incident contradicts this one."), grave=True)
    if "denial" in reasons and claim_needs_word(reasons):
        yield Caution("denial", _("Somebody denies this in another claim about the same incident."), grave=True)
    if "update" in reasons:
        yield Caution("update", _("A later figure that may replace an earlier one."))


def claim_needs_word(reasons: list[str]) -> bool:
    """A contradiction already says that claims stand against each other."""
    return "contradiction" not in reasons


def _of_number(claim: Claim) -> Iterator[Caution]:
    if claim.low is None and claim.high is None:
        yield Caution("vague", _("The words give no number."))
    elif claim.low is None or claim.high is None:
        yield Caution("open", _("The words give a bound, not an exact number."))
    elif claim.approx:
        yield Caution("approx", _("The number is approximate."))


def _of_blame(claim: Claim) -> Iterator[Caution]:
    for blame in claim.blame:
        if blame.basis in ("carried", "suspected", "accused"):
            text = _("Blame of %(side)s: %(basis)s.") % {
                "side": actor_name(blame.actor, claim.date.from_ if claim.date else None),
                "basis": label(BASES, blame.basis),
            }
            yield Caution(f"blame-{blame.basis}", text, grave=blame.basis == "carried")
    without = sorted(set(claim.perpetrators) - {b.actor for b in claim.blame if b.evidence})
    if without:
        sides = pgettext("list", ", ").join(actor_name(a) for a in without)
        yield Caution("blame-without-words", _("No words are given for blaming: %(sides)s.") % {"sides": sides}, True)


def _number_differs(claim: Claim, look: SecondLook) -> Iterator[Caution]:
    counts = look.counts_at(number_words(claim))
    if counts and all((count.low, count.high) != (claim.low, claim.high) for count in counts):
        said = pgettext("list", ", ").join(dict.fromkeys(bounds(c.low, c.high, c.approx) for c in counts))
        text = _("The number differs from its own words, which say: %(said)s.") % {"said": said}
        yield Caution("number-differs", text, grave=True)


def _sides_differ(claim: Claim, look: SecondLook) -> Iterator[Caution]:
    for blame in claim.blame:
        named = look.sides_at(blame.evidence)
        if named and blame.actor not in named:
            text = _("The words given for this blame name another side: %(sides)s.") % {
                "sides": pgettext("list", ", ").join(actor_name(a) for a in sorted(named))
            }
            yield Caution("side-differs", text, grave=True)


def _stance_differs(claim: Claim, look: SecondLook) -> Iterator[Caution]:
    if claim.stance == "denied":
        return
    if denied := look.hedges(claim.quote, "denied"):
        text = _("Read as affirmed, but its sentence has words of denial: «%(words)s».") % {
            "words": comma().join(denied)
        }
        yield Caution("denial-near", text, grave=True)
    doubts = look.hedges(claim.quote, "uncertain") if claim.stance == "affirmed" else []
    if doubts:
        text = _("Read as affirmed, but its sentence has words of doubt: «%(words)s».") % {
            "words": comma().join(doubts)
        }
        yield Caution("doubt-near", text)
