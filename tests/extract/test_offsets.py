"""Every quote is where it says it is, whatever a text was put through; and no text makes reading fail."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hasila import Gazetteer, Report, load_pack, read, report_of
from hasila.model.claim import Claim
from hasila.model.record import Quote

PACK = load_pack("ar")
NOWHERE = Gazetteer([])
SENTENCES = (
    "قتل 9 مدنيين بينهم 4 أطفال في قصف للطيران الروسي على القرية أمس.",
    "أصيب عشرات المدنيين، وفق مصدر طبي، في انفجار سيارة مفخخة وسط المدينة.",
    "قال المرصد السوري إن 12 جندياً على الأقل قتلوا في كمين يوم الثلاثاء.",
    "قصفت المدفعية الحي دون وقوع إصابات.",
    "وارتفعت حصيلة القتلى إلى 18 مدنياً.",
    "اتهم ناشطون قوات النظام السوري بقتل خمسة مدنيين في القرية.",
    "نزوح 50 عائلة من البلدة منذ عام 2019.",
)
MARKS = ("\u064e", "\u0651", "\u0652", "\u0640", "\u200c", "\u200f", "\u200b", "\ufeff", ".")
BETWEEN = (" ", "\n", "\r\n", "\r\n\r\n", "\u00a0", " 🕊️ ", " 🇸🇾 ", "\t", " … ")
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
UNHURRIED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Sentences with marks strewn between their letters, digits of either script, and odd ends of lines."""
    out: list[str] = []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)):
        letters = list(sentence.translate(ARABIC_DIGITS) if draw(st.booleans()) else sentence)
        for at in draw(st.lists(st.integers(1, len(letters) - 1), max_size=12)):
            letters[at] += draw(st.sampled_from(MARKS))
        out += ["".join(letters), draw(st.sampled_from(BETWEEN))]
    return "".join(out)


def quotes(claim: Claim) -> list[Quote]:
    """Every stretch of the report that a claim points at."""
    blamed = [quote for blame in claim.blame for quote in blame.evidence]
    return [claim.quote, *(quote for shown in claim.evidence.values() for quote in shown), *blamed]


def misplaced(report: Report) -> list[Quote]:
    """Quotes of a reading that are not the words between their offsets, victims and events included."""
    reading = read(report, PACK, NOWHERE)
    found = [quote for claim in reading.claims for quote in quotes(claim)]
    for event in reading.events:
        found += [quote for shown in event.evidence.values() for quote in shown]
        found += [quote for blame in event.blame for quote in blame.evidence]
    found += [Quote(text=v.name, start=v.start, end=v.end) for c in reading.claims for v in c.victims]
    return [quote for quote in found if report.words[quote.start : quote.end] != quote.text]


@UNHURRIED
@given(mangled(), st.none() | st.sampled_from(SENTENCES) | mangled())
def test_every_quote_is_the_words_between_its_offsets(text: str, title: str | None) -> None:
    assert misplaced(report_of(text, title=title, published=date(2021, 3, 10))) == []


@UNHURRIED
@given(
    st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" .,\n\r\t-/:()0129%«»"))
)
def test_no_text_makes_reading_fail(text: str) -> None:
    assert misplaced(report_of(text, published=date(2021, 3, 10))) == []


@UNHURRIED
@given(st.lists(st.sampled_from(sorted({w for s in SENTENCES for w in s.split()})), max_size=30).map(" ".join))
def test_no_order_of_words_makes_reading_fail(text: str) -> None:
    assert misplaced(report_of(text)) == []


def test_marks_between_letters_do_not_change_what_is_read() -> None:
    plain = read(report_of("قتل أربعة مدنيين في قصف"), PACK, NOWHERE).claims
    marked = read(report_of("قُتِلَ أربعـــة مدنيّين في قصف"), PACK, NOWHERE).claims
    assert [(c.outcome, c.low, c.status, c.cause) for c in marked] == [
        (c.outcome, c.low, c.status, c.cause) for c in plain
    ]
    assert marked[0].quote.text == "قُتِلَ أربعـــة مدنيّين"
