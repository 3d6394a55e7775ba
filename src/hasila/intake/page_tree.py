"""The tree of a page: parsing it, and what in it stands outside the article."""

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

# Names that themes give to what surrounds an article; matched as whole parts of class and id.
_OUTSIDE = re.compile(
    r"(?:^|[\s_-])(?:related|similar|recommend\w*|comments?|respond|reply|sidebar|side|widgets?|ticker|breaking|today|now|clock|"
    r"current|weather|footer|nav|navbar|navigation|menu|topbar|top-bar|most|latest|popular|trending|newsletter|share|sharing|"
    r"social|ads?|advert\w*|banner|updated?|modified|author-box)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OUTSIDE_TAGS = {"aside", "nav", "footer"}
_SMALL = 20  # children of the largest element that may be one paragraph
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def parse(source: str) -> HtmlElement | None:
    """The tree of a page's source; None where there is nothing to parse."""
    # As bytes with the encoding said: a charset that the page declares wrongly must not be believed again.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(source.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def squeeze(text: str | None) -> str:
    """
    Text with single spaces and without invisible marks: for comparing what stands twice on a page.

    >>> squeeze("قصف \\u200f على  البلدة ")
    'قصف على البلدة'
    """
    return _SPACE.sub(" ", _INVISIBLE.sub("", text or "")).strip()


def content(element: HtmlElement) -> str:
    """All the text inside an element, pieces set apart: «126» and «1» of two counters never become 1261."""
    return squeeze(" ".join(text for text in element.itertext()))


def stands_outside(element: HtmlElement) -> bool:
    """Whether an element belongs to what surrounds the article: menus, tickers, comments, other items, a clock."""
    return any(_is_outside(node) for node in (element, *element.iterancestors()))


def _is_outside(node: HtmlElement) -> bool:
    if node.tag in _OUTSIDE_TAGS:
        return True
    if node.tag in ("html", "body", "main") or not _OUTSIDE.search(f"{node.get('class', '')} {node.get('id', '')}"):
        return False
    # Themes put names like "with-sidebar" on the frame of the whole page: the headline stands inside it.
    return next(node.iter("h1"), None) is None


def lines_outside(tree: HtmlElement, lines: list[str]) -> set[str]:
    """Those lines of an extracted text, squeezed, that stand only in what surrounds the article."""
    # Lines of lists bear the dash that the extractor sets before them.
    wanted = {squeeze(line).removeprefix("- "): len(line) for line in lines}
    found: set[str] = set()
    for element in elements(tree):
        if _is_outside(element):
            here = {content(part) for part in element.iter() if isinstance(part.tag, str) and len(part) <= _SMALL}
            # A frame around half of the text is the article's, whatever its name.
            if 2 * sum(wanted.get(text, 0) for text in here) < sum(wanted.values()):
                found |= here & wanted.keys()
    if not found:
        return found
    inside = {content(e) for e in elements(tree) if len(e) <= _SMALL and not stands_outside(e)}
    return found - inside


def elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of a tree in the order of the page, without scripts and styles."""
    for element in tree.iter(etree.Element):
        if element.tag not in ("script", "style", "noscript", "template", "svg"):
            yield element


def drop_link_cells(tree: HtmlElement) -> None:
    """Take away table cells that are nothing but links: the menus and headline columns of old layouts."""
    for cell in list(tree.iter("td", "th")):
        links = [content(link) for link in cell.iter("a")]
        words = len(content(cell))
        if len(links) >= 2 and sum(map(len, links)) >= 0.7 * words and cell.getparent() is not None:
            cell.drop_tree()
