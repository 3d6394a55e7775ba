"""The article of a page: trafilatura's choice, and then line by line without furniture."""

from functools import cache
from typing import Any

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import use_config

from hasila.intake.furniture import furniture, is_prose
from hasila.intake.page_dateline import is_dateline
from hasila.intake.page_tree import content, elements, lines_outside, squeeze

EXTRACTOR = f"trafilatura {trafilatura.__version__}"

# An article of less than 250 characters trafilatura distrusts: it then gives the words of the whole page.
_DISTRUSTED = 250
_SHORTEST_ARTICLE = 30
_SURELY_LONG = 1500  # characters from which an article is no such case
_ITEMS_OF_A_LIST = 3
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@cache
def _config(shortest: int) -> Any:
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(shortest))
    return config


def read_body(tree: HtmlElement, title: str | None) -> str:
    """The text of the article, a line for a paragraph; "" where there is none."""
    lines = _extracted(tree, _DISTRUSTED)
    outside = lines_outside(tree, lines)
    kept = [line for line in lines if squeeze(line).removeprefix("- ") not in outside]
    if outside or len(lines) == 1 or sum(map(len, lines)) < _SURELY_LONG:
        short = _extracted(tree, _SHORTEST_ARTICLE)
        if _is_the_article(short, lines, kept):
            kept = short
    kept = _without_furniture("\n".join(kept)).split("\n")
    return "\n".join(_without_header(kept, title))


def _extracted(tree: HtmlElement, shortest: int) -> list[str]:
    # `deduplicate` stays off: it remembers what it saw on other pages.
    found: Any = trafilatura.bare_extraction(
        tree, fast=True, include_comments=False, include_tables=True, with_metadata=False, config=_config(shortest)
    )
    text = (found.text or "") if found is not None else ""
    return [line for line in text.split("\n") if line.strip()]


def _is_the_article(short: list[str], lines: list[str], kept: list[str]) -> bool:
    """Whether what is found when short articles are trusted is the article, and the longer text the whole page."""
    whole = squeeze(" ".join(lines))
    if not short or not all(squeeze(line) in whole for line in short):
        return False
    if len(lines) > 1 and sum(map(len, short)) >= _DISTRUSTED:
        return False
    found = {squeeze(line) for line in short}
    more = [line for line in kept if squeeze(line) not in found]
    return len(lines) == 1 or not any(is_prose(line) for line in more)


def _without_furniture(text: str) -> str:
    kept, at = [], 0
    for start, end in furniture(text):
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return "\n".join(line for line in "".join(kept).split("\n") if line.strip())


def _without_header(lines: list[str], title: str | None) -> list[str]:
    """Title and date are fields of their own: lines above the first paragraph that only repeat them are dropped."""
    first = next((at for at, line in enumerate(lines) if is_prose(line)), len(lines))
    if first == len(lines):
        return [line for line in lines if squeeze(line) != squeeze(title)]
    above = [line for line in lines[:first] if not is_dateline(line) and squeeze(line) != squeeze(title)]
    return above + lines[first:]


def is_list(tree: HtmlElement, text: str) -> bool:
    """
    Whether the text is the teasers of a list of articles: each under its own linked headline.

    In an article nearly all paragraphs stand under the headline or under crossheads that lead nowhere.
    """
    wanted = {squeeze(line).removeprefix("- ") for line in text.split("\n")}
    under: dict[HtmlElement | None, int] = {}
    heading: HtmlElement | None = None
    for element in elements(tree):
        if element.tag in _HEADINGS:
            heading = element if _is_linked(element) else None
        elif element.tag in ("p", "div", "span", "li") and (own := content_of(element)) in wanted:
            wanted.discard(own)
            under[heading] = under.get(heading, 0) + 1
    others = under.pop(None, 0)
    return len(under) >= _ITEMS_OF_A_LIST and sum(under.values()) > 2 * others


def _is_linked(heading: HtmlElement) -> bool:
    return next(heading.iter("a"), None) is not None or any(a.tag == "a" for a in heading.iterancestors())


def content_of(element: HtmlElement) -> str:
    """The text of a small element; "" for one that holds others of its kind, which are looked at by themselves."""
    return "" if len(element) > 20 else content(element)
