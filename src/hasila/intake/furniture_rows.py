"""The words by which page furniture is known: rows of data/ar/furniture.toml, and finding them in a line."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

Cut = Literal["line", "link", "section", "name", "rest"]

# Spelling habits of headers; intake stands beside `text`, so it has its own small table instead of the full fold.
_MARKS = [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, 0x0640]
_INVISIBLE = [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFE0F, 0xFEFF, 0x061C]
_DROPPED = dict.fromkeys([*_MARKS, *_INVISIBLE])
# White space and what is not seen, the marks that turn the direction of text among it: at the edge of a line it says nothing.
EDGE = " \t\r\f\v\u00a0" + "".join(map(chr, _INVISIBLE))
_SPELLING = {**str.maketrans("أإآٱىیةؤئک\u00a0\t", "اااايي" + "هويك  "), **_DROPPED}
_NOT_LETTERS = re.compile(r"[\W\d_]+")
# A letter, and letters and what `plain` drops after it: vowel marks part no word.
_FIRST_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{''.join(map(chr, _DROPPED))}])*|©")

LONGEST_HEADER = 90  # code points; a longer line is no header that says one thing and nothing more
LONGEST_FORM = 80  # code points in which a form must stand
LONGEST_LINK = 320  # code points; a longer line is a paragraph that happens to begin with a link


class FurnitureRow(NamedTuple):
    """One kind of furniture; the head of the data file explains the keys."""

    id: str
    match: Literal["whole", "start"]
    cuts: Cut
    forms: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


class _Index(NamedTuple):
    whole: dict[str, FurnitureRow]
    start: dict[str, list[tuple[str, FurnitureRow]]]
    first_words: set[str]


def plain(line: str) -> str:
    """
    A line without vowel marks and with one spelling of alef, yeh and teh marbuta.

    >>> plain("اقرأ أيضًا")
    'اقرا ايضا'
    """
    return line.translate(_SPELLING).strip().lower()


def letters(line: str) -> str:
    """
    The words of a line, without digits, signs and emoji.

    >>> letters("💡 التعليقات (7)")
    'التعليقات'
    """
    return _NOT_LETTERS.sub(" ", plain(line)).strip()


@cache
def furniture_rows() -> tuple[FurnitureRow, ...]:
    """The rows that the package ships, in the order of the file."""
    raw = tomllib.loads((files("hasila") / "data" / "ar" / "furniture.toml").read_text("utf-8"))
    return tuple(
        FurnitureRow(r["id"], r["match"], r["cuts"], tuple(r["forms"]), tuple(r["yes"]), tuple(r["no"]))
        for r in raw["row"]
    )


@cache
def _index() -> _Index:
    index = _Index({}, {}, set())
    for row in furniture_rows():
        for form in row.forms:
            first = _first_word(form)[0]
            index.first_words.add(first)
            if row.match == "whole":
                index.whole.setdefault(letters(form), row)
            else:
                index.start.setdefault(first, []).append((plain(form), row))
    return index


def _first_word(line: str) -> tuple[str, int]:
    """The first letters of a line in plain spelling, and where they begin: signs, digits and emoji may stand before."""
    found = _FIRST_WORD.search(line)
    return (plain(found.group()), found.start()) if found else ("", 0)


def row_of(line: str) -> tuple[FurnitureRow, bool] | None:
    """
    The row that a line belongs to, and whether the line says more than the row's form; None for any other line.

    >>> row_of("مقالات ذات صلة")[0].id, row_of("اقرأ أيضاً: غارة على الميناء")[1], row_of("قُتل مدنيان في غارة.")
    ('ar.furniture.related', True, None)
    """
    if len(line) > LONGEST_LINK:
        return None
    index = _index()
    first, at = _first_word(line)
    if first not in index.first_words:
        return None
    row = index.whole.get(letters(line)) if len(line) <= LONGEST_HEADER else None
    if row:
        return row, False
    if first not in index.start:
        return None
    head = plain(line[at : at + LONGEST_FORM])
    for form, row in index.start[first]:
        if head.startswith(form) and not head[len(form) : len(form) + 1].isalpha():
            return row, bool(letters(head[len(form) :]))
    return None
