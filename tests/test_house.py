"""The rules of the house, so that the next reader finds small files with one job each."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "hasila"
FILES = sorted(p for p in PACKAGE.rglob("*.py") if "migrations" not in p.parts)
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base", "manager"}
MAY_KNOW_THE_TIME = ("cli", "register", "web")  # and fetch.py, which measures how long an answer takes
CLOCKS = re.compile(r"\b(?:datetime|date)\.(?:now|today|utcnow)\b|\btime\.(?:time|localtime|gmtime)\(|timezone\.now\(")
LINES, FUNCTION_LINES, PARAMETERS = 300, 60, 7


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_no_file_is_long() -> None:
    long = {_name(p): n for p in FILES if (n := len(p.read_text("utf-8").splitlines())) > LINES}
    assert not long, f"part these, by what they do: {long}"


def test_no_function_is_long() -> None:
    long = [
        f"{_name(path)}:{function.name}"
        for path in FILES
        for function in _functions(path)
        if (function.end_lineno or 0) - function.lineno + 1 > FUNCTION_LINES
    ]
    assert not long, long


def test_no_function_takes_many_things() -> None:
    greedy = {}
    for path in FILES:
        for function in _functions(path):
            asked = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
            # What a command asks for is what its user may say: each is an option with a help text.
            if len([a for a in asked if a not in ("self", "cls")]) > PARAMETERS and path.parent.name != "cli":
                greedy[f"{_name(path)}:{function.name}"] = len(asked)
    assert not greedy, greedy


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert not [_name(p) for p in FILES if NAMELESS & {p.stem, p.parent.name}]


def test_only_the_top_floors_know_the_time() -> None:
    knows = [
        f"{_name(p)}:{number}"
        for p in FILES
        if p.relative_to(PACKAGE).parts[0] not in MAY_KNOW_THE_TIME
        for number, line in enumerate(p.read_text("utf-8").splitlines(), start=1)
        if CLOCKS.search(line)
    ]
    assert not knows, f"the clock is an argument: {knows}"


def test_every_file_of_the_package_says_what_it_is() -> None:
    silent = [_name(p) for p in FILES if p.stat().st_size and not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert not silent, silent


def test_every_public_function_says_what_it_does() -> None:
    silent = [
        f"{_name(path)}:{node.name}"
        for path in FILES
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not silent, silent


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_pins_are_names_and_versions_alone(name: str) -> None:
    lines = (PACKAGE.parents[1] / name).read_text("utf-8").splitlines()[1:]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+", line) for line in lines)
    assert lines == sorted(lines, key=lambda line: line.partition("=="))
