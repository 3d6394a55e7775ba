"""hasila judge: append a person's decision."""

import getpass
import json
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from hasila.cli.plain_errors import Plain, plain_errors
from hasila.cli.register_door import open_register


def judge(
    verdict: Annotated[str, typer.Argument(help="accept, correct, reject, add, same, different, grade or withdraw")],
    subject: Annotated[str, typer.Argument(help="The claim, report or incident; of withdraw the judgement.")],
    other: Annotated[str, typer.Argument(help="The second one, for same and different.")] = "",
    set_: Annotated[list[str] | None, typer.Option("--set", help="FIELD=VALUE, JSON or a plain word.")] = None,
    blame: Annotated[bool, typer.Option("--blame", help="Accept or reject the blame alone.")] = False,
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    by: Annotated[str | None, typer.Option(help="Who judges (default: your user name).")] = None,
) -> None:
    """Append a decision to the register: it is signed, dated and never changed; withdraw takes it back."""
    with plain_errors():
        change: dict[str, Any] = dict(_field(told) for told in set_ or [])
        if blame:
            change = {"fields": ["blame"]}
        open_register()
        from hasila.register.finding import find  # needs Django, which the door has set up
        from hasila.register.judgements import append

        named = subject if "#" in subject else find(subject).pk
        second = other if not other or "#" in other else find(other).pk
        row = append(
            verdict,
            "" if verdict == "withdraw" else named,
            other=second,
            by=by or getpass.getuser(),
            at=datetime.now(UTC),
            change=change,
            reason=reason,
            withdraws=named if verdict == "withdraw" else "",
        )
    typer.echo(f"{row.pk}: {row.verdict} {row.subject}")


def _field(told: str) -> tuple[str, Any]:
    """
    FIELD=VALUE, where the value is JSON, or a word if it is not.

    >>> _field("low=3"), _field("status=civilian"), _field('kinds=["child"]')
    (('low', 3), ('status', 'civilian'), ('kinds', ['child']))
    """
    field, sign, value = told.partition("=")
    if not sign:
        raise Plain(f"--set {told}: write FIELD=VALUE, such as low=3.")
    try:
        return field, json.loads(value)
    except json.JSONDecodeError:
        return field, value
