"""Support over HTTP: what the command line prints, tags, files, and one shape of every error."""

from __future__ import annotations

import jsonschema
import pytest
from starlette.testclient import TestClient

import burdenshare as bs
from burdenshare.record import Record
from burdenshare.report.support.shape import support_schema
from burdenshare.road.support.scenario import SHIPPED
from burdenshare.web.pages.support import SAMPLE


def test_it_is_what_the_command_line_prints(client: TestClient, record: Record) -> None:
    asked = {"donor": "germany, NORDIC", "since": "2025-01", "kind": "military"}
    told = client.get("/api/support", params=asked).json()["data"]
    own = bs.support(donors=["germany", "NORDIC"], since="2025-01", kind="military", record=record)
    assert told == own.to_dict()
    jsonschema.validate(told, support_schema())


def test_scenarios_and_a_share_of_ones_own(client: TestClient, record: Record) -> None:
    told = client.get("/api/support", params={"scenario": "germany-stops", "donor": "DEU"}).json()["data"]
    assert told == bs.support("germany-stops", donors=["DEU"], record=record).to_dict()
    own = client.get("/api/support", params={"give": 0.5, "since": "2027-01"}).json()["data"]
    assert own["scenario"]["gives"][0]["share"] == 0.5
    jsonschema.validate(own, support_schema())


def test_a_scenario_of_ones_own(client: TestClient) -> None:
    told = client.post("/api/support", json={"toml": SAMPLE, "donor": "ESP, ITA"}).json()["data"]
    assert told["scenario"]["title"].startswith("The Nordic allies")
    asked = {"donor": "ESP, ITA"}
    form = client.post("/api/support", data=asked, files={"file": ("mine.toml", SAMPLE.encode())})
    assert form.json()["data"] == told


def test_shipped_scenarios_are_files_to_begin_with(client: TestClient) -> None:
    told = client.get("/api/support/scenarios").json()["data"]
    assert [one["scenario"]["name"] for one in told] == list(SHIPPED)
    for one in told:
        answer = client.post("/api/support", json={"toml": one["toml"]})
        assert answer.json()["data"]["scenario"]["title"] == one["scenario"]["title"]


def test_a_tag_spares_the_answer(client: TestClient) -> None:
    first = client.get("/api/support", params={"donor": "DEU"})
    again = client.get("/api/support", params={"donor": "DEU"}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("query", "status", "code", "where"),
    [
        ("donor=Atlantis", 422, "unknown_name", "donor"),
        ("kind=arms", 422, "bad_input", "kind"),
        ("since=2025-13", 422, "bad_input", "since"),
        ("since=soon", 422, "bad_input", "since"),
        ("scenario=nobody", 422, "unknown_name", "scenario"),
        ("scenario=germany-stops&give=0.2", 422, "bad_input", "give"),
        ("scenario=germany-stops&until=2027", 422, "bad_input", "until"),
        ("scenario=germany-stops&since=2027", 422, "bad_input", "since"),
        ("give=nan", 422, "bad_input", "give"),
        ("give=11", 422, "bad_input", "give"),
        ("on=2021-01-01", 404, "not_held", ""),
        ("definition=disbursement", 404, "not_held", ""),
        ("span=2025&against=2024-02", 422, "bad_input", "against"),
        ("more=1", 422, "bad_input", "more"),
    ],
)
def test_every_error_has_the_one_shape(client: TestClient, query: str, status: int, code: str, where: str) -> None:
    answer = client.get(f"/api/support?{query}")
    told = answer.json()["error"]
    assert (answer.status_code, told["code"], told["where"]) == (status, code, where)


@pytest.mark.parametrize("body", [{}, {"toml": ""}, {"toml": "title = ["}, {"toml": 'title = "x"', "kind": "arms"}])
def test_a_faulty_body_is_refused(client: TestClient, body: dict[str, str]) -> None:
    answer = client.post("/api/support", json=body)
    assert answer.status_code == 422
    assert set(answer.json()["error"]) == {"code", "message", "where", "remedy"}
