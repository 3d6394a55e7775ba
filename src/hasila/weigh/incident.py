"""An incident with its figures by every convention, its suggested grade, and how each came about."""

from collections.abc import Sequence

from hasila.link.origins import Statement, as_published
from hasila.model.incident import Incident
from hasila.weigh import acled, airwars
from hasila.weigh.grade import grade

RULES = (airwars.RULE, acled.RULE)


def weigh_incident(incident: Incident, statements: Sequence[Statement]) -> Incident:
    """The incident with ranges, grade and derivation. A running total gets neither: its claims are no event's."""
    if incident.kind == "total":
        return incident
    by_airwars, airwars_why = airwars.weigh(statements)
    by_acled, acled_why = acled.weigh(statements)
    suggested, reasons = grade(incident, statements)
    names = {s.origin.key: s.origin.name for s in statements}
    derived = as_published((*airwars_why, *acled_why, *reasons), names)
    sources = sorted({s.origin.why for s in statements})
    return incident.model_copy(
        update={
            "ranges": {"airwars": by_airwars, "acled": by_acled},
            "grade": suggested,
            "why": (*incident.why, *derived, *sources),
        }
    )


def prominence(incident: Incident) -> tuple[bool, int, bool, int, str]:
    """
    Sorts incidents for a reader: before running totals, those of most reports first; of equals those that tell of harm
    to others than fighters, then those of most claims.
    """
    civilians = incident.grade not in (None, "Discounted")
    return incident.kind == "total", -len(incident.reports), not civilians, -len(incident.claims), incident.id
