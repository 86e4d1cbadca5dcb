"""Every answer forbids what pages do not need."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from burdenshare.web.guard.headers import HEADERS, POLICY


@pytest.mark.parametrize("path", ["/", "/reports", "/nothing", "/static/app.css", "/api/openapi.json", "/token"])
def test_every_answer_carries_them(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_nothing_runs_that_stands_in_a_page() -> None:
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'none'")


@pytest.mark.parametrize("path", ["/", "/reports", "/token"])
def test_pages_hold_nothing_that_the_policy_forbids(client: TestClient, path: str) -> None:
    html = client.get(path).text
    assert "<style" not in html
    assert " style=" not in html
    assert "<script>" not in html
    assert " onclick=" not in html
    assert "//" not in html.replace("http://www.w3.org", "").replace("https://…", "").replace("<!--", "")


def test_what_nobody_foresaw_is_answered_with_them_too(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the server")

    monkeypatch.setattr("burdenshare.web.pages.reports.state_of", broken)
    answer = client.get("/reports")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
