"""Reviewing in a real browser: how many keys a right claim takes, and that no error can be accepted unseen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from web.browser import Watched, browsing, fill, serving
from web.composed import RIGHT, seeded

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]
SETTLED = 270  # ms after the desk has moved on by itself in which no key decides


@pytest.fixture(scope="module")
def right(filled_home: Path) -> Iterator[Watched]:
    """One desk on the composed reports for the tests that decide nothing, or little."""
    with serving(filled_home) as address, browsing(height=780) as watched:
        watched.page.goto(address)
        yield watched


def opened(watched: Watched) -> Any:
    """The page of the first report of the queue."""
    page = watched.page
    page.goto("/".join(page.url.split("/")[:3]) + "/")
    page.click(".queue a.row >> nth=0")
    page.wait_for_selector(".card.here")
    return page


def test_every_seeded_error_is_on_the_screen_before_its_claim_can_be_accepted(tmp_path: Path) -> None:
    fill(tmp_path, function="file_seeded")
    with serving(tmp_path) as address, browsing(height=780) as watched:
        watched.page.goto(address)
        assert errors_on_screen(watched.page) == 20


def errors_on_screen(page: Any) -> int:
    """How many of the seeded errors are within the window when their claim is reached by key."""
    seen, wanted = 0, {one.told.report.title: one.errors for one in seeded()}
    base = page.url.rstrip("/")
    reports = page.eval_on_selector_all(".queue a.row", "rows => [...new Set(rows.map(r => r.pathname))]")
    for report in reports:
        page.goto(base + report)
        page.wait_for_selector(".card.here")
        title = page.inner_text("#words h1")
        quotes = {one.told.report.title: one.told.claims for one in seeded()}[title]
        for number in range(page.locator(".card").count()):
            page.evaluate("scrollTo(0, 0)")
            for _ in range(page.locator(".card").count()):
                page.keyboard.press("k")
            for _ in range(number):
                page.keyboard.press("j")
            here = page.locator(".card.here")
            words = here.locator("[data-field=number] q.own").first.inner_text()
            index = next(n for n, claim in enumerate(quotes) if claim.quote.text == words)
            for code in [code for n, code in wanted[title] if n == index]:
                caution = here.locator(f"[data-caution='{code}']")
                box = caution.bounding_box()
                assert box and box["y"] >= 0 and box["y"] + box["height"] <= 780, (words, code)
                seen += 1
    return seen


def test_words_are_selected_with_the_keyboard_alone(right: Watched) -> None:
    page = opened(right)
    page.keyboard.press("v")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    chosen = page.evaluate("getSelection().toString()")
    assert len(chosen.split()) == 2
    page.keyboard.press("n")
    page.wait_for_selector("#adding form")
    assert page.inner_text("#adding q.own") == chosen
    page.keyboard.press("Escape")
    assert page.locator("#adding").count() == 0


def test_an_arabic_keyboard_decides_by_the_same_keys(right: Watched) -> None:
    page = opened(right)
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ش', code: 'KeyA', bubbles: true}))")
    page.wait_for_selector(".card.state-accepted")


def test_pointing_at_a_value_shows_its_words(right: Watched) -> None:
    page = opened(right)
    page.locator(".card.here [data-field=number]").focus()
    lit = page.locator("#words mark.lit")
    assert lit.count() > 0
    said = page.inner_text("#evidence").split("«")[1].split("»")[0]
    assert said in lit.first.inner_text()


def test_a_right_claim_takes_at_most_three_keys(right: Watched) -> None:
    page, keys = opened(right), 0
    claims = sum(len(told.claims) for told in RIGHT)
    for _ in range(len(RIGHT) + 1):
        while page.locator(".card.here[data-awaiting='1']").count():
            key = "a" if page.locator(".card.here.state-awaiting").count() else "b"
            waiting = page.locator("[data-awaiting='1']").count()
            blame = page.locator(".card.here .blame-awaiting").count()
            page.wait_for_timeout(SETTLED)
            page.keyboard.press(key)
            keys += 1
            if key == "a" and blame:
                page.wait_for_selector(".card.here.state-accepted")
            else:
                page.wait_for_function(
                    "n => document.querySelectorAll('[data-awaiting=\"1\"]').length < n", arg=waiting
                )
        if not page.locator("[data-next-report]").count():
            break
        with page.expect_navigation():
            page.keyboard.press("]")
        page.wait_for_selector(".card.here")
        keys += 1
    page.goto(page.url.split("/reports/")[0] + "/")
    assert page.locator(".queue a.row").count() == 0
    print(f"{keys} keys for {claims} claims")
    assert keys <= 3 * claims
    assert right.complaints == []
