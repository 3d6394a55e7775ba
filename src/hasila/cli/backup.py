"""hasila backup and hasila restore: the whole register and its archive in one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from hasila.cli.plain_errors import plain_errors
from hasila.cli.register_door import open_register
from hasila.home import home


def backup(file: Annotated[Path, typer.Argument(help="The .tar.gz to write; it must not exist.")]) -> None:
    """Write the register and its archive into one file. It is not encrypted: keep it where the register may be kept."""
    with plain_errors():
        open_register()
        from hasila.register.backup import backup as write  # needs Django, which the door has set up

        counts = write(home(), file)
    typer.echo(f"{counts['report']} reports, {counts['claim']} claims, {counts['judgement']} judgements are in {file}.")


def restore(file: Annotated[Path, typer.Argument(help="A file that hasila backup wrote.", exists=True)]) -> None:
    """Bring a backup back into an empty $HASILA_HOME."""
    with plain_errors():
        open_register(create=True)
        from hasila.register.backup import restore as bring_back  # needs Django, which the door has set up

        counts = bring_back(home(), file)
    typer.echo(
        f"{counts['report']} reports, {counts['claim']} claims, {counts['judgement']} judgements are back in {home()}."
    )
