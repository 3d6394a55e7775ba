"""The gazetteer: what the package ships, what a user adds, and what is refused without changing anything."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hasila.extract.place_names import name_key, place_key
from hasila.resolve.bookbinding import is_arabic_name
from hasila.resolve.dumps import ADMIN1, BadDump, add_places, list_places, remove_places
from hasila.resolve.finding import find_place
from hasila.resolve.gazetteer import BUILT_IN, Book, Gazetteer, load_gazetteer

# A made-up country's corner, in GeoNames' layout: id, names, coordinates, class, code, country, province, population.
PLACES = [
    ("1", "Tall al Ward", "تل الورد,Tall al Ward", "35.70", "36.60", "P", "PPL", "SY", "07", "1200"),
    ("2", "Idleb", "إدلب,محافظة إدلب", "35.93", "36.63", "A", "ADM1", "SY", "07", "0"),
    ("3", "Latin only", "Latin only", "35.80", "36.70", "P", "PPL", "SY", "07", "0"),
    ("4", "Harb", "حرب,Harb", "35.90", "36.80", "P", "PPL", "SY", "07", "0"),
]


def dump_line(place: tuple[str, ...]) -> str:
    place_id, name, others, lat, lon, feature_class, code, country, admin1, population = place
    columns = [place_id, name, name, others, lat, lon, feature_class, code, country, "", admin1, "", "", ""]
    return "\t".join([*columns, population, "", "", "Asia/Damascus", "2026-01-01"]) + "\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    (tmp_path / "SY.txt").write_text("".join(map(dump_line, PLACES)), "utf-8")
    (tmp_path / ADMIN1).write_text("SY.07\tIdleb\tIdleb\t0\tإدلب\n", "utf-8")
    return tmp_path / "SY.txt"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "home"
    folder.mkdir()
    yield folder


def contents(home: Path) -> dict[str, bytes]:
    return {str(p.relative_to(home)): p.read_bytes() for p in sorted(home.rglob("*")) if p.is_file()}


def english(gazetteer: Gazetteer, name: str) -> set[tuple[str, str | None, str | None]]:
    return {(row.name_en, row.admin1, row.country) for row in gazetteer.rows(name)}


class TestBuiltIn:
    @pytest.mark.parametrize(
        ("name", "place"),
        [
            ("الباغوز", ("Al-Baghuz", "Deir ez-Zor", "SY")),
            ("دير الزور", ("Deir ez-Zor", "Deir ez-Zor", "SY")),
            ("ديرالزور", ("Deir ez-Zor", "Deir ez-Zor", "SY")),
            ("محافظة إدلب", ("Idlib", "Idlib", "SY")),
            ("كفر نبل", ("Kafr Nabl", "Idlib", "SY")),
            ("كوباني", ("Ayn al-Arab", "Aleppo", "SY")),
            ("خانيونس", ("Khan Yunis", "Gaza Strip", "PS")),
            ("سبايكر", ("Speicher", "Salah ad Din", "IQ")),
            ("صعدة", ("Sa'dah", "Sa'dah", "YE")),
            ("مايدوغوري", ("Maiduguri", "Borno", "NG")),
            ("مونغدو", ("Maungdaw", "Rakhine", "MM")),
            ("أفغانستان", ("Afghanistan", None, "AF")),
        ],
    )
    def test_a_place_is_found_by_the_ways_its_name_is_written(
        self, name: str, place: tuple[str, str | None, str | None]
    ) -> None:
        assert place in english(load_gazetteer(), name)

    @pytest.mark.parametrize("country", ["SY", "IQ", "YE", "PS", "LB", "LY", "SD", "EG", "SA", "SO", "NG", "ML", "AF"])
    def test_countries_have_their_first_level(self, country: str) -> None:
        [book] = load_gazetteer().books
        rows = (row for key, found in book.names.items() if country in found for row in book.rows(key))
        assert len({row.name_en for row in rows if row.level == "adm1" and row.country == country}) >= 2

    def test_every_row_has_a_source_a_point_on_the_globe_and_a_level(self) -> None:
        [book] = load_gazetteer().books
        rows = {row.id: row for key in book.names if book.names[key] for row in book.rows(key)}
        assert len(rows) > 5_000
        assert {row.source for row in rows.values()} == {"hand", "districts", "geonames"}
        assert all(-90 <= row.lat <= 90 and -180 <= row.lon <= 180 for row in rows.values())

    def test_names_have_no_persian_urdu_or_latin_letters(self) -> None:
        [book] = load_gazetteer().books
        rows = (row for key in book.names if book.names[key] for row in book.rows(key))
        assert [row.name_ar for row in rows if not is_arabic_name(row.name_ar)] == []

    def test_it_is_made_by_the_committed_command_from_the_committed_files(self) -> None:
        sources = {p.name for p in BUILT_IN.parent.iterdir()}
        assert {"countries.tsv", "regions.tsv", "districts.tsv", "curated.tsv", "SOURCES.md", "built-in"} <= sources

    def test_it_loads_lazily_and_fast(self) -> None:
        start = time.process_time()
        book = Book(BUILT_IN)
        assert time.process_time() - start < 0.2, "40 ms on a quiet machine"
        assert book._rows is None, "rows stay in the file until one is asked for"


class TestNames:
    def test_spelling_does_not_matter(self) -> None:
        assert place_key("دَيْر الزّور") == place_key("ديرالزور")
        assert place_key("أعزاز") == place_key("اعزاز")

    def test_what_a_place_is_called_is_no_part_of_its_name(self) -> None:
        assert name_key("مدينة تعز") == ("تعز", True)
        assert name_key("تعز") == ("تعز", False)

    def test_a_name_is_found_with_and_without_its_article_where_only_one_is_known(self) -> None:
        assert english(load_gazetteer(), "باغوز") == english(load_gazetteer(), "الباغوز")


class TestAdding:
    def test_a_dump_is_added_and_found_with_the_province_that_the_built_in_places_have(
        self, dump: Path, home: Path
    ) -> None:
        [loaded] = add_places(dump, home)
        assert (loaded.name, loaded.places, loaded.lines, loaded.skipped) == ("SY", 3, 4, 0)
        assert ("Tall al Ward", "Idlib", "SY") in english(load_gazetteer(home), "تل الورد")

    def test_adding_twice_is_adding_once(self, dump: Path, home: Path) -> None:
        add_places(dump, home)
        before = contents(home)
        add_places(dump, home)
        assert contents(home) == before

    def test_a_source_is_replaced_by_its_newer_file(self, dump: Path, home: Path) -> None:
        add_places(dump, home)
        dump.write_text(dump_line(PLACES[3]), "utf-8")
        add_places(dump, home)
        assert load_gazetteer(home).rows("تل الورد") == ()

    def test_provinces_are_known_without_an_admin1_file_from_the_dump_itself(self, dump: Path, home: Path) -> None:
        (dump.parent / ADMIN1).unlink()
        add_places(dump, home)
        assert ("Tall al Ward", "Idlib", "SY") in english(load_gazetteer(home), "تل الورد")

    def test_an_admin1_file_can_be_added_before_its_dumps(self, dump: Path, home: Path) -> None:
        assert add_places(dump.parent / ADMIN1, home) == []
        alone = home.parent / "alone"
        alone.mkdir()
        (alone / "SY.txt").write_text(dump_line(PLACES[0]), "utf-8")
        add_places(alone / "SY.txt", home)
        assert ("Tall al Ward", "Idlib", "SY") in english(load_gazetteer(home), "تل الورد")

    def test_a_folder_is_added_whole(self, dump: Path, home: Path) -> None:
        (dump.parent / "readme.txt").write_text("not a dump", "utf-8")
        assert [loaded.name for loaded in add_places(dump.parent, home)] == ["SY"]

    def test_malformed_lines_are_left_out_counted_and_listed(self, dump: Path, home: Path) -> None:
        good = "".join(map(dump_line, PLACES)) * 5
        dump.write_text(f"{good}one\ttwo\n{dump_line(PLACES[0]).replace('35.70', 'north')}", "utf-8")
        [loaded] = add_places(dump, home)
        assert loaded.skipped == 2
        assert [(bad.line, bad.why) for bad in loaded.malformed] == [
            (21, "2 columns instead of 19"),
            (22, "latitude, longitude or population is no number"),
        ]

    def test_the_bytes_read_are_told(self, dump: Path, home: Path) -> None:
        told: list[int] = []
        total: list[int] = []
        add_places(dump, home, told.append, total.append)
        assert sum(told) == sum(total) == dump.stat().st_size

    def test_sources_are_listed(self, dump: Path, home: Path) -> None:
        add_places(dump, home)
        assert [(s.name, s.places, s.countries) for s in list_places(home)][1:] == [("SY", 3, ("SY",))]

    def test_a_source_is_removed(self, dump: Path, home: Path) -> None:
        add_places(dump, home)
        assert remove_places("SY.txt", home) == "SY"
        assert [s.name for s in list_places(home)] == ["built-in"]
        with pytest.raises(BadDump, match=r"No source of places is called SY\. Loaded: none\."):
            remove_places("SY", home)


class TestRefusing:
    """What is refused is refused in a sentence, and what was loaded before is as it was."""

    @pytest.mark.parametrize(
        ("file", "text", "sentence"),
        [
            ("SY.txt", "".join(map(dump_line, PLACES))[:-60], "breaks off in the middle of line 4"),
            ("SY.txt", "a,b,c\n" * 100, "is no GeoNames dump (line 1: 1 columns instead of 19)"),
            ("SY.txt", "", "has no place with an Arabic name"),
            ("IQ.txt", "".join(map(dump_line, PLACES)), "is named after IQ, but its places are in SY"),
        ],
    )
    def test_bad_files(self, dump: Path, home: Path, file: str, text: str, sentence: str) -> None:
        add_places(dump, home)
        before = contents(home)
        bad = home.parent / "bad"
        bad.mkdir()
        (bad / file).write_text(text, "utf-8")
        with pytest.raises(BadDump) as refused:
            add_places(bad / file, home)
        assert sentence in str(refused.value)
        assert contents(home) == before, "nothing is half loaded"

    def test_a_file_that_is_not_utf_8(self, home: Path, tmp_path: Path) -> None:
        (tmp_path / "SY.txt").write_bytes(b"PK\x03\x04\xff\xfe")
        with pytest.raises(BadDump, match=r"not written in UTF-8\. Unpack it first"):
            add_places(tmp_path / "SY.txt", home)
        assert contents(home) == {}

    def test_a_file_that_is_not_there(self, home: Path, tmp_path: Path) -> None:
        with pytest.raises(BadDump, match="does not exist"):
            add_places(tmp_path / "XX.txt", home)

    def test_one_bad_file_of_a_folder_leaves_all_out(self, dump: Path, home: Path) -> None:
        shutil.copy(dump, dump.parent / "IQ.txt")
        with pytest.raises(BadDump, match="is named after IQ"):
            add_places(dump.parent, home)
        assert contents(home) == {}

    def test_an_admin1_file_with_wrong_columns(self, dump: Path, home: Path) -> None:
        (dump.parent / ADMIN1).write_text("Idleb 07\n", "utf-8")
        with pytest.raises(BadDump, match="line 1 is not"):
            add_places(dump, home)
        assert contents(home) == {}


class TestFinding:
    def test_a_name_gives_candidates_with_reasons(self) -> None:
        place = find_place("الباغوز")
        assert place.row == "hand:SY.Al-Baghuz"
        assert all(candidate.why for candidate in place.candidates)

    def test_a_phrase_narrows_it_down(self) -> None:
        assert find_place("السخنة بريف حمص").admin1 == "Homs"
        assert find_place("السخنة بمحافظة الحديدة").admin1 == "Al Hudaydah"

    def test_a_common_word_is_looked_up_when_asked_for(self) -> None:
        assert find_place("الباب").candidates[0].name == "الباب"

    def test_an_unknown_name_has_no_candidates(self) -> None:
        assert find_place("ظضغثق").candidates == ()
        assert find_place("abc").row is None
