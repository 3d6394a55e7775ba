"""What a person filled in, as the fields of a claim. Only what differs from the claim becomes a correction."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from hasila.model.claim import Claim
from hasila.register.models import Report
from hasila.web.present.digits import number

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_MOST = 10_000_000
_PLAIN = ("outcome", "status", "cause", "scope", "stance", "unit")
ON_WORDS = ("victims", "outcome", "status", "cause", "perpetrators", "place", "date", "source", "stance")
"""What a form may give the words of: keys of a claim's evidence."""


class BadForm(ValueError):
    """Something in a form makes no sense; the message is a sentence for the person who filled it in."""


def correction_in(form: QueryDict, claim: Claim, report: Report) -> dict[str, Any]:
    """The fields of the form that differ from the claim, and under "evidence" the words selected for them."""
    before = claim.model_dump(mode="json")
    told = _told(form, claim)
    change = {key: value for key, value in told.items() if value != _as_form(before, key)}
    if quote := _quote(form, "quote", report):
        change |= {"quote": quote} if quote != before["quote"] else {}
    evidence = {key: [q] for key in ON_WORDS if (q := _quote(form, f"words_{key}", report))}
    if evidence and (change or any(list(before["evidence"].get(k, ())) != q for k, q in evidence.items())):
        change["evidence"] = evidence
    return change


def addition_in(form: QueryDict, report: Report) -> dict[str, Any]:
    """A whole claim from a form: a quote and an outcome at least."""
    quote = _quote(form, "quote", report)
    if quote is None:
        raise BadForm(_("Select the words that the claim rests on, then add it."))
    blank = Claim.model_validate({"id": "", "outcome": "killed", "quote": quote})
    told = _told(form, blank)
    evidence = {key: [q] for key in ON_WORDS if (q := _quote(form, f"words_{key}", report))}
    return {"outcome": "killed", **told, "quote": quote, "evidence": {"victims": [quote], **evidence}}


def second_half_in(form: QueryDict, claim: Claim, report: Report) -> dict[str, Any]:
    """The second of two claims: like the first but for its own quote, outcome, number and status."""
    quote = _quote(form, "second_quote", report)
    if quote is None:
        raise BadForm(_("Select the words of the second claim."))
    whole = claim.model_dump(mode="json", exclude={"id", "event", "victims", "confidence", "rules", "part_of"})
    low, high = _count(form, "second_low"), _count(form, "second_high")
    own = {"low": low, "high": high, "quote": quote, "evidence": whole["evidence"] | {"victims": [quote]}}
    for key in ("outcome", "status"):
        own[key] = form.get(f"second_{key}") or whole[key]
    return whole | own


def _told(form: QueryDict, claim: Claim) -> dict[str, Any]:
    """The fields that the form has, in the shape of a claim."""
    told: dict[str, Any] = {key: form[key] for key in _PLAIN if form.get(key)}
    if "low" in form or "high" in form:
        told |= {"low": _count(form, "low"), "high": _count(form, "high"), "approx": form.get("approx") == "on"}
    if "has_kinds" in form:
        told["kinds"] = sorted(str(kind) for kind in form.getlist("kinds"))
    if "affiliation" in form:
        told["affiliation"] = form.get("affiliation", "").strip() or None
    if "has_blame" in form:
        told["perpetrators"] = sorted({str(actor).strip() for actor in form.getlist("perpetrators")} - {""})
    if "place_text" in form:
        told["place"] = _place(form, claim)
    if "date_from" in form:
        told["date"] = _date(form)
    if form.get("source_kind"):
        told["source"] = {"text": form.get("source_text", "").strip() or None, "kind": form["source_kind"]}
    return told


def _as_form(before: Mapping[str, Any], key: str) -> Any:
    """A field as a form that nobody changed gives it back."""
    value = before[key]
    return sorted(value) if key in ("kinds", "perpetrators") else value


def _count(form: QueryDict, key: str) -> int | None:
    told = form.get(key, "").translate(_DIGITS).replace(",", "").replace("٬", "").strip()
    if not told:
        return None
    if not (told.isascii() and told.isdigit()) or int(told) > _MOST:
        raise BadForm(
            _("A number is whole and at most %(most)s; given: %(given)s.") % {"most": number(_MOST), "given": told[:40]}
        )
    return int(told)


def _place(form: QueryDict, claim: Claim) -> dict[str, Any] | None:
    """The place of the form. Where its words or its area changed, what resolving had added no longer holds."""
    text = form.get("place_text", "").strip()
    if not text:
        return None
    old = claim.place
    admin1, country = form.get("admin1", "").strip() or None, form.get("country", "").strip().upper()[:2] or None
    if old and (old.text, old.admin1, old.country) == (text, admin1, country):
        return old.model_dump(mode="json")
    return {"text": text, "admin1": admin1, "country": country, "level": None, "lat": None, "lon": None, "row": None,
            "why": "a person's correction", "candidates": []}  # fmt: skip


def _date(form: QueryDict) -> dict[str, Any] | None:
    first, last = form.get("date_from", "").strip(), form.get("date_to", "").strip()
    if not first and not last:
        return None
    try:
        start, end = date.fromisoformat(first or last), date.fromisoformat(last or first)
    except ValueError:
        raise BadForm(_("A day is written as year-month-day: 2019-03-17.")) from None
    if end < start:
        raise BadForm(_("The last day is before the first."))
    precision = form.get("precision") or ("day" if start == end else "days")
    return {"from": start.isoformat(), "to": end.isoformat(), "precision": precision}


def _quote(form: QueryDict, key: str, report: Report) -> dict[str, Any] | None:
    """Words of the report that the form tells by their offsets; None where it tells none."""
    start, end = form.get(f"{key}_start", ""), form.get(f"{key}_end", "")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    first, last = int(start), int(end)
    words = report.words[first:last]
    if not words.strip():
        raise BadForm(_("There are no words at the place that was selected."))
    return {"text": words, "start": first, "end": last}
