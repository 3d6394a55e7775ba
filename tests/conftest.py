"""What holds for all tests: what is not here is left out and told; with HASILA_ALL_TESTS a skip is a failure."""

import os
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
_left_out: list[str] = []
_skipped: dict[str, str] = {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that measure with the reference sets, where these are not beside the checkout."""
    if SHARED.exists():
        return
    left = [item for item in items if item.get_closest_marker("shared")]
    _left_out.extend(item.nodeid for item in left)
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what was skipped, and why."""
    if report.skipped and not hasattr(report, "wasxfail"):
        _skipped[report.nodeid] = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out, and what should not have been skipped."""
    if _left_out:
        terminalreporter.write_line(f"{len(_left_out)} tests left out: they measure with ../shared, which is not here")
    for reason in sorted(set(_skipped.values())):
        terminalreporter.write_line(reason)
    if _skipped and os.environ.get("HASILA_ALL_TESTS"):
        terminalreporter.write_line(f"HASILA_ALL_TESTS: skipped is failed: {', '.join(_skipped)}", red=True)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skip is a failure where all tests are asked for."""
    if _skipped and os.environ.get("HASILA_ALL_TESTS") and not hasattr(session.config, "workerinput"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
