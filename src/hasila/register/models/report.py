"""Reports, and the readings made of them."""

from datetime import date, datetime

from django.db import models

from hasila.model import report as records
from hasila.register.questions import ReportQuestions


class Report(models.Model):
    """
    A text that somebody published. It never changes; a second report with the same content is the same row.

    `id` is the hash of title, text, publication, outlet and address. `given` is the id under which a file brought it.
    `published` is the day or moment as written (ISO), `day` the same as a date for questions. `sha256` names its bytes
    in the archive, `part` which part of them (a line of a file of many). `family` is shared by near-identical texts and
    `origin` names who the words come from (both empty before the first link).
    """

    id = models.CharField(primary_key=True, max_length=40)
    given = models.CharField(max_length=200, blank=True, db_index=True)
    title = models.TextField(blank=True)
    published = models.CharField(max_length=40, blank=True)
    published_from = models.CharField(max_length=12, default="unknown")
    day = models.DateField(null=True, db_index=True)
    outlet = models.CharField(max_length=300, blank=True, db_index=True)
    url = models.TextField(blank=True)
    extractor = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    part = models.CharField(max_length=40, blank=True)
    added_at = models.DateTimeField(db_index=True)
    family = models.CharField(max_length=40, blank=True, db_index=True)
    origin = models.CharField(max_length=300, blank=True)
    text = models.TextField()  # last, so that the columns before it are read without it

    objects = ReportQuestions.as_manager()

    def __str__(self) -> str:
        return self.title or self.text[:60]

    @property
    def words(self) -> str:
        """The string that all offsets count in: title, a line break and text; the text alone without a title."""
        return f"{self.title}\n{self.text}" if self.title else self.text

    @property
    def moment(self) -> date | datetime | None:
        """The day or moment of publication."""
        return _moment(self.published)

    def record(self) -> records.Report:
        """The frozen record that `hasila.pipeline.read` takes; its id is the register's."""
        return records.Report(
            id=self.id,
            title=self.title or None,
            text=self.text,
            published=self.moment,
            published_from=self.published_from,
            outlet=self.outlet or None,
            url=self.url or None,
            extractor=self.extractor or None,
        )


class Reading(models.Model):
    """
    What one version of hasila read in a report. A newer one stands beside it; none is ever deleted.

    `current` marks the latest; the claims that count are those with `Claim.current`, which may come from an older
    reading where a person has judged them.
    """

    id = models.CharField(primary_key=True, max_length=40)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="readings")
    pack = models.CharField(max_length=60)
    codebook = models.CharField(max_length=60, blank=True)
    engine = models.CharField(max_length=60, blank=True)
    places = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    current = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["report", "current"])]

    def __str__(self) -> str:
        return f"{self.report_id} · {self.pack}"


def _moment(published: str) -> date | datetime | None:
    """A day (ten characters) or a moment, as written."""
    if not published:
        return None
    return date.fromisoformat(published) if len(published) == 10 else datetime.fromisoformat(published)
