"""From what a person types to a row of the register: a whole id, the beginning of one, or the id that a file gave."""

from typing import Any

from hasila.register.models import Claim, Incident, Judgement, Report
from hasila.register.state import Refused

Row = Report | Claim | Incident | Judgement
_TABLES: dict[str, Any] = {
    "report": Report, "claim": Claim, "incident": Incident, "total": Incident, "judgement": Judgement,
}  # fmt: skip


def find(asked: str) -> Row:
    """The row, or `Refused` with a sentence where there is none or more than one."""
    kind = asked.partition("-")[0]
    tables: list[Any] = [_TABLES[kind]] if kind in _TABLES else [Report, Claim, Incident, Judgement]
    found: list[Row] = [row for table in tables for row in table.objects.filter(pk=asked)]
    found = found or list(Report.objects.filter(given=asked)[:3])
    if not found and len(asked) >= 4:
        found = [row for table in tables for row in table.objects.filter(pk__startswith=asked)[:3]]
    if not found:
        raise Refused(f"There is nothing called {asked} in this register.")
    if len(found) > 1:
        named = ", ".join(str(row.pk) for row in found[:3])
        raise Refused(f"{asked} may be any of {named}; give more of the id.")
    return found[0]
