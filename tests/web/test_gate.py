"""The gate: who was given the address comes in, nobody and nothing else does."""

import pytest
from web.visiting import TOKEN, stranger, text_of, visitor

pytestmark = pytest.mark.django_db


def test_the_printed_address_sets_a_cookie_that_scripts_and_other_sites_cannot_use() -> None:
    client = stranger()
    response = client.get(f"/?token={TOKEN}")
    cookie = response.cookies["hasila_desk_80"]
    assert (response.status_code, response["Location"]) == (302, "/")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert TOKEN not in cookie.value
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/?token=wrong", {}),
        ("/static/desk/desk.css", {}),
        ("/audit/", {}),
    ],
)
def test_without_the_cookie_everything_is_refused(path: str, headers: dict[str, str]) -> None:
    assert stranger(**headers).get(path).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_HOST": "evil.example:80"},
        {"HTTP_HOST": "127.0.0.1:8080"},
        {"HTTP_ORIGIN": "http://evil.example"},
        {"HTTP_ORIGIN": "http://127.0.0.1:8080"},
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_ORIGIN": "null", "HTTP_SEC_FETCH_SITE": "cross-site"},
    ],
)
def test_another_host_origin_or_site_is_refused_even_with_the_cookie(headers: dict[str, str]) -> None:
    assert visitor(**headers).get("/").status_code == 403
    assert visitor(**headers).post("/undo/").status_code == 403


def test_a_decision_needs_an_origin() -> None:
    client = visitor()
    del client.defaults["HTTP_ORIGIN"]
    assert client.post("/undo/", {"judgement": "judgement-x"}).status_code == 403


def test_a_decision_needs_the_form_that_the_desk_made() -> None:
    client = visitor()
    client.handler.enforce_csrf_checks = True
    assert client.post("/undo/", {"judgement": "judgement-x"}).status_code == 403


def test_without_a_token_of_its_own_the_desk_answers_nobody(settings: object) -> None:
    client = visitor()
    settings.DESK_TOKEN = ""  # type: ignore[attr-defined]
    assert client.get("/").status_code == 403
    assert client.get("/?token=").status_code == 403


def test_every_answer_bears_a_policy_under_which_nothing_inline_runs_and_nothing_leaves() -> None:
    for response in (visitor().get("/"), stranger().get("/"), visitor().get("/nothing-here/")):
        policy = dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["Cross-Origin-Opener-Policy"] == response["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_refusal_says_what_to_do_in_both_languages() -> None:
    said = text_of(stranger().get("/"))
    assert "hasila serve" in said and "افتح العنوان" in said
