"""Ranges and grades by convention, from claims."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from factory import claim, quote, report

from hasila.link.origins import Statement, origin_of
from hasila.model.claim import Blame, Claim, Place, Source
from hasila.model.incident import Incident
from hasila.weigh import acled, airwars
from hasila.weigh.grade import grade
from hasila.weigh.incident import prominence, weigh_incident

DAY = date(2019, 3, 17)


def said(
    outlet: str, words: str, outcome: str = "killed", number: Any = None, *, day: int = 0, **fields: Any
) -> Statement:
    """A statement by an outlet of its own, `day` days after the first."""
    of = report(words, outlet=outlet, id=f"{outlet}{day}", published=DAY + timedelta(day))
    fields.setdefault("status", "civilian")
    told = claim(of, words, outcome, number, **fields)
    return Statement(of.id, 0, told, DAY.toordinal() + day, origin_of(of, told, of))


def parts_of_one(*claims: Claim) -> list[Statement]:
    """Claims of one report by one speaker."""
    of = report("أسرة من أربعة أفراد", outlet="صحيفة", id="one")
    return [Statement("one", n, c, 1, origin_of(of, c, of)) for n, c in enumerate(claims)]


def one(words: str, number: Any, **fields: Any) -> Claim:
    return claim(report(words), words, "killed", number, **fields)


def test_the_range_is_the_lowest_and_highest_independent_figure() -> None:
    ranges, why = airwars.weigh(
        [said("صحيفة", "مقتل ثلاثة مدنيين", number=3), said("إذاعة", "مقتل أربعة مدنيين", number=4)]
    )
    assert ranges["killed"] == (3, 4)
    assert why[0] == "airwars/1 killed: 3 to 4 from 3 (outlet صحيفه, صحيفة0); 4 (outlet اذاعه, إذاعة0)"


def test_nothing_told_is_no_bound_and_not_zero() -> None:
    assert airwars.weigh([])[0] == {"killed": (None, None), "injured": (None, None)}


def test_an_update_by_the_same_source_supersedes() -> None:
    ranges, why = airwars.weigh(
        [said("صحيفة", "مقتل ثلاثة", number=3), said("صحيفة", "ارتفاع الحصيلة إلى خمسة", number=5, day=1)]
    )
    assert ranges["killed"] == (5, 5)
    assert any("superseded: 3 (outlet صحيفه, صحيفة0) by 5 (outlet صحيفه, صحيفة1)" in s for s in why)


def test_civilians_and_the_unknown_are_one_range_and_two_apart_and_fighters_a_third() -> None:
    ranges, _ = airwars.weigh([
        said("صحيفة", "مقتل ثلاثة مدنيين", number=3),
        said("إذاعة", "مقتل خمسة أشخاص", number=5, status="unknown"),
        said("موقع", "مقتل مقاتلين", number=2, status="combatant"),
    ])  # fmt: skip
    assert ranges["killed"] == (3, 5)
    assert (ranges["killed_civilian"], ranges["killed_unknown"], ranges["killed_combatant"]) == ((3, 3), (5, 5), (2, 2))


def test_dozens_is_12_to_24_by_airwars_and_tens_10_by_acled() -> None:
    tens = [said("صحيفة", "عشرات القتلى", number=(10, None))]
    assert airwars.weigh(tens)[0]["killed"] == (12, 24)
    assert acled.weigh(tens)[0] == {"killed": (10, 10)}


def test_at_least_ten_is_not_dozens() -> None:
    assert airwars.weigh([said("صحيفة", "ما لا يقل عن عشرة قتلى", number=(10, None))])[0]["killed"] == (10, 10)


def test_a_bare_plural_is_two_and_yields_to_a_number() -> None:
    plural = said("صحيفة", "سقوط قتلى مدنيين")
    assert airwars.weigh([plural])[0]["killed"] == (2, 2)
    assert airwars.weigh([plural, said("إذاعة", "مقتل أربعة", number=4)])[0]["killed"] == (4, 4)


def test_a_woman_and_two_children_of_one_speaker_are_three() -> None:
    ranges, _ = airwars.weigh(parts_of_one(one("امرأة", 1, kinds=("woman",)), one("وطفلان", 2, kinds=("child",))))
    assert ranges["killed"] == (3, 3)
    assert (ranges["killed_women"], ranges["killed_children"]) == ((1, 1), (2, 2))


def test_kinds_that_overlap_are_one_group() -> None:
    ranges, _ = airwars.weigh(
        parts_of_one(one("امرأة", 1, kinds=("woman",)), one("امرأة مسنة", 1, kinds=("elderly", "woman")))
    )
    assert ranges["killed"] == (1, 1)


def test_the_count_of_a_whole_region_yields_to_those_of_the_place() -> None:
    whole = said("إذاعة", "مقتل أربعين", number=40)
    region = Place(text="محافظة الساحل", level="adm1")
    wide = replace(whole, claim=whole.claim.model_copy(update={"place": region}))
    ranges, why = airwars.weigh([wide, said("صحيفة", "مقتل ثلاثة", number=3)])
    assert ranges["killed"] == (3, 3)
    assert any("40 (outlet اذاعه, إذاعة0), of a digest or a whole region" in sentence for sentence in why)
    assert airwars.weigh([wide])[0]["killed"] == (40, 40)


def test_one_attack_s_dead_count_where_the_total_that_holds_them_is_told_elsewhere() -> None:
    [dead] = parts_of_one(one("مقتل 4 في السوق", 4, part_of=7))
    assert airwars.weigh([dead])[0]["killed"] == (4, 4)


def test_a_part_is_never_added_to_its_whole() -> None:
    ranges, why = airwars.weigh(parts_of_one(one("مقتل 12", 12), one("بينهم 4 أطفال", 4, kinds=("child",), part_of=0)))
    assert ranges["killed"] == (12, 12)
    assert ranges["killed_children"] == (4, 4)
    assert any("a part of another claim" in sentence for sentence in why)


def test_a_denied_claim_is_set_aside_and_stays_visible() -> None:
    denied = said("الجيش", "ينفي مقتل ثلاثة", number=3, stance="denied")
    ranges, why = airwars.weigh([denied, said("صحيفة", "مقتل ثلاثة", number=3)])
    assert ranges["killed"] == (3, 3)
    assert "airwars/1 killed: set aside: denied (outlet جيش, الجيش0)" in why


def test_a_single_figure_far_from_what_all_others_count_is_set_aside() -> None:
    agreed = [said(outlet, "مقتل أربعة", number=4) for outlet in ("صحيفة", "إذاعة", "موقع")]
    ranges, why = airwars.weigh([*agreed, said("حساب", "مقتل الشاب", number=1), said("قناة", "منذ 2019", number=2019)])
    assert ranges["killed"] == (4, 4)
    assert sum("far from what the other origins count" in sentence for sentence in why if "killed:" in sentence) == 2


def test_acled_takes_the_lowest_and_counts_fighters_too() -> None:
    told = [said("صحيفة", "مقتل خمسة", number=5), said("إذاعة", "مقتل ثلاثة مقاتلين", number=3, status="combatant")]
    assert acled.weigh(told)[0] == {"killed": (3, 3)}
    assert acled.weigh([])[0] == {"killed": (0, 0)}


def incident(*actors: str) -> Incident:
    return Incident(id="i", kind="incident", reports=("a",), actors=actors)


def test_two_independent_sources_are_fair_and_one_is_weak() -> None:
    both = [said("صحيفة", "مقتل ثلاثة", number=3), said("إذاعة", "مقتل ثلاثة", number=3)]
    assert grade(incident("russia"), both)[0] == "Fair"
    assert grade(incident("russia"), both[:1])[0] == "Weak"


def test_two_outlets_that_quote_one_monitor_are_one_source() -> None:
    monitor = Source(text="المرصد", kind="monitor")
    both = [said(o, "المرصد: مقتل ثلاثة", number=3, source=monitor) for o in ("صحيفة", "إذاعة")]
    assert grade(incident("russia"), both)[0] == "Weak"


def test_several_blamed_sides_are_contested_and_fighters_alone_discounted() -> None:
    assert grade(incident("russia", "syria_gov"), [said("صحيفة", "مقتل ثلاثة", number=3)])[0] == "Contested"
    assert grade(incident("russia"), [said("صحيفة", "مقتل مقاتل", number=1, status="combatant")])[0] == "Discounted"


def test_a_side_that_claims_what_harmed_civilians_confirms_it() -> None:
    words = "أقر التحالف بمقتل مدني"
    basis = Blame(actor="us_coalition", basis="claimed", evidence=(quote(report(words), "التحالف"),))
    told = said("صحيفة", words, number=1, blamed=("us_coalition",))
    conceding = Statement(
        told.report, 0, told.claim.model_copy(update={"blame": (basis,)}), told.published, told.origin
    )
    suggested, reasons = grade(incident("us_coalition"), [conceding])
    assert suggested == "Confirmed"
    assert "outlet صحيفه blames us_coalition" in reasons


def test_a_running_total_is_not_weighed() -> None:
    total = Incident(id="t", kind="total", reports=("a",))
    assert weigh_incident(total, [said("صحيفة", "مئة منذ الصيف", number=100, scope="cumulative")]) == total


def test_incidents_of_most_reports_and_of_harm_to_civilians_come_first() -> None:
    def told(id: str, reports: int, grade: str | None, claims: int = 0) -> Incident:
        names = tuple(f"r{n}" for n in range(reports))
        return Incident(
            id=id, kind="incident", reports=names, grade=grade, claims=tuple(("r0", n) for n in range(claims))
        )

    total = Incident(id="a", kind="total", reports=("r0", "r1", "r2"))
    found = [total, told("b", 1, "Discounted", 3), told("c", 1, "Weak"), told("d", 1, "Weak", 2), told("e", 2, None)]
    assert [i.id for i in sorted(found, key=prominence)] == ["e", "d", "c", "b", "a"]


def test_acled_compares_no_civilians_alone_with_all_the_dead() -> None:
    both = [
        said("صحيفة", "مقتل ثلاثة مدنيين", number=3),
        said("صحيفة", "ومقتل خمسة جنود", number=5, status="combatant"),
        said("إذاعة", "مقتل أربعة مدنيين", number=4),
    ]
    figures, why = acled.weigh(both)
    assert figures == {"killed": (8, 8)}
    assert any("of some of the dead where others count civilians and fighters" in sentence for sentence in why)
