"""
The archive: the bytes of every source, kept once under their SHA-256 and never changed.

`ab/cd/<sha256>` holds the bytes, `ab/cd/<sha256>.json` beside it what they are: kind, where they came from, when, and
the text that was taken out of them with the name and version of what took it out. Both are written to the end before
they get their name, so that a killed run leaves a whole object or none. (WARC is not read or written yet.)
"""

import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hasila.model.record import Record

_STARTED = ".started"  # the ending of a file that a killed run left behind: no part of the archive


class Extracted(Record):
    """The text that was taken out of a page, and by what. Offsets refer to this text for ever."""

    title: str | None = None
    text: str
    extractor: str


class Kept(Record):
    """What an object of the archive is."""

    sha256: str
    size: int
    kind: str
    came_from: str
    added: datetime
    extracted: Extracted | None = None


class Archive:
    """The archive in a folder, which is made when the first object is kept."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def keep(self, data: bytes, *, kind: str, came_from: str, at: datetime, extracted: Extracted | None = None) -> str:
        """
        Keep bytes and return their SHA-256; what is there already stays as it is, with its first description.

        `kind` is a media type, `came_from` a path or an address, `at` the moment, with a time zone. Raises OSError
        where the folder cannot be written or the disk is full; nothing half-written then bears a name.

        >>> import tempfile
        >>> archive = Archive(Path(tempfile.mkdtemp()))
        >>> name = archive.keep(b"text", kind="text/plain", came_from="a.txt", at=datetime(2019, 3, 17, tzinfo=UTC))
        >>> archive.read(name), archive.describe(name).came_from
        (b'text', 'a.txt')
        """
        name = hashlib.sha256(data).hexdigest()
        path = self.path(name)
        if not path.exists():
            _write_once(path, data)
        if not _beside(path).exists():
            kept = Kept(
                sha256=name,
                size=len(data),
                kind=kind,
                came_from=came_from,
                added=at.astimezone(UTC),
                extracted=extracted,
            )
            _write_once(_beside(path), _sealed(kept))
        return name

    def path(self, name: str) -> Path:
        """Where the bytes of this SHA-256 are, or would be."""
        if len(name) != 64 or not set(name) <= set("0123456789abcdef"):
            raise ValueError(f"{name!r} is no SHA-256")
        return self.root / name[:2] / name[2:4] / name

    def __contains__(self, name: str) -> bool:
        return self.path(name).exists() and _beside(self.path(name)).exists()

    def read(self, name: str) -> bytes:
        """The bytes. Raises FileNotFoundError where they are missing."""
        return self.path(name).read_bytes()

    def describe(self, name: str) -> Kept:
        """What the bytes are. Raises ValueError with a sentence where the description is missing or broken."""
        beside = _beside(self.path(name))
        try:
            told = json.loads(beside.read_bytes())
            kept = Kept.model_validate(told["kept"])
            whole = told["seal"] == _seal(told["kept"])
        except OSError:
            raise ValueError(f"the description {beside.name} is missing or cannot be read") from None
        except (ValueError, KeyError, TypeError, ValidationError):
            raise ValueError(f"the description {beside.name} is broken") from None
        if not whole or kept.sha256 != name:
            raise ValueError(f"the description {beside.name} was altered")
        return kept

    def names(self) -> Iterator[str]:
        """The SHA-256 of every object that has bytes, a description, or both, in order."""
        found = {path.name.removesuffix(".json") for path in self.root.glob("??/??/*") if path.suffix != _STARTED}
        yield from sorted(found)

    def problems(self) -> Iterator[str]:
        """One sentence for each object whose bytes or description are not what they were. Nothing is changed."""
        for name in self.names():
            yield from self._problems_of(name)

    def _problems_of(self, name: str) -> Iterator[str]:
        try:
            path = self.path(name)
        except ValueError:
            yield f"Archive: {name} is no object of the archive; somebody put it there."
            return
        where = path.relative_to(self.root).as_posix()
        try:
            data = path.read_bytes()
        except OSError as error:
            yield f"Archive: the bytes of {where} are missing or cannot be read ({error.strerror})."
        else:
            found = hashlib.sha256(data).hexdigest()
            if found != name:
                yield f"Archive: the bytes of {where} were altered: their SHA-256 is now {found}."
        try:
            self.describe(name)
        except ValueError as error:
            yield f"Archive: {where}: {error}."


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _seal(kept: Any) -> str:
    return hashlib.sha256(json.dumps(kept, ensure_ascii=True, sort_keys=True).encode()).hexdigest()


def _sealed(kept: Kept) -> bytes:
    """The description as a file: readable JSON, with a hash of itself so that a flipped byte shows."""
    told = kept.model_dump(mode="json")
    return json.dumps({"kept": told, "seal": _seal(told)}, ensure_ascii=False, indent=1).encode()


def _write_once(path: Path, data: bytes) -> None:
    """Write a file that from then on nobody changes: to disk first, then under its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    started = path.with_name(f".{path.name[:16]}.{os.getpid()}.{secrets.token_hex(4)}{_STARTED}")
    try:
        with started.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        started.chmod(0o444)
        started.replace(path)
    except BaseException:
        started.unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
