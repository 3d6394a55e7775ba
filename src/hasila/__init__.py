"""hasila reads reports of armed conflict, Arabic first, into claims of harm: who is harmed, by whom, according to whom.

Claims, never facts; ranges, never sums; a quote for everything; the human decides.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from hasila.compiled import use_compiled

if TYPE_CHECKING:
    from hasila.model.claim import Claim, EventMention, Reading
    from hasila.model.incident import Incident
    from hasila.model.judgement import Judgement
    from hasila.model.report import Report, report_of
    from hasila.pack.rows import Pack, load_pack
    from hasila.pipeline import read
    from hasila.resolve.gazetteer import Gazetteer, load_gazetteer

__all__ = [
    "Claim", "EventMention", "Gazetteer", "Incident", "Judgement", "Pack", "Reading", "Report", "load_gazetteer", "load_pack", "read", "report_of",
]  # fmt: skip

_HOMES = {
    "hasila.model.claim": ("Claim", "EventMention", "Reading"),
    "hasila.model.incident": ("Incident",),
    "hasila.model.judgement": ("Judgement",),
    "hasila.model.report": ("Report", "report_of"),
    "hasila.pack.rows": ("Pack", "load_pack"),
    "hasila.pipeline": ("read",),
    "hasila.resolve.gazetteer": ("Gazetteer", "load_gazetteer"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

use_compiled()


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first used: the command line starts without the reader."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'hasila' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
