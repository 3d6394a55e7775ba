"""Records for tests, told in few words. All sentences are composed; nobody in them is real."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from hasila.model.claim import Blame, Claim, Confidence, EventMention, Place, Reading, Source, When
from hasila.model.record import Quote
from hasila.model.report import Report, report_of

NOON = datetime(2019, 3, 18, 12, tzinfo=UTC)
DAY = date(2019, 3, 17)


def report(
    text: str,
    *,
    title: str | None = None,
    published: date | None = DAY,
    outlet: str | None = None,
    id: str | None = None,
) -> Report:
    """A report published on 17 March 2019, unless told otherwise."""
    return report_of(text, title=title, published=published, outlet=outlet, id=id)


def quote(of: Report, words: str) -> Quote:
    """Where these words first stand in a report."""
    start = of.words.index(words)
    return Quote(text=words, start=start, end=start + len(words))


def claim(
    of: Report,
    words: str,
    outcome: str = "killed",
    number: int | tuple[int | None, int | None] | None = None,
    *,
    blamed: Sequence[str] | Mapping[str, str] = (),
    place: str | None = None,
    admin1: str | None = None,
    country: str | None = None,
    on: date | None = None,
    speaker: str | None = None,
    sure: float = 1.0,
    **fields: Any,
) -> Claim:
    """A claim at these words; `blamed` are sides, or side → the words that blame it."""
    low, high = number if isinstance(number, tuple) else (number, number)
    told = blamed if isinstance(blamed, Mapping) else dict.fromkeys(blamed)
    blame = [Blame(actor=a, name=w, basis="stated", evidence=(quote(of, w),) if w else ()) for a, w in told.items()]
    evidence = {"perpetrators": tuple(q for b in blame for q in b.evidence)} if any(told.values()) else {}
    return Claim(
        id=fields.pop("id", "as-read"),
        outcome=outcome,
        low=low,
        high=high,
        perpetrators=tuple(sorted(told)),
        blame=tuple(blame),
        place=Place(text=place, admin1=admin1, country=country) if place else None,
        date=When(from_=on, to=on, precision="day") if on else None,
        source=fields.pop("source", Source(text=speaker, kind="local" if speaker else "own")),
        quote=quote(of, words),
        evidence=evidence,
        confidence=Confidence(score=sure),
        **fields,
    )


def event(of: Report, cause: str = "shelling", **fields: Any) -> EventMention:
    """An attack told in a report."""
    on = fields.pop("on", None)
    return EventMention(cause=cause, date=When(from_=on, to=on, precision="day") if on else None, **fields)


def reading(of: Report, *claims: Claim, events: Sequence[EventMention] = (), pack: str = "ar-1") -> Reading:
    """What was read in a report."""
    return Reading(id=of.id, claims=claims, events=tuple(events), pack=pack)
