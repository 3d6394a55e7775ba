"""Who says what: the first speaker in the chain, what kind of speaker, and which words are said."""

import pytest

from hasila.extract.actors import find_actors
from hasila.extract.sources import Attribution, find_attributions, speaker_at
from hasila.pack.rows import load_pack
from hasila.text.tokens import Document, read_document

PACK = load_pack("ar")


def read(text: str) -> tuple[Document, list[Attribution]]:
    document = read_document(text)
    return document, find_attributions(document, PACK, find_actors(document, PACK, None))


def source_of(text: str, word: str) -> tuple[str, str] | None:
    """Words and kind of who says the first token that reads like `word`."""
    document, attributions = read(text)
    token = next(n for n, t in enumerate(document.tokens) if t.text == word)
    found = speaker_at(attributions, token)
    return (document.quote(found.first, found.last).text, found.kind) if found else None


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("قال المتحدث باسم الجيش العقيد سامر الحلبي إن ثلاثة قتلوا", "المتحدث باسم الجيش العقيد سامر الحلبي", "party"),
        ("أفاد المرصد السوري لحقوق الإنسان بأن ثلاثة قتلوا", "المرصد السوري لحقوق الإنسان", "monitor"),
        ("أعلنت وزارة الصحة، اليوم الأحد، أن ثلاثة قتلوا", "وزارة الصحة", "official"),
        ("ذكرت مصادر محلية أن ثلاثة قتلوا", "مصادر محلية", "local"),
        ("أفادت مصادر بأن ثلاثة قتلوا", "مصادر", "local"),
        ("أكد مصدر طبي في المشفى أن ثلاثة قتلوا", "مصدر طبي في المشفى", "medical"),
        ("قال الدفاع المدني إن ثلاثة قتلوا", "الدفاع المدني", "medical"),
        ("قال مصدر أمني إن ثلاثة قتلوا", "مصدر أمني", "official"),
        ("قال قائد شرطة البلدة إن ثلاثة قتلوا", "قائد شرطة البلدة", "official"),
        ("قال مسؤول عسكري إن ثلاثة قتلوا", "مسؤول عسكري", "party"),
        ("ذكرت الأمم المتحدة أن ثلاثة قتلوا", "الأمم المتحدة", "un"),
        ("ذكرت وكالة الأنباء الرسمية أن ثلاثة قتلوا", "وكالة الأنباء الرسمية", "media"),
        ("أفاد مراسلنا بأن ثلاثة قتلوا", "مراسلنا", "own"),
        ("قال مسؤولون وشهود عيان إن ثلاثة قتلوا", "مسؤولون وشهود عيان", "official"),
        ("قال الناطق باسم حماس إن ثلاثة قتلوا", "الناطق باسم حماس", "party"),
        ("وكان متحدث باسم وزارة الداخلية قد أعلن أن ثلاثة قتلوا", "متحدث باسم وزارة الداخلية", "official"),
        ("أفاد بيان صادر عن قيادة الجيش أن ثلاثة قتلوا", "بيان صادر عن قيادة الجيش", "party"),
        ("الدفاع المدني: ثلاثة قتلوا في الحي", "الدفاع المدني", "medical"),
        ("المرصد السوري يعلن أن ثلاثة قتلوا", "المرصد السوري", "monitor"),
    ],
)
def test_the_speaker_and_his_kind(text: str, words: str, kind: str) -> None:
    assert source_of(text, "قتلوا") == (words, kind)


def test_the_first_speaker_in_the_chain_is_the_source() -> None:
    document, (attribution,) = read("نقلت وكالة رويترز عن مصدر طبي قوله إن ثلاثة قتلوا")
    assert document.text(attribution.first, attribution.last) == "مصدر طبي"
    assert attribution.chain == ("وكالة رويترز",)


def test_an_outlet_that_a_speaker_talks_to_is_in_the_chain() -> None:
    document, (attribution,) = read("قال مصدر طبي لوكالة محلية إن ثلاثة قتلوا")
    assert (document.text(attribution.first, attribution.last), len(attribution.chain)) == ("مصدر طبي", 1)


def test_an_agency_that_only_hands_on_is_not_the_source() -> None:
    assert source_of("قال مصدر محلي وفقاً لوكالة الأنباء إن ثلاثة قتلوا", "قتلوا") == ("مصدر محلي", "local")


@pytest.mark.parametrize(
    "text",
    [
        "سقط قتيلان في الحي، بحسب الشرطة",
        "سقط قتيلان في الحي، وفق ما أعلنت الشرطة",
        "سقط قتيلان في الحي، كما ذكرت الشرطة",
        "بحسب الشرطة، سقط قتيلان في الحي",
    ],
)
def test_a_source_may_follow_or_precede_what_it_says(text: str) -> None:
    assert source_of(text, "قتيلان") == ("الشرطة", "official")


def test_each_clause_has_the_source_that_is_nearest() -> None:
    text = "سقط قتيلان بحسب الشرطة، وأصيب عشرة وفق المشفى"
    assert source_of(text, "عشره") == ("المشفى", "medical")


def test_what_stands_before_the_verb_is_not_said_by_its_speaker() -> None:
    assert source_of("أصيب طفلان في الحي، وقال ناشطون إن القصف مستمر", "طفلان") is None


def test_a_speaker_goes_on_with_and_he_added() -> None:
    text = "قال مصدر طبي إن رجلاً قتل. وأضاف أن طفلين أصيبا"
    assert source_of(text, "طفلين") == ("مصدر طبي", "medical")


@pytest.mark.parametrize("again", ["وأضاف المصدر", "وأوضح المصدر نفسه", "وأشار المصدر ذاته"])
def test_the_source_is_the_one_named_before(again: str) -> None:
    assert source_of(f"قال مصدر طبي في البلدة إن رجلاً قتل. {again} أن طفلين أصيبا", "طفلين") == (
        "مصدر طبي في البلدة",
        "medical",
    )


def test_a_surname_is_the_speaker_named_before() -> None:
    text = "قال المتحدث باسم الشرطة سامر الحلبي إن رجلاً قتل. وتابع الحلبي أن طفلين أصيبا"
    assert source_of(text, "طفلين") == ("المتحدث باسم الشرطة سامر الحلبي", "official")


def test_a_quotation_goes_on_over_sentences() -> None:
    text = "قالت امرأة من القرية «رأينا النار تأكل البيوت. قتل جارنا وابنه. ثم هربنا» قبل الفجر"
    assert source_of(text, "جارنا") == ("امرأة من القرية", "local")


def test_a_line_that_ends_with_a_colon_speaks_in_the_lines_after_it() -> None:
    text = "وزارة الصحة:\n\nوصل إلى المشافي خمسة قتلى\nوما زال آخرون تحت الركام"
    assert source_of(text, "قتلي") == ("وزارة الصحة", "official")
    assert source_of(text, "الركام") == ("وزارة الصحة", "official")


def test_background_is_told_by_the_outlet_again() -> None:
    assert source_of("قال مصدر طبي إن رجلاً قتل. يذكر أن قصفاً قتل طفلين قبل عام", "طفلين") is None


def test_a_claim_of_responsibility_is_no_report() -> None:
    assert source_of("أعلن تنظيم الدولة مسؤوليته عن هجوم قتل فيه أربعة", "اربعه") is None


def test_who_is_accused_does_not_speak() -> None:
    assert source_of("يتهم المسلحون بقتل عشرين رجلاً", "عشرين") is None


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("نفى التحالف مقتل مدنيين", "denies"),
        ("زعم الجيش أنه قتل خمسة", "claims"),
        ("أكدت الشرطة مقتل خمسة", "confirms"),
        ("اتهمت المنظمة الجيش التركي بقتل خمسة", "accuses"),
        ("قالت الشرطة إن خمسة قتلوا", "says"),
        ("أفادت تقارير بسقوط قتلى", "hearsay"),
    ],
)
def test_how_it_is_said(text: str, attitude: str) -> None:
    _, (attribution,) = read(text)
    assert attribution.attitude == attitude


def test_circulated_news_is_social() -> None:
    assert source_of("تداول ناشطون صوراً لجثث في الحي", "صورا") == ("ناشطون", "social")


def test_a_text_without_a_speaker_is_the_outlets_own() -> None:
    assert read("سقطت قذيفة على الحي وقتلت رجلاً")[1] == []


def test_a_country_before_a_colon_is_a_dateline() -> None:
    assert source_of("سورية: مقتل ثلاثة مدنيين", "مدنيين") is None
