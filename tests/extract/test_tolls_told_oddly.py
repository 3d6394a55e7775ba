"""Tolls in words that are glued, parted, listed or told back to front; and what only looks like one."""

from collections.abc import Callable

import pytest

from hasila.model.claim import Claim

Read = Callable[..., tuple[Claim, ...]]
Toll = tuple[str, int | None, int | None]


def tolls(claims: tuple[Claim, ...]) -> list[Toll]:
    return [(c.outcome, c.low, c.high) for c in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words that bad extraction glued together.
        ("ما أسفر عنمقتل أربعة مدنيين.", [("killed", 4, 4)]),
        ("ارتفع عدد الشهداء إلى 546 شهيداًمنهم 204 أطفال.", [("killed", 546, 546), ("killed", 204, 204)]),
        ("اعتقلت الشرطة 30 مواطناً فلسطينياًعلى الأقل.", [("detained", 30, None)]),
        # The people stand before the verb that tells of them.
        ("إن ستة أشخاص على الأقل من قوات الحرس الوطني قضوا في الهجوم.", [("killed", 6, None)]),
        ("إن ستة مسلحين على الأقل تم القبض عليهم.", [("detained", 6, None)]),
        ("إن اثنين من العسكريين أصيبا على مستوى الرجل.", [("injured", 2, 2)]),
        ("إن اثنين من العناصر (الذين يقاتلون مع الجيش) لقيا مصرعهما.", [("killed", 2, 2)]),
        ("إن 25 من قوات الصاعقة قتلوا.", [("killed", 25, 25)]),
        # Who did it stands between the verb and the people.
        ("قتلت الجماعة -التي تسعى إلى تأسيس دولة- أكثر من 14 ألف شخص.", [("killed", 14000, None)]),
        ("قتل أربعة انتحاريين 52 شخصاً في هجمات.", [("killed", 52, 52)]),
        ("أحبطت القوات الهجوم وقتلت 21 منهم.", [("killed", 21, 21)]),
        # Bounds, duals, nouns.
        ("قُتل 11 تلميذاً، على الأقل، في هجوم.", [("killed", 11, None)]),
        ("وفاة أكثر 115 معتقلاً تحت التعذيب.", [("killed", 115, None)]),
        ("قتلت امرأة وأصيب طفلاها في القصف.", [("killed", 1, 1), ("injured", 2, 2)]),
        ("قام المسلحون بخطف نحو 230 مدنياً.", [("abducted", 230, 230)]),
        ("أسر اثنان في مواجهات.", [("detained", 2, 2)]),
        ("تم إنقاذ 178 شخصاً كانوا محتجزين رهائن.", [("released", 178, 178)]),
        ("ارتكب مجازر ضد العائلات وصل منها إلى المستشفيات 88 شهيداً.", [("killed", 88, 88)]),
        ("تصل حصيلة مقتل المسلحين منذ بدء الحملة إلى أكثر من 150 مسلحاً.", [("killed", 150, None)]),
        ("عولج 90 شخصاً ميدانياً بينما نقل 80 آخرون إلى المستشفيات.", [("injured", 90, 90), ("injured", 80, 80)]),
        # Told before, and what befell them behind.
        ("أصيب ضابط في المواجهات وتوفي في المستشفى متأثراً بجراحه.", [("killed", 1, 1)]),
        ("أصيب شاب برصاص قناص وتوفي متأثراً بجراحه.", [("killed", 1, 1)]),
        ("شيع الأهالي ثلاثة شبان بعد مقتلهم في غارة.", [("killed", 3, 3)]),
        ("ارتفع إلى 37 عدد المدنيين الذين وثق المركز مقتلهم.", [("killed", 37, 37)]),
        ("قالت الوزارة إن 93 إرهابياً جرى تحييدهم.", [("casualty", 93, 93)]),
        # The verb takes its people by another verb, and a day stands behind a bare number.
        ("حملة اعتقالات طالت 20 ناشطاً.", [("detained", 20, 20)]),
        ("الهجوم قتل خمسة أشخاص وأصاب 16 اليوم.", [("killed", 5, 5), ("injured", 16, 16)]),
        # A number of those told before.
        ("استشهد 47 مواطناً، 26 منهم في المخيم.", [("killed", 47, 47), ("killed", 26, 26)]),
        ("أصيب عشرة عمال، ثلاثة منهم في حالة خطرة.", [("injured", 10, 10), ("injured", 3, 3)]),
        ("قتل مسلحون من جماعة «الفجر» المتطرفة عشرات الأشخاص.", [("killed", 10, None)]),
        ("قتل متطرفون بالرصاص 48 مصلياً.", [("killed", 48, 48)]),
        ("قتل أربعة مسلحين من حركة الشباب 67 شخصاً.", [("killed", 67, 67)]),
        ("عشرات الأشخاص قتلوا وجرحوا في غارة.", [("casualty", 10, None)]),
        ("أدى القصف إلى سقوط 220 لاجئاً.", [("killed", 220, 220)]),
        ("ألقيت قنابل على الجنود وأصيب أحدهم.", [("injured", 1, 1)]),
        ("ما بين 100 و120 ألف شخص أصيبوا.", [("injured", 100_000, 120_000)]),
        ("قتل خمسة أشخاص بما في ذلك امرأة.", [("killed", 5, 5), ("killed", 1, 1)]),
        ("وصول الشهيد خالد العلي إلى المستشفى جراء قصف.", [("killed", 1, 1)]),
        ("عشرات المتمردين قد سقطوا بين قتيل وجريح.", [("casualty", 10, None)]),
        ("فتح النار على القوة موقعاً إياهم بين قتيل ومصاب.", [("casualty", None, None)]),
        ("قتل اثنان وجرح عدد آخر في القصف.", [("killed", 2, 2), ("injured", None, None)]),
        ("قُتل 22 عنصراً ومسؤولاً من التنظيم.", [("killed", 22, 22)]),
        ("استشهدت طفلة مع والديها في قصف.", [("killed", 1, 1), ("killed", 2, 2)]),
        ("عشرات المستوطنين هاجموا عمالاً، وضربوا امرأة.", [("abused", 1, 1)]),
        ("أودى الانفجار بحياة ثلاثة عمال.", [("killed", 3, 3)]),
        ("خطف مسلحون شاب في المدينة.", [("abducted", 1, 1)]),
        ("قتلت القوات امرأة في المدينة.", [("killed", 1, 1)]),
        ("سقط 25 عنصراً من التنظيم بين قتيل وجريح.", [("casualty", 25, 25)]),
        ("اختناق عشرين متظاهراً بالغاز.", [("injured", 20, 20)]),
        ("نزوح العشرات من المدينة.", [("displaced", 10, None)]),
        ("مقتل ثلاثة أشخاص: طفلان وامرأة.", [("killed", 3, 3), ("killed", 2, 2), ("killed", 1, 1)]),
        ("مقتل 12 شخصاً، بما في ذلك قيادي.", [("killed", 12, 12), ("killed", 1, 1)]),
        ("مقتل 12 شخصاً. ومن بين القتلى نساء.", [("killed", 12, 12), ("killed", None, None)]),
        ("أصيب 3 بينهم اثنان بحالة خطرة.", [("injured", 3, 3), ("injured", 2, 2)]),
        ("توفي طفل متأثراً بجراحه.", [("killed", 1, 1)]),
        # Who did it, whose people they are, or a time stands between.
        ("تهجير الميليشيا لنحو 44 أسرة من القرية.", [("displaced", 44, 44)]),
        ("باعتقال قوات الاحتلال منذ بداية العام وحتى نهاية آذار أكثر من 2140 شخصاً.", [("detained", 2140, None)]),
        ("اعتقلت قوات الأمن المختصة في مكافحة الإرهاب فجر أمس، 13 عنصراً.", [("detained", 13, 13)]),
        ("إن 118 عنصراً من مختلف القوات الأمنية والعسكرية قتلوا.", [("killed", 118, 118)]),
        ("إن ثلاثة من أفراد الخدمة الأميركيين قتلوا وأصيب 34 آخرون.", [("killed", 3, 3), ("injured", 34, 34)]),
        ("إن 11 شخصاً قتلوا و32 أصيبوا.", [("killed", 11, 11), ("injured", 32, 32)]),
        ("إن مئة جندي قتلوا خلال المعركة، إضافة إلى عشرين مدنياً.", [("killed", 100, 100), ("killed", 20, 20)]),
        ("مقتل ما بين 110 مدنيين و150 مدنياً.", [("killed", 110, 150)]),
        ("دفعت أعمال العنف نحو 32 ألف شخص للنزوح.", [("displaced", 32_000, 32_000)]),
        ("ارتقاء 210 شهداء وإصابة 386 آخرين.", [("killed", 210, 210), ("injured", 386, 386)]),
        ("أجهزوا على أربعة جنود.", [("killed", 4, 4)]),
        # Lists of names.
        ("اعتقلت الشرطة التركية محمد الأحمد، وخالد العلي، وعمر الحسن.", [("detained", 3, 3)]),
        ("الشهداء هم:\n1_ محمد الأحمد\n2_ خالد العلي\n3_ عمر الحسن", [("killed", 3, 3)]),
    ],
)
def test_a_toll_told_oddly(claims_of: Read, text: str, expected: list[Toll]) -> None:
    assert tolls(claims_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "تم ضرب اثنين من المجمعات السكنية.",
        "فقد شن المسلحون هجوماً على البلدة.",
        "نقل المهاجرون إلى مراكز احتجاز أخرى.",
        "ضبطت الشرطة 20 مليون حبة مخدرة.",
        "طالبت العائلات بالإفراج عن خمسة وعشرين متهماً.",
        "حاولوا خطف أربعة غربيين.",
        "أدى الخلاف إلى انقسام إثني في البلد.",
        "فقدت البلاد واحداً من رجالها.",
        "الاتفاق ينص على الإفراج عن تسعين أسيراً.",
        "هبطت طائرة إجلاء تركية في المطار.",
        "مدرسة الشهيد خالد العلي مغلقة.",
        "فتى فقد ساقيه في القصف.",
        "استشهدت برصاص جندي خلال التغطية.",
        "وصفت الحكومة على لسان مصدر مسؤول التصريحات بالخطيرة.",
        "التحريض على اغتيال الرئيس.",
        "كتائب شهداء الأقصى استهدفت قوة.",
        "استهدف القصف موقعاً قرب مستشفى شهداء الأقصى.",
        "اضطر الركاب إلى البحث عن طائرة أخرى.",
        "أطلق صاروخ دون تقارير عن وقوع إصابات.",
        "تصف القوات الاعتقالات بأنها إنجازات.",
        "إجبار أطفال على الوقوف في الطابور.",
    ],
)
def test_what_only_looks_like_a_toll(claims_of: Read, text: str) -> None:
    assert tolls(claims_of(text)) == []


def test_a_total_after_a_toll_is_told_once(claims_of: Read) -> None:
    claims = claims_of("سقط 45 قتيلاً في المدينة، ليرتفع عدد القتلى إلى 305 أشخاص.")
    assert tolls(claims) == [("killed", 45, 45), ("killed", 305, 305)]


def test_tolls_of_two_sides_set_against_each_other_are_of_one_fight(claims_of: Read) -> None:
    claims = claims_of(
        "وتحدث تنظيم داعش عن المعارك. وبلغ عدد قتلى مقاتلي التنظيم 1300 قتيل وعدد من الجرحى،"
        " مقابل 12 قتيلاً و16 جريحاً في صفوف قوات سوريا الديمقراطية."
    )
    assert [(c.outcome, c.low, c.status, c.affiliation, c.cause, c.perpetrators, c.scope) for c in claims] == [
        ("killed", 1300, "combatant", "isis", "clash", ("sdf",), "cumulative"),
        ("injured", None, "unknown", None, "clash", ("sdf",), "cumulative"),
        ("killed", 12, "combatant", "sdf", "clash", ("isis",), "cumulative"),
        ("injured", 16, "combatant", "sdf", "clash", ("isis",), "cumulative"),
    ]
    assert {b.basis for c in claims for b in c.blame} == {"carried"}


def test_the_victims_of_a_massacre_are_its_dead(claims_of: Read) -> None:
    (claim,) = claims_of("وقال المراسل إن معظم ضحايا مجزرة الطيران والبالغ عددهم 14 شخصاً من الأطفال.")
    assert (claim.outcome, claim.low, claim.high) == ("killed", 14, 14)


def test_who_holds_people_is_told_beside_them_not_by_an_attack(claims_of: Read) -> None:
    (claim,) = claims_of("هجوم فاشل شنته قوات سوريا الديمقراطية أخره وجود عدد من الأسرى الأجانب لدى تنظيم داعش.")
    assert (claim.outcome, claim.perpetrators) == ("detained", ("isis",))


def test_the_families_of_fighters_are_no_fighters(claims_of: Read) -> None:
    (claim,) = claims_of("استسلام 290 من عائلات مقاتلي تنظيم داعش.")
    assert (claim.kinds, claim.status) == (("family",), "unknown")


def test_marks_inside_the_words_of_a_vowelled_text_part_none(claims_of: Read) -> None:
    claims = claims_of("قُتِلَ ثلْاًثةُ مدنيّينَ وأُصيبَ أربَعةٌ في غارةٍ على البلْدةِ.")
    assert tolls(claims) == [("killed", 3, 3), ("injured", 4, 4)]


def test_victims_are_the_dead_where_the_wounded_are_told_beside_them(claims_of: Read) -> None:
    found = claims_of("ارتفع عدد ضحايا القصف إلى خمسة مدنيين بينهم طفلان، وأصيب ثلاثة آخرون.")
    assert [(c.outcome, c.low, c.part_of) for c in found] == [
        ("killed", 5, None),
        ("killed", 2, 0),
        ("injured", 3, None),
    ]


def test_victims_of_whom_some_are_wounded_are_not_all_dead(claims_of: Read) -> None:
    whole, wounded = claims_of("بلغ عدد الضحايا 285 شخصاً، منهم 152 مصاباً.")
    assert (whole.outcome, whole.low, wounded.outcome, wounded.part_of) == ("casualty", 285, "injured", 0)


def test_what_a_rising_toll_counts_may_be_told_at_length(claims_of: Read) -> None:
    text = "ارتفعت حصيلة ضحايا الغارات الجوية التي شنتها الطائرات الحربية واستهدفت ثلاثة شوارع وسط المدينة عصر اليوم، إلى 16 مدنياً، وأصيب 59 آخرون."
    assert [(c.outcome, c.low) for c in claims_of(text)] == [("killed", 16), ("injured", 59)]
