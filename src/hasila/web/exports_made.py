"""Which exports left this desk: a line each in a file of the home. They are no judgements, but the audit shows them."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from hasila.home import home


def remember(**told: Any) -> None:
    """Append one line: when, who, what, in which format, by which profile and filter, how many rows."""
    with (home() / "exports.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(told, ensure_ascii=False, default=str) + "\n")


def exports_made(most: int = 50) -> list[dict[str, Any]]:
    """The last exports, the newest first."""
    return list(_read())[-most:][::-1]


def _read() -> Iterator[dict[str, Any]]:
    try:
        lines = (home() / "exports.jsonl").read_text("utf-8").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            told = json.loads(line)
            told["at"] = datetime.fromisoformat(told["at"])
            yield told
        except (ValueError, KeyError, TypeError):
            continue  # a line that a crash cut short
