"""Numbers, ranges and days as the person wants to read them: Arabic-Indic or Latin digits."""

from datetime import date, datetime

from django.utils.translation import gettext, pgettext

from hasila.web.preferences import current

_ARABIC = str.maketrans("0123456789,.%", "٠١٢٣٤٥٦٧٨٩٬٫٪")


def in_digits(text: str) -> str:
    """
    The digits of a text as the person wants them.

    >>> in_digits("34,000")
    '٣٤٬٠٠٠'
    """
    return text.translate(_ARABIC) if current.get().digits == "arabic" else text


def number(value: int | float | None) -> str:
    """
    A number with its thousands parted; an empty text for None.

    >>> number(29600)
    '٢٩٬٦٠٠'
    """
    if value is None:
        return ""
    return in_digits(f"{value:,}" if isinstance(value, int) else f"{value:,.2f}")


def bounds(low: int | None, high: int | None, approx: bool = False) -> str:
    """How many, in the codebook's terms: exact, at least, up to, between, not told."""
    if low is None and high is None:
        return pgettext("how many", "number not told")
    if low is None:
        return gettext("up to %(n)s") % {"n": number(high)}
    if high is None:
        return gettext("at least %(n)s") % {"n": number(low)}
    if low == high:
        return gettext("about %(n)s") % {"n": number(low)} if approx else number(low)
    return f"{number(low)}–{number(high)}"


def day(value: date | datetime | None) -> str:
    """A day as year-month-day, which reads the same in both languages."""
    if value is None:
        return ""
    return in_digits(value.strftime("%Y-%m-%d"))


def moment(value: datetime) -> str:
    """A moment in UTC to the minute."""
    return in_digits(value.strftime("%Y-%m-%d %H:%M UTC"))


def days(first: date | None, last: date | None) -> str:
    """One day, or a span of days."""
    if first is None or last is None:
        return ""
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def comma() -> str:
    """What parts the things of a list, in the language of the interface."""
    return pgettext("list", ", ")


def semicolon() -> str:
    """What parts the sentences of a list, in the language of the interface."""
    return pgettext("list", "; ")
