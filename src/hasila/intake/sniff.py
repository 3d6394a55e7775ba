"""What some bytes are: a page, lines of JSON, text, or something that is no report."""

import json
import re
from typing import Literal

Kind = Literal["page", "jsonl", "text"]

_BINARY = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive (a Word or Excel file, or a web archive)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "a sound recording"),
    (b"ID3", "a sound recording"),
    (b"RIFF", "a sound, picture or film file"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"WARC/", "a WARC archive"),
    (b"bplist00", "a web archive of Safari"),
)
_PAGE = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"<(?:html|head|body|article|main|div|p|h1)\b[^<>]*>", re.IGNORECASE)
_MHTML = re.compile(
    r"\A(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date):.{0,2000}multipart/related", re.DOTALL
)
_FEED = re.compile(r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|urlset)\b", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_HEAD = 4096  # bytes or characters that tell what a file is


def binary_kind(data: bytes) -> str | None:
    """
    What bytes that are no text are, in words; None for what may be text.

    >>> binary_kind(b"%PDF-1.7"), binary_kind("قصف".encode())
    ('a PDF file', None)
    """
    for magic, what in _BINARY:
        if data.startswith(magic):
            return what
    if data[4:8] == b"ftyp":
        return "a film or sound file"
    return None


def control_share(text: str) -> float:
    """Share of control characters, which text does not have, in the first characters."""
    head = text[:_HEAD]
    return len(_CONTROL.findall(head)) / len(head) if head else 0.0


def other_markup(text: str) -> str | None:
    """What a text in markup that is neither a page nor a report is, in words."""
    head = text[:_HEAD]
    if _MHTML.match(head):
        return "a web archive (MHTML); save the page as «HTML only»"
    if _FEED.match(head):
        return "a feed; save its articles as pages"
    return None


def kind_of(text: str, name: str) -> Kind:
    """
    Whether a text is a page, JSON Lines or plain text: by what it says, and where that is unclear by its name.

    >>> kind_of("<!doctype html><p>قصف", "a.txt"), kind_of('{"text": "قصف"}', "-"), kind_of("قصف", "a.html")
    ('page', 'jsonl', 'text')
    """
    if name.lower().endswith((".jsonl", ".ndjson")):
        return "jsonl"
    head = text[:_HEAD]
    if _PAGE.match(head) or (name.lower().endswith((".html", ".htm", ".xhtml")) and _TAGS.search(text[:200_000])):
        return "page"
    if _is_json_object(text):
        return "jsonl"
    # A page may open with comments or scripts of whoever saved it.
    return "page" if len(_TAGS.findall(head)) >= 3 else "text"


def _is_json_object(text: str) -> bool:
    """Whether the first line is a JSON object, or begins like one of a report."""
    first = text.lstrip()[:100_000].split("\n", 1)[0].strip()
    if not first.startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return bool(re.match(r'\{\s*"(?:id|text|title|published|outlet|url)"\s*:', first))
