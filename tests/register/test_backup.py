"""A backup comes back whole, or not at all."""

import tarfile
from pathlib import Path

import pytest
from factory import NOON, claim, report
from filed import file

from hasila.archive import Archive
from hasila.register import models
from hasila.register.backup import backup, restore
from hasila.register.judgements import append
from hasila.register.models import Judgement, Report
from hasila.register.state import Refused
from hasila.register.verifying import problems

pytestmark = pytest.mark.django_db

NEWS = report("قُتل ثلاثة مدنيين بقصف على القرية.", title="قصف", outlet="وكالة الوادي")
TABLES = (models.Posting, models.Word, models.Indexed, models.Judgement, models.Chain, models.Blamed, models.Claim,
          models.EventMention, models.Reading, models.Report)  # fmt: skip


def everything() -> dict[str, list[tuple[object, ...]]]:
    return {table.__name__: sorted(table.objects.values_list(), key=repr) for table in TABLES}


def empty() -> None:
    for table in TABLES:
        table.objects.all().delete()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    name = Archive(home / "archive").keep(b"<p>", kind="text/html", came_from="a.html", at=NOON)
    _, (row,) = file(NEWS, claim(NEWS, "ثلاثة مدنيين", "killed", 3, blamed=["syria_gov"]))
    Report.objects.update(sha256=name)
    append("correct", row.id, by="salma", at=NOON.replace(microsecond=123456), change={"low": 2}, reason="نص")
    return home


def test_a_backup_brings_everything_back(home: Path, tmp_path: Path) -> None:
    before = everything()
    counts = backup(home, tmp_path / "b.tar.gz")
    assert (counts["report"], counts["claim"], counts["judgement"]) == (1, 1, 1)
    empty()
    new = tmp_path / "new"
    assert restore(new, tmp_path / "b.tar.gz") == counts
    assert everything() == before
    assert list(problems(Archive(new / "archive"))) == []
    append("accept", Judgement.objects.get().subject, by="salma", at=NOON)  # and one can go on


def test_a_backup_never_writes_over_a_file(home: Path, tmp_path: Path) -> None:
    (tmp_path / "b.tar.gz").write_text("mine")
    with pytest.raises(FileExistsError):
        backup(home, tmp_path / "b.tar.gz")
    assert (tmp_path / "b.tar.gz").read_text() == "mine"


def test_a_backup_comes_back_into_an_empty_home_only(home: Path, tmp_path: Path) -> None:
    backup(home, tmp_path / "b.tar.gz")
    with pytest.raises(Refused, match="not empty"):
        restore(home, tmp_path / "b.tar.gz")


@pytest.mark.parametrize("share", [0.3, 0.9, 0.99])
def test_a_backup_that_was_cut_short_is_refused_and_leaves_nothing(home: Path, tmp_path: Path, share: float) -> None:
    backup(home, tmp_path / "b.tar.gz")
    data = (tmp_path / "b.tar.gz").read_bytes()
    (tmp_path / "cut.tar.gz").write_bytes(data[: int(len(data) * share)])
    empty()
    with pytest.raises(Refused, match="no whole backup"):
        restore(tmp_path / "new", tmp_path / "cut.tar.gz")
    assert not (tmp_path / "new" / "archive").exists()
    assert all(rows == [] for rows in everything().values())


def test_a_file_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.tar.gz").write_text("a letter")
    with pytest.raises(Refused, match="no whole backup"):
        restore(tmp_path / "new", tmp_path / "b.tar.gz")


def test_a_member_that_leads_out_of_the_home_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("archive/../../evil"))
    with pytest.raises(Refused, match="evil"):
        restore(tmp_path / "new", tmp_path / "b.tar.gz")
    assert not (tmp_path / "evil").exists()
