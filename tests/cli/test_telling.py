"""What a terminal shows of the register."""

from datetime import date, timedelta
from typing import Any

import pytest
from factory import NOON, claim, report
from filed import file

from hasila.cli.telling import judgement_line, tell_claim, tell_incident, tell_report
from hasila.model.claim import Source
from hasila.pipeline import link
from hasila.register.finding import find
from hasila.register.judgements import append
from hasila.register.linking import relink
from hasila.register.models import Incident, Judgement
from hasila.register.state import Refused

pytestmark = pytest.mark.django_db

NEWS = report("قُتل ثلاثة مدنيين بقصف على القرية وأصيب اثنان.", id="news-1")
DEAD = claim(NEWS, "ثلاثة مدنيين", "killed", 3)
HURT = claim(NEWS, "وأصيب اثنان", "injured", 2)
LATER = NOON + timedelta(days=1)


def test_a_newer_reading_is_shown_by_what_it_says_otherwise() -> None:
    _, (dead, hurt) = file(NEWS, DEAD, HURT)
    append("accept", hurt.id, by="salma", at=NOON)
    row, (new,) = file(NEWS, DEAD.model_copy(update={"low": 2, "cause": "shelling"}), pack="ar-2", at=LATER)
    told = "\n".join(tell_report(row))
    assert f"{dead.id} → {new.id}: low was 3, is read as 2 now" in told
    assert f"{dead.id} → {new.id}: cause was unknown, is read as shelling now" in told
    assert f"{hurt.id}: the newest reading does not find it (it counts: a person accepted it)" in told
    assert "by ar-1, codebook 1, 0.1 (an older reading)" in told


def test_a_claim_is_shown_as_it_stood_at_a_past_moment() -> None:
    _, (dead,) = file(NEWS, DEAD)
    append("correct", dead.id, by="salma", at=LATER, change={"low": 2, "high": 4}, reason="من الطبيب")
    dead.refresh_from_db()
    assert "killed 3 ·" in next(tell_claim(dead, NOON))
    now = list(tell_claim(dead))
    assert "killed 2 to 4 · " in now[0]
    assert "state: corrected" in now[1]
    assert "salma: correct {'high': 4, 'low': 2} من الطبيب" in now[-1]


def test_a_judgement_is_one_line_of_the_log() -> None:
    _, (dead,) = file(NEWS, DEAD)
    append("reject", dead.id, by="salma", at=NOON, reason="خبر قديم")
    row = Judgement.objects.get()
    assert judgement_line(row) == f"1 2019-03-18 12:00:00 salma reject {dead.id} خبر قديم ({row.pk})"


def test_things_are_found_by_id_by_its_beginning_and_by_the_id_that_a_file_gave() -> None:
    row, (dead, hurt) = file(NEWS, DEAD, HURT)
    assert find("news-1") == find(row.id) == find(row.id[:14]) == row
    assert find(dead.id) == dead
    with pytest.raises(Refused, match="nothing called claim-0000"):
        find("claim-0000")
    with pytest.raises(Refused, match="may be any of"):
        find("claim-")
    assert hurt != dead


def test_an_incident_names_sides_and_sources_as_reports_do_and_tells_how_sources_are_counted() -> None:
    told = report("قُتل سبعة مدنيين بقصف لقوات النظام على قرية السهل، بحسب الدفاع المدني.", outlet="وكالة الوادي")
    other = report("قال الدفاع المدني إن ثمانية أشخاص قُتلوا بقصف على قرية السهل.", outlet="موقع النهر")
    said: dict[str, Any] = {
        "place": "قرية السهل",
        "admin1": "Idlib",
        "country": "SY",
        "cause": "shelling",
        "on": date(2019, 3, 17),
    }
    said |= {"source": Source(text="الدفاع المدني", kind="medical")}
    file(told, claim(told, "سبعة مدنيين", "killed", 7, blamed=["syria_gov"], **said))
    file(other, claim(other, "ثمانية أشخاص", "killed", 8, **said))
    relink(link)
    lines = list(tell_incident(Incident.objects.get()))
    assert any(line.startswith("sources: 2 reports, 2 independent texts, 1 source (") for line in lines)
    assert any("الدفاع المدني⁩ (medical source): quoted by ⁨وكالة الوادي⁩, ⁨موقع النهر⁩" in line for line in lines)
    assert any("speaker الدفاع المدني blames Syrian government forces" in line for line in lines)
    assert not any("syria_gov" in line for line in lines)
