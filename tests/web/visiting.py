"""A visitor with the desk's cookie, and one without: Django's test client with the headers that a browser sends."""

from typing import Any

from django.conf import settings
from django.test import Client

from hasila.web.gate import cookie_value

HOST = "127.0.0.1:80"
ORIGIN = f"http://{HOST}"
TOKEN = "a-token-for-tests"


def stranger(**headers: str) -> Client:
    """A client without the cookie, at the right address."""
    settings.DESK_TOKEN = TOKEN
    return Client(**{"HTTP_HOST": HOST, "HTTP_ORIGIN": ORIGIN, "HTTP_SEC_FETCH_SITE": "same-origin", **headers})  # type: ignore[arg-type]


def visitor(language: str = "en", **headers: str) -> Client:
    """A client that was given the address."""
    client = stranger(**headers)
    client.cookies["hasila_desk_80"] = cookie_value()
    client.cookies["hasila_view"] = f"{language}.{'arabic' if language == 'ar' else 'latin'}.auto"
    return client


def text_of(response: Any) -> str:
    """The page as text."""
    found: str = response.content.decode("utf-8")
    return found
