"""
The compiled form of the reader: used where it is there and was made from these very sources, and passed over otherwise.

`make compiled` puts it into the folder `_compiled`, which git leaves out. It reads the same, in less time.
HASILA_COMPILED=0 in the environment asks for plain Python.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

PACKAGE = Path(__file__).parent
FOLDER = PACKAGE / "_compiled"
# Where it is written from what sources the compiled form was made.
STAMP = FOLDER / "sources"
# What a reading goes through; nothing else is compiled.
FLOORS = ("model", "text", "intake", "pack", "extract", "resolve")


def sources() -> list[Path]:
    """The modules that a reading goes through, which the compiled form rests on."""
    return sorted([*(path for floor in FLOORS for path in (PACKAGE / floor).glob("*.py")), PACKAGE / "pipeline.py"])


def stamp_of_sources() -> str:
    """What changes with every change of the sources, and is another one for another version of Python."""
    said = blake2b(EXTENSION_SUFFIXES[0].encode(), digest_size=16)
    for path in sources():
        said.update(b"\0" + path.name.encode() + b"\0" + path.read_bytes())
    return said.hexdigest()


class CompiledFinder:
    """Finds the compiled form of a module for `import`, if that of all modules is fresh; else Python finds the source."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The compiled form of a module, where there is one."""
        # What the modules share is a library beside the package.
        if not name.startswith("hasila.") and not name.endswith("__mypyc"):
            return None
        file = self.modules.get(name)
        return spec_from_file_location(name, file) if file else None

    @cached_property
    def modules(self) -> Mapping[str, Path]:
        """The files of the compiled form by the names of their modules; none where a source has changed since."""
        if not STAMP.exists() or STAMP.read_text("utf-8") != stamp_of_sources():
            return {}
        suffix = EXTENSION_SUFFIXES[0]
        files = (path for path in FOLDER.rglob(f"*{suffix}"))
        return {".".join(path.relative_to(FOLDER).parts).removesuffix(suffix): path for path in files}


def use_compiled() -> None:
    """Let `import` find the compiled form from here on."""
    if FOLDER.is_dir() and os.environ.get("HASILA_COMPILED") != "0":
        sys.meta_path.insert(0, CompiledFinder())


def in_use() -> bool:
    """Whether readings are made by the compiled form."""
    return any(isinstance(finder, CompiledFinder) and finder.modules for finder in sys.meta_path)
