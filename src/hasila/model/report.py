"""A Report: a text that somebody published. It never changes."""

from datetime import date, datetime
from typing import Literal

from hasila.model.ids import content_id
from hasila.model.record import Record

PublishedFrom = Literal["metadata", "page", "argument", "record", "unknown"]


class Report(Record):
    """
    A text as published, or as extracted from a page.

    `words` is what all offsets refer to: title, a line break and text; the text alone where there is no title.
    `published` is the day, or the moment in RFC 3339, of publication; `published_from` says where it was found.
    `extractor` names the program and version that took the text out of a page; None for a text given as text.
    """

    id: str
    title: str | None = None
    text: str
    published: date | datetime | None = None
    published_from: PublishedFrom = "unknown"
    outlet: str | None = None
    url: str | None = None
    extractor: str | None = None

    @property
    def words(self) -> str:
        """Title and text as one string: the string that every offset of a claim counts in."""
        return f"{self.title}\n{self.text}" if self.title else self.text

    @property
    def day(self) -> date | None:
        """The day of publication as written by the outlet, or None where it is unknown."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


def report_of(
    text: str,
    *,
    title: str | None = None,
    published: date | datetime | None = None,
    outlet: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Report:
    """
    A Report from its text; without an `id` it gets one from its content.

    >>> report_of("مقتل 3 مدنيين", published=date(2019, 3, 17)).day
    datetime.date(2019, 3, 17)
    """
    return Report(
        id=id or content_id("report", title or None, text, str(published) if published else None),
        title=title or None,
        text=text,
        published=published,
        published_from="argument" if published else "unknown",
        outlet=outlet,
        url=url,
    )
