"""The same through real worker processes: what they return and what they raise comes back whole."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from burdenshare.web.app import create_app
from burdenshare.web.settings import Limits, Settings
from tests.web.api.conftest import ARTICLE


def test_results_and_errors_come_back_from_workers(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'reports.db'}", limits=Limits(workers=1))
    with TestClient(create_app(settings)) as client:
        place = client.post("/api/reports", json=ARTICLE).headers["location"]
        assert client.get(place).json()["data"]["report"]["summary"]["then"]["supported"] == 2
        unknown = client.post("/api/explain", json={**ARTICLE, "statement": "s9"})
        assert unknown.json()["error"]["code"] == "unknown_name"
        missing = client.get("/api/record/value?entity=Poland&measure=share_of_gdp&period=1924")
        assert (missing.status_code, missing.json()["error"]["code"]) == (404, "not_held")
        assert client.get("/api/record/measures").status_code == 200


def test_workers_that_do_not_start_are_told_and_no_trace_is(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'reports.db'}", limits=Limits(workers=1, memory=1024 * 1024))
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        answers = [client.post("/api/check", json=ARTICLE), client.post("/api/check", json=ARTICLE)]
        health = client.get("/api/health")
    assert {one.status_code for one in (*answers, health)} <= {422, 503}
    assert {one.json()["error"]["code"] for one in answers} <= {"no_workers", "took_too_much"}
