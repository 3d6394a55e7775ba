"""
A backup: one .tar.gz of the tables and the archive, and its way back into an empty home.

Tables are written as JSON Lines, one file a table, within one transaction: the same on every database, so that a
register can move from SQLite to PostgreSQL this way. The archive's files go in as they are. The last member,
`complete.json`, tells the number of rows: a backup without it was cut short and is refused.
"""

import gzip
import io
import json
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from hasila.register import models as tables
from hasila.register.state import Refused

_ORDER: Sequence[type[models.Model]] = (
    tables.Report, tables.Reading, tables.Claim, tables.Blamed, tables.EventMention, tables.Judgement, tables.Chain,
    tables.Incident, tables.IncidentClaim, tables.IncidentReport, tables.IncidentActor, tables.Indexed, tables.Word,
    tables.Posting,
)  # fmt: skip
_CHUNK = 2000
_COMPLETE = "complete.json"


def backup(home: Path, file: Path) -> dict[str, int]:
    """
    Write the register and its archive into `file`, which must not exist; returns the number of rows of each table.

    The file gets its name when it is whole. Raises FileExistsError and other OSErrors.
    """
    if file.exists():
        raise FileExistsError(17, "There is a file of this name already", str(file))
    started = file.with_name(file.name + ".started")
    try:
        with started.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as packed:
            with tarfile.open(fileobj=packed, mode="w|") as tar, transaction.atomic():
                counts = {table._meta.model_name or "": _write(tar, table) for table in _ORDER}
                for path in sorted((home / "archive").glob("??/??/*")):
                    if path.suffix != ".started":
                        tar.add(path, arcname=path.relative_to(home).as_posix(), filter=_anonymous)
                _put(tar, _COMPLETE, json.dumps({"rows": counts, "migrations": _migrations()}).encode())
            packed.close()
            raw.flush()
            os.fsync(raw.fileno())
        started.replace(file)
    finally:
        started.unlink(missing_ok=True)
    return counts


def _write(tar: tarfile.TarFile, table: type[models.Model]) -> int:
    """One table as members `tables/NAME-0.jsonl`, `-1`, ...: a member's size must be known before it is written."""
    names = [field.attname for field in table._meta.concrete_fields]
    rows = table._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=_CHUNK)
    count = 0
    for part, some in enumerate(_chunked(rows)):
        lines = "".join(
            json.dumps(dict(zip(names, row, strict=True)), cls=_Exact, ensure_ascii=False) + "\n" for row in some
        )
        _put(tar, f"tables/{table._meta.model_name}-{part}.jsonl", lines.encode())
        count += len(some)
    return count


class _Exact(DjangoJSONEncoder):
    """Moments keep their microseconds, which Django's encoder cuts: judgements are hashed with them."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)


def _chunked(rows: Iterator[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    some: list[tuple[Any, ...]] = []
    for row in rows:
        some.append(row)
        if len(some) == _CHUNK:
            yield some
            some = []
    if some:
        yield some


def _put(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    tar.addfile(member, io.BytesIO(data))


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the name of who ran the backup."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def _migrations() -> list[str]:
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(name for app, name in applied if app == "register")


def restore(home: Path, file: Path) -> dict[str, int]:
    """
    Bring a backup back into the empty register of an empty home; returns the number of rows of each table.

    All rows come in one transaction, or none. Raises `Refused` with a sentence where the home is not empty, where the
    file is no whole backup, or where a newer hasila made it.
    """
    if tables.Report.objects.exists() or tables.Judgement.objects.exists() or (home / "archive").exists():
        raise Refused(
            f"{home} is not empty: a backup comes back into an empty folder only. Name another in HASILA_HOME."
        )
    counts = dict.fromkeys((table._meta.model_name or "" for table in _ORDER), 0)
    told: dict[str, Any] = {}
    try:
        with transaction.atomic(), gzip.open(file) as packed, tarfile.open(fileobj=packed, mode="r|") as tar:
            for member in tar:
                source = tar.extractfile(member)
                data = source.read() if source else b""
                if member.name == _COMPLETE:
                    told = json.loads(data)
                elif member.name.startswith("tables/"):
                    _fill(member.name, data, counts)
                else:
                    _bring_back(home, member.name, data)
            while packed.read(1 << 20):
                pass  # to the end, where gzip keeps its checksum
            _check(told, counts, file)
            _count_on()
    except BaseException as error:
        shutil.rmtree(home / "archive", ignore_errors=True)  # it was not there before
        if isinstance(
            error, (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, ValueError, KeyError, TypeError)
        ):
            told_why = str(error) if isinstance(error, Refused) else f"{file} is no whole backup of hasila ({error})."
            raise Refused(told_why) from None
        raise
    return counts


def _check(told: dict[str, Any], counts: dict[str, int], file: Path) -> None:
    if not told or told["rows"] != counts:
        raise Refused(f"{file} is no whole backup of hasila: it was cut short. Nothing was brought back.")
    if newer := sorted(set(told["migrations"]) - set(_migrations())):
        raise Refused(f"{file} was made by a newer hasila (it has {newer[0]}); install that version or a newer one.")


def _fill(name: str, data: bytes, counts: dict[str, int]) -> None:
    table_name = name.removeprefix("tables/").rpartition("-")[0]
    table = next(table for table in _ORDER if table._meta.model_name == table_name)
    fields = {field.attname: field for field in table._meta.concrete_fields}
    rows = [
        {key: fields[key].to_python(value) for key, value in json.loads(line).items()} for line in data.splitlines()
    ]
    table._base_manager.bulk_create((table(**row) for row in rows), batch_size=500)
    counts[table_name] += len(rows)


def _bring_back(home: Path, name: str, data: bytes) -> None:
    """A file of the archive. Names that lead elsewhere are refused."""
    parts = Path(name).parts
    if len(parts) != 4 or parts[0] != "archive" or ".." in parts:
        raise Refused(f"The backup holds {name!r}, which no backup of hasila holds. Nothing was brought back.")
    path = home.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    path.chmod(0o444)


def _count_on() -> None:
    """Databases that count rows by sequences (PostgreSQL) go on after the highest number brought back."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(_ORDER)):
            cursor.execute(statement)
