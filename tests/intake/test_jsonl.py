"""JSON Lines of reports: good records are read, each bad one gets a sentence."""

import json
from datetime import UTC, date, datetime

import pytest

from hasila.intake import BadInput, read_jsonl
from hasila.model.report import Report

TEXT = "قُتل مدنيان في غارة على أطراف البلدة."


def line(**record: object) -> bytes:
    return json.dumps({"text": TEXT, **record}, ensure_ascii=False).encode()


def test_a_record_is_read_as_given_and_unknown_keys_are_ignored() -> None:
    [report] = read_jsonl(
        [line(id="r1", title="غارة", published="2019-03-17", outlet="النهر", url="https://n.example/1", mood="x")]
    )
    assert report == Report(
        id="r1",
        title="غارة",
        text=TEXT,
        published=date(2019, 3, 17),
        published_from="record",
        outlet="النهر",
        url="https://n.example/1",
    )


def test_the_text_is_never_changed() -> None:
    text = " \u200fقُتل  مدنيان\r\n\n في غارة \u0640 "
    [report] = read_jsonl([line(text=text)])
    assert isinstance(report, Report)
    assert report.words == text


@pytest.mark.parametrize("title", [None, ""])
def test_no_title_is_no_title(title: str | None) -> None:
    [report] = read_jsonl([line(title=title)])
    assert isinstance(report, Report)
    assert (report.title, report.words) == (None, TEXT)


def test_a_headline_alone_is_a_report() -> None:
    [report] = read_jsonl([line(title="غارة على البلدة", text="")])
    assert isinstance(report, Report)
    assert report.words == "غارة على البلدة\n"


def test_a_time_keeps_its_offset() -> None:
    [report] = read_jsonl([line(published="2019-03-17T21:40:00Z")])
    assert isinstance(report, Report)
    assert report.published == datetime(2019, 3, 17, 21, 40, tzinfo=UTC)
    assert report.day == date(2019, 3, 17)


def test_the_argument_fills_in_for_records_without_a_date_only() -> None:
    one, two = read_jsonl([line(id="a"), line(id="b", published="2019-03-17")], published=date(2020, 1, 1))
    assert isinstance(one, Report) and isinstance(two, Report)
    assert (one.published, one.published_from) == (date(2020, 1, 1), "argument")
    assert (two.published, two.published_from) == (date(2019, 3, 17), "record")


def test_a_repeated_id_is_fine_and_a_missing_one_comes_from_the_content() -> None:
    one, two, three, four = read_jsonl([line(id="a"), line(id="a"), line(), line()])
    assert isinstance(one, Report) and isinstance(two, Report)
    assert isinstance(three, Report) and isinstance(four, Report)
    assert one.id == two.id == "a"
    assert three.id == four.id
    assert three.id.startswith("report-")


def test_empty_lines_are_skipped_and_bad_lines_do_not_stop_the_rest() -> None:
    got = list(read_jsonl([b"\xef\xbb\xbf" + line(id="a"), b"\n", b"  \r\n", b"{broken\n", line(id="b") + b"\r\n"]))
    assert [r.id if isinstance(r, Report) else r.where for r in got] == ["a", "line:4", "b"]


@pytest.mark.parametrize(
    ("raw", "where", "error"),
    [
        (b'{"text": }', "line:1", "The line is not JSON: Expecting value at character 10."),
        (b"[1, 2]", "line:1", 'The line is a list, but must be a JSON object with a "text".'),
        (b'"text"', "line:1", 'The line is a string, but must be a JSON object with a "text".'),
        (b"null", "line:1", 'The line is null, but must be a JSON object with a "text".'),
        (b'{"id": "r1"}', "r1", 'The record has no "text".'),
        (b'{"id": "r1", "text": null}', "r1", 'The record has no "text".'),
        (line(id="r1", text=["a"]), "r1", 'The record\'s "text" is a list, but must be a string.'),
        (line(id="r1", text=" \n"), "r1", 'The record\'s "text" is empty, and it has no title.'),
        (line(id=7), "line:1", 'The record\'s "id" is a number, but must be a string.'),
        (line(id=True), "line:1", 'The record\'s "id" is true or false, but must be a string.'),
        (line(id=""), "line:1", 'The record\'s "id" is an empty string; give it one, or leave the key out.'),
        (line(id="r1", title=5), "r1", 'The record\'s "title" is a number, but must be a string.'),
        (line(id="r1", outlet={}), "r1", 'The record\'s "outlet" is an object, but must be a string.'),
        (line(id="r1", published=20190317), "r1", 'The record\'s "published" is a number, but must be a string.'),
        (
            b'{"id": "r1", "text": "\\ud83d"}',
            "r1",
            'The record\'s "text" has half a character in it (a lone surrogate), which is no text.',
        ),
        (
            b'{"id": "\\ud83d", "text": "a"}',
            "line:1",
            'The record\'s "id" has half a character in it (a lone surrogate), which is no text.',
        ),
        (b'{"text": "\xc7\xe1"}', "line:1", "The line is not UTF-8 (byte 11); save the file in UTF-8."),
        (b'{"text": ' + b"[" * 100_000, "line:1", "The line is not a record: it is nested too deeply."),
        (
            b'{"a": ' + b"9" * 5000 + b"}",
            "line:1",
            "The line is not JSON that can be read: a number in it is too long.",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(raw: bytes, where: str, error: str) -> None:
    assert list(read_jsonl([raw])) == [BadInput(where=where, error=error)]


@pytest.mark.parametrize(
    "published",
    ["2019-13-45", "17/03/2019", "2019-03-17T21:40:00", "yesterday", "2019-W11-7", "20190317", "2019-03-17T25:00:00Z"],
)
def test_a_date_that_is_none_is_refused(published: str) -> None:
    [bad] = read_jsonl([line(id="r1", published=published)])
    assert bad == BadInput(
        where="r1",
        error=f'The record\'s "published" is «{published}», but must be a date like 2019-03-17 '
        "or a time like 2019-03-17T21:40:00+03:00.",
    )


def test_a_report_too_long_is_refused() -> None:
    [bad] = read_jsonl([line(id="r1", text="ا" * 5_000_001)])
    assert bad == BadInput(
        where="r1", error="The report is longer than 5,000,000 characters; if it holds several, give each by itself."
    )
