"""verify names everything that is not what it was."""

from pathlib import Path

import pytest
from factory import NOON, claim, event, quote, reading, report

from hasila.archive import Archive
from hasila.register.filing import file_rows
from hasila.register.judgements import append
from hasila.register.models import Claim, EventMention, Report
from hasila.register.rows import Archived, Versions, rows_of
from hasila.register.verifying import problems

pytestmark = pytest.mark.django_db

NEWS = report("قُتل ثلاثة مدنيين بقصف على القرية.")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    name = archive.keep(NEWS.text.encode(), kind="text/plain", came_from="news.txt", at=NOON)
    told = event(NEWS, evidence={"cause": (quote(NEWS, "بقصف"),)})
    read = reading(NEWS, claim(NEWS, "ثلاثة مدنيين", "killed", 3), events=[told])
    file_rows([rows_of(NEWS, read, Versions("ar-1", "1", "0.1"), NOON, Archived(name))])
    return archive


def test_nothing_is_named_where_nothing_was_altered(archive: Archive) -> None:
    append("correct", Claim.objects.get().id, by="salma", at=NOON, change={"low": 2})
    assert list(problems(archive)) == []


def test_a_moved_offset_is_named(archive: Archive) -> None:
    row = Claim.objects.get()
    moved = row.read.replace('"start":5', '"start":6')
    assert moved != row.read
    Claim.objects.update(read=moved)
    told = list(problems(archive))
    assert any(row.id in problem and "«ثلاثة مدنيين» do not stand at 6–17" in problem for problem in told)
    assert any(row.id in problem and "altered" in problem for problem in told)


def test_an_altered_event_mention_is_named(archive: Archive) -> None:
    row = EventMention.objects.get()
    EventMention.objects.update(read=row.read.replace('"shelling"', '"chemical"'))
    (problem,) = problems(archive)
    assert row.id in problem and "altered" in problem


def test_an_altered_text_is_named(archive: Archive) -> None:
    Report.objects.update(text=NEWS.text.replace("ثلاثة", "تسعة"))
    assert any("Report" in problem and "altered" in problem for problem in problems(archive))


def test_bytes_that_are_gone_are_named_with_their_report(archive: Archive) -> None:
    row = Report.objects.get()
    archive.path(row.sha256).unlink()
    assert any(row.id in problem and "not in the archive" in problem for problem in problems(archive))


def test_a_number_changed_behind_the_back_of_judgements_is_named(archive: Archive) -> None:
    Claim.objects.update(low=30)
    (problem,) = problems(archive)
    assert "its low is 30, but by judgements 3" in problem


def test_a_broken_record_is_named(archive: Archive) -> None:
    Claim.objects.update(read="{")
    assert any("broken" in problem for problem in problems(archive))
