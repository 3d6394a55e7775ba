"""The one path of the data: read() a report into claims, link() readings into incidents. Nothing else orchestrates."""

from collections.abc import Sequence
from functools import cache, partial

from hasila.extract.drafts import draft_claims
from hasila.extract.events import event_drafts
from hasila.extract.mentions import Finder, Setting
from hasila.extract.places import find_places
from hasila.intake.furniture import furniture
from hasila.model.claim import Reading
from hasila.model.incident import Incident
from hasila.model.judgement import Judgement
from hasila.model.report import Report
from hasila.pack.rows import Pack
from hasila.resolve.events import event_records
from hasila.resolve.gazetteer import Gazetteer
from hasila.resolve.places import PlaceResolver
from hasila.resolve.records import Grains, claim_records, region_of
from hasila.resolve.reference import reference_day
from hasila.text.tokens import read_document


@cache
def _finder(pack: Pack) -> Finder:
    """The dictionaries of a pack, compiled once a process."""
    return Finder(pack)


def read(report: Report, pack: Pack, gazetteer: Gazetteer) -> Reading:
    """
    The claims and event mentions of a report, by a language pack and a gazetteer.

    >>> from datetime import date
    >>> from hasila import load_gazetteer, load_pack, report_of
    >>> report = report_of("مقتل ثلاثة مدنيين بقصف مدفعي على بلدة كفرنبل أمس", published=date(2019, 5, 8))
    >>> claim = read(report, load_pack(), load_gazetteer()).claims[0]
    >>> claim.outcome, claim.low, claim.high, claim.status, claim.cause, str(claim.date.to)
    ('killed', 3, 3, 'civilian', 'shelling', '2019-05-07')
    """
    finder = _finder(pack)
    document = read_document(report.words, finder.knows, len(report.title or ""))
    places = find_places(document, pack, gazetteer)
    placed = PlaceResolver(document, places, gazetteer)
    setting = Setting(
        report.day, placed.country, places, Grains(placed), furniture(report.words), partial(region_of, placed)
    )
    mentions = finder.find(document, setting)
    drafts, episodes = draft_claims(document, mentions)
    events = event_drafts(document, mentions, drafts, episodes)
    numbers = {event.episode: at for at, event in enumerate(events)}
    day = reference_day(mentions.times, report.day)
    return Reading(
        id=report.id,
        claims=tuple(claim_records(report, document, drafts, placed, numbers, day)),
        events=tuple(event_records(document, events, placed, day)),
        pack=pack.version,
    )


def link(readings: Sequence[tuple[Report, Reading]], judgements: Sequence[Judgement] = ()) -> list[Incident]:
    """
    The incidents that reports tell of, with ranges by convention and a suggested grade, those of most reports first.

    Judgements of "same" and "different" bind. The order of the reports makes no difference.

    >>> from datetime import date
    >>> from hasila import load_gazetteer, load_pack, report_of
    >>> texts = ["مقتل ثلاثة مدنيين بقصف مدفعي على بلدة كفرنبل", "قصف مدفعي على كفرنبل يقتل ثلاثة مدنيين ويجرح طفلا"]
    >>> reports = [report_of(text, published=date(2019, 5, 8)) for text in texts]
    >>> [incident] = link([(r, read(r, load_pack(), load_gazetteer())) for r in reports])
    >>> len(incident.reports), incident.ranges["airwars"]["killed"]
    (2, (3, 3))
    """
    # Who only reads does not wait for what links.
    from hasila.link.linking import link_reports
    from hasila.weigh.incident import prominence, weigh_incident

    linked = link_reports(readings, judgements)
    weighed = [weigh_incident(incident, linked.statements(incident)) for incident in linked.incidents]
    return sorted(weighed, key=prominence)
