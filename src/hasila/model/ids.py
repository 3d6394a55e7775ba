"""Ids that depend on content alone: the same content has the same id on every machine."""

import hashlib
import json
from typing import Any


def content_id(kind: str, *parts: Any) -> str:
    """
    An id made of what a record says: `kind`, a hyphen, and 20 hexadecimal digits of a SHA-256.

    `parts` are JSON values; their order matters, the order of keys in a mapping does not.

    >>> content_id("report", "مقتل 3 مدنيين") == content_id("report", "مقتل 3 مدنيين")
    True
    >>> content_id("report", "a")
    'report-1b4ebc5459e8ed4f7391'
    """
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(f"{kind}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:20]}"
