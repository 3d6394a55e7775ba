"""What is no claim, what is denied or doubted, and what is a total."""

from collections.abc import Callable

import pytest

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("يعتزم الجيش قتل خمسة من قادة المسلحين.", id="planned"),
        pytest.param("هدد التنظيم بقتل ثلاثة رهائن إذا لم تدفع الفدية.", id="threatened"),
        pytest.param("حاول مسلحون اغتيال ضابط في المدينة دون أن يصاب.", id="attempted"),
        pytest.param("حكمت المحكمة بالسجن على أربعة متهمين بقتل جندي.", id="law"),
        pytest.param("حكم على خمسة مدانين بالإعدام بتهمة قتل شرطي.", id="sentence"),
        pytest.param("أدانت الأمم المتحدة قتل المدنيين في المدينة.", id="condemned"),
        pytest.param("استشهد التقرير بدراسة نشرت العام الماضي.", id="cited"),
    ],
)
def test_what_did_not_happen_or_only_is_presupposed_is_no_claim(claims_of: Read, text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("قتل خمسة مدنيين في القصف.", "affirmed"),
        ("نفت الوزارة مقتل ثلاثة جنود في الهجوم.", "denied"),
        ("نفى المتحدث باسم الجيش مقتل ثلاثة جنود في الهجوم.", "denied"),
        ("أنباء عن مقتل خمسة مدنيين في القصف.", "uncertain"),
        ("أنباء غير مؤكدة عن مقتل خمسة مدنيين في القصف.", "uncertain"),
    ],
)
def test_how_a_statement_is_meant(claims_of: Read, text: str, stance: str) -> None:
    assert [c.stance for c in claims_of(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("قتل خمسة مدنيين في قصف على القرية أمس.", "incident"),
        ("قتل 500 مدني منذ بداية الحرب.", "cumulative"),
        ("قتل 500 مدني منذ عام 2014.", "cumulative"),
        ("بلغ إجمالي القتلى 120 مدنياً خلال الشهر الماضي.", "cumulative"),
        ("قتل 14 مدنياً في غارات متفرقة على الريف.", "cumulative"),
        ("قتل 14 مدنياً في غارات على مناطق عدة في الريف.", "cumulative"),
        ("قتل 14 مدنياً في غارات على بلدة كفرنبل.", "incident"),
        ("قتل 20 جندياً في اليومين الماضيين.", "cumulative"),
        ("أوقع النزاع 900 قتيل من المدنيين.", "cumulative"),
        ("غرق خمسة نازحين وهم يفرون من القتال.", "incident"),
        ("قتل 2500 مدني في الغوطة الشرقية.", "cumulative"),
        ("أجلت الحافلات 2500 مدني من الغوطة الشرقية أمس.", "incident"),
        ("قال النادي إن 40 أسيراً في سجون الاحتلال مرضى.", "cumulative"),
        ("قتل 12 شخصاً في تفجيرين في مدينتي كفرنبل وسرمين.", "cumulative"),
        ("قتل 12 شخصاً في تفجيرين في حمص.", "incident"),
        ("فرت 320 عائلة أمس من القرية.", "incident"),
        ("نزح 3000 مدني من القرية.", "cumulative"),
        ("وفي واقعة منفصلة قتل جنديان في كمين.", "incident"),
        ("ارتكبت القوات 12 مجزرة راح ضحيتها 80 شهيداً.", "cumulative"),
        ("شن المسلحون ثلاث هجمات على القواعد قتل فيها 20 جندياً.", "cumulative"),
        ("شنت الطائرات خمس غارات على بلدة كفرنبل قتل فيها تسعة مدنيين.", "incident"),
        ("أضعفت الثقة الهجمات التي قتلت عشرات المدنيين.", "cumulative"),
        ("قتل 14 مدنياً في قصف جوي على محافظة إدلب.", "cumulative"),
        ("ارتفع عدد القتلى إلى 60 شخصاً خلال 3 أيام من القصف.", "cumulative"),
        ("أعلن الجيش مقتل 30 مسلحاً في إطار الحملة على الجماعة.", "cumulative"),
        ("لم تشهد المدينة مثله منذ هجوم 14 أكتوبر الذي قتل فيه 52 مدنياً.", "incident"),
        ("أوقفت القوة مسلحاً مطلوباً بأعمال ارتكبها خلال عام 2014.", "incident"),
    ],
)
def test_a_total_is_told_apart_from_one_incident(claims_of: Read, text: str, scope: str) -> None:
    assert [c.scope for c in claims_of(text)] == [scope]


def test_a_report_counts_over_a_time_unless_it_tells_a_day(claims_of: Read) -> None:
    [over_a_time] = claims_of("وأشار التقرير إلى مقتل تسعة مدنيين برصاص القناصة.")
    [on_a_day] = claims_of("وأشار التقرير إلى مقتل تسعة مدنيين برصاص القناصة في 3 أيار 2018.")
    assert (over_a_time.scope, on_a_day.scope) == ("cumulative", "incident")


def test_attacks_that_were_counted_before_give_a_total(claims_of: Read) -> None:
    found = claims_of(
        "استجابت الفرق لأكثر من 200 هجوم على الريف. وأدت تلك الهجمات إلى مقتل 24 شخصاً بينهم طفل وإصابة 45 آخرين."
    )
    assert [(c.outcome, c.low, c.scope) for c in found] == [
        ("killed", 24, "cumulative"),
        ("killed", 1, "cumulative"),
        ("injured", 45, "cumulative"),
    ]


def test_the_toll_of_a_town_and_its_surroundings_is_a_total_with_the_wounded_told_beyond_the_parts(
    claims_of: Read,
) -> None:
    found = claims_of("حصيلة ضحايا القصف على المدينة ومحيطها اليوم 24 قتيلاً بينهم 4 نساء، و121 جريحاً.")
    assert {(c.outcome, c.low): c.scope for c in found} == {
        ("killed", 24): "cumulative",
        ("killed", 4): "cumulative",
        ("injured", 121): "cumulative",
    }


def test_two_counts_told_together_are_one_total(claims_of: Read) -> None:
    found = claims_of("قتل ثلاثة جنود وأصيب تسعة في حوادث متفرقة.")
    assert [c.scope for c in found] == ["cumulative", "cumulative"]
