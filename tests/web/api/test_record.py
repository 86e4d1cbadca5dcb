"""The record over HTTP: values, histories, differences a page at a time, tags."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from burdenshare.record import Record
from burdenshare.report.alliance.shape import alliance_schema
from burdenshare.report.changes import changes_shape, compared
from burdenshare.report.lookup import finding_shape

POLAND = {"entity": "poland", "measure": "share of gdp", "period": "2024"}


def test_value_is_what_the_command_line_prints(client: TestClient, record: Record) -> None:
    told = client.get("/api/record/value", params={**POLAND, "release": "2024-06"}).json()["data"]
    assert told == finding_shape(record, record.value("POL", "share_of_gdp", 2024, release="2024-06"))


def test_history_is_oldest_first_and_ends_with_a_day(client: TestClient) -> None:
    whole = client.get("/api/record/history", params=POLAND).json()["data"]
    days = [one["release"]["released_on"] for one in whole]
    assert days == sorted(days)
    then = client.get("/api/record/history", params={**POLAND, "as_of": "2025-02-13"}).json()["data"]
    assert then == whole[: len(then)]
    assert len(then) < len(whole)


def test_all_pages_of_a_difference_are_the_difference(client: TestClient, record: Record) -> None:
    told: list[Any] = []
    address: str | None = "/api/record/diff?first=2024-06&second=2025-08&most=400"
    while address is not None:
        answer = client.get(address).json()
        told += answer["data"]["changes"]
        address = answer["meta"]["next"]
    assert told == changes_shape(compared(record, "2024-06", "2025-08"))["changes"]


def test_lists_name_what_can_be_asked(client: TestClient, record: Record) -> None:
    measures = client.get("/api/record/measures").json()["data"]
    assert [one["id"] for one in measures] == [one.id for one in record.measures()]
    entities = {one["id"]: one for one in client.get("/api/record/entities").json()["data"]}
    assert len(entities["NATO"]["members"]) == 32
    assert entities["SWE"]["joined_on"] == "2024-03-07"
    releases = client.get("/api/record/releases").json()["data"]
    assert [one["id"] for one in releases] == [one.id for one in record.releases()]
    assert client.get("/api/record/releases?publisher=weo").json()["data"][0]["publisher"] == "weo"


@pytest.mark.parametrize(
    ("address", "status", "code", "where"),
    [
        ("value?entity=Polnd&measure=share_of_gdp&period=2024", 422, "unknown_name", "entity"),
        ("value?entity=Poland&measure=share_of_gdp&period=1924", 404, "not_held", "Poland, share_of_gdp, 1924"),
        ("value?entity=Poland&measure=share_of_gdp&period=now", 422, "bad_input", "period"),
        ("value?entity=Poland&measure=share_of_gdp", 422, "bad_input", "period"),
        ("value?entity=Poland&measure=share_of_gdp&period=2024&as_of=2999-01-01", 422, "bad_input", "as_of"),
        ("value?entity=Poland&measure=share_of_gdp&period=2024&colour=red", 422, "bad_input", "colour"),
        ("value?entity=NATO&measure=allies_at_guideline&period=2024&threshold=nan", 422, "bad_input", "threshold"),
        ("history?entity=Poland&measure=share_of_gdp&period=2024&release=2024-06", 422, "bad_input", "release"),
        ("diff?first=2024-06&second=nil", 422, "unknown_name", "second"),
        ("releases?publisher=nobody", 422, "unknown_name", "publisher"),
        ("nothing", 404, "not_found", ""),
    ],
)
def test_what_cannot_be_answered_says_why(client: TestClient, address: str, status: int, code: str, where: str) -> None:
    answer = client.get(f"/api/record/{address}")
    found = answer.json()["error"]
    assert (answer.status_code, found["code"], found["where"]) == (status, code, where)
    assert answer.headers["cache-control"] == "no-store"


def test_alliance_in_its_shape(client: TestClient) -> None:
    asked = {"on": "2025-06-26", "compare": "2023-04-05", "part": ["members", "officials"]}
    told = client.get("/api/alliance", params=asked).json()["data"]
    jsonschema.validate(told, alliance_schema())
    assert [one["id"] for one in told["sections"]] == ["members", "officials"]
    assert any("Sweden" in one["label"] for one in told["compared"]["changes"])
    assert client.get("/api/alliance?on=1940-01-01").json()["error"]["where"] == "on"


def test_a_tag_spares_the_answer_and_belongs_to_the_question(client: TestClient) -> None:
    first = client.get("/api/record/value", params=POLAND)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "public, max-age=300"
    for sent in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get("/api/record/value", params=POLAND, headers={"If-None-Match": sent})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = client.get("/api/record/value", params={**POLAND, "period": "2023"}, headers={"If-None-Match": tag})
    assert other.status_code == 200
    plain = client.get("/api/record/value", params=POLAND, headers={"Accept-Encoding": "identity"})
    assert plain.headers["etag"] != tag
    assert plain.json() == first.json()
    wrong = client.get("/api/record/value", params={**POLAND, "entity": "?"}, headers={"If-None-Match": "*"})
    assert wrong.status_code == 422


def test_the_age_of_each_source_is_told_and_kept_nowhere(client: TestClient) -> None:
    answer = client.get("/api/record/status")
    told = answer.json()["data"]
    assert "etag" not in answer.headers  # it is another tomorrow
    assert told["layers"] == []
    newest = {one["id"]: one["newest"] for one in told["publishers"]}
    assert newest["nato"] == "2026-07"
    assert told["age_days"] == 9  # from 22 to 31 August, the day of these tests
