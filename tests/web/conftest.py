"""Every test of the desk has a home of its own."""

import os
from pathlib import Path

import pytest
from web.browser import CHROMIUM, fill


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HASILA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HASILA_USER", "salma")
    (tmp_path / "home").mkdir()


@pytest.fixture(scope="session")
def chromium() -> None:
    """Skips where there is no Chromium, unless all tests are asked for: then its absence is a failure."""
    if not CHROMIUM:
        assert not os.environ.get("HASILA_ALL_TESTS"), "Chromium is missing (apt-get install chromium)"
        pytest.skip("Chromium is not installed: the desk is not tried in a browser")


@pytest.fixture(scope="module")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose register holds the composed reports."""
    home = tmp_path_factory.mktemp("desk")
    fill(home)
    return home
