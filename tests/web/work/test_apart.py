"""Saved reports may be long: the process that serves pages passes their text on, and only workers take it apart."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from burdenshare.report.report import Report
from burdenshare.web.store import texts

TEXT = "Germany spent 2.1 % of GDP on defence in 2024, NATO said."
REVIEW = {"statement": "s1", "reviewer": "Ada", "note": "An estimate."}


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A serving process in which no report can be read or written; the workers are processes of their own."""

    def here(*_: Any, **__: Any) -> Any:
        raise AssertionError("a report was taken apart where pages are served")

    monkeypatch.setattr(texts, "reports_of", here)
    monkeypatch.setattr(texts, "json_text", here)
    monkeypatch.setattr(Report, "to_dict", here)


@pytest.mark.usefixtures("apart")
def test_pages_save_open_review_and_take_along(client: TestClient) -> None:
    place = client.post("/reports", data={"text": TEXT, "with_text": "1"}, follow_redirects=False).headers["location"]
    assert "2.1 %</a>" in client.get(place).text
    assert "Ada" in client.post(f"{place}/reviews", data=REVIEW).text
    assert client.post(f"{place}/reviews", data={**REVIEW, "statement": "s9"}).status_code == 422
    assert b"Germany" in client.get(f"{place}/download?form=csv").content
    told = client.post("/story", data={"saved": place}, headers={"accept": "application/json"})
    assert told.status_code == 202


@pytest.mark.usefixtures("apart")
def test_the_api_does_so_too(client: TestClient) -> None:
    place = client.post("/api/reports", json={"text": TEXT, "with_text": True}).headers["location"]
    assert client.post(f"{place}/reviews", json=REVIEW).status_code == 201
    assert client.post(f"{place}/reviews", json={**REVIEW, "statement": "s9"}).status_code == 422
    assert client.get(place).json()["data"]["reviews"][0]["reviewer"] == "Ada"
    assert client.get(f"{place}/explain").json()["data"][0]["id"] == "s1"
    assert client.get(f"{place}/download?form=json").status_code == 200
    assert client.post(f"{place}/recheck").json()["data"]["same_versions"]
    assert client.delete(place).status_code == 204
