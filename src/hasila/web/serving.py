"""A plain threaded server on the loopback address, for one person."""

from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

HOST = "127.0.0.1"


class DeskServer(ThreadingMixIn, WSGIServer):
    """One thread a request; a page and its files come side by side."""

    daemon_threads = True
    request_queue_size = 64

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name."""
        super(WSGIServer, self).server_bind()
        self.server_name, self.server_port = HOST, int(self.server_address[1])
        self.setup_environ()


class Quiet(WSGIRequestHandler):
    """Logs nothing: addresses may hold names that people searched for."""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


def desk_server(application: Any, port: int = 0) -> DeskServer:
    """A server on 127.0.0.1 at `port` (0: any free one). Raises OSError where the port is taken."""
    return make_server(HOST, port, application, server_class=DeskServer, handler_class=Quiet)
