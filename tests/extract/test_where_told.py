"""Which of several places that a sentence or an incident tells is that of the harm."""

from datetime import date

import pytest

from hasila import load_gazetteer, load_pack, read, report_of
from hasila.model.claim import Claim

PACK, GAZETTEER = load_pack(), load_gazetteer()


def claims(text: str, title: str | None = None) -> list[Claim]:
    return list(read(report_of(text, title=title, published=date(2024, 5, 8)), PACK, GAZETTEER).claims)


def place(claim: Claim) -> str | None:
    return claim.place.text if claim.place else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "قتل ثلاثة في قصف على حي الشعار بحلب، فيما قتل خمسة مدنيين في غارة على بلدة كفرنبل بريف إدلب.",
            ["حي الشعار", "بلدة كفرنبل"],
            id="a clause of its own",
        ),
        pytest.param(
            "قتل أربعة جنود في كمين في ولاية عين الدفلى جنوب غرب العاصمة الجزائر.",
            ["ولاية عين الدفلى"],
            id="a direction told after the place",
        ),
        pytest.param("أصيب ثلاثة مدنيين بجروح في غارة بين مدينتي إدلب وبنش.", ["بين مدينتي إدلب وبنش"], id="between"),
        pytest.param(
            "قصف الطيران قرية النيرب الواقعة شرق إدلب والقريبة من سراقب وقتل خمسة مدنيين.",
            ["قرية النيرب"],
            id="what lies by another place",
        ),
        pytest.param(
            "هاجم مسلحون قوات الأمن قرب بلدة كفرنبل وقتلوا ثلاثة مدنيين.",
            ["قرب بلدة كفرنبل"],
            id="near, no force's own",
        ),
        pytest.param(
            "هاجم مسلحون قرية السنديانة وأطلقوا النار فقتل عشرون مدنياً ولجأ الناجون إلى مدينة سراقب.",
            ["قرية السنديانة"],
            id="where people fled to",
        ),
        pytest.param(
            "انفجرت سيارة أمام السفارة الإيطالية في بيروت ما أدى إلى مقتل عشرة أشخاص.",
            ["السفارة الإيطالية في بيروت"],
            id="an embassy",
        ),
    ],
)
def test_the_place_of_a_harm_among_several(text: str, told: list[str]) -> None:
    assert [place(c) for c in claims(text)] == told


def test_a_distance_that_tells_no_province_yields_to_the_name_told_elsewhere() -> None:
    found = claims("قتل جنود في كمين على بعد 150 كيلومتراً من العاصمة الجزائر.\nووقع الكمين في ولاية عين الدفلى.")
    assert [place(c) for c in found] == ["ولاية عين الدفلى"]


def test_a_growing_total_is_not_of_the_last_town() -> None:
    text = (
        "قتل أكثر من 900 مدني في الغوطة الشرقية منذ 18 شباط.\n"
        "وقتل ثمانية مدنيين السبت في قصف على عربين، لترتفع حصيلة القتلى منذ 18 شباط إلى 1031 مدنياً."
    )
    assert [place(c) for c in claims(text)] == ["الغوطة الشرقية", "عربين", "الغوطة الشرقية"]


def test_a_place_in_another_country_keeps_its_own_province() -> None:
    [claim] = claims("قال الجيش السوري والمرصد السوري إن 32 مدنياً قتلوا في تفجير في سوروتش التركية في تركيا.")
    assert claim.place is not None
    assert (claim.place.text, claim.place.country) == ("سوروتش التركية", "TR")


@pytest.mark.parametrize(
    "dateline",
    ["دبي، الإمارات العربية المتحدة (CNN) – ", "رويترز- دبي: ", "دبي - وكالات: "],
)
def test_the_city_of_a_dateline_is_no_place_of_harm_and_tells_no_country(dateline: str) -> None:
    [claim] = claims(dateline + "قتل تسعة أشخاص في هجوم في طرابلس، وقالت الحكومة الليبية إنها تحقق.")
    assert claim.place is not None
    assert (claim.place.text, claim.place.country) == ("طرابلس", "LY")


def test_a_quarter_told_without_its_name_is_the_one_named_later() -> None:
    found = claims("قتل خمسة أطفال بقذيفة على أحد أحياء مدينة حلب.\nوقال المرصد إن القذيفة سقطت على حي الشعار.")
    assert [place(c) for c in found] == ["حي الشعار"]


def test_a_facility_is_told_with_the_town_that_it_stands_in() -> None:
    [claim] = claims("قتل خمسة مدنيين في قصف سوق شعبي في مدينة سراقب.")
    assert claim.place is not None
    assert (claim.place.text, claim.place.level) == ("سوق شعبي في مدينة سراقب", "town")


def test_a_report_that_returns_to_its_incident_goes_on_with_it() -> None:
    text = (
        "قتل عشرون شخصاً الثلاثاء في تفجير مسجد. ووقع التفجير في بلدة موبي في نيجيريا.\n"
        "وكانت الجماعة قتلت الخميس الماضي أربعة أشخاص في مدينة مايدوغوري بولاية بورنو.\n"
        "وقال مفوض الشرطة في ولاية أداماوا إن مفجراً دخل المسجد ظهراً. وأضاف أن 12 شخصاً أصيبوا."
    )
    found = claims(text)
    assert [place(c) for c in found] == ["بلدة موبي", "مدينة مايدوغوري", "بلدة موبي"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "قتل خمسة مدنيين في قصف على حي الجامعة في مدينة سراقب.", "حي الجامعة", id="named after a university"
        ),
        pytest.param("أصيب طفل في قصف مخيم القرى (وادي عباس) قرب سرمدا.", "وادي عباس", id="a name in brackets"),
        pytest.param("قتل 12 جندياً تركيا في هجوم في دهوك.", "دهوك", id="a nation in the accusative"),
        pytest.param("قال مراقبون إن دمشق قد تصعد، وقتل ثلاثة مدنيين في سرمين.", "سرمين", id="a capital that may act"),
    ],
)
def test_what_is_a_place_and_what_is_not(text: str, told: str) -> None:
    assert [place(c) for c in claims(text)] == [told]


def test_a_seat_that_no_gazetteer_has_stands_in_the_town_told_beside_it() -> None:
    [killed] = claims("اقتحم مسلحون مقر المؤسسة الوطنية للكهرباء وقتلوا موظفين.\nووقع الهجوم في طرابلس بليبيا.")
    assert place(killed) == "مقر المؤسسة الوطنية للكهرباء"
    assert killed.place and (killed.place.admin1, killed.place.country, killed.place.level) == ("Tripoli", "LY", "city")


def test_the_hospital_where_the_wounded_were_brought_is_not_where_they_were_hurt() -> None:
    text = "قتل ثلاثة في تفجير بمدينة سراقب.\nوقال طبيب في المستشفى الحكومي إن 37 جثة وصلت إليه."
    assert {place(c) for c in claims(text)} == {"مدينة سراقب"}


def test_the_hotel_is_the_one_that_the_report_names() -> None:
    text = "هاجم مسلحون فندق المرجان في مدينة سراقب.\nوقال مصدر إن ثلاثة حراس قتلوا أمام الفندق."
    assert [place(c) for c in claims(text)] == ["فندق المرجان في مدينة سراقب"]


def test_a_total_lies_in_the_part_of_the_country_that_the_report_is_about() -> None:
    text = (
        "يستمر القتال في شرق البلاد بأوكرانيا.\nوقتل 29 جندياً وأصيب 175 في المناطق الانفصالية في شرق البلاد منذ تموز."
    )
    assert {place(c) for c in claims(text)} == {"شرق البلاد"}


def test_these_attacks_were_where_the_sentence_before_tells() -> None:
    text = (
        "قتل مدني بقصف على سراقب بريف إدلب الشرقي.\n"
        "ووثقت الفرق 291 هجوماً لقوات النظام وروسيا منذ بداية العام في شمال غربي سوريا. "
        "وأدت هذه الهجمات إلى مقتل 18 شخصاً."
    )
    assert [place(c) for c in claims(text)] == ["سراقب", "شمال غربي سوريا"]


def test_an_ambulance_of_a_hospital_was_not_hit_there() -> None:
    text = "قصفت الطائرات قرية السنديانة واستهدفت سيارة تابعة لمشفى سراقب.\nوأسفر القصف عن مقتل السائق."
    assert {place(c) for c in claims(text)} == {"قرية السنديانة"}


def test_the_one_seat_that_was_attacked_in_a_town_is_where_its_dead_fell() -> None:
    text = "قتل 25 شخصاً في هجوم بالعاصمة كابول.\nووقع الهجوم قرب مقر خدمة الاستخبارات الأفغانية في كابول."
    assert [place(c) for c in claims(text)] == ["قرب مقر خدمة الاستخبارات الأفغانية في كابول"]


@pytest.mark.parametrize("name", ["رام الله", "النيل الأزرق", "خور مكسر", "مستوطنة النبع"])
def test_names_of_weight_made_of_common_words_are_places(name: str) -> None:
    assert [place(c) for c in claims(f"قتل خمسة مدنيين في هجوم في {name}.")] == [name]


def test_two_words_of_a_persons_name_are_no_place() -> None:
    assert [place(c) for c in claims("قال سيد كريم إن خمسة مدنيين قتلوا.")] == [None]


def test_an_attack_on_the_people_of_a_village_is_one_on_the_village() -> None:
    [killed] = claims("استشهد فلسطيني إثر هجوم مستوطنين على أهالي قرية ترمسعيا شمالي رام الله، في الضفة الغربية.")
    assert place(killed) == "قرية ترمسعيا"
