"""Rows without a register: from what `hasila read` and `hasila link` print with --format jsonl."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from hasila.export.records import ClaimRow, IncidentRow, MadeBy, Told
from hasila.model.claim import Claim, Reading
from hasila.model.incident import Incident
from hasila.model.record import Quote


class NotThis(ValueError):
    """A line that is no reading, or no incident; the message is a sentence that says which line."""


def claims_of_readings(lines: Iterable[str]) -> Iterator[ClaimRow]:
    """The claims of a file of readings, in their order; reports that could not be read are passed over."""
    for number, told in _records(lines):
        if "error" in told and "claims" not in told:
            continue
        try:
            reading = Reading.model_validate({key: told[key] for key in ("id", "claims", "events", "pack")})
            report = Told.model_validate({k: told[k] for k in Told.model_fields if told.get(k) not in (None, "")})
        except (KeyError, ValidationError):
            raise NotThis(f"Line {number} is no reading; make the file with: hasila read --format jsonl.") from None
        names = tuple(name for claim in reading.claims for name in names_of(claim))
        for claim in reading.claims:
            whole = claim.part_of
            yield ClaimRow(
                claim=claim,
                report=report,
                blame_state="awaiting" if claim.perpetrators else "none",
                whole=reading.claims[whole].id if whole is not None and whole < len(reading.claims) else None,
                made_by=MadeBy(pack=reading.pack),
                names=names,
            )


def incidents_of_links(lines: Iterable[str]) -> Iterator[IncidentRow]:
    """The incidents of a file of incidents, in their order."""
    for number, told in _records(lines):
        try:
            incident = Incident.model_validate(told)
        except ValidationError:
            raise NotThis(f"Line {number} is no incident; make the file with: hasila link --format jsonl.") from None
        yield IncidentRow(incident=incident, made_by=MadeBy(rules=rules_of(incident)))


def names_of(claim: Claim) -> tuple[Quote, ...]:
    """The victims' names of a claim, where they stand in its report."""
    return tuple(Quote(text=victim.name, start=victim.start, end=victim.end) for victim in claim.victims)


def rules_of(incident: Incident) -> tuple[str, ...]:
    """
    The rules, with their versions, that an incident's derivation names.

    >>> rules_of(Incident(id="i", kind="incident", reports=(), why=("airwars/1 killed: 2 to 3", "one report tells")))
    ('airwars/1',)
    """
    first = (reason.partition(" ")[0] for reason in incident.why)
    return tuple(sorted({word for word in first if "/" in word and word.rpartition("/")[2].isdigit()}))


def _records(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
        except ValueError:
            told = None
        if not isinstance(told, dict):
            raise NotThis(f"Line {number} is no JSON object; give a file of JSON Lines by hasila read or hasila link.")
        yield number, told
