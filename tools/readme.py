"""
Bring the documents up to date with what the program prints.

    .venv/bin/python tools/readme.py [--check] [--figures SHARED]

README.md: the output of commands; with --figures also the table of accuracy, measured on SHARED.
docs/commands.md: all commands with their options. With --check nothing is written, and what is stale is told.
"""

import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import typer

from hasila.cli import COMMANDS, application

ROOT = Path(__file__).parents[1]
README, MANUAL = ROOT / "README.md", ROOT / "docs" / "commands.md"
_OUTPUT = re.compile(r"(<!-- output: hasila (?P<line>.+?) -->\n```text\n)(?P<told>.*?)(```)", re.DOTALL)
_FIGURES = re.compile(r"(<!-- figures: begin -->\n).*?(<!-- figures: end -->)", re.DOTALL)
_WIDTH = "100"


def with_outputs(text: str) -> str:
    """The README with what its commands print today."""
    return _OUTPUT.sub(lambda found: found.group(1) + _printed(found.group("line")) + found.group(4), text)


def _printed(line: str) -> str:
    environment = {**os.environ, "COLUMNS": _WIDTH, "HASILA_HOME": str(ROOT / "build" / "no-home"), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "hasila.cli", *line.split()]
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    # Marks of direction stay out of files: who reads a file must see all that is in it.
    plain = re.sub("[\u2066-\u2069]", "", told)
    return "\n".join(row.rstrip() for row in plain.strip().split("\n")) + "\n"


def with_figures(text: str, shared: Path) -> str:
    """The README with the accuracy measured now, on what, by what and when."""
    command = [sys.executable, str(ROOT / "tools" / "score.py"), str(shared), "--table"]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    machine = f"Python {platform.python_version()} on {platform.system()}, {platform.machine()}"
    when = f"\nMeasured on {date.today()} with {machine}.\n"
    return _FIGURES.sub(lambda found: f"{found.group(1)}\n{table}{when}\n{found.group(2)}", text)


def manual() -> str:
    """The manual: every command with its arguments and options, as the command line has them."""
    return "\n".join(_manual())


def _manual() -> Iterator[str]:
    yield "# Commands\n"
    yield "Made by `make docs` from the command line itself. `hasila COMMAND --help` says the same.\n"
    for name in COMMANDS:
        app = application([name])
        command = typer.main.get_command(app).commands.get(name)  # type: ignore[attr-defined]
        if command is not None:
            yield from _told(f"hasila {name}", command)


def _told(name: str, command: "typer.core.TyperCommand") -> Iterator[str]:
    inner = getattr(command, "commands", {})
    yield f"## {name}\n" if name.count(" ") == 1 else f"### {name}\n"
    yield " ".join((command.help or "").split()) + "\n"
    for part in command.params:
        told = " ".join((getattr(part, "help", None) or "").split())
        if part.param_type_name == "argument":
            yield f"- `{part.metavar or part.name.upper()}` {told}"
        elif part.name != "help":
            value = "" if getattr(part, "is_flag", False) else f" {part.metavar or part.name.upper().strip('_')}"
            yield f"- `{' / '.join([*part.opts, *part.secondary_opts])}{value}` {told}"
    yield ""
    for each, one in inner.items():
        yield from _told(f"{name} {each}", one)


def main() -> None:
    """Write, or tell what is stale."""
    new = {README: with_outputs(README.read_text("utf-8")), MANUAL: manual()}
    if "--figures" in sys.argv:
        new[README] = with_figures(new[README], Path(sys.argv[sys.argv.index("--figures") + 1]))
    stale = [path for path, text in new.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv and stale:
        sys.exit(f"Stale: {', '.join(path.name for path in stale)}. Run make docs and commit them.")
    for path in stale:
        path.write_text(new[path], "utf-8")
    print(f"README.md and docs/commands.md: {'written' if stale else 'as the program prints'}")


if __name__ == "__main__":
    main()
