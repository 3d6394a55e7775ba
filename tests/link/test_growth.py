"""Linking grows with the number of claims, not with its square."""

import random
import time
from datetime import date, timedelta

import pytest
from factory import claim, event, reading, report

from hasila.link.linking import link_reports
from hasila.model.claim import Place, Reading
from hasila.model.report import Report

START = date(2001, 1, 1)


def war(claims: int) -> list[tuple[Report, Reading]]:
    """So many reports of one claim each, on 370 days a hundred thousand, several to an incident."""
    draw = random.Random(1)
    words = [a + b + c for a in "بتحدر" for b in "اويسر" for c in "قملنه" for _ in (0, 1)]
    out: list[tuple[Report, Reading]] = []
    while len(out) < claims:
        on, number = START + timedelta(draw.randrange(max(3, claims // 270))), draw.randint(1, 9)
        name = " ".join(draw.sample(words, 2))
        place = Place(text=name, level="village", lat=draw.uniform(32, 37), lon=draw.uniform(36, 42), row=name)
        for _ in range(draw.randint(1, 6)):
            of = report(
                f"مقتل {number} بقصف على {name} {' '.join(draw.sample(words, 12))}", published=on, id=f"r{len(out)}"
            )
            harm = claim(of, f"مقتل {number}", number=number, event=0, cause="shelling")
            there = event(of, "shelling", place=place, on=on)
            out.append((of, reading(of, harm, events=[there])))
    return out[:claims]


def seconds(claims: int) -> float:
    material = war(claims)
    began = time.process_time()
    link_reports(material)
    return time.process_time() - began


@pytest.mark.slow
def test_ten_times_the_claims_take_at_most_thirteen_times_the_time() -> None:
    seconds(200)
    assert seconds(10_000) < 13 * seconds(1_000)
