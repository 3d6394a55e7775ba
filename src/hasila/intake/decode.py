"""Bytes to letters: UTF-8, UTF-16 with its mark, windows-1256 and ISO 8859-6, whatever the page declares."""

import codecs
import re

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,30})""", re.IGNORECASE)
_ARABIC = re.compile("[\u0621-\u064a]")
_FREQUENT = re.compile("[اليمونترةىبع]")  # three of four letters in any Arabic text, one of three in noise
_ARTICLE = re.compile("(?<![\u0621-\u064a])[وبفك]?ال[\u0621-\u064a]")
# What the two bytes of an Arabic letter in UTF-8 (D8 or D9 and a second) look like when read one by one.
_MANGLED = re.compile(
    "[طظ][\u0080-\u00bf\u2013-\u2122\u0152-\u0192ءآأ€‚…†‡ˆ‰‹]|[ØÙ][\u0080-\u00bf\u2013-\u2122\u0152-\u0192€‚ƒ„…†‡ˆ‰]"
)
_GLUED = re.compile("[A-Za-z][\u0621-\u064a]|[\u0621-\u064a][A-Za-z]")  # «ont été» read as Arabic
_OLD_ENCODINGS = ("cp1256", "iso-8859-6")

_LETTERS_TO_JUDGE = 20  # fewer Arabic letters say nothing about frequencies
_FREQUENT_SHARE = 0.45
_MANGLED_SHARE = 0.15
_DAMAGED_SHARE = 0.02


def marked_encoding(data: bytes) -> str | None:
    """
    The encoding that a byte order mark tells.

    >>> marked_encoding("غارة".encode("utf-16"))
    'utf-16-le'
    """
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def decode_text(data: bytes) -> str | None:
    """
    The text of a file, without its byte order mark; None where no encoding of Arabic fits.

    >>> decode_text("سقط ثلاثة جرحى في القصف على البلدة".encode("cp1256"))
    'سقط ثلاثة جرحى في القصف على البلدة'
    """
    marked = marked_encoding(data)
    if marked:
        return _decoded(data, marked)
    return _decoded(data, "utf-8") or _best_old(data, _OLD_ENCODINGS)


def decode_page(data: bytes) -> str | None:
    """
    The source of a page, whatever charset it declares; None where no encoding of Arabic fits.

    UTF-8 that decodes is UTF-8: text in another encoding does not decode by chance. Else the declared
    encoding and the old Arabic ones are tried, and the one that yields the likeliest Arabic is kept.
    UTF-8 with a few bad bytes (a page cut short, an advertisement in another encoding) is read with � for them.

    >>> page = '<meta charset="utf-8"><p>سقط ثلاثة جرحى في القصف على البلدة</p>'
    >>> decode_page(page.encode("cp1256")) == page
    True
    """
    marked = marked_encoding(data)
    if marked:
        return _decoded(data, marked)
    text = _decoded(data, "utf-8")
    if text is not None:
        return _unmangled(text)
    return _damaged_utf8(data) or _best_old(data, (_declared(data), *_OLD_ENCODINGS))


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes) -> str:
    """The name of the declared encoding, where Python knows it as one for text."""
    found = _DECLARED.search(data[:4096])
    try:
        return codecs.lookup(found.group(1).decode("ascii")).name if found else ""
    except LookupError:
        return ""


def _best_old(data: bytes, encodings: tuple[str, ...]) -> str | None:
    texts = [text for text in (_decoded(data, e) for e in encodings if e) if text is not None and _is_arabic(text)]
    # The letters of cp1256 and ISO 8859-6 overlap: the right one has the article ال where the wrong one has not.
    return max(texts, key=lambda text: len(_ARTICLE.findall(text)), default=None)


def _is_arabic(text: str) -> bool:
    """Whether the characters beyond ASCII are Arabic letters, as often as Arabic has them."""
    beyond = sum(ch > "\x7f" for ch in text)
    arabic = len(_ARABIC.findall(text))
    if arabic == 0 or arabic < 0.6 * beyond or len(_GLUED.findall(text)) > 0.2 * arabic:
        return False
    return arabic < _LETTERS_TO_JUDGE or len(_FREQUENT.findall(text)) >= _FREQUENT_SHARE * arabic


def _damaged_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    bad, arabic = text.count("\ufffd"), len(_ARABIC.findall(text))
    return text if arabic and bad <= max(1, _DAMAGED_SHARE * arabic) else None


def _unmangled(text: str) -> str:
    """UTF-8 that somebody read as another encoding and saved again («ط§ظ„»): read once more; else as it is."""
    beyond = sum(ch > "\x7f" for ch in text)
    if len(_MANGLED.findall(text)) < max(8, _MANGLED_SHARE * beyond):
        return text
    for encoding in ("cp1256", "cp1252", "latin-1"):
        try:
            again = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if _is_arabic(again):
            return again
    return text
