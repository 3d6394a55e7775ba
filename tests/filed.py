"""One short way for tests to file a report into the register."""

from datetime import datetime

from factory import NOON, reading

from hasila.model.claim import Claim as ClaimRecord
from hasila.model.report import Report as ReportRecord
from hasila.register.filing import file_rows
from hasila.register.models import Claim, Report
from hasila.register.rows import Versions, report_id, rows_of


def file(of: ReportRecord, *claims: ClaimRecord, pack: str = "ar-1", at: datetime = NOON) -> tuple[Report, list[Claim]]:
    """File a report and what was read in it; gives its row and the claims of that reading, in their order."""
    file_rows([rows_of(of, reading(of, *claims, pack=pack), Versions(pack, "1", "0.1"), at)])
    report = Report.objects.get(pk=report_id(of))
    return report, list(report.claims.filter(reading__pack=pack).order_by("position"))
