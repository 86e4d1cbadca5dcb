"""Saved reports over HTTP: kept, listed a page at a time, reviewed, downloaded, judged again, deleted."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

import burdenshare as bs
from tests.web.api.conftest import ARTICLE, TEXT

REVIEW = {"statement": "s1", "reviewer": "A. Editor", "note": "Sweden had joined.", "verdict": "supported"}


@pytest.fixture
def place(client: TestClient) -> str:
    """The address of a report saved just now."""
    answer = client.post("/api/reports", json={**ARTICLE, "title": "Allies counted", "with_text": True})
    assert answer.status_code == 201
    assert answer.json()["data"]["address"] == answer.headers["location"]
    return answer.headers["location"]


def test_a_saved_report_is_opened_as_it_was_made(client: TestClient, stranger: TestClient, place: str) -> None:
    told = stranger.get(place).json()["data"]
    assert told["saved"]["title"] == "Allies counted"
    assert told["report"]["document"]["text"] == TEXT
    assert told["reviews"] == []
    jsonschema.validate(told["report"], bs.schema())
    again = client.post(f"{place}/recheck").json()["data"]
    assert again == {"same_versions": True, "changes": [], "report": told["report"]}
    bare = client.post("/api/reports", json=ARTICLE).headers["location"]
    assert client.get(bare).json()["data"]["report"]["document"]["text"] is None


def test_reviews_are_added_listed_and_deleted(client: TestClient, place: str) -> None:
    before = client.get(place)
    added = client.post(f"{place}/reviews", json=REVIEW)
    assert added.status_code == 201
    told = added.json()["data"]
    assert {name: told[name] for name in REVIEW} == REVIEW
    assert client.get(f"{place}/reviews").json()["data"] == [told]
    changed = client.get(place, headers={"If-None-Match": before.headers["etag"]})
    assert changed.json()["data"]["reviews"] == [told]
    assert "Sweden had joined" in client.get(f"{place}/download?form=markdown").text
    assert client.delete(added.headers["location"]).status_code == 204
    assert client.delete(added.headers["location"]).json()["error"]["code"] == "not_saved"
    unknown = client.post(f"{place}/reviews", json={**REVIEW, "statement": "s9"})
    assert unknown.json()["error"]["code"] == "unknown_name"
    silent = client.post(f"{place}/reviews", json={**REVIEW, "note": " "})
    assert (silent.status_code, silent.json()["error"]["where"]) == (422, "note")


def test_the_list_holds_every_report_once(client: TestClient) -> None:
    saved = [client.post("/api/reports", json=ARTICLE).json()["data"] for _ in range(5)]
    told: list[Any] = []
    address: str | None = "/api/reports?most=2"
    while address is not None:
        answer = client.get(address).json()
        assert len(answer["data"]) <= 2
        told += answer["data"]
        address = answer["meta"]["next"]
    assert told[:5] == saved[::-1]
    assert len({one["id"] for one in told}) == len(told)
    assert client.get("/api/reports?after=nowhere").json()["error"]["where"] == "after"
    edge = client.get("/api/reports", params={"after": "0001-01-01T00:00:00+14:00~x"})
    assert edge.status_code in (200, 422)


def test_a_report_is_explained_and_downloaded(client: TestClient, place: str) -> None:
    assert [one["id"] for one in client.get(f"{place}/explain").json()["data"]] == ["s1", "s2"]
    told = client.get(f"{place}/explain?statement=s2&clock=now").json()["data"]
    assert told["statement"] == "s2"
    file = client.get(f"{place}/download?form=json")
    assert bs.Report.from_json(file.text).checked.document.text == TEXT
    assert "attachment" in file.headers["content-disposition"]
    assert "sandbox" in file.headers["content-security-policy"]
    again = client.get(f"{place}/download?form=json", headers={"If-None-Match": file.headers["etag"]})
    assert again.status_code == 304


def test_deleted_is_gone(client: TestClient, place: str) -> None:
    assert client.delete(place).status_code == 204
    for answer in (client.get(place), client.delete(place), client.get(f"{place}/download?form=csv")):
        assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_saved")


def test_writing_and_listing_ask_for_the_token(stranger: TestClient, place: str) -> None:
    asked = [
        stranger.post("/api/reports", json=ARTICLE),
        stranger.get("/api/reports"),
        stranger.delete(place),
        stranger.post(f"{place}/reviews", json=REVIEW),
        stranger.delete(f"{place}/reviews/1"),
        stranger.get("/api/reports", headers={"Authorization": "Bearer wrong"}),
        stranger.get("/api/reports", headers={"Authorization": "Basic YTpi"}),
    ]
    for answer in asked:
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "no_token")
        assert answer.headers["www-authenticate"] == "Bearer"
    assert stranger.get(place).status_code == 200
