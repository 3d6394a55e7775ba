"""Every row of the Arabic pack holds: it finds what its examples say, and nothing in its look-alikes."""

from hasila import load_pack
from hasila.pack.check import check_pack


def test_all_examples_of_the_arabic_pack_hold() -> None:
    assert check_pack(load_pack()) == []
