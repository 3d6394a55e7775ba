"""hasila why: the rows and rules that made a claim, and where in the text they hit."""

from collections.abc import Iterator
from typing import Annotated

import typer

from hasila import Claim, Pack, Reading, Report, load_gazetteer, load_pack, read
from hasila.cli.inputs import day_given, given
from hasila.cli.prose import END, ISOLATE, clean
from hasila.cli.rules import RULES
from hasila.home import home
from hasila.intake import BadInput
from hasila.model.record import Quote
from hasila.pack.lexicon import Lexicon
from hasila.pack.rows import Row
from hasila.text.tokens import Document, read_document

_BESIDE = 6  # tokens shown on each side of a hit


def why(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A page, a text, a .jsonl file, a link, or - .")],
    claim: Annotated[int | None, typer.Option(min=1, help="Its number in the table; all without.")] = None,
    report: Annotated[str | None, typer.Option(help="Id of the report, where the source holds several.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Day of publication.")] = None,
) -> None:
    """Show for a claim the rows and rules that made it, with the words that they hit."""
    pack, gazetteer = load_pack(), load_gazetteer(home())
    found = False
    for one in given([source], day_given(published)):
        if isinstance(one.what, BadInput):
            typer.echo(f"{one.what.where}: {one.what.error}", err=True)
            continue
        if report and one.what.id != report:
            continue
        reading = read(one.what, pack, gazetteer)
        for line in explanation(one.what, reading, pack, claim):
            typer.echo(line)
            found = True
    if not found:
        number = f" with the number {claim}" if claim else ""
        typer.echo(f"There is no claim{number} in {source}; hasila read {source} shows what there is.", err=True)
        raise typer.Exit(1)


def explanation(report: Report, reading: Reading, pack: Pack, number: int | None = None) -> Iterator[str]:
    """The lines that explain the claims of a reading, or the one with this number (from 1)."""
    rows = {row.id: row for family in pack.rows.values() for row in family}
    document = read_document(report.words, Lexicon(rows.values()).knows)
    for at, claim in enumerate(reading.claims, start=1):
        if number in (None, at):
            yield f"{at}  {claim.outcome} {_figure(claim)}  {_arabic(claim.quote.text)}"
            yield from _fields(claim)
            if claim.place and claim.place.why:
                yield f"   {'':14} {claim.place.why}"
            for rule in claim.rules:
                yield from _rule(rule, rows.get(rule), document, claim)
            yield ""


def _figure(claim: Claim) -> str:
    low, high = ("…" if n is None else str(n) for n in (claim.low, claim.high))
    return low if low == high else f"{low}–{high}"


def _fields(claim: Claim) -> Iterator[str]:
    """Each value that rests on words, with the words."""
    for field, words in claim.evidence.items():
        told = ", ".join(f"{_arabic(q.text)} at {q.start}–{q.end}" for q in words)
        yield f"   {field:14} {told}"


def _rule(rule: str, row: Row | None, document: Document, claim: Claim) -> Iterator[str]:
    if row is None:
        yield f"   {rule}: {RULES.get(rule, 'a rule of the program')}"
        return
    told = ", ".join(f"{key} = {_plainly(value)}" for key, value in row.says.items() if key != "numbers")
    yield f"   {rule} (data/{row.id.partition('.')[0]}/{row.family}.toml)" + (f": {told}" if told else "")
    for hit in _hits(row, document, claim.quote):
        yield f"      {hit}"


def _plainly(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _hits(row: Row, document: Document, quote: Quote) -> list[str]:
    """Where a row hits, with the words beside it: in the claim's sentence, or else the hit that is nearest to it."""
    found = Lexicon([row]).find(document.tokens)
    if not found:
        return ["(its words are part of a longer phrase)"]

    def distance(first: int) -> int:
        start = document.tokens[first].start
        return max(quote.start - start, start - quote.end, 0)

    nearest = min(found, key=lambda hit: distance(hit.first))
    same = document.sentence_of[nearest.first]
    return [_shown(document, hit.first, hit.last) for hit in found if document.sentence_of[hit.first] == same]


def _shown(document: Document, first: int, last: int) -> str:
    before, after = max(first - _BESIDE, 0), min(last + _BESIDE, len(document.tokens))
    start, end = document.tokens[before].start, document.tokens[after - 1].end
    a, b = document.tokens[first].start, document.tokens[last - 1].end
    words = document.source
    text = " ".join(f"{words[start:a]}[{words[a:b]}]{words[b:end]}".split())
    return f"{_arabic(text, quoted=False)} at {a}–{b}"


def _arabic(text: str, *, quoted: bool = True) -> str:
    plain = clean(" ".join(text.split()))
    return f"{ISOLATE}«{plain}»{END}" if quoted else f"{ISOLATE}… {plain} …{END}"
