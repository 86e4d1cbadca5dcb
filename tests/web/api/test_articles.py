"""One article by JSON or form, in the documented shapes."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

import burdenshare as bs
from burdenshare.web.state import State
from tests.web.api.conftest import ARTICLE, TEXT


def error(answer: Any) -> dict[str, str]:
    found: dict[str, str] = answer.json()["error"]
    assert set(found) == {"code", "message", "where", "remedy"}
    return found


def test_check_is_what_the_command_line_prints(client: TestClient) -> None:
    answer = client.post("/api/check", json=ARTICLE).json()
    assert answer["data"] == bs.check(TEXT, on=bs.load_record().edition.replace(2025, 2, 13)).to_dict()
    jsonschema.validate(answer["data"], bs.schema())
    record = bs.load_record()
    told = {"edition": record.edition.isoformat(), "version": record.version}
    assert answer["meta"] == {"record": told, "code": bs.__version__, "next": None}


def test_a_file_is_read_as_its_kind(client: TestClient) -> None:
    file = ("../../etc/page.html", f"<html><body><article><p>{TEXT}</p></article></body></html>".encode())
    answer = client.post("/api/check", files={"file": file}, data={"on": "2025-02-13", "with_text": "true"}).json()
    assert answer["data"]["document"]["id"] == "page"
    assert "<p>" not in answer["data"]["document"]["text"]
    assert len(answer["data"]["statements"]) == 2


def test_read_judges_nothing(client: TestClient) -> None:
    answer = client.post("/api/read", json=ARTICLE).json()["data"]
    jsonschema.validate(answer, bs.schema())
    assert "then" not in answer["statements"][0]
    assert error(client.post("/api/read", json={**ARTICLE, "now": "2026-01-01"}))["where"] == "now"


def test_explain_lists_or_explains(client: TestClient) -> None:
    listed = client.post("/api/explain", json=ARTICLE).json()["data"]
    assert [one["id"] for one in listed] == ["s1", "s2"]
    one = client.post("/api/explain", json={**ARTICLE, "statement": "s2", "clock": "then"}).json()["data"]
    labels = [step["label"] for step in one["explanation"]["below"]]
    assert "then" in labels
    assert "now" not in labels
    assert error(client.post("/api/explain", json={**ARTICLE, "statement": "s9"}))["code"] == "unknown_name"


def test_export_is_a_file_that_no_browser_shows(client: TestClient) -> None:
    answer = client.post("/api/export", json={**ARTICLE, "form": "csv"})
    assert answer.headers["content-disposition"].startswith('attachment; filename="burdenshare-2025-02-13')
    assert answer.text.splitlines()[0].startswith("report,number,document")
    assert error(client.post("/api/export", json={**ARTICLE, "form": "cvs"}))["remedy"] == "did you mean csv?"
    bare = error(client.post("/api/export", json={**ARTICLE, "form": "claimreview"}))
    assert "--" not in f"{bare['where']}{bare['remedy']}{bare['message']}"


@pytest.mark.parametrize(
    ("body", "where", "part"),
    [
        ({}, "", "nothing was given"),
        ({"text": TEXT, "link": "https://example.org"}, "", "several things"),
        ({"link": "https://example.org"}, "link", "follows no links"),
        ({"text": TEXT, "on": "2025-02-30"}, "on", "not a day"),
        ({"text": TEXT, "on": "13.2.2025"}, "on", "pattern"),
        ({"text": TEXT, "on": "2999-01-01"}, "on", "in the future"),
        ({"text": TEXT, "on": "2025-02-13", "now": "2024-01-01"}, "text-", "before the day of the text"),
        ({"text": TEXT, "day": "2025-02-13"}, "day", "not permitted"),
        ({"text": 5}, "text", "valid string"),
        ({"text": "x" * 100_001}, "text", "longer than"),
        ({"text": "nul \x00 in it"}, "text-", "binary"),
        ([], "", "object"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_shape(client: TestClient, body: Any, where: str, part: str) -> None:
    answer = client.post("/api/check", json=body)
    assert answer.status_code == 422
    found = error(answer)
    assert found["where"].startswith(where)
    assert part in found["message"]
    assert "--" not in found["remedy"]


def test_bodies_that_are_no_bodies(client: TestClient) -> None:
    broken = client.post("/api/check", content=b'{"text": "\\ud800"', headers={"content-type": "application/json"})
    assert (broken.status_code, error(broken)["code"]) == (422, "bad_input")
    unknown = client.post("/api/check", content=b"NATO", headers={"content-type": "text/plain"})
    assert (unknown.status_code, error(unknown)["code"]) == (415, "unsupported_media_type")
    formless = client.post("/api/check", content=b"NATO", headers={"content-type": "multipart/form-data"})
    assert (formless.status_code, error(formless)["code"]) == (400, "bad_request")
    large = client.post("/api/check", content=b" " * (1024 * 1024 + 1), headers={"content-type": "application/json"})
    assert (large.status_code, error(large)["code"]) == (413, "too_large")
    twice = client.post("/api/check", files=[("file", ("a.txt", b"NATO")), ("file", ("b.txt", b"NATO"))])
    assert error(twice)["where"] == "file"
    named = client.post("/api/check", files={"text": ("a.txt", b"NATO")})
    assert error(named)["where"] == "text"


def test_story_of_words_and_of_files(client: TestClient) -> None:
    other = {"text": TEXT.replace("32", "31"), "on": "2025-02-14"}
    told = client.post("/api/story", json={"articles": [ARTICLE, other]}).json()["data"]
    from burdenshare.report.stories.shape import stories_schema

    jsonschema.validate(told, stories_schema())
    assert sum(len(one["sources"]) for one in told["stories"]) == 2
    files = [("file", ("same.txt", TEXT.encode())), ("file", ("same.txt", other["text"].encode()))]
    told = client.post("/api/story", files=files, data={"on": "2025-02-13"}).json()["data"]
    assert {one["id"] for story in told["stories"] for one in story["sources"]} == {"same", "same-2"}
    assert (
        error(client.post("/api/story", json={"articles": [ARTICLE] * 6}))["message"]
        == "more than 5 articles were given"
    )
    assert error(client.post("/api/story", json={"articles": [ARTICLE], "issue": "spendings"}))["where"] == "issue"
    assert error(client.post("/api/story", json={"articles": [ARTICLE], "person": "Rutte"}))["where"] == "person"


def test_a_story_is_told_by_the_queue_of_long_work(client: TestClient) -> None:
    other = {"text": TEXT.replace("32", "31"), "on": "2025-02-14"}
    tasks = state_of_app(client).tasks
    assert client.post("/api/story", json={"articles": [ARTICLE, other]}).status_code == 200
    assert not tasks._tasks  # nobody was told of an address, so nothing is kept under one
    foreign = {"text": "Dies ist ein deutscher Text über etwas ganz anderes, und er ist lang."}
    refused = client.post("/api/story", json={"articles": [ARTICLE, foreign]})
    assert refused.status_code == 422  # a program is told what is wrong, and gets no story with a gap
    link = client.post("/api/story", json={"articles": [{"link": "https://news.example/"}]})
    assert (error(link)["where"], error(link)["message"]) == ("link", "this server follows no links")
    both = client.post("/api/story", json={"articles": [{"text": TEXT, "link": "https://news.example/"}]})
    assert "several things" in error(both)["message"]
    assert "nothing was given" in error(client.post("/api/story", json={"articles": [{}]}))["message"]


def state_of_app(client: TestClient) -> State:
    found = client.app.state.live  # type: ignore[attr-defined]
    assert isinstance(found, State)
    return found
