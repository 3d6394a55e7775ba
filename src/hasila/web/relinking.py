"""Linking from the desk: at once in a small register, on a button in a large one."""

import threading

from hasila.home import home
from hasila.link.copies import families
from hasila.pipeline import link as pipeline_link
from hasila.register.linking import Link, relink
from hasila.register.models import Chain
from hasila.register.models import Reading as ReadingRow
from hasila.web.planning import refresh_statistics

SMALL = 300
"""Readings that are linked within about a second: up to so many nobody has to ask for it."""

_one_at_a_time = threading.Lock()


def link_now(link: Link = pipeline_link) -> int:
    """Link all reports, and remember of which state of the register the incidents tell; gives how many there are."""
    with _one_at_a_time:
        seen = _state()
        made = relink(link, families)
        refresh_statistics()
        (home() / "linked").write_text(seen, "ascii")
    return made


def is_stale() -> bool:
    """Reports were added or judgements made since the last link."""
    try:
        return (home() / "linked").read_text("ascii") != _state()
    except OSError:
        return True


def keep_fresh() -> bool:
    """Link a small register if it has changed. True where it has changed and is too large for that."""
    if not is_stale():
        return False
    if ReadingRow.objects.count() > SMALL:
        return True
    link_now()
    return False


def _state() -> str:
    """How many readings and judgements there are: both only grow."""
    chain = Chain.objects.filter(pk=1).first()
    return f"{ReadingRow.objects.count()} {chain.length if chain else 0}"
