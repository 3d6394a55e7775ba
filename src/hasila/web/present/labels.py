"""The codebook's codes in the words of the interface. Codes are what is stored; these are what people read."""

from collections.abc import Mapping
from typing import get_args

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

from hasila.model import claim as codebook

Words = Mapping[str, str | Promise]

OUTCOMES: Words = {
    "killed": pgettext_lazy("outcome", "killed"),
    "injured": pgettext_lazy("outcome", "injured"),
    "casualty": pgettext_lazy("outcome", "killed or injured"),
    "missing": pgettext_lazy("outcome", "missing"),
    "detained": pgettext_lazy("outcome", "detained"),
    "abducted": pgettext_lazy("outcome", "abducted"),
    "released": pgettext_lazy("outcome", "released"),
    "displaced": pgettext_lazy("outcome", "displaced"),
    "evacuated": pgettext_lazy("outcome", "evacuated"),
    "surrendered": pgettext_lazy("outcome", "surrendered"),
    "abused": pgettext_lazy("outcome", "abused"),
}
STATUSES: Words = {
    "civilian": pgettext_lazy("status", "civilians, as reported"),
    "combatant": pgettext_lazy("status", "armed or security forces, as reported"),
    "unknown": pgettext_lazy("status", "status not told"),
}
KINDS: Words = {
    "child": pgettext_lazy("kind", "children"),
    "woman": pgettext_lazy("kind", "women"),
    "man": pgettext_lazy("kind", "men"),
    "elderly": pgettext_lazy("kind", "elderly people"),
    "family": pgettext_lazy("kind", "relatives"),
    "medical": pgettext_lazy("kind", "medical staff"),
    "rescue": pgettext_lazy("kind", "rescuers"),
    "journalist": pgettext_lazy("kind", "journalists"),
    "aid": pgettext_lazy("kind", "aid workers"),
    "student": pgettext_lazy("kind", "students"),
    "official": pgettext_lazy("kind", "officials"),
    "leader": pgettext_lazy("kind", "commanders"),
    "security": pgettext_lazy("kind", "police or guards"),
    "prisoner": pgettext_lazy("kind", "prisoners"),
    "displaced": pgettext_lazy("kind", "displaced people"),
    "worker": pgettext_lazy("kind", "workers"),
    "foreign": pgettext_lazy("kind", "foreigners"),
}
CAUSES: Words = {
    "air_strike": pgettext_lazy("cause", "air strike"),
    "drone_strike": pgettext_lazy("cause", "drone strike"),
    "shelling": pgettext_lazy("cause", "shelling"),
    "explosive": pgettext_lazy("cause", "mine or planted explosive"),
    "suicide_bomb": pgettext_lazy("cause", "suicide bomb"),
    "chemical": pgettext_lazy("cause", "chemical weapon"),
    "attack": pgettext_lazy("cause", "armed attack"),
    "clash": pgettext_lazy("cause", "armed clash"),
    "execution": pgettext_lazy("cause", "execution"),
    "torture": pgettext_lazy("cause", "torture or ill-treatment"),
    "arrest": pgettext_lazy("cause", "arrest"),
    "abduction": pgettext_lazy("cause", "abduction"),
    "crackdown": pgettext_lazy("cause", "force against demonstrators"),
    "siege": pgettext_lazy("cause", "siege"),
    "displacement": pgettext_lazy("cause", "displacement"),
    "exchange": pgettext_lazy("cause", "exchange or release"),
    "other": pgettext_lazy("cause", "another cause"),
    "unknown": pgettext_lazy("cause", "cause not told"),
}
SOURCES: Words = {
    "own": pgettext_lazy("source", "the outlet itself"),
    "local": pgettext_lazy("source", "local source"),
    "medical": pgettext_lazy("source", "medical source"),
    "official": pgettext_lazy("source", "authority"),
    "party": pgettext_lazy("source", "party to the fighting"),
    "monitor": pgettext_lazy("source", "monitoring group"),
    "un": pgettext_lazy("source", "United Nations"),
    "media": pgettext_lazy("source", "another outlet"),
    "social": pgettext_lazy("source", "social media"),
}
SCOPES: Words = {
    "incident": pgettext_lazy("scope", "one incident"),
    "cumulative": pgettext_lazy("scope", "running total"),
}
STANCES: Words = {
    "affirmed": pgettext_lazy("stance", "affirmed"),
    "denied": pgettext_lazy("stance", "denied"),
    "uncertain": pgettext_lazy("stance", "uncertain"),
}
BASES: Words = {
    "stated": pgettext_lazy("basis", "stated"),
    "claimed": pgettext_lazy("basis", "claimed by the side itself"),
    "accused": pgettext_lazy("basis", "accused by the source"),
    "suspected": pgettext_lazy("basis", "suspected"),
    "carried": pgettext_lazy("basis", "carried over from another sentence"),
}
UNITS: Words = {
    "person": pgettext_lazy("unit", "people"),
    "family": pgettext_lazy("unit", "families"),
}
PRECISIONS: Words = {
    "day": pgettext_lazy("precision", "day"),
    "days": pgettext_lazy("precision", "a few days"),
    "week": pgettext_lazy("precision", "week"),
    "month": pgettext_lazy("precision", "month"),
    "year": pgettext_lazy("precision", "year"),
    "longer": pgettext_lazy("precision", "longer"),
}
LEVELS: Words = {
    "point": pgettext_lazy("level", "exact point"),
    "landmark": pgettext_lazy("level", "landmark or street"),
    "neighbourhood": pgettext_lazy("level", "neighbourhood"),
    "village": pgettext_lazy("level", "village"),
    "town": pgettext_lazy("level", "town"),
    "city": pgettext_lazy("level", "city"),
    "near": pgettext_lazy("level", "near a named place"),
    "adm3": pgettext_lazy("level", "subdistrict"),
    "adm2": pgettext_lazy("level", "district"),
    "adm1": pgettext_lazy("level", "province"),
    "line": pgettext_lazy("level", "road, river or border area"),
    "country": pgettext_lazy("level", "country"),
}
GRADES: Words = {
    "Confirmed": pgettext_lazy("grade", "Confirmed"),
    "Fair": pgettext_lazy("grade", "Fair"),
    "Weak": pgettext_lazy("grade", "Weak"),
    "Contested": pgettext_lazy("grade", "Contested"),
    "Discounted": pgettext_lazy("grade", "Discounted"),
}
GRADES_MEAN: Words = {
    "Confirmed": _("A specific belligerent has accepted responsibility for civilian harm."),
    "Fair": _("Reported by two or more credible sources, with likely or confirmed near actions by a belligerent."),
    "Weak": _("Single source claim, though sometimes featuring significant information."),
    "Contested": _("Competing claims of responsibility."),
    "Discounted": _("Those killed were combatants, or other parties most likely responsible."),
}
STATES: Words = {
    "awaiting": pgettext_lazy("state", "awaiting review"),
    "accepted": pgettext_lazy("state", "accepted"),
    "corrected": pgettext_lazy("state", "corrected"),
    "rejected": pgettext_lazy("state", "rejected"),
}
BLAME_STATES: Words = {
    "none": pgettext_lazy("blame state", "blames nobody"),
    "awaiting": pgettext_lazy("blame state", "blame awaits review"),
    "accepted": pgettext_lazy("blame state", "blame accepted"),
    "rejected": pgettext_lazy("blame state", "blame rejected"),
}
VERDICTS: Words = {
    "accept": pgettext_lazy("verdict", "accepted"),
    "correct": pgettext_lazy("verdict", "corrected"),
    "reject": pgettext_lazy("verdict", "rejected"),
    "add": pgettext_lazy("verdict", "added"),
    "same": pgettext_lazy("verdict", "joined"),
    "different": pgettext_lazy("verdict", "separated"),
    "grade": pgettext_lazy("verdict", "graded"),
    "withdraw": pgettext_lazy("verdict", "withdrawn"),
}
REASONS: Words = {
    "new_toll": pgettext_lazy("why look", "new toll"),
    "contradiction": pgettext_lazy("why look", "contradicted"),
    "denial": pgettext_lazy("why look", "denied by someone"),
    "update": pgettext_lazy("why look", "update of a toll"),
    "low_confidence": pgettext_lazy("why look", "read unsurely"),
}
FIELDS: Words = {
    "number": pgettext_lazy("field", "Number"),
    "outcome": pgettext_lazy("field", "Outcome"),
    "status": pgettext_lazy("field", "Status"),
    "kinds": pgettext_lazy("field", "Who"),
    "affiliation": pgettext_lazy("field", "Belonging to"),
    "cause": pgettext_lazy("field", "Cause"),
    "perpetrators": pgettext_lazy("field", "Blamed side"),
    "place": pgettext_lazy("field", "Place"),
    "date": pgettext_lazy("field", "Date"),
    "source": pgettext_lazy("field", "Who says so"),
    "scope": pgettext_lazy("field", "Scope"),
    "stance": pgettext_lazy("field", "Stance"),
    "part_of": pgettext_lazy("field", "Part of"),
    "quote": pgettext_lazy("field", "Words of the claim"),
    "unit": pgettext_lazy("field", "Counted in"),
    "low": pgettext_lazy("field", "Lowest"),
    "high": pgettext_lazy("field", "Highest"),
    "approx": pgettext_lazy("field", "Approximate"),
    "blame": pgettext_lazy("field", "Blame"),
    "evidence": pgettext_lazy("field", "Words it rests on"),
}
CONVENTIONS: Words = {
    "airwars": pgettext_lazy("convention", "Airwars rule"),
    "acled": pgettext_lazy("convention", "ACLED rule (lowest single figure)"),
}
LOSSES: Words = {
    "dropped": pgettext_lazy("loss", "rows dropped"),
    "degraded": pgettext_lazy("loss", "told less finely"),
    "withheld": pgettext_lazy("loss", "withheld"),
    "left out": pgettext_lazy("loss", "left out"),
}
FIGURES: Words = {
    "killed": pgettext_lazy("figure", "killed, without armed or security forces"),
    "killed_civilian": pgettext_lazy("figure", "killed: civilians"),
    "killed_unknown": pgettext_lazy("figure", "killed: status not told"),
    "killed_combatant": pgettext_lazy("figure", "killed: armed or security forces, as reported"),
    "killed_children": pgettext_lazy("figure", "killed: children"),
    "killed_women": pgettext_lazy("figure", "killed: women"),
    "injured": pgettext_lazy("figure", "injured, without armed or security forces"),
    "injured_civilian": pgettext_lazy("figure", "injured: civilians"),
    "injured_unknown": pgettext_lazy("figure", "injured: status not told"),
    "injured_combatant": pgettext_lazy("figure", "injured: armed or security forces, as reported"),
    "injured_children": pgettext_lazy("figure", "injured: children"),
    "injured_women": pgettext_lazy("figure", "injured: women"),
}
FIGURES_OF_ACLED: Words = {"killed": pgettext_lazy("figure", "killed, armed or security forces too")}
WHY_LOST = (
    gettext_noop("a table has no column for it; JSON Lines have it"),
    gettext_noop("a table has no column for this figure; JSON Lines have it"),
    gettext_noop("an apostrophe stands before it, so that no spreadsheet runs it as a formula"),
    gettext_noop("characters that are not seen, or turn the direction of text, are taken out"),
    gettext_noop("reasons quote speakers and names"),
    gettext_noop("the claim that it is a part of does not stand"),
    gettext_noop("the coordinates are none of this earth's inhabited parts"),
    gettext_noop("the place is told by its country alone: no area to draw"),
    gettext_noop("the place is unknown"),
    gettext_noop("what is withheld of the value as it stands"),
    gettext_noop("who reviewed, when, and their notes"),
    gettext_noop("names, ages and sex of victims"),
    gettext_noop("the address spells a victim's name: its site is kept"),
    gettext_noop("words of the report: names may stand in them"),
    gettext_noop("the name of a victim"),
    gettext_noop("a speaker who may be a private person; their kind is told"),
    gettext_noop("other places that the words may mean, and why this one was chosen"),
    gettext_noop("a row of the gazetteer that gives the exact point"),
    gettext_noop("a house that may be called by its owner's name"),
    gettext_noop("coordinates finer than 0.05 degrees: rounded"),
)
"""What exports say of a loss, marked for translation; a sentence that is not here is shown as it is."""
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


def figure_name(rule: str, figure: str) -> str:
    """The words for a figure of a convention: each has its own understanding of who counts as killed."""
    return label(FIGURES_OF_ACLED if rule == "acled" else FIGURES, figure)


def choices(field: str) -> list[tuple[str, str]]:
    """The codes of a codebook field with their words, in the codebook's order."""
    words, kind = OF_FIELD[field]
    return [(code, label(words, code)) for code in get_args(kind)]
