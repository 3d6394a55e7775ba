"""hasila export: claims and incidents out, as CSV, JSON Lines or GeoJSON, by the publication profile."""

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar

import typer

from hasila.cli.moment import moment
from hasila.cli.plain_errors import Plain, plain_errors
from hasila.cli.register_door import open_register
from hasila.export.about import About
from hasila.export.exporting import Exported, export_claims, export_incidents
from hasila.export.files import beside, write_files
from hasila.export.given import NotThis, claims_of_readings, incidents_of_links
from hasila.export.profile import PROFILES, Profile
from hasila.export.wanted import Wanted

T = TypeVar("T")
_EVERY = 500  # lines between two signs of progress


class What(StrEnum):
    """What can be exported."""

    claims = "claims"
    incidents = "incidents"


class FileFormat(StrEnum):
    """The formats."""

    csv = "csv"
    jsonl = "jsonl"
    geojson = "geojson"


class ProfileName(StrEnum):
    """What may leave the house."""

    public = "public"
    full = "full"


class _Rows(NamedTuple):
    """Rows, where they come from, and how many (None: not known before all are through)."""

    rows: Iterable[Any]
    origin: str
    known: int | None


def export(
    what: Annotated[What, typer.Argument(help="claims or incidents.")],
    file: Annotated[
        Path | None,
        typer.Argument(help="What hasila read (or link) printed with --format jsonl; without: the register."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write; without: standard output.")] = None,
    format: Annotated[FileFormat | None, typer.Option(help="Without: by the ending of --out, else csv.")] = None,
    profile: Annotated[ProfileName, typer.Option(help="full: everything, for your own archive alone.")] = (
        ProfileName.public
    ),
    with_quotes: Annotated[
        bool, typer.Option("--with-quotes", help="Words of reports, victims' names masked.")
    ] = False,
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that is there.")] = False,
    actor: Annotated[str | None, typer.Option(help="Id of a blamed side.")] = None,
    admin1: Annotated[str | None, typer.Option(help="Province, in English.")] = None,
    country: Annotated[str | None, typer.Option(help="Country, two letters.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet, as reports name it.")] = None,
    outcome: Annotated[str | None, typer.Option(help="killed, injured, ...")] = None,
    since: Annotated[str | None, typer.Option(help="First day of the harm.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day of the harm.")] = None,
    search: Annotated[str | None, typer.Option(help="Words that the report holds.")] = None,
) -> None:
    """
    Export claims or incidents, as people's decisions left them, with a report of all that is lost or withheld.

    By default nothing leaves that could hurt a private person: no names, no words of reports, no fine coordinates, no
    reviewer and no notes. NAME.about.json beside the file tells versions, filter, profile, losses.
    """
    with plain_errors():
        first, last = moment(since), moment(until)
        wanted = Wanted(actor, admin1, country, outlet, outcome, first and first.date(), last and last.date(), search)
        chosen = format or _by_ending(out)
        _check_place(out, file, replace)
        rows = _of_file(what, file, wanted) if file else _of_register(what, wanted)
        about = About(what.value, datetime.now(UTC), f"hasila {version('hasila')}", wanted.asked(), rows.origin)
        by = _chosen_profile(profile, with_quotes)
        make: Any = export_claims if what is What.claims else export_incidents
        made: Exported = make(_with_progress(rows), chosen.value, about, by)
        _write(made, out)
        _tell(made, out)


def _by_ending(out: Path | None) -> FileFormat:
    ending = out.suffix.lower().removeprefix(".") if out else "csv"
    try:
        return FileFormat({"json": "geojson", "ndjson": "jsonl"}.get(ending, ending))
    except ValueError:
        raise Plain(f"{out} does not tell the format by its ending; add --format csv, jsonl or geojson.") from None


def _check_place(out: Path | None, file: Path | None, replace: bool) -> None:
    if out is None:
        return
    if not out.parent.is_dir():
        raise Plain(f"There is no folder {out.parent} to write {out.name} into; make it first.")
    if file is not None and out.exists() and file.exists() and out.samefile(file):
        raise Plain(f"{out} is what the export is made of; write it to another file.")
    if out.is_dir():
        raise Plain(f"{out} is a folder; name a file in it.")
    if out.exists() and not replace:
        raise Plain(f"{out} is there already; name another file, or add --replace.")


def _chosen_profile(name: ProfileName, with_quotes: bool) -> Profile:
    chosen = PROFILES[name.value]
    if name is ProfileName.full:
        typer.echo(
            "Profile full: names of victims, words of reports, exact places, reviewers and their notes are in this "
            "export. It is for your own archive: keep it safe, and never publish it.",
            err=True,
        )
    elif with_quotes:
        typer.echo(
            "With quotes: names of victims that hasila knows are masked, but others may stand in the words. "
            "Read them before you publish.",
            err=True,
        )
        return chosen.with_quotes()
    return chosen


def _of_register(what: What, wanted: Wanted) -> _Rows:
    open_register()
    from hasila.register import exporting  # needs Django, which the door has set up
    from hasila.web.relinking import is_stale

    if is_stale():
        typer.echo(
            "Reports or decisions are newer than the incidents; bring them up to date with: hasila link", err=True
        )
    if what is What.claims:
        claims = exporting.claims_wanted(wanted)
        return _Rows(exporting.claim_rows(claims), "register", claims.count())
    incidents = exporting.incidents_wanted(wanted)
    return _Rows(exporting.incident_rows(incidents), "register", incidents.count())


def _of_file(what: What, file: Path, wanted: Wanted) -> _Rows:
    """The rows of a file, told by its name alone: a path tells how somebody's machine is laid out."""
    _check_questions(what, wanted)
    lines = _lines(file)
    if what is What.claims:
        claims = claims_of_readings(lines)
        return _Rows((row for row in claims if wanted.holds_claim(row)), file.name, None)
    incidents = incidents_of_links(lines)
    return _Rows((row for row in incidents if wanted.holds_incident(row)), file.name, None)


def _check_questions(what: What, wanted: Wanted) -> None:
    able = {"actor", "since", "until"} | ({"admin1", "country", "outcome", "outlet"} if what is What.claims else set())
    if unable := sorted(wanted.asked().keys() - able):
        raise Plain(f"A file of {what.value} cannot be asked for its {unable[0]}; add the reports to a register first.")


def _lines(file: Path) -> Iterator[str]:
    try:
        with file.open(encoding="utf-8-sig") as lines:
            yield from lines
    except UnicodeDecodeError:
        raise Plain(f"{file} is no text in UTF-8; give what hasila read or hasila link printed.") from None


def _with_progress(rows: _Rows) -> Iterator[Any]:
    """The same rows; a line on a terminal that counts them. What is wrong in a file becomes a sentence."""
    seen = sys.stderr.isatty() and not sys.stdout.isatty()
    of = f" of {rows.known}" if rows.known is not None else ""
    number = 0
    try:
        for number, row in enumerate(rows.rows, start=1):
            if seen and number % _EVERY == 0:
                sys.stderr.write(f"\r{number}{of} rows")
                sys.stderr.flush()
            yield row
    except NotThis as wrong:
        raise Plain(f"{rows.origin}: {wrong}") from None
    finally:
        if seen and number >= _EVERY:
            sys.stderr.write("\r" + " " * 40 + "\r")


def _write(made: Exported, out: Path | None) -> None:
    if out is not None:
        write_files(made, out)
        return
    # Line ends and the byte order mark belong to the format: nothing may be made of them on the way.
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]  # it is a text file here
    sys.stdout.writelines(made.lines)
    sys.stdout.flush()


def _tell(made: Exported, out: Path | None) -> None:
    """In a few lines: how many rows went out, what was dropped, degraded and withheld, and where the rest is told."""
    say = partial(typer.echo, err=True)
    dropped = made.losses.dropped_rows
    say(f"{made.tally.rows - dropped} rows exported{f' to {out}' if out else ''}, {dropped} dropped.")
    for loss in made.losses:
        say(f"  {loss.action}: {loss.field}, {loss.count} times: {loss.why}")
    say(f"Versions, filter and losses row by row: {beside(out)}" if out else "With --out, a file beside it tells more.")
