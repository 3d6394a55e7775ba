"""
Why an incident is one, and how its range and grade came about: the rules' own sentences, in the interface's language.

Rules write English. Here each kind of sentence has a pattern and a template to translate; what no pattern knows is
shown as the rule wrote it. Ids of reports and judgements become links.
"""

import re
from collections.abc import Sequence

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hasila.web.present.actors import actor_name
from hasila.web.present.digits import comma, in_digits, semicolon
from hasila.web.present.labels import SOURCES, figure_name, label
from hasila.web.present.segments import harmless

_SIDE = r"(?P<side>[a-z_]+(?::\w+)?)"
_LIKE_BELOW = gettext_noop("%(what)s in common: likeness below %(a)s %%")
_LIKE = gettext_noop("%(what)s in common: likeness of %(a)s %% or more")
_SENTENCES: Sequence[tuple[str, str]] = (
    (r"one report tells of it", gettext_noop("one report tells of it")),
    (r"(?P<a>\d+) reports, (?P<b>\d+) of them no copies of one another",
     gettext_noop("%(a)s reports, %(b)s of them no copies of one another")),
    (_SIDE + r": blamed in (?P<a>\d+) of (?P<b>\d+) independent texts that blame anyone",
     gettext_noop("%(side)s: blamed in %(a)s of %(b)s independent texts that blame anyone")),
    (_SIDE + r": blamed in (?P<a>\d+) of (?P<b>\d+) independent texts that blame anyone, too few to be listed",
     gettext_noop("%(side)s: blamed in %(a)s of %(b)s independent texts that blame anyone, too few to be listed")),
    (_SIDE + r": blamed in (?P<a>\d+) of (?P<b>\d+) independent texts that blame anyone; "
     r"also blamed, beside (?P<sides>[\w, ]+), allied from abroad",
     gettext_noop("%(side)s: blamed in %(a)s of %(b)s independent texts that blame anyone; "
                  "also blamed, beside %(sides)s, allied from abroad")),
    (_SIDE + r": not listed, only blame carried over from another statement names it",
     gettext_noop("%(side)s: not listed, only blame carried over from another statement names it")),
    (_SIDE + r": counted as (?P<sides>\w+), of which it is a part",
     gettext_noop("%(side)s: counted as %(sides)s, of which it is a part")),
    (r"no point: (?P<a>\d+) independent texts name (?P<words>.+), which no gazetteer has, "
     r"no fewer than the (?P<b>\d+) for (?P<place>.+)",
     gettext_noop("no point: %(a)s independent texts name “%(words)s”, which no gazetteer has, "
                  "no fewer than the %(b)s for “%(place)s”")),
    (r"(?P<rest>.+) \((?P<a>[+-]?[\d.]+); (?P<n>\d+) of (?P<b>\d+)\)",
     gettext_noop("%(rest)s (%(a)s; %(n)s of %(b)s)")),
    (r"(?P<what>rare words|names of places) in common: likeness below (?P<a>\d+) %", _LIKE_BELOW),
    (r"(?P<what>rare words|names of places) in common: likeness of (?P<a>\d+) % or more", _LIKE),
    (r"judged same: (?P<rest>.*)", gettext_noop("a person judged them the same: %(rest)s")),
    (r"judged different: (?P<rest>.*)", gettext_noop("a person judged them different: %(rest)s")),
    (r"grade: every claim of harm is of combatants", gettext_noop("every claim of harm is of combatants")),
    (r"grade: " + _SIDE + r" is told to claim what harmed civilians",
     gettext_noop("%(side)s is told to claim what harmed civilians")),
    (r"grade: several sides are blamed: (?P<sides>.+)", gettext_noop("several sides are blamed: %(sides)s")),
    (r"grade: (?P<a>\d+) independent sources: (?P<rest>.+), no side is blamed",
     gettext_noop("%(a)s independent sources: %(rest)s; no side is blamed")),
    (r"grade: (?P<a>\d+) independent sources: (?P<rest>.+), " + _SIDE + r" is blamed",
     gettext_noop("%(a)s independent sources: %(rest)s; %(side)s is blamed")),
    (r"grade: a single source: (?P<rest>.+)", gettext_noop("a single source: %(rest)s")),
    (r"(?P<rest>.+) denies the part of " + _SIDE, gettext_noop("%(rest)s denies the part of %(side)s")),
    (r"(?P<rest>.+) blames " + _SIDE, gettext_noop("%(rest)s blames %(side)s")),
    (r"(?P<rest>report-\w+): speaks for itself", gettext_noop("%(rest)s: speaks for itself")),
    (r"(?P<rest>report-\w+): quotes «(?P<words>.*)»", gettext_noop("%(rest)s: quotes «%(words)s»")),
    (r"(?P<rest>report-\w+): a copy of (?P<other>\S+), which was published first",
     gettext_noop("%(rest)s: a copy of %(other)s, which was published first")),
    (r"(?P<rest>report-\w+): has its own (?P<kind>\w+) source",
     gettext_noop("%(rest)s: has its own source (%(kind)s)")),
    (r"airwars/\d+ (?P<figure>\w+): (?P<rest>.+)", "%(figure)s: %(rest)s"),
    (r"acled/\d+ (?P<acled>\w+): (?P<rest>.+)", "%(acled)s: %(rest)s"),
    (r"set aside: denied \((?P<rest>.+)\)", gettext_noop("set aside: denied (%(rest)s)")),
    (r"set aside: a part of another claim \((?P<rest>.+)\)",
     gettext_noop("set aside: a part of another claim (%(rest)s)")),
    (r"set aside: families, not persons \((?P<rest>.+)\)", gettext_noop("set aside: families, not persons (%(rest)s)")),
    (r"set aside: (?P<rest>.+), far from what the other origins count, and told by too few",
     gettext_noop("set aside: %(rest)s, far from what the other origins count, and told by too few")),
    (r"set aside: (?P<rest>.+), of a digest or a whole region, which may count other attacks with it",
     gettext_noop("set aside: %(rest)s, of a digest or a whole region, which may count other attacks with it")),
    (r"set aside: (?P<rest>.+), of some of the dead where others count civilians and fighters",
     gettext_noop("set aside: %(rest)s, of some of the dead where others count civilians and fighters")),
    (r"set aside: (?P<rest>.+), vague where others count",
     gettext_noop("set aside: %(rest)s, vague where others count")),
    (r"set aside: (?P<rest>.+), its origin already stands with (?P<other>.+)",
     gettext_noop("set aside: %(rest)s, its origin already stands with %(other)s")),
    (r"superseded: (?P<rest>.+) by (?P<other>.+)", gettext_noop("superseded: %(rest)s by %(other)s")),
    (r"(?P<a>\d+) to (?P<b>\d+|None) from (?P<rest>.+)", gettext_noop("%(a)s to %(b)s from %(rest)s")),
    (r"the lowest of (?P<a>\d+) figures is (?P<rest>.+)", gettext_noop("the lowest of %(a)s figures is %(rest)s")),
    (r"(?P<a>\d+) or more \((?P<rest>.+), (?P<report>report-\w+)\)", gettext_noop("%(a)s or more (%(rest)s, %(report)s)")),
    (r"(?P<a>\d+) to (?P<b>\d+) \((?P<rest>.+), (?P<report>report-\w+)\)",
     gettext_noop("%(a)s to %(b)s (%(rest)s, %(report)s)")),
    (r"(?P<a>\d+) \((?P<rest>.+), (?P<report>report-\w+)\)", gettext_noop("%(a)s (%(rest)s, %(report)s)")),
    (r"0, no report gives a number of dead", gettext_noop("0, no report gives a number of dead")),
    (r"outlet (?P<rest>[^ ].*)", gettext_noop("the outlet “%(rest)s”")),
    (r"speaker (?P<rest>[^ ].*)", gettext_noop("the speaker “%(rest)s”")),
)  # fmt: skip
_FINDINGS = (
    gettext_noop("rare words"),
    gettext_noop("names of places"),
    gettext_noop("a side is blamed by both"),
    gettext_noop("a victim of the same name"),
    gettext_noop("both tell the same day"),
    gettext_noop("copies of one text"),
    gettext_noop("different means"),
    gettext_noop("different sides are blamed"),
    gettext_noop("means that reports take for one another"),
    gettext_noop("numbers of dead far apart"),
    gettext_noop("numbers of dead that agree"),
    gettext_noop("numbers of dead that may be one toll updated"),
    gettext_noop("numbers of wounded far apart"),
    gettext_noop("numbers of wounded that agree"),
    gettext_noop("numbers of wounded that may be one toll updated"),
    gettext_noop("one place lies within the area that the other tells"),
    gettext_noop("one place lies within the area that the other tells, and is named by both"),
    gettext_noop("one report names no place"),
    gettext_noop("one report names other places than the other"),
    gettext_noop("one report names the place of the other"),
    gettext_noop("one tells the day that the other was published on or the day before"),
    gettext_noop("places at most 12 km apart"),
    gettext_noop("places far apart, yet one report names the place of the other"),
    gettext_noop("places too far apart for how precisely they are told"),
    gettext_noop("published more than three days apart"),
    gettext_noop("published on the same day"),
    gettext_noop("published one day apart"),
    gettext_noop("published two or three days apart"),
    gettext_noop("the same means"),
    gettext_noop("the same number of dead"),
    gettext_noop("the same number of wounded"),
    gettext_noop("the same place"),
    gettext_noop("the same side is blamed"),
    gettext_noop("their days are more than three days apart"),
    gettext_noop("their days are one day apart"),
    gettext_noop("their days are two or three days apart"),
    gettext_noop("two events told in one report"),
    gettext_noop("victims of other names"),
)
_COMPILED = tuple((re.compile(pattern), template) for pattern, template in _SENTENCES)
_IDS = re.compile(r"((?:report|judgement)-[0-9a-f]{20})")


def reason(sentence: str) -> SafeString:
    """A rule's sentence in the interface's language, its ids as links."""
    return _linked(harmless(translated(sentence)))


def translated(sentence: str, depth: int = 0) -> str:
    """
    The sentence in the interface's language.

    >>> from django.utils import translation
    >>> with translation.override("en"):
    ...     translated("the same place (+2.5; 3 of 3)"), translated("grade: a single source: outlet x")
    ('the same place (+٢٫٥; ٣ of ٣)', 'a single source: the outlet “x”')
    """
    if sentence in _FINDINGS:
        return _(sentence)
    if depth and "; " in sentence:
        return semicolon().join(translated(part, depth) for part in sentence.split("; "))
    for pattern, template in _COMPILED:
        match = pattern.fullmatch(sentence)
        if match and depth < 4:
            told = {k: _part(k, v, depth) for k, v in match.groupdict().items()}
            return _(template) % told
    return sentence


def _part(key: str, value: str, depth: int) -> str:
    if key == "side":
        return actor_name(value)
    if key == "sides":
        return comma().join(actor_name(side) for side in value.split(", "))
    if key == "b" and value == "None":
        return _("no upper bound")
    if key == "what":
        return _(value)
    if key == "figure":
        return figure_name("airwars", value)
    if key == "acled":
        return figure_name("acled", value)
    if key == "kind":
        return label(SOURCES, value)
    if key in ("a", "b", "n"):
        return in_digits(value)
    return translated(value, depth + 1)


def _linked(text: str) -> SafeString:
    return format_html_join("", "{}", ((_piece(piece),) for piece in _IDS.split(text)))


def _piece(piece: str) -> str | SafeString:
    if not _IDS.fullmatch(piece):
        return piece
    kind, _hyphen, short = piece.partition("-")
    if kind == "report":
        return format_html('<a href="{}" dir="ltr">{}…</a>', reverse("report", args=[piece]), short[:6])
    return format_html('<a href="{}" dir="ltr">{}…</a>', f"{reverse('audit')}?about={piece}", short[:6])


def sorted_reasons(why: Sequence[str]) -> dict[str, list[SafeString]]:
    """The sentences of an incident by what they explain: linking, grade, sources."""
    grouped: dict[str, list[SafeString]] = {"link": [], "grade": [], "sources": []}
    for sentence in why:
        if re.match(r"(airwars|acled)/", sentence):
            continue
        if sentence.startswith("grade: ") or " blames " in sentence or " denies the part of " in sentence:
            grouped["grade"].append(reason(sentence))
        elif sentence.startswith("report-"):
            grouped["sources"].append(reason(sentence))
        else:
            grouped["link"].append(reason(sentence))
    return grouped
