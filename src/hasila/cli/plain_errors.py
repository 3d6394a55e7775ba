"""One clear sentence for what goes wrong outside hasila, instead of a traceback."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from hasila.home import home


class Plain(Exception):
    """A sentence for the user: what is wrong, where, and what to do."""


_FULL = (
    "The disk that holds {home} is full. Nothing that was filed is lost; "
    "free some space and run the same command again: it goes on where it stopped."
)
_READ_ONLY = (
    "{where} cannot be written ({why}). Give yourself the right to write there, or name another folder in HASILA_HOME."
)
_LOCKED = (
    "Another program has held the register in {home} locked for more than 20 seconds. "
    "Wait until it is done, or close it, and run the same command again."
)
_NO_REGISTER = (
    "{home}/register.sqlite3 is not a register of hasila. Move it away, or name another folder in HASILA_HOME."
)
_FAULTY = (
    "The disk that holds {home} reports an error or takes no more. Check it; what was filed before is not lost, "
    "and the same command goes on where it stopped."
)
_NO_SERVER = (
    "The database that DATABASE_URL names cannot be reached or refuses: {why}. "
    "Check the address, the user and the password, and that the server runs; without DATABASE_URL hasila keeps a file."
)
_DAMAGED = "The register in {home} is damaged. Bring a backup back with: hasila restore FILE (into an empty folder)."


@contextmanager
def plain_errors() -> Iterator[None]:
    """Print a sentence and end with exit code 1 where the machine, and not hasila, is at fault."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo("Stopped. What was filed is in the register; the same command goes on where it stopped.", err=True)
        raise typer.Exit(130) from None
    except Exception as error:
        sentence = sentence_for(error)
        if sentence is None:
            raise
        typer.echo(sentence, err=True)
        raise typer.Exit(1) from None


def sentence_for(error: BaseException) -> str | None:
    """
    The sentence for an error of the disk, the database or the user; None for an error of hasila itself.

    >>> "is full" in sentence_for(OSError(errno.ENOSPC, "No space left on device"))
    True
    >>> sentence_for(KeyError("x")) is None
    True
    """
    if isinstance(error, Plain) or type(error).__name__ in ("Refused", "BadPack"):
        return str(error)
    if type(error).__name__ == "TOMLDecodeError":
        return f"A file that hasila ships is not TOML ({error}). To see which, run: hasila check ar"
    if isinstance(error, OSError):
        return _of_disk(error)
    if _is_of_database(error):
        return _of_database(str(error).lower())
    return None


def _of_disk(error: OSError) -> str | None:
    where = error.filename or home()
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _FULL.format(home=home())
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _READ_ONLY.format(where=where, why=error.strerror)
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST):
        return f"{where}: {error.strerror}. Check the path and try again."
    return None


def _is_of_database(error: BaseException) -> bool:
    """A database error, Django's or SQLite's; asked by the name of the class, so that Django need not be imported."""
    return isinstance(error, sqlite3.Error) or any(
        kind.__name__ == "DatabaseError" and kind.__module__.startswith("django") for kind in type(error).__mro__
    )


def _of_database(told: str) -> str | None:
    for sign, sentence in (
        ("disk is full", _FULL),
        ("locked", _LOCKED),
        ("not a database", _NO_REGISTER),
        ("malformed", _DAMAGED),
        ("disk i/o error", _FAULTY),
    ):
        if sign in told:
            return sentence.format(home=home())
    if "connection" in told or "could not connect" in told:
        return _NO_SERVER.format(why=told.splitlines()[0])
    if "readonly" in told or "unable to open" in told:
        return _READ_ONLY.format(where=home(), why=told)
    return None
