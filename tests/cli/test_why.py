"""hasila why: an analyst sees which rows and rules made a claim, in words."""

import re
from datetime import date
from pathlib import Path

from hasila import load_gazetteer, load_pack, read, report_of
from hasila.cli.rules import RULES
from hasila.cli.why import explanation

PACKAGE = Path(__file__).parents[2] / "src" / "hasila"


def _why(text: str, number: int | None = None) -> str:
    report = report_of(text, published=date(2019, 5, 8))
    pack = load_pack()
    return "\n".join(explanation(report, read(report, pack, load_gazetteer()), pack, number))


def test_each_row_is_told_with_its_file_what_it_says_and_where_it_hit() -> None:
    told = _why("مقتل ثلاثة مدنيين بقصف مدفعي على بلدة الينبوع.")
    assert "(data/ar/harm.toml): " in told
    assert "outcome = killed" in told
    assert "(data/ar/causes.toml): " in told
    assert "[مقتل] ثلاثة مدنيين" in told


def test_each_value_is_told_with_its_words_and_offsets() -> None:
    told = _why("مقتل ثلاثة مدنيين بقصف مدفعي على بلدة الينبوع.")
    assert re.search(r"outcome +\u2068«مقتل»\u2069 at 0–4", told)


def test_one_claim_alone_can_be_asked_for() -> None:
    text = "مقتل ثلاثة مدنيين وإصابة خمسة آخرين بقصف مدفعي على بلدة الينبوع."
    assert _why(text, 2).startswith("2  injured 5")
    assert _why(text, 7) == ""


def test_every_rule_of_the_program_has_a_sentence() -> None:
    used = {
        rule
        for file in PACKAGE.glob("extract/*.py")
        for rule in re.findall(r'"(rule\.[a-z_]+)"', file.read_text("utf-8"))
    }
    assert used <= set(RULES), f"say in cli/rules.py what these do: {sorted(used - set(RULES))}"
