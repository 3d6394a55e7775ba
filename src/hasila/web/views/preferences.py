"""Choosing language, digits and theme."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from hasila.web.preferences import CHOICES, COOKIE, changed, view_of

_A_YEAR = 365 * 24 * 3600


@require_POST
def prefer(request: HttpRequest) -> HttpResponse:
    """Keep a choice in the cookie and go back to the page that it was made on."""
    view = view_of(request.COOKIES.get(COOKIE, ""))
    for name in CHOICES:
        if name in request.POST:
            view = changed(view, name, request.POST[name])
    response = HttpResponseRedirect(back_to(request))
    response.set_cookie(COOKIE, view.cookie(), max_age=_A_YEAR, httponly=True, samesite="Strict")
    return response


def back_to(request: HttpRequest, otherwise: str = "/") -> str:
    """Where the form says that it came from, if that is a page of this desk."""
    told = request.POST.get("next", "")
    return told if told.startswith("/") and url_has_allowed_host_and_scheme(told, None) else otherwise
