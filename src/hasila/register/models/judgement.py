"""People's decisions, in one chain."""

import json

from django.db import models

from hasila.model import judgement as records


class Judgement(models.Model):
    """
    One decision. Rows are appended by `hasila.register.judgements.append` and never changed or deleted.

    `id` is the hash of everything else and of the id before it (`previous`), so that a change to any row shows.
    `change` is JSON text with sorted keys: exactly the text that was hashed.
    """

    id = models.CharField(primary_key=True, max_length=40)
    seq = models.BigIntegerField(unique=True)
    previous = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(db_index=True)
    by = models.CharField(max_length=150, db_index=True)
    verdict = models.CharField(max_length=10)
    subject = models.CharField(max_length=40, db_index=True)
    other = models.CharField(max_length=40, blank=True, db_index=True)
    change = models.TextField(default="{}")
    reason = models.TextField(blank=True)
    withdraws = models.CharField(max_length=40, blank=True, db_index=True)

    class Meta:
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.verdict} {self.subject}"

    def record(self) -> records.Judgement:
        """The frozen record."""
        return records.Judgement(
            id=self.id,
            at=self.at,
            by=self.by,
            verdict=self.verdict,
            subject=self.subject,
            other=self.other or None,
            change=json.loads(self.change),
            reason=self.reason,
            withdraws=self.withdraws or None,
            previous=self.previous or None,
        )


class Chain(models.Model):
    """One row: how long the chain of judgements is and its last id. Locking it orders those who append."""

    length = models.BigIntegerField(default=0)
    head = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.length} {self.head}"
