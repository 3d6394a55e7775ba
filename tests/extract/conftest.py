"""What the specifications of extraction share: a text in, its claims out, with no gazetteer."""

from collections.abc import Callable
from datetime import date

import pytest

from hasila import Gazetteer, load_pack, read, report_of
from hasila.model.claim import Claim

PACK = load_pack("ar")
NOWHERE = Gazetteer([])


@pytest.fixture(scope="session")
def claims_of() -> Callable[..., tuple[Claim, ...]]:
    """The claims of a text that was published on Wednesday, 10 March 2021."""

    def claims(text: str, title: str | None = None) -> tuple[Claim, ...]:
        return read(report_of(text, title=title, published=date(2021, 3, 10)), PACK, NOWHERE).claims

    return claims
