"""The interface is whole in both languages, and files of others are what they were."""

import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from hasila.web.present import labels

WEB = Path(labels.__file__).resolve().parent.parent
CATALOGUE = WEB / "locale" / "ar" / "LC_MESSAGES" / "django.po"
ARABIC = re.compile("[\u0600-\u06ff]")
SAME = {"CSV", "JSON Lines", "GeoJSON"}  # names that are not translated


def entries() -> list[tuple[str, list[str], bool]]:
    found = []
    for entry in CATALOGUE.read_text("utf-8").split("\n\n")[1:]:
        message = "".join(re.findall(r'^msgid "(.*)"$', entry, re.M))
        said = re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', entry, re.M)
        found.append((message, said, "fuzzy" in entry))
    return found


def test_every_message_has_arabic_and_none_is_a_guess() -> None:
    assert len(entries()) > 300
    for message, said, fuzzy in entries():
        assert said and not fuzzy, message
        assert all(ARABIC.search(text) or "%(rest)s" in text or message in SAME for text in said), message


def test_the_same_values_stand_in_both_languages() -> None:
    for message, said, _ in entries():
        wanted = set(re.findall(r"%\(\w+\)s", message))
        for text in said:
            assert set(re.findall(r"%\(\w+\)s", text)) <= wanted, message
        assert set(re.findall(r"%\(\w+\)s", said[-1])) == wanted, message


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext is not installed")
def test_the_compiled_catalogue_is_that_of_the_source(tmp_path: Path) -> None:
    made = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "-o", str(made), str(CATALOGUE)], check=True)
    assert made.read_bytes() == CATALOGUE.with_suffix(".mo").read_bytes()


def test_templates_say_nothing_outside_the_catalogue() -> None:
    for template in sorted((WEB / "templates").rglob("*.html")):
        text = template.read_text("utf-8")
        text = re.sub(r"{% blocktranslate.*?endblocktranslate %}", "", text, flags=re.S)
        text = re.sub(r"<(code|kbd|span class=\"mark|svg)\b.*?</\1>", "", text, flags=re.S)
        text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}|<!--.*?-->", "", text, flags=re.S)
        text = re.sub(r"<[^>]*>", "", text, flags=re.S)
        words = set(re.findall(r"[A-Za-z]{3,}", text)) - {"hasila", "English", "SHA", "Shift", "Esc"}
        assert not words, f"{template.name}: {words}"


def test_templates_hold_no_inline_script_style_or_handler() -> None:
    for template in sorted((WEB / "templates").rglob("*.html")):
        text = template.read_text("utf-8")
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|\|safe\b|autoescape off", text), template.name
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), template.name


def test_styles_and_scripts_name_no_other_host() -> None:
    for file in sorted((WEB / "static" / "desk").iterdir()):
        text = file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in re.sub(r"^\s*//.*$|(?<=[;{}]) // .*$", "", text, flags=re.M) or "http" not in text, file.name


@pytest.mark.parametrize("field", sorted(labels.OF_FIELD))
def test_every_code_of_the_codebook_has_words(field: str) -> None:
    words, kind = labels.OF_FIELD[field]
    assert set(get_args(kind)) == set(words)


@pytest.mark.parametrize(
    "folder", [WEB / "static" / "vendor", Path(__file__).parent / "vendor"], ids=["shipped", "tests"]
)
def test_files_of_others_are_those_of_the_manifest(folder: Path) -> None:
    rows = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert {row["file"]: row["sha256"] for row in rows} == {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert all(row["licence"] and row["version"] for row in rows)


def test_logical_properties_only_so_that_both_directions_are_one_style() -> None:
    for file in sorted((WEB / "static" / "desk").glob("*.css")):
        text = file.read_text("utf-8")
        assert not re.search(r"(?<![\w-])(margin|padding|border)-(left|right)|text-align: (left|right)|float:", text), (
            file.name
        )


def test_every_finding_of_linking_is_said_in_arabic() -> None:
    import tomllib
    from importlib.resources import files

    from django.utils import translation

    from hasila.web.present.reasons import translated

    weights = tomllib.loads((files("hasila") / "link" / "weights.toml").read_text("utf-8"))
    said = [level["says"] for group in weights.values() if isinstance(group, dict) for level in group.values()]
    with translation.override("ar"):
        left = [sentence for sentence in said if not ARABIC.search(translated(sentence))]
    assert len(said) > 30 and left == []


def test_what_is_left_out_of_an_incident_is_said_in_arabic() -> None:
    from django.utils import translation

    from hasila.web.present.reasons import translated

    sentences = [
        "russia: blamed in 1 of 7 independent texts that blame anyone, too few to be listed",
        "russia: not listed, only blame carried over from another statement names it",
        "us: counted as us_coalition, of which it is a part",
        "no point: 2 independent texts name بلدة الصخرة, which no gazetteer has, no fewer than the 1 for مدينة التل",
        "set aside: 40 (outlet x, report-1), of a digest or a whole region, which may count other attacks with it",
    ]
    with translation.override("ar"):
        told = [translated(sentence) for sentence in sentences]
    assert not any(word in sentence for sentence in told for word in ("blame", "counted", "gazetteer", "set aside"))


def test_why_claims_are_read_unsurely_is_said_in_arabic() -> None:
    from django.utils import translation

    from hasila.resolve.confidence import _REASONS

    with translation.override("ar"):
        assert [reason for reason in _REASONS if not ARABIC.search(translation.gettext(reason))] == []


def test_a_side_that_changed_hands_has_the_name_of_its_day() -> None:
    from datetime import date

    from django.utils import translation

    from hasila.web.present.actors import actor_name, changes_of

    with translation.override("en"):
        before, after = actor_name("syria_gov", date(2019, 3, 17)), actor_name("syria_gov", date(2025, 1, 1))
    assert before != after and changes_of("syria_gov") == [date(2024, 12, 8)]
    assert changes_of("isis") == []
