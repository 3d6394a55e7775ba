"""
Which folded word stands in which report: what search is asked of.

Words are kept whole; a search word is sought inside them, which finds باغوز in بالباغوز on every database. There are
few distinct words (some 200,000 in 100,000 reports), so looking through them all takes milliseconds.
"""

from django.db import models

from hasila.register.models.report import Report


class Word(models.Model):
    """A folded word that some report holds."""

    text = models.CharField(unique=True, max_length=60)

    def __str__(self) -> str:
        return self.text


class Indexed(models.Model):
    """A report's number in the index: small, because there are millions of postings."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="indexed")

    def __str__(self) -> str:
        return self.report_id


class Posting(models.Model):
    """The word stands in the report."""

    word = models.ForeignKey(Word, on_delete=models.CASCADE, db_index=False)
    indexed = models.ForeignKey(Indexed, on_delete=models.CASCADE, db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "indexed"], name="posting_once")]

    def __str__(self) -> str:
        return f"{self.word_id} in {self.indexed_id}"
