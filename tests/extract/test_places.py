"""Place phrases: a sentence, and the places it names.

Each place is written as in the sentence, then what sort it is told to be, the direction, the distance, the role if it
is no place of harm, and after < the place that it lies in. The sentences are composed.
"""

import pytest

from hasila.extract.places import PlaceMention, find_places, place_quote
from hasila.pack.rows import load_pack
from hasila.resolve.gazetteer import load_gazetteer
from hasila.text.tokens import Document, read_document

Case = tuple[str, list[str]]

NAMES: list[Case] = [
    ("سقطت قذيفة في سراقب", ["سراقب"]),
    ("قصف مدفعي على إدلب", ["إدلب"]),
    ("أصيب طفل بإدلب أمس", ["إدلب"]),
    ("انتقلوا لحلب ثم عادوا", ["حلب"]),
    ("في حمص وحماة سمعت انفجارات", ["حمص", "حماة"]),
    ("غادروا حلب ودمشق", ["حلب", "دمشق"]),
    ("#إدلب قصف على الأطراف", ["إدلب"]),
    ("مقتل مدني في #دير_الزور", ["دير_الزور"]),
    ("قصف على ديرالزور", ["ديرالزور"]),
    ("قتل ثلاثة في دير الزور", ["دير الزور"]),
    ("غارة على خانيونس", ["خانيونس"]),
    ("غارة على خان يونس", ["خان يونس"]),
    ("اشتباكات في كفرنبل", ["كفرنبل"]),
    ("اشتباكات في كفر نبل", ["كفر نبل"]),
    ("انفجار في بغداد", ["بغداد"]),
    ("انفجار للرقة تأثير كبير", ["رقة"]),
    ("قتيل في الباغوز", ["الباغوز"]),
    ("توتر في لبنان", ["لبنان"]),
    ("اغتيال في عدن", ["عدن"]),
    ("قصف على الحديدة", ["الحديدة"]),
    ("انفجار في مقديشو", ["مقديشو"]),
    ("هجوم في مايدوغوري", ["مايدوغوري"]),
    ("زلزال في تركيا وسوريا", ["تركيا", "سوريا"]),
    ("قصف على الشيخ زويد بشمال سيناء", ["الشيخ زويد < شمال سيناء", "شمال سيناء"]),
    ("انفجار في عين العرب", ["عين العرب"]),
]

DESCRIBED: list[Case] = [
    ("على الطريق الواصل بين مدينة إدلب وبلدة بنش", ["الطريق الواصل بين مدينة إدلب وبلدة بنش: road between and بنش"]),
    ("هجوم على مدينة القريتين", ["مدينة القريتين: city"]),
    ("انفجار بالمكان المسمى حجر الوعل", ["المكان المسمى حجر الوعل: village"]),
    ("قرية السنديانة بعيدة. هاجموا السنديانة فجرا", ["قرية السنديانة: village", "السنديانة: village"]),
    ("قصف على قرية كفرنبل", ["قرية كفرنبل: village"]),
    ("قصف على قرية الناعورة الجديدة", ["قرية الناعورة الجديدة: village"]),
    ("قصف على قرية أم الطيور", ["قرية أم الطيور: village"]),
    ("قصف على بلدة تل الورد", ["بلدة تل الورد: town"]),
    ("قصف استهدف مدينة الباب", ["مدينة الباب: city"]),
    ("قصف على حي الصاخور", ["حي الصاخور: neighbourhood"]),
    ("سقطت قذائف على حي البستان", ["حي البستان: neighbourhood"]),
    ("غارة على مخيم الزهور", ["مخيم الزهور: camp"]),
    ("قصف على مخيم الباغوز", ["مخيم الباغوز: camp"]),
    ("في مديرية حيس", ["مديرية حيس: district"]),
    ("في مديرية وادي النخيل", ["مديرية وادي النخيل: district"]),
    ("في محافظة إدلب", ["محافظة إدلب: governorate"]),
    ("في محافظة صلاح الدين", ["محافظة صلاح الدين: governorate"]),
    ("في ولاية بورنو", ["ولاية بورنو: governorate"]),
    ("في إقليم تيغراي", ["إقليم تيغراي: governorate"]),
    ("في ناحية عين عيسى", ["ناحية عين عيسى: district"]),
    ("في قضاء سنجار", ["قضاء سنجار: district"]),
    ("في منطقة تل السمن", ["منطقة تل السمن: area"]),
    ("في العاصمة صنعاء", ["العاصمة صنعاء: capital"]),
    ("في العاصمة الصومالية", ["العاصمة الصومالية: capital"]),
    ("في عاصمة السودان", ["عاصمة السودان: capital"]),
    ("في بادية السخنة", ["بادية السخنة: desert"]),
    ("في صحراء الرمل", ["صحراء الرمل: desert"]),
    ("على جبهة الساحل", ["جبهة الساحل: front"]),
    ("على جبهة صرواح", ["جبهة صرواح: front"]),
    ("قصف على جبل الزاوية", ["جبل الزاوية: mountain"]),
    ("قصف على جبل القصب", ["جبل القصب: mountain"]),
    ("في وادي بردى", ["وادي بردى: valley"]),
    ("في غابة سامبيسا", ["غابة سامبيسا"]),
    ("في شارع النخيل", ["شارع النخيل: street"]),
    ("في شارع الرشيد", ["شارع الرشيد: street"]),
    ("في قرية بيت الصفصاف", ["قرية بيت الصفصاف: village"]),
    ("في بلدة الشيخ مطر", ["بلدة الشيخ مطر: town"]),
    ("في قرية تل حمام الكبيرة", ["قرية تل حمام الكبيرة: village"]),
]

BESIDE: list[Case] = [
    ("غارات شمال بغداد", ["شمال بغداد: north"]),
    ("قتلى شمالي الموصل", ["شمالي الموصل: north"]),
    ("قتيل شرقي دير الزور", ["شرقي دير الزور: east"]),
    ("قصف جنوب غرب إدلب", ["جنوب غرب إدلب: south-west"]),
    ("معارك في شمال غربي سوريا", ["شمال غربي سوريا"]),
    ("معارك شمال وشرق سوريا", ["شمال وشرق سوريا"]),
    ("في ريف إدلب الجنوبي", ["ريف إدلب الجنوبي: countryside south"]),
    ("في ريف حلب الشمالي الشرقي", ["ريف حلب الشمالي الشرقي: countryside north-east"]),
    ("بريف حمص الشرقي", ["ريف حمص الشرقي: countryside east"]),
    ("في الريف الجنوبي لإدلب", ["الريف الجنوبي لإدلب: countryside south"]),
    ("في الريف الشمالي الشرقي لمحافظة حلب", ["الريف الشمالي الشرقي لمحافظة حلب: countryside north-east"]),
    ("على بعد 20 كم شمال بغداد", ["على بعد 20 كم شمال بغداد: north 20 km"]),
    ("على بعد 15 كيلومترا من كركوك", ["على بعد 15 كيلومترا من كركوك: 15 km"]),
    ("40 كلم جنوب تعز", ["40 كلم جنوب تعز: south 40 km"]),
    ("إلى الشمال من بعقوبة", ["الشمال من بعقوبة: north"]),
    ("قرب مدينة منبج", ["قرب مدينة منبج: city near"]),
    ("بالقرب من بلدة سرمدا", ["بالقرب من بلدة سرمدا: town near"]),
    ("على مقربة من معبر نصيب", ["على مقربة من معبر نصيب: near"]),
    ("في محيط مدينة اعزاز", ["محيط مدينة اعزاز: city near"]),
    ("على أطراف تفتناز", ["أطراف تفتناز: near"]),
    ("عند أطراف بلدة حيس", ["أطراف بلدة حيس: town near"]),
    ("في ضواحي دمشق", ["ضواحي دمشق: near"]),
    ("على مشارف الموصل", ["مشارف الموصل: near"]),
    ("وسط مدينة غزة", ["وسط مدينة غزة: city"]),
    ("داخل حلب", ["داخل حلب"]),
    ("بين مدينتي إدلب وبنش", ["بين مدينتي إدلب وبنش: city between and بنش"]),
    ("بين سراقب وأريحا", ["بين سراقب وأريحا: between and اريحا"]),
    ("على طريق حمص - حماة", ["طريق حمص - حماة: road and حماه"]),
    ("على طريق دمشق حلب", ["طريق دمشق حلب: road and حلب"]),
    ("على الحدود السورية العراقية", ["الحدود السورية العراقية: border"]),
    ("على الحدود السورية", ["الحدود السورية: border"]),
    ("عند الحدود مع تركيا", ["الحدود مع تركيا: border"]),
    ("الحدود بين العراق وسوريا", ["الحدود بين العراق وسوريا: border between and سوريا"]),
    ("جنوب البلاد", ["جنوب البلاد: country south told before"]),
    ("في شمال غزة", ["شمال غزة"]),
    ("جنوبي قطاع غزة", ["جنوبي قطاع غزة: south"]),
    ("شرقي مدينة رفح", ["شرقي مدينة رفح: city east"]),
]

NESTED: list[Case] = [
    (
        "قصف على قرية كفرنبل بريف إدلب الجنوبي",
        ["قرية كفرنبل: village < ريف إدلب الجنوبي", "ريف إدلب الجنوبي: countryside south"],
    ),
    ("قصف على بلدة تل الورد في ريف حماة", ["بلدة تل الورد: town < ريف حماة", "ريف حماة: countryside"]),
    ("قتيل في حي الصاخور بمدينة حلب", ["حي الصاخور: neighbourhood < مدينة حلب", "مدينة حلب: city"]),
    ("قتيل في قرية السفح شمال مدينة الرقة", ["قرية السفح: village < شمال مدينة الرقة", "شمال مدينة الرقة: city north"]),
    (
        "قتيل في قرية السفح بريف منبج في ريف حلب الشرقي",
        [
            "قرية السفح: village < ريف منبج",
            "ريف منبج: countryside < ريف حلب الشرقي",
            "ريف حلب الشرقي: countryside east",
        ],
    ),
    ("قتيل في مخيم الزهور، قرب بلدة ترمانين", ["مخيم الزهور: camp < قرب بلدة ترمانين", "قرب بلدة ترمانين: town near"]),
    (
        "قتيل في مديرية التحيتا جنوب محافظة الحديدة",
        ["مديرية التحيتا: district < جنوب محافظة الحديدة", "جنوب محافظة الحديدة: governorate south"],
    ),
    (
        "قتيل في حي الزيتون جنوب شرق مدينة غزة",
        ["حي الزيتون: neighbourhood < جنوب شرق مدينة غزة", "جنوب شرق مدينة غزة: city south-east"],
    ),
    ("انفجار في منطقة سوق الخشب وسط بغداد", ["منطقة سوق الخشب: market facility < وسط بغداد", "وسط بغداد"]),
    ("قصف سوق شعبي في مدينة سرمين", ["سوق شعبي: market facility < مدينة سرمين", "مدينة سرمين: city"]),
    ("تفجير فندق السلام بمقديشو", ["فندق السلام: building facility < مقديشو", "مقديشو"]),
    ("قتيل في بلدة النبع، ريف درعا", ["بلدة النبع: town < ريف درعا", "ريف درعا: countryside"]),
    (
        "غارة على قرية السفح التابعة لناحية عين عيسى",
        ["قرية السفح: village < ناحية عين عيسى", "ناحية عين عيسى: district"],
    ),
    (
        "قصف قرى السفح والنبع بريف إدلب",
        ["قرى السفح: village < ريف إدلب", "النبع: village < ريف إدلب", "ريف إدلب: countryside"],
    ),
    (
        "قصف بلدتي كفريا والفوعة بريف إدلب",
        ["بلدتي كفريا: town < ريف إدلب", "الفوعة: town < ريف إدلب", "ريف إدلب: countryside"],
    ),
]

ROLES: list[Case] = [
    ("قصفت دمشق مواقع في ريف حلب", ["دمشق: actor", "ريف حلب: countryside"]),
    ("أعلنت أنقرة مقتل جنديين", ["أنقرة: actor"]),
    ("موسكو تعلن وقف الغارات", ["موسكو: actor"]),
    ("اتهمت طهران جهات خارجية", ["طهران: actor"]),
    ("قالت حكومة بغداد إنها تحقق", ["بغداد: actor"]),
    ("نفت الرياض الأنباء", ["الرياض: actor"]),
    ("أهالي دوما ينزحون", ["دوما: affiliation"]),
    ("قتل أمير الرقة في غارة", ["الرقة: affiliation"]),
    ("مجلس دير الزور العسكري يعلن", ["دير الزور العسكري: actor"]),
    ("قال محافظ حلب", ["حلب: affiliation"]),
    ("شرطة إدلب تعتقل", ["إدلب: affiliation"]),
    ("عناصر من لواء القدس", ["القدس: actor"]),
    ("مقاتلون من حركة أحرار الشام", []),
    ("غارة على مستشفى الشفاء", ["مستشفى الشفاء: hospital facility"]),
    ("غارة على مستشفى الرحمة", ["مستشفى الرحمة: hospital facility"]),
    ("انفجار في سجن صيدنايا", ["سجن صيدنايا: prison facility"]),
    ("قصف مطار الضمير", ["مطار الضمير: airport facility"]),
    ("هجوم على قاعدة التنف", ["قاعدة التنف: base facility"]),
    ("تفجير في مسجد الرحمن", ["مسجد الرحمن: mosque facility"]),
    ("قصف مدرسة النور الابتدائية", ["مدرسة النور الابتدائية: school facility"]),
    ("انفجار قرب دوار النخيل", ["قرب دوار النخيل: square near facility"]),
    ("عند معبر باب الهوى", ["معبر باب الهوى: crossing facility"]),
    ("على جسر قره قوزاق", ["جسر قره قوزاق: bridge facility"]),
    ("هجوم على نقطة تفتيش", ["نقطة تفتيش: checkpoint facility"]),
    ("قصف مقر الشرطة", ["مقر الشرطة: base facility"]),
    ("الجيش السوري يقصف", ["السوري: nationality affiliation SY"]),
    ("مصدر فلسطيني قال", ["فلسطيني: nationality affiliation PS"]),
]

TOLD_BEFORE: list[Case] = [
    ("قصف على إدلب، وقتيلان في المدينة", ["إدلب", "المدينة: city told before"]),
    ("قتيلان في شمال المحافظة", ["شمال المحافظة: governorate north told before"]),
    ("توتر في البلدة", ["البلدة: town told before"]),
    ("نزوح من القرية", ["القرية: village told before"]),
    ("إصابات في المخيم", ["المخيم: camp told before"]),
]

NO_PLACE: list[Case] = [
    ("حرب طويلة تنتظرهم", []),
    ("طرق الباب ليلا", []),
    ("فتح الباب أمام المفاوضات", []),
    ("الأمين العام القائم بالأعمال", []),
    ("نصر جديد للمقاتلين", []),
    ("قالت سلمى إنها رأت", []),
    ("أحمد الحلبي قال", []),
    ("صور من المكان", []),
    ("يوم الجمعة الماضي", []),
    ("في الشرق الأوسط", []),
    ("الحكومة الجديدة", []),
    ("على حجة واهية", []),
    ("ذهب علي إلى عمله", []),
    ("من الثورة إلى الدولة", []),
    ("في السلام والحرب", []),
    ("وقف إطلاق النار", []),
    ("بايدن يصرح", []),
    ("قناة الميادين", []),
    ("في مجزرة اليوم", []),
    ("التحالف يقصف", []),
]

LISTS_AND_NO_NAMES: list[Case] = [
    ("في قرية نائية", []),
    ("في مدينة سكنية", []),
    ("في قرية تقع قرب النهر", []),
    ("قرى عدة", []),
    ("في مخيم للنازحين", []),
    ("في حي سكني", []),
    ("قصف على بلدات النبع والسفح وكفرنبل", ["بلدات النبع: town", "السفح: town", "كفرنبل: town"]),
    ("أحياء الشعار والميسر في حلب", ["أحياء الشعار: neighbourhoods < حلب", "الميسر: neighbourhoods < حلب", "حلب"]),
    ("في أحياء إسطنبول", ["أحياء إسطنبول: neighbourhoods"]),
    ("محافظتي حمص وحماة", ["محافظتي حمص: governorate", "حماة: governorate"]),
]

ALL = [*NAMES, *DESCRIBED, *BESIDE, *NESTED, *ROLES, *TOLD_BEFORE, *NO_PLACE, *LISTS_AND_NO_NAMES]


def facts(document: Document, mentions: list[PlaceMention], mention: PlaceMention) -> str:
    """A mention as a line of the specification."""
    told = [mention.descriptor, mention.direction, mention.offset]
    told += [mention.role if mention.role != "place" else None, "told before" if mention.definite else None]
    told += [mention.country, f"and {mention.other}" if mention.other else None]
    words = " ".join(filter(None, told))
    line = place_quote(document, mention).text + (f": {words}" if words else "")
    return line + (f" < {place_quote(document, mentions[mention.within[0]]).text}" if mention.within else "")


@pytest.mark.parametrize(("sentence", "expected"), ALL, ids=[sentence for sentence, _ in ALL])
def test_the_places_of_a_sentence(sentence: str, expected: list[str]) -> None:
    document = read_document(sentence)
    mentions = find_places(document, load_pack("ar"), load_gazetteer())
    assert [facts(document, mentions, m) for m in mentions] == expected


def test_the_specification_holds_150_phrases() -> None:
    assert sum(max(1, len(expected)) for _, expected in ALL) >= 150
    assert len({sentence for sentence, _ in ALL}) == len(ALL), "each sentence once"


def test_a_village_that_no_gazetteer_has_is_a_place_after_its_descriptor() -> None:
    document = read_document("قصف على قرية الناعورة الجديدة ثم على الناعورة")
    [village] = find_places(document, load_pack("ar"), load_gazetteer())
    assert (village.name, village.descriptor) == ("الناعوره الجديده", "village")
    assert "name after a descriptor" in village.rules


def test_a_word_once_called_a_town_is_a_place_in_the_rest_of_the_report() -> None:
    alone, told = "وصلوا إلى الباب ليلا", "قصف على مدينة الباب. وصلوا إلى الباب ليلا"
    pack, gazetteer = load_pack("ar"), load_gazetteer()
    assert find_places(read_document(alone), pack, gazetteer) == []
    assert [m.name for m in find_places(read_document(told), pack, gazetteer)] == ["الباب", "الباب"]


def test_the_quote_leaves_out_what_is_attached_and_keeps_the_vowels() -> None:
    document = read_document("هجومٌ بِإدلبَ وغارة للرقة")
    quotes = [place_quote(document, m) for m in find_places(document, load_pack("ar"), load_gazetteer())]
    assert [q.text for q in quotes] == ["إدلبَ", "رقة"]
    assert all(document.source[q.start : q.end] == q.text for q in quotes)


def test_places_within_places_name_all_that_contain_them_the_nearest_first() -> None:
    document = read_document("قتيل في قرية السفح بريف منبج في ريف حلب الشرقي")
    mentions = find_places(document, load_pack("ar"), load_gazetteer())
    assert mentions[0].within == (1, 2)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("اشتباك في محيط القصر الرئاسي", ["محيط القصر الرئاسي"]),
        ("تفجير أمام السفارة الإيطالية في بيروت", ["السفارة الإيطالية", "بيروت"]),
        ("اقتحموا مقر المؤسسة الوطنية للكهرباء", ["مقر المؤسسة الوطنية للكهرباء"]),
        ("استهدفوا مقر خدمة الاستخبارات المركزية", ["مقر خدمة الاستخبارات المركزية"]),
        ("نقلت الجثث إلى المستشفى الحكومي", ["المستشفى"]),
        ("قتل برصاص حاجز لقوات الأمن", ["حاجز"]),
        ("داخل المسجد الذي قصف", ["داخل المسجد"]),
        ("بايع القاعدة الإرهابية", ["القاعدة"]),
        ("قصف مزارع وأبنية قرب سراقب", ["قرب سراقب"]),
        ("انفجار في سوق النخيل الشعبي", ["سوق النخيل الشعبي"]),
    ],
)
def test_a_facility_is_named_by_the_body_that_sits_there_or_by_its_adjectives(
    sentence: str, expected: list[str]
) -> None:
    document = read_document(sentence)
    mentions = find_places(document, load_pack("ar"), load_gazetteer())
    assert [place_quote(document, m).text for m in mentions] == expected


def test_a_base_with_the_article_is_the_one_that_was_named_before() -> None:
    document = read_document("سيطروا على قاعدة الصخرة، ثم قصفت القاعدة الجوية")
    mentions = find_places(document, load_pack("ar"), load_gazetteer())
    assert [(m.name, m.definite) for m in mentions] == [("صخره", False), ("", True)]
