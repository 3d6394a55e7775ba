"""Which words of a text are a time phrase, each as one mention, and which look-alikes are none."""

import pytest

from hasila.extract.times import TimeMention, find_times
from hasila.pack.rows import load_pack
from hasila.text.tokens import read_document


def mentions(text: str) -> list[TimeMention]:
    return find_times(read_document(text), load_pack("ar"))


def phrases(text: str) -> list[str]:
    """The time phrases of a text as written."""
    document = read_document(text)
    return [document.quote(m.first, m.last).text for m in find_times(document, load_pack("ar"))]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("قتل ثلاثة مدنيين مساء أمس الأربعاء في قصف على البلدة", "مساء أمس الأربعاء"),
        ("سقطت القذائف ليل الاثنين الثلاثاء على الحي الشرقي", "ليل الاثنين الثلاثاء"),
        ("وقعت الغارة في 14 آذار/مارس 2019 قرب المشفى", "14 آذار/مارس 2019"),
        ("أحصى المركز عشرين قتيلا خلال الساعات الأربع والعشرين الماضية", "خلال الساعات الأربع والعشرين الماضية"),
        ("نزحت مئات العائلات منذ مطلع آب من القرى", "منذ مطلع آب"),
        ("قتل ستة أشخاص بين 3 و7 شباط في الاشتباكات", "بين 3 و7 شباط"),
        ("اعتقل يوم الجمعة الماضي الموافق 5 رجب 1440 من منزله", "يوم الجمعة الماضي الموافق 5 رجب 1440"),
        ("انفجر لغم عند الساعة الثالثة والنصف من فجر اليوم السبت بسيارة", "الساعة الثالثة والنصف من فجر اليوم السبت"),
        ("قتل خمسة في ساعات الفجر الأولى من اليوم", "ساعات الفجر الأولى من اليوم"),
        ("أسفر تفجير في سبتمبر (أيلول) 2013 عن مقتل العشرات", "سبتمبر (أيلول) 2013"),
        ("أصيب طفلان بعد ظهر يوم الثلاثاء بانفجار", "بعد ظهر يوم الثلاثاء"),
        ("بلغ العدد منذ بدء الحملة في التاسع من شباط مئة قتيل", "منذ بدء الحملة في التاسع من شباط"),
        ("وثق الفريق من 21 مارس 2015 إلى 31 مارس 2018 مقتل المئات", "من 21 مارس 2015 إلى 31 مارس 2018"),
        ("خلّف هجوم في أكتوبر/ تشرين الأول من العام الماضي قتلى", "أكتوبر/ تشرين الأول من العام الماضي"),
        ("اندلعت اشتباكات صباح #الخميس قرب الجسر", "صباح #الخميس"),
    ],
)
def test_a_whole_phrase_is_one_mention(text: str, phrase: str) -> None:
    assert phrases(text) == [phrase]


def test_phrases_come_from_left_to_right_without_overlap() -> None:
    text = "قتل مدنيان اليوم الأحد وأصيب ثالث فجر السبت، وكان هجوم في أيار 2018 أوقع عشرة"
    assert phrases(text) == ["اليوم الأحد", "فجر السبت", "أيار 2018"]


@pytest.mark.parametrize("title", ["08 تشرين الثاني 2021", "الأحد, ٢٠ نوفمبر ٢٠٢٢", "دمشق - 5/3/2019", "2019-03-05"])
def test_a_dateline_alone_on_its_line_is_a_day(title: str) -> None:
    (mention,) = mentions(title + "\nقتل ثلاثة مدنيين في قصف على البلدة")
    assert mention.kind == "day"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أمس", "day"),
        ("الثلاثاء الماضي", "day"),
        ("3 شباط", "day"),
        ("منذ قليل", "day"),
        ("ليلة السبت", "night"),
        ("الليلة الماضية", "night"),
        ("الشهر الماضي", "period"),
        ("بين 3 و7 شباط", "period"),
        ("خلال الأيام الثلاثة الماضية", "period"),
        ("عام 2013", "period"),
        ("منذ عام 2013", "since"),
        ("منذ بدء الحرب", "since"),
        ("حتى الآن", "running"),
        ("حتى مساء أمس", "running"),
        ("فجرا", "part"),
        ("عند الساعة 3", "part"),
        ("مؤخرا", "vague"),
        ("قبل أيام", "vague"),
        ("في اليوم التالي", "vague"),
        ("غدا", "future"),
        ("الأسبوع المقبل", "future"),
        ("استمر ثلاثة أيام", "duration"),
    ],
)
def test_the_kind_tells_a_period_total_from_a_day(text: str, kind: str) -> None:
    (mention,) = mentions(text)
    assert mention.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "قتل 3 أشخاص وأصيب 14 آخرون",
        "مقتل 1306 مقاتلين في 2000 قرية",
        "الأمين العام للأمم المتحدة",
        "طفل عمره 14 عاما",
        "فجّر انتحاري نفسه بحزام ناسف",
        "ظهر المسلحون في الشارع",
        "قال خطيب الجمعة إن القتلى كثيرون",
        "انفجار في سوق الجمعة شرقي المدينة",
        "استهدفوا سيارة نيسان على الطريق",
        "قتل رمضان وشعبان وأبو رجب في القصف",
        "أب لثلاثة أطفال",
        "سيطروا على مواقع في إب وتعز",
        "سيطروا على مواقع في اب",
        "مارس الجنود ضغوطا على الأهالي",
        "رئيسة الوزراء تيريزا ماي",
        "انفجار في مدينة 6 أكتوبر",
        "تجمع أهالي حي 7 نيسان",
        "قبل ثورة الأهالي",
        "ذكرت قناة روسيا اليوم وصحيفة المصري اليوم",
        "في اليوم العالمي للصحافة",
        "في اليوم الثالث من المعركة",
        "لم يصب أحد",
        "كان أول القتلى",
        "يعملون ليل نهار",
        "بشكل عام",
        "عقد الفريق اجتماعا",
        "العملية الجارية",
        "انتصر الفريق 5/3",
    ],
)
def test_names_ages_counts_and_look_alikes_are_no_time(text: str) -> None:
    assert phrases(text) == []


def test_a_mention_names_the_rows_that_read_it() -> None:
    (mention,) = mentions("مساء أمس الأربعاء")
    assert mention.rules == ("ar.time.part_of_day", "ar.time.yesterday", "ar.time.wednesday")


def test_a_text_without_words_has_no_times() -> None:
    assert mentions("") == []
    assert mentions("…\n\n، .") == []


@pytest.mark.parametrize(
    "cut",
    ["منذ", "بين", "من 3 إلى", "خلال", "قبل", "بعد ذلك ب", "الساعة", "ليل", "الموافق", "5/", "14 من", "يومي الاثنين و"],
)
def test_a_phrase_that_is_cut_off_is_read_as_far_as_it_goes(cut: str) -> None:
    for mention in mentions(cut):
        assert 0 <= mention.first < mention.last <= len(read_document(cut).tokens)
