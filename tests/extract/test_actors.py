"""Which sides a text names, and which words only look like a side."""

from datetime import date

import pytest

from hasila.extract.actors import ActorMention, find_actors
from hasila.extract.telling import actor_names
from hasila.pack.rows import load_pack
from hasila.text.tokens import read_document

PACK = load_pack("ar")


def mentions(text: str, country: str | None = None, published: date | None = None) -> list[tuple[str, str | None]]:
    document = read_document(text)
    return [(document.quote(m.first, m.last).text, m.actor) for m in find_actors(document, PACK, published, country)]


def only(text: str) -> ActorMention:
    (mention,) = find_actors(read_document(text), PACK, None)
    return mention


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("استهدف طيران التحالف الدولي شاحنة", "طيران التحالف الدولي", "us_coalition"),
        ("سيطرت قوات سوريا الديمقراطية على التل", "قوات سوريا الديمقراطية", "sdf"),
        ("اعتقلت ميليشيا “قسد” شابين", "ميليشيا “قسد", "sdf"),
        ("هاجم عناصر من تنظيم الدولة الحاجز", "عناصر من تنظيم الدولة", "isis"),
        ("قصفت قوات الأسد البلدة", "قوات الأسد", "syria_gov"),
        ("قذائف أطلقتها مليشيا الحوثي", "مليشيا الحوثي", "houthi"),
        ("كمين نصبه مسلحو بوكو حرام", "مسلحو بوكو حرام", "boko_haram"),
        ("ألغام زرعها مقاتلو حركة الشباب", "مقاتلو حركة الشباب", "al_shabaab"),
        ("غارة روسية دمرت الجسر", "غارة روسية", "russia"),
        ("أصيب جندي تركي قرب المعبر", "جندي تركي", "turkey"),
        ("أقلع الطيران الحربي الروسي فجراً", "الطيران الحربي الروسي", "russia"),
        ("القصف الجوي والمدفعي الإسرائيلي طال السوق", "القصف الجوي والمدفعي الإسرائيلي", "israel"),
        ("قصف جيش الاحتلال التركي القرية", "قصف جيش الاحتلال التركي", "turkey"),
        ("رصاص قوات الاحتلال أصاب فتى", "رصاص قوات الاحتلال", "israel"),
        ("غارات العدوان السعودي على المديرية", "غارات العدوان السعودي", "saudi_coalition"),
        ("اغتاله مسلحون مجهولون أمام بيته", "مسلحون مجهولون", "unknown"),
    ],
)
def test_a_side_is_found_with_its_nouns_of_force(text: str, words: str, actor: str) -> None:
    assert mentions(text) == [(words, actor)]


def test_joint_actors_are_several_mentions() -> None:
    assert mentions("قصف طيران التحالف الدولي والمدفعية الفرنسية ومدفعية قسد البلدة") == [
        ("قصف طيران التحالف الدولي", "us_coalition"),
        ("والمدفعية الفرنسية", "france"),
        ("ومدفعية قسد", "sdf"),
    ]


def test_nations_that_share_their_noun_are_several_mentions() -> None:
    assert mentions("انسحبت القوات السورية والروسية من المعبر") == [
        ("القوات السورية", "syria_gov"),
        ("والروسية", "russia"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "أصيب مواطن تركي في السوق",
        "استقبلت البلدة اللاجئين السوريين",
        "يتعلم اللغة التركية",
        "عقد مجلس الأمن جلسة طارئة",
        "حذر التقرير من تهديد الأمن الغذائي",
        "توقفت حركة المرور في الشارع",
        "انهار النظام الصحي في المدينة",
        "التقى الوزير شباب البلدة",
        "حل وفد تجاري من روسيا في المدينة",
        "عادت نساء سوريات إلى حلب",
    ],
)
def test_people_of_a_nation_and_look_alikes_are_no_side(text: str) -> None:
    assert mentions(text) == []


@pytest.mark.parametrize("text", ["هاجم مسلحون القرية", "قتل خمسة إرهابيين", "داهمت الخلية مجموعات مسلحة"])
def test_a_label_names_nobody(text: str) -> None:
    assert [actor for _, actor in mentions(text)] == [None]


def test_a_label_of_a_named_side_names_it() -> None:
    assert mentions("قتل مسلحون حوثيون المزارع") == [("مسلحون حوثيون", "houthi")]


def test_the_nation_of_a_group_is_not_its_government() -> None:
    assert mentions("اشتبكت فصائل سورية مع الحاجز", country="SY") == [("فصائل سورية", None)]


def test_the_dead_of_a_nation_are_not_its_governments() -> None:
    assert mentions("أطلق سراح أسرى فلسطينيين") == [("أسرى فلسطينيين", None)]
    assert mentions("دفن قتلى حركة حماس") == [("قتلى حركة حماس", "hamas")]


def test_a_capital_that_acts_is_its_government_and_one_that_is_hit_is_a_place() -> None:
    assert mentions("قصفت أنقرة مواقع حدودية") == [("أنقرة", "turkey")]
    assert mentions("سقطت قذيفة قرب أنقرة") == []


@pytest.mark.parametrize(
    ("country", "actor"),
    [("SY", "us_coalition"), ("YE", "saudi_coalition"), ("AF", "nato")],
)
def test_the_coalition_is_that_of_the_country(country: str, actor: str) -> None:
    assert mentions("قال التحالف إنه يحقق في الغارة", country) == [("التحالف", actor)]


@pytest.mark.parametrize(
    ("country", "actor"),
    [("SY", "syria_opposition"), ("YE", "yemen_gov"), ("LY", "libya_lna")],
)
def test_the_national_army_is_that_of_the_country(country: str, actor: str) -> None:
    assert mentions("تقدم الجيش الوطني نحو التل", country) == [("الجيش الوطني", actor)]


@pytest.mark.parametrize(
    ("country", "actor"),
    [("IQ", "iraq_gov"), ("EG", "egypt_gov"), ("NG", "other:nigeria_gov"), ("SO", "somalia_gov")],
)
def test_the_police_is_that_of_the_country(country: str, actor: str) -> None:
    assert mentions("أطلقت الشرطة النار", country) == [("الشرطة", actor)]


def test_without_a_hint_the_country_is_the_one_that_the_text_names_most() -> None:
    assert mentions("انفجار في صنعاء وآخر في تعز. وقال التحالف إنه يحقق") == [("التحالف", "saudi_coalition")]


def test_the_army_is_the_one_spoken_of_before() -> None:
    text = "دخل الجيش التركي البلدة السورية قرب حلب. وقال الجيش إنه سينسحب"
    assert [actor for _, actor in mentions(text, "SY")] == ["turkey", "turkey"]


def test_the_organisation_is_the_one_named_before() -> None:
    text = "أعلن تنظيم الدولة الهجوم. وقتل التنظيم راعيين"
    assert mentions(text)[-1] == ("التنظيم", "isis")


def test_the_movement_is_the_one_named_before() -> None:
    assert mentions("هاجم مقاتلو طالبان الحاجز. ونفت الحركة ذلك")[-1] == ("الحركة", "taliban")


def test_an_organisation_that_nothing_names_is_no_side() -> None:
    assert mentions("رحب الوزير بانسحاب التنظيم") == []


def test_the_occupation_stays_the_one_that_the_report_means() -> None:
    text = "قصف الاحتلال التركي القرية. واعتقل الاحتلال راعياً"
    assert [actor for _, actor in mentions(text, "SY")] == ["turkey", "turkey"]


def test_a_spokesman_is_told_apart_from_the_side_in_arms() -> None:
    spokesman = only("قال المتحدث باسم قوات سوريا الديمقراطية إن الحملة انتهت")
    assert (spokesman.actor, spokesman.person) == ("sdf", True)
    fighter = only("أصيب مقاتل من قوات سوريا الديمقراطية")
    assert (fighter.actor, fighter.person, fighter.form) == ("sdf", False, "force")


def test_a_government_of_another_time_is_another_actor() -> None:
    text = "قتل جنود أفغان"
    assert mentions(text, published=date(2019, 5, 1)) == [("جنود أفغان", "afghanistan_gov")]
    assert mentions(text, published=date(2023, 5, 1)) == [("جنود أفغان", "taliban")]


def test_two_governments_of_one_id_have_two_names() -> None:
    before = actor_names(PACK, "syria_gov", date(2020, 1, 1))
    after = actor_names(PACK, "syria_gov", date(2025, 6, 1))
    assert before == ("Syrian government forces (until December 2024)", "قوات الحكومة السورية (حتى كانون الأول 2024)")
    assert after == ("Syrian government forces (since December 2024)", "قوات الحكومة السورية (منذ كانون الأول 2024)")


def test_a_loaded_name_is_displayed_by_the_neutral_one() -> None:
    assert actor_names(PACK, "sudan_rsf", None) == ("Rapid Support Forces", "قوات الدعم السريع")


def test_every_actor_of_the_rows_has_a_display_name() -> None:
    actors = {row.says["actor"] for row in PACK.family("actors") if "actor" in row.says}
    assert [a for a in sorted(actors) if actor_names(PACK, a, None) == (a, a)] == []
