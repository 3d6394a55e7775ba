"""Claims and event mentions of readings, with the columns that questions are asked about."""

from django.db import models

from hasila.model import claim as records
from hasila.register.models.report import Reading, Report
from hasila.register.questions import ClaimQuestions


class Claim(models.Model):
    """
    What one report says about harm, as read or as a person added it (`reading` is then empty).

    `read` is the record as read: it never changes. `shown` is the record after people's corrections, empty while there
    are none. The columns below describe `shown`, else `read`; they are worked out from claims and judgements and can be
    worked out again at any time (`hasila.register.standing.refresh`).

    - `current`: it counts; False for what a newer reading replaced and for an addition that was withdrawn.
    - `state`: awaiting, accepted, corrected, rejected. `blame_state`: none, awaiting, accepted, rejected.
    - `awaiting`: the claim or its blame still waits for a person.
    - `lineage`: the first claim that said the same; judgements on any claim of a lineage hold for all of it.
    - `succeeds`: the claim of an older reading at the same words; `reread_differs`: a newer reading says otherwise
      about words that a person has judged, so the judged one stands until somebody looks.
    - `contested`, `consequence`, `reasons`: what linking found (see `hasila.register.consequence`).
    """

    id = models.CharField(primary_key=True, max_length=40)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="claims")
    reading = models.ForeignKey(Reading, null=True, on_delete=models.PROTECT, related_name="claims")
    position = models.IntegerField()
    current = models.BooleanField(default=True)
    lineage = models.CharField(max_length=40, db_index=True)
    succeeds = models.CharField(max_length=40, blank=True, db_index=True)
    reread_differs = models.BooleanField(default=False)

    state = models.CharField(max_length=10, default="awaiting")
    blame_state = models.CharField(max_length=10, default="none")
    awaiting = models.BooleanField(default=True)
    contested = models.BooleanField(default=False)
    consequence = models.IntegerField(default=0)
    reasons = models.CharField(max_length=200, blank=True)

    outcome = models.CharField(max_length=12)
    low = models.BigIntegerField(null=True)
    high = models.BigIntegerField(null=True)
    status = models.CharField(max_length=10)
    cause = models.CharField(max_length=16)
    scope = models.CharField(max_length=10)
    stance = models.CharField(max_length=10)
    source_kind = models.CharField(max_length=10)
    affiliation = models.CharField(max_length=80, blank=True)
    admin1 = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2, blank=True)
    date_from = models.DateField(null=True)
    date_to = models.DateField(null=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    confidence = models.FloatField(default=1.0)
    part_of = models.IntegerField(null=True)
    has_blame = models.BooleanField(default=False)
    # Last, so that the columns before them are read without them.
    read = models.TextField()
    shown = models.TextField(blank=True)

    objects = ClaimQuestions.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["current", "awaiting", "-consequence", "id"], name="claim_queue"),
            models.Index(fields=["current", "contested"], name="claim_contested"),
            models.Index(fields=["current", "outcome", "status"], name="claim_outcome"),
            models.Index(fields=["current", "country", "admin1"], name="claim_place"),
            models.Index(fields=["current", "date_from", "date_to"], name="claim_period"),
            models.Index(fields=["report", "current", "position"], name="claim_report"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.low}–{self.high}"

    def record(self) -> records.Claim:
        """The claim as it stands: corrected where a person corrected it."""
        return records.Claim.model_validate_json(self.shown or self.read)

    def record_as_read(self) -> records.Claim:
        """The claim exactly as hasila read it (or as a person first added it)."""
        return records.Claim.model_validate_json(self.read)

    @property
    def why(self) -> list[str]:
        """Why it is consequential: codes of `hasila.register.consequence.REASONS`."""
        return self.reasons.split()


class Blamed(models.Model):
    """A side that a claim, as it stands, holds responsible, and on what basis."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="blamed")
    actor = models.CharField(max_length=80)
    basis = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "actor"], name="one_blame_per_actor")]
        indexes = [models.Index(fields=["actor", "claim"], name="blamed_actor")]

    def __str__(self) -> str:
        return self.actor


class EventMention(models.Model):
    """An attack or coercive act that a report tells of, with or without harm. It links reports; it counts nobody."""

    id = models.CharField(primary_key=True, max_length=40)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="events")
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="events")
    position = models.IntegerField()
    read = models.TextField()
    current = models.BooleanField(default=True)
    main = models.BooleanField(default=True)
    cause = models.CharField(max_length=16)
    admin1 = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2, blank=True)
    date_from = models.DateField(null=True)
    date_to = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["report", "current", "position"], name="event_report")]

    def __str__(self) -> str:
        return f"{self.cause} {self.date_from}"

    def record(self) -> records.EventMention:
        """The event mention as read."""
        return records.EventMention.model_validate_json(self.read)
