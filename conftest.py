"""Tests and doctests are of the sources, also where a compiled form is there (tests/test_compiled.py is of that)."""

import os

os.environ.setdefault("HASILA_COMPILED", "0")
