"""
The only file that opens a network connection: one page, by an address that a person gave.

An address in a report may have been written by anybody. So the name is resolved once, every address that it has must
be public, the connection goes to the address that was checked, and all of this again for each redirect.
"""

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urljoin, urlsplit

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Sequence[str]]

BYTES = 20_000_000
SECONDS = 30.0
REDIRECTS = 5
_WAIT = 10.0  # seconds for one step: connecting, one piece of the answer
_PIECE = 65_536
_HEADERS = {
    "User-Agent": "hasila (reads one page that a person asked for)",
    "Accept": "text/html, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "identity",
}
# IPv6 ranges that carry an IPv4 address: NAT64 and its local form.
_CARRY_LAST = ("64:ff9b::", "64:ff9b:1::")


class FetchRefused(Exception):
    """A sentence: why a page was not fetched and what to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of a page and the address that they came from, after redirects."""

    url: str
    body: bytes


@dataclass(frozen=True, slots=True)
class _Target:
    url: str
    secure: bool
    host: str
    port: int
    path: str


def is_public(address: str) -> bool:
    """
    Whether an IP address is one of the public internet.

    Private, loopback, link-local, shared (CGNAT), unique local, multicast and reserved addresses are not, and neither
    is an IPv6 address that carries one of them (IPv4-mapped, 6to4, Teredo, NAT64).

    >>> [is_public(a) for a in ("8.8.8.8", "127.0.0.1", "169.254.169.254", "100.64.0.1", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    try:
        ip = ip_address(address.split("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast for one in (ip, *_carried(ip)))


def _carried(ip: Address) -> list[IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(ip, IPv4Address):
        return []
    teredo = ip.teredo or ()
    found = [*teredo, *(one for one in (ip.ipv4_mapped, ip.sixtofour) if one)]
    last = IPv4Address(int(ip) & 0xFFFFFFFF)
    compatible = int(ip) >> 32 == 0
    nat64 = any(int(ip) >> 32 == int(IPv6Address(prefix)) >> 32 for prefix in _CARRY_LAST)
    return [*found, last] if compatible or nat64 else found


def resolve(host: str, port: int) -> list[str]:
    """All addresses that a name has, by the system's resolver."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchRefused(f"{host} has no address; check the link and the connection.") from None
    return [str(entry[4][0]) for entry in found]


def fetch(
    url: str, *, resolver: Resolver = resolve, allowed: Callable[[str], bool] = is_public, seconds: float = SECONDS
) -> Page:
    """
    The page at an http or https address. Raises `FetchRefused` with a sentence.

    At most 20 MB, 5 redirects and, all in all, `seconds`. `resolver` gives the addresses of a name, `allowed` tells
    which of them may be reached.

    >>> fetch("http://printer.example/", resolver=lambda host, port: ["192.168.1.9"])
    Traceback (most recent call last):
    hasila.fetch.FetchRefused: printer.example is not on the public internet (192.168.1.9); give a public page.
    """
    deadline = time.monotonic() + seconds
    for _ in range(REDIRECTS + 1):
        target = _target(url)
        address = _checked_address(target, resolver, allowed)
        try:
            found = _get(target, address, deadline)
        except (OSError, http.client.HTTPException) as error:
            if time.monotonic() >= deadline:
                raise FetchRefused(
                    f"{target.host} took longer than {SECONDS:.0f} s; open the page and save it."
                ) from None
            raise FetchRefused(f"{target.host} did not answer ({_reason(error)}); open the page and save it.") from None
        if isinstance(found, Page):
            return found
        url = urljoin(url, found)
    raise FetchRefused(f"{url} sends from page to page without end; open it in a browser and save the page.")


def _target(url: str) -> _Target:
    try:
        parts = urlsplit(url)
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise FetchRefused(f"«{url}» is no address of a page; check the link.") from None
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise FetchRefused(f"«{url}» is no address of a page; give one that begins with http:// or https://.")
    secure = parts.scheme == "https"
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _Target(url, secure, host, port or (443 if secure else 80), _quoted(path))


def _quoted(path: str) -> str:
    """A path as servers want it: Arabic letters and blanks as their bytes, the rest as it is."""
    return "".join(ch if "!" <= ch <= "~" else "".join(f"%{b:02X}" for b in ch.encode("utf-8")) for ch in path)


def _checked_address(target: _Target, resolver: Resolver, allowed: Callable[[str], bool]) -> str:
    addresses = resolver(target.host, target.port)
    wrong = next((a for a in addresses if not allowed(a)), None)
    if wrong or not addresses:
        told = f" ({wrong})" if wrong else ""
        raise FetchRefused(f"{target.host} is not on the public internet{told}; give a public page.")
    return addresses[0]


def _get(target: _Target, address: str, deadline: float) -> Page | str:
    """The page, or where it sends us."""
    # The checked address itself: a second look-up could answer with another one.
    reached: list[socket.socket] = [socket.create_connection((address, target.port), timeout=_WAIT)]
    # A server that sends a byte now and then would keep us for ever: at the deadline the connection is cut.
    alarm = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, (reached,))
    alarm.daemon = True
    alarm.start()
    try:
        if target.secure:
            # The handshake comes after the alarm knows the encrypted connection, so that it is timed as well.
            secured = ssl.create_default_context().wrap_socket(
                reached[0], server_hostname=target.host, do_handshake_on_connect=False
            )
            reached[0] = secured
            secured.do_handshake()
        connection = http.client.HTTPConnection(target.host, target.port)
        connection.sock = reached[0]
        connection.request("GET", target.path, headers=_HEADERS)
        answer = connection.getresponse()
        if answer.status in (301, 302, 303, 307, 308) and answer.headers["Location"]:
            return str(answer.headers["Location"])
        if answer.status != http.client.OK:
            raise FetchRefused(f"{target.host} answers {answer.status} {answer.reason}; open the page and save it.")
        if answer.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
            raise FetchRefused(f"{target.host} sends the page compressed only; open it in a browser and save the page.")
        return Page(target.url, _body(target, answer, deadline))
    finally:
        alarm.cancel()
        reached[0].close()


def _cut(reached: list[socket.socket]) -> None:
    with contextlib.suppress(OSError):
        socket.socket.shutdown(reached[0], socket.SHUT_RDWR)


def _body(target: _Target, answer: http.client.HTTPResponse, deadline: float) -> bytes:
    pieces, size = [], 0
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > BYTES:
            raise FetchRefused(f"The page at {target.host} is larger than {BYTES // 1_000_000} MB; it is no article.")
    if time.monotonic() >= deadline:
        raise _too_slow(target)  # a connection that was cut looks like a page that ended
    return b"".join(pieces)


def _too_slow(target: _Target) -> FetchRefused:
    return FetchRefused(f"{target.host} took too long to send the page; open it in a browser and save it.")


def _reason(error: BaseException) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return str(getattr(error, "strerror", None) or getattr(error, "verify_message", None) or type(error).__name__)
