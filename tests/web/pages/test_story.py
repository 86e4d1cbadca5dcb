"""The story page from form to files, in a running application."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

import burdenshare as bs
from burdenshare.report.stories.shape import stories_schema
from burdenshare.web.app import create_app
from burdenshare.web.pages.story import example
from burdenshare.web.settings import Limits, Settings
from burdenshare.web.values import Asked

JSON = {"accept": "application/json"}
FIRST = (
    "NATO leaders agreed in The Hague to spend 5 percent of GDP by 2035. In 2024, 22 allies spent at least 2 percent."
)
SECOND = (
    "At The Hague summit allies agreed on 5 percent of GDP by 2035. In 2024 only 18 allies spent at least 2 percent."
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    place = tmp_path_factory.mktemp("store") / "reports.db"
    limits = Limits(workers=1, files=12, requests=0, works=0, memory=4 << 30)
    with TestClient(create_app(Settings(database=f"sqlite:///{place}", links=False, limits=limits))) as made:
        yield made


def settled(client: TestClient, data: dict[str, Any], files: Any = None) -> dict[str, Any]:
    """The task of a story once nothing more comes of it."""
    answer = client.post("/story", data=data, files=files, headers=JSON)
    assert answer.status_code == 202, answer.text
    task = answer.json()
    until = time.monotonic() + 90
    while task["state"] in ("waiting", "running"):
        assert time.monotonic() < until
        time.sleep(0.2)
        task = client.get(f"/tasks/{task['id']}", headers=JSON).json()
    found: dict[str, Any] = task
    return found


@pytest.fixture(scope="module")
def told(client: TestClient) -> str:
    """The address of the example's story."""
    task = settled(client, {"example": "1"})
    assert (task["state"], task["done"], task["total"]) == ("done", 5, 5)
    return str(task["result"])


def test_the_form_needs_no_script(client: TestClient) -> None:
    html = client.get("/story").text
    assert html.count("<textarea") >= 6
    assert 'name="files" multiple' in html
    assert not re.search(r"<[^>]+ (style|on\w+)=", html)
    for name in re.findall(r'<textarea id="(\w+)"', html):
        assert f'for="{name}"' in html


def test_the_example_is_a_story_with_all_a_story_has(client: TestClient, told: str) -> None:
    page = client.get(told).text
    for heading in ("What happened, day by day", "What contradicts what", "How targets moved", "Copies"):
        assert heading in page
    assert "<svg" in page
    assert "Harbor Wire" in page
    assert "Eighteen of the alliance" in page
    assert not re.search(r"<[^>]+ (style|on\w+)=", page)
    assert page.count("<main") == 1


def test_the_example_is_of_the_record_and_of_fictional_outlets() -> None:
    given = [one for one in example() if isinstance(one, Asked)]
    documents = [bs.check(one.given.data.decode("utf-8")).checked.document for one in given]
    assert [one.outlet for one in documents] == ["Harbor Wire", "The Valley Courier", "The Eastern Ledger"]
    assert all(one.published is not None and one.published >= date(2025, 6, 5) for one in documents)


def test_views_narrow_the_story(client: TestClient, told: str) -> None:
    page = client.get(told, params={"view": "person:Mark Rutte"}).text
    assert "What Mark Rutte said" in page
    assert "What contradicts what" not in page
    assert "All stands on spending target" in client.get(told, params={"view": "issue:spending_target"}).text
    unknown = client.get(told, params={"view": "person:Nobody"})
    assert unknown.status_code == 422
    assert "Nobody" in unknown.text


def test_downloads(client: TestClient, told: str) -> None:
    got = {form: client.get(f"{told}/download", params={"form": form}) for form in ("json", "html", "svg")}
    assert all(one.headers["content-disposition"].startswith("attachment") for one in got.values())
    jsonschema.Draft202012Validator(stories_schema()).validate(json.loads(got["json"].text))
    assert got["html"].text.startswith("<!doctype html>")
    assert got["svg"].text.startswith("<svg")
    assert client.get(told, headers=JSON).json() == got["json"].json()
    assert client.get(f"{told}/download", params={"form": "exe"}).status_code == 422


def test_files_texts_and_saved_reports_make_one_story(client: TestClient) -> None:
    saved = client.post("/reports", data={"text": FIRST, "on": "2025-06-26", "with_text": "1"}, follow_redirects=False)
    report = bs.check(SECOND, on=date(2025, 6, 27)).to_json(with_text=True)
    task = settled(
        client,
        {"text": [FIRST, SECOND], "on": ["2025-06-25", "2025-06-26"], "saved": saved.headers["location"]},
        [("files", ("a.txt", SECOND.encode(), "text/plain")), ("files", ("b.json", report.encode(), "text/plain"))],
    )
    assert task["state"] == "done"
    shape = client.get(task["result"], headers=JSON).json()
    sources = [source for one in shape["stories"] for source in one["sources"]]
    assert len(sources) == 5
    assert len({one["id"] for one in sources}) == 5
    assert all(one["title"] for one in sources)


def test_unrelated_articles_are_kept_apart(client: TestClient) -> None:
    other = "A squadron of jets crossed Oslo at noon. NATO opened an air base at Bodø, and 900 people came."
    both = [one.given.data.decode("utf-8") for one in example() if isinstance(one, Asked)][::2]
    task = settled(client, {"text": [*both, other], "on": ["", "", "2024-03-01"]})
    page = client.get(task["result"]).text
    assert "1 told alone" in page
    assert "2 reports" in page
    apart = settled(client, {"text": [FIRST, other], "on": ["2025-06-25", "2024-03-01"]})
    assert "No story in common" in client.get(apart["result"]).text


def test_what_cannot_be_read_is_left_out_and_told(client: TestClient) -> None:
    task = settled(client, {"text": [FIRST, "Dies ist ein deutscher Text über etwas ganz anderes, und er ist lang."]})
    assert task["state"] == "done"
    page = client.get(task["result"]).text
    assert "1 could not be used" in page
    assert "“Dies ist ein deutscher Text" in page


def test_nothing_that_can_be_read_is_a_failure_with_its_reason(client: TestClient) -> None:
    task = settled(client, {"saved": "nosuchreport"})
    assert task["state"] == "failed"
    page = client.get(f"/tasks/{task['id']}")
    assert page.status_code == 404
    assert task["error"]["message"] in page.text.casefold()
    assert 'href="/story"' in page.text


def test_hostile_words_are_words(client: TestClient) -> None:
    hostile = f"<script>alert(1)</script> {FIRST} \x1b[31m"
    task = settled(client, {"text": [hostile, hostile.replace("22", "23")], "on": ["2025-06-25", "2025-06-26"]})
    page = client.get(task["result"]).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_nothing_given_is_refused_at_once(client: TestClient) -> None:
    answer = client.post("/story", data={"text": " "})
    assert answer.status_code == 422
    assert "Nothing was given" in answer.text


def test_a_browser_is_led_to_the_result(client: TestClient) -> None:
    answer = client.post("/story", data={"example": "1"}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/tasks/")


@pytest.mark.parametrize("path", ["/story/nosuch", "/story/nosuch/download", "/tasks/nosuch"])
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.get(path, headers=JSON).json()["error"]["code"] == "no_task"


def test_long_work_can_be_watched_and_cancelled(client: TestClient) -> None:
    long = " ".join([FIRST, SECOND] * 400)
    texts = [f"{long} {at}" for at in range(10)]
    answer = client.post("/story", data={"text": texts, "on": ["2025-06-25"] * 10}, follow_redirects=False)
    place = answer.headers["location"]
    page = client.get(place).text
    assert "<progress" in page
    assert '<meta http-equiv="refresh"' in page
    assert client.post("/check", data={"text": FIRST, "on": "2025-06-25"}).status_code == 200
    client.post(f"{place}/cancel")
    assert client.get(place, headers=JSON).json()["state"] == "cancelled"
    assert "This was cancelled" in client.get(place).text
