"""Spelling noise: what each kind does to a text, and that every letter knows where it came from."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hasila.evaluate.noise import kinds_of_noise, under_noise, with_noise
from hasila.model.report import report_of
from hasila.text.fold import fold_word

KINDS = kinds_of_noise(lambda word: True)
TEXT = "أُصيب 12 مدنياً في غارة على مستشفى المدينة"


def _with(kind: str, text: str = TEXT) -> str:
    return with_noise(report_of(text, id="7"), {kind: KINDS[kind]}).report.text


@pytest.mark.parametrize(
    ("kind", "there", "gone"),
    [
        ("missing hamza", "اُصيب", "أ"),
        ("ة written ه", "المدينه", "ة"),
        ("ى written ي", "علي", "ى"),
        ("Arabic-Indic digits", "١٢", "12"),
        ("glued digits", "12مدنياً", "12 "),
        ("tatweel", "ـ", "\x00"),
        ("marks of direction", "12", "\x00"),
    ],
)
def test_each_kind_changes_what_it_says(kind: str, there: str, gone: str) -> None:
    noisy = _with(kind)
    assert noisy != TEXT
    assert there in noisy and gone not in noisy


@pytest.mark.parametrize("kind", ["missing hamza", "ة written ه", "ى written ي", "tatweel", "vowel marks"])
def test_spelling_alone_changes_no_word(kind: str) -> None:
    assert fold_word(_with(kind)) == fold_word(TEXT)


def test_words_are_broken_up_as_people_do_it() -> None:
    text = "شهداء وجرحى بقصف على مدينة داعش والغارات " * 5
    noisy = _with("broken words", text)
    assert noisy != text
    assert any(mark in noisy for mark in (".", "_", "*", "1"))


def test_the_same_report_has_the_same_noise() -> None:
    assert with_noise(report_of(TEXT, id="7"), KINDS) == with_noise(report_of(TEXT, id="7"), KINDS)


@given(st.text(alphabet="أبتةىص 12\n.ه", max_size=40), st.text(alphabet="أبتةى 3", max_size=10))
def test_every_letter_with_noise_comes_from_a_letter_without(text: str, title: str) -> None:
    report = report_of(text, title=title, id=str(random.Random(text).random()))
    noisy = with_noise(report, KINDS)
    assert len(noisy.origins) == len(noisy.report.words)
    assert list(noisy.origins) == sorted(noisy.origins)
    if report.words:
        assert noisy.original(report.words, 0, len(noisy.report.words)) in report.words


def test_quotes_are_compared_as_they_stand_without_the_noise() -> None:
    claim = {"outcome": "injured", "low": 12, "high": 12, "quote": "12 مدنياً"}

    def claims_of(report: object) -> list[dict[str, object]]:
        words = report.words  # type: ignore[attr-defined]
        start = min(words.index(ch) for ch in "1١" if ch in words)
        return [{**claim, "quote": {"text": words[start : start + 5], "start": start, "end": start + 5}}]

    report = report_of(TEXT, id="7")
    digits = {"Arabic-Indic digits": KINDS["Arabic-Indic digits"]}
    for _, figures in under_noise({"7": report}, {"7": [claim]}, claims_of, digits):
        assert figures.rates["toll"].f1 == 1.0
