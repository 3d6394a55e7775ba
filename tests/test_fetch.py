"""fetch: public pages only, whatever a link, a name or a redirect says; within limits of size and time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from hasila.fetch import FetchRefused, Page, fetch, is_public

PAGE = "<p>قُتل مدنيان في قصف على أطراف البلدة".encode()


class _Site(BaseHTTPRequestHandler):
    """A site on this machine; what a path answers stands in its name."""

    def do_GET(self) -> None:
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
            self.end_headers()
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(b"<p>" * 100_000)
        elif self.path == "/gone":
            self.send_error(404)
        elif self.path == "/zipped":
            self.send_response(200)
            self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(b"\x1f\x8b")
        elif self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                self.wfile.write(b".")
                self.wfile.flush()
                threading.Event().wait(0.1)
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(PAGE)

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests want."""


@contextmanager
def _site() -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://site.example:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with _site() as address:
        yield address


def _here(host: str, port: int) -> list[str]:
    """Names end on this machine; those that begin with "inner" at another address of it."""
    return ["127.0.0.2"] if host.startswith("inner") else ["127.0.0.1"]


def _only_first(address: str) -> bool:
    return address == "127.0.0.1"


def _fetch(url: str) -> Page:
    return fetch(url, resolver=_here, allowed=_only_first)


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3", "172.16.0.1", "192.168.1.1",  # private
        "127.0.0.1", "::1", "0.0.0.0", "::",  # this machine
        "169.254.169.254", "fe80::1", "fe80::1%eth0",  # link-local, the metadata services of clouds among them
        "100.64.0.1",  # shared by a provider's customers
        "fc00::1", "fd12:3456::1",  # unique local
        "::ffff:10.0.0.1", "::ffff:169.254.169.254",  # IPv4 in IPv6
        "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::1",  # IPv4 carried: compatible, NAT64, 6to4
        "224.0.0.1", "ff02::1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "no address",
    ],
)  # fmt: skip
def test_addresses_that_are_not_of_the_public_internet_are_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_are_allowed(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://site.example/a", "gopher://x", "http://", "http://name:word@site.example/", "//x/y"],
)
def test_only_plain_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(FetchRefused, match="no address of a page"):
        _fetch(url)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "017700000001"])
def test_no_spelling_of_this_machine_gets_through(host: str) -> None:
    with pytest.raises(FetchRefused):
        fetch(f"http://{host}:9/")


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(FetchRefused, match=r"not on the public internet \(10\.0\.0\.5\)"):
        fetch("http://mixed.example/", resolver=lambda host, port: ["8.8.8.8", "10.0.0.5"])


def test_a_page_is_fetched_from_the_address_that_was_checked(site: str) -> None:
    asked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    page = fetch(f"{site}/article", resolver=resolver, allowed=_only_first)
    assert page.body == PAGE
    assert asked == ["site.example"], "the name is looked up once"


def test_arabic_in_an_address_is_sent_as_bytes(site: str) -> None:
    assert _fetch(f"{site}/خبر عاجل?s=١").body == PAGE


def test_a_redirect_is_followed_and_told(site: str) -> None:
    assert _fetch(f"{site}/to//article").url == f"{site}/article"


def test_a_redirect_to_an_inner_address_is_refused(site: str) -> None:
    with pytest.raises(FetchRefused, match=r"inner\.example is not on the public internet"):
        _fetch(f"{site}/to/http://inner.example/secrets")


def test_a_redirect_to_a_file_is_refused(site: str) -> None:
    with pytest.raises(FetchRefused, match="no address of a page"):
        _fetch(f"{site}/to/file:///etc/passwd")


def test_redirects_without_end_are_refused(site: str) -> None:
    with pytest.raises(FetchRefused, match="without end"):
        _fetch(f"{site}" + "/to/" * 9 + "/article")


def test_a_page_without_end_is_refused(site: str) -> None:
    with pytest.raises(FetchRefused, match="larger than 20 MB"):
        _fetch(f"{site}/endless")


def test_a_page_that_drips_is_cut_at_the_deadline(site: str) -> None:
    with pytest.raises(FetchRefused, match="took too long"):
        fetch(f"{site}/drip", resolver=_here, allowed=_only_first, seconds=0.4)


def test_what_is_no_page_is_told_in_a_sentence(site: str) -> None:
    with pytest.raises(FetchRefused, match="answers 404"):
        _fetch(f"{site}/gone")
    with pytest.raises(FetchRefused, match="compressed only"):
        _fetch(f"{site}/zipped")
    with pytest.raises(FetchRefused, match="did not answer"):
        _fetch("http://site.example:9/")
