"""The clock over HTTP: what the command line prints, tags, files, and one shape of every error."""

from __future__ import annotations

from datetime import date

import jsonschema
import pytest
from starlette.testclient import TestClient

from burdenshare.record import Record
from burdenshare.report.clock.door import clock
from burdenshare.report.clock.shape import clock_schema
from burdenshare.road.clock.scenario import SHIPPED
from burdenshare.web.pages.clock_form import SAMPLE


def test_a_clock_is_what_the_command_line_prints(client: TestClient, record: Record) -> None:
    asked = {"on": "2025-06-26", "ceasefire": "2026-12-31", "weight": ["dgap-2023=0", "kahl-2024-10-14=2"]}
    told = client.get("/api/clock", params=asked).json()["data"]
    jsonschema.validate(told, clock_schema())
    made = clock(on=date(2025, 6, 26), ceasefire="2026-12-31", without=["dgap-2023"], record=record).to_dict()
    held = {one["key"]: one["weight"] for one in told["statements"]}
    assert held["dgap-2023"] == 0 and held["kahl-2024-10-14"] == 2
    assert [one["key"] for one in told["statements"]] == [one["key"] for one in made["statements"]]
    plain = client.get("/api/clock").json()["data"]
    assert plain["curves"] == clock(record=record).to_dict()["curves"]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_can_be_asked(client: TestClient, name: str) -> None:
    assert client.get("/api/clock", params={"scenario": name}).json()["data"]["scenario"]["name"] == name


def test_requirements_stand_beside_the_curves(client: TestClient) -> None:
    told = client.get("/api/clock", params={"requirement": "shells, aircraft"}).json()["data"]
    assert [one["requirement"] for one in told["requirements"]] == ["shells", "aircraft"]
    jsonschema.validate(told, clock_schema())
    own = client.post("/api/clock", json={"toml": SAMPLE, "requirement": "ifv"}).json()["data"]
    assert [one["requirement"] for one in own["requirements"]] == ["ifv"]


def test_a_scenario_of_ones_own(client: TestClient) -> None:
    told = client.post("/api/clock", json={"toml": SAMPLE, "on": "2026-08-01"}).json()["data"]
    assert told["scenario"]["own_statements"] == ["somebody-2026-03-01"]
    form = client.post("/api/clock", files={"file": ("mine.toml", SAMPLE.encode())}).json()["data"]
    assert form["scenario"]["own_statements"] == ["somebody-2026-03-01"]


def test_the_same_question_has_the_same_tag(client: TestClient) -> None:
    first = client.get("/api/clock", params={"on": "2025-06-26"})
    again = client.get("/api/clock", params={"on": "2025-06-26"}, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    other = client.get("/api/clock", params={"on": "2025-06-25"}, headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("scenario=state", "scenario"),
        ("on=2025-02-30", "on"),
        ("ceasefire=soon", "ceasefire"),
        ("weight=bild-2025-07", "weight"),
        ("weight=bild-2025-07=-1", "weight"),
        ("weight=bild-2025-07=nan", "weight"),
        ("weight=nobody=0", "weights"),
        ("half_life=nan", "half_life"),
        ("requirement=moons", "requirement"),
        ("strange=1", "strange"),
    ],
)
def test_bad_questions_have_one_shape(client: TestClient, query: str, field: str) -> None:
    answer = client.get(f"/api/clock?{query}")
    assert answer.status_code == 422, answer.text
    assert answer.json()["error"]["where"] == field


def test_a_day_before_anybody_spoke_is_not_held(client: TestClient) -> None:
    assert client.get("/api/clock", params={"on": "2023-05-01"}).status_code == 404


def test_bad_bodies_have_one_shape(client: TestClient) -> None:
    for body in (
        {},
        {"toml": "title = "},
        {"toml": SAMPLE, "strange": 1},
        {"toml": 'title = "x"\n[clock]\nuntil = 3\n'},
    ):
        answer = client.post("/api/clock", json=body)
        assert answer.status_code == 422 and "error" in answer.json()
