"""Which of the days that a report tells is that of the harm, not that of its announcement or of something else."""

from datetime import date

import pytest

from hasila import load_gazetteer, load_pack, read, report_of
from hasila.model.claim import Claim

PACK, GAZETTEER = load_pack(), load_gazetteer()
WEDNESDAY = date(2024, 5, 8)


def claims(text: str, title: str | None = None) -> list[Claim]:
    return list(read(report_of(text, title=title, published=WEDNESDAY), PACK, GAZETTEER).claims)


def days(claim: Claim) -> tuple[str, str] | None:
    return (str(claim.date.from_), str(claim.date.to)) if claim.date else None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("والأحد أعلن الجيش أنه قتل سبعة مسلحين في الجبل.", id="before the verb"),
        pytest.param("وقال مسؤولان لوكالة محلية اليوم الاثنين إن الغارة قتلت خمسة مسلحين.", id="two speakers"),
        pytest.param("وبحسب ما نقلته القناة أمس فإن ثلاثة من المصابين قتلوا في الانفجار.", id="in the attribution"),
        pytest.param("دانت الحكومة اليوم تفجيرات أسفرت عن مقتل ثلاثين مدنياً.", id="in a condemnation"),
        pytest.param("أسفر تفجير وقع أثناء صلاة الجمعة عن مقتل أربعة مصلين.", id="prayers"),
        pytest.param("يستمر الحصار لليوم الثالث بعد هجوم أسفر عن مقتل سبعة أشخاص.", id="the third day of a siege"),
    ],
)
def test_a_day_told_of_something_else_is_not_that_of_the_harm(text: str) -> None:
    assert [days(c) for c in claims(text)] == [None]


def test_the_day_of_an_announcement_is_carried_to_no_harm_of_the_incident() -> None:
    found = claims("حرر الجيش خمسين رهينة في الغابة. وأعلن الجيش أمس شن ضربات على الغابة قتلت سبعة مسلحين.")
    assert [days(c) for c in found] == [None, None]


def test_a_day_told_after_a_claim_of_responsibility_is_that_of_the_attack() -> None:
    found = claims("وكان هجوم أعلن التنظيم مسؤوليته عنه، استهدف مساء الثلاثاء سوقاً وتسبب بمقتل 22 شخصاً.")
    assert [days(c) for c in found] == [("2024-05-07", "2024-05-07")]


def test_a_growing_total_leaves_its_period_to_itself() -> None:
    found = claims("قتل ثمانية مدنيين السبت في قصف على حرستا، لترتفع بذلك حصيلة القتلى منذ 18 نيسان إلى 1031.")
    assert [days(c) for c in found] == [("2024-05-04", "2024-05-04"), ("2024-04-18", "2024-05-08")]


def test_counts_told_together_count_from_one_day() -> None:
    found = claims("بلغ عدد القتلى 6546 قتيلاً و17439 جريحاً منذ 7 نيسان.")
    assert [days(c) for c in found] == [("2024-04-07", "2024-05-08")] * 2


def test_a_count_of_those_held_takes_no_day_from_other_totals() -> None:
    found = claims("قتل 40 أسيراً منذ عام 2020.\nوهناك 300 أسير في السجون.")
    assert days(found[-1]) is None


def test_what_the_outlets_own_correspondent_reports_is_of_that_day() -> None:
    found = claims("أفاد مراسلنا، اليوم الأربعاء، بأن سبعة مدنيين قتلوا في غارة على البلدة.")
    assert [days(c) for c in found] == [("2024-05-08", "2024-05-08")]


def test_the_toll_of_a_war_counts_from_its_beginning_told_beside_it() -> None:
    found = claims("وقتل أكثر من 40 ألف شخص في النزاع الذي اندلع عام 1984، ووقع الطرفان هدنة عام 2015.")
    assert [days(c) for c in found] == [("1984-01-01", "2024-05-08")]


def test_the_dead_of_an_operation_count_from_the_day_on_which_it_began() -> None:
    elsewhere = claims("قتل سبعة جنود وأصيب ستة خلال العملية. وكانت العملية قد بدأت في 9 شباط.")
    assert [days(c) for c in elsewhere] == [("2024-02-09", "2024-05-08")] * 2
    beside = claims("قتل أكثر من مئة مسلح في عملية واسعة انطلقت في التاسع من شباط.")
    assert [days(c) for c in beside] == [("2024-02-09", "2024-05-08")]


def test_the_toll_of_a_conflict_counts_from_the_year_since_which_it_goes_on() -> None:
    found = claims("يشهد الإقليم منذ عام 2003 نزاعاً مسلحاً.\nوأوقع النزاع 300 ألف قتيل.")
    assert [days(c) for c in found] == [("2003-01-01", "2024-05-08")]


def test_the_period_of_a_report_of_counts_holds_for_all_of_them() -> None:
    text = (
        "رصد المركز خلال الفترة من 21 آذار 2015 إلى 31 آذار 2018 مقتل 3021 مدنياً.\n"
        "وأكد التقرير أن الألغام حصدت أرواح 714 مدنياً."
    )
    assert [days(c) for c in claims(text)] == [("2015-03-21", "2018-03-31")] * 2


def test_the_last_days_of_a_lead_hold_for_the_attacks_told_after_it() -> None:
    text = "حصدت الألغام أرواح 12 مدنياً خلال اليومين الماضيين.\nوانفجر لغم بحافلة في قرية السنديانة فقتل أربعة مدنيين."
    assert [days(c) for c in claims(text)] == [("2024-05-06", "2024-05-08")] * 2


def test_what_happened_elsewhere_meanwhile_is_of_the_day_of_the_lead() -> None:
    text = "قتل ثلاثة مدنيين اليوم في قصف على سراقب بريف إدلب.\nوفي مدينة الرقة، قتل طفلان بانفجار لغم."
    assert [days(c) for c in claims(text)] == [("2024-05-08", "2024-05-08")] * 2
