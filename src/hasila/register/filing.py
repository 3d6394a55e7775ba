"""Filing what was read: a batch of reports in one transaction, so that a killed run leaves whole batches or nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from hasila.register.models import Blamed, Chain, Claim, EventMention, Indexed, Posting, Reading, Report, Word
from hasila.register.rows import Rows, Versions, reading_id
from hasila.register.standing import refresh, states
from hasila.register.succession import Old, succession

_CHUNK = 500  # parameters of one statement stay far below every database's limit


@dataclass(frozen=True)
class Filed:
    """How many reports were new, known and read the same before, and known but read again by newer versions."""

    added: int = 0
    known: int = 0
    reread: int = 0

    def __add__(self, other: "Filed") -> "Filed":
        return Filed(self.added + other.added, self.known + other.known, self.reread + other.reread)


def unread(reports: Sequence[str], versions: Versions) -> set[str]:
    """Which of these reports (register ids) these versions have not read yet, or are not in the register at all."""
    asked = {reading_id(report, versions): report for report in reports}
    done = {
        key for some in _chunks(list(asked)) for key in Reading.objects.filter(pk__in=some).values_list("pk", flat=True)
    }
    return {report for key, report in asked.items() if key not in done}


def file_rows(batch: Iterable[Rows]) -> Filed:
    """File reports and what was read in them. What is there already stays as it is; a new reading succeeds the old."""
    made = list({rows.reading["id"]: rows for rows in batch}.values())
    with transaction.atomic():
        # Two processes that add at once take turns here, on every database.
        Chain.objects.select_for_update().get_or_create(pk=1)
        known = _existing(Report, [rows.report["id"] for rows in made])
        readings = _existing(Reading, [rows.reading["id"] for rows in made])
        fresh = [rows for rows in made if rows.reading["id"] not in readings]
        new = {rows.report["id"]: rows for rows in fresh if rows.report["id"] not in known}
        Report.objects.bulk_create((Report(**rows.report) for rows in new.values()), batch_size=_CHUNK)
        again = [rows for rows in fresh if rows.report["id"] in known]
        _file_readings(list(new.values()))
        _index(list(new.values()))
        for rows in again:
            _file_again(rows)
    return Filed(added=len(new), known=len(made) - len(fresh), reread=len(again))


def _file_readings(batch: Sequence[Rows]) -> None:
    Reading.objects.bulk_create((Reading(**rows.reading) for rows in batch), batch_size=_CHUNK)
    Claim.objects.bulk_create((Claim(**row) for rows in batch for row in rows.claims), batch_size=_CHUNK)
    Blamed.objects.bulk_create((Blamed(**row) for rows in batch for row in rows.blamed), batch_size=_CHUNK)
    EventMention.objects.bulk_create((EventMention(**row) for rows in batch for row in rows.events), batch_size=_CHUNK)


def _file_again(rows: Rows) -> None:
    """File a newer reading of a report that has one, and settle which claims count from now on."""
    report = rows.report["id"]
    before = list(Claim.objects.filter(report=report, current=True, reading__isnull=False).order_by("position", "pk"))
    how = states(before)
    old = [Old(row.pk, row.lineage, row.record_as_read(), how[row.pk]) for row in before]
    new = [Claim(**row) for row in rows.claims]
    plan = succession(old, [row.record_as_read() for row in new])
    Reading.objects.filter(report=report).update(current=False)
    EventMention.objects.filter(report=report).update(current=False)
    _file_readings([rows])
    for row, heir in zip(new, plan.heirs, strict=True):
        place = {"current": heir.current, "lineage": heir.lineage, "succeeds": heir.succeeds}
        Claim.objects.filter(pk=row.pk).update(**place)
        if heir.lineage != row.pk:
            refresh(Claim.objects.get(pk=row.pk))
    Claim.objects.filter(pk__in=plan.retired).update(current=False, reread_differs=False)
    Claim.objects.filter(pk__in=plan.differs).update(reread_differs=True)


def _index(batch: Sequence[Rows]) -> None:
    """Enter new reports into the index of words."""
    Indexed.objects.bulk_create((Indexed(report_id=rows.report["id"]) for rows in batch), batch_size=_CHUNK)
    numbers: dict[str, int] = {}
    for some in _chunks([rows.report["id"] for rows in batch]):
        numbers.update(Indexed.objects.filter(report__in=some).values_list("report", "pk"))
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for rows in batch:
        for word in rows.words:
            holding[word].append(numbers[rows.report["id"]])
    words = _words(sorted(holding))
    table = connection.ops.quote_name(Posting._meta.db_table)
    # Millions of small rows: plain SQL, the same on every database, is several times faster than model instances.
    with connection.cursor() as cursor:
        statement = f"INSERT INTO {table} (word_id, indexed_id) VALUES (%s, %s)"
        # In the order of the index, so that each of its pages is met once.
        cursor.executemany(
            statement, sorted((words[word], number) for word, found in holding.items() for number in found)
        )


def _words(texts: Sequence[str]) -> dict[str, int]:
    """The numbers of these words; new words get one."""
    known = _numbers(texts)
    Word.objects.bulk_create((Word(text=text) for text in texts if text not in known), batch_size=_CHUNK)
    return known | _numbers([text for text in texts if text not in known])


def _numbers(texts: Sequence[str]) -> dict[str, int]:
    return {t: n for some in _chunks(texts) for t, n in Word.objects.filter(text__in=some).values_list("text", "pk")}


def _existing(table: type[Report] | type[Reading], keys: Sequence[str]) -> set[str]:
    return {key for some in _chunks(keys) for key in table.objects.filter(pk__in=some).values_list("pk", flat=True)}


def _chunks(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[n : n + _CHUNK] for n in range(0, len(keys), _CHUNK))
