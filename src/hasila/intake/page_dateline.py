"""The dateline that an article shows: a <time> or a written date between its headline and its first paragraph."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Literal

from lxml.html import HtmlElement

from hasila.intake.furniture import is_prose
from hasila.intake.page_tree import content, elements, squeeze, stands_outside
from hasila.intake.when import metadata_date

_MONTHS = (
    "يناير جانفي كانون_الثاني january jan", "فبراير فيفري شباط february feb", "مارس آذار اذار march mar",
    "أبريل ابريل إبريل أفريل نيسان april apr", "مايو ماي أيار ايار may", "يونيو يونيه جوان حزيران june jun",
    "يوليو يوليه جويلية تموز july jul", "أغسطس اغسطس غشت أوت آب اب august aug",
    "سبتمبر شتنبر أيلول ايلول september sep", "أكتوبر اكتوبر تشرين_الأول تشرين_الاول october oct",
    "نوفمبر نونبر تشرين_الثاني november nov", "ديسمبر دجنبر كانون_الأول كانون_الاول december dec",
)  # fmt: skip
_NUMBER_OF = {name.replace("_", " "): n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
_NAMES = "|".join(sorted(map(re.escape, _NUMBER_OF), key=len, reverse=True)).replace(r"\ ", r"\s+")
_MONTH = rf"({_NAMES})(?:\s*[/(]\s*(?:{_NAMES})\)?)?"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\s+من)?\s*[ ,،/-]?\s*{_MONTH}\s*[,،/-]?\s*(\d{{4}})(?!\d)", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"(?<!\w){_MONTH}\s+(\d{{1,2}})\s*[,،]\s*(\d{{4}})(?!\d)", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![\d/.-])(?:\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?![\d/.-])")
_UPDATED = re.compile(r"آخر\s+تحديث|اخر\s+تحديث|تم\s+التحديث|تحديث|مُحدَّث|حُدّ?ث|updated", re.IGNORECASE)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

_LONGEST = 120  # code points of the longest dateline
_BLOCK = 400  # elements between headline and first paragraph that are looked at


def read_dateline(
    tree: HtmlElement, title: str | None, body: str
) -> tuple[date | datetime, Literal["metadata", "page"]] | None:
    """
    The date in the header of the article and whether its markup or only its words tell it; None where unclear.

    Looked at is only what stands between the headline and the first words of `body`, and beside the headline:
    a banner of today's date, a related item or a comment stands elsewhere. Two different days are no day.
    """
    header = list(_header(tree, title, body))
    for element in header:
        if element.tag == "time":
            moment = metadata_date(element.get("datetime") or "")
            if moment:
                return moment, "metadata"
    days = {day for element in header if (day := _day_of(element))}
    return (days.pop(), "page") if len(days) == 1 else None


def written_date(text: str) -> date | None:
    """
    The one day that a dateline tells; None for none, for two, and for the day of an update.

    >>> written_date("نُشر في: الأحد 17 آذار/مارس 2019 - 21:40"), written_date("آخر تحديث 18 مارس 2019")
    (datetime.date(2019, 3, 17), None)
    """
    text = squeeze(text).translate(_DIGITS)
    update = _UPDATED.search(text)
    if update:
        if not _days(text[update.start() :]):
            return None  # «28 آب 2013، آخر تحديث 14:00»: the day of the update
        text = text[: update.start()]
    days = _days(text)
    return days.pop() if len(days) == 1 else None


def is_dateline(line: str) -> bool:
    """
    Whether a line of an extracted text is the article's dateline: short, no prose, with a date or word of an update.

    >>> is_dateline("كتب: مراسلنا | 17 مارس 2019"), is_dateline("قُتل مدنيان في 17 مارس 2019 في غارة على القرية.")
    (True, False)
    """
    if len(line) > _LONGEST or is_prose(line):
        return False
    text = squeeze(line).translate(_DIGITS)
    return bool(_days(text) or _UPDATED.match(text))


def _days(text: str) -> set[date]:
    found = [(y, _number(m), d) for d, m, y in _DAY_FIRST.findall(text)]
    found += [(y, _number(m), d) for m, d, y in _MONTH_FIRST.findall(text)]
    days = set()
    for year, month, day in found:
        try:
            days.add(date(int(year), month, int(day)))
        except ValueError:
            continue
    numeric = {day for written in _NUMERIC.findall(text) if (day := metadata_date(written))}
    return days | {day.date() if isinstance(day, datetime) else day for day in numeric}


def _number(month: str) -> int:
    return _NUMBER_OF[re.sub(r"\s+", " ", month).lower()]


def _day_of(element: HtmlElement) -> date | None:
    text = content(element)
    # An element around a whole block tells its date by the element inside it.
    return written_date(text) if len(text) <= _LONGEST else None


def _header(tree: HtmlElement, title: str | None, body: str) -> Iterator[HtmlElement]:
    heading = _headline(tree, title)
    if heading is None:
        return
    inside = set(heading.iter())
    for element in _beside(heading):
        if element not in inside and not stands_outside(element):
            yield element
    lines = body.split("\n")
    opening = squeeze(next((line for line in lines if is_prose(line)), lines[0]))[:40]
    passed, seen = False, 0
    for element in elements(tree):
        passed = passed or element is heading
        if not passed or element in inside:
            continue
        seen += 1
        own = content(element)
        if seen > _BLOCK or (opening and own.startswith(opening)):
            return
        # A block that holds both dateline and text is looked into, not at.
        if not (opening and opening in own) and not stands_outside(element):
            yield element


def _headline(tree: HtmlElement, title: str | None) -> HtmlElement | None:
    """The element that shows the title: a heading, or in old pages any small element."""
    wanted = squeeze(title)
    if not wanted:
        return None
    for tags in (("h1",), ("h2", "h3", "h4"), ("b", "strong", "font", "span", "td", "p", "div")):
        for element in tree.iter(*tags):
            if content(element) == wanted and not any(a.tag == "a" for a in element.iterancestors()):
                return element
    return None


def _beside(heading: HtmlElement) -> Iterator[HtmlElement]:
    """What stands before the headline in the same block: many themes set the date above it."""
    parent = heading.getparent()
    if parent is None or parent.tag in ("body", "main", "html"):
        return
    for before in heading.itersiblings(preceding=True):
        yield from elements(before)
