"""Filters and tags of the desk's templates."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from hasila.web.present import actors, digits, labels, places
from hasila.web.present.discretion import shortened
from hasila.web.present.segments import harmless

register = template.Library()

register.filter("number", digits.number)
register.filter("day", digits.day)
register.filter("moment", digits.moment)
register.filter("digits", lambda value: digits.in_digits(str(value)))
register.filter("harmless", harmless)
register.filter("shortened", shortened)
register.filter("country", places.country_name)


@register.filter
def named(code: str, words: str) -> str:
    """A code in words: {{ claim.outcome|named:"OUTCOMES" }}."""
    found: labels.Words = getattr(labels, words)
    return labels.label(found, code)


@register.filter
def actor(code: str, on: date | None = None) -> str:
    """The neutral name of a side on a day."""
    return actors.actor_name(code, on)


@register.filter
def said(sentence: str) -> str:
    """A fixed sentence of the program in the language of the interface."""
    return gettext(sentence)


@register.filter
def by_source(said: Iterable[Any]) -> list[Any]:
    """Lines of an incident, one for each source: the first that it said."""
    return list({one.source: one for one in reversed(list(said))}.values())[::-1]


@register.simple_tag
def bounds(low: int | None, high: int | None, approx: bool = False) -> str:
    """How many, in words."""
    return digits.bounds(low, high, approx)


@register.simple_tag
def days(first: date | None, last: date | None) -> str:
    """A day or a span of days."""
    return digits.days(first, last)


@register.simple_tag
def area(admin1: str, country: str) -> str:
    """Province and country."""
    return places.area_name(admin1 or "", country or "")


@register.simple_tag(takes_context=True)
def with_filter(context: Mapping[str, Any], **changes: str | int | date | datetime) -> str:
    """The query of this page with some values changed: ?outlet=…&page=2. An empty value takes a key out."""
    request: HttpRequest = context["request"]
    asked = {key: value for key, value in request.GET.items() if value and key != "page"}
    asked |= {key: str(value) for key, value in changes.items()}
    return "?" + urlencode({key: value for key, value in asked.items() if value})


@register.simple_tag
def own_words(text: str) -> SafeString:
    """Words of a report in quotation marks, kept from turning the direction of what stands around them."""
    return format_html('<q class="own" lang="ar" dir="auto">{}</q>', harmless(shortened(text, 600)))


@register.simple_tag
def comma() -> str:
    """A comma and a blank, in the interface's language."""
    return digits.comma()
