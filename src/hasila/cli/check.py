"""hasila check: what is wrong with the rows of a language pack, in sentences."""

from typing import Annotated

import typer

from hasila import load_pack
from hasila.cli.plain_errors import Plain, plain_errors
from hasila.pack.check import check_pack


def check(language: Annotated[str, typer.Argument(help="The pack, as in: hasila check ar.")] = "ar") -> None:
    """
    Check the rows of a language pack: every example is executed, every form looked at.

    Each problem is a sentence; the exit code is then 1.
    """
    with plain_errors():
        try:
            pack = load_pack(language)
        except (FileNotFoundError, NotADirectoryError):
            raise Plain(f"There is no language pack «{language}»; the package ships: ar.") from None
        problems = check_pack(pack)
    for problem in problems:
        typer.echo(problem)
    rows = sum(map(len, pack.rows.values()))
    if problems:
        typer.echo(f"{len(problems)} problems in {rows} rows of {pack.version}.", err=True)
        raise typer.Exit(1)
    typer.echo(f"{rows} rows of {pack.version} hold, with all their examples.")
