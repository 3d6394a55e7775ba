"""Every screen in both languages: axe finds nothing serious, the console is silent, nothing overflows the window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from web.browser import Watched, browsing, serving

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]
AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text("utf-8")
OPTIONS = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'], preload: false}"
SCREENS = (
    "queue", "filtered", "report", "correct", "split", "add", "incident", "incidents", "totals", "search", "overview",
    "audit", "then", "export",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(filled_home: Path) -> Iterator[Watched]:
    with serving(filled_home) as address, browsing() as watched:
        watched.page.goto(address)
        yield watched


def addresses(page: Any, base: str) -> dict[str, str]:
    page.goto(base + "/incidents/")
    incident = page.get_attribute(".queue a.row >> nth=0", "href")
    page.goto(base + "/")
    report = page.get_attribute(".queue a.row:has-text('6 أشخاص') >> nth=0", "href")
    claim = report.split("#")[1]
    return {
        "queue": "/", "filtered": "/?outcome=killed&first=2019-01-01", "report": report,
        "correct": f"/claims/{claim}/correct/", "split": f"/claims/{claim}/split/",
        "add": f"{report.split('#')[0]}add/?quote_start=0&quote_end=9", "incident": incident,
        "incidents": "/incidents/", "totals": "/incidents/?kind=total", "search": "/search/?q=الزيتون",
        "overview": "/overview/", "audit": "/audit/",
        "then": "/audit/?at=2019-03-21", "export": "/export/",
    }  # fmt: skip


@pytest.mark.parametrize(("language", "theme"), [("ar", "light"), ("en", "dark")])
def test_no_screen_has_a_serious_barrier(desk: Watched, language: str, theme: str) -> None:
    page = desk.page
    base = "/".join(page.url.split("/")[:3])
    page.context.add_cookies([{"name": "hasila_view", "value": f"{language}.latin.{theme}", "url": base}])
    made, found = addresses(page, base), list[str]()
    assert set(made) == set(SCREENS)
    for name, path in made.items():
        page.set_viewport_size({"width": 1366, "height": 900})
        page.goto(base + path)
        found += [f"{name} {language}: console: {said}" for said in desk.complaints]
        page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
        page.evaluate(AXE)
        result = page.evaluate("axe.run(document, " + OPTIONS + ")")
        for barrier in result["violations"]:
            if barrier["impact"] in ("serious", "critical"):
                nodes = "; ".join(node["html"][:120] for node in barrier["nodes"][:3])
                found.append(f"{name} {language}: {barrier['id']} — {nodes}")
        desk.complaints.clear()  # axe tries to add a style of its own, and the desk's policy refuses it
        page.set_viewport_size({"width": 360, "height": 740})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            found.append(f"{name} {language}: {wider} pixels wider than a window of 360")
    assert found == []
