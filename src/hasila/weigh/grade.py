"""The grade that Airwars' definitions suggest, with reasons. A person's grade is a judgement and stands apart.

Source: docs/conventions.md, Airwars. Sources are counted by independent origin: copies and quotations are one.
"""

from collections.abc import Sequence

from hasila.link.origins import Statement
from hasila.model.incident import Incident


def grade(incident: Incident, statements: Sequence[Statement]) -> tuple[str | None, list[str]]:
    """Confirmed, Fair, Weak, Contested or Discounted, or None where no harm is told; and the reasons."""
    harm = [
        s for s in statements if s.claim.outcome in ("killed", "injured", "casualty") and s.claim.scope == "incident"
    ]
    told = [s for s in harm if s.claim.stance != "denied" and s.claim.high != 0]
    reasons = _who_blames_whom(harm)
    if not told:
        return None, reasons
    if all(s.claim.status == "combatant" for s in told):
        return "Discounted", ["grade: every claim of harm is of combatants", *reasons]
    conceded = sorted(
        {b.actor for s in told for b in s.claim.blame if b.basis == "claimed" and s.claim.status != "combatant"}
    )
    if conceded:
        return "Confirmed", [f"grade: {', '.join(conceded)} is told to claim what harmed civilians", *reasons]
    if len(incident.blamed) > 1:
        return "Contested", [f"grade: several sides are blamed: {', '.join(incident.blamed)}", *reasons]
    origins = sorted({s.origin.key for s in told})
    if len(origins) > 1:
        side = incident.actors[0] if incident.actors else None
        near = f", {side} is blamed" if side else ", no side is blamed"
        return "Fair", [f"grade: {len(origins)} independent sources: {'; '.join(origins)}{near}", *reasons]
    return "Weak", [f"grade: a single source: {origins[0]}", *reasons]


def _who_blames_whom(statements: Sequence[Statement]) -> list[str]:
    """One sentence for each origin and side; carried blame is nobody's own view and is left out."""
    stated = {
        (s.origin.key, b.actor, s.claim.stance) for s in statements for b in s.claim.blame if b.basis != "carried"
    }
    return [
        f"{origin} {'denies the part of' if stance == 'denied' else 'blames'} {actor}"
        for origin, actor, stance in sorted(stated)
    ]
