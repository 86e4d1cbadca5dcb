"""The road over HTTP: what the command line prints, tags, files, and one shape of every error."""

from __future__ import annotations

from datetime import date
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from burdenshare.record import Record
from burdenshare.report.road.shape import road_schema, shape
from burdenshare.road.road import road
from burdenshare.road.scenario import SHIPPED, load_scenario
from burdenshare.road.sensitivity import tornado
from burdenshare.web.pages.road_form import SAMPLE

GERMANY = {"scenario": "core-by-2035", "ally": "germany", "on": "2025-09-01", "draws": "200", "seed": "3"}
ON = date(2025, 9, 1)


def test_a_road_is_what_the_command_line_prints(client: TestClient, record: Record) -> None:
    told = client.get("/api/road", params=GERMANY).json()["data"]
    one = load_scenario("core-by-2035")
    made = road(record, one, ON, allies=("DEU",), until=2035, draws=200, seed=3)
    assert told == shape(made, tornado(record, one, ON, allies=("DEU",), until=2035), record=record)
    jsonschema.validate(told, road_schema())


def test_a_target_of_ones_own_and_two_side_by_side(client: TestClient) -> None:
    asked = {"target": "3.001", "by": "2030", "ally": "DEU, POL", "on": "2025-09-01", "draws": "0"}
    told = client.get("/api/road", params=asked).json()["data"]
    assert told["scenario"]["title"] == "3 % of GDP by 2030"
    assert [one["id"] for one in told["allies"]] == ["DEU", "POL"]
    both = client.get("/api/road", params={**asked, "against": "hold"}).json()["data"]
    assert both["kind"] == "road comparison"
    jsonschema.validate(both, road_schema())


def test_many_draws_are_waited_for(client: TestClient) -> None:
    told = client.get("/api/road", params={**GERMANY, "draws": "3000"}).json()["data"]
    assert told["draws"] == 3000


def test_a_scenario_of_ones_own(client: TestClient) -> None:
    asked = {"on": "2025-09-01", "draws": 0, "ally": "DEU, FRA"}
    told = client.post("/api/road", json={**asked, "toml": SAMPLE}).json()["data"]
    assert told["scenario"]["title"].startswith("3 % of GDP by 2032")
    form = client.post("/api/road", data={**asked, "draws": "0"}, files={"file": ("mine.toml", SAMPLE.encode())})
    assert form.json()["data"] == told


def test_shipped_scenarios_are_files_to_begin_with(client: TestClient) -> None:
    told = client.get("/api/scenarios").json()["data"]
    assert [one["scenario"]["name"] for one in told] == list(SHIPPED)
    for one in told:
        answer = client.post("/api/road", json={"toml": one["toml"], "ally": "DEU", "on": "2025-09-01", "draws": 0})
        assert answer.json()["data"]["scenario"]["title"] == one["scenario"]["title"]


def test_a_tag_spares_the_answer(client: TestClient) -> None:
    first = client.get("/api/road", params=GERMANY)
    again = client.get("/api/road", params=GERMANY, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/api/road", params={**GERMANY, "seed": "4"}, headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200 and other.json() != first.json()


@pytest.mark.parametrize(
    ("query", "status", "code", "where"),
    [
        ("scenario=nobody", 422, "unknown_name", "scenario"),
        ("scenario=hold&target=3", 422, "bad_input", "target"),
        ("target=1e308&by=2030", 422, "bad_input", "target"),
        ("target=nan&by=2030", 422, "bad_input", "target"),
        ("target=3&by=99999", 422, "bad_input", "by"),
        ("target=3&by=1999", 422, "bad_input", "by"),
        ("ally=Atlantis", 422, "unknown_name", "ally"),
        ("ally=Iceland", 404, "not_held", "ally"),
        ("ally=" + ",".join(f"A{at}" for at in range(500)), 422, "bad_input", "ally"),
        ("on=2010-01-01", 422, "bad_input", "on"),
        ("on=2025-02-30", 422, "bad_input", "on"),
        ("draws=10001", 422, "bad_input", "draws"),
        ("shape=custom&target=3&by=2030", 422, "unknown_name", "shape"),
        ("colour=red", 422, "bad_input", "colour"),
    ],
)
def test_what_cannot_be_asked_says_why(client: TestClient, query: str, status: int, code: str, where: str) -> None:
    answer = client.get(f"/api/road?{query}")
    found = answer.json()["error"]
    assert (answer.status_code, found["code"]) == (status, code), found
    assert found["where"].split(".")[-1].split()[0] == where, found


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "no scenario was given"),
        ({"toml": "title = 3"}, "title is no text"),
        ({"toml": 'title = "x"\na = ' + "[" * 15_000}, "nested too deeply"),
        ({"toml": 'title = "x"\n[[target]]\nvalues = 3'}, "unknown key"),
        ({"toml": "x" * 20_001}, "at most"),
        ({"toml": 'title = "x"', "colour": "red"}, "Extra inputs"),
    ],
)
def test_a_scenario_that_cannot_be_used_says_where(client: TestClient, body: dict[str, Any], told: str) -> None:
    answer = client.post("/api/road", json=body)
    found = answer.json()["error"]
    assert answer.status_code == 422
    assert told in f"{found['message']} {found['remedy']}", found
