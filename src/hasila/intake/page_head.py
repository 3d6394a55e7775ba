"""What a page says about itself: title, outlet, address, and the publication date of its metadata."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lxml.html import HtmlElement

from hasila.intake.page_tree import content, squeeze, stands_outside
from hasila.intake.when import metadata_date

_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
)
_PAGE_TYPES = ("WebPage", "ItemPage")
_SURE_DATES = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "publishdate", "publish-date", "publish_date", "pubdate", "published_time", "publication_date", "publicationdate",
    "published-date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article_date_original",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date.published",
)  # fmt: skip
_LOOSE_DATES = ("dc.date", "dcterms.date", "date", "article.date", "release_date")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_SEPARATOR = re.compile(r"\s+[|»›:•·–—-]{1,2}\s+|\s*[|»]\s*")
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Head:
    """A page about itself; None for what it does not say."""

    title: str | None
    outlet: str | None
    url: str | None
    published: date | datetime | None


@dataclass(frozen=True, slots=True)
class _Said:
    """What one kind of metadata says."""

    title: str | None = None
    outlet: str | None = None
    published: date | datetime | None = None


def read_head(tree: HtmlElement) -> Head:
    """Read the metadata of a page; a date is never taken from what surrounds the article."""
    meta = _meta(tree)
    heading = _heading(tree)
    linked = _linked_data(tree, meta.get("og:title") or heading)
    outlet = next((meta[key] for key in _OUTLETS if meta.get(key)), None) or linked.outlet
    title, named = _title(tree, meta.get("og:title") or linked.title, heading, outlet)
    return Head(
        title=title,
        outlet=outlet or named,
        url=_address(tree, meta),
        published=(
            _first_date(meta, _SURE_DATES) or linked.published or _marked_date(tree) or _first_date(meta, _LOOSE_DATES)
        ),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The metas of a page, first ones first, by lower-case property or name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = squeeze(element.get("content"))
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            # An itemprop in the body may be a related item's: it is read where it stands, by _marked_date.
            if name and value and not (key == "itemprop" and any(a.tag == "body" for a in element.iterancestors())):
                found.setdefault(name, value)
    return found


def _first_date(meta: dict[str, str], keys: tuple[str, ...]) -> date | datetime | None:
    return next((day for key in keys if key in meta and (day := metadata_date(meta[key]))), None)


def _marked_date(tree: HtmlElement) -> date | datetime | None:
    """A date that the page marks as its own with itemprop="datePublished", or with the old pubdate."""
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        day = metadata_date(element.get("content") or element.get("datetime") or "")
        if day and not stands_outside(element):
            return day
    return None


def _address(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = tree.xpath("//link[@rel='canonical']/@href")
    given = squeeze(links[0]) if links else ""
    return next((url for url in (given, meta.get("og:url", "")) if url.startswith(("http://", "https://"))), None)


def _linked_data(tree: HtmlElement, title: str | None) -> _Said:
    """What the JSON-LD says of the article; where it describes several, of the one with this page's title."""
    items = [item for script in tree.iter("script") if "ld+json" in script.get("type", "") for item in _items(script)]
    articles = [item for item in items if _is_a(item, _ARTICLE_TYPES)]
    if len(articles) > 1:
        articles = [item for item in articles if _same(item.get("headline") or item.get("name"), title)]
    pages = [item for item in items if _is_a(item, _PAGE_TYPES)]
    item = next(iter(articles), None) or (pages[0] if len(pages) == 1 else None)
    if item is None:
        return _Said()
    publisher = item.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    name = publisher.get("name") if isinstance(publisher, dict) else None
    headline, day = item.get("headline"), item.get("datePublished")
    return _Said(
        title=squeeze(headline) or None if isinstance(headline, str) else None,
        outlet=squeeze(name) or None if isinstance(name, str) else None,
        published=metadata_date(day) if isinstance(day, str) else None,
    )


def _items(script: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects at the top of a JSON-LD script and in its @graph; not those inside lists of other articles."""
    try:
        data = json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _is_a(item: dict[str, Any], types: tuple[str, ...]) -> bool:
    told = item.get("@type")
    return any(one in types for one in (told if isinstance(told, list) else [told]) if isinstance(one, str))


def _letters(text: object) -> str:
    return _NOT_LETTERS.sub("", text).lower() if isinstance(text, str) else ""


def _same(one: object, other: object) -> bool:
    a, b = _letters(one), _letters(other)
    return bool(a and b) and (a in b or b in a)


def _heading(tree: HtmlElement) -> str | None:
    """The page's h1: the longest that stands in no menu or banner and is no mere name."""
    texts = [content(h) for h in tree.iter("h1") if not stands_outside(h)]
    return max((text for text in texts if len(text.split()) >= 2), key=len, default=None)


def _title(
    tree: HtmlElement, told: str | None, heading: str | None, outlet: str | None
) -> tuple[str | None, str | None]:
    """The headline without the outlet's name, and the outlet's name where only the title bears it."""
    titles = tree.xpath("//head/title") or tree.xpath("//title")
    window = content(titles[0]) if titles else None
    if told and _same(told, outlet) and len(_letters(told)) <= len(_letters(outlet)):
        told = None  # some sites give their own name as the title of every page
    full = told or heading or window
    if not full:
        return None, None
    plain, suffix = _without_outlet(full, [heading] if heading else list(_shown(tree)), outlet)
    if suffix is None and window and window != full:
        # The title of the window is «headline | outlet» where the headline stands alone elsewhere.
        front, back = _without_outlet(window, [plain], outlet)
        suffix = back if _letters(front) == _letters(plain) else None
    return plain, suffix


def _without_outlet(full: str, headings: Iterable[str], outlet: str | None) -> tuple[str, str | None]:
    breaks = list(_SEPARATOR.finditer(full))
    for cut in breaks:
        front, back = full[: cut.start()].strip(), full[cut.end() :].strip()
        if not (front and back):
            continue
        if any(_letters(front) == _letters(shown) for shown in headings):
            return front, _SEPARATOR.split(back)[-1].strip() or None
        if any(_letters(back) == _letters(shown) for shown in headings):
            return back, front
    if breaks and outlet:
        front, back = full[: breaks[-1].start()].strip(), full[breaks[-1].end() :].strip()
        if front and _same(back, outlet):
            return front, back
    return full, None


def _shown(tree: HtmlElement) -> Iterator[str]:
    """What the page shows large or bold: in old layouts the headline is no heading."""
    for element in tree.iter("h1", "h2", "b", "strong", "font", "big"):
        if len(element) <= 3:
            yield content(element)
