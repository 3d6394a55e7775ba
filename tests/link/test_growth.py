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
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def war(claims: int) -> list[tuple[Report, Reading]]:
    """So many claims of dead and wounded in villages, some 70 a day, in one to six reports of each attack."""
    draw = random.Random(1)
    words = sorted({"".join(draw.choices(LETTERS, k=draw.randint(3, 6))) for _ in range(6000)})
    often = [1 / (n + 10) for n in range(len(words))]
    names = [" ".join(draw.sample(words, 2)) for _ in range(4000)]
    villages = [
        Place(text=f"بلدة {name}", level="village", lat=draw.uniform(32, 37), lon=draw.uniform(36, 42), row=name)
        for name in names
    ]
    out: list[tuple[Report, Reading]] = []
    while 2 * len(out) < claims:
        on, dead, hurt = (
            START + timedelta(draw.randrange(max(3, claims // 70))),
            draw.randint(1, 9),
            draw.randint(1, 20),
        )
        place, own = draw.choice(villages), draw.choices(words, often, k=8)
        for _ in range(draw.randint(1, 6)):
            rest = " ".join([*own, *draw.choices(words, often, k=30)])
            of = report(f"مقتل {dead} وجرح {hurt} بقصف على {place.text} {rest}", published=on, id=f"r{len(out)}")
            killed = claim(of, f"مقتل {dead}", number=dead, event=0, cause="shelling")
            injured = claim(of, f"جرح {hurt}", "injured", number=hurt, event=0, cause="shelling")
            out.append((of, reading(of, killed, injured, events=[event(of, "shelling", place=place, on=on)])))
    return out


def seconds(claims: int) -> float:
    material = war(claims)
    began = time.process_time()
    incidents = link_reports(material).incidents
    took = time.process_time() - began
    assert len(material) / 5 < len(incidents) < len(material) / 2, "the attacks are no longer told apart"
    return took


@pytest.mark.slow
def test_ten_times_the_claims_take_at_most_thirteen_times_the_time() -> None:
    seconds(200)
    assert seconds(10_000) < 13 * seconds(1_000)
