"""Dates as machines write them: in records and in the metadata of pages."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})")
_ISO_LIKE = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)
_THREE_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ ,T].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def record_date(written: str) -> date | datetime:
    """
    A date (2019-03-17) or an RFC 3339 time (2019-03-17T21:40:00+03:00); ValueError for anything else.

    >>> record_date("2019-03-17"), record_date("2019-03-17T21:40:00Z").isoformat()
    (datetime.date(2019, 3, 17), '2019-03-17T21:40:00+00:00')
    """
    if _DAY.fullmatch(written):
        return date.fromisoformat(written)
    if _MOMENT.fullmatch(written):
        return datetime.fromisoformat(written.upper())
    raise ValueError(written)


def metadata_date(written: str) -> date | datetime | None:
    """
    The date that metadata of a page tells; a moment only where its offset is told. None where it is unclear.

    >>> metadata_date("2019-03-17T21:40:00+0300").isoformat(), metadata_date("17/03/2019"), metadata_date("03/04/2019")
    ('2019-03-17T21:40:00+03:00', datetime.date(2019, 3, 17), None)
    """
    text = written.translate(_DIGITS).strip()
    try:
        return _iso_like(text) or _by_parts(text) or _mail_date(text)
    except ValueError:
        return None


def _iso_like(text: str) -> date | datetime | None:
    found = _ISO_LIKE.fullmatch(text)
    if not found:
        return None
    year, month, day, clock, seconds, offset = found.groups()
    on = date(int(year), int(month), int(day))
    if not (clock and offset):
        return on
    offset = "+00:00" if offset.upper() == "Z" else offset if ":" in offset else f"{offset[:3]}:{offset[3:]}"
    return datetime.fromisoformat(f"{on.isoformat()}T{clock.zfill(5)}{seconds or ':00'}{offset}")


def _by_parts(text: str) -> date | None:
    compact = _COMPACT.fullmatch(text)
    if compact:
        return date(*map(int, compact.groups()))
    found = _THREE_NUMBERS.fullmatch(text)
    if not found:
        return None
    first, second, year = map(int, found.groups())
    # 03/04/2019 is 3 April or 4 March: a wrong day is worse than none.
    if first <= 12 and second <= 12 and first != second:
        return None
    return date(year, second, first) if second <= 12 else date(year, first, second)


def _mail_date(text: str) -> date | datetime | None:
    """Dates as in mail and HTTP: Sun, 17 Mar 2019 21:40:00 +0300."""
    if not re.search(r"[A-Za-z]{3} \d{4} \d", text):
        return None
    moment = parsedate_to_datetime(text)
    return moment if moment.tzinfo else moment.date()
