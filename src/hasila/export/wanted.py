"""What a person asks to be exported: the register's named questions, asked of a file's rows too."""

from dataclasses import dataclass, fields
from datetime import date

from hasila.export.records import ClaimRow, IncidentRow
from hasila.model.claim import Place, When

_NOWHERE = Place(text="")


@dataclass(frozen=True)
class Wanted:
    """The filter of an export; what is None asks for nothing. Days are those of the harm, both included."""

    actor: str | None = None
    admin1: str | None = None
    country: str | None = None
    outlet: str | None = None
    outcome: str | None = None
    since: date | None = None
    until: date | None = None
    search: str | None = None

    def asked(self) -> dict[str, str]:
        """
        What is asked for, as texts: it stands beside the file.

        >>> Wanted(outcome="killed", since=date(2019, 3, 1)).asked()
        {'outcome': 'killed', 'since': '2019-03-01'}
        """
        return {f.name: str(value) for f in fields(self) if (value := getattr(self, f.name)) is not None}

    def holds_claim(self, row: ClaimRow) -> bool:
        """Whether a claim of a file is asked for. Words (`search`) are asked of a register alone."""
        claim, place = row.claim, row.claim.place or _NOWHERE
        return all(
            (
                self.actor is None or self.actor in claim.perpetrators,
                self.outcome is None or claim.outcome == self.outcome,
                self.outlet is None or row.report.outlet == self.outlet,
                _same(self.admin1, place.admin1),
                _same(self.country, place.country),
                self._in_period(claim.date),
            )
        )

    def holds_incident(self, row: IncidentRow) -> bool:
        """Whether an incident of a file is asked for: such a file tells its sides and days alone."""
        return (self.actor is None or self.actor in row.incident.blamed) and self._in_period(row.incident.date)

    def _in_period(self, told: When | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if told is None:
            return False
        return (self.since is None or told.to >= self.since) and (self.until is None or told.from_ <= self.until)


def _same(asked: str | None, told: str | None) -> bool:
    return asked is None or asked.casefold() == (told or "").casefold()
