"""Event drafts to records."""

from collections.abc import Sequence
from datetime import date

from hasila.extract.events import EventDraft
from hasila.model.claim import EventMention
from hasila.model.record import Quote
from hasila.resolve.dates import resolve_time
from hasila.resolve.records import Placed, blame_records
from hasila.text.tokens import Document


def event_records(
    document: Document, events: Sequence[EventDraft], placed: Placed, day: date | None
) -> list[EventMention]:
    """The event mentions of a report, each with the words that it rests on; `day` is the day that its words count from."""
    return [_event(document, event, placed, day) for event in events]


def _event(document: Document, event: EventDraft, placed: Placed, day: date | None) -> EventMention:
    evidence: dict[str, tuple[Quote, ...]] = {}
    if event.cause_words:
        evidence["cause"] = tuple(document.quote(h.first, h.last) for h in event.cause_words)
    if event.place:
        evidence["place"] = (placed.quote(event.place) or document.quote(event.place.first, event.place.last),)
    when = resolve_time(event.time.phrase, day) if event.time else None
    if event.time and when:
        evidence["date"] = (document.quote(event.time.first, event.time.last),)
    return EventMention(
        cause=event.cause, blame=blame_records(document, event.blamed, ()), place=placed.place(event.place) if event.place else None,
        date=when, evidence=evidence, main=event.main,
    )  # fmt: skip
