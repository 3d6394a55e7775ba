"""Out from the desk: the file with its loss report, by the publication profile unless a person turns it off."""

import io
import json
import re
import zipfile
from typing import Any

import pytest
from django.utils import translation
from web.composed import RIGHT, file_all
from web.visiting import text_of, visitor

from hasila.register.models import Claim
from hasila.web.relinking import link_now

pytestmark = pytest.mark.django_db
NAME = "سامر العبدان"


@pytest.fixture
def desk() -> Any:
    file_all()
    link_now()
    return visitor()


def opened(answer: Any) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


@pytest.mark.parametrize("format", ["csv", "jsonl", "geojson"])
@pytest.mark.parametrize("what", ["claims", "incidents"])
def test_the_file_comes_with_what_it_lost_and_withholds_names_and_reviewers(desk: Any, what: str, format: str) -> None:
    claim = Claim.objects.get(outcome="detained")
    desk.post(f"/claims/{claim.pk}/judge/", {"verdict": "accept", "reason": "رأيت القائمة"})
    answer = desk.post("/export/file/", {"what": what, "format": format})
    assert answer["Content-Disposition"].startswith("attachment") and answer["Content-Type"] == "application/zip"
    archive = opened(answer)
    name, beside = archive.namelist()
    assert (name, beside) == (f"hasila-{what}.{format}", f"hasila-{what}.{format}.about.json")
    told = json.loads(archive.read(beside))
    assert told["profile"]["name"] == "public" and told["losses"]
    for inside in archive.namelist():
        text = archive.read(inside).decode("utf-8")
        assert NAME not in text and "salma" not in text and "رأيت القائمة" not in text


def test_the_page_says_first_what_is_lost(desk: Any) -> None:
    page = desk.get("/export/?look=1&what=claims&format=csv")
    assert page.context["exported"] == sum(len(told.claims) for told in RIGHT)
    assert "withheld" in {loss.action for loss in page.context["losses"]}
    narrowed = desk.get("/export/?look=1&what=claims&format=csv&outcome=detained")
    assert narrowed.context["exported"] == 1
    assert '<input type="hidden" name="outcome" value="detained">' in text_of(narrowed)


def test_what_left_the_desk_stands_in_the_audit(desk: Any) -> None:
    desk.post("/export/file/", {"what": "incidents", "format": "geojson", "profile": "full"})
    (made,) = desk.get("/audit/").context["exports"]
    assert (made["by"], made["what"], made["format"], made["profile"]) == ("salma", "incidents", "geojson", "full")


def test_an_unknown_profile_is_the_careful_one(desk: Any) -> None:
    archive = opened(desk.post("/export/file/", {"profile": "everything", "format": "xml", "what": "all"}))
    assert json.loads(archive.read("hasila-claims.csv.about.json"))["profile"]["name"] == "public"


def test_every_reason_for_a_loss_is_said_in_arabic(desk: Any) -> None:
    left = set()
    for what in ("claims", "incidents"):
        for format in ("csv", "geojson"):
            page = desk.get(f"/export/?look=1&what={what}&format={format}")
            with translation.override("ar"):
                left |= {
                    loss.why
                    for loss in page.context["losses"]
                    if not re.search("[\u0621-\u064a]", translation.gettext(loss.why))
                }
    assert left == set()


def test_a_download_is_no_link(desk: Any) -> None:
    assert desk.get("/export/file/").status_code == 405
