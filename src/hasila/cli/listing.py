"""hasila list: what is in the register."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import typer

from hasila.cli.moment import moment
from hasila.cli.plain_errors import Plain, plain_errors
from hasila.cli.register_door import open_register


class What(StrEnum):
    """What can be listed."""

    reports = "reports"
    claims = "claims"
    incidents = "incidents"
    queue = "queue"
    contested = "contested"


_EMPTY = {
    What.reports: "No reports yet. File some with: hasila add FILES",
    What.claims: "No claims yet. File reports with: hasila add FILES",
    What.incidents: "No incidents yet. Make them of the register's reports with: hasila link",
    What.queue: "Nothing waits for a person.",
    What.contested: "Nothing is contested, as far as reports have been linked (hasila link).",
}


def list_(
    what: Annotated[What, typer.Argument(help="queue: claims that wait for a person, most consequential first.")],
    actor: Annotated[str | None, typer.Option(help="Id of a blamed side.")] = None,
    admin1: Annotated[str | None, typer.Option(help="Province, in English.")] = None,
    country: Annotated[str | None, typer.Option(help="Country, two letters.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet, as reports name it.")] = None,
    outcome: Annotated[str | None, typer.Option(help="killed, injured, ...")] = None,
    since: Annotated[str | None, typer.Option(help="First day.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
) -> None:
    """List reports, claims, incidents, what waits for a person, or what is contested."""
    with plain_errors():
        first, last = moment(since), moment(until)
        open_register()
        days = (first.date() if first else None, last.date() if last else None)
        asked = {"by_actor": actor, "by_outlet": outlet, "by_outcome": outcome}
        for line in _lines(what, asked, (admin1, country), days, limit):
            typer.echo(line)


def _lines(
    what: What,
    asked: Mapping[str, str | None],
    place: tuple[str | None, str | None],
    days: tuple[date | None, date | None],
    limit: int,
) -> Iterator[str]:
    """The lines of a list; `asked` maps named questions of the register to what they are asked for."""
    from hasila.cli import telling  # needs Django, which the door has set up
    from hasila.register.models import Claim, Incident, Report

    rows: Any = {
        What.reports: Report.objects.without_text().newest_first,
        What.incidents: Incident.objects.newest_first,
        What.claims: Claim.objects.standing().most_consequential_first,
        What.queue: Claim.objects.awaiting_review().most_consequential_first,
        What.contested: Claim.objects.contested().most_consequential_first,
    }[what]()
    for question, value in asked.items():
        if value and not hasattr(rows, question):
            raise Plain(f"Reports cannot be listed by {question.removeprefix('by_')}; list claims or incidents.")
        rows = getattr(rows, question)(value) if value else rows
    rows = rows.by_place(*place) if any(place) and what is not What.reports else rows
    rows = rows.in_period(*days) if any(days) else rows
    found = list(rows[: limit + 1])
    if not found:
        yield _EMPTY[what] if not any((*asked.values(), *place, *days)) else "Nothing in the register is like that."
    for row in found[:limit]:
        match row:
            case Report():
                yield telling.report_line(row)
            case Incident():
                yield f"{row.pk}  {telling.incident_line(row)}"
            case Claim():
                yield f"{row.pk}  {telling.claim_line(row.record(), row.state)}"
    if len(found) > limit:
        yield f"… and more; ask for them with --limit {10 * limit}"
