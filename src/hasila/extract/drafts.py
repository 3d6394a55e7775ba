"""Drafts: claims whose place and time are still words. Puts together what was found in a document."""

from collections.abc import Sequence

from hasila.extract.actors import ActorMention
from hasila.extract.affiliation import affiliation_of, own_side
from hasila.extract.bind import Binder
from hasila.extract.blame import blamed_for_bond, blamed_speaker, risen
from hasila.extract.blame_words import as_thought
from hasila.extract.bond import HIT, Bond
from hasila.extract.carry_blame import carry_blame
from hasila.extract.carry_when import carry_time
from hasila.extract.carry_where import carry_place, incident_places
from hasila.extract.carry_who import (
    carry_status,
    share_ahead,
    share_status,
    side_of_militants,
    side_of_regulars,
    status_of_those_hit,
)
from hasila.extract.carry_why import carry_cause
from hasila.extract.causes import cause_in_sentence
from hasila.extract.clause_words import told_apart
from hasila.extract.draft import Draft, Story
from hasila.extract.episodes import Episode, find_episodes
from hasila.extract.facing import face_tolls
from hasila.extract.mentions import Mentions
from hasila.extract.named import named_victims
from hasila.extract.of_them import whom_they_mean
from hasila.extract.same import merge_same
from hasila.extract.scope import stance_of, unreal
from hasila.extract.sources import speaker_at
from hasila.extract.sums import part_sums
from hasila.extract.totals import is_cumulative, share_totals
from hasila.extract.when import choose_time
from hasila.extract.where import COARSE, choose_place
from hasila.extract.zeros import with_zeros
from hasila.pack.context import words
from hasila.text.tokens import Document


def draft_claims(document: Document, mentions: Mentions) -> tuple[list[Draft], list[Episode]]:
    """The claims of a document as drafts, in the order of the text, and the episodes that it tells."""
    doers = [(a.first, a.last) for a in mentions.actors if a.form != "label" and not a.person]
    bonds = Binder(document, mentions.groups, mentions.harms, doers).bind()
    bonds = with_zeros(document, [b for b in bonds if not unreal(document, b, mentions)], mentions)
    told = {b.sentence for b in bonds} | {document.sentence_of[b.first] for b in mentions.blamed}
    of = find_episodes(document, bonds, mentions, told)
    drafts: list[Draft] = []
    by_bond: dict[int, Draft] = {}
    for bond in bonds:
        draft = _draft(document, bond, mentions, of[bond.sentence], by_bond)
        by_bond[id(bond)] = draft
        drafts.append(draft)
    episodes = list({e.number: e for e in of.values()}.values())
    _carry(Story(document, mentions, of, drafts))
    kept = part_sums(document, merge_same(document, [d for d in drafts if not _natural(document, d)]))
    for draft in kept:
        draft.named = named_victims(document, draft, mentions)
    return kept, episodes


def _draft(document: Document, bond: Bond, mentions: Mentions, episode: Episode, by_bond: dict[int, Draft]) -> Draft:
    group, meant = whom_they_mean(document, bond, mentions)
    bond.group = group
    parent = by_bond.get(id(bond.parent)) if bond.parent else None
    source = speaker_at(mentions.sources, bond.harm.first if bond.harm and not bond.parent else group.first)
    side = (meant, True) if meant else affiliation_of(document, group, mentions.actors)
    own = own_side(document, group, source, mentions.actors) if side is None and not _arrested(document, bond) else None
    side = (own, True) if own else side
    status, affiliation = _status(bond.outcome, group.status, group.kinds, side)
    time = choose_time(document, bond, mentions)
    total = is_cumulative(document, bond, time, mentions, source)
    cause, cause_words = cause_in_sentence(document, bond, mentions.causes, total)
    blamed = [as_thought(document, b) for b in blamed_for_bond(document, bond, mentions, affiliation, cause)]
    blamed = [b for b in blamed if not told_apart(document, b.last, bond.first, total)]
    if total:
        blamed = [b for b in blamed if not risen(document, b, bond)]
    blamed = blamed or blamed_speaker(document, source, bond, mentions.actors, affiliation)
    # «نازحون» who fled are no kind beside their outcome.
    kinds = tuple(k for k in group.kinds if k != bond.outcome)
    draft = Draft(
        bond=bond, outcome=bond.outcome, low=group.low, high=group.high, approx=group.approx, unit=group.unit, status=status, kinds=kinds,
        affiliation=affiliation, cause=cause, blamed=blamed, carried=[], place=choose_place(document, bond, mentions), time=time,
        source=source, scope="cumulative" if total else "incident", stance=stance_of(document, bond, mentions, source),
        parent=parent, episode=episode, first=bond.first, last=bond.last,
    )  # fmt: skip
    if (
        draft.stance == "denied"
        and group.number == "two"
        and document.tokens[group.noun or group.first].text.endswith("ين")
    ):
        # «نفى مقتل مدنيين»: who denies, denies any.
        draft.low = draft.high = None
    draft.rules = [*bond.rules, *(b.rule for b in blamed)]
    draft.words["victims"] = [(group.first, group.last)]
    if bond.harm:
        draft.words["outcome"] = [(bond.harm.first, bond.harm.last)]
    if cause_words:
        draft.words["cause"] = [(h.first, h.last) for h in cause_words]
        draft.rules += [h.row for h in cause_words]
    if side and affiliation:
        draft.words["affiliation"] = [(side[0].first, side[0].last)]
        draft.rules += list(side[0].rules)
    if parent is not None:
        _like_parent(draft, parent)
    return draft


def _arrested(document: Document, bond: Bond) -> bool:
    """ "قال الجيش إنه ألقى القبض على ثمانية من عناصرها": whom he arrested are not his own, as those whom others captured are."""
    harm = bond.harm
    active = bond.outcome == "detained" and harm is not None and harm.names_doer
    return active and harm is not None and "سر" not in document.tokens[harm.first].text


def _status(
    outcome: str, status: str, kinds: Sequence[str], side: tuple[ActorMention, bool] | None
) -> tuple[str, str | None]:
    if status == "unknown" and outcome in ("displaced", "evacuated"):
        # Fighters who flee are not displaced (codebook, What is a claim): who is, lives there.
        status = "civilian"
    if side is None:
        return status, None
    actor, ranks = side
    # Fighters' families are no fighters.
    if status == "unknown" and "family" not in kinds and (ranks or actor.form in ("name", "force")):
        status = "combatant"
    belongs = status == "combatant" or "official" in kinds
    return status, actor.actor if belongs else None


def _like_parent(draft: Draft, parent: Draft) -> None:
    """A part has the cause, place, time, source, blame and stance of its whole unless its own words say otherwise."""
    draft.cause = parent.cause if draft.cause == "unknown" or parent.cause != "unknown" else draft.cause
    draft.blamed = draft.blamed or list(parent.blamed)
    draft.place, draft.time, draft.source = parent.place or draft.place, parent.time or draft.time, parent.source
    draft.scope, draft.stance = parent.scope, parent.stance
    if draft.status == "unknown" and parent.status != "unknown":
        draft.status = parent.status
        draft.affiliation = parent.affiliation
    if draft.bond.group.others and draft.status == "unknown":
        draft.status = parent.status


def _natural(document: Document, draft: Draft) -> bool:
    """A death by no told cause, in words that say only that somebody died, is left out (codebook, What is a claim)."""
    harm = draft.bond.harm
    plain = harm is not None and harm.row in ("ar.harm.killed.tuwuffiya", "ar.harm.killed.wafat")
    # «متأثراً بجراحه»: who died of wounds was wounded.
    plain = plain and not any(t.text in words("wounds") for t in document.tokens[draft.last : draft.last + 6])
    return plain and draft.status != "combatant" and draft.cause == "unknown" and not draft.blamed and not draft.carried


def _carry(story: Story) -> None:
    """What is told once for an incident holds for all its claims."""
    share_status(story.drafts)
    share_totals(story.drafts)
    share_ahead(story.document, story.drafts)
    face_tolls(story)
    for draft in story.drafts:
        side_of_regulars(story, draft)
        side_of_militants(story, draft)
    for draft in story.drafts:
        carry_status(story, draft)
        carry_cause(story, draft)
        status_of_those_hit(story, draft)
        carry_blame(story, draft)
        carry_place(story, draft)
        draft.beside = [p for p in incident_places(story, draft) if story.mentions.grain(p) < COARSE]
        carry_time(story, draft)
        if draft.outcome in HIT and draft.affiliation:
            # «أبو عاقلة أطلقها جندي إسرائيلي»: who belongs to the side that did it is no victim of it.
            draft.blamed = [b for b in draft.blamed if b.mention.actor != draft.affiliation]
