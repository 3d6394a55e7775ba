"""What stands beside every file: what it is, from when, by which versions, filter and profile."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from hasila.export.loss import Losses
from hasila.export.profile import Profile
from hasila.export.records import MadeBy


@dataclass(frozen=True)
class About:
    """
    What an export is of: `claims` or `incidents`, at which moment, asked for by which filter, out of what.

    `origin` is "register", or the name (never the path) of a file of readings.
    """

    what: str
    at: datetime
    engine: str
    filter: Mapping[str, str] = field(default_factory=dict)
    origin: str = "register"


class Tally:
    """How many rows the profile let out, and of which versions; filled while the file is written."""

    def __init__(self) -> None:
        self.rows = 0
        self.made_by: Counter[MadeBy] = Counter()

    def count(self, made_by: MadeBy) -> None:
        """One more row."""
        self.rows += 1
        self.made_by[made_by] += 1


def about_record(about: About, profile: Profile, tally: Tally, losses: Losses) -> dict[str, Any]:
    """Everything that stands beside a file, as JSON values; complete when the file is."""
    return {
        "hasila_export": "1",
        "what": about.what,
        "at": about.at.isoformat(),
        "engine": about.engine,
        "origin": about.origin,
        "filter": dict(about.filter),
        "profile": profile.record(),
        "rows": tally.rows - losses.dropped_rows,
        "versions": [{**made.model_dump(mode="json"), "rows": n} for made, n in sorted(tally.made_by.items(), key=str)],
        "says": "Claims are what reports say, never facts. Ranges are of reports; nothing here is added up.",
        "losses": losses.record(),
    }
