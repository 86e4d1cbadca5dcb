"""Saved reports: opened by their link, reviewed, taken along, deleted for good."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from starlette.testclient import TestClient

TEXT = "Germany spent 2.1 % of GDP on defence in 2024, NATO said."


@pytest.fixture
def saved(client: TestClient) -> str:
    """The address of a report just saved."""
    data = {"text": TEXT, "on": "2024-09-02", "title": "A title <b>&", "with_text": "1"}
    answer = client.post("/reports", data=data, follow_redirects=False)
    assert answer.status_code == 303
    return answer.headers["location"]


def test_it_opens_by_its_link(client: TestClient, saved: str) -> None:
    html = client.get(saved).text
    assert re.fullmatch(r"/reports/[\w-]{22}", saved)
    assert "A title &lt;b&gt;&amp;" in html
    assert "2.1 %</a>" in html
    assert "text kept" in html


def test_it_is_listed(client: TestClient, saved: str) -> None:
    assert saved in client.get("/reports").text


def test_without_its_text_the_words_of_statements_stay(client: TestClient) -> None:
    answer = client.post("/reports", data={"text": TEXT, "on": "2024-09-02"})
    assert "saved without the text" in answer.text
    assert "2.1 %" in answer.text


def test_a_review_stands_beside_the_verdict_and_travels(client: TestClient, saved: str) -> None:
    given = {"statement": "s1", "reviewer": "Ada <i>", "verdict": "depends", "note": "Says <who>?"}
    html = client.post(f"{saved}/reviews", data=given).text
    assert "Ada &lt;i&gt;" in html
    assert "Says &lt;who&gt;?" in html
    assert "in place of the machine&#39;s verdict" in html or "in place of the machine's verdict" in html
    taken = json.loads(client.get(f"{saved}/download?form=json").content)
    assert "Ada <i>" in json.dumps(taken)
    assert "Ada" in client.get(f"{saved}/download?form=html").text


@pytest.mark.parametrize(
    "given",
    [
        {"statement": "s99", "reviewer": "Ada", "note": "why"},
        {"statement": "s1", "reviewer": "", "note": "why"},
        {"statement": "s1", "reviewer": "Ada", "note": ""},
        {"statement": "s1", "reviewer": "Ada", "note": "why", "verdict": "true"},
        {},
    ],
)
def test_a_review_that_says_too_little_is_refused(client: TestClient, saved: str, given: dict[str, str]) -> None:
    assert client.post(f"{saved}/reviews", data=given).status_code == 422


def test_what_is_deleted_is_gone(client: TestClient, saved: str) -> None:
    assert client.post(f"{saved}/delete").status_code == 200
    assert client.get(saved).status_code == 404
    assert saved not in client.get("/reports").text
    assert client.post(f"{saved}/delete").status_code == 404


@pytest.mark.parametrize("id", ["x", "%2e%2e%2fetc%2fpasswd", "' OR 1=1 --", "A" * 22, "A" * 5000, "%00", "<script>"])
def test_an_id_that_nobody_has_is_not_found(client: TestClient, id: str) -> None:  # noqa: A002
    for path in (f"/reports/{id}", f"/reports/{id}/download?form=json"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "<script>" not in unescape(answer.text).replace('<script src="', "")


@pytest.mark.parametrize("form", ["", "exe", "../x", "<b>"])
def test_a_form_that_is_none_is_refused(client: TestClient, saved: str, form: str) -> None:
    assert client.get(f"{saved}/download", params={"form": form}).status_code == 422


@pytest.mark.parametrize("after", ["x", "'", "0" * 500, "%00"])
def test_a_place_in_the_list_that_is_none_is_refused(client: TestClient, after: str) -> None:
    assert client.get("/reports", params={"after": after}).status_code in (200, 422)


def test_filters_of_a_saved_report_are_a_link(client: TestClient, saved: str) -> None:
    assert 'class="slot out"' in client.get(f"{saved}?kind=promise").text
    assert 'class="slot out"' not in client.get(f"{saved}?kind=fact").text
