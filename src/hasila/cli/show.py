"""hasila show: one report, claim, incident or judgement."""

from typing import Annotated

import typer

from hasila.cli.moment import moment
from hasila.cli.plain_errors import plain_errors
from hasila.cli.register_door import open_register


def show(
    id: Annotated[str, typer.Argument(help="An id, its beginning, or the id that a file gave a report.")],
    at: Annotated[str | None, typer.Option(help="As it stood then: a day, or a moment in ISO.")] = None,
) -> None:
    """Show a report, claim, incident or judgement of the register, with all that was decided about it."""
    with plain_errors():
        then = moment(at)
        open_register()
        from hasila.cli import telling  # needs Django, which the door has set up
        from hasila.register import models
        from hasila.register.finding import find

        match find(id):
            case models.Report() as report:
                lines = telling.tell_report(report, then)
            case models.Claim() as claim:
                lines = telling.tell_claim(claim, then)
            case models.Incident() as incident:
                lines = telling.tell_incident(incident)
            case models.Judgement() as row:
                lines = iter([telling.judgement_line(row)])
        for line in lines:
            typer.echo(line)
