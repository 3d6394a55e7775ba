"""People's grades of incidents, which find their incident again when a later link names it anew."""

import json

from django.db.models import Count

from hasila.register.models import Incident, IncidentReport, Judgement
from hasila.register.state import in_force


def regrade(only: str | None = None) -> None:
    """
    Write the grades that people gave into the incidents (`only`: into this one).

    A grade belongs to the incident that shares most reports with the graded one, if that is more than half of them.
    The last grade in force wins.
    """
    incidents = Incident.objects.filter(pk=only) if only else Incident.objects.all()
    touched = (
        None if only is None else set(IncidentReport.objects.filter(incident=only).values_list("report", flat=True))
    )
    grades: dict[str, str] = {}
    for judgement in _grades_in_force():
        change = json.loads(judgement.change)
        if touched is not None and touched.isdisjoint(change["reports"]):
            continue
        heir = _heir(judgement.subject, change["reports"])
        if heir:
            grades[heir] = change["grade"]
    incidents.exclude(pk__in=list(grades)).exclude(graded="").update(graded="")
    for key, grade in grades.items():
        incidents.filter(pk=key).exclude(graded=grade).update(graded=grade)


def _grades_in_force() -> list[Judgement]:
    rows = {row.id: row for row in Judgement.objects.filter(verdict__in=("grade", "withdraw"))}
    return [rows[judgement.id] for judgement in in_force(row.record() for row in rows.values())]


def _heir(subject: str, reports: list[str]) -> str | None:
    """The incident that most of these reports tell of now; among equals the one that was graded, then by id."""
    told = IncidentReport.objects.filter(report__in=reports, recalls=False)
    shared = told.values_list("incident").annotate(n=Count("pk"))
    best = min(shared, key=lambda pair: (-pair[1], pair[0] != subject, pair[0]), default=None)
    return best[0] if best and best[1] * 2 > len(reports) else None
