"""Incidents, as the last link made them of claims, event mentions and judgements."""

from django.db import models

from hasila.model import incident as records
from hasila.register.models.claim import Claim
from hasila.register.models.report import Report
from hasila.register.questions import IncidentQuestions


class Incident(models.Model):
    """
    Claims and event mentions that rules or people judged to speak of one event (`kind` total: a running total).

    `made` is the record of the last link. Every link makes these rows anew; what people decided lives in judgements.
    `suggested` is the grade that rules suggest, `graded` the one that a person gave (empty: none yet).
    `killed_low` to `injured_high` are the Airwars range, for sorting and maps; the record has all conventions.
    `outlets` counts reports' outlets, `origins` independent origins.
    """

    id = models.CharField(primary_key=True, max_length=40)
    kind = models.CharField(max_length=10)
    made = models.TextField()
    place = models.CharField(max_length=300, blank=True)
    admin1 = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    level = models.CharField(max_length=16, blank=True)
    date_from = models.DateField(null=True)
    date_to = models.DateField(null=True)
    cause = models.CharField(max_length=16, default="unknown")
    killed_low = models.BigIntegerField(null=True)
    killed_high = models.BigIntegerField(null=True)
    injured_low = models.BigIntegerField(null=True)
    injured_high = models.BigIntegerField(null=True)
    suggested = models.CharField(max_length=20, blank=True)
    graded = models.CharField(max_length=20, blank=True)
    reports_count = models.IntegerField(default=0)
    outlets = models.IntegerField(default=0)
    origins = models.IntegerField(default=0)
    contested = models.BooleanField(default=False)
    claims = models.ManyToManyField(Claim, through="IncidentClaim", related_name="incidents")
    reports = models.ManyToManyField(Report, through="IncidentReport", related_name="incidents")

    objects = IncidentQuestions.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "date_from", "date_to"], name="incident_period"),
            models.Index(fields=["kind", "country", "admin1"], name="incident_place"),
            models.Index(fields=["kind", "cause"], name="incident_cause"),
            models.Index(fields=["kind", "contested"], name="incident_contested"),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.date_from}"

    def record(self) -> records.Incident:
        """The incident as the last link made it."""
        return records.Incident.model_validate_json(self.made)


class IncidentClaim(models.Model):
    """A claim that belongs to an incident."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident", "claim"], name="claim_once_per_incident")]

    def __str__(self) -> str:
        return f"{self.incident_id} · {self.claim_id}"


class IncidentReport(models.Model):
    """A report that tells of an incident, or only recalls it as background."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE)
    report = models.ForeignKey(Report, on_delete=models.CASCADE)
    recalls = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident", "report"], name="report_once_per_incident")]

    def __str__(self) -> str:
        return f"{self.incident_id} · {self.report_id}"


class IncidentActor(models.Model):
    """A side that an incident's claims or event mentions blame."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="blamed")
    actor = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["incident", "actor"], name="actor_once_per_incident")]
        indexes = [models.Index(fields=["actor", "incident"], name="incident_actor")]

    def __str__(self) -> str:
        return self.actor
