"""A PostgreSQL server of the tests' own, in a folder that goes with it; nothing of a server that runs here is touched."""

import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_INSTALLED = ("/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt", "/usr/local/opt")


def why_not() -> str:
    """What is missing to start a server, with what to do about it; empty where nothing is."""
    if _program("initdb") is None or _program("pg_ctl") is None:
        return "PostgreSQL's programs are not installed (apt-get install postgresql)"
    if importlib.util.find_spec("psycopg") is None:
        return "psycopg is not installed (pip install 'psycopg[binary]')"
    if os.name == "posix" and os.getuid() == 0 and _other_user() is None:
        return "PostgreSQL does not run as root, and there is no user postgres or nobody here"
    return ""


@contextmanager
def server() -> Iterator[str]:
    """A server that runs on this machine alone; gives its DATABASE_URL, and ends it."""
    folder = Path(tempfile.mkdtemp(prefix="hasila-postgres-"))
    user, password, port = _other_user() if os.getuid() == 0 else None, secrets.token_hex(16), _free_port()
    (folder / "password").write_text(password)
    if user:
        for path in (folder, folder / "password"):
            shutil.chown(path, user)
    data = ("-D", str(folder / "data"))
    asked = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off"
    try:
        _run(user, "initdb", *data, "-U", "hasila", "--auth=scram-sha-256", f"--pwfile={folder}/password", "-E", "UTF8",
             "--locale=C", "--no-sync")  # fmt: skip
        _run(user, "pg_ctl", *data, "-w", "-l", str(folder / "log"), "-o", asked, "start")
        try:
            yield f"postgres://hasila:{password}@127.0.0.1:{port}/postgres"
        finally:
            _run(user, "pg_ctl", *data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(user: str | None, program: str, *arguments: str) -> None:
    found = _program(program)
    assert found is not None
    command: Sequence[str] = (found, *arguments)
    subprocess.run(command, user=user, check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=120)


def _program(name: str) -> str | None:
    """The program, in the path or where packages put it (Debian keeps each version in a folder of its own)."""
    beside = sorted(str(found) for folder in _INSTALLED for found in Path(folder).glob(f"**/bin/{name}"))
    return shutil.which(name) or next(reversed(beside), None)


def _other_user() -> str | None:
    import pwd  # Unix alone has it

    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
