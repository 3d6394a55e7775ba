"""How a person wants to see the desk: language, digits and theme, kept in one cookie."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation

COOKIE = "hasila_view"
CHOICES = {"language": ("ar", "en"), "digits": ("arabic", "latin"), "theme": ("auto", "light", "dark")}


@dataclass(frozen=True)
class View:
    """A person's choices; the first of each list is the default."""

    language: str = "ar"
    digits: str = "arabic"
    theme: str = "auto"

    @property
    def direction(self) -> str:
        """rtl or ltr."""
        return "rtl" if self.language == "ar" else "ltr"

    def cookie(self) -> str:
        """The value of the cookie.

        >>> View(theme="dark").cookie()
        'ar.arabic.dark'
        """
        return f"{self.language}.{self.digits}.{self.theme}"


DEFAULT = View()
current: ContextVar[View] = ContextVar("current", default=DEFAULT)
"""The choices of who is being answered; number filters read them."""


def view_of(cookie: str) -> View:
    """
    The choices that a cookie tells; whatever is none of the choices is left out.

    >>> view_of("en.latin.pink")
    View(language='en', digits='latin', theme='auto')
    """
    told = dict(zip(CHOICES, cookie.split("."), strict=False))
    return replace(DEFAULT, **{name: value for name, value in told.items() if value in CHOICES[name]})


def changed(view: View, name: str, value: str) -> View:
    """The view with another choice. Who changes to English gets Latin digits with it, to Arabic Arabic ones."""
    if value not in CHOICES.get(name, ()):
        return view
    if name == "language":
        return replace(view, language=value, digits="arabic" if value == "ar" else "latin")
    return replace(view, **{name: value})


class Preferences:
    """Answers in the language of the cookie."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = view_of(request.COOKIES.get(COOKIE, ""))
        before = current.set(view)
        try:
            with translation.override(view.language):
                response = self.answer(request)
                response.headers.setdefault("Content-Language", view.language)
                return response
        finally:
            current.reset(before)


def offered(request: HttpRequest) -> dict[str, Any]:
    """For every template: the choices in force and where the person is."""
    return {"view": current.get(), "here": request.get_full_path()}
