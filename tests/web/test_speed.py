"""
With a hundred thousand claims every screen answers within 200 ms, the median of five.

Measured is the time of this process, in which the database works too: what else the machine does is not the desk's.
"""

import statistics
import time
from typing import Any

import pytest
from web.many import file_many
from web.visiting import visitor

from hasila.register.models import Claim, Incident, Report
from hasila.web import relinking
from hasila.web.planning import refresh_statistics

LIMIT = 0.2  # seconds
REPORTS = 25_000


@pytest.mark.slow
@pytest.mark.django_db
def test_every_screen_answers_within_200_ms_at_a_hundred_thousand_claims(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    file_many(REPORTS)
    refresh_statistics()
    assert Claim.objects.count() == 4 * REPORTS
    monkeypatch.setattr(relinking, "is_stale", lambda: False)
    client = visitor("ar")
    report = Report.objects.order_by("pk")[REPORTS // 2]
    incident = Incident.objects.order_by("pk")[100]
    took = {}
    for path in (
        "/", "/?actor=isis", "/?outlet=وكالة 7", "/?admin1=SY|Idlib&outcome=killed", "/?q=قرية 77", "/?page=20",
        "/?first=2016-01-01&last=2016-02-01", f"/reports/{report.pk}/", f"/incidents/{incident.pk}/", "/incidents/",
        "/incidents/?actor=sdf", "/overview/", "/overview/?actor=isis", "/search/?q=قصف قرية 901", "/search/?q=قصف",
        "/audit/", "/audit/?at=2021-01-01", "/export/",
    ):  # fmt: skip
        times = []
        for _ in range(5):
            began = time.process_time()
            assert client.get(path).status_code == 200
            times.append(time.process_time() - began)
        took[path] = statistics.median(times)
    for path, seconds in sorted(took.items(), key=lambda pair: -pair[1]):
        print(f"{1000 * seconds:6.0f} ms  {path}")
    assert {path: round(seconds, 3) for path, seconds in took.items() if seconds > LIMIT} == {}
