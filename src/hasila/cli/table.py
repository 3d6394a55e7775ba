"""A reading for a terminal: each sentence with its quotes, and under it what was read and what that rests on."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from rich.cells import set_cell_size
from rich.console import Console
from rich.text import Text

from hasila.cli.labels import CLAIMS, Labels
from hasila.cli.prose import Prose, clean, shortened
from hasila.model.claim import Claim, EventMention, Place, Reading, When
from hasila.model.record import Quote
from hasila.model.report import Report

_WIDEST = 110  # longer lines of prose are hard to read
_NAMES = 10  # cells of the column with the names of rows
_SENTENCE = 400  # code points of the longest sentence that is shown whole
_ENDS = re.compile(r"[.!?؟۔](?=\s|$)|\n")

Rows = dict[str, Prose]
Told = dict[str, tuple[str, int]]  # of each row: what was last told, and the number of the claim that told it


@dataclass
class _Tree:
    """A claim with its number for people (from 1) and its parts."""

    number: int
    claim: Claim
    parts: "list[_Tree]" = field(default_factory=list)


def printer(language: str, console: Console | None = None) -> Callable[[Report, Reading], None]:
    """What prints readings to a terminal (or a pipe), with labels in "en" or "ar"."""
    console = console or Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    # Without colours the quote is told from its sentence by brackets.
    plain = not console.is_terminal or console.no_color
    table = Table(Labels(language), min(console.width, _WIDEST), plain)

    def show(report: Report, reading: Reading) -> None:
        for line in table.lines(report, reading):
            console.print(line, soft_wrap=True)

    return show


class Table:
    """Turns readings into lines of at most `width` cells; `plain` marks quotes by brackets."""

    def __init__(self, labels: Labels, width: int, plain: bool = False) -> None:
        self.say, self.width, self.plain = labels, max(width, 40), plain

    def lines(self, report: Report, reading: Reading) -> Iterator[Text]:
        """All lines of a report and its reading."""
        yield from self._head(report, reading)
        sentence: tuple[int, int] | None = None
        told: Told = {}
        for tree in _trees(reading.claims):
            around = _sentence_of(report.words, tree.claim.quote)
            if around != sentence:
                sentence = around
                yield Text()
                yield from self._sentence(report.words, around, reading.claims)
            yield from self._claim(tree, told, 1)
        yield from self._without_harm(reading)
        yield Text()

    # --- the report

    def _head(self, report: Report, reading: Reading) -> Iterator[Text]:
        yield Text("─" * self.width, "dim")
        title = report.title or _first_line(report.text)
        yield from self._indented(Prose().quote(title, "bold"), " ", " ")
        about = Prose()
        if report.outlet:
            about.quote(report.outlet).say(" · ")
        if report.published:
            found = self.say(report.published_from)
            about.say(f"{self.say('published')} {_moment(report.published)} ({found})", "dim")
        else:
            about.say(self.say("day unknown"), "yellow")
        count = len(reading.claims)
        claims = self.say.counted(count, CLAIMS) if count else self.say("no claims")
        yield from self._indented(about.say(" · ").say(claims), " ", " ")

    def _sentence(self, words: str, around: tuple[int, int], claims: Sequence[Claim]) -> Iterator[Text]:
        start, end = around
        text = Text(clean(words[start:end]))
        quotes = sorted({(c.quote.start - start, c.quote.end - start) for c in claims if start <= c.quote.start < end})
        if self.plain:
            for a, b in reversed(_disjoint(quotes)):
                text = Text.assemble(text[:a], "[", text[a:b], "]", text[b:])
        else:
            for a, b in quotes:
                text.stylize("bold underline", max(a, 0), min(b, end - start))
        # Some terminals lose a mark of direction that has no cell before it: so nothing begins at the edge.
        yield from self._indented(Prose().quote(text), " ", " ")

    def _without_harm(self, reading: Reading) -> Iterator[Text]:
        told = {claim.event for claim in reading.claims}
        others = [event for number, event in enumerate(reading.events) if number not in told]
        if others:
            yield Text()
            yield Text(self.say("without harm"), "dim")
        for event in others:
            prose = Prose().say("· ").say(self.say(event.cause))
            if not event.main:
                prose.say(f" ({self.say('background')})")
            self._words_of(prose, event.evidence.get("cause", ()))
            for name, row in self._circumstances(event).items():
                prose.say(f" · {self.say(name)} ", "dim")
                prose.join(row)
            for number, line in enumerate(prose.lines(self.width - 2)):
                yield Text("  " if number else "").append_text(line)

    # --- a claim

    def _claim(self, tree: _Tree, told: Told, depth: int) -> Iterator[Text]:
        indent = "   " * depth
        yield from self._indented(self._headline(tree, depth), "   " * (depth - 1), indent)
        same: dict[int, list[str]] = {}
        for name, row in self._rows(tree.claim).items():
            if name in told and told[name][0] == row.plain:
                same.setdefault(told[name][1], []).append(self.say(name))
            else:
                told[name] = (row.plain, tree.number)
                yield from self._indented(self._named(self.say(name), row), indent, indent + " " * _NAMES)
        # A part has what its whole has, unless it says otherwise.
        for number, names in same.items() if depth == 1 else ():
            prose = Prose().say(f"{self.say(',').join(names)}: {self.say('as in')} {number}", "dim")
            yield from self._indented(prose, indent, indent)
        yield from self._indented(self._sure(tree.claim), indent, indent + " " * _NAMES)
        for part in tree.parts:
            yield from self._claim(part, dict(told), depth + 1)

    def _headline(self, tree: _Tree, depth: int) -> Prose:
        claim, say = tree.claim, self.say
        prose = Prose().say(f"{'└ ' if depth > 1 else ''}{tree.number}".ljust(2) + " ")
        prose.say(say(claim.outcome), "bold red" if claim.outcome in ("killed", "casualty", "injured") else "bold")
        prose.say(" · ").say(say.figure(claim.low, claim.high, claim.approx, claim.unit), "bold")
        kinds = say(",").join(say(kind, "kind") for kind in claim.kinds)
        prose.say(" · ").say(say(claim.status, "status") + (f": {kinds}" if kinds else ""))
        if claim.affiliation:
            prose.say(f" {say('of')} {say.actor(claim.affiliation, _day(claim))}")
        for code in (claim.scope, claim.stance):
            if code not in ("incident", "affirmed"):
                prose.say(" · ").say(say(code), "bold yellow")
        if claim.victims:
            prose.say(f" · {len(claim.victims)} {say('named')}")
        return prose.say("  ").quote(f"«{claim.quote.text}»", "cyan")

    def _rows(self, claim: Claim) -> Rows:
        """The rows under a claim by name, in the order in which they are read."""
        how = Prose().say(self.say(claim.cause))
        self._words_of(how, claim.evidence.get("cause", ()))
        rows = self._circumstances(claim)
        who = Prose()
        if claim.source.text:
            who.quote(f"«{claim.source.text}»").say(f" ({self.say(claim.source.kind, 'source')})")
        else:
            who.say(self.say(claim.source.kind, "source"))
        return {
            "how": how,
            "blamed": rows["blamed"],
            "said by": who,
            "where": rows["where"],
            "when": rows["when"],
        }

    def _sure(self, claim: Claim) -> Prose:
        told = self.say(",").join(self.say(reason) for reason in claim.confidence.reasons)
        row = Prose().say(f"{claim.confidence.score:.2f}" + (f": {told}" if told else ""), "dim")
        return self._named(self.say("sure"), row)

    def _circumstances(self, of: Claim | EventMention) -> Rows:
        rows = {"blamed": self._blame(of), "where": self._place(of.place), "when": self._when(of.date)}
        self._words_of(rows["when"], of.evidence.get("date", ()) if of.date else ())
        return rows

    def _blame(self, of: Claim | EventMention) -> Prose:
        prose = Prose()
        for number, one in enumerate(of.blame):
            prose.say("; " if number else "").say(self.say.actor(one.actor, _day(of)), "bold")
            words = one.evidence[0].text if one.evidence else one.name
            prose.say(f" — {self.say(one.basis)}")
            if words:
                prose.say(": ").quote(f"«{words}»", "cyan")
        return prose if of.blame else prose.say(self.say("nobody"), "dim")

    def _place(self, place: Place | None) -> Prose:
        prose = Prose()
        if place is None:
            return prose.say(self.say("not told"), "dim")
        prose.quote(f"«{place.text}»", "cyan")
        area = self.say.area(place.admin1, place.country)
        for part in (self.say(place.level) if place.level else "", area):
            prose.say(f" · {part}" if part else "")
        if place.lat is not None and place.lon is not None:
            return prose.say(f" · {place.lat:.3f}, {place.lon:.3f} · {self.say('row')} {place.row}", "dim")
        return prose.say(f" · {self.say('no coordinates')}", "dim")

    def _when(self, when: When | None) -> Prose:
        if when is None:
            return Prose().say(self.say("not told"), "dim")
        days = str(when.from_) if when.from_ == when.to else f"{when.from_} – {when.to}"
        return Prose().say(f"{days} ({self.say(when.precision)})")

    def _words_of(self, prose: Prose, words: Sequence[Quote]) -> None:
        told = list(dict.fromkeys(quote.text for quote in words))
        if told:
            prose.say(" ").quote(" ".join(f"«{text}»" for text in told), "cyan")

    # --- lines

    def _named(self, name: str, row: Prose) -> Prose:
        return Prose().say(set_cell_size(name, _NAMES - 1) + " ", "dim").join(row)

    def _indented(self, prose: Prose, first: str, rest: str) -> Iterator[Text]:
        for number, line in enumerate(prose.lines(self.width - len(rest), self.width - len(first))):
            yield Text(rest if number else first).append_text(line)


def _day(of: Claim | EventMention) -> date | None:
    """The day that tells which government a name means."""
    return of.date.from_ if of.date else None


def _trees(claims: Sequence[Claim]) -> list[_Tree]:
    """Claims under the claims that they are part of, each in the order of the reading."""
    nodes = [_Tree(number, claim) for number, claim in enumerate(claims, start=1)]
    tops: list[_Tree] = []
    for node in nodes:
        parent = node.claim.part_of
        (nodes[parent].parts if parent is not None else tops).append(node)
    return tops


def _sentence_of(words: str, quote: Quote) -> tuple[int, int]:
    """The sentence that holds a quote; only its surroundings where it is very long."""
    ends = [m.end() for m in _ENDS.finditer(words, 0, quote.start)]
    start = ends[-1] if ends else 0
    close = _ENDS.search(words, quote.end)
    end = close.start() + (close.group() != "\n") if close else len(words)
    start = max(start, quote.start - _SENTENCE // 2)
    end = min(end, quote.end + _SENTENCE // 2)
    return start + len(words[start:end]) - len(words[start:end].lstrip()), end


def _moment(published: date | datetime) -> str:
    """A day, or a day and time to the minute with its zone."""
    return f"{published:%Y-%m-%d %H:%M %z}".strip() if isinstance(published, datetime) else str(published)


def _first_line(text: str) -> str:
    """The first line that says something; what is shorter is the name of a section."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return shortened(next((line for line in lines if len(line.split()) > 3), lines[0]), 120)


def _disjoint(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans from left to right; one that touches the one before is left out."""
    out: list[tuple[int, int]] = []
    for a, b in spans:
        if not out or a >= out[-1][1]:
            out.append((max(a, 0), b))
    return out
