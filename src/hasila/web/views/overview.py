"""Map and charts over the register: by month, region, cause and blamed side; sums as bands from least to most."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Avg, Case, CharField, Count, Q, Sum, Value, When
from django.db.models.functions import Cast, Coalesce, Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hasila.register.models import Incident, IncidentActor
from hasila.register.questions import IncidentQuestions
from hasila.web.filters import Filter, filter_of, narrowed
from hasila.web.present import digits
from hasila.web.present.actors import actor_name, actor_names, changes_of
from hasila.web.present.chart import Band, bars, columns
from hasila.web.present.labels import CAUSES, label
from hasila.web.present.map import Spot, register_map
from hasila.web.present.places import area_name
from hasila.web.relinking import keep_fresh
from hasila.web.views.queue import filter_choices

MONTHS = 48
MOST = 12  # rows of a bar chart; the rest is told as a number
_SUMS: Mapping[str, Any] = {
    "count": Count("pk"),
    # An open bound adds what is known of it: the lowest figure.
    "low": Sum(Coalesce("killed_low", 0)),
    "high": Sum(Coalesce("killed_high", "killed_low", 0)),
}
_SUMS_OF_SIDES: Mapping[str, Any] = {
    "count": Count("incident"),
    "low": Sum(Coalesce("incident__killed_low", 0)),
    "high": Sum(Coalesce("incident__killed_high", "incident__killed_low", 0)),
}


def overview(request: HttpRequest) -> HttpResponse:
    """The map and the charts, filtered by the address."""
    stale = keep_fresh()
    wanted = filter_of(request.GET)
    rows = narrowed(Incident.objects.incidents(), wanted)
    months, grid, width = columns(_months(rows, wanted))
    context = {
        "wanted": wanted,
        "stale": stale,
        "total": rows.aggregate(**_SUMS),
        "totals": Incident.objects.totals().count(),
        "unlocated": rows.filter(lat__isnull=True).count(),
        "months": months,
        "grid": grid,
        "column": width,
        "by_region": _regions(rows, wanted),
        "by_cause": _causes(rows, wanted),
        "by_side": _sides(rows, wanted),
        "map": _map(rows, wanted),
        **filter_choices(),
    }
    return render(request, "desk/overview.html", context)


def _query(wanted: Filter, **more: str) -> str:
    return "?" + urlencode({**wanted.asked(), **more})


def _months(rows: IncidentQuestions, wanted: Filter) -> list[Band]:
    """The last months in which something is told to have happened, each a band."""
    # As text and not by Django's own function: on SQLite that is Python, called for every row.
    dated = rows.filter(date_from__isnull=False).annotate(month=Substr(Cast("date_from", CharField()), 1, 7))
    found = list(dated.values("month").annotate(**_SUMS).order_by("-month")[:MONTHS])[::-1]
    bands = []
    for told in found:
        first = date.fromisoformat(told["month"] + "-01")
        after = first.replace(day=28).toordinal() + 7
        last = date.fromordinal(after).replace(day=1) - timedelta(days=1)
        query = _query(wanted, first=first.isoformat(), last=last.isoformat())
        bands.append(_band(told, first.isoformat(), digits.in_digits(first.strftime("%Y-%m")), query))
    return bands


def _band(told: Mapping[str, Any], key: str, name: str, query: str) -> Band:
    return Band(key, name, told["count"], told["low"] or 0, told["high"] or 0, query)


def _ranked(bands: Iterable[Band]) -> list[Band]:
    return bars(sorted(bands, key=lambda b: (-b.high, -b.count, b.name))[:MOST])


def _regions(rows: IncidentQuestions, wanted: Filter) -> list[Band]:
    found = rows.exclude(country="").values("country", "admin1").annotate(**_SUMS).order_by()
    return _ranked(
        _band(t, f"{t['country']}|{t['admin1']}", area_name(t["admin1"], t["country"]),
              _query(wanted, country=t["country"], admin1=t["admin1"]))
        for t in found
    )  # fmt: skip


def _causes(rows: IncidentQuestions, wanted: Filter) -> list[Band]:
    found = rows.values("cause").annotate(**_SUMS).order_by()
    return _ranked(_band(t, t["cause"], label(CAUSES, t["cause"]), _query(wanted, cause=t["cause"])) for t in found)


def _sides(rows: IncidentQuestions, wanted: Filter) -> list[Band]:
    """By blamed side: an incident blamed on two stands in both rows, so rows do not add up."""
    blamed = IncidentActor.objects.filter(incident__kind="incident")
    if wanted.asks:
        blamed = blamed.filter(incident__in=rows.values("pk"))
    edges = sorted({day for actor in actor_names() for day in changes_of(actor)})
    grouped: Any = blamed.annotate(era=_era(edges)).values("actor", "era").annotate(**_SUMS_OF_SIDES).order_by()
    of_actor: dict[str, list[Any]] = {}
    for told in grouped:
        of_actor.setdefault(told["actor"], []).append(told)
    return _ranked(band for actor, told in of_actor.items() for band in _bands_of(actor, told, edges, wanted))


_NO_DAY = -1


def _era(edges: Sequence[date]) -> Case:
    """In which period between the days on which sides changed hands an incident began; -1 without a day."""
    before = [When(incident__date_from__lt=edge, then=Value(n)) for n, edge in enumerate(edges)]
    return Case(When(incident__date_from__isnull=True, then=Value(_NO_DAY)), *before, default=Value(len(edges)))


def _bands_of(actor: str, told: Sequence[Any], edges: Sequence[date], wanted: Filter) -> Iterable[Band]:
    """The rows of one side: one for each government where it changed hands, else one for all its periods."""
    changes = changes_of(actor)
    if not changes:
        whole = {key: sum(part[key] or 0 for part in told) for key in ("count", "low", "high")}
        yield _band(whole, actor, actor_name(actor), _query(wanted, actor=actor))
        return
    for part in told:
        era = part["era"]
        if era == _NO_DAY:
            yield _band(part, actor, actor_name(actor), _query(wanted, actor=actor))
            continue
        since = edges[era - 1] if era > 0 else None
        last = edges[era] - timedelta(days=1) if era < len(edges) else None
        days = {key: day.isoformat() for key, day in (("first", since), ("last", last)) if day}
        name = actor_name(actor, since or last)
        yield _band(part, f"{actor}|{era}", name, _query(wanted, actor=actor, **days))


def _map(rows: IncidentQuestions, wanted: Filter) -> Any:
    """One circle for each province: the register's map never shows points."""
    placed = rows.filter(lat__isnull=False, lon__isnull=False).filter(~Q(country=""))
    grouped: Any = placed.values("country", "admin1").annotate(lat=Avg("lat"), lon=Avg("lon"), **_SUMS)
    told = list(grouped.order_by("-count")[:400])
    most = max((t["count"] for t in told), default=1)
    return register_map(
        [
            Spot(
                t["lat"], t["lon"], "adm1", area_name(t["admin1"], t["country"]), t["count"] / most,
                _query(wanted, country=t["country"], admin1=t["admin1"]), digits.number(t["count"]),
            )
            for t in told
        ]
    )  # fmt: skip
