"""GeoJSON by the letter of RFC 7946, in which no place is told more finely than it was reported."""

import json
import math
from itertools import pairwise
from typing import Any

import pytest
from export.composed import about, placed, telling_incident, telling_row
from hypothesis import given
from hypothesis import strategies as st

from hasila.export.exporting import export_claims, export_incidents
from hasila.export.geojson import area
from hasila.export.precision import on_grid, radius_km
from hasila.export.profile import FULL
from hasila.model.claim import Level, Place

TOWN = Place(text="التل", lat=33.61, lon=36.31, level="town", row="hand:1")


def check_collection(text: str) -> dict[str, Any]:
    """RFC 7946, section by section; gives the collection."""
    told: dict[str, Any] = json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert told["type"] == "FeatureCollection" and isinstance(told["features"], list)  # 3.3
    assert "crs" not in told  # 4: the reference system is WGS 84, and no other may be named
    assert not {"coordinates", "geometries", "geometry", "properties"} & told.keys()  # 7.1
    for feature in told["features"]:
        assert feature["type"] == "Feature" and isinstance(feature["properties"], dict)  # 3.2
        assert isinstance(feature["id"], str) and not {"features", "coordinates"} & feature.keys()
        check_polygon(feature["geometry"])
    ids = [feature["id"] for feature in told["features"]]
    assert len(ids) == len(set(ids))
    return told


def check_polygon(geometry: dict[str, Any]) -> None:
    assert geometry["type"] == "Polygon" and len(geometry["coordinates"]) == 1
    [ring] = geometry["coordinates"]
    assert len(ring) >= 4 and ring[0] == ring[-1]  # 3.1.6: closed
    for longitude, latitude in ring:  # 3.1.1: longitude first; 4: degrees
        assert -180 <= longitude <= 180 and -90 <= latitude <= 90
    pairs = pairwise(ring)
    assert sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) > 0  # 3.1.6: counter-clockwise


def test_claims_and_incidents_are_areas_with_the_precision_told() -> None:
    claims = check_collection("".join(export_claims([telling_row()], "geojson", about()).lines))
    incidents = check_collection("".join(export_incidents([telling_incident()], "geojson", about("incidents")).lines))
    for collection in (claims, incidents):
        [feature] = collection["features"]
        assert (feature["properties"]["level"], feature["properties"]["radius_km"]) == ("point", 5.0)


def test_the_file_carries_versions_filter_moment_profile_and_losses() -> None:
    made = export_claims([telling_row(), placed("claim-2", None)], "geojson", about())
    told = check_collection("".join(made.lines))["hasila"]
    assert told == json.loads(json.dumps(made.beside()))
    assert (told["rows"], told["filter"], told["at"]) == (1, {"outcome": "killed"}, "2026-11-24T12:00:00+00:00")
    assert told["versions"][0]["pack"] == "ar-7" and told["profile"]["name"] == "public"


def test_each_row_that_has_no_area_is_dropped_and_named_with_the_reason() -> None:
    rows = [
        placed("claim-town", TOWN),
        placed("claim-nowhere", None),
        placed("claim-unknown", Place(text="خربة لا يعرفها أحد")),
        placed("claim-country", Place(text="سوريا", lat=35.0, lon=38.0, level="country", row="country:SY")),
        placed("claim-vague", Place(text="هناك", lat=35.0, lon=38.0)),
        placed("claim-wrong", Place(text="القطب", lat=95.0, lon=38.0, level="town")),
        placed("claim-also", None),
    ]
    made = export_claims(rows, "geojson", about(), FULL)
    features = check_collection("".join(made.lines))["features"]
    assert [feature["id"] for feature in features] == ["claim-town"]
    assert {loss.why: loss.rows for loss in made.losses.of("dropped")} == {
        "no place is told": ("claim-nowhere", "claim-also"),
        "the place is unknown to the gazetteer": ("claim-unknown",),
        "the place is told by its country alone: no area to draw": ("claim-country",),
        "how precisely the place is told is unknown": ("claim-vague",),
        "the coordinates are none of this earth's inhabited parts": ("claim-wrong",),
    }
    assert made.beside()["rows"] == 1


def test_a_collection_of_nothing_is_a_collection() -> None:
    assert check_collection("".join(export_claims([], "geojson", about()).lines))["features"] == []


@given(
    lat=st.floats(-80, 80),
    lon=st.floats(-179, 179),
    level=st.sampled_from(["point", "village", "city", "adm1"]),
    toward=st.floats(0, 2 * math.pi),
)
def test_where_it_happened_lies_in_the_area_though_the_coordinates_were_rounded(
    lat: float, lon: float, level: Level, toward: float
) -> None:
    grid = 0.05
    drawn = area(on_grid(lat, grid), on_grid(lon, grid), radius_km(level, grid))
    check_polygon(drawn)
    reach = radius_km(level, None) / 111.32 * 0.99  # as far away as the level allows, in any direction
    there_lat = lat + reach * math.sin(toward)
    there_lon = lon + reach * math.cos(toward) / math.cos(math.radians(lat))
    if abs(there_lon) < 180:
        assert inside(there_lon, there_lat, drawn["coordinates"][0])


def inside(x: float, y: float, ring: list[list[float]]) -> bool:
    """Left of every side of a convex ring."""
    sides = pairwise(ring)
    return all((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1) > -1e-4 for (x1, y1), (x2, y2) in sides)
