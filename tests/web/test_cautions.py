"""What is doubtful about a claim stands on its card: twenty seeded errors, and none on claims that are right."""

import pytest
from web.composed import RIGHT, Seeded, Told, seeded

from hasila.web.present.cautions import cautions
from hasila.web.present.reread import second_look

LOOKS = {"number-differs", "side-differs", "denial-near", "doubt-near"}


def shown(told: Told, index: int) -> set[str]:
    of = told.report
    look = second_look(of.words, len(of.title or ""), of.day, "SY")
    return {caution.code for caution in cautions(told.claims[index], [], look)}


def test_twenty_errors_are_seeded() -> None:
    assert sum(len(one.errors) for one in seeded()) == 20


@pytest.mark.parametrize("one", seeded(), ids=lambda one: one.told.report.title)
def test_every_seeded_error_shows(one: Seeded) -> None:
    for index, code in one.errors:
        assert code in shown(one.told, index), (one.told.claims[index].quote.text, code)


@pytest.mark.parametrize("told", RIGHT, ids=lambda one: one.report.title)
def test_a_claim_that_is_right_is_not_said_to_differ_from_its_words(told: Told) -> None:
    for index, claim in enumerate(told.claims):
        assert not LOOKS & shown(told, index), claim.quote.text


def test_carried_blame_denial_doubt_bounds_and_totals_are_said() -> None:
    every = {code for told in RIGHT for n in range(len(told.claims)) for code in shown(told, n)}
    assert {"denied", "uncertain", "cumulative", "open", "blame-carried", "unsure"} <= every
