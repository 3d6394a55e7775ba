"""hasila serve: open the review desk."""

import secrets
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from typing import Annotated

import typer

from hasila import load_pack
from hasila.cli.plain_errors import Plain, plain_errors
from hasila.cli.register_door import open_register


def serve(
    port: Annotated[int, typer.Option(help="0: any free one.", min=0, max=65535)] = 0,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open the address in the browser.")] = True,
    demo: Annotated[bool, typer.Option("--demo", help="Load the demo reports where the register is empty.")] = False,
) -> None:
    """
    Open the review desk in the browser, for one person on this machine.

    It prints an address with a token: only who opens that address comes in. Ctrl-C ends it.
    """
    with plain_errors():
        load_pack()  # its sides are named on every screen: what is wrong with it is told here, not there
        open_register(create=True)
        if demo:
            _load_demo()
        address, run = _desk(port)
        typer.echo(address)
        sys.stdout.flush()
        if open_:
            with suppress(webbrowser.Error):
                webbrowser.open(address)
        with suppress(KeyboardInterrupt):
            run()


def _desk(port: int) -> tuple[str, Callable[[], None]]:
    from django.conf import settings  # after open_register, as all of Django
    from django.core.wsgi import get_wsgi_application

    from hasila.web.planning import refresh_statistics
    from hasila.web.serving import HOST, desk_server

    refresh_statistics()
    settings.DESK_TOKEN = secrets.token_urlsafe(24)
    try:
        server = desk_server(get_wsgi_application(), port)
    except OSError as error:
        raise Plain(
            f"Port {port} on {HOST} cannot be used ({error.strerror}). Take another: hasila serve --port 0."
        ) from None
    return f"http://{HOST}:{server.server_port}/?token={settings.DESK_TOKEN}", server.serve_forever


def _load_demo() -> None:
    from hasila.register.models import Report
    from hasila.web.views.demo import add_demo

    if not Report.objects.exists():
        added = add_demo().filed.added
        typer.echo(f"{added} demo reports loaded.")
