"""The test that converts in LibreOffice is left out where that is not installed: it is half a gigabyte."""

import shutil

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, and say so in the count of deselected tests, what needs LibreOffice."""
    if shutil.which("soffice"):
        return
    left = [item for item in items if item.get_closest_marker("office")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]
