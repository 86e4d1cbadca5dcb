"""The one JSON shape: what every verb and the API print satisfies its schema."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from burdenshare.record import Record
from burdenshare.report.road.shape import QUANTILES, road_schema, shape
from burdenshare.road.fans import RANKS
from burdenshare.road.result import Road
from burdenshare.road.sensitivity import tornado

valid = jsonschema.Draft202012Validator(road_schema()).validate


@pytest.mark.parametrize("name", ["hague", "halved", "two"])
def test_json_satisfies_its_schema(record: Record, request: pytest.FixtureRequest, name: str) -> None:
    valid(json.loads(json.dumps(shape(request.getfixturevalue(name), record=record), allow_nan=False)))


def test_levers_satisfy_it_too(record: Record, two: Road) -> None:
    levers = tornado(record, two.scenario, two.on, allies=("DEU", "POL"))
    made = shape(two, levers, record=record)
    valid(made)
    assert [one["key"] for one in made["levers"]] == [one.key for one in levers]


def test_the_shape_holds_what_the_road_holds(record: Record, hague: Road) -> None:
    made = shape(hague, record=record)
    assert [one["id"] for one in made["groups"]] == ["NATO", "EUR", "EUR_CAN"]
    assert [one["id"] for one in made["allies"]] == list(hague.allies)
    assert [one["id"] for one in made["without"]] == ["ISL"]
    germany = next(one for one in made["allies"] if one["id"] == "DEU")
    assert germany["name"] == "Germany"
    assert len(germany["fans"]["share"]["p10"]) == len(hague.years)
    assert germany["fans"]["total"]["years"] == [2035]
    assert made["related"]["money"] > 0
    (chances,) = made["met"]
    assert (chances["value"], chances["by"]) == (3.5, 2035)
    assert chances["fewest"] <= chances["expected"] <= chances["most"]
    assert max(one["cell"] for one in leaves(germany["derivation"]) if one["cell"] is not None) < len(made["cells"])


def leaves(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for each in node["inputs"] for one in leaves(each)] or [node]


def test_quantiles_are_named_by_their_ranks() -> None:
    assert [float(name[1:].replace("_", ".")) / 100 for name in QUANTILES] == list(RANKS)
