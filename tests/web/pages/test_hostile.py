"""What strangers write into addresses: one clear page with a status of 4xx, nothing of theirs run, never a 500."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

PATHS = (
    "/record",
    "/record/download",
    "/record/threshold",
    "/chart/years.svg",
    "/chart/releases.json",
    "/chart/threshold.png",
    "/alliance",
)
SCRIPT = "<script>alert(1)</script>"
HOSTILE = (
    SCRIPT,
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}",
    "'; DROP TABLE stored_reports; --",
    "../../etc/passwd",
    "\x00",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "²⁰²⁴",
    "٢٠٢٤",
    "9" * 5000,
    "-1",
    "nan",
    "1e400",
    "0x7e8",
    "true",
)
NAMES = ("entity", "measure", "year", "on", "threshold", "basis", "unit", "baseline", "low", "high", "compare", "form")
READ = {
    "/alliance": {"on", "compare"},
    "/record/download": {
        "entity",
        "measure",
        "year",
        "on",
        "threshold",
        "basis",
        "unit",
        "baseline",
        "low",
        "high",
        "form",
    },
}
ASKED = {"entity", "measure", "year", "on", "threshold", "basis", "unit", "baseline", "low", "high"}
GOOD = {("low", "-1"), ("high", "-1")}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_hostile_is_taken(client: TestClient, path: str, name: str) -> None:
    for value in HOSTILE:
        answer = client.get(path, params={name: value})
        read = name in READ.get(path, ASKED) and (name, value) not in GOOD
        assert (400 <= answer.status_code < 500) if read else answer.status_code < 500, (value[:40], answer.text[:300])
        if answer.headers["content-type"].startswith("text/html"):
            assert SCRIPT not in answer.text and "onerror=alert(1)>" not in answer.text
            assert "Traceback" not in answer.text


@pytest.mark.parametrize("year", ["0", "1", "1948", "2051", "9999", "10000", "-2024", "2024.5", "2024-06", "2018/2019"])
def test_absurd_years_are_one_line(client: TestClient, year: str) -> None:
    for path in ("/record", "/record/threshold", "/chart/releases.svg"):
        answer = client.get(path, params={"year": year})
        assert answer.status_code == 422
        assert "is no year" in answer.text


def test_a_program_gets_the_one_shape_of_errors(client: TestClient) -> None:
    answer = client.get("/record?entity=Atlantis", headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "unknown_name"
