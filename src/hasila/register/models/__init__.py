"""The tables of the register. Ids are hashes of content; what people decide is only ever appended."""

from hasila.register.models.claim import Blamed, Claim, EventMention
from hasila.register.models.incident import Incident, IncidentActor, IncidentClaim, IncidentReport
from hasila.register.models.judgement import Chain, Judgement
from hasila.register.models.report import Reading, Report
from hasila.register.models.words import Indexed, Posting, Word

__all__ = [
    "Blamed",
    "Chain",
    "Claim",
    "EventMention",
    "Incident",
    "IncidentActor",
    "IncidentClaim",
    "IncidentReport",
    "Indexed",
    "Judgement",
    "Posting",
    "Reading",
    "Report",
    "Word",
]
