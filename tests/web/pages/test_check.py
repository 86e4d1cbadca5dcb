"""Give an article, see it annotated, take it along."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import pytest
from starlette.testclient import TestClient

TEXT = "Germany spent 2.1 % of GDP on defence in 2024, NATO said.\n\n23 of the 32 allies met the 2 % guideline."
ON = "2024-09-02"


def checked(client: TestClient, **more: str) -> str:
    answer = client.post("/check", data={"text": TEXT, "on": ON, **more})
    assert answer.status_code == 200
    return answer.text


def test_the_first_page_is_small_and_asks_for_one_thing(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert len(answer.content) < 20_000
    assert '<textarea id="text" name="text"' in answer.text


def test_all_that_the_first_page_loads_is_small(client: TestClient) -> None:
    html = client.get("/").text
    addresses = re.findall(r'(?:src|href)="(/static/[^"]+)"', html)
    assert len(addresses) == 3
    sizes = [len(client.get(unescape(one)).content) for one in addresses]
    assert len(html) + sum(sizes) < 150_000


def test_an_article_is_annotated_in_place(client: TestClient) -> None:
    html = checked(client)
    assert "2.1 %</a>" in html
    assert html.count('class="slot') == 4
    assert "✔" in html
    assert "supported" in html
    assert "How it was decided" in html


def test_the_example_is_checked(client: TestClient) -> None:
    html = client.post("/check", data={"example": "1"}).text
    assert "contradicted" in html
    assert html.count('class="slot') > 10


def test_a_result_without_a_title_is_called_by_how_it_begins(client: TestClient) -> None:
    assert '<h1 id="d1-title">Germany spent 2.1 % of GDP on defence in 2024, NATO said.</h1>' in checked(client)


@pytest.mark.parametrize(
    ("asked", "out"),
    [({"kind": "fact"}, 1), ({"kind": "promise"}, 3), ({"verdict_then": "supported"}, 0), ({"speaker": "nobody"}, 4)],
)
def test_filters_work_without_a_script(client: TestClient, asked: dict[str, str], out: int) -> None:
    assert checked(client, **asked).count('class="slot out"') == out


def test_an_uploaded_page_is_read_in_a_worker(client: TestClient) -> None:
    page = f"<html><head><title>On spending</title></head><body><article><p>{TEXT * 3}</p></article></body></html>"
    files = {"file": ("report.html", page, "text/html")}
    answer = client.post("/check", data={"on": ON}, files=files)
    assert answer.status_code == 200
    assert "On spending" in answer.text


@pytest.mark.parametrize(
    ("form", "starts"),
    [
        ("json", b"{"),
        ("csv", b"report,"),
        ("html", b"<"),
        ("markdown", b"#"),
        ("parquet", b"PAR1"),
        ("sqlite", b"SQLite"),
    ],
)
def test_every_form_can_be_taken_along(client: TestClient, form: str, starts: bytes) -> None:
    answer = client.post("/check/download", data={"text": TEXT, "on": ON, "form": form})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="burdenshare-2024-09-02')
    assert answer.content.lstrip().startswith(starts) or form in ("csv", "html", "markdown")
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(answer.text)))
        assert [row["then"] for row in rows if row.get("then")] == ["supported"] * 4


def test_the_filters_tell_the_clocks_apart(client: TestClient) -> None:
    text = "Germany spent 2.1 % of GDP on defence in 2024, NATO said. Poland spent 4.12 % of GDP in 2024."
    data = {"text": text, "on": "2024-09-02"}
    html = client.post("/check", data=data).text
    offered = {name: options(html, name) for name in ("verdict_then", "verdict_now")}
    assert "supported" in offered["verdict_then"]
    assert "contradicted" in offered["verdict_now"]
    assert "contradicted" not in offered["verdict_then"]
    both = client.post("/check", data={**data, "verdict_then": "supported", "verdict_now": "supported"}).text
    assert both.count('class="slot out"') == 2  # true when said, no longer true


def options(html: str, name: str) -> list[str]:
    """What a choice of the form offers."""
    (chosen,) = re.findall(rf'<select name="{name}">(.*?)</select>', html)
    return re.findall(r"<option[^>]*>([^<]+)</option>", chosen)


def given_in(html: str) -> str:
    """The id under which the server remembers what a result shows."""
    (found,) = re.findall(r'name="given" value="([\w-]{22})"', html)
    return str(found)


PAGE = (
    '<html><head><title>On spending</title><meta property="og:site_name" content="The Valley Courier">'
    '<meta property="article:published_time" content="2024-09-02"></head><body><article>'
    f"<p>{TEXT * 3}</p></article></body></html>"
)


def test_an_upload_is_asked_again_by_its_id_and_loses_nothing(client: TestClient) -> None:
    html = client.post("/check", files={"file": ("report.html", PAGE, "text/html")}).text
    given = given_in(html)
    form = re.findall(r'<form id="again".*?</form>', html, re.DOTALL)[0]
    assert TEXT[:20] not in form  # nobody sends the article for a filter or a download
    assert given_in(client.post("/check", data={"given": given, "kind": "fact"}).text) == given
    taken = json.loads(client.post("/check/download", data={"given": given, "form": "json"}).content)["document"]
    assert (taken["title"], taken["outlet"], taken["published"]) == ("On spending", "The Valley Courier", "2024-09-02")
    saved = client.post("/reports", data={"given": given, "title": "Mine"}).url.path
    kept = json.loads(client.get(f"{saved}/download?form=json").content)["document"]
    assert (kept["title"], kept["outlet"]) == ("Mine", "The Valley Courier")


def test_the_text_can_be_changed_and_keeps_what_its_words_do_not_tell(client: TestClient) -> None:
    html = client.post("/check", files={"file": ("report.html", PAGE, "text/html")}).text
    (form,) = re.findall(r'<details class="again">.*?</details>', html, re.DOTALL)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert fields == {"title": "On spending", "outlet": "The Valley Courier", "on": "2024-09-02", "now": ""}
    again = client.post("/check", data={**fields, "text": TEXT.replace("2.1", "2.2")}).text
    taken = json.loads(client.post("/check/download", data={"given": given_in(again), "form": "json"}).content)
    assert taken["document"]["outlet"] == "The Valley Courier"


def test_what_is_forgotten_is_told_with_a_way_on(client: TestClient) -> None:
    for place in ("/check", "/check/download", "/reports"):
        answer = client.post(place, data={"given": "x" * 22, "form": "csv"})
        assert answer.status_code == 404
        assert "Change the text and check again" in answer.text


@pytest.mark.parametrize(("form", "carried"), [("csv", "saved_report"), ("markdown", '"statements"')])
def test_tables_and_markdown_are_for_people(client: TestClient, form: str, carried: str) -> None:
    data = {"text": TEXT, "on": ON, "form": form}
    assert carried not in client.post("/check/download", data=data).text
    assert carried in client.post("/api/export", json=data).text  # a program gets what brings the report back


def test_a_claimreview_names_its_publisher(client: TestClient) -> None:
    given = {"text": TEXT, "on": ON, "form": "claimreview"}
    answer = client.post("/check/download", data={**given, "author": "Desk", "url": "https://desk.example/1"})
    graph = json.loads(answer.content)
    assert "ClaimReview" in json.dumps(graph)
    nameless = client.post("/check/download", data=given)
    assert nameless.status_code == 422


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({}, "nothing was given to check"),
        ({"text": "   "}, "nothing was given to check"),
        ({"text": TEXT, "link": "https://example.org"}, "several things"),
        ({"text": TEXT, "on": "yesterday"}, "is no day"),
        ({"text": TEXT, "on": "2999-01-01"}, "future"),
        ({"text": TEXT, "on": "0900-01-01"}, "record"),
        ({"text": "Ein Satz über die NATO und ihre Ausgaben, der nicht auf Englisch steht." * 5}, "English"),
    ],
)
def test_what_cannot_be_checked_is_told_in_one_line(client: TestClient, data: dict[str, str], says: str) -> None:
    answer = client.post("/check", data=data)
    assert answer.status_code == 422
    assert says.casefold() in unescape(answer.text).casefold()
    assert "Traceback" not in answer.text


def test_a_text_without_a_day_is_checked_on_the_newest_clock(client: TestClient) -> None:
    answer = client.post("/check", data={"text": "NATO has 32 members."})
    assert answer.status_code in (200, 422)
    assert "Traceback" not in answer.text


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>",
    "'; DROP TABLE reports; --",
    "{{ 7 * 7 }} {% raw %}",
    "</textarea><script>alert(2)</script>",
    "javascript:alert(3)",
    "\u202e\u0000\ud7ff￾ &lt;script&gt;",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_word_of_a_stranger_becomes_code(client: TestClient, words: str) -> None:
    text = f"{TEXT}\n\n{words} said Germany spent 1.2 % of GDP."
    data = {
        "text": text,
        "on": ON,
        "kind": words,
        "speaker": words,
        "verdict_then": words,
        "verdict_now": words,
        "given": "",
    }
    html = client.post("/check", data=data).text
    for tag in ("<script>", "<img src=x", "<svg/onload"):
        assert tag not in html
    assert html.count("<script") == 1
    assert " 49 " not in html


@pytest.mark.parametrize(
    "link",
    [
        "http://127.0.0.1/",
        "http://localhost:8765/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://metadata.google.internal/",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "gopher://127.0.0.1:70/",
        "http://user@127.0.0.1/",
        "//127.0.0.1/",
        "http://",
        "http://" + "a" * 3000,
    ],
)
def test_no_link_leads_into_this_machine_or_its_network(client: TestClient, link: str) -> None:
    answer = client.post("/check", data={"link": link, "on": ON})
    assert answer.status_code == 422
    assert "Traceback" not in answer.text
    assert "root:" not in answer.text


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    + "]><rss><channel><title>&j;</title></channel></rss>"
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bomb.xml", BOMB.encode()),
        ("broken.pdf", b"%PDF-1.7\n" + b"\x00" * 200),
        ("notes.zip", b"PK\x03\x04" + b"\x00" * 100),
        ("../../../etc/passwd", b"root:x:0:0"),
        ("a\x00b.txt", b"\x00\x01\x02"),
        ("empty.txt", b""),
        ("deep.html", b"<div>" * 20_000 + b"x"),
        ("<script>.html", b"<script>alert(1)</script>"),
    ],
)
def test_hostile_files_end_in_one_line(client: TestClient, name: str, data: bytes) -> None:
    answer = client.post("/check", data={"on": ON}, files={"file": (name, data, "application/octet-stream")})
    assert answer.status_code in (200, 422)
    assert "Traceback" not in answer.text
    assert "<script>alert" not in answer.text
