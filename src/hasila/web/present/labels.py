"""The codebook's codes in the words of the interface. Codes are what is stored; these are what people read."""

from collections.abc import Mapping
from typing import get_args

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as _in

from hasila.model import claim as codebook

Words = Mapping[str, str | Promise]

OUTCOMES: Words = {
    "killed": _in("outcome", "killed"),
    "injured": _in("outcome", "injured"),
    "casualty": _in("outcome", "killed or injured"),
    "missing": _in("outcome", "missing"),
    "detained": _in("outcome", "detained"),
    "abducted": _in("outcome", "abducted"),
    "released": _in("outcome", "released"),
    "displaced": _in("outcome", "displaced"),
    "evacuated": _in("outcome", "evacuated"),
    "surrendered": _in("outcome", "surrendered"),
    "abused": _in("outcome", "abused"),
}
STATUSES: Words = {
    "civilian": _in("status", "civilians, as reported"),
    "combatant": _in("status", "armed or security forces, as reported"),
    "unknown": _in("status", "status not told"),
}
KINDS: Words = {
    "child": _in("kind", "children"),
    "woman": _in("kind", "women"),
    "man": _in("kind", "men"),
    "elderly": _in("kind", "elderly people"),
    "family": _in("kind", "relatives"),
    "medical": _in("kind", "medical staff"),
    "rescue": _in("kind", "rescuers"),
    "journalist": _in("kind", "journalists"),
    "aid": _in("kind", "aid workers"),
    "student": _in("kind", "students"),
    "official": _in("kind", "officials"),
    "leader": _in("kind", "commanders"),
    "security": _in("kind", "police or guards"),
    "prisoner": _in("kind", "prisoners"),
    "displaced": _in("kind", "displaced people"),
    "worker": _in("kind", "workers"),
    "foreign": _in("kind", "foreigners"),
}
CAUSES: Words = {
    "air_strike": _in("cause", "air strike"),
    "drone_strike": _in("cause", "drone strike"),
    "shelling": _in("cause", "shelling"),
    "explosive": _in("cause", "mine or planted explosive"),
    "suicide_bomb": _in("cause", "suicide bomb"),
    "chemical": _in("cause", "chemical weapon"),
    "attack": _in("cause", "armed attack"),
    "clash": _in("cause", "armed clash"),
    "execution": _in("cause", "execution"),
    "torture": _in("cause", "torture or ill-treatment"),
    "arrest": _in("cause", "arrest"),
    "abduction": _in("cause", "abduction"),
    "crackdown": _in("cause", "force against demonstrators"),
    "siege": _in("cause", "siege"),
    "displacement": _in("cause", "displacement"),
    "exchange": _in("cause", "exchange or release"),
    "other": _in("cause", "another cause"),
    "unknown": _in("cause", "cause not told"),
}
SOURCES: Words = {
    "own": _in("source", "the outlet itself"),
    "local": _in("source", "local source"),
    "medical": _in("source", "medical source"),
    "official": _in("source", "authority"),
    "party": _in("source", "party to the fighting"),
    "monitor": _in("source", "monitoring group"),
    "un": _in("source", "United Nations"),
    "media": _in("source", "another outlet"),
    "social": _in("source", "social media"),
}
SCOPES: Words = {
    "incident": _in("scope", "one incident"),
    "cumulative": _in("scope", "running total"),
}
STANCES: Words = {
    "affirmed": _in("stance", "affirmed"),
    "denied": _in("stance", "denied"),
    "uncertain": _in("stance", "uncertain"),
}
BASES: Words = {
    "stated": _in("basis", "stated"),
    "claimed": _in("basis", "claimed by the side itself"),
    "accused": _in("basis", "accused by the source"),
    "suspected": _in("basis", "suspected"),
    "carried": _in("basis", "carried over from another sentence"),
}
UNITS: Words = {
    "person": _in("unit", "people"),
    "family": _in("unit", "families"),
}
PRECISIONS: Words = {
    "day": _in("precision", "day"),
    "days": _in("precision", "a few days"),
    "week": _in("precision", "week"),
    "month": _in("precision", "month"),
    "year": _in("precision", "year"),
    "longer": _in("precision", "longer"),
}
LEVELS: Words = {
    "point": _in("level", "exact point"),
    "landmark": _in("level", "landmark or street"),
    "neighbourhood": _in("level", "neighbourhood"),
    "village": _in("level", "village"),
    "town": _in("level", "town"),
    "city": _in("level", "city"),
    "near": _in("level", "near a named place"),
    "adm3": _in("level", "subdistrict"),
    "adm2": _in("level", "district"),
    "adm1": _in("level", "province"),
    "line": _in("level", "road, river or border area"),
    "country": _in("level", "country"),
}
GRADES: Words = {
    "Confirmed": _in("grade", "Confirmed"),
    "Fair": _in("grade", "Fair"),
    "Weak": _in("grade", "Weak"),
    "Contested": _in("grade", "Contested"),
    "Discounted": _in("grade", "Discounted"),
}
GRADES_MEAN: Words = {
    "Confirmed": _("A specific belligerent has accepted responsibility for civilian harm."),
    "Fair": _("Reported by two or more credible sources, with likely or confirmed near actions by a belligerent."),
    "Weak": _("Single source claim, though sometimes featuring significant information."),
    "Contested": _("Competing claims of responsibility."),
    "Discounted": _("Those killed were combatants, or other parties most likely responsible."),
}
STATES: Words = {
    "awaiting": _in("state", "awaiting review"),
    "accepted": _in("state", "accepted"),
    "corrected": _in("state", "corrected"),
    "rejected": _in("state", "rejected"),
}
BLAME_STATES: Words = {
    "none": _in("blame state", "blames nobody"),
    "awaiting": _in("blame state", "blame awaits review"),
    "accepted": _in("blame state", "blame accepted"),
    "rejected": _in("blame state", "blame rejected"),
}
VERDICTS: Words = {
    "accept": _in("verdict", "accepted"),
    "correct": _in("verdict", "corrected"),
    "reject": _in("verdict", "rejected"),
    "add": _in("verdict", "added"),
    "same": _in("verdict", "joined"),
    "different": _in("verdict", "separated"),
    "grade": _in("verdict", "graded"),
    "withdraw": _in("verdict", "withdrawn"),
}
REASONS: Words = {
    "new_toll": _in("why look", "new toll"),
    "contradiction": _in("why look", "contradicted"),
    "denial": _in("why look", "denied by someone"),
    "update": _in("why look", "update of a toll"),
    "low_confidence": _in("why look", "read unsurely"),
}
FIELDS: Words = {
    "number": _in("field", "Number"),
    "outcome": _in("field", "Outcome"),
    "status": _in("field", "Status"),
    "kinds": _in("field", "Who"),
    "affiliation": _in("field", "Belonging to"),
    "cause": _in("field", "Cause"),
    "perpetrators": _in("field", "Blamed side"),
    "place": _in("field", "Place"),
    "date": _in("field", "Date"),
    "source": _in("field", "Who says so"),
    "scope": _in("field", "Scope"),
    "stance": _in("field", "Stance"),
    "part_of": _in("field", "Part of"),
    "quote": _in("field", "Words of the claim"),
    "unit": _in("field", "Counted in"),
    "low": _in("field", "Lowest"),
    "high": _in("field", "Highest"),
    "approx": _in("field", "Approximate"),
    "blame": _in("field", "Blame"),
    "evidence": _in("field", "Words it rests on"),
}
CONVENTIONS: Words = {
    "airwars": _in("convention", "Airwars rule"),
    "acled": _in("convention", "ACLED rule (lowest single figure)"),
}
OF_FIELD: Mapping[str, tuple[Words, object]] = {
    "outcome": (OUTCOMES, codebook.Outcome),
    "status": (STATUSES, codebook.Status),
    "kinds": (KINDS, codebook.Kind),
    "cause": (CAUSES, codebook.Cause),
    "source": (SOURCES, codebook.SourceKind),
    "scope": (SCOPES, codebook.Scope),
    "stance": (STANCES, codebook.Stance),
    "basis": (BASES, codebook.Basis),
    "precision": (PRECISIONS, codebook.Precision),
    "level": (LEVELS, codebook.Level),
}
"""The words of each codebook field and the type that lists its codes; a test holds the two equal."""


def label(words: Words, code: str) -> str:
    """
    The words for a code; a code that this version does not know is shown as it is.

    >>> label({"killed": "killed"}, "killed"), label({}, "new_code")
    ('killed', 'new_code')
    """
    return str(words.get(code, code))


def choices(field: str) -> list[tuple[str, str]]:
    """The codes of a codebook field with their words, in the codebook's order."""
    words, kind = OF_FIELD[field]
    return [(code, label(words, code)) for code in get_args(kind)]
