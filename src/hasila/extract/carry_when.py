"""Time that is told once for an incident and holds for all its claims."""

from collections.abc import Iterable

from hasila.extract.draft import Draft, Story
from hasila.extract.episodes import goes_on, turns
from hasila.extract.time_phrases import LastUnits, RelativeDay, Since, Span, Year
from hasila.extract.times import TimeMention
from hasila.extract.when import begins, begins_war, is_dateline, of_announcement, of_other
from hasila.extract.when_beside import came_after
from hasila.extract.where import places_of_harm
from hasila.pack.context import words
from hasila.text.tokens import Document

# Words between a toll and the beginning of its war.
_NEAR = 10
# No number told of people is at most so many, where totals are compared.
_SOME = 10
_TELLING = ("day", "night", "period")


def carry_time(story: Story, draft: Draft) -> None:
    """A date told for an incident holds for all its claims."""
    began = (_war_begun(story, draft) if draft.scope == "cumulative" else None) or _operation_begun(story, draft)
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
    begun = [t for t in story.mentions.times if t.phrase.kind in ("day", "period") and begins(story.document, t)]
    for time in sorted(begun, key=lambda t: t.phrase.kind != "day"):
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
            if m.time
            and m.scope == "cumulative"
            and m.time.phrase.kind in ("since", "period")
            and not _is_counted_longer(draft, m)
        ]
        if since:
            return since[0]
        of_war = _is_of_war(story, draft)
        return _since_war(story, of_war) if of_war or draft.outcome == "displaced" else None
    told = [m.time for m in story.mates(draft) if m.time and m.scope == "incident"]
    # A whole year is told of what was long ago: it dates the news only where no day does.
    near = next((t for t in told if not isinstance(t.phrase, Year)), None)
    near = near or _episode_time(story, draft) or _only_day(story, draft) or next(iter(told), None)
    return near or _last_days(story, draft) or _period_of_report(story)


def _is_counted_longer(draft: Draft, mate: Draft) -> bool:
    """Whether a total is larger than that of the past hours which another sentence tells: it was counted longer."""
    phrase = mate.time.phrase if mate.time else None
    hours = isinstance(phrase, LastUnits) and phrase.unit == "hour" and mate.bond.sentence != draft.bond.sentence
    return hours and (draft.low or 0) > (mate.low or _SOME)


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


def _operation_begun(story: Story, draft: Draft) -> TimeMention | None:
    """
    The beginning of the operation in which people came to harm: "خلال العملية", "في عملية انطلقت في 9 شباط".

    One told with the article was told before: its day stands elsewhere.
    """
    tokens, (_, last) = story.document.tokens, story.document.sentences[draft.bond.sentence]
    for at in range(draft.last, min(last, draft.last + 2 * _NEAR) - 1):
        noun = tokens[at + 1].text
        if tokens[at].text not in words("in_operation") or noun.removeprefix("ال") not in words("operation"):
            continue
        known = noun.startswith("ال")
        for time in story.mentions.times:
            own = at < time.first < last
            if time.phrase.kind == "day" and begins_war(story.document, time) and known != own:
                return time._replace(phrase=Since(time.phrase))
        return _beginning(story, draft) if known else None
    return None


def _is_of_war(story: Story, draft: Draft) -> bool:
    """Whether a total is laid on the war, the fighting, the conflict: "أوقع النزاع 300 ألف قتيل"."""
    first, last = story.document.sentences[draft.bond.sentence]
    told = (t.text.removeprefix("و") for t in story.document.tokens[first:last])
    return any(w.startswith("ال") and w[2:] in words("war") for w in told)


def _since_war(story: Story, of_war: bool) -> TimeMention | None:
    """The war's beginning as the start of a total: "الحرب التي اندلعت في نيسان", "يشهد منذ 2003 نزاعاً"."""
    for time in story.mentions.times:
        if of_war and not _dates_war(story, time):
            continue
        if time.phrase.kind in ("day", "period") and begins_war(story.document, time):
            return time._replace(phrase=Since(time.phrase))
        since = time.phrase if of_war and isinstance(time.phrase, Since) else Since(None)
        # "منذ الأمس" begins no war.
        if since != Since(None) and not isinstance(since.start, RelativeDay):
            return time
    return None


def _dates_war(story: Story, time: TimeMention) -> bool:
    first, last = story.document.sentences[story.document.sentence_of[time.first]]
    near = story.document.tokens[max(first, time.first - _NEAR) : min(last, time.last + _NEAR)]
    return any(t.text.removeprefix("ال").removesuffix("ا") in words("war") for t in near)


def _only_day(story: Story, draft: Draft) -> TimeMention | None:
    """The day of the harm where the whole report, or else its lead, tells only one, and the claim is no background."""
    document = story.document
    if _is_background(document, draft.bond.sentence):
        return None
    announced = _is_announced(story, draft)
    if announced and _opens_with_day(story, draft.bond.sentence):
        return None
    days = _days(story, sorted(story.episode_of), announced)
    if len({t.phrase for t in days}) != 1:
        lead = _lead(document, 2)
        days = _days(story, range(lead[0] if lead else 0), announced) + _days(story, lead, announced)
    return days[0] if len({t.phrase for t in days}) == 1 else None


def _is_background(document: Document, sentence: int) -> bool:
    """Whether a sentence turns to another matter than the news of the day."""
    return turns(document, sentence) and not goes_on(document, sentence)


def _lead(document: Document, count: int) -> list[int]:
    """The first sentences behind the title."""
    return [s for s, (first, _) in enumerate(document.sentences) if first >= document.title_last][:count]


def _opens_with_day(story: Story, sentence: int) -> bool:
    """Whether a sentence opens with the day of an announcement: "وفي 16 تموز، أعلن الوزير مقتل خمسة"."""
    first, _ = story.document.sentences[sentence]
    return any(first <= t.first <= first + 1 for t in story.mentions.times if t.phrase.kind == "day")


def _last_days(story: Story, draft: Draft) -> TimeMention | None:
    """The last few days of which the lead tells, for the single attacks that the report goes on to tell."""
    document = story.document
    if _is_background(document, draft.bond.sentence):
        return None
    lead = _lead(document, 1)
    told = [
        t
        for t in story.mentions.times
        if isinstance(t.phrase, LastUnits) and document.sentence_of[t.first] <= max(lead, default=-1)
    ]
    return told[0] if len({t.phrase for t in told}) == 1 else None


def _period_of_report(story: Story) -> TimeMention | None:
    """The period that a report of counts covers, where it tells only one: "خلال الفترة من كذا إلى كذا"."""
    spans = [t for t in story.mentions.times if isinstance(t.phrase, Span)]
    covered = [
        t
        for t in spans
        if not words("term").isdisjoint(w.text for w in story.document.tokens[max(0, t.first - 2) : t.last])
    ]
    return covered[0] if len({t.phrase for t in spans}) == 1 and covered else None


def _episode_time(story: Story, draft: Draft) -> TimeMention | None:
    """The day told nearest to a claim in the sentences of its incident."""
    sentences = [s for s in story.sentences(draft) if not _is_elsewhere(story, draft, s)]
    return next(iter(_days(story, sentences, _is_announced(story, draft))), None)


def _is_elsewhere(story: Story, draft: Draft, sentence: int) -> bool:
    """Whether a sentence without harm tells only of other provinces or countries than the claim's: its day is another attack's."""
    if draft.place is None or any(d.bond.sentence == sentence for d in story.drafts):
        return False
    own = story.mentions.region(draft.place)
    told = [story.mentions.region(p) for p in places_of_harm(story.document, story.mentions, sentence)]
    differ = [any(a and b and a != b for a, b in zip(own, other, strict=True)) for other in told]
    return bool(differ) and all(differ)


def _is_announced(story: Story, draft: Draft) -> bool:
    """Whether a claim's own sentence tells a day, but only that of its announcement."""
    first, last = story.document.sentences[draft.bond.sentence]
    inside = [t for t in story.mentions.times if first <= t.first < last and t.phrase.kind in ("day", "night")]
    return bool(inside) and all(
        of_announcement(story.document, t, story.mentions.sources, draft.bond.first) for t in inside
    )


def _days(story: Story, sentences: Iterable[int], of_harm: bool = False) -> list[TimeMention]:
    """
    The days and nights that sentences tell of what happened, not of its announcement nor of a war's beginning.

    With `of_harm` only sentences that tell harm or an attack: what others tell of the day of an announcement is all the more about it.
    """
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
        if of_harm and not harms and not any(first <= c.first < last for c in mentions.causes):
            continue
        found += [
            t
            for t in inside
            if not begins_war(document, t)
            and not of_other(document, t)
            and not all(of_announcement(document, t, mentions.sources, h) for h in harms or [None])
            and not (harms and all(h is not None and came_after(document, h, t) for h in harms))
        ]
    return found
