"""What was once worked out for a word: words come again and again, within a report and from report to report."""

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")
# How many words are remembered.
_REMEMBERED = 100_000


class Remembered(dict[str, V]):
    """
    What is known of words, each worked out when it is first met; too many, and it begins anew.

    >>> lengths = Remembered(len)
    >>> lengths["قصف"], dict(lengths)
    (3, {'قصف': 3})
    """

    def __init__(self, work_out: Callable[[str], V]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> V:
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[word] = self._work_out(word)
        return found
