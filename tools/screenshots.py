"""
Pictures of every screen of the desk, in both languages, both themes, at 360 and 1366 pixels, into ./screenshots.

    .venv/bin/python tools/screenshots.py [--out FOLDER] [--only incident]

A desk is opened on the composed reports of the tests; needs Chromium and playwright. Look at them all.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from web.browser import CHROMIUM, browsing, fill, serving  # noqa: E402  # after the path to the tests

WIDTHS, LANGUAGES, THEMES = (360, 1366), ("ar", "en"), ("light", "dark")


def screens(page: Any, base: str) -> Iterator[tuple[str, str]]:
    """The name and the address of every screen; forms and dialogs are told by an anchor that `take` acts on."""
    yield from (("queue", "/"), ("queue-filtered", "/?outcome=killed"), ("incidents", "/incidents/"))
    page.goto(base + "/incidents/")
    incident = page.get_attribute(".queue a.row >> nth=0", "href")
    page.goto(base + "/")
    report = page.get_attribute(".queue a.row:has-text('ثمانية') >> nth=0", "href")
    detained = page.get_attribute(".queue a.row:has-text('6 أشخاص') >> nth=0", "href")
    yield from (("incident", incident), ("report", report), ("report-detained", detained))
    yield from (("report-correct", f"{report}@c"), ("report-split", f"{report}@s"), ("report-add", f"{report}@n"))
    yield from (("report-keys", f"{report}@?"), ("search", "/search/?q=الزيتون"), ("overview", "/overview/"))
    yield from (("audit", "/audit/"), ("audit-then", "/audit/?at=2019-03-21"), ("export", "/export/?looked=1"))
    yield from (("refused", "/incidents/@refused"),)


def take(watched: Any, base: str, out: Path, only: str) -> int:
    """Take all pictures; gives how many."""
    page, taken = watched.page, 0
    made = list(screens(page, base))
    for language, theme, width in product(LANGUAGES, THEMES, WIDTHS):
        digits = "arabic" if language == "ar" else "latin"
        page.context.add_cookies([{"name": "hasila_view", "value": f"{language}.{digits}.{theme}", "url": base}])
        page.set_viewport_size({"width": width, "height": 780})
        for name, address in made:
            if only and only not in name:
                continue
            path, _, act = address.partition("@")
            page.goto("about:blank")
            page.goto(base + path)
            _act(page, act)
            page.screenshot(path=str(out / f"{name}-{language}-{theme}-{width}.png"), full_page=not act)
            overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if overflow > 0:
                print(f"{name} {language} {width}: {overflow} pixels too wide")
            taken += 1
    return taken


def _act(page: Any, act: str) -> None:
    if act == "refused":
        page.click(".queue a.row >> nth=0")
        page.locator("input[name=other]").first.evaluate(
            "e => { e.type = 'text'; e.value = 'incident-x' ; e.checked = true }"
        )
        page.locator("#join ~ form button").first.click()
        page.wait_for_selector(".sentence")
    elif act:
        page.keyboard.press(act)
        page.wait_for_selector("#keys[open], form.claim-form")
        page.wait_for_timeout(150)


def main() -> int:
    """Open a desk, take the pictures, close it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--only", default="")
    told = parser.parse_args()
    if not CHROMIUM:
        print("Chromium is missing: apt-get install chromium.", file=sys.stderr)
        return 1
    told.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        fill(home)
        with serving(home) as address, browsing() as watched:
            watched.page.goto(address)
            taken = take(watched, address.partition("/?")[0], told.out, told.only)
    print(f"{taken} pictures in {told.out}")
    for complaint in sorted(set(watched.complaints)):
        print(f"console: {complaint}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
