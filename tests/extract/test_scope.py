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
    ],
)
def test_a_total_is_told_apart_from_one_incident(claims_of: Read, text: str, scope: str) -> None:
    assert [c.scope for c in claims_of(text)] == [scope]


def test_two_counts_told_together_are_one_total(claims_of: Read) -> None:
    found = claims_of("قتل ثلاثة جنود وأصيب تسعة في حوادث متفرقة.")
    assert [c.scope for c in found] == ["cumulative", "cumulative"]
