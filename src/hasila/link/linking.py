"""Many reports, one incident: from reports and their readings to incidents."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from hasila.link.candidates import candidates
from hasila.link.clusters import cluster
from hasila.link.copies import families
from hasila.link.decisions import decisions
from hasila.link.features import place, scorer
from hasila.link.incidents import incident_of
from hasila.link.origins import Statement, first_of_families, merged, origin_of
from hasila.link.units import Unit, units_of, with_words
from hasila.link.weights import Weights, load_weights
from hasila.model.claim import Reading
from hasila.model.incident import Incident
from hasila.model.judgement import Judgement
from hasila.model.report import Report


@dataclass(frozen=True, slots=True)
class Linked:
    """The incidents, without figures yet, and what is needed to weigh their claims."""

    incidents: list[Incident]
    family: dict[str, str]
    told: Counter[str] = field(repr=False)
    """In how many incidents each report is."""
    _reports: dict[str, Report] = field(repr=False)
    _readings: dict[str, Reading] = field(repr=False)
    _first: dict[str, Report] = field(repr=False)

    def statements(self, incident: Incident) -> list[Statement]:
        """The claims of an incident with their origins, in order of publication, report and place in the report."""
        out: list[Statement] = []
        for report_id, index in incident.claims:
            report, claim = self._reports[report_id], self._readings[report_id].claims[index]
            origin = origin_of(report, claim, self._first[self.family[report_id]])
            out.append(
                Statement(
                    report_id,
                    index,
                    claim,
                    report.day.toordinal() if report.day else None,
                    origin,
                    self.told[report_id] > 1,
                )
            )
        return sorted(merged(out), key=lambda s: (s.published or 0, s.report, s.index))


def link_reports(
    readings: Sequence[tuple[Report, Reading]], judgements: Sequence[Judgement] = (), weights: Weights | None = None
) -> Linked:
    """
    The incidents that the reports tell of, in the order of their ids. A report of several stands in each of them.

    The same reports and judgements give the same incidents in whatever order they come. A report that is there twice
    counts once.
    """
    weights = weights or load_weights()
    reports = {report.id: report for report, _ in readings}
    read = {report.id: reading for report, reading in readings}
    family = families({key: report.words for key, report in reports.items()})
    units = with_words([u for key in sorted(reports) for u in units_of(reports[key], read[key], family[key])])
    bound = decisions(judgements, units, read)
    parted = [*bound.different, *told_apart(units)]
    groups = cluster((u.id for u in units), pair_scores(units, weights), weights.unseen, bound.same, parted)
    by_id = {u.id: u for u in units}
    decided = _decided(bound.same, "same") | _decided(bound.different, "different")
    incidents = [
        incident_of([by_id[i] for i in group], weights, [s for i in group for s in decided.get(i, ())])
        for group in groups
        if not all(by_id[i].bare for i in group)
    ]
    first = first_of_families(reports.values(), family)
    told = Counter(r for i in incidents if i.kind == "incident" for r in (*i.reports, *i.recalls))
    return Linked(sorted(incidents, key=lambda i: i.id), family, told, reports, read, first)


def told_apart(units: Sequence[Unit]) -> list[tuple[str, str]]:
    """Events of one report at two places far apart: they are two events, whatever is alike in them."""
    placed: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.fine and unit.kind == "incident":
            placed[unit.report].append(unit)
    return [
        (a.id, b.id)
        for events in placed.values()
        for a, b in combinations(events, 2)
        if place(a, b) in ("elsewhere", "far_but_named")
    ]


def pair_scores(units: Sequence[Unit], weights: Weights) -> dict[tuple[str, str], float]:
    """The score of every pair that is worth comparing; running totals join only where they are the same total."""
    score, scores = scorer(weights), dict[tuple[str, str], float]()
    for a, b in candidates(units):
        if a.kind != b.kind:
            continue
        if a.kind == "total":
            scores[a.id, b.id] = 1.0 if a.total == b.total and a.report != b.report else -1.0
        else:
            scores[a.id, b.id] = score(a, b)
    return scores


def _decided(pairs: Mapping[tuple[str, str], str], verdict: str) -> dict[str, list[str]]:
    out: defaultdict[str, list[str]] = defaultdict(list)
    for (a, b), judgement in sorted(pairs.items()):
        out[a].append(f"judged {verdict}: {a} and {b} ({judgement})")
    return dict(out)
