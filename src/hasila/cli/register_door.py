"""The one door to the register: every command that uses it comes through here, and Django is imported only then."""

import os
import secrets
import time
from importlib.util import find_spec
from pathlib import Path

from hasila.cli.plain_errors import Plain
from hasila.home import home

_WAIT = 20.0  # seconds that the door waits for another process that is making or migrating the register


def open_register(*, create: bool = False) -> None:
    """
    Set Django up on the register of this home, bring its tables up to date, or refuse with a sentence (`Plain`).

    Without `create`, a register that does not exist is not made. A register of a newer hasila is left alone.
    """
    file = home() / "register.sqlite3"
    in_file = not _server()
    if in_file and not file.exists() and not create:
        raise Plain(f"There is no register in {home()} yet. Make one with: hasila init (or hasila add FILES).")
    if create:
        _make_home(home())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hasila.web.settings")
    import django  # here, because it takes longer than the rest of the command line to start

    django.setup()
    _bring_up_to_date(file if in_file else None)


def _server() -> str:
    """The server that DATABASE_URL names; empty where the register is a file. Raises `Plain`."""
    address = os.environ.get("DATABASE_URL", "")
    if address and not address.startswith(("postgres://", "postgresql://")):
        kind = address.partition(":")[0]
        raise Plain(f"DATABASE_URL begins with «{kind}»; hasila knows postgres://user:password@host:port/name only.")
    if address and not (find_spec("psycopg") or find_spec("psycopg2")):
        raise Plain("DATABASE_URL names a PostgreSQL, but psycopg is missing: pip install 'psycopg[binary]'.")
    return address


def _make_home(folder: Path) -> None:
    """The folder, readable by its owner alone, and the secret that signs what the desk hands out."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    secret = folder / "secret_key"
    if not secret.exists():
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            with os.fdopen(os.open(secret, flags, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(48))
        except FileExistsError:
            pass  # another process made it in this moment


def _bring_up_to_date(file: Path | None) -> None:
    """Migrate where needed. Of two processes at the door one migrates and the other waits."""
    from django.db import DatabaseError  # after setup, see above

    until = time.monotonic() + _WAIT
    while True:
        try:
            return _migrate(file)
        except DatabaseError as error:
            told = str(error)
            if not ("locked" in told or "already exists" in told) or time.monotonic() > until:
                raise
            time.sleep(0.2)


def _migrate(file: Path | None) -> None:
    from django.db import connection  # after setup, see above
    from django.db.migrations.executor import MigrationExecutor

    tables = set(connection.introspection.table_names())
    if tables and "django_migrations" not in tables:
        raise Plain(f"{file or 'The database'} is not a register of hasila. Name another folder in HASILA_HOME.")
    executor = MigrationExecutor(connection)
    known, applied = set(executor.loader.disk_migrations), set(executor.loader.applied_migrations)
    if newer := sorted(applied - known):
        raise Plain(
            f"The register in {home()} was made by a newer hasila (it has {'.'.join(newer[0])}). "
            "Nothing was changed; install that version or a newer one."
        )
    leaves = executor.loader.graph.leaf_nodes()
    if executor.migration_plan(leaves):
        executor.migrate(leaves)
