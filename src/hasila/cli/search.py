"""hasila search: reports that hold words."""

from typing import Annotated

import typer

from hasila.cli.plain_errors import plain_errors
from hasila.cli.register_door import open_register


def search(
    words: Annotated[list[str], typer.Argument(help="Arabic or English; spelling and clitics do not matter.")],
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
) -> None:
    """Find reports that hold all these words, newest first."""
    with plain_errors():
        open_register()
        from hasila.cli.telling import counted, report_line  # needs Django, which the door has set up
        from hasila.register.models import Report  # needs Django, which the door has set up

        found = Report.objects.search(" ".join(words)).without_text().newest_first()
        for report in found[:limit]:
            typer.echo(report_line(report))
        count = found.count()
    typer.echo(counted(count, "report") + (f", the first {limit} shown" if count > limit else ""), err=True)
