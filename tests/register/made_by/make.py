"""
Writes the register that the newest migration is tested with: run it once, when a migration is added.

    HASILA_HOME=$(mktemp -d) PYTHONPATH=tests .venv/bin/python tests/register/made_by/make.py
"""

import sqlite3
from pathlib import Path

from factory import NOON, claim, event, quote, reading, report

from hasila.cli.register_door import open_register
from hasila.home import home

ONE = report(
    "قُتل ثلاثة مدنيين وأصيب طفل بقصف قوات النظام على السوق.", title="قصف على قرية السهل", outlet="وكالة الوادي"
)
TWO = report("أصيب مدنيان في قرية النهر.", outlet="موقع النهر")


def main() -> None:
    """Two reports, three claims (one added), an event mention and four judgements."""
    open_register(create=True)
    from hasila.register.filing import file_rows  # need Django, which the door has set up
    from hasila.register.judgements import append
    from hasila.register.models import Claim
    from hasila.register.rows import Versions, rows_of

    dead = claim(ONE, "ثلاثة مدنيين", "killed", 3, blamed={"syria_gov": "قوات النظام"}, place="السوق")
    told = [reading(ONE, dead, events=[event(ONE)]), reading(TWO, claim(TWO, "أصيب مدنيان", "injured", 2))]
    file_rows(
        [rows_of(of, read, Versions("ar-1", "1", "0.1"), NOON) for of, read in zip((ONE, TWO), told, strict=True)]
    )
    first = Claim.objects.get(outcome="killed")
    accepted = append("accept", first.id, by="salma", at=NOON)
    append("correct", first.id, by="salma", at=NOON, change={"status": "civilian"}, reason="«مدنيين»")
    hurt = {"outcome": "injured", "low": 1, "high": 1, "quote": quote(ONE, "وأصيب طفل").model_dump()}
    append("add", first.report_id, by="salma", at=NOON, change=hurt)
    append("withdraw", "", by="salma", at=NOON, withdraws=accepted.id)
    write()


def write() -> None:
    """The register of this home as SQL, named after the newest migration."""
    migrations = Path(__file__).parents[3] / "src/hasila/register/migrations"
    newest = max(path.stem for path in migrations.glob("0*.py"))
    with sqlite3.connect(home() / "register.sqlite3") as database:
        Path(__file__).with_name(f"{newest}.sql").write_text("\n".join(database.iterdump()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
