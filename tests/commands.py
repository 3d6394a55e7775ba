"""Commands of hasila as processes of their own, each test with a home of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_RUN = "import sys, typer; from hasila.cli.{module} import {function} as command; typer.run(command)"
_VILLAGES = ("السهل", "النهر", "التل", "الوادي", "الكرم")


def start(
    home: Path, module: str, *arguments: object, function: str | None = None, first: str = ""
) -> "subprocess.Popen[str]":
    """Start a command; `first` is Python that the process runs before it."""
    code = first + _RUN.format(module=module, function=function or module)
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=os.environ | {"HASILA_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(
    home: Path, module: str, *arguments: object, function: str | None = None, first: str = ""
) -> tuple[int, str, str]:
    """Run a command to its end: exit code, what it said, what it complained of."""
    process = start(home, module, *arguments, function=function, first=first)
    said, complained = process.communicate(timeout=90)
    return process.returncode, said, complained


def write_reports(path: Path, numbers: Sequence[int]) -> None:
    """A file with one composed report a line."""
    with path.open("w", encoding="utf-8") as file:
        for n in numbers:
            village = _VILLAGES[n % len(_VILLAGES)]
            text = f"قُتل {n + 2} مدنيين وأصيب {n + 5} آخرون بقصف مدفعي لقوات النظام على قرية {village} أمس."
            record = {"id": f"r{n}", "title": f"قصف على {village} {n}", "text": text, "published": "2019-03-17"}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
