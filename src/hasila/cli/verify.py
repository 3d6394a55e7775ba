"""hasila verify: is everything still what it was?"""

import typer

from hasila.cli.plain_errors import plain_errors
from hasila.cli.register_door import open_register
from hasila.home import home


def verify() -> None:
    """
    Check every archived byte, every report and quote, and the chain of judgements, without a network.

    Names each thing that is not what it was; the exit code is then 1.
    """
    found = 0
    with plain_errors():
        open_register()
        from hasila.archive import Archive
        from hasila.register.models import Claim, Judgement, Report  # needs Django, which the door has set up
        from hasila.register.verifying import problems

        for problem in problems(Archive(home() / "archive")):
            typer.echo(problem)
            found += 1
        counts = (
            f"{Report.objects.count()} reports, {Claim.objects.count()} claims, {Judgement.objects.count()} judgements"
        )
    if found:
        typer.echo(f"{found} problems in {counts}. Bring back what was altered from a backup.", err=True)
        raise typer.Exit(1)
    typer.echo(f"Nothing was altered: {counts}.")
