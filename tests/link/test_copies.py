"""Copies of one text, and who speaks first."""

import random

from factory import claim, report
from hypothesis import given, settings
from hypothesis import strategies as st

from hasila.link.copies import families
from hasila.link.origins import Statement, merged, origin_of
from hasila.model.claim import Source

STORY = "قالت مصادر محلية إن قصفا مدفعيا طال أطراف القرية صباح اليوم وأسفر عن جرح رجل وابنه ونقلا إلى مستوصف قريب"
OTHER = "أعلنت البلدية عن إغلاق الطريق العام أسبوعا لإصلاح الجسر ودعت السائقين إلى سلوك الطريق القديم عبر الوادي"


def test_a_repost_with_a_headline_and_a_link_is_a_copy() -> None:
    found = families({"a": STORY, "b": f"عاجل | {STORY} https://example.org/1", "c": OTHER})
    assert found == {"a": "a", "b": "a", "c": "c"}


def test_other_spelling_makes_no_other_text() -> None:
    assert families({"a": STORY, "b": STORY.replace("إن", "ان").replace("أطراف", "اطراف")})["b"] == "a"


def test_a_story_told_inside_a_longer_report_is_a_copy() -> None:
    assert families({"a": STORY, "b": f"{STORY} وأضافت {OTHER[9:60]}"})["b"] == "a"


def test_very_short_texts_are_no_copies() -> None:
    assert families({"a": "قصف على القرية الآن", "b": "قصف على القرية الآن"}) == {"a": "a", "b": "b"}


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_families_do_not_depend_on_order(draw: random.Random) -> None:
    texts = {"a": STORY, "b": STORY + " انتهى", "c": OTHER, "d": OTHER + " شكرا", "e": STORY[:60] + OTHER[:60]}
    shuffled = list(texts.items())
    draw.shuffle(shuffled)
    assert families(dict(shuffled)) == families(texts)


def test_an_agency_that_quotes_the_monitor_is_the_monitor() -> None:
    wire = report("نقلت وكالة الأنباء عن المرصد مقتل ثلاثة", outlet="وكالة الأنباء", id="w")
    said = claim(wire, "مقتل ثلاثة", number=3, source=Source(text="المرصد", kind="monitor"))
    monitor = report("وثق المرصد الحقوقي مقتل ثلاثة", outlet="صحيفة", id="m")
    full = claim(monitor, "مقتل ثلاثة", number=3, source=Source(text="المرصد الحقوقي", kind="monitor"))
    statements = [
        Statement("w", 0, said, 1, origin_of(wire, said, wire)),
        Statement("m", 0, full, 1, origin_of(monitor, full, monitor)),
    ]
    assert len({s.origin.key for s in merged(statements)}) == 1


def test_residents_quoted_by_two_outlets_are_two_sources() -> None:
    one, two = (
        report("قال سكان إن ثلاثة قتلوا", outlet="صحيفة", id="1"),
        report("سكان: مقتل ثلاثة", outlet="إذاعة", id="2"),
    )
    local = Source(text="سكان", kind="local")
    first, second = claim(one, "ثلاثة", source=local), claim(two, "ثلاثة", source=local)
    assert origin_of(one, first, one).key != origin_of(two, second, two).key


def test_a_copy_has_the_origin_of_the_outlet_that_published_first() -> None:
    first, copy = report(STORY, outlet="إذاعة", id="1"), report(STORY, outlet="موقع", id="2")
    own = claim(copy, "جرح رجل وابنه", "injured", 2)
    origin = origin_of(copy, own, first)
    assert origin.key == "outlet اذاعه"
    assert origin.why == "2: a copy of 1, which was published first"
