"""Time that is told once for an incident and holds for all its claims."""

from collections.abc import Iterable

from hasila.extract.draft import Draft, Story
from hasila.extract.episodes import turns
from hasila.extract.time_phrases import Since
from hasila.extract.times import TimeMention
from hasila.extract.when import begins, begins_war, is_dateline, of_announcement, of_other

# Words between a toll and the beginning of its war.
_NEAR = 10
_TELLING = ("day", "night", "period")


def carry_time(story: Story, draft: Draft) -> None:
    """A date told for an incident holds for all its claims."""
    began = _war_begun(story, draft) if draft.scope == "cumulative" else None
    if began:
        draft.time = began
    elif draft.time is None:
        draft.time = _carried_time(story, draft)
    elif draft.time.phrase.kind == "part":
        # "صباحاً": a time of the day that the incident's other harms tell.
        days = [
            m.time
            for m in story.mates(draft)
            if m.time and m.scope == "incident" and m.time.phrase.kind in ("day", "night")
        ]
        draft.time = days[0] if days else draft.time
    elif draft.time.phrase == Since(None):
        draft.time = _beginning(story, draft) or draft.time
    if draft.time is not None:
        draft.told_before = _told_before(story, draft.time)


def _told_before(story: Story, time: TimeMention) -> TimeMention | None:
    """The last date told before a time: what "اليوم نفسه" and "الشهر ذاته" count from."""
    before = [t for t in story.mentions.times if t.last <= time.first and t.phrase.kind in _TELLING]
    return before[-1] if before else None


def _beginning(story: Story, draft: Draft) -> TimeMention | None:
    """When began what a total counts from, told elsewhere: "منذ بدء العملية" … "انطلقت في التاسع من شباط"."""
    for time in story.mentions.times:
        if time.phrase.kind == "day" and begins(story.document, time):
            return time._replace(phrase=Since(time.phrase))
    return None


def _carried_time(story: Story, draft: Draft) -> TimeMention | None:
    """A date told for an incident holds for all its claims; a running total has only the start of a running total."""
    if draft.scope == "cumulative":
        if draft.outcome == "detained" and draft.bond.harm is None:
            # Those who are held: a standing fact.
            return None
        since = [
            m.time
            for m in story.mates(draft)
            if m.time and m.scope == "cumulative" and m.time.phrase.kind in ("since", "period")
        ]
        return since[0] if since else _since_war(story) if draft.outcome == "displaced" else None
    told = next((m.time for m in story.mates(draft) if m.time and m.scope == "incident"), None)
    return told or _episode_time(story, draft) or _only_day(story, draft)


def _war_begun(story: Story, draft: Draft) -> TimeMention | None:
    """The beginning of a war as the start of its toll: "قتل 40 ألفاً في النزاع الذي اندلع عام 1984"."""
    if draft.time is not None and draft.time.phrase.kind == "since":
        return None
    _, last = story.document.sentences[draft.bond.sentence]
    for time in story.mentions.times:
        near = draft.last <= time.first < min(last, draft.last + _NEAR)
        if near and begins_war(story.document, time) and time.phrase.kind in ("day", "period"):
            return time._replace(phrase=Since(time.phrase))
    return None


def _since_war(story: Story) -> TimeMention | None:
    """The war's beginning as the start of the total of those that it drove out: "الحرب التي اندلعت في نيسان"."""
    document, mentions = story.document, story.mentions
    for time in mentions.times:
        if begins_war(document, time) and time.phrase.kind in ("day", "period"):
            return time._replace(phrase=Since(time.phrase))
    return None


def _only_day(story: Story, draft: Draft) -> TimeMention | None:
    """The day of the harm where the whole report, or else its lead, tells only one, and the claim is no background."""
    document = story.document
    if turns(document, draft.bond.sentence):
        return None
    days = _days(story, sorted(story.episode_of))
    if len({t.phrase for t in days}) != 1:
        lead = [s for s, (first, _) in enumerate(document.sentences) if first >= document.title_last][:2]
        days = _days(story, range(lead[0] if lead else 0)) + _days(story, lead)
    return days[0] if len({t.phrase for t in days}) == 1 else None


def _episode_time(story: Story, draft: Draft) -> TimeMention | None:
    """The day told nearest to a claim in the sentences of its incident."""
    return next(iter(_days(story, story.sentences(draft))), None)


def _days(story: Story, sentences: Iterable[int]) -> list[TimeMention]:
    """The days and nights that sentences tell of what happened, not of its announcement nor of a war's beginning."""
    document, mentions = story.document, story.mentions
    found: list[TimeMention] = []
    for sentence in sentences:
        first, last = document.sentences[sentence]
        inside = [
            t
            for t in mentions.times
            if first <= t.first < last and t.phrase.kind in ("day", "night") and not is_dateline(document, t)
        ]
        harms: list[int | None] = [d.bond.first for d in story.drafts if d.bond.sentence == sentence]
        found += [
            t
            for t in inside
            if not begins_war(document, t)
            and not of_other(document, t)
            and not all(of_announcement(document, t, mentions.sources, h) for h in harms or [None])
        ]
    return found
