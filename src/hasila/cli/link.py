"""hasila link: from reports to incidents; of files without a register, or of the register."""

import json
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from hasila import Incident, Judgement, Reading, Report, load_gazetteer, load_pack
from hasila import read as read_report
from hasila.cli.inputs import given
from hasila.cli.plain_errors import plain_errors
from hasila.cli.register_door import open_register
from hasila.home import home
from hasila.intake import BadInput
from hasila.pipeline import link as link_readings


class Format(StrEnum):
    """How incidents are printed."""

    table = "table"
    jsonl = "jsonl"


def link(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REPORTS.jsonl...]", help="Reports, as for hasila read; none: all of the register."),
    ] = None,
    format: Annotated[Format, typer.Option(help="table: for reading; jsonl: one line of JSON per incident.")] = (
        Format.table
    ),
) -> None:
    """
    Link reports of one incident: those of files, without a register; without files, those of the register.

    In the register the incidents take the place of the old ones; what people decided holds. Of files, what cannot be
    read is told in a sentence, the rest is linked, and the exit code is then 1.
    """
    if not sources:
        incidents, bad = _link_register(), list[BadInput]()
    else:
        bad = []
        incidents = _linked(list(_read_all(sources, bad)))
    if sources or format is Format.jsonl:
        _print(incidents, format)
    for one in bad:
        typer.echo(f"{one.where}: {one.error}", err=True)
    if bad:
        raise typer.Exit(1)


def _linked(readings: Sequence[tuple[Report, Reading]], judgements: Sequence[Judgement] = ()) -> list[Incident]:
    _progress(f"linking {len(readings)} reports")
    incidents = link_readings(readings, judgements)
    _progress("")
    return incidents


def _link_register() -> list[Incident]:
    """Link all reports of the register, file the incidents, and say how many there are."""
    found: list[Incident] = []

    def link_and_tell(readings: Sequence[tuple[Report, Reading]], judgements: Sequence[Judgement]) -> list[Incident]:
        found.extend(_linked(readings, judgements))
        _progress(f"filing {len(found)} incidents")
        return found

    with plain_errors():
        open_register()
        from hasila.register.models import Report as ReportRow  # needs Django, which the door has set up
        from hasila.web.relinking import link_now

        _progress("reading the register")
        made = link_now(link_and_tell)
        _progress("")
        totals = sum(incident.kind == "total" for incident in found)
        told = f"{ReportRow.objects.count()} reports: {made - totals} incidents and {totals} running totals."
        typer.echo(told, err=True)
    return found


def _print(incidents: list[Incident], format: Format) -> None:
    if format is Format.jsonl:
        for incident in incidents:
            sys.stdout.write(json.dumps(record_of(incident), ensure_ascii=False) + "\n")
    else:
        for incident in incidents:
            typer.echo("\n".join(lines_of(incident)) + "\n")


def _read_all(sources: list[str], bad: list[BadInput]) -> Iterator[tuple[Report, Reading]]:
    """Each report with its reading; what cannot be read goes to `bad`."""
    pack, gazetteer = load_pack(), load_gazetteer(home())
    for count, one in enumerate(given(sources), start=1):
        if isinstance(one.what, BadInput):
            bad.append(one.what)
            continue
        if count % 50 == 0:
            _progress(f"{count} reports read")
        try:
            reading = read_report(one.what, pack, gazetteer)
        except Exception as error:  # our own mistake in one report must not cost the reader all others
            told = f"hasila itself failed on this report ({type(error).__name__}: {error}); please send it as a bug."
            bad.append(BadInput(where=one.what.id, error=told))
            continue
        yield one.what, reading


def record_of(incident: Incident) -> dict[str, Any]:
    """The JSON record of an incident; its claims are pairs of a report's id and an index in that report's claims."""
    return incident.model_dump(mode="json")


def lines_of(incident: Incident) -> list[str]:
    """An incident in a few lines for a person."""
    where = incident.place.name if incident.place else "place unknown"
    when = _days(incident)
    head = f"{when} · {where}" + (" · running total" if incident.kind == "total" else "")
    lines = [head, f"   {incident.id}"]
    lines.append(f"   reports: {', '.join(incident.reports) or 'none'}")
    if incident.recalls:
        lines.append(f"   recalled in: {', '.join(incident.recalls)}")
    if incident.actors:
        also = f"; also {', '.join(incident.also_blamed)}" if incident.also_blamed else ""
        lines.append(f"   blamed: {', '.join(incident.actors)}{also}")
    for rule, figures in incident.ranges.items():
        told = [f"{name} {_range(*bounds)}" for name, bounds in figures.items() if bounds != (None, None)]
        lines.append(f"   {rule}: {', '.join(told) or 'no figures'}")
    if incident.grade:
        lines.append(f"   suggested grade: {incident.grade}")
    return lines + [f"   - {sentence}" for sentence in incident.why]


def _days(incident: Incident) -> str:
    if incident.date is None:
        return "day unknown"
    first, last = incident.date.from_, incident.date.to
    return str(first) if first == last else f"{first} – {last}"


def _range(low: int | None, high: int | None) -> str:
    if low is not None and low == high:
        return str(low)
    return f"{'?' if low is None else low}–{'?' if high is None else high}"


def _progress(told: str) -> None:
    """A line that tells where we are, on a terminal that somebody watches."""
    if sys.stderr.isatty() and not sys.stdout.isatty():
        sys.stderr.write("\r" + " " * 60 + "\r" + told)
        sys.stderr.flush()
