"""Drafts: claims whose place and time are still words. Puts together what was found in a document."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hasila.extract.actors import ActorMention
from hasila.extract.affiliation import affiliation_of
from hasila.extract.bind import Binder, Bond
from hasila.extract.blame import blamed_for_bond, blamed_speaker
from hasila.extract.blame_words import Blamed
from hasila.extract.causes import cause_in_sentence, most_specific
from hasila.extract.episodes import Episode, find_episodes, turns
from hasila.extract.mentions import Mentions
from hasila.extract.places import PlaceMention
from hasila.extract.same import merge_same
from hasila.extract.scope import is_cumulative, stance_of, unreal
from hasila.extract.sources import Attribution, speaker_at
from hasila.extract.time_phrases import Since
from hasila.extract.times import TimeMention
from hasila.extract.where import COARSE, begins_war, choose_place, choose_time, is_dateline, is_place, of_announcement
from hasila.text.tokens import Document

Words = tuple[int, int]


@dataclass(slots=True)
class Draft:
    """A claim in the making. `words` maps a field to the token intervals that it rests on; `beside`: the incident's places."""

    bond: Bond
    outcome: str
    low: int | None
    high: int | None
    approx: bool
    unit: str
    status: str
    kinds: tuple[str, ...]
    affiliation: str | None
    cause: str
    blamed: list[Blamed]
    carried: list[Blamed]
    place: PlaceMention | None
    time: TimeMention | None
    source: Attribution | None
    scope: str
    stance: str
    parent: "Draft | None"
    episode: Episode
    first: int
    last: int
    words: dict[str, list[Words]] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)
    beside: list[PlaceMention] = field(default_factory=list)


def draft_claims(document: Document, mentions: Mentions) -> tuple[list[Draft], list[Episode]]:
    """The claims of a document as drafts, in the order of the text, and the episodes that it tells."""
    doers = [(a.first, a.last) for a in mentions.actors if a.form != "label" and not a.person]
    bonds = Binder(document, mentions.groups, mentions.harms, doers).bind()
    bonds = [b for b in bonds if not unreal(document, b, mentions)]
    told = {b.sentence for b in bonds} | {document.sentence_of[b.first] for b in mentions.blamed}
    of = find_episodes(document, bonds, mentions.places, mentions.times, told)
    drafts: list[Draft] = []
    by_bond: dict[int, Draft] = {}
    for bond in bonds:
        draft = _draft(document, bond, mentions, of[bond.sentence], by_bond)
        by_bond[id(bond)] = draft
        drafts.append(draft)
    episodes = list({e.number: e for e in of.values()}.values())
    _carry(document, drafts, mentions, of)
    return merge_same(document, drafts), episodes


def _draft(document: Document, bond: Bond, mentions: Mentions, episode: Episode, by_bond: dict[int, Draft]) -> Draft:
    group = bond.group
    parent = by_bond.get(id(bond.parent)) if bond.parent else None
    side = affiliation_of(document, group, mentions.actors)
    status, affiliation = _status(bond.outcome, group.status, group.kinds, side)
    cause, cause_words = cause_in_sentence(document, bond, mentions.causes)
    blamed = blamed_for_bond(document, bond, mentions, affiliation, cause)
    source = speaker_at(mentions.sources, bond.harm.first if bond.harm and not bond.parent else group.first)
    blamed = blamed or blamed_speaker(document, source, bond, mentions.actors, affiliation)
    time = choose_time(document, bond, mentions.times, mentions.sources)
    draft = Draft(
        bond=bond, outcome=bond.outcome, low=group.low, high=group.high, approx=group.approx, unit=group.unit, status=status, kinds=group.kinds,
        affiliation=affiliation, cause=cause, blamed=blamed, carried=[], place=choose_place(document, bond, mentions.places, mentions.grain), time=time,
        source=source, scope="cumulative" if is_cumulative(document, bond, time) else "incident", stance=stance_of(document, bond, mentions, source),
        parent=parent, episode=episode, first=bond.first, last=bond.last,
    )  # fmt: skip
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


def _status(outcome: str, status: str, kinds: Sequence[str], side: tuple[ActorMention, bool] | None) -> tuple[str, str | None]:
    if status == "unknown" and outcome in ("displaced", "evacuated"):
        # Fighters who flee are not displaced (codebook, What is a claim): who is, lives there.
        status = "civilian"
    if side is None:
        return status, None
    actor, ranks = side
    if status == "unknown" and (ranks or actor.form in ("name", "force")):
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


def _share_status(drafts: Sequence[Draft]) -> None:
    """ "آخرون" and bare numbers straight after a group share its status (codebook, Status and kinds)."""
    previous: Draft | None = None
    for draft in drafts:
        if (
            draft.bond.group.others
            and draft.status == "unknown"
            and previous
            and previous.bond.sentence == draft.bond.sentence
        ):
            draft.status, draft.affiliation = previous.status, previous.affiliation
        elif (
            draft.bond.group.noun is None
            and draft.status == "unknown"
            and previous
            and previous.bond.sentence == draft.bond.sentence
            and not draft.parent
        ):
            draft.status, draft.affiliation = previous.status, previous.affiliation
        if not draft.parent:
            previous = draft


def _carry(document: Document, drafts: list[Draft], mentions: Mentions, of: dict[int, Episode]) -> None:
    """What is told once for an incident holds for all its claims: cause, blame, place, time, and the status of "آخرون"."""
    _share_status(drafts)
    for draft in drafts:
        mates = [d for d in drafts if d.episode is draft.episode]
        _status_of_episode(draft, mates)
        _carry_cause(draft, mates, mentions, document, of)
        _carry_blame(draft, mates, mentions, document, of)
        _carry_place(draft, mates, mentions, document, of)
        draft.beside = [p for p in _episode_places(draft, mentions, document, of) if mentions.grain(p) < COARSE]
        if draft.time is None:
            draft.time = _carried_time(draft, mates, mentions, document, of)


def _carried_time(draft: Draft, mates: Sequence[Draft], mentions: Mentions, document: Document, of: dict[int, Episode]) -> TimeMention | None:
    """A date told for an incident holds for all its claims; a running total has only the start of a running total."""
    if draft.scope == "cumulative":
        since = [m.time for m in _nearest_first(draft, mates) if m.time and m.scope == "cumulative" and m.time.phrase.kind in ("since", "period")]
        return since[0] if since else _since_war(mentions, document) if draft.outcome == "displaced" else None
    told = next((m.time for m in _nearest_first(draft, mates) if m.time and m.scope == "incident"), None)
    return told or _episode_time(draft, mentions, document, of) or _only_day(draft, mentions, document, of)


def _since_war(mentions: Mentions, document: Document) -> TimeMention | None:
    """The war's beginning as the start of the total of those that it drove out: "الحرب التي اندلعت في نيسان"."""
    for time in mentions.times:
        if begins_war(document, time) and time.phrase.kind in ("day", "period"):
            return replace(time, phrase=Since(time.phrase))
    return next((t for t in mentions.times if t.phrase.kind == "since"), None)


def _only_day(draft: Draft, mentions: Mentions, document: Document, of: dict[int, Episode]) -> TimeMention | None:
    """The day of the harm where the whole report tells only one, and the claim is no background."""
    if turns(document, draft.bond.sentence):
        return None
    days = [t for t in mentions.times if t.phrase.kind in ("day", "night") and document.sentence_of[t.first] in of]
    days = [t for t in days if not of_announcement(document, t, mentions.sources) and not begins_war(document, t)]
    return days[0] if len({t.phrase for t in days}) == 1 else None


def _status_of_episode(draft: Draft, mates: Sequence[Draft]) -> None:
    """People whom the text calls civilians elsewhere in the incident are civilians, unless they are broken down."""
    harmed = ("killed", "injured", "casualty")
    if draft.status != "unknown" or draft.outcome not in harmed or draft.scope == "cumulative":
        return
    if any(m.parent is draft for m in mates) or draft.bond.group.outcome == "detained":
        return
    told = {m.status for m in mates if m.outcome in harmed and m.parent is None and m is not draft and m.status != "unknown"}
    called = any(r in ("ar.people.civilian", "ar.people.citizen", "ar.people.resident") for m in mates for r in m.bond.group.rules)
    if told == {"civilian"} and called:
        draft.status = "civilian"


def _nearest_first(draft: Draft, mates: Sequence[Draft]) -> list[Draft]:
    return sorted((m for m in mates if m is not draft), key=lambda m: abs(m.first - draft.first))


def _sentences(draft: Draft, of: dict[int, Episode]) -> list[int]:
    return sorted((s for s, e in of.items() if e is draft.episode), key=lambda s: abs(s - draft.bond.sentence))


_UPGRADES = {
    "unknown": ("suicide_bomb", "chemical", "drone_strike", "air_strike", "explosive", "shelling", "crackdown", "clash", "attack"),
    "attack": ("suicide_bomb", "chemical", "drone_strike", "air_strike", "explosive", "shelling", "crackdown"),
    "explosive": ("suicide_bomb",),
    "shelling": ("chemical",),
}
# An attack whose means are told elsewhere: how many sentences away they may stand and still be its means.
_MEANS_REACH = 2


def _carry_cause(
    draft: Draft, mates: Sequence[Draft], mentions: Mentions, document: Document, of: dict[int, Episode]
) -> None:
    """The most specific cause told anywhere for an incident holds for all its claims; totals have only their own."""
    if draft.outcome in ("detained", "abducted", "released", "surrendered", "evacuated", "abused", "displaced"):
        if draft.cause == "unknown" and draft.outcome == "displaced":
            told = [m.cause for m in mates if m.outcome == "displaced" and m.cause in ("clash", "shelling", "air_strike")]
            draft.cause = most_specific(told) if told else "displacement"
        return
    better = _UPGRADES.get(draft.cause, ())
    if not better or draft.scope == "cumulative":
        return
    told = [m.cause for m in mates if m.cause in better and m.scope == "incident"]
    if not told or draft.cause != "unknown":
        sentences = set(_sentences(draft, of))
        told += [h.cause for h in mentions.causes if document.sentence_of[h.first] in sentences and h.cause in better and _near(document, draft, h.first)]
    if told:
        draft.cause = most_specific(told)


def _near(document: Document, draft: Draft, at: int) -> bool:
    """Whether a word is near enough to tell the means of a bare attack; the title tells of the whole report."""
    return draft.cause != "attack" or at < document.title_last or abs(document.sentence_of[at] - draft.bond.sentence) <= _MEANS_REACH


def _carry_blame(
    draft: Draft, mates: Sequence[Draft], mentions: Mentions, document: Document, of: dict[int, Episode]
) -> None:
    if not draft.blamed and draft.cause == "clash" and draft.affiliation:
        draft.carried = _opponents(draft, mates, mentions, document, of)
    # A total carries blame only from its own sentence; a clash only where it is known whose the dead are.
    if (
        draft.blamed
        or draft.scope == "cumulative"
        or (draft.cause == "clash" and draft.affiliation is None)
        or draft.outcome in ("detained", "abducted", "released", "evacuated", "surrendered", "displaced", "abused")
    ):
        return
    sentences = set(_sentences(draft, of))
    pool = [b for m in mates for b in m.blamed if m.outcome in ("killed", "injured", "casualty", "missing")]
    pool = pool or [b for b in mentions.blamed if document.sentence_of[b.first] in sentences and b.mention.actor]
    # A general accusation elsewhere in the report is not blame for this attack.
    pool = [b for b in pool if b.basis != "accused" or abs(document.sentence_of[b.first] - draft.bond.sentence) <= 1]
    seen: set[str] = set()
    for b in pool:
        actor = b.mention.actor
        if actor and actor not in ("unknown", draft.affiliation) and actor not in seen:
            seen.add(actor)
            draft.carried.append(replace(b, basis="carried" if b.basis == "stated" else b.basis))


def _opponents(draft: Draft, mates: Sequence[Draft], mentions: Mentions, document: Document, of: dict[int, Episode]) -> list[Blamed]:
    """In a clash the dead of one side are laid to the other: the one side whose dead stand beside them, or that the incident names."""
    sides = {m.affiliation for m in mates if m.affiliation and m.bond.sentence == draft.bond.sentence} - {draft.affiliation}
    sentences = set(_sentences(draft, of))
    named = [a for a in mentions.actors if a.actor in sides]
    if not sides:
        armed = [a for a in mentions.actors if a.form in ("force", "name", "anaphor") and not a.person and a.actor not in (None, "unknown", draft.affiliation)]
        named = [a for a in armed if document.sentence_of[a.first] in sentences]
        sides = {a.actor for a in named}
    return [Blamed(named[0], named[0].first, named[0].last, "carried", "rule.opponents")] if len(sides) == 1 and named else []


def _carry_place(draft: Draft, mates: Sequence[Draft], mentions: Mentions, document: Document, of: dict[int, Episode]) -> None:
    """The most specific place named for an incident holds for its claims; a country only where nothing finer is named."""
    if draft.place is not None and (mentions.grain(draft.place) < COARSE or draft.scope == "cumulative"):
        return
    if draft.place is None and draft.scope == "cumulative":
        draft.place = _wide_place(draft, mentions, document)
        return
    told = [d.place for d in _nearest_first(draft, mates) if d.place]
    told += _episode_places(draft, mentions, document, of)
    told += [] if draft.place is None else [draft.place]
    fine = [p for p in told if mentions.grain(p) < COARSE]
    told = fine or [p for p in told if mentions.grain(p) < 9]
    if told:
        draft.place = told[0]
        return
    anywhere = [p for p in mentions.places if is_place(p) and mentions.grain(p) < 9]
    draft.place = min(anywhere, key=mentions.grain, default=None) if draft.place is None else draft.place


def _wide_place(draft: Draft, mentions: Mentions, document: Document) -> PlaceMention | None:
    """Where a total without a place of its own lies: the widest stage that the report has named before it."""
    before = [p for p in mentions.places if is_place(p) and p.first < draft.first and mentions.grain(p) <= COARSE]
    wide = [p for p in before if mentions.grain(p) >= 3]
    return (wide or before)[-1] if before else None


def _episode_places(draft: Draft, mentions: Mentions, document: Document, of: dict[int, Episode]) -> list[PlaceMention]:
    found: list[PlaceMention] = []
    for sentence in _sentences(draft, of):
        first, last = document.sentences[sentence]
        inside = [p for p in mentions.places if first <= p.first < last and is_place(p)]
        found += sorted((p for p in inside if not is_dateline(document, p)), key=mentions.grain)
    return found


def _episode_time(draft: Draft, mentions: Mentions, document: Document, of: dict[int, Episode]) -> TimeMention | None:
    for sentence in _sentences(draft, of):
        first, last = document.sentences[sentence]
        for time in mentions.times:
            if first <= time.first < last and time.phrase.kind in ("day", "night"):
                if not of_announcement(document, time, mentions.sources) and not begins_war(document, time):
                    return time
    return None
