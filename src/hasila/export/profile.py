"""
The publication profile: what of a row may leave the house. On by default; what it withholds is counted.

Bayanat leaked an internal field in a public export (PR #346): here a row passes through the profile before any format
sees it, so a format cannot write what the profile took out.
"""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from hasila.export.loss import Losses
from hasila.export.names import holds_name, masked
from hasila.export.precision import on_grid
from hasila.export.records import ClaimRow, IncidentRow, Row, Told
from hasila.export.speakers import may_be_named
from hasila.model.claim import Blame, Claim, Level, Place, Source
from hasila.model.incident import IncidentPlace
from hasila.model.record import Quote
from hasila.text.fold import fold, fold_word
from hasila.text.peel import bare

VERSION = "1"
_HOMES = frozenset(map(fold_word, ("منزل", "منازل", "بيت", "دار", "مزرعة", "خيمة", "سيارة")))
_FINER_THAN_A_VILLAGE: frozenset[Level | None] = frozenset(("point", "landmark", "neighbourhood", "near", None))


@dataclass(frozen=True)
class Profile:
    """
    What may be published. `grid` is the step, in degrees, that coordinates are rounded to (None: as they are).

    `people`: victims' names, reviewers and their notes, and reasons that name speakers. `quotes`: words of reports.
    """

    name: str
    grid: float | None
    people: bool
    quotes: bool

    def with_quotes(self) -> "Profile":
        """The same with the words of reports, the names of victims masked in them."""
        return replace(self, quotes=True)

    def record(self) -> dict[str, Any]:
        """The profile as JSON values, for what stands beside a file."""
        told = {"name": self.name, "version": VERSION, "grid_degrees": self.grid}
        return told | {"people": self.people, "quotes": self.quotes}


PUBLIC = Profile("public", grid=0.05, people=False, quotes=False)
FULL = Profile("full", grid=None, people=True, quotes=True)
PROFILES = {profile.name: profile for profile in (PUBLIC, FULL)}


def published(row: Row, profile: Profile, losses: Losses) -> Row:
    """The row as the profile lets it out, what is withheld being noted in `losses`."""
    if profile.people:
        return row.model_copy(update={"names": ()})
    gate = _Gate(row, profile, losses)
    return gate.claim_row(row) if isinstance(row, ClaimRow) else gate.incident_row(row)


class _Gate:
    """Lets one row out."""

    def __init__(self, row: Row, profile: Profile, losses: Losses) -> None:
        self.names, self.profile = row.names, profile
        self.withhold = partial(losses.note, "withheld", row=row.id)

    def claim_row(self, row: ClaimRow) -> ClaimRow:
        return row.model_copy(
            update={
                "claim": self.claim(row.claim),
                "as_read": self.as_read(row),
                "report": self.report(row.report),
                "decisions": self.no_people(row.decisions),
                "names": (),
            }
        )

    def incident_row(self, row: IncidentRow) -> IncidentRow:
        incident = row.incident
        if incident.why:
            self.withhold("incident.why", "reasons quote speakers and names", times=len(incident.why))
        kept = incident.model_copy(update={"why": (), "place": self.incident_place(incident.place)})
        return row.model_copy(update={"incident": kept, "decisions": self.no_people(row.decisions), "names": ()})

    def no_people(self, decisions: tuple[Any, ...]) -> tuple[Any, ...]:
        if decisions:
            self.withhold("decisions", "who reviewed, when, and their notes", times=len(decisions))
        return ()

    def claim(self, claim: Claim) -> Claim:
        if claim.victims:
            self.withhold("victims", "names, ages and sex of victims", times=len(claim.victims))
        said = claim.confidence
        return claim.model_copy(
            update={
                "victims": (),
                "quote": self.quote("quote", claim.quote),
                "evidence": {key: self.quotes("evidence", quotes) for key, quotes in claim.evidence.items()},
                "blame": tuple(self.blame(blame) for blame in claim.blame),
                "place": self.place(claim.place),
                "source": self.source(claim.source),
                "confidence": said.model_copy(
                    update={"reasons": tuple(masked(reason, self.names) for reason in said.reasons)}
                ),
            }
        )

    def as_read(self, row: ClaimRow) -> dict[str, Any]:
        """What was read in corrected fields, by the same rules as what stands."""
        if not row.as_read:
            return {}
        before = Claim.model_validate(row.claim.model_dump(mode="json") | row.as_read)
        quiet = _Gate(row, self.profile, Losses())  # what stands beside these fields has been counted
        after = quiet.claim(before).model_dump(mode="json")
        for field, read in before.model_dump(mode="json", include=set(row.as_read)).items():
            if after[field] != read:
                self.withhold(f"as_read.{field}", "what is withheld of the value as it stands")
        return {field: after[field] for field in row.as_read}

    def report(self, report: Told) -> Told:
        title = report.title and self.words("report.title", report.title)
        return report.model_copy(update={"title": title or None, "url": report.url and self.address(report.url)})

    def address(self, url: str) -> str:
        """An address without a user's name in it; its site alone where the rest spells a victim's name."""
        try:
            parts = urlsplit(url)
        except ValueError:
            parts = urlsplit("")
        site = parts.netloc.rpartition("@")[2]
        if not holds_name(unquote(url, errors="replace").replace("_", " "), self.names):
            return urlunsplit(parts._replace(netloc=site)) if site != parts.netloc else url
        self.withhold("report.url", "the address spells a victim's name: its site is kept")
        return urlunsplit((parts.scheme, site, "/", "", "")) if site else ""

    def quote(self, field: str, quote: Quote) -> Quote:
        """The words with names masked, or without them; where they stand in the report is kept."""
        return quote.model_copy(update={"text": self.words(field, quote.text, quote.start)})

    def quotes(self, field: str, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(self.quote(field, quote) for quote in quotes)

    def words(self, field: str, words: str, start: int | None = None) -> str:
        if self.profile.quotes:
            return self.short(field, words, start)
        if words:
            self.withhold(field, "words of the report: names may stand in them")
        return ""

    def short(self, field: str, words: str, start: int | None = None) -> str:
        """A few words that stay, but for names of victims."""
        kept = masked(words, self.names, start)
        if kept != words:
            self.withhold(field, "the name of a victim")
        return kept

    def blame(self, blame: Blame) -> Blame:
        name = blame.name and self.short("blame.name", blame.name)
        return blame.model_copy(update={"name": name, "evidence": self.quotes("evidence", blame.evidence)})

    def source(self, source: Source) -> Source:
        if not may_be_named(source):
            self.withhold("source.text", "a speaker who may be a private person; their kind is told")
            return source.model_copy(update={"text": None})
        return source.model_copy(update={"text": source.text and self.short("source.text", source.text)})

    def place(self, place: Place | None) -> Place | None:
        if place is None:
            return None
        if place.candidates or place.why:
            self.withhold("place.candidates", "other places that the words may mean, and why this one was chosen")
        told = {"candidates": (), "why": None, "text": self.place_words(place)}
        if place.row and place.level in _FINER_THAN_A_VILLAGE:
            self.withhold("place.row", "a row of the gazetteer that gives the exact point")
            told["row"] = None
        return place.model_copy(update=told | self.point(place))

    def place_words(self, place: Place) -> str:
        """The words for a place; someone's house that no gazetteer knows ("منزل عائلة ...") names its people."""
        first = bare(fold(place.text).text.partition(" ")[0])
        if place.row is None and first in _HOMES:
            self.withhold("place.text", "a house that may be called by its owner's name")
            return ""
        return self.short("place.text", place.text)

    def incident_place(self, place: IncidentPlace | None) -> IncidentPlace | None:
        if place is None:
            return None
        return place.model_copy(update={"name": self.short("place.name", place.name), **self.point(place)})

    def point(self, place: Place | IncidentPlace) -> dict[str, float | None]:
        """Coordinates on the profile's grid: all of them, so that there is one rule; a province loses nothing by it."""
        if place.lat is None or place.lon is None or not self.profile.grid:
            return {"lat": None, "lon": None} if self.profile.grid else {}
        rounded = {"lat": on_grid(place.lat, self.profile.grid), "lon": on_grid(place.lon, self.profile.grid)}
        if (rounded["lat"], rounded["lon"]) != (place.lat, place.lon):
            self.withhold("place.lat, place.lon", f"coordinates finer than {self.profile.grid} degrees: rounded")
        return dict(rounded)
