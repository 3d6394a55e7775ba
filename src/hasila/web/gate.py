"""
The gate: only the person who was given the printed address comes in, and nothing that a page shows can reach out.

The token of the address becomes a cookie that scripts cannot read and that no other site's request carries. Host,
Origin and Sec-Fetch-Site are checked on every request, static files included: another page in the same browser, also
one of another port on this machine, and another user of the machine are refused.
"""

import hashlib
import hmac
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.utils.crypto import constant_time_compare

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
REFUSED = (
    "هذا المكتب مفتوح لمن شغّله فقط: افتح العنوان الذي طبعه الأمر «hasila serve».\n"
    "This desk is open only to who started it: open the address that `hasila serve` printed.\n"
)
Answer = Callable[[HttpRequest], HttpResponse]


class Gate:
    """Refuses with 403 whatever does not come from the desk's own pages with the desk's own cookie."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def _response(self, request: HttpRequest) -> HttpResponse:
        if not (settings.DESK_TOKEN and at_home(request)):
            return _refusal()
        given = request.GET.get("token")
        if given is not None and request.method == "GET":
            return _welcome(request) if constant_time_compare(given, settings.DESK_TOKEN) else _refusal()
        if not constant_time_compare(request.COOKIES.get(cookie_name(request), ""), cookie_value()):
            return _refusal()
        return self.answer(request)


def at_home(request: HttpRequest) -> bool:
    """The request names this desk as its host, and no other origin or site made it."""
    port = request.META.get("SERVER_PORT", "")
    host = request.META.get("HTTP_HOST", "")
    if host not in (f"127.0.0.1:{port}", f"localhost:{port}"):
        return False
    origin, site = request.META.get("HTTP_ORIGIN"), request.META.get("HTTP_SEC_FETCH_SITE")
    if origin == "null" and site == "same-origin":
        # The desk's own forms: a page that sends no referrer sends no origin either. The browser vouches for the site.
        del request.META["HTTP_ORIGIN"]
        return True
    if request.method not in ("GET", "HEAD") and origin is None:
        return False
    if origin is not None and origin != f"http://{host}":
        return False
    return site in (None, "none", "same-origin")


def cookie_name(request: HttpRequest) -> str:
    """Cookies are shared by the ports of a machine: each desk has its own."""
    return f"hasila_desk_{request.META.get('SERVER_PORT', '')}"


def cookie_value() -> str:
    """What proves that the browser was given the address; the token itself is not kept in the browser."""
    return hmac.new(settings.SECRET_KEY.encode(), settings.DESK_TOKEN.encode(), hashlib.sha256).hexdigest()


def _welcome(request: HttpRequest) -> HttpResponse:
    """Set the cookie and go on without the token in the address."""
    response = HttpResponseRedirect(request.path)
    response.set_cookie(cookie_name(request), cookie_value(), httponly=True, samesite="Strict", path="/")
    return response


def _refusal() -> HttpResponse:
    return HttpResponseForbidden(REFUSED, content_type="text/plain; charset=utf-8")
