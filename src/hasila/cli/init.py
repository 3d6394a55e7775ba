"""hasila init: make an empty register."""

import typer

from hasila.cli.plain_errors import plain_errors
from hasila.cli.register_door import open_register
from hasila.home import home


def init() -> None:
    """
    Make an empty register in $HASILA_HOME; one that is there already stays as it is.

    With DATABASE_URL=postgres://user:password@host:port/name it is kept in that PostgreSQL, for every command.
    """
    there = (home() / "register.sqlite3").exists()
    with plain_errors():
        open_register(create=True)
    typer.echo(f"The register in {home()} is there already." if there else f"A new register is in {home()}.")
