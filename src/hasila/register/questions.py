"""
The questions that people ask of the register, by name. Each returns a queryset, so that they can be combined:

    Claim.objects.awaiting_review().by_actor("syria_gov").in_period(first, last).most_consequential_first()

Nothing here reads the clock: a moment in the past is an argument (`at`).
"""

from __future__ import annotations

from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from hasila.register.wanted import Wanted, glued_to, is_glued, wanted, wanted_words

if TYPE_CHECKING:
    from hasila.register.models.claim import Claim  # noqa: F401  # named in quotes below
    from hasila.register.models.incident import Incident  # noqa: F401  # named in quotes below
    from hasila.register.models.report import Report  # noqa: F401  # named in quotes below


# Asked as `IN (true)`: Django writes `= true` as the bare column, for which SQLite uses no index.
_YES = (True,)


def _table(name: str) -> Any:
    """A table of this app; asked for late, because the tables name these questions."""
    return apps.get_model("register", name)


def _overlaps(first: date | None, last: date | None) -> Q:
    """Rows whose days overlap [first, last]; an end that is None is open. Rows without a date overlap nothing."""
    asked = Q(date_from__isnull=False)
    if first:
        asked &= Q(date_to__gte=first)
    if last:
        asked &= Q(date_from__lte=last)
    return asked


def _place(admin1: str | None, country: str | None) -> Q:
    asked = Q()
    if admin1:
        asked &= Q(admin1__iexact=admin1)
    if country:
        asked &= Q(country=country.upper())
    return asked


class ReportQuestions(QuerySet["Report"]):
    """Questions about reports."""

    def search(self, words: str) -> Self:
        """
        Reports that hold every word of `words`, spelling, clitics and endings aside (باغوز finds بالباغوز).

        Words of what was read in a report count too: its provinces, causes and sides in English. Nothing asked,
        nothing found.
        """
        asked = wanted_words(words)
        if not asked:
            return self.none()
        found = _table("Indexed").objects.all()
        for word in asked:
            found = found.filter(pk__in=_holding(word))
        return self.filter(pk__in=found.values("report"))

    def in_period(self, first: date | None, last: date | None) -> Self:
        """Reports published from `first` to `last`, both included; None leaves an end open."""
        rows = self.filter(day__isnull=False)
        rows = rows.filter(day__gte=first) if first else rows
        return rows.filter(day__lte=last) if last else rows

    def by_outlet(self, outlet: str) -> Self:
        """Reports of one outlet, named as the reports name it."""
        return self.filter(outlet=outlet)

    def newest_first(self) -> Self:
        """By day of publication, reports without one last."""
        return self.order_by(F("day").desc(nulls_last=True), "id")

    def without_text(self) -> Self:
        """For lists: the text stays in the database until it is asked for."""
        return self.defer("text")


class ClaimQuestions(QuerySet["Claim"]):
    """Questions about claims. Only claims that count (`current`) answer them; `filter` sees the others too."""

    def standing(self) -> Self:
        """Claims that count: not replaced by a newer reading, and not rejected by a person."""
        return self.filter(current__in=_YES).exclude(state="rejected")

    def awaiting_review(self, at: datetime | None = None) -> Self:
        """
        Claims that wait for a person, or whose blame does; with `at`, those that waited at that moment.

        For a past moment the judgements are asked, not the columns; blame alone is then left out of account.
        """
        if at is None:
            return self.filter(current__in=_YES, awaiting__in=_YES)
        withdrawn = _table("Judgement").objects.filter(verdict="withdraw", withdraws=OuterRef("pk"), at__lte=at)
        judged = _table("Judgement").objects.filter(
            subject__in=_table("Claim").objects.filter(lineage=OuterRef(OuterRef("lineage"))).values("pk"),
            verdict__in=("accept", "correct", "reject"),
            at__lte=at,
        )
        newer = _table("Reading").objects.filter(report=OuterRef("report"), at__lte=at, at__gt=OuterRef("reading__at"))
        read_by_then = self.filter(reading__at__lte=at).filter(~Exists(newer))
        return read_by_then.filter(~Exists(judged.filter(~Exists(withdrawn))))

    def contested(self) -> Self:
        """Claims that another claim of the same incident contradicts: another figure, another side, or a denial."""
        return self.filter(current__in=_YES, contested__in=_YES).exclude(state="rejected")

    def reread_differs(self) -> Self:
        """Claims that a person judged and that a newer reading reads otherwise: the judged one stands meanwhile."""
        return self.filter(current__in=_YES, reread_differs__in=_YES)

    def most_consequential_first(self) -> Self:
        """New tolls, contradictions, updates, then what was read unsurely (see `hasila.register.consequence`)."""
        return self.order_by("-consequence", "id")

    def in_period(self, first: date | None, last: date | None) -> Self:
        """Claims whose harm may have happened between `first` and `last`; None leaves an end open."""
        return self.filter(_overlaps(first, last))

    def by_actor(self, actor: str) -> Self:
        """Claims that hold `actor` responsible."""
        return self.filter(Exists(_table("Blamed").objects.filter(actor=actor, claim=OuterRef("pk"))))

    def by_place(self, admin1: str | None = None, country: str | None = None) -> Self:
        """Claims in a province (in English, as in the gazetteer), a country (two letters), or both."""
        return self.filter(_place(admin1, country))

    def by_outlet(self, outlet: str) -> Self:
        """Claims made in reports of one outlet."""
        return self.filter(report__outlet=outlet)

    def by_outcome(self, *outcomes: str) -> Self:
        """Claims of these outcomes: killed, injured, ..."""
        return self.filter(outcome__in=outcomes)

    def search(self, words: str) -> Self:
        """Claims of the reports that hold every word of `words` (see `ReportQuestions.search`)."""
        return self.filter(report__in=_table("Report").objects.search(words).values("pk"))


class IncidentQuestions(QuerySet["Incident"]):
    """Questions about incidents, as the last link made them."""

    def incidents(self) -> Self:
        """Single incidents, without running totals."""
        return self.filter(kind="incident")

    def totals(self) -> Self:
        """Running totals over a campaign, a period or an area: never added to incidents."""
        return self.filter(kind="total")

    def contested(self) -> Self:
        """Incidents whose claims contradict each other."""
        return self.filter(contested__in=_YES)

    def in_period(self, first: date | None, last: date | None) -> Self:
        """Incidents that may have happened between `first` and `last`; None leaves an end open."""
        return self.filter(_overlaps(first, last))

    def by_actor(self, actor: str) -> Self:
        """Incidents for which a claim or an event mention holds `actor` responsible."""
        return self.filter(Exists(_table("IncidentActor").objects.filter(actor=actor, incident=OuterRef("pk"))))

    def by_place(self, admin1: str | None = None, country: str | None = None) -> Self:
        """Incidents in a province, a country, or both."""
        return self.filter(_place(admin1, country))

    def by_outlet(self, outlet: str) -> Self:
        """Incidents of which a report of this outlet tells or that it recalls."""
        told = _table("IncidentReport").objects.filter(report__outlet=outlet, incident=OuterRef("pk"))
        return self.filter(Exists(told))

    def by_outcome(self, *outcomes: str) -> Self:
        """Incidents with a claim of one of these outcomes."""
        told = _table("IncidentClaim").objects.filter(claim__outcome__in=outcomes, incident=OuterRef("pk"))
        return self.filter(Exists(told))

    def search(self, words: str) -> Self:
        """Incidents of which a report holds every word of `words` (see `ReportQuestions.search`)."""
        found = _table("Report").objects.search(words).values("pk")
        told = _table("IncidentReport").objects.filter(report__in=found).values("incident")
        return self.filter(pk__in=told)

    def newest_first(self) -> Self:
        """By first day, incidents without one last."""
        return self.order_by(F("date_from").desc(nulls_last=True), "id")


def _holding(word: Wanted) -> QuerySet[Model]:
    """Numbers of the reports that hold a word."""
    # Words first: there are few, and a join would let the database begin with the millions of postings.
    words = _table("Word").objects.filter(_counts(_unglued(word))).values("pk")
    numbers: QuerySet[Model] = _table("Posting").objects.filter(word__in=words).values("indexed")
    return numbers


def _counts(word: Wanted) -> Q:
    """What holds for the words of the register that count."""
    asked = Q(text__in=word.forms)
    if word.inside:
        within = Q(text__contains=word.inside)  # first: it leaves few words to ask how they start
        starts = [Q(text__startswith=start) for start in word.starts]
        asked |= within & reduce(or_, starts) if starts else within
    return asked


def _unglued(word: Wanted) -> Wanted:
    """The word without و ف ب ل ك before it, where the words of the register tell that these are not its own."""
    for rest in word.rests:
        told = _table("Word").objects.filter(text__in=glued_to(word.asked, rest)).values_list("text", flat=True)
        if is_glued(word.asked, rest, set(told)):
            return _unglued(wanted(rest))
    return word
