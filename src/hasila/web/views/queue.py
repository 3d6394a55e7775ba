"""The queue: what awaits a person, the most consequential first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hasila.model.claim import Victim
from hasila.register.models import Claim, Report
from hasila.web.filters import filter_of, narrowed
from hasila.web.pages import page_of
from hasila.web.present import labels
from hasila.web.present.actors import actor_choices
from hasila.web.present.cards import headline
from hasila.web.present.discretion import covered, shortened
from hasila.web.present.labels import choices
from hasila.web.views.demo import demo_reports

_KEPT = 60  # seconds that the lists of outlets and places are kept


@dataclass(frozen=True)
class Waiting:
    """A row of the queue. Names of victims are covered in quote and title."""

    row: Claim
    headline: str
    quote: str
    title: str


def queue(request: HttpRequest) -> HttpResponse:
    """What awaits review, filtered by the address."""
    wanted = filter_of(request.GET)
    asked = narrowed(Claim.objects.awaiting_review(), wanted)
    page = page_of(asked.most_consequential_first().select_related("report").defer("report__text"), request.GET)
    count = asked.count()
    context = {
        "wanted": wanted,
        "page": page,
        "rows": waiting(page.rows),
        "count": count,
        "all": Claim.objects.filter(current=True).count(),
        "contested": Claim.objects.contested().count(),
        "empty": not count and not wanted.asks and not Report.objects.exists(),
        "demo": len(demo_reports()),
        **filter_choices(),
    }
    return render(request, "desk/queue.html", context)


def waiting(rows: Iterable[Claim]) -> list[Waiting]:
    """The rows of the queue, in the order given."""
    rows = list(rows)
    victims = victims_of({row.report_id for row in rows})
    made = []
    for row in rows:
        claim = row.record()
        names = (*claim.victims, *victims.get(row.report_id, ()))
        quote = covered(claim.quote.text[:400], claim.quote.start, names)
        title = covered(row.report.title[:400], 0, names)
        made.append(Waiting(row, headline(claim), shortened(quote), shortened(title, 110)))
    return made


def victims_of(reports: set[str]) -> dict[str, list[Victim]]:
    """The named victims of each report: what lists must cover."""
    named = Claim.objects.filter(report__in=reports, current=True, read__contains='"victims":[{')
    found: dict[str, list[Victim]] = {}
    for row in named.only("report", "read", "shown"):
        found.setdefault(row.report_id, []).extend(row.record().victims)
    return found


def filter_choices() -> dict[str, Any]:
    """What the filters offer. Outlets and places are asked for once a minute."""
    offered = cache.get("filters")
    if offered is None:
        outlets = Report.objects.exclude(outlet="").values("outlet").annotate(n=Count("pk")).order_by("-n", "outlet")
        places = Claim.objects.filter(current=True).exclude(country="").values_list("country", "admin1").distinct()
        offered = {"outlets": list(outlets[:200]), "places": sorted(places.order_by()[:400])}
        cache.set("filters", offered, _KEPT)
    return {
        **offered,
        "actors": actor_choices(),
        "outcomes": choices("outcome"),
        "causes": choices("cause"),
        "reasons": labels.REASONS,
    }
