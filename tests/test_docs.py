"""The documents say what the program does today."""

import contextlib
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hasila.cli import COMMANDS
from hasila.schema import schemas

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
MAKE = ("install", "demo", "test", "check", "score", "bench")


def test_outputs_in_the_readme_and_the_list_of_commands_are_what_the_program_prints() -> None:
    done = subprocess.run([sys.executable, "tools/readme.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_python_of_the_readme_runs_and_prints_what_it_says() -> None:
    [code] = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    assert [
        line.removeprefix("# ") for line in code.splitlines() if line.startswith("#")
    ] == printed.getvalue().splitlines()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:)([^)#]+)", page.read_text("utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_documents_that_the_program_refers_to_are_there() -> None:
    sources = [p for kind in ("*.py", "*.toml") for p in (ROOT / "src").rglob(kind)]
    named = {name for p in sources for name in re.findall(r"docs/[\w/-]+\.md", p.read_text("utf-8"))}
    assert not [name for name in sorted(named) if not (ROOT / name).exists()]


def test_every_command_is_told_in_the_manual() -> None:
    manual = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert not [name for name in COMMANDS if f"## hasila {name}\n" not in manual]


def test_what_make_can_do_is_told_by_make() -> None:
    told = (ROOT / "Makefile").read_text("utf-8")
    assert all(f'"make {name} ' in told for name in MAKE)


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schema_is_that_of_the_model(name: str) -> None:
    committed = json.loads((ROOT / "docs" / "schema" / f"{name}.json").read_text("utf-8"))
    assert committed == schemas()[name], "run make schema"


def test_the_codebook_of_the_documents_names_every_code_of_the_model() -> None:
    codebook = (ROOT / "docs" / "codebook.md").read_text("utf-8")
    claim = schemas()["claim"]["properties"]
    codes = [code for field in ("outcome", "status", "cause", "scope", "stance") for code in claim[field]["enum"]]
    codes += claim["kinds"]["items"]["enum"]
    assert not [code for code in codes if f"`{code}`" not in codebook]


def test_no_file_has_marks_of_direction_that_a_reader_cannot_see() -> None:
    files = [*PAGES, *(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.toml")]
    hidden = re.compile("[\u202a-\u202e\u2066-\u2069]")
    assert not [path.name for path in files if hidden.search(path.read_text("utf-8"))]


def test_nothing_names_the_machine_that_it_was_made_on() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.splitlines()
    home = re.compile("/" + r"(?:work|home|root)/\w")
    kinds = (".py", ".md", ".toml", ".txt", ".json", ".tsv", ".html", "Makefile", "run")
    texts = [ROOT / name for name in tracked if name.endswith(kinds) and (ROOT / name).is_file()]
    assert not [path.name for path in texts if home.search(path.read_text("utf-8", "replace"))]
