"""Saved pages: what of a page becomes the report, and where its date comes from."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from hasila.intake import BadInput, read_page
from hasila.model.report import Report

PAGES = Path(__file__).parent / "pages"

LEAD = "أُصيب ثلاثة مزارعين بجروح متفاوتة صباح اليوم بانفجار لغم أرضي في حقل قرب قرية العين."
SECOND = "وقال أحد أقارب المصابين إن اللغم كان مدفوناً على طرف الحقل منذ سنوات."
TITLE = "إصابة ثلاثة مزارعين بانفجار لغم قرب قرية العين"


def page(head: str = "", body: str = "", charset: str = "") -> str:
    """A small page with the two paragraphs, and what a test adds to its head and around its article."""
    return (
        f'<!DOCTYPE html><html dir="rtl"><head>{charset}<title>{TITLE}</title>{head}</head><body>{body}'
        f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{SECOND}</p></article></body></html>"
    )


def saved(name: str) -> Report:
    report = read_page((PAGES / name).read_bytes(), name=name)
    assert isinstance(report, Report)
    return report


def read(source: str, encoding: str = "utf-8", **given: object) -> Report:
    report = read_page(source.encode(encoding), **given)  # type: ignore[arg-type]
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ('<meta charset="windows-1256">', "cp1256"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">', "cp1256"),
        ("", "cp1256"),
        ('<meta charset="utf-8">', "cp1256"),
        ('<meta charset="iso-8859-1">', "cp1256"),
        ('<meta charset="no-such-charset">', "cp1256"),
        ('<meta charset="iso-8859-6">', "iso-8859-6"),
        ("", "iso-8859-6"),
        ('<meta charset="utf-8">', "utf-8"),
        ("", "utf-8"),
        ('<meta charset="windows-1256">', "utf-8"),
        ('<meta charset="utf-8">', "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_letters_survive_whatever_charset_is_declared(charset: str, encoding: str) -> None:
    report = read(page(charset=charset), encoding)
    assert (report.title, report.text) == (TITLE, f"{LEAD}\n{SECOND}")


def test_utf8_that_was_read_as_windows_1256_and_saved_again_is_mended() -> None:
    mangled = page().encode("utf-8").decode("cp1256")
    assert read(mangled).text == f"{LEAD}\n{SECOND}"


def test_a_page_cut_in_the_middle_of_a_letter_is_read() -> None:
    whole = page().encode()
    cut = whole[: whole.index(b"</article>") - 6]
    assert LEAD in read_page(cut).text  # type: ignore[union-attr]


def test_only_the_article_is_read_from_a_noisy_page() -> None:
    report = saved("noisy.html")
    assert report.title == "مقتل سبعة مدنيين في قصف على سوق بلدة الرمّانة"
    assert report.outlet == "وكالة النهر"
    assert report.url == "https://nahr.example/2019/03/souq"
    assert report.published == datetime(2019, 3, 17, 21, 40, tzinfo=timezone(timedelta(hours=3)))
    assert report.published_from == "metadata"
    assert report.extractor is not None and report.extractor.startswith("trafilatura ")
    assert report.text == (
        "قُتل سبعة مدنيين بينهم طفلان وأُصيب أحد عشر آخرون، مساء اليوم الأحد، "
        "في قصف مدفعي استهدف سوقاً شعبية في بلدة الرمّانة.\n"
        "وقال مسعف من فرق الإنقاذ في البلدة إن القذائف سقطت في ساعة الذروة، وإن أربعة من المصابين في حالة حرجة.\n"
        "نزوح من الأحياء الشمالية\n"
        "وأضاف المسعف أن عشرات العائلات نزحت من الأحياء الشمالية للبلدة نحو القرى المجاورة، "
        "فيما تواصل القصف حتى ساعات الليل.\n"
        "ولم يصدر تعليق من أي جهة عن القصف، وقال شاهد إن طائرة استطلاع حلّقت فوق البلدة قبل سقوط القذائف بساعة.\n"
        "يُذكر أن البلدة تعرضت لقصف مماثل قبل شهر أسفر عن إصابة ثلاثة أشخاص."
    )


def test_a_banner_of_today_other_items_and_comments_give_no_date() -> None:
    report = saved("today_banner.html")
    assert (report.published, report.published_from) == (None, "unknown")
    assert report.title == TITLE
    assert report.outlet == "صحيفة السهل"
    assert "200" not in report.text
    assert "33" not in report.text
    assert report.text.count("\n") == 2


def test_the_dateline_of_the_article_is_read_and_its_update_is_not() -> None:
    report = saved("dateline.html")
    assert (report.published, report.published_from) == (date(2019, 3, 17), "page")


def test_the_argument_wins_over_metadata() -> None:
    report = read((PAGES / "noisy.html").read_text("utf-8"), published=date(2019, 3, 18))
    assert (report.published, report.published_from) == (date(2019, 3, 18), "argument")


def test_an_old_page_of_tables_without_charset_is_read_without_its_columns_of_links() -> None:
    report = read((PAGES / "old_table.html").read_text("utf-8"), "cp1256")
    assert (report.title, report.outlet) == ("غارة تقتل مدنيين اثنين في قرية التل", "صحيفة السهل")
    assert "قُتل مدنيان اثنان وأُصيبت طفلة" in report.text
    assert "تحت الأنقاض حتى المساء." in report.text
    assert "60" not in report.text
    assert "14" not in report.text


def test_a_list_of_articles_is_no_article() -> None:
    assert read_page((PAGES / "list.html").read_bytes(), name="list.html") == BadInput(
        where="list.html", error="This page is a list of articles, not an article; open one and save that."
    )


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2019-03-17T21:40:00+0300">', "2019-03-17T21:40:00+03:00"),
        ('<meta property="article:published_time" content="2019-03-17T18:40:00Z">', "2019-03-17T18:40:00+00:00"),
        ('<meta property="article:published_time" content="2019-03-17T21:40:00">', "2019-03-17"),
        ('<meta name="pubdate" content="٢٠١٩-٠٣-١٧">', "2019-03-17"),
        ('<meta name="DC.date.issued" content="17/03/2019">', "2019-03-17"),
        ('<meta name="date" content="Sun, 17 Mar 2019 21:40:00 +0300">', "2019-03-17T21:40:00+03:00"),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2019-03-17"}]}</script>',
            "2019-03-17",
        ),
        ('<meta name="date" content="03/04/2019">', "None"),
        ('<meta property="article:modified_time" content="2019-03-17">', "None"),
        ('<meta property="article:published_time" content="today">', "None"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":20190317}</script>', "None"),
        ('<script type="application/ld+json">{broken</script>', "None"),
    ],
)
def test_dates_of_metadata(head: str, published: str) -> None:
    report = read(page(head))
    assert (report.published.isoformat() if report.published else "None") == published
    assert report.published_from == ("unknown" if published == "None" else "metadata")


def test_of_several_articles_in_json_ld_the_one_with_the_title_is_meant() -> None:
    head = (
        '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"خبر آخر","datePublished":"2020-01-01"},'
        f'{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2019-03-17",'
        '"publisher":{"name":"وكالة النهر"}}]</script>'
    )
    report = read(page(head))
    assert (report.published, report.outlet) == (date(2019, 3, 17), "وكالة النهر")


def test_the_dates_of_other_articles_in_json_ld_are_not_this_ones() -> None:
    head = (
        '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"خبر آخر","datePublished":"2020-01-01"},'
        '{"@type":"NewsArticle","headline":"خبر ثالث","datePublished":"2020-01-02"}]</script>'
    )
    assert read(page(head)).published is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("الأحد 17 مارس 2019", date(2019, 3, 17)),
        ("17 كانون الثاني/يناير 2019 | 10:30", date(2019, 1, 17)),
        ("مارس 17, 2019", date(2019, 3, 17)),
        ("١٧ آذار ٢٠١٩", date(2019, 3, 17)),
        ("2019-03-17 21:40", date(2019, 3, 17)),
        ("الأربعاء، 28 آب/أغسطس 2013، آخر تحديث 14:00", None),
        ("قبل 3 ساعات", None),
        ("03/04/2019", None),
        ("17 مارس 2019 / 10 رجب 1440", date(2019, 3, 17)),
    ],
)
def test_datelines_between_headline_and_text(line: str, published: date | None) -> None:
    source = page().replace("</h1>", f'</h1><div class="meta">{line}</div>')
    report = read(source)
    assert report.published == published
    assert report.published_from == ("page" if published else "unknown")
    assert report.text == f"{LEAD}\n{SECOND}"


@pytest.mark.parametrize(
    ("head", "title", "outlet"),
    [
        ("", TITLE, None),
        ('<meta property="og:site_name" content="وكالة النهر">', TITLE, "وكالة النهر"),
        (f'<meta property="og:title" content="{TITLE} - وكالة النهر">', TITLE, "وكالة النهر"),
        (
            f'<meta property="og:title" content="{TITLE} | وكالة النهر"><meta property="og:site_name" content="النهر">',
            TITLE,
            "النهر",
        ),
        (
            '<meta property="og:title" content="وكالة النهر"><meta property="og:site_name" content="وكالة النهر">',
            TITLE,
            "وكالة النهر",
        ),
    ],
)
def test_the_title_is_the_headline_without_the_outlet(head: str, title: str, outlet: str | None) -> None:
    report = read(page(head))
    assert (report.title, report.outlet) == (title, outlet)


def test_a_very_short_article_brings_no_other_items_along() -> None:
    noisy = (PAGES / "noisy.html").read_text("utf-8")
    start, end = noisy.index('<div class="entry-content">'), noisy.index('<div class="tags">')
    report = read(f'{noisy[:start]}<div class="entry-content"><p>{LEAD}</p></div>{noisy[end:]}')
    assert report.text == LEAD


def test_a_page_inside_one_form_is_read() -> None:
    source = page().replace("<article>", '<form id="aspnetForm"><article>').replace("</article>", "</article></form>")
    assert read(source).text == f"{LEAD}\n{SECOND}"


@pytest.mark.parametrize(
    "source", ["<html><body></body></html>", "<html><head><script>var a=1</script></head></html>", "<p>"]
)
def test_a_page_without_text_is_told_so(source: str) -> None:
    bad = read_page(source.encode(), name="empty.html")
    assert bad == BadInput(
        where="empty.html",
        error="There is no article text on this page; if the site loads it by script, copy the text into a text file.",
    )


def test_the_same_page_has_the_same_id() -> None:
    assert read(page()).id == read(page(), "cp1256").id
