"""Demo reports: composed articles that the package ships, so that a new desk has something to show."""

import tempfile
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from hasila.home import home
from hasila.register.adding import Added, add
from hasila.web.person import now


def demo_reports() -> list[Traversable]:
    """The demo reports of the package, in the order of their names."""
    folder = files("hasila") / "data" / "demo"
    return (
        sorted((f for f in folder.iterdir() if f.name.endswith(".html")), key=lambda f: f.name)
        if folder.is_dir()
        else []
    )


def add_demo() -> Added:
    """Read and file the demo reports; those that are there already are known."""
    with tempfile.TemporaryDirectory() as folder:
        for report in demo_reports():
            with as_file(report) as path:
                (Path(folder) / report.name).write_bytes(path.read_bytes())
        return add([Path(folder)], home(), now(), jobs=1)


@require_POST
def load(request: HttpRequest) -> HttpResponse:
    """Load the demo reports and go to the queue."""
    add_demo()
    return redirect("queue")
