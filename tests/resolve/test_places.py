"""Place phrases to gazetteer rows: what each place of a sentence is resolved to.

Written as: the words: level, province, country, row; "·" where it has a point. Unknown places have no row.
The sentences are composed.
"""

import pytest

from hasila.extract.places import find_places
from hasila.model.claim import Place
from hasila.pack.rows import load_pack
from hasila.resolve.gazetteer import load_gazetteer
from hasila.resolve.places import PlaceResolver, report_country, resolve_place
from hasila.text.tokens import read_document

Case = tuple[str, list[str]]

RESOLVED: list[Case] = [
    (
        "قصف على قرية كفرنبل بريف إدلب الجنوبي",
        ["قرية كفرنبل: town, Idlib, SY, hand:SY.Kafr Nabl ·", "ريف إدلب الجنوبي: adm1, Idlib, SY, region:SY.12"],
    ),
    ("قصف على مدينة إدلب", ["مدينة إدلب: city, Idlib, SY, geonames:169389 ·"]),
    ("قصف على إدلب", ["إدلب: adm1, Idlib, SY, region:SY.12"]),
    ("قصف في ريف إدلب", ["ريف إدلب: adm1, Idlib, SY, region:SY.12"]),
    ("قصف شرقي دير الزور", ["شرقي دير الزور: adm1, Deir ez-Zor, SY, region:SY.07"]),
    ("قصف في محافظة صلاح الدين", ["محافظة صلاح الدين: adm1, Salah ad Din, IQ, region:IQ.18"]),
    ("انفجار في دمشق", ["دمشق: city, Damascus, SY, geonames:170654 ·"]),
    ("انفجار في بغداد", ["بغداد: city, Baghdad, IQ, geonames:98182 ·"]),
    ("انفجار في العاصمة اليمنية", ["العاصمة اليمنية: city, Amanat Al Asimah, YE, hand:YE.Sanaa city ·"]),
    ("انفجار في العاصمة صنعاء", ["العاصمة صنعاء: city, Amanat Al Asimah, YE, hand:YE.Sanaa city ·"]),
    ("غارة على غزة", ["غزة: city, Gaza Strip, PS, hand:PS.Gaza ·"]),
    ("غارة على قطاع غزة", ["قطاع غزة: adm1, Gaza Strip, PS, region:PS.GZ"]),
    ("غارة على مخيم جباليا", ["مخيم جباليا: neighbourhood, Gaza Strip, PS, hand:PS.Jabalia camp ·"]),
    ("غارة على شمال غزة", ["شمال غزة: adm2, Gaza Strip, PS, hand:PS.North Gaza"]),
    (
        "استهداف حي الزيتون جنوب شرق مدينة غزة",
        [
            "حي الزيتون: neighbourhood, Gaza Strip, PS, hand:PS.Zeitoun ·",
            "جنوب شرق مدينة غزة: near, Gaza Strip, PS, hand:PS.Gaza ·",
        ],
    ),
    ("مداهمات في الضفة الغربية", ["الضفة الغربية: adm1, West Bank, PS, region:PS.WE"]),
    ("اقتحام مخيم جنين", ["مخيم جنين: town, West Bank, PS, geonames:283506 ·"]),
    (
        "قصف على دوما في الغوطة الشرقية",
        [
            "دوما: town, Rif Dimashq, SY, hand:SY.Douma ·",
            "الغوطة الشرقية: near, Rif Dimashq, SY, hand:SY.Eastern Ghouta ·",
        ],
    ),
    (
        "مستوطنون قتلوا شابا في دوما جنوب نابلس",
        ["دوما: village, West Bank, PS, geonames:284013 ·", "جنوب نابلس: near, West Bank, PS, geonames:282615 ·"],
    ),
    ("رصاص في طرابلس بليبيا", ["طرابلس: city, Tripoli, LY, geonames:2210247 ·", "ليبيا: country, -, LY, country:LY"]),
    (
        "رصاص في طرابلس شمال لبنان",
        ["طرابلس: city, North, LB, geonames:266826 ·", "شمال لبنان: adm1, North, LB, region:LB.09"],
    ),
    (
        "اشتباك في السخنة بريف حمص",
        ["السخنة: town, Homs, SY, hand:SY.As-Sukhnah ·", "ريف حمص: adm1, Homs, SY, region:SY.11"],
    ),
    (
        "اشتباك في السخنة بمحافظة الحديدة",
        [
            "السخنة: adm2, Al Hudaydah, YE, district:YE.As Sukhnah",
            "محافظة الحديدة: adm1, Al Hudaydah, YE, region:YE.08",
        ],
    ),
    ("قصف قرب مدينة منبج", ["قرب مدينة منبج: near, Aleppo, SY, hand:SY.Manbij ·"]),
    ("قصف على بعد 20 كم شمال بغداد", ["على بعد 20 كم شمال بغداد: near, Baghdad, IQ, geonames:98182 ·"]),
    (
        "كمين على بعد 60 كم شمال بغداد",
        [
            "كمين على بعد 60 كم شمال بغداد: adm1, Baghdad, IQ, geonames:98182",
            "على بعد 60 كم شمال بغداد: adm1, Baghdad, IQ, geonames:98182",
        ],
    ),
    (
        "كمين على طريق حمص - حماة",
        ["كمين على طريق حمص - حماة: line, Homs, SY, geonames:169577", "طريق حمص - حماة: line, -, SY, geonames:169577"],
    ),
    ("قصف بين سراقب وأريحا", ["بين سراقب وأريحا: line, Idlib, SY, geonames:164816"]),
    ("اشتباك على الحدود السورية العراقية", ["الحدود السورية العراقية: line, -, SY, country:SY"]),
    ("قصف في ريف منبج", ["ريف منبج: adm2, Aleppo, SY, hand:SY.Manbij"]),
    (
        "غارة على قرية السفح بريف إدلب الجنوبي",
        ["قرية السفح: -, Idlib, SY, -", "ريف إدلب الجنوبي: adm1, Idlib, SY, region:SY.12"],
    ),
    (
        "غارة على قرية السفح شرقي مدينة تدمر بريف حمص",
        [
            "قرية السفح: -, Homs, SY, -",
            "شرقي مدينة تدمر: near, Homs, SY, geonames:163808 ·",
            "ريف حمص: adm1, Homs, SY, region:SY.11",
        ],
    ),
    (
        "غارة على حي السفح بمدينة حلب",
        ["حي السفح: city, Aleppo, SY, geonames:170063 ·", "مدينة حلب: city, Aleppo, SY, geonames:170063 ·"],
    ),
    (
        "قصف سوق شعبي في مدينة سرمين",
        [
            "سوق شعبي في مدينة سرمين: adm3, Idlib, SY, district:SY.Sarmin",
            "مدينة سرمين: adm3, Idlib, SY, district:SY.Sarmin",
        ],
    ),
    ("قصف على مستشفى الشفاء", ["مستشفى الشفاء: landmark, Gaza Strip, PS, hand:PS.Al-Shifa hospital ·"]),
    ("انفجار في سجن صيدنايا", ["سجن صيدنايا: landmark, Rif Dimashq, SY, hand:SY.Sednaya prison ·"]),
    (
        "قصف على الباغوز شرقي دير الزور",
        ["الباغوز: town, Deir ez-Zor, SY, hand:SY.Al-Baghuz ·", "شرقي دير الزور: adm1, Deir ez-Zor, SY, region:SY.07"],
    ),
    ("هجوم في ولاية بورنو النيجيرية", ["ولاية بورنو النيجيرية: adm1, Borno, NG, region:NG.27"]),
    (
        "هجوم قرب ديفا في النيجر",
        ["قرب ديفا: near, Diffa, NE, geonames:2445704 ·", "النيجر: country, -, NE, country:NE"],
    ),
    ("غارة غربي النيجر", ["غربي النيجر: country, -, NE, country:NE"]),
    ("معارك في شمال شرق سوريا", ["شمال شرق سوريا: adm1, -, SY, hand:SY.Northeast Syria"]),
    ("هجوم في دارفور", ["دارفور: adm1, -, SD, hand:SD.Darfur"]),
    (
        "قصف على الفاشر بولاية شمال دارفور",
        [
            "الفاشر: city, North Darfur, SD, hand:SD.Al Fashir ·",
            "ولاية شمال دارفور: adm1, North Darfur, SD, region:SD.55",
        ],
    ),
    ("انفجار في كابول", ["كابول: city, Kabul, AF, hand:AF.Kabul ·"]),
    ("هجوم على مقديشو", ["مقديشو: city, Banaadir, SO, hand:SO.Mogadishu ·"]),
    (
        "هجوم في بلدة سروج جنوب تركيا",
        ["بلدة سروج: town, Sanliurfa, TR, hand:TR.Suruc ·", "جنوب تركيا: country, -, TR, country:TR"],
    ),
    ("هجوم في رفح المصرية", ["رفح المصرية: town, North Sinai, EG, hand:EG.Rafah Egypt ·"]),
    (
        "قصف على رفح جنوبي قطاع غزة",
        ["رفح: city, Gaza Strip, PS, hand:PS.Rafah ·", "جنوبي قطاع غزة: adm1, Gaza Strip, PS, region:PS.GZ"],
    ),
    ("مقتل جندي في جنوب سوريا", ["جنوب سوريا: country, -, SY, country:SY"]),
    (
        "هجوم في الميادين بريف دير الزور",
        ["الميادين: town, Deir ez-Zor, SY, geonames:173480 ·", "ريف دير الزور: adm1, Deir ez-Zor, SY, region:SY.07"],
    ),
    (
        "قصف على مدينة الباب شرقي حلب",
        ["مدينة الباب: town, Aleppo, SY, hand:SY.Al-Bab ·", "شرقي حلب: adm1, Aleppo, SY, region:SY.09"],
    ),
    (
        "قصف على إدلب، وقتيلان في المدينة",
        ["إدلب: adm1, Idlib, SY, region:SY.12", "المدينة: city, Idlib, SY, geonames:169389 ·"],
    ),
    ("هجوم صومالي في شمال البلاد", ["شمال البلاد: country, -, SO, country:SO"]),
]


def places_of(text: str) -> list[Place]:
    """The resolved places of a text, adjectives of countries left out."""
    document, gazetteer = read_document(text), load_gazetteer()
    mentions = find_places(document, load_pack("ar"), gazetteer)
    resolver = PlaceResolver(document, mentions, gazetteer)
    return [resolver.place(m) for m in mentions if m.descriptor != "nationality"]


def line(place: Place) -> str:
    """A place as a line of the specification."""
    told = ", ".join(str(v or "-") for v in (place.level, place.admin1, place.country, place.row))
    return f"{place.text}: {told}" + (" ·" if place.lat is not None else "")


@pytest.mark.parametrize(("sentence", "expected"), RESOLVED, ids=[sentence for sentence, _ in RESOLVED])
def test_the_places_of_a_sentence_are_resolved(sentence: str, expected: list[str]) -> None:
    assert [line(place) for place in places_of(sentence)] == expected


def test_a_place_with_a_row_has_the_row_among_its_candidates() -> None:
    for sentence, _ in RESOLVED:
        for place in places_of(sentence):
            own = place.row is not None and not (place.why or "").startswith("unknown")
            # "المدينة" and what lies in a named town have the row of another mention.
            if own and place.candidates:
                assert place.row in [c.row for c in place.candidates]
                assert len(place.candidates) <= 5


def test_the_point_of_a_place_is_that_of_its_row() -> None:
    [place] = places_of("قصف على مدينة إدلب")
    row = next(r for r in load_gazetteer().rows("إدلب") if r.id == place.row)
    assert (place.lat, place.lon) == (row.lat, row.lon)


def test_unknown_places_say_why_and_have_no_point() -> None:
    [village, _] = places_of("قصف على قرية السفح بريف إدلب الجنوبي")
    assert (village.row, village.lat, village.lon, village.level) == (None, None, None, None)
    assert village.why is not None and village.why.startswith("unknown: ")
    assert (village.admin1, village.country) == ("Idlib", "SY"), "what contains it is told"


def test_each_candidate_has_a_sentence_that_says_why() -> None:
    [place, _] = places_of("اشتباك في السخنة بريف حمص")
    assert place.candidates[0].country == "SY"
    assert "in Homs, as said" in place.candidates[0].why
    assert all(0 <= c.score <= 1 and c.why for c in place.candidates)
    assert [c.score for c in place.candidates] == sorted((c.score for c in place.candidates), reverse=True)


def test_the_same_name_means_another_place_in_another_country() -> None:
    assert places_of("انفجار في طرابلس، وقالت مصادر ليبية في بنغازي")[0].country == "LY"
    assert places_of("انفجار في طرابلس، وقالت مصادر لبنانية في بيروت")[0].country == "LB"


def test_a_village_is_not_taken_from_the_wrong_side_of_the_province() -> None:
    west = places_of("قصف على بلدة سراقب غربي إدلب")[0]
    east = places_of("قصف على بلدة سراقب شرقي إدلب")[0]
    assert west.row is None and "not on the west side" in (west.why or "")
    assert east.row is not None


def test_a_place_in_two_provinces_has_none() -> None:
    [road] = places_of("قتيل على طريق حمص - حماة")
    assert (road.admin1, road.country, road.level, road.lat) == (None, "SY", "line", None)


def test_two_names_that_are_each_told_to_lie_by_the_other_come_to_an_end() -> None:
    text = "قصف على بلدة سراقب بريف إدلب. قصف على إدلب قرب سراقب. قصف على سراقب في إدلب"
    assert {p.admin1 for p in places_of(text)} == {"Idlib"}


def test_the_country_of_a_report_is_that_of_most_of_its_places() -> None:
    gazetteer = load_gazetteer()
    document = read_document("قصف تركي على منبج وعين العرب، وتنديد أمريكي")
    assert report_country(find_places(document, load_pack("ar"), gazetteer), gazetteer) == "SY"


def test_a_country_that_is_told_decides() -> None:
    document, gazetteer = read_document("قصف على دوما"), load_gazetteer()
    mentions = find_places(document, load_pack("ar"), gazetteer)
    assert resolve_place(mentions[0], mentions, gazetteer, "PS").country == "PS"
    assert resolve_place(mentions[0], mentions, gazetteer, "SY").country == "SY"
