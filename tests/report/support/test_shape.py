"""The one JSON shape: what every verb and the API print satisfies its schema, and holds what the report holds."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

import burdenshare as bs
from burdenshare.report.support.shape import support_schema
from tests.report.support.conftest import PRICED, STANDING

valid = jsonschema.Draft202012Validator(support_schema()).validate


@pytest.mark.parametrize("name", [*STANDING, *PRICED])
def test_json_satisfies_its_schema(request: pytest.FixtureRequest, name: str) -> None:
    report: bs.SupportReport = request.getfixturevalue(name)
    valid(json.loads(report.to_json()))


def test_schema_refuses_what_it_does_not_know(whole: bs.SupportReport) -> None:
    shape = whole.to_dict()
    with pytest.raises(jsonschema.ValidationError):
        valid({**shape, "more": 1})


def test_every_sum_names_its_release_its_rows_and_an_address(whole: bs.SupportReport) -> None:
    shape = whole.to_dict()
    assert shape["told"]["release"] == {
        "id": "30",
        "released_on": None,
        "title": "Ukraine Support Tracker, release 30 (extract)",
    }
    for one in (*shape["groups"], *shape["donors"]):
        assert one["sources"] and all(source["rows"] and source["first"] for source in one["sources"]), one["id"]
        assert {source["release"] for source in one["sources"]} == {"30"}
    assert shape["donors"][0]["sources"][0]["address"].startswith("https://")
    assert shape["donors"][0]["sources"][0]["grade"] == "secondary"


def test_what_no_verdict_rests_on_says_so_and_what_a_check_goes_by(
    whole: bs.SupportReport, few: bs.SupportReport
) -> None:
    shape = whole.to_dict()
    assert shape["told"]["secondary"] is True and shape["caveat"].startswith("release 30 was read on a secondary page")
    assert shape["checked"]["told"]["release"]["id"] == "29" and shape["checked"]["told"]["secondary"] is False
    held = {one["id"]: one for one in shape["checked"]["given"]}
    assert held["DNK"]["share"] == pytest.approx(3.27, abs=0.005) and held["NOR"]["share_release"] == "28"
    assert {"EUROPE", "USA", "NATO"} <= held.keys()
    other = few.to_dict()
    assert (other["told"]["secondary"], other["caveat"], other["checked"]) == (False, None, None)


def test_who_is_asked_for_by_name_is_told_down_to_the_rows(few: bs.SupportReport) -> None:
    shape = few.to_dict()
    assert {one["id"] for one in shape["donors"]} == {"DEU", "DNK", "FIN", "ISL", "NOR", "SWE"}
    (nordic,) = shape["groups"]
    trees = [nordic["derivation"], next(one["derivation"] for one in shape["donors"] if one["id"] == "DEU")]
    places = [leaf["cell"] for tree in trees for leaf in leaves(tree)]
    assert max(places) < len(shape["cells"])
    assert sum(leaf["value"] for leaf in leaves(trees[1])) == pytest.approx(trees[1]["value"])
    assert next(one for one in shape["donors"] if one["id"] == "NOR")["derivation"] is None


def leaves(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for each in node["inputs"] for one in leaves(each)] or [node]


def test_a_price_has_a_value_a_year_and_says_what_is_not_known(quarter: bs.SupportReport) -> None:
    shape = quarter.to_dict()
    years = len(shape["years"])
    for one in (*shape["groups"], *shape["donors"]):
        assert {len(one[name]) for name in ("asked", "more", "more_low", "more_high", "more_usd", "share")} == {years}
    albania = next(one for one in shape["donors"] if one["id"] == "ALB")
    assert albania["now"] == {"eur": None, "low": None, "high": None}
    assert albania["more"] == [None] * years and albania["more_low"] == [0.0] * years
    assert {one["id"] for one in shape["unknown"]} == {"ALB", "MKD", "MNE"}


def test_pages_are_single_figures_with_their_printed_digits(pages: bs.SupportReport) -> None:
    shape = pages.to_dict()
    assert shape["told"] is None and shape["donors"] == shape["groups"] == []
    europe = next(one for one in shape["pages"] if one["ally"] == "EUROPE")
    assert (europe["low"], europe["high"]) == pytest.approx((89.85e9, 89.95e9))
