"""The same harm told twice in a report (title, lead, body; vague, then exact) is one claim."""

from collections.abc import Sequence

from hasila.extract.draft import Draft
from hasila.text.tokens import Document


def merge_same(document: Document, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without repetitions, in the order of the text; the fullest mention stays and takes what the others add."""
    kept: list[Draft] = []
    replaced: dict[int, Draft] = {}
    for draft in drafts:
        twin = next((k for k in kept if _same(document, k, draft)), None)
        if twin is None:
            kept.append(draft)
            continue
        fuller, other = (draft, twin) if _fullness(document, draft) >= _fullness(document, twin) else (twin, draft)
        _take(fuller, other)
        replaced[id(other)] = fuller
        if fuller is draft:
            kept[kept.index(twin)] = draft
    kept = [d for d in kept if not any(_vaguer(document, d, k) for k in kept if k is not d)]
    for draft in kept:
        while draft.parent is not None and id(draft.parent) in replaced:
            draft.parent = replaced[id(draft.parent)]
        if draft.parent is not None and not any(draft.parent is k for k in kept):
            draft.parent = None
    return sorted(kept, key=lambda d: d.first)


# A post has no title: its first line is one where it is no longer than this and more follows.
_LINE = 24


def _head(document: Document) -> int:
    """Where the title ends, or the first line of a text that is not known to have one."""
    if document.title_last or len(document.paragraphs) < 2:
        return document.title_last
    first, last = document.paragraphs[0]
    return last if last - first <= _LINE else 0


def _fullness(document: Document, draft: Draft) -> tuple[int, int]:
    """Body before title; a mention with a harm word, a counted noun and people named before a bare one; of equals the first."""
    group = draft.bond.group
    body = draft.first >= _head(document)
    said = (
        (draft.bond.harm is not None)
        + (group.noun is not None)
        + (group.number == "said")
        - (group.definite and group.number != "said")
    )
    return 10 * body + 2 * said + (draft.status != "unknown"), -draft.first


def _same(document: Document, a: Draft, b: Draft) -> bool:
    if a.outcome != b.outcome or a.unit != b.unit:
        return False
    if (a.low, a.high) == (b.low, b.high):
        exact = True
    elif a.low is not None and a.low == b.low and (a.high is None) != (b.high is None) and a.low > 0:
        # "مدنيان" in the title, "مدنيان على الأقل" in the body.
        exact = a.episode is b.episode
    else:
        exact = _rounded(a, b)
    if not exact:
        return False
    vague = a.low is None and a.high is None
    if a.bond.sentence == b.bond.sentence and not vague and a.first != b.first:
        return _same_sentence(a, b)
    if not _kinds_agree(a, b) or ((a.parent is None) != (b.parent is None) and not vague):
        return False
    if a.status != b.status and "unknown" not in (a.status, b.status):
        return False
    if a.affiliation and b.affiliation and a.affiliation != b.affiliation:
        return False
    if a.stance != b.stance or (_by_others(a, b) if vague else a.low is not None and _elsewhere(document, a, b)):
        return False
    lead = a.first < _head(document) or a.bond.sentence == 0
    if a.low in (1, 2) and not _same_people(document, a, b):
        return False
    if a.episode is b.episode:
        return True
    return lead and (a.low or 0) > 2 and not (_other_time(a, b))


def _same_people(document: Document, a: Draft, b: Draft) -> bool:
    """Whether one or two people told twice can be the same: title and body, or a definite noun that refers back."""
    ga, gb = a.bond.group, b.bond.group
    told = min(a.first, b.first) >= _head(document) and a.words.get("cause") and b.words.get("cause")
    if told and a.cause != b.cause and not (ga.definite or gb.definite):
        # «مقتل شخص بانفجار ... ومقتل شخص بالرصاص»
        return False
    if ga.others != gb.others or (
        (set(a.kinds) ^ set(b.kinds)) - {"man", "foreign", "prisoner"} and a.kinds and b.kinds
    ):
        return False
    titled = a.first < _head(document) <= b.first
    alike = bool(set(ga.rules) & set(gb.rules))
    refers = any(g.definite and g.number != "said" and "rule.given_name" not in g.rules for g in (ga, gb))
    if a.episode is b.episode:
        return titled or alike or refers
    return titled and alike


def _same_sentence(a: Draft, b: Draft) -> bool:
    """Posts run headline and text together without a mark: the same words of harm again, far apart, are one statement."""
    far = abs(a.first - b.first) > 8 and a.bond.harm is not b.bond.harm
    return (
        far
        and (bool(set(a.bond.group.rules) & set(b.bond.group.rules)) or (a.bond.group.others and b.bond.group.others))
        and a.bond.harm is not None
        and b.bond.harm is not None
    )


def _other_time(a: Draft, b: Draft) -> bool:
    return bool(a.time and b.time and a.time.phrase != b.time.phrase)


def _by_others(a: Draft, b: Draft) -> bool:
    """Whether each is laid to sides of its own, none of them the same: two attacks, or two views of one."""
    mine, theirs = ({x.mention.actor for x in d.blamed if x.mention.actor} for d in (a, b))
    return bool(mine and theirs and not mine & theirs)


def _elsewhere(document: Document, a: Draft, b: Draft) -> bool:
    """Whether two sentences of the body, the lead apart, set the same number at two places of their own."""
    if min(a.first, b.first) < _head(document) or min(a.bond.sentence, b.bond.sentence) == 0:
        return False
    here, there = _own_place(document, a), _own_place(document, b)
    return bool(here and there and here != there)


def _own_place(document: Document, draft: Draft) -> str:
    """The place that a draft's own sentence tells, "" where it is carried from another."""
    place = draft.place
    return place.name if place and document.sentence_of[place.first] == draft.bond.sentence else ""


def _rounded(a: Draft, b: Draft) -> bool:
    """ "نحو 150", then 148."""
    if a.low is None or b.low is None or a.low < 20 or b.low < 20:
        return False
    titled = (
        min(a.low, b.low)
        and (a.low % 10 == 0) != (b.low % 10 == 0)
        and a.bond.sentence == 0
        and abs(a.low - b.low) <= 0.05 * b.low
    )
    if titled and a.low % 10 == 0:
        return True
    if a.approx == b.approx:
        return False
    return abs(a.low - b.low) <= 0.1 * max(a.low, b.low) and a.episode is b.episode


def _kinds_agree(a: Draft, b: Draft) -> bool:
    ka, kb = set(a.kinds) - {"foreign", "prisoner"}, set(b.kinds) - {"foreign", "prisoner"}
    return ka == kb or not ka or not kb


def _vaguer(document: Document, vague: Draft, exact: Draft) -> bool:
    """Whether a claim without a number, or with a magnitude, is only the vague form of a counted one."""
    if vague.outcome != exact.outcome or vague.bond.group.explicit or vague.bond.group.number in ("one", "two"):
        return False
    if (vague.parent is not None and exact.parent is None) or not _kinds_agree(vague, exact):
        return False
    if (exact.low is None and exact.high is None) or (vague.low is not None and (exact.low or 0) < vague.low):
        return False
    if vague.low == exact.low and vague.high == exact.high:
        return False
    if vague.status != exact.status and "unknown" not in (vague.status, exact.status):
        return False
    if vague.bond.sentence == exact.bond.sentence or (vague.first > exact.first and vague.low is not None):
        return False
    if (
        vague.low is not None
        and vague.place
        and exact.place
        and vague.place.name != exact.place.name
        and vague.first >= _head(document)
    ):
        return False
    same_speaker = vague.source is exact.source
    if vague.low is None or vague.first < _head(document) or vague.bond.sentence == 0:
        same_speaker = same_speaker or vague.source is None or exact.source is None
    return (vague.episode is exact.episode or vague.first < _head(document)) and same_speaker


def _take(fuller: Draft, other: Draft) -> None:
    """What one mention lacks, the other gives."""
    if fuller.status == "unknown":
        fuller.status = other.status
    fuller.affiliation = fuller.affiliation or other.affiliation
    fuller.kinds = fuller.kinds or other.kinds
    if fuller.cause in ("unknown", "attack") and other.cause != "unknown":
        fuller.cause = other.cause
        fuller.words.setdefault("cause", other.words.get("cause", []))
    fuller.blamed = fuller.blamed or other.blamed
    fuller.carried = fuller.carried or other.carried
    fuller.place = fuller.place or other.place
    fuller.time = fuller.time or other.time
    fuller.source = fuller.source or other.source
    if fuller.high is not None and other.high is None and other.low == fuller.low and not fuller.approx:
        fuller.high = None
    if fuller.parent is None and other.parent is not None and other.parent is not fuller:
        fuller.parent = other.parent
    if other.scope == "cumulative":
        fuller.scope = "cumulative"
