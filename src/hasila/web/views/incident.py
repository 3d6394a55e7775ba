"""An incident: who says what, the range by each convention and how it came about, where, when, and the grade."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hasila.export.names import masked
from hasila.model.claim import Victim
from hasila.model.incident import Incident as IncidentRecord
from hasila.model.record import Quote
from hasila.register.models import Claim, Incident, Judgement, Report
from hasila.register.origins import Origin, origins_of, written_as
from hasila.web.present.cards import headline
from hasila.web.present.chart import Toll, timeline
from hasila.web.present.discretion import covered, shortened
from hasila.web.present.labels import GRADES, GRADES_MEAN, figure_name, label
from hasila.web.present.map import Spot, incident_map
from hasila.web.present.reasons import reason, sorted_reasons
from hasila.web.relinking import is_stale
from hasila.web.views.incidents import listed
from hasila.web.views.queue import victims_of

MOST = 300
"""Claims of one incident that the page shows; a running total may have thousands."""


@dataclass(frozen=True)
class Said:
    """A claim of the incident as a line: what it says, who says it, its words with names covered."""

    row: Claim
    headline: str
    quote: str
    source: str
    sides: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Family:
    """Texts that are copies of one another: one origin. `first` was published first."""

    first: Report
    copies: tuple[Report, ...]
    said: tuple[Said, ...]


def incident(request: HttpRequest, key: str) -> HttpResponse:
    """The incident page."""
    row = get_object_or_404(Incident.objects.prefetch_related("blamed"), pk=key)
    record = row.record()
    claims = list(row.claims.select_related("report").defer("report__text").order_by("report__day", "pk")[: MOST + 1])
    reports = list(row.reports.defer("text").order_by("day", "pk")[: MOST + 1])
    names = victims_of({report.pk for report in reports})
    said = [_said(claim, names.get(claim.report_id, [])) for claim in claims[:MOST]]
    recalls = set(record.recalls)
    # A rule's sentence may quote words that name a victim.
    named = [Quote(text=v.name, start=v.start, end=v.end) for victims in names.values() for v in victims]
    origins = origins_of(reports[:MOST], claims[:MOST])
    why = [written_as(sentence, origins) for sentence in record.why]
    why = [masked(sentence, named) for sentence in why] if named else why
    decisions = _decisions(row, claims, reports)
    context = {
        "row": row,
        "record": record,
        "cut": len(claims) > MOST or len(reports) > MOST,
        "families": _families(reports[:MOST], said, names),
        "recalls": recalls,
        "origins": [_covered(origin, named) for origin in origins],
        "sides": _sides(said),
        "ranges": _ranges(record, why),
        "reasons": sorted_reasons(why),
        "timeline": timeline(_tolls(claims[:MOST])),
        "map": incident_map(row, [_spot(claim) for claim in claims[:MOST] if claim.lat is not None]),
        "grades": [(code, label(GRADES, code), label(GRADES_MEAN, code)) for code in GRADES],
        "decisions": decisions,
        "taken_back": {judgement.withdraws for judgement in decisions if judgement.withdraws},
        "near": listed(_near(row)),
        "stale": is_stale(),
    }
    return render(request, "desk/incident.html", context)


def _said(row: Claim, names: Sequence[Victim]) -> Said:
    claim = row.record()
    quote = shortened(covered(claim.quote.text[:400], claim.quote.start, [*claim.victims, *names]), 200)
    bases = {blame.actor: blame.basis for blame in claim.blame}
    sides = tuple((actor, bases.get(actor, "stated")) for actor in claim.perpetrators)
    return Said(row, headline(claim), quote, claim.source.text or row.report.outlet, sides)


def _covered(origin: Origin, named: Sequence[Quote]) -> Origin:
    """The origin with names of victims covered, should a speaker be one."""
    return replace(origin, name=masked(origin.name, named)) if named and origin.name else origin


def _families(reports: Iterable[Report], said: Iterable[Said], names: Mapping[str, Sequence[Victim]]) -> list[Family]:
    """Reports by family, each with the claims of all its copies."""
    of_report: defaultdict[str, list[Said]] = defaultdict(list)
    for one in said:
        of_report[one.row.report_id].append(one)
    families: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        report.title = covered(report.title[:400], 0, names.get(report.pk, []))  # shown, never saved
        families[report.family or report.pk].append(report)
    return [
        Family(copies[0], tuple(copies[1:]), tuple(one for report in copies for one in of_report[report.pk]))
        for copies in families.values()
    ]


@dataclass(frozen=True)
class Side:
    """Who says of a side that it did it, who says that it did not, and where it says so itself."""

    actor: str
    blames: tuple[Said, ...]
    denies: tuple[Said, ...]
    concedes: tuple[Said, ...]


def _sides(said: Sequence[Said]) -> list[Side]:
    actors = sorted({actor for one in said for actor, _ in one.sides})
    made = []
    for actor in actors:
        about = [(one, basis) for one in said for told, basis in one.sides if told == actor]
        made.append(
            Side(
                actor,
                tuple(o for o, basis in about if o.row.stance != "denied" and basis not in ("claimed", "carried")),
                tuple(o for o, _ in about if o.row.stance == "denied"),
                tuple(o for o, basis in about if basis == "claimed" and o.row.stance != "denied"),
            )
        )
    return made


def _ranges(
    record: IncidentRecord, why: Sequence[str]
) -> list[tuple[str, list[tuple[str, int | None, int | None]], list[str]]]:
    """By convention: its figures by their names, and the sentences that derive them."""
    return [
        (
            rule,
            [(figure_name(rule, key), low, high) for key, (low, high) in figures.items()],
            [reason(sentence) for sentence in why if sentence.startswith(f"{rule}/")],
        )
        for rule, figures in record.ranges.items()
    ]


def _tolls(claims: Iterable[Claim]) -> list[Toll]:
    return [
        Toll(c.pk, c.report.day, c.low, c.high, c.outcome, c.report.outlet)
        for c in claims
        if c.outcome in ("killed", "injured", "casualty") and c.report.day and c.stance != "denied"
        and (c.low is not None or c.high is not None)
    ]  # fmt: skip


def _spot(claim: Claim) -> Spot:
    place = claim.record().place
    return Spot(claim.lat or 0.0, claim.lon or 0.0, (place and place.level) or "adm1", place.text if place else "")


def _decisions(row: Incident, claims: Sequence[Claim], reports: Sequence[Report]) -> list[Judgement]:
    """People's decisions about this incident, its reports and its claims, newest first."""
    subjects = [
        row.pk,
        *(report.pk for report in reports),
        *(claim.lineage for claim in claims),
        *(c.pk for c in claims),
    ]
    rows = Judgement.objects.filter(Q(subject__in=subjects) | Q(other__in=subjects)).order_by("-seq")[:100]
    # A join is many judgements of one moment: it is listed once.
    once = {
        (row.at, row.by, row.verdict) if row.verdict in ("same", "different") else (row.pk,): row
        for row in reversed(rows)
    }
    return sorted(once.values(), key=lambda row: -row.seq)


def _near(row: Incident) -> list[Incident]:
    """Incidents that may be the same: in the same province, within three days."""
    if row.date_from is None or row.date_to is None or row.kind != "incident":
        return []
    around = timedelta(days=3)
    rows = Incident.objects.incidents().in_period(row.date_from - around, row.date_to + around)
    rows = rows.by_place(row.admin1 or None, row.country or None).exclude(pk=row.pk)
    return list(rows.newest_first().prefetch_related("blamed")[:12])
