"""A report given as a saved page."""

from datetime import date, datetime

from hasila.intake.bad_input import REPORT_BYTES, REPORT_CHARACTERS, BadInput, too_long
from hasila.intake.decode import decode_page
from hasila.intake.plain import unreadable
from hasila.intake.sniff import binary_kind
from hasila.model.report import Report, report_of

PAGE = "a page"


def read_page(
    data: bytes, *, published: date | datetime | None = None, url: str | None = None, name: str | None = None
) -> Report | BadInput:
    """
    The report on a saved HTML page: its article with title, outlet, date and address, without the page's furniture.

    `published` wins over what the page says; without it the date is the page's metadata, else the dateline that
    the article shows, else unknown. `url` wins over the page's own. `name` stands in errors.

    >>> page = '<meta property="og:title" content="غارة على البلدة"><p>قُتل مدنيان في غارة على أطراف البلدة مساء أمس.'
    >>> read_page(page.encode("cp1256"), published=date(2019, 3, 17)).words
    'غارة على البلدة\\nقُتل مدنيان في غارة على أطراف البلدة مساء أمس.'
    """
    where = name or PAGE
    if len(data) > REPORT_BYTES:
        return too_long(where)
    what = binary_kind(data)
    if what:
        return BadInput(where=where, error=f"This is {what}, not a page; save the page as HTML and read that.")
    source = decode_page(data)
    if source is None:
        return unreadable(where, data)
    return report_of_page(source, published=published, url=url, name=where)


def report_of_page(
    source: str, *, published: date | datetime | None = None, url: str | None = None, name: str = PAGE
) -> Report | BadInput:
    """A report of a page's decoded source, or why it is none."""
    if len(source) > REPORT_CHARACTERS:
        return too_long(name)
    # Imported here: lxml and trafilatura take 0.4 s, which the start of the command line must not wait for.
    from hasila.intake import page_body, page_dateline, page_head, page_tree

    tree = page_tree.parse(source)
    if tree is None:
        return _no_text(name)
    head = page_head.read_head(tree)
    page_tree.drop_link_cells(tree)
    text = page_body.read_body(tree, head.title)
    if not text:
        return _no_text(name)
    if page_body.is_list(tree, text):
        return BadInput(where=name, error="This page is a list of articles, not an article; open one and save that.")
    shown = None if published or head.published else page_dateline.read_dateline(tree, head.title, text)
    day, found = (
        (published, "argument")
        if published
        else (head.published, "metadata")
        if head.published
        else shown or (None, "unknown")
    )
    report = report_of(text, title=head.title, published=day, outlet=head.outlet, url=url or head.url)
    return report.model_copy(update={"published_from": found, "extractor": page_body.EXTRACTOR})


def _no_text(where: str) -> BadInput:
    return BadInput(
        where=where,
        error="There is no article text on this page; if the site loads it by script, copy the text into a text file.",
    )
