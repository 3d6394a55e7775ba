"""hasila evaluate: how well reports are read, by claims that somebody coded."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from hasila import Gazetteer, Pack, Report, load_gazetteer, load_pack, read
from hasila.cli.plain_errors import Plain, plain_errors
from hasila.evaluate import Figures, worst_first
from hasila.evaluate import evaluate as figures_of
from hasila.evaluate.noise import kinds_of_noise, under_noise
from hasila.home import home
from hasila.intake import BadInput, read_jsonl
from hasila.text.fold import fold_word

Claims = dict[str, list[dict[str, Any]]]
_RESAMPLES = 1000
_BROKEN_FAMILIES = ("harm", "causes", "actors")


def evaluate(
    reports: Annotated[Path, typer.Argument(help="JSON Lines: id, title, text, published.", exists=True)],
    claims: Annotated[Path, typer.Argument(help='JSON Lines: {"id", "claims"}, coded by the codebook.', exists=True)],
    errors: Annotated[int, typer.Option(min=0, help="Show so many mistakes, the worst first.")] = 0,
    noise: Annotated[bool, typer.Option("--noise", help="Read once more with spelling noise, kind by kind.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the figures as one line of JSON.")] = False,
) -> None:
    """Measure reading against claims that somebody coded: figures with 95 % intervals, and the worst mistakes first."""
    with plain_errors():
        given, coded = _reports(reports), _coded(claims)
        missing = [report for report in coded if report not in given]
        if missing:
            raise Plain(f"{claims} codes the report {missing[0]}, which {reports} has not; give both of one set.")
        pack, gazetteer = load_pack(), load_gazetteer(home())
        mine = {key: _claims_of(report, pack, gazetteer) for key, report in given.items() if key in coded}
        figures = figures_of(coded, mine, _RESAMPLES)
        typer.echo(_as_json(figures) if json_ else "\n".join(_lines(figures)))
        for mistake in worst_first(coded, mine)[:errors]:
            words = " ".join(mistake.words.split())
            typer.echo(f"  {mistake.kind}: {mistake.report} “{words}” coded {mistake.coded} read {mistake.read}")
        if noise:
            for line in _with_noise(given, coded, figures, pack, gazetteer):
                typer.echo(line)


def _reports(path: Path) -> dict[str, Report]:
    with path.open("rb") as file:
        found = list(read_jsonl(file))
    bad = next((one for one in found if isinstance(one, BadInput)), None)
    if bad:
        raise Plain(f"{path}, {bad.where}: {bad.error}")
    return {one.id: one for one in found if isinstance(one, Report)}


def _coded(path: Path) -> Claims:
    """The claims of a file by the id of their report."""
    coded: Claims = {}
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            coded[record["id"]] = list(record.get("claims") or [])
        except (ValueError, TypeError, KeyError, AttributeError):
            raise Plain(
                f'{path}, line {number}: this is no record of claims like {{"id": "7", "claims": []}}.'
            ) from None
    return coded


def _claims_of(report: Report, pack: Pack, gazetteer: Gazetteer) -> list[dict[str, Any]]:
    return [claim.model_dump(mode="json") for claim in read(report, pack, gazetteer).claims]


def _lines(figures: Figures) -> Iterator[str]:
    """The figures in the words of the scorer."""
    yield f"reports {figures.reports}"
    for name, rate in figures.rates.items():
        low, high = figures.intervals[name]
        yield (
            f"{name:13} P {rate.precision:.3f}  R {rate.recall:.3f}  F1 {rate.f1:.3f}  [{low:.3f}, {high:.3f}]"
            f"   ({rate.hit} of {rate.read} read, {rate.coded} coded)"
        )
    yield f"blame         wrong {figures.wrong}  invented {figures.invented}"
    yield "fields        " + "  ".join(f"{k} {v:.2f}" for k, v in figures.fields.items() if v is not None)


def _as_json(figures: Figures) -> str:
    rates = {
        name: {"p": r.precision, "r": r.recall, "f1": r.f1, "hit": r.hit, "read": r.read, "coded": r.coded}
        for name, r in figures.rates.items()
    }
    blame = {"wrong": figures.wrong, "invented": figures.invented}
    told = {"reports": figures.reports, **rates, "blame": blame, "fields": dict(figures.fields)}
    return json.dumps({**told, "intervals": dict(figures.intervals)}, ensure_ascii=False)


def _with_noise(
    given: Mapping[str, Report], coded: Claims, clean: Figures, pack: Pack, gazetteer: Gazetteer
) -> Iterator[str]:
    """A line a kind of noise: the F1 of numeric tolls and how far it moved."""
    before = clean.rates["toll_numeric"].f1
    yield f"with spelling noise, numeric toll F1 (without: {before:.3f})"
    kinds = kinds_of_noise(_told_words(pack, gazetteer))
    for name, figures in under_noise(given, coded, lambda report: _claims_of(report, pack, gazetteer), kinds):
        after = figures.rates["toll_numeric"].f1
        yield f"  {name:22} {after:.3f}  {after - before:+.3f}"


def _told_words(pack: Pack, gazetteer: Gazetteer) -> Callable[[str], bool]:
    """The words that somebody would break up: of harm, causes and sides, and names of places."""
    rows: Sequence[Any] = [row for family in _BROKEN_FAMILIES for row in pack.family(family)]
    words = {fold_word(form) for row in rows for form in row.forms if " " not in form}
    return lambda word: fold_word(word) in words or gazetteer.has(word)
