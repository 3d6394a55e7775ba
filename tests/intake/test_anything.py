"""Whatever is given: told apart by content, and a sentence for what is no report."""

import gzip
import io
import time
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hasila.intake import BadInput, furniture, read_any, read_jsonl, read_page, read_text
from hasila.model.report import Report

TEXT = "قُتل مدنيان في غارة على أطراف البلدة مساء اليوم، وأُصيب ثلاثة آخرون."
RECORD = '{"id": "r1", "text": "قُتل مدنيان في غارة."}'


def one(data: bytes, name: str = "file") -> Report | BadInput:
    [got] = read_any(data, name)
    return got


def test_a_text_is_kept_to_the_last_space_and_gets_no_title() -> None:
    text = f"\n الشأن السوري\r\n\r\n{TEXT}\n\n6 126 1\n"
    report = one(text.encode())
    assert isinstance(report, Report)
    assert (report.title, report.text, report.words, report.extractor) == (None, text, text, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1256", "iso-8859-6"])
def test_the_encodings_of_arabic_are_read(encoding: str) -> None:
    text = TEXT.replace("ُ", "") if encoding == "iso-8859-6" else TEXT
    report = one(text.encode(encoding))
    assert isinstance(report, Report)
    assert report.text == text


@pytest.mark.parametrize("name", ["reports.jsonl", "reports.txt", "-"])
def test_json_lines_are_known_by_content(name: str) -> None:
    got = list(read_any(f"{RECORD}\n{{broken\n{RECORD}\n".encode(), name))
    assert [r.id if isinstance(r, Report) else r.where for r in got] == ["r1", "line:2", "r1"]


def test_json_lines_are_known_by_name_where_the_first_line_is_broken() -> None:
    got = list(read_any(f"broken\n{RECORD}".encode(), "reports.jsonl"))
    assert [r.id if isinstance(r, Report) else r.where for r in got] == ["line:1", "r1"]


def test_json_lines_in_utf_16_are_read() -> None:
    got = list(read_any(f"{RECORD}\n{RECORD}\n".encode("utf-16"), "reports.jsonl"))
    assert [r.id for r in got if isinstance(r, Report)] == ["r1", "r1"]


@pytest.mark.parametrize("name", ["page.html", "page.txt", "-"])
def test_a_page_is_known_by_content(name: str) -> None:
    page = f"<html><head><title>غارة على أطراف البلدة</title></head><body><p>{TEXT}</p></body></html>"
    report = one(page.encode(), name)
    assert isinstance(report, Report)
    assert report.title == "غارة على أطراف البلدة"
    assert report.text == TEXT


def test_a_text_that_quotes_a_tag_is_a_text() -> None:
    report = one(f"{TEXT}\n<b>عاجل</b>".encode(), "post.txt")
    assert isinstance(report, Report)
    assert report.text.endswith("<b>عاجل</b>")


def test_the_argument_gives_the_date() -> None:
    [report] = read_any(TEXT.encode(), "post.txt", date(2019, 3, 17))
    assert isinstance(report, Report)
    assert (report.published, report.published_from) == (date(2019, 3, 17), "argument")


def zipped() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("a.txt", TEXT)
    return whole.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "The file is empty; give a page, a text file or JSON Lines of reports."),
        (b" \n\t\r\n", "The file has only white space in it; give a page, a text file or JSON Lines of reports."),
        (b"\xef\xbb\xbf", "There is no text in it; give a file with the report's text."),
        ("\u00a0\u3000".encode(), "There is no text in it; give a file with the report's text."),
        (b"%PDF-1.7\n...", "This is a PDF file; give a page, a text file or JSON Lines of reports."),
        (b"\x89PNG\r\n\x1a\n\x00", "This is a PNG picture; give a page, a text file or JSON Lines of reports."),
        (
            zipped(),
            "This is a ZIP archive (a Word or Excel file, or a web archive); "
            "give a page, a text file or JSON Lines of reports.",
        ),
        (gzip.compress(b"a", mtime=0), "This is a gzip file; give a page, a text file or JSON Lines of reports."),
        (b"ab\x00\x01\x02cd" * 50, "This is a binary file, not text; give a page, a text file or JSON Lines."),
        (
            bytes(range(128, 256)) * 20,
            "The text is neither in UTF-8 nor in windows-1256; save it in UTF-8 and read it again.",
        ),
        (
            "Des bombardements ont \xe9t\xe9 signal\xe9s".encode("latin-1"),
            "The text is neither in UTF-8 nor in windows-1256; save it in UTF-8 and read it again.",
        ),
        (f"[{RECORD}]".encode(), "This is a JSON list; write one report a line (JSON Lines) and read that."),
        (
            b'<?xml version="1.0"?><rss><channel></channel></rss>',
            "This is a feed; save its articles as pages, and read that.",
        ),
    ],
)
def test_what_is_no_report_is_told_so_in_one_sentence(data: bytes, error: str) -> None:
    assert one(data, "file.bin") == BadInput(where="file.bin", error=error)


@pytest.mark.parametrize("prefix", [b"", b"<html><p>", b'{"text": "'])
def test_fifty_megabytes_of_one_line_are_refused_at_once(prefix: bytes) -> None:
    data = prefix + b"a" * 50_000_000
    started = time.perf_counter()
    bad = one(data, "long.txt")
    assert isinstance(bad, BadInput)
    assert bad.error == "The report is longer than 5,000,000 characters; if it holds several, give each by itself."
    assert time.perf_counter() - started < 2


def test_a_page_nested_very_deeply_is_read_or_refused() -> None:
    assert isinstance(one(b"<div>" * 100_000 + TEXT.encode(), "deep.html"), Report | BadInput)


ARABIC = st.text(alphabet="ابتجدرسعقلمنهوية،.؟!:\n \u064f\u0640\u200f0123٤٥-_#…🔴", max_size=300)
HEADERS = st.sampled_from(
    ["مقالات ذات صلة", "التعليقات", "اقرأ أيضاً:", "6 126 1", "الرئيسية", "سياسة", TEXT, "", "مقتل خمسة"]
)


@settings(deadline=None, max_examples=150)
@given(
    st.one_of(st.binary(max_size=400), ARABIC.map(str.encode), ARABIC.map(lambda t: t.encode("utf-16"))),
    st.sampled_from(["a", "a.html", "a.jsonl"]),
)
def test_any_bytes_give_reports_or_a_sentence(data: bytes, name: str) -> None:
    for got in (*read_any(data, name), read_text(data), read_page(data), *read_jsonl(data.split(b"\n"))):
        assert isinstance(got, Report | BadInput)
        if isinstance(got, BadInput):
            assert got.where and got.error.endswith(".")
        else:
            assert got.words.strip()


TAGS = st.sampled_from(
    [
        "<div class=related>",
        "</div>",
        "<p>",
        "<h1>",
        "</h1>",
        "<a href=x>",
        "<time datetime=2019>",
        "<table>",
        "<td>",
        "<article>",
        "<meta property=og:title content=x>",
        "<script type=application/ld+json>[]</script>",
        TEXT,
        "<!--",
        "&#0;",
        "<title>",
    ]
)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.one_of(TAGS, ARABIC), max_size=25))
def test_any_soup_of_tags_gives_a_report_or_a_sentence(parts: list[str]) -> None:
    assert isinstance(read_page("".join(parts).encode()), Report | BadInput)


@settings(deadline=None)
@given(st.one_of(ARABIC, st.text(max_size=300), st.lists(HEADERS, max_size=12).map("\n".join)))
def test_furniture_is_sorted_disjoint_and_inside_the_words(words: str) -> None:
    ranges = furniture(words)
    bounds = [bound for pair in ranges for bound in pair]
    assert bounds == sorted(bounds)
    assert all(0 <= start < end <= len(words) for start, end in ranges)
    assert all(words[start:end] == words[start:end].strip() for start, end in ranges)


@settings(deadline=None)
@given(st.binary(max_size=300).filter(lambda b: b.strip()))
def test_a_text_in_utf8_comes_back_byte_for_byte(data: bytes) -> None:
    report = read_text(data)
    if isinstance(report, Report) and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        assert data in (
            report.text.encode("utf-8"),
            report.text.encode("cp1256", "replace"),
            report.text.encode("iso-8859-6", "replace"),
        )
