"""Neutral names for the sides, from the rows of the language pack. The source's own word is shown beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.translation import get_language, pgettext

from hasila.pack.rows import load_pack


@dataclass(frozen=True)
class ActorName:
    """A side's name in one period: from `since` on, before `until`; None leaves the end open."""

    en: str
    ar: str
    since: date | None
    until: date | None

    @property
    def dated(self) -> bool:
        """The name is that of one period only."""
        return self.since is not None or self.until is not None

    def holds(self, day: date) -> bool:
        """The name is that of the side on this day."""
        return not (self.since and day < self.since) and not (self.until and day >= self.until)


@cache
def actor_names() -> Mapping[str, tuple[ActorName, ...]]:
    """The names of every side that the pack names."""
    names: dict[str, list[ActorName]] = {}
    for row in load_pack().family("actors"):
        says = row.says
        if says.get("actor") and says.get("name_en") and says.get("name_ar"):
            name = ActorName(says["name_en"], says["name_ar"], says.get("since"), says.get("until"))
            known = names.setdefault(says["actor"], [])
            if all(name.since != k.since or name.until != k.until for k in known):
                known.append(name)
    return {actor: tuple(found) for actor, found in names.items()}


def actor_name(actor: str, day: date | None = None) -> str:
    """
    The neutral name of a side on a day, in the language of the interface.

    A side that changed hands has a name for each government; without a day both are told.

    >>> from django.utils import translation
    >>> with translation.override("en"):
    ...     actor_name("other:village_guards"), actor_name("unknown")
    ('village guards', 'unidentified attackers, as reported')
    """
    if actor == "unknown":
        return pgettext("actor", "unidentified attackers, as reported")
    names = actor_names().get(actor, ())
    if not names:
        return actor.removeprefix("other:").replace("_", " ")
    dated = [name for name in names if name.dated and (day is None or name.holds(day))]
    plain = [name for name in names if not name.dated]
    found = (dated or plain) if day else (plain or dated)
    arabic = get_language() == "ar"
    return " / ".join(dict.fromkeys(name.ar if arabic else name.en for name in found or names))


def changes_of(actor: str) -> list[date]:
    """The days on which a side changed hands: totals before and after are two sides'."""
    return sorted({day for name in actor_names().get(actor, ()) for day in (name.since, name.until) if day})


def actor_choices() -> list[tuple[str, str]]:
    """Every side that a person can pick, by name."""
    named = [(actor, actor_name(actor)) for actor in actor_names()]
    return [*sorted(named, key=lambda pair: pair[1]), ("unknown", actor_name("unknown"))]
