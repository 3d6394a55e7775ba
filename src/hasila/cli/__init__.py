"""The command line. Each command is a file here; only the one that is asked for is imported: all start at once."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

import typer


class Command(NamedTuple):
    """Where a command is (`module:name`, a function or a Typer app), its panel in the help, and what it does."""

    where: str
    panel: str
    does: str


_READING, _REGISTER, _SETUP = "Reports", "Register", "Language and places"
COMMANDS: dict[str, Command] = {
    "read": Command("read:read", _READING, "Read reports: every statement of harm, with the words it rests on."),
    "why": Command("why:why", _READING, "Show for a claim the rows and rules that made it."),
    "link": Command("link:link", _READING, "Link reports of one incident, in the register or in files."),
    "evaluate": Command("evaluate:evaluate", _READING, "Measure reading against claims that somebody coded."),
    "init": Command("init:init", _REGISTER, "Make an empty register."),
    "add": Command("add:add", _REGISTER, "Read reports and file them."),
    "list": Command("listing:list_", _REGISTER, "List reports, claims, incidents, or what waits for a person."),
    "show": Command("show:show", _REGISTER, "Show a report, a claim or an incident."),
    "search": Command("search:search", _REGISTER, "Search the words of all reports."),
    "judge": Command("judge:judge", _REGISTER, "Decide about a claim or an incident."),
    "log": Command("log:log", _REGISTER, "Show who decided what, and when."),
    "verify": Command("verify:verify", _REGISTER, "Check the chain of decisions, every byte and every quote."),
    "backup": Command("backup:backup", _REGISTER, "Write the register to one file."),
    "restore": Command("backup:restore", _REGISTER, "Bring a backup back."),
    "export": Command("export:export", _REGISTER, "Export claims or incidents, with what is lost and withheld."),
    "serve": Command("serve:serve", _REGISTER, "Open the register in the browser."),
    "check": Command("check:check", _SETUP, "Check the rows of a language pack by their examples."),
    "places": Command("places:app", _SETUP, "Load, list and look up places."),
}


def application(asked: Sequence[str]) -> typer.Typer:
    """
    The command line, with the command that the arguments `asked` name ready to run and all others only named.

    >>> len(application(["--help"]).registered_commands) == len(COMMANDS)
    True
    """
    app = typer.Typer(
        help="Read reports of armed conflict, Arabic first, into claims of harm. Claims, never facts.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    wanted = next((word for word in asked if not word.startswith("-")), None)
    for name, command in COMMANDS.items():
        found: Any = _load(command) if name == wanted or "_HASILA_COMPLETE" in os.environ else _named
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name, help=command.does, rich_help_panel=command.panel)
        else:
            help_text = command.does if found is _named else None
            app.command(name, help=help_text, rich_help_panel=command.panel)(found)
    return app


def main() -> None:
    """Run the command line, in UTF-8 whatever the locale says; a reader who closes the pipe is no error."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # they are text files here
    _start_light()
    try:
        application(sys.argv[1:])()
    except BrokenPipeError:
        # What is still in the buffer has nowhere to go; without this the interpreter complains at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        from hasila.cli.plain_errors import sentence_for  # only where something went wrong

        sentence = sentence_for(error)
        if sentence is None:
            raise
        typer.echo(sentence, err=True)
        sys.exit(1)


def _start_light() -> None:
    """What costs a start and brings a command nothing: looking for cycles among dictionaries, and others' plugins."""
    # Nearly all that is made at the start stays to the end.
    gc.set_threshold(50_000, 20, 20)
    # Pydantic would read the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _tell_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version as installed  # slow to import, and only this option needs it

        typer.echo(f"hasila {installed('hasila')}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(False, "--version", is_eager=True, callback=_tell_version, help="Print the version."),
) -> None:
    """Options before any command."""


def _named() -> None:
    """A command that is only listed."""


def _load(command: Command) -> Callable[..., Any] | typer.Typer:
    module, _, name = command.where.partition(":")
    found: Callable[..., Any] | typer.Typer = getattr(import_module(f"hasila.cli.{module}"), name)
    return found
