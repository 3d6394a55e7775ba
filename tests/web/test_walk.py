"""A new user's first hour at the desk, in a real browser; every step stands in the audit afterwards."""

from pathlib import Path
from typing import Any

import pytest
from web.browser import browsing, fill, serving

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]


def select(page: Any, words: str) -> None:
    """Select words of the report as with the mouse."""
    page.evaluate(
        """words => {
          const walker = document.createTreeWalker(document.getElementById("words"), NodeFilter.SHOW_TEXT);
          const nodes = [];
          while (walker.nextNode()) nodes.push(walker.currentNode);
          const at = nodes.map(n => n.data).join("").indexOf(words);
          if (at < 0) throw words;
          const point = offset => {
            for (const n of nodes) { if (offset <= n.data.length) return [n, offset]; offset -= n.data.length; }
          };
          const [a, i] = point(at), [b, j] = point(at + words.length);
          getSelection().setBaseAndExtent(a, i, b, j);
        }""",
        words,
    )


def verdicts(page: Any) -> list[str]:
    """The verdicts in the audit, the first first."""
    page.click("nav a[href='/audit/']")
    told: list[str] = page.eval_on_selector_all(".audit li[data-verdict]", "rows => rows.map(r => r.dataset.verdict)")
    return told[::-1]


def test_a_new_user_reviews_joins_grades_and_changes_language(tmp_path: Path) -> None:
    fill(tmp_path)
    with serving(tmp_path) as address, browsing() as watched:
        page = watched.page
        page.goto(address)
        assert page.url.endswith("/") and page.get_attribute("html", "dir") == "rtl"

        page.click("a[href='/incidents/']")  # the incidents are linked the first time that somebody asks for them
        page.click("a.mark")
        page.click(".queue a.row:has-text('ثمانية مدنيين') >> nth=0")
        here = page.locator(".card.here")
        assert "ثمانية مدنيين" in here.inner_text()

        page.keyboard.press("a")
        page.wait_for_selector(".card.here.state-accepted")
        page.keyboard.press("b")
        page.wait_for_selector(".card.state-accepted .blame-accepted")
        page.wait_for_timeout(300)  # the desk has moved on by itself: for a moment no key decides

        page.keyboard.press("c")
        page.wait_for_selector(".card.here form.claim-form")
        select(page, "14 آخرون")
        page.click(".card.here [data-pick='words_victims']")
        page.wait_for_selector(".card.here [data-picked='words_victims']:visible")
        assert page.input_value(".card.here [name=low]") == "14"
        select(page, "ثمانية مدنيين")
        page.click(".card.here [data-pick='words_victims']")
        page.wait_for_function("() => document.querySelector('.card.here [name=low]').value === '8'")
        page.click(".card.here [data-save]")
        page.wait_for_selector(".card.state-corrected")

        page.keyboard.press("j")
        page.keyboard.press("j")
        page.wait_for_timeout(300)
        page.keyboard.press("r")
        page.wait_for_selector(".card.state-rejected")
        page.keyboard.press("u")
        page.wait_for_selector(".card.state-rejected", state="detached")

        page.click("a[href='/incidents/']")
        page.click(".queue a.row >> nth=0")
        page.locator("#join ~ form [name=other]").first.fill(other_incident(page))
        page.locator("#join ~ form button").first.click()
        page.wait_for_url("**/incidents/")
        page.click(".queue a.row >> nth=0")
        page.locator(".decisions form button").first.click()
        page.wait_for_url("**/incidents/")
        page.click(".queue a.row >> nth=0")
        page.check(".grade input[value=Fair]")
        page.click(".grade button")
        page.wait_for_selector("#grade ~ p .tag.state")

        page.click("a[href='/export/']")
        page.click("[name=look]")
        page.wait_for_selector("#loses")
        with page.expect_download() as coming:
            page.click("form[action='/export/file/'] button")
        assert coming.value.suggested_filename.endswith(".csv.zip")

        page.click("button[name=language][value=en]")
        assert page.get_attribute("html", "dir") == "ltr" and "Publication profile" in page.inner_text("main")
        page.click("button[name=language][value=ar]")
        assert page.get_attribute("html", "dir") == "rtl" and "ملف النشر" in page.inner_text("main")

        told = verdicts(page)
        assert told[:5] == ["accept", "accept", "correct", "reject", "withdraw"]
        assert set(told[5:-1]) == {"same", "withdraw"} and told[-1] == "grade"
        assert page.locator("[data-export=csv]").count() == 1
        assert "السلسلة سليمة" in page.inner_text("main")
        assert watched.complaints == []


def other_incident(page: Any) -> str:
    """The id of an incident that is not this one."""
    here = page.url.split("/incidents/")[1].strip("/")
    ids: list[str] = page.evaluate(
        "async () => [...new DOMParser().parseFromString(await (await fetch('/incidents/')).text(), 'text/html')"
        ".querySelectorAll('.queue a.row')].map(a => a.getAttribute('href').split('/')[2])"
    )
    return next(i for i in ids if i != here)
