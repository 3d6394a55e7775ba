"""Filing reports: ids are hashes of content, so nothing is filed twice; newer readings keep what people decided."""

from datetime import timedelta

import pytest
from factory import DAY, NOON, claim, quote, reading, report
from filed import file

from hasila.register.filing import Filed, file_rows, unread
from hasila.register.judgements import append
from hasila.register.models import Blamed, Claim, EventMention, Reading, Report
from hasila.register.rows import Versions, report_id, rows_of
from hasila.register.standing import standing_reading

pytestmark = pytest.mark.django_db

ONE, TWO = Versions("ar-1", "1", "0.1"), Versions("ar-2", "1", "0.1")
LATER = NOON + timedelta(days=30)
NEWS = report("قُتل ثلاثة مدنيين وأصيب أربعة بقصف للنظام على القرية.", title="قصف على القرية", outlet="وكالة الوادي")
DEAD = claim(NEWS, "قُتل ثلاثة مدنيين", "killed", 3, blamed={"syria_gov": "للنظام"}, status="civilian")
HURT = claim(NEWS, "وأصيب أربعة", "injured", 4)


def test_a_report_and_its_claims_come_back_as_they_were_read() -> None:
    row, (dead, hurt) = file(NEWS, DEAD, HURT)
    assert row.record() == NEWS.model_copy(update={"id": row.id})
    assert (row.title, row.outlet, row.day) == ("قصف على القرية", "وكالة الوادي", DAY)
    assert dead.record().model_copy(update={"id": "as-read"}) == DEAD
    assert (dead.state, dead.blame_state, hurt.blame_state) == ("awaiting", "awaiting", "none")
    assert [(b.actor, b.basis) for b in dead.blamed.all()] == [("syria_gov", "stated")]


def test_filing_the_same_twice_changes_nothing() -> None:
    rows = rows_of(NEWS, reading(NEWS, DEAD, HURT), ONE, NOON)
    assert file_rows([rows, rows]) == Filed(added=1)
    again = rows_of(NEWS, reading(NEWS, DEAD, HURT), ONE, LATER)
    assert file_rows([again]) == Filed(known=1)
    assert (Report.objects.count(), Reading.objects.count(), Claim.objects.count(), Blamed.objects.count()) == (
        1,
        1,
        2,
        1,
    )
    assert Reading.objects.get().at == NOON


def test_what_is_not_read_yet_is_known_before_it_is_read() -> None:
    file_rows([rows_of(NEWS, reading(NEWS, DEAD), ONE, NOON)])
    other = report("خبر آخر")
    assert unread([report_id(NEWS), report_id(other)], ONE) == {report_id(other)}
    assert unread([report_id(NEWS)], TWO) == {report_id(NEWS)}


def test_what_nobody_judged_gives_way_to_a_newer_reading_and_stays_on_record() -> None:
    _, (old,) = file(NEWS, DEAD)
    row, (new,) = file(NEWS, DEAD.model_copy(update={"low": 2}), pack="ar-2", at=LATER)
    old.refresh_from_db()
    assert (old.current, new.current, new.succeeds, new.lineage) == (False, True, old.id, new.id)
    assert [(r.pack, r.current) for r in row.readings.order_by("at")] == [("ar-1", False), ("ar-2", True)]


def test_a_judgement_passes_on_to_a_newer_claim_that_says_the_same() -> None:
    _, (old,) = file(NEWS, DEAD)
    append("accept", old.id, by="salma", at=NOON)
    _, (new,) = file(NEWS, DEAD.model_copy(update={"rules": ("better.rule",)}), pack="ar-2", at=LATER)
    old.refresh_from_db()
    assert (old.current, new.current, new.state, new.lineage) == (False, True, "accepted", old.id)


def test_a_correction_passes_on_when_the_newer_reading_agrees_with_the_person() -> None:
    _, (old,) = file(NEWS, HURT)
    append("correct", old.id, by="salma", at=NOON, change={"low": 5, "high": 5})
    _, (new,) = file(NEWS, HURT.model_copy(update={"low": 5, "high": 5}), pack="ar-2", at=LATER)
    assert (new.current, new.state, new.low) == (True, "corrected", 5)


def test_a_judged_claim_stands_when_the_newer_reading_says_otherwise() -> None:
    _, (old,) = file(NEWS, DEAD)
    decision = append("accept", old.id, by="salma", at=NOON)
    _, (new,) = file(NEWS, DEAD.model_copy(update={"low": 30, "high": 30}), pack="ar-2", at=LATER)
    old.refresh_from_db()
    assert (old.current, old.reread_differs, new.current, new.succeeds) == (True, True, False, old.id)
    assert list(Claim.objects.reread_differs()) == [old]
    append("withdraw", "", by="salma", at=LATER, withdraws=decision.id)
    old.refresh_from_db(), new.refresh_from_db()
    assert (old.current, new.current) == (False, True)


def test_an_accepted_claim_that_the_newer_reading_misses_goes_on_counting() -> None:
    _, (_, hurt) = file(NEWS, DEAD, HURT)
    append("accept", hurt.id, by="salma", at=NOON)
    row, _ = file(NEWS, DEAD, pack="ar-2", at=LATER)
    hurt.refresh_from_db()
    assert (hurt.current, hurt.reread_differs) == (True, True)
    assert [c.outcome for c in standing_reading(row).claims] == ["killed", "injured"]


def test_parts_keep_their_whole_in_what_stands() -> None:
    text = report("قُتل عشرة أشخاص في البلدة بينهم أربعة أطفال، وأصيب اثنان.")
    hurt = claim(text, "وأصيب اثنان", "injured", 2)
    whole = claim(text, "قُتل عشرة أشخاص", "killed", 10)
    part = claim(text, "أربعة أطفال", "killed", 4, part_of=1, kinds=("child",))
    row, (first, *_) = file(text, hurt, whole, part)
    append("reject", first.id, by="salma", at=NOON)
    assert [(c.low, c.part_of) for c in standing_reading(row).claims] == [(10, None), (4, 0)]


def test_a_title_shifts_every_offset_by_itself_and_a_line_break() -> None:
    titled = report("أصيب طفل", title="خبر")
    assert quote(titled, "أصيب طفل").start == 4
    file_rows([rows_of(titled, reading(titled, claim(titled, "أصيب طفل", "injured", 1)), ONE, NOON)])
    row = Claim.objects.select_related("report").get()
    assert row.report.words[row.record().quote.start : row.record().quote.end] == "أصيب طفل"
    assert EventMention.objects.count() == 0
