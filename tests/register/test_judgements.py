"""People's judgements: appended, signed, chained; what is shown follows from claims and judgements alone."""

from datetime import timedelta

import pytest
from factory import NOON, claim, quote, report
from filed import file

from hasila.register.judgements import append
from hasila.register.models import Claim, Judgement
from hasila.register.standing import judgements_on
from hasila.register.state import BLAME, Refused, state_of
from hasila.register.verifying import chain_problems

pytestmark = pytest.mark.django_db

NEWS = report("قُتل ثلاثة مدنيين بقصف قوات النظام على القرية، وقيل إن عددهم خمسة. وأصيب طفل.")
DEAD = claim(NEWS, "ثلاثة مدنيين", "killed", 3, blamed={"syria_gov": "قوات النظام"})
HOUR = timedelta(hours=1)


def judge(verdict: str, subject: str = "", *, at: object = NOON, **more: object) -> Judgement:
    return append(verdict, subject, by="salma", at=at, **more)  # type: ignore[arg-type]


def test_accepting_a_claim_does_not_accept_its_blame() -> None:
    _, (row,) = file(NEWS, DEAD)
    judge("accept", row.id)
    row.refresh_from_db()
    assert (row.state, row.blame_state, row.awaiting) == ("accepted", "awaiting", True)
    judge("accept", row.id, change=BLAME)
    row.refresh_from_db()
    assert (row.state, row.blame_state, row.awaiting) == ("accepted", "accepted", False)


def test_rejecting_the_blame_alone_takes_the_blamed_sides_away() -> None:
    _, (row,) = file(NEWS, DEAD)
    judge("accept", row.id)
    judge("reject", row.id, change=BLAME, reason="ليس في النص")
    row.refresh_from_db()
    assert (row.state, row.blame_state, row.record().perpetrators) == ("accepted", "rejected", ())
    assert row.record_as_read().perpetrators == ("syria_gov",)
    assert list(Claim.objects.by_actor("syria_gov")) == []


def test_a_correction_holds_for_the_fields_that_it_names_and_keeps_the_words_that_it_rests_on() -> None:
    _, (row,) = file(NEWS, DEAD)
    five = quote(NEWS, "خمسة")
    judge("correct", row.id, change={"low": 5, "high": 5, "evidence": {"low": [five.model_dump()]}})
    row.refresh_from_db()
    assert (row.state, row.low, row.high, row.status) == ("corrected", 5, 5, "unknown")
    assert row.record().evidence["low"] == (five,)
    assert row.record_as_read().low == 3


def test_a_corrected_side_is_accepted_with_the_correction() -> None:
    _, (row,) = file(NEWS, DEAD)
    judge("correct", row.id, change={"perpetrators": ["russia", "syria_gov"]})
    row.refresh_from_db()
    assert row.blame_state == "accepted"
    assert [blame.actor for blame in row.record().blame] == ["russia", "syria_gov"]
    assert list(Claim.objects.by_actor("russia")) == [row]


def test_a_withdrawal_takes_one_judgement_back_and_nothing_else() -> None:
    _, (row,) = file(NEWS, DEAD)
    wrong = judge("correct", row.id, change={"low": 5, "high": 5})
    judge("correct", row.id, change={"status": "civilian"})
    judge("withdraw", withdraws=wrong.id)
    row.refresh_from_db()
    assert (row.low, row.status, row.state) == (3, "civilian", "corrected")
    assert Judgement.objects.count() == 3


def test_the_state_at_a_past_moment_can_be_shown() -> None:
    _, (row,) = file(NEWS, DEAD)
    judge("accept", row.id, at=NOON + HOUR)
    wrong = judge("reject", row.id, at=NOON + 2 * HOUR)
    judge("withdraw", withdraws=wrong.id, at=NOON + 3 * HOUR)
    told = judgements_on([row])[row.id]
    verdicts = [state_of(row.record_as_read(), told, NOON + hours * HOUR).verdict for hours in range(4)]
    assert verdicts == ["awaiting", "accepted", "rejected", "accepted"]


def test_an_added_claim_counts_until_its_addition_is_withdrawn() -> None:
    of, _ = file(NEWS, DEAD)
    hurt = quote(NEWS, "وأصيب طفل")
    added = judge("add", of.id, change={"outcome": "injured", "low": 1, "high": 1, "quote": hurt.model_dump()})
    row = Claim.objects.get(pk=added.other)
    assert (row.current, row.state, row.outcome, row.reading) == (True, "accepted", "injured", None)
    judge("withdraw", withdraws=added.id)
    row.refresh_from_db()
    assert row.current is False
    assert list(chain_problems()) == []


@pytest.mark.parametrize(
    ("verdict", "change", "sentence"),
    [
        ("correct", {"outcome": "hurt"}, "outcome"),
        ("correct", {"lows": 4}, "no field 'lows'"),
        ("correct", {"low": 9, "high": 4}, "9, is above the highest, 4"),
        ("correct", {}, "at least one field"),
        ("correct", {"evidence": {"low": [{"text": "ستة", "start": 0, "end": 3}]}}, "do not stand at 0–3"),
        ("correct", {"blame": "russia"}, "shape"),
        ("accept", {"fields": ["date"]}, "no change"),
        ("applaud", {}, "is no judgement"),
        ("grade", {"grade": "Fair"}, "no incident"),
        ("same", {}, "two different"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused_with_a_sentence(
    verdict: str, change: dict[str, object], sentence: str
) -> None:
    _, (row,) = file(NEWS, DEAD)
    with pytest.raises(Refused, match=sentence):
        judge(verdict, row.id, change=change)
    assert Judgement.objects.count() == 0


def test_what_is_withdrawn_once_cannot_be_withdrawn_again_nor_can_a_withdrawal() -> None:
    _, (row,) = file(NEWS, DEAD)
    made = judge("accept", row.id)
    undone = judge("withdraw", withdraws=made.id)
    for again, sentence in ((made, "already"), (undone, "judge again")):
        with pytest.raises(Refused, match=sentence):
            judge("withdraw", withdraws=again.id)


def test_judgements_form_a_chain() -> None:
    _, (row,) = file(NEWS, DEAD)
    first, second = judge("accept", row.id), judge("reject", row.id)
    assert (first.seq, first.previous, second.seq, second.previous) == (1, "", 2, first.id)
    assert list(chain_problems()) == []


def test_an_altered_judgement_is_named() -> None:
    _, (row,) = file(NEWS, DEAD)
    first = judge("reject", row.id)
    judge("accept", row.id)
    Judgement.objects.filter(pk=first.pk).update(by="karim")
    (problem,) = chain_problems()
    assert "Judgement 1 " in problem and "altered" in problem


def test_a_removed_and_a_cut_off_judgement_are_missed() -> None:
    _, (row,) = file(NEWS, DEAD)
    made = [judge("accept", row.id) for _ in range(3)]
    Judgement.objects.filter(pk=made[1].pk).delete()
    assert [problem for problem in chain_problems() if "Judgements 2 to 2 are missing" in problem]
    Judgement.objects.filter(pk=made[2].pk).delete()
    assert [problem for problem in chain_problems() if "Judgements 2 to 3 are missing at the end" in problem]
