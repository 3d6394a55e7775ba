"""Which claims count and how they stand: the columns that are worked out from claims and judgements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Q

from hasila.model import claim as records
from hasila.model.judgement import Judgement as JudgementRecord
from hasila.register.models import Blamed, Claim, EventMention, Judgement, Reading, Report
from hasila.register.rows import Row, blamed_rows, claim_columns, stored
from hasila.register.state import State, state_of


def judgements_on(claims: Iterable[Claim]) -> Mapping[str, list[JudgementRecord]]:
    """The judgements that hold for each claim, by its id: those on any claim of its lineage, in their order."""
    wanted = list(claims)
    lineage_of = dict(Claim.objects.filter(lineage__in={c.lineage for c in wanted}).values_list("pk", "lineage"))
    on_claim = Q(verdict__in=("accept", "correct", "reject"), subject__in=lineage_of)
    rows = list(Judgement.objects.filter(on_claim | Q(verdict="add", other__in=lineage_of)))
    withdrawals = Judgement.objects.filter(verdict="withdraw", withdraws__in=[row.pk for row in rows])
    of_lineage: defaultdict[str, list[JudgementRecord]] = defaultdict(list)
    taken_back = {row.withdraws: row.record() for row in withdrawals}
    for row in rows:
        key = lineage_of[row.other if row.verdict == "add" else row.subject]
        of_lineage[key].append(row.record())
        if row.pk in taken_back:
            of_lineage[key].append(taken_back[row.pk])
    return {claim.pk: of_lineage[claim.lineage] for claim in wanted}


def states(claims: Iterable[Claim]) -> dict[str, State]:
    """How each claim stands, by its id."""
    wanted = list(claims)
    told = judgements_on(wanted)
    return {claim.pk: state_of(claim.record_as_read(), told[claim.pk]) for claim in wanted}


def refresh(claim: Claim) -> None:
    """Work out anew the columns of all claims of this claim's lineage; call it inside a transaction."""
    lineage = list(Claim.objects.filter(lineage=claim.lineage))
    for key, state in states(lineage).items():
        row = next(row for row in lineage if row.pk == key)
        for column, value in state_columns(row, state).items():
            setattr(row, column, value)
        if row.reading_id is None:
            row.current = state.verdict != "awaiting"  # an addition that was withdrawn no longer counts
        elif row.reread_differs and not state.judgements:
            _give_way(row)
        elif row.reread_differs:
            row.reread_differs = not _looked_at_since(row, state)
        row.save()
        Blamed.objects.filter(claim=row).delete()
        Blamed.objects.bulk_create(Blamed(**made) for made in blamed_rows(row.pk, state.claim))


def state_columns(row: Claim, state: State) -> Row:
    """The columns of a claim that follow from its state."""
    return {
        "shown": "" if state.claim == row.record_as_read() else stored(state.claim),
        "state": state.verdict,
        "blame_state": state.blame,
        "awaiting": state.awaiting,
        **claim_columns(state.claim),
    }


def _give_way(row: Claim) -> None:
    """Nobody judges this claim any more: the newer reading counts."""
    row.current, row.reread_differs = False, False
    newer = Claim.objects.filter(succeeds=row.pk).order_by("-reading__at").first()
    if newer:
        Claim.objects.filter(pk=newer.pk).update(current=True)


def _looked_at_since(row: Claim, state: State) -> bool:
    newest = Reading.objects.filter(report=row.report_id).order_by("-at").values_list("at", flat=True).first()
    return newest is None or any(judgement.at > newest for judgement in state.judgements)


def standing_reading(report: Report) -> records.Reading:
    """
    What counts of a report, as linking takes it: the claims that stand, corrected, and the current event mentions.

    Rejected claims are left out, and blame that nobody has rejected is in. `part_of` is counted anew.
    """
    claims = [c for c in report.claims.all() if c.current and c.state != "rejected"]
    events = [e for e in report.events.all() if e.current]
    reading = next((r for r in report.readings.all() if r.current), None)
    return assembled(report.pk, reading.pack if reading else "", claims, events)


def assembled(report: str, pack: str, claims: Iterable[Claim], events: Iterable[EventMention]) -> records.Reading:
    """A reading of these rows. A part whose whole is not among them stands alone; so does a claim without its event."""
    rows = sorted(claims, key=lambda row: (row.position, row.pk))
    mentions = sorted(events, key=lambda row: row.position)
    known = {mention.position: n for n, mention in enumerate(mentions)}
    places = {(row.reading_id, row.position): n for n, row in enumerate(rows)}
    current = mentions[0].reading_id if mentions else None
    made = []
    for row in rows:
        claim = row.record()
        whole = None if claim.part_of is None else places.get((row.reading_id, claim.part_of))
        event = known.get(claim.event) if claim.event is not None and row.reading_id == current else None
        made.append(claim.model_copy(update={"part_of": whole, "event": event}))
    return records.Reading(id=report, claims=tuple(made), events=tuple(m.record() for m in mentions), pack=pack)
