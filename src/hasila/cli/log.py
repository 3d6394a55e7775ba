"""hasila log: what people decided."""

from typing import Annotated

import typer

from hasila.cli.moment import moment
from hasila.cli.plain_errors import plain_errors
from hasila.cli.register_door import open_register

_CORRECTIONS = ("correct", "reject", "add", "different", "withdraw")


def log(
    corrections: Annotated[bool, typer.Option("--corrections", help="Only what changed the record.")] = False,
    at: Annotated[str | None, typer.Option(help="Only what was decided until then.")] = None,
) -> None:
    """Print the judgements of the register, oldest first."""
    with plain_errors():
        then = moment(at)
        open_register()
        from hasila.cli.telling import judgement_line
        from hasila.register.models import Judgement  # needs Django, which the door has set up

        rows = Judgement.objects.order_by("seq")
        rows = rows.filter(verdict__in=_CORRECTIONS) if corrections else rows
        rows = rows.filter(at__lte=then) if then else rows
        for row in rows.iterator():
            typer.echo(judgement_line(row))
