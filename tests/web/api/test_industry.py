"""The industry over HTTP: what the command line prints, tags, files, and one shape of every error."""

from __future__ import annotations

import jsonschema
import pytest
from starlette.testclient import TestClient

import burdenshare as bs
from burdenshare.record import Record
from burdenshare.report.industry.listing import list_shape
from burdenshare.report.industry.shape import schema
from burdenshare.road.industry.scenario import SHIPPED
from burdenshare.web.pages.industry_form import SAMPLE


def test_it_is_what_the_command_line_prints(client: TestClient, record: Record) -> None:
    asked: dict[str, str | int] = {
        "item": "caesar",
        "money": "EUR 2bn",
        "price": "EUR 5m-8m",
        "from": 2027,
        "to": 2029,
        "draws": 300,
    }
    told = client.get("/api/industry", params=asked).json()["data"]
    own = bs.industry("caesar", money="EUR 2bn", price="EUR 5m-8m", first=2027, last=2029, draws=300, record=record)
    assert told == own.to_dict()
    jsonschema.validate(told, schema("industry"))


def test_a_shipped_scenario_and_some_of_its_items(client: TestClient, record: Record) -> None:
    asked: dict[str, str | int] = {"scenario": "hague-equipment", "item": "mistral, 155mm", "draws": 100}
    told = client.get("/api/industry", params=asked).json()["data"]
    assert told == bs.industry(["155mm", "mistral"], scenario="hague-equipment", draws=100, record=record).to_dict()
    reach = client.get("/api/industry", params={"item": "155mm", "reach": "2000000", "draws": 0}).json()["data"]
    assert {one["value"] for one in reach["items"][0]["reached"]} == {2_000_000}


def test_items_requirements_and_the_back_test(client: TestClient, record: Record) -> None:
    items = client.get("/api/industry/items").json()["data"]
    assert items == list_shape(None, record)
    wanted = client.get("/api/industry/requirements", params={"scenario": "hague-equipment", "draws": 200})
    assert wanted.json()["data"] == bs.requirements(scenario="hague-equipment", draws=200, record=record).to_dict()
    tested = client.get("/api/industry/backtest", params={"draws": 500, "seed": 3}).json()["data"]
    assert tested == bs.industry_backtest(draws=500, seed=3, record=record).to_dict()
    for name, told in (("items", items), ("requirements", wanted.json()["data"]), ("backtest", tested)):
        jsonschema.validate(told, schema(name))
        assert client.get(f"/api/schema?of=industry_{name}").json()["data"] == schema(name)


def test_a_scenario_of_ones_own(client: TestClient) -> None:
    told = client.post("/api/industry", json={"toml": SAMPLE, "draws": 50}).json()["data"]
    assert {one["id"] for one in told["items"]} == {"155mm", "leopard-2"}
    one = client.post("/api/industry", json={"toml": SAMPLE, "item": "leopard-2", "draws": 50}).json()["data"]
    assert [each["id"] for each in one["items"]] == ["leopard-2"]
    form = client.post("/api/industry", data={"draws": "50"}, files={"file": ("mine.toml", SAMPLE.encode())})
    assert form.json()["data"] == told
    held = client.post("/api/industry/requirements", json={"toml": SAMPLE, "draws": 50}).json()["data"]
    met = {each["id"]: each["met"] for each in held["requirements"]}
    assert met["shells"] is not None and met["tanks"] is not None  # the scenario itself gives tanks a rate


def test_shipped_scenarios_are_files_to_begin_with(client: TestClient) -> None:
    told = client.get("/api/industry/scenarios").json()["data"]
    assert [one["scenario"]["name"] for one in told] == list(SHIPPED)
    for one in told:
        answer = client.post("/api/industry", json={"toml": one["toml"], "draws": 0})
        assert answer.json()["data"]["scenario"]["title"] == one["scenario"]["title"]


def test_more_draws_than_come_at_once_are_waited_for(client: TestClient) -> None:
    told = client.get("/api/industry", params={"item": "mistral", "draws": 3000, "seed": 4}).json()["data"]
    assert (told["draws"], told["seed"]) == (3000, 4)


def test_a_tag_spares_the_answer(client: TestClient) -> None:
    for place in ("?item=mistral&draws=0", "/items", "/requirements?draws=0", "/backtest?draws=0", "/scenarios"):
        first = client.get(f"/api/industry{place}")
        again = client.get(f"/api/industry{place}", headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("query", "status", "code", "where"),
    [
        ("", 422, "bad_input", "item"),
        ("?item=tankz", 422, "unknown_name", "item"),
        ("?scenario=nobody", 422, "unknown_name", "scenario"),
        ("?scenario=/etc/hostname.toml", 422, "unknown_name", "scenario"),
        ("?item=155mm&units=many", 422, "bad_input", "units"),
        ("?item=155mm&units=5&money=5bn", 422, "bad_input", "money"),
        ("?item=155mm&units=1e400", 422, "bad_input", "units"),
        ("?item=155mm,caesar&units=5", 422, "bad_input", "item"),
        ("?item=155mm&from=2027", 422, "bad_input", "from"),
        ("?scenario=hague-equipment&price=5", 422, "bad_input", "price"),
        ("?item=155mm&draws=10001", 422, "bad_input", "draws"),
        ("?item=155mm&draws=10000&until=2060", 422, "bad_input", "draws"),
        ("?item=155mm&until=2026", 422, "bad_input", "until"),
        ("?item=155mm&on=2026-02-30", 422, "bad_input", "on"),
        ("?item=155mm&on=2999-01-01", 422, "bad_input", "on"),
        ("?item=155mm&more=1", 422, "bad_input", "more"),
        ("/items?on=2999-01-01", 422, "bad_input", "on"),
        ("/requirements?scenario=nobody", 422, "unknown_name", "scenario"),
        ("/requirements?units=5", 422, "bad_input", "units"),
        ("/backtest?draws=-1", 422, "bad_input", "draws"),
    ],
)
def test_every_error_has_the_one_shape(client: TestClient, query: str, status: int, code: str, where: str) -> None:
    answer = client.get(f"/api/industry{query}")
    told = answer.json()["error"]
    assert (answer.status_code, told["code"], told["where"]) == (status, code, where), told


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"toml": ""},
        {"toml": "title = ["},
        {"toml": 'title = "x"\nroad = "/etc/hostname.toml"'},
        {"toml": 'title = "x"', "item": "tankz"},
        {"toml": 'title = "x"', "units": "5"},
    ],
)
@pytest.mark.parametrize("place", ["", "/requirements"])
def test_a_faulty_body_is_refused(client: TestClient, body: dict[str, str], place: str) -> None:
    answer = client.post(f"/api/industry{place}", json=body)
    assert answer.status_code == 422
    assert set(answer.json()["error"]) == {"code", "message", "where", "remedy"}
