"""Text for a cell of a table: nothing that a spreadsheet would run, hide or choke on. What changes is reported."""

import re
from collections.abc import Callable
from functools import partial

from hasila.export.columns import Cell
from hasila.export.loss import Losses

LONGEST = 32_000
"""Letters that a cell holds: Excel cuts at 32,767 without a word."""

# OWASP, CSV injection: = + - @ tab CR; LF and full-width signs, which some spreadsheets take for the same.
_RUNS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
# Control characters, and marks that turn the direction of what follows (Trojan Source, CVE-2021-42574). The marks that
# only tell a letter's own direction (LRM, RLM, ALM) stay: Arabic texts have them for good reason.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]")


def safe_cell(value: Cell, field: str, row: str, losses: Losses) -> Cell:
    """
    A value that is safe in a cell. Numbers are numbers, and stay: -1.5 is no formula.

    >>> losses = Losses()
    >>> safe_cell("=HYPERLINK(0)", "outlet", "c1", losses), safe_cell(-1.5, "lon", "c1", losses)
    ("'=HYPERLINK(0)", -1.5)
    >>> [(loss.action, loss.field, loss.rows) for loss in losses]
    [('degraded', 'outlet', ('c1',))]
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    if len(value) <= LONGEST and not _RUNS.match(value) and not _UNSEEN.search(value):
        return value
    return _made_safe(value, partial(losses.note, "degraded", field, row=row))


def _made_safe(value: str, degraded: Callable[..., None]) -> str:
    text = _UNSEEN.sub("", value)
    if text != value:
        degraded(why="characters that are not seen, or turn the direction of text, are taken out")
    if len(text) > LONGEST:
        degraded(why=f"cut after {LONGEST} letters, which is what a cell holds")
        text = text[: LONGEST - 1] + "…"
    if _RUNS.match(text):
        degraded(why="an apostrophe stands before it, so that no spreadsheet runs it as a formula")
        text = "'" + text
    return text
