"""Bytes to Report: saved pages, plain text and JSON Lines, in whatever encoding; and the page furniture in a text.

Pure functions: no network, no clock. What cannot be read becomes a `BadInput` with one sentence, never an exception.
"""

from hasila.intake.anything import read_any
from hasila.intake.bad_input import BadInput
from hasila.intake.furniture import furniture
from hasila.intake.lines import read_jsonl
from hasila.intake.page import read_page
from hasila.intake.plain import read_text

__all__ = ["BadInput", "furniture", "read_any", "read_jsonl", "read_page", "read_text"]
