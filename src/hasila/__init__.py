"""hasila reads reports of armed conflict, Arabic first, into claims of harm: who is said to have been harmed, by whom, according to whom.

Claims, never facts; ranges, never sums; a quote for everything; the human decides.
"""

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
