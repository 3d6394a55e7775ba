"""Where an incident is put."""

from factory import event, reading, report

from hasila.link.placing import place_of
from hasila.link.units import Unit, units_of
from hasila.model.claim import Place

NAHR = Place(text="قرية النهر", level="village", lat=35.60, lon=36.50, row="r1")
NEAR_NAHR = Place(text="أطراف النهر", level="near", lat=35.60, lon=36.50, row="r1")
TALL = Place(text="مدينة التل", level="city", lat=34.10, lon=37.90, row="r2")
PROVINCE = Place(text="محافظة الساحل", level="adm1")


def lost(text: str) -> Place:
    """A place that no gazetteer has."""
    return Place(text=text)


def texts(*places: Place) -> list[Unit]:
    """Independent texts of one strike, each with the place that it tells."""
    out = []
    for n, place in enumerate(places):
        of = report("قصف على المكان", id=f"t{n}")
        out += units_of(of, reading(of, events=[event(of, place=place)]), of.id)
    return out


def test_the_place_that_most_texts_tell_as_precisely_as_any_tells_it() -> None:
    place, why = place_of(texts(NEAR_NAHR, NAHR, TALL))
    assert place is not None
    assert (place.name, place.level, place.lat) == ("قرية النهر", "village", 35.60)
    assert why == []


def test_a_region_yields_to_a_place_within_it() -> None:
    place, _ = place_of(texts(PROVINCE, PROVINCE, NAHR))
    assert place is not None
    assert place.name == "قرية النهر"


def test_a_place_not_found_that_no_fewer_texts_name_takes_the_point_away() -> None:
    place, why = place_of(texts(lost("بلدة الصخرة"), lost("قرية الصخرة"), TALL))
    assert place is not None
    assert (place.name, place.lat) == ("بلدة الصخرة", None)
    assert why == [
        "no point: 2 independent texts name بلدة الصخرة, which no gazetteer has, no fewer than the 1 for مدينة التل"
    ]


def test_one_text_that_names_a_place_not_found_takes_nothing_away() -> None:
    place, why = place_of(texts(lost("بلدة الصخرة"), TALL))
    assert place is not None
    assert (place.name, why) == ("مدينة التل", [])


def test_the_same_name_told_otherwise_counts_for_the_place_that_was_found() -> None:
    place, why = place_of(texts(NAHR, lost("بلدة النهر"), TALL, TALL, lost("النهر")))
    assert place is not None
    assert (place.name, why) == ("قرية النهر", [])


def test_without_any_point_the_most_precise_words_are_the_place() -> None:
    place, _ = place_of(texts(PROVINCE, lost("بلدة الصخرة")))
    assert place is not None
    assert (place.name, place.lat) == ("محافظة الساحل", None)
    assert place_of([]) == (None, [])
