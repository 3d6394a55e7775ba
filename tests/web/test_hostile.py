"""Hostile stored text is harmless text on every screen."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from web.browser import browsing, fill, serving
from web.hostile import FORMULA, HANDLER, SCRIPT, TEMPLATE, file_hostile
from web.visiting import text_of, visitor

from hasila.register.judgements import append
from hasila.register.models import Claim, Incident, Report
from hasila.web.person import now
from hasila.web.relinking import link_now


class Markup(HTMLParser):
    """The tags and attributes that a browser would see in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def screens() -> list[str]:
    """The addresses of every screen that shows stored text."""
    reports = [f"/reports/{pk}/" for pk in Report.objects.values_list("pk", flat=True)]
    incidents = [f"/incidents/{pk}/" for pk in Incident.objects.values_list("pk", flat=True)]
    forms = [
        f"/claims/{pk}/{what}/" for pk in Claim.objects.values_list("pk", flat=True) for what in ("correct", "split")
    ]
    lists = ["/", "/incidents/", "/overview/", "/audit/", "/export/", f"/search/?q={SCRIPT}", "/search/?q=مدنيين"]
    return [
        *lists,
        *reports,
        *incidents,
        *forms,
        f"/?outlet={HANDLER}&actor={SCRIPT}",
        f"/audit/?about={SCRIPT}&at={HANDLER}",
    ]


@pytest.mark.django_db
def test_no_screen_lets_stored_text_become_markup() -> None:
    file_hostile()
    link_now()
    nasty = Claim.objects.filter(low=3).get()
    append("accept", nasty.pk, by=f"سلمى {SCRIPT}", at=now(), reason=f"{SCRIPT}{HANDLER}{FORMULA}")
    client = visitor()
    for path in screens():
        page = text_of(client.get(path))
        markup = Markup()
        markup.feed(page)
        assert markup.tags.count("script") == 1 and "img" not in markup.tags, path
        assert not [name for name, _ in markup.attributes if name.startswith("on") or name == "style"], path
        assert not [v for name, v in markup.attributes if name in ("href", "src", "action") and ":" in v], path
        # A form keeps a value as it is, for a person to correct; a field is a room of its own for directions.
        assert "\u202e" not in re.sub(r'value="[^"]*"', "", page), path
        assert len(page) < 3_000_000, path


@pytest.mark.django_db
def test_template_language_in_stored_text_stays_text() -> None:
    file_hostile()
    nasty = Report.objects.get(title__contains="عنوان")
    page = text_of(visitor().get(f"/reports/{nasty.pk}/"))
    assert TEMPLATE.replace("'", "&#x27;") in page


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
def test_in_a_browser_nothing_runs_and_the_page_with_a_word_of_five_million_letters_opens(tmp_path: Path) -> None:
    fill(tmp_path, "web.hostile", "file_hostile")
    with serving(tmp_path) as address, browsing() as watched:
        page = watched.page
        page.goto(address)
        for path in page.eval_on_selector_all(".queue a.row", "rows => rows.map(r => r.pathname)"):
            page.goto(address.split("/?")[0] + path)
            page.wait_for_selector(".card.here")
            assert "broken" not in page.title()
        page.goto(address.split("/?")[0] + "/incidents/")
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        assert watched.complaints == []
