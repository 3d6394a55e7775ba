"""A real browser at a real desk: `hasila serve` as a process, Chromium by playwright."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CHROMIUM = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(p).exists()), "")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip
_SERVE = "from hasila.cli.serve import serve as command; import typer; typer.run(command)"
_FILL = """
from hasila.cli.register_door import open_register
open_register(create=True)
from {module} import {function}
{function}()
"""
TESTS = Path(__file__).resolve().parent.parent


def fill(home: Path, module: str = "web.composed", function: str = "file_all") -> None:
    """Fill the register of a home, in a process of its own."""
    _run([sys.executable, "-c", _FILL.format(module=module, function=function)], home).check_returncode()


def _environment(home: Path) -> dict[str, str]:
    return os.environ | {"HASILA_HOME": str(home), "HASILA_USER": "salma", "PYTHONPATH": _sources()}


def _sources() -> str:
    """Where Python looks for modules: here first, then where this process was told to."""
    return os.pathsep.join(filter(None, (str(TESTS), os.environ.get("PYTHONPATH"))))


def _run(command: list[str], home: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, env=_environment(home), text=True)


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The address that a desk prints, while it is open."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVE, "--no-open"], env=_environment(home), stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait(10)


@dataclass
class Watched:
    """A page, and everything that its console and its network complained of."""

    page: Any
    complaints: list[str] = field(default_factory=list)


@contextmanager
def browsing(width: int = 1366, height: int = 900) -> Iterator[Watched]:
    """A browser's page that is watched."""
    from playwright.sync_api import sync_playwright  # only where Chromium is

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        watched = Watched(browser.new_context(viewport={"width": width, "height": height}).new_page())
        watched.page.on(
            "console", lambda m: watched.complaints.append(m.text) if m.type in ("error", "warning") else None
        )
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.on(
            "request", lambda r: None if "127.0.0.1" in r.url else watched.complaints.append(f"out: {r.url}")
        )
        try:
            yield watched
        finally:
            browser.close()
