"""The page of the road: every view a link, every figure with its interval and source, long work watched and stopped."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

import pytest
from lxml import etree
from starlette.testclient import TestClient

from burdenshare.web.pages import road as pages_road
from burdenshare.web.pages.road_form import SAMPLE
from tests.web.pages.found import all_of, page_in

GERMANY = "/road?ally=DEU&target=3&by=2030&on=2025-09-01"


def page_of(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:2000]
    return page_in(answer.text)


def words(found: Any, selector: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in all_of(found, selector)]


def test_a_target_of_ones_own_has_a_price_with_its_interval(client: TestClient) -> None:
    found = page_of(client, GERMANY)
    assert "Germany: 3 % of GDP by 2030" in words(found, "h2")
    (line,) = words(found, ".answer-line")
    assert line.startswith("USD ") and "more in 2030" in line and "2026 to 2030" in line
    assert "80 % of 2,000 draws" in found.text_content()
    assert "release 2025-08 (whole expenditure)" in found.text_content()
    (row,) = all_of(found, "table.prices tbody tr")
    assert all_of(row, "td a")[0].get("href").startswith("https://")


def test_the_whole_alliance_is_told_group_by_group_and_ally_by_ally(client: TestClient) -> None:
    found = page_of(client, "/road?on=2025-09-01")
    names = words(found, "table.prices tbody th")
    assert names[:3] == ["NATO", "Europe", "Europe and Canada"] and len(names) == 34
    told = found.text_content()
    for part in ("Who carries what", "What moves it most", "Will it be met?", "Iceland: no armed forces"):
        assert part in told
    assert len(all_of(found, "figure[data-spec]")) == 7


def test_every_chart_of_a_view_exists_and_is_told_in_words(client: TestClient) -> None:
    for figure in all_of(page_of(client, GERMANY), "figure[data-spec]"):
        assert client.get(figure.get("data-spec")).json()["$schema"]
        assert client.get(figure.get("data-spec-narrow")).status_code == 200
        picture = all_of(figure, "img")[0]
        assert len(picture.get("alt")) > 60
        drawn = client.get(picture.get("src"))
        root = etree.fromstring(drawn.content)
        assert not root.xpath("//@style | //*[local-name()='script'] | //@*[starts-with(name(), 'on')]")
        again = client.get(picture.get("src"), headers={"If-None-Match": drawn.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_the_form_stands_as_it_was_asked(client: TestClient) -> None:
    address = f"{GERMANY}&shape=back&draws=500&seed=9&multiplier_low=0.2&baseline=real&against=hold"
    found = page_of(client, address)
    values = {one.get("name"): one.get("value") for one in all_of(found, "form.roading input")}
    assert (values["target"], values["by"], values["ally"], values["seed"]) == ("3", "2030", "DEU", "9")
    assert (values["multiplier_low"], values["multiplier_central"], values["on"]) == ("0.2", "0.8", "2025-09-01")
    chosen = {one.getparent().get("name"): one.get("value") for one in found.xpath("//form//option[@selected]")}
    assert (chosen["scenario"], chosen["shape"], chosen["baseline"]) == ("own", "back", "real")
    assert "Set in the form: multiplier 0.8 (0.2 to 1.5)" in " ".join(found.text_content().split())
    (link,) = all_of(found, "a.share")
    again = page_of(client, link.get("href"))
    assert words(again, ".answer-line") == words(found, ".answer-line")


def test_two_scenarios_stand_side_by_side(client: TestClient) -> None:
    found = page_of(client, "/road?scenario=three-by-2030&against=hold&on=2025-09-01&draws=500")
    assert "Beside “Every ally holds its share of GDP”" in words(found, "h2")
    figure = all_of(found, "figure[data-spec]")[0]
    assert "Every ally holds" in all_of(figure, "img")[0].get("alt")
    text = client.get("/road/download?scenario=three-by-2030&against=hold&on=2025-09-01&draws=500&form=json").json()
    assert text["kind"] == "road comparison"


def test_downloads_hold_what_the_page_shows(client: TestClient) -> None:
    address = GERMANY.replace("/road", "/road/download")
    told = client.get(f"{address}&form=json").json()
    assert (told["kind"], told["on"], told["draws"]) == ("road", "2025-09-01", 2000)
    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}&form=csv").text)))
    (one,) = [row for row in rows if (row["entity"], row["quantity"], row["year"]) == ("DEU", "extra", "2030")]
    assert float(one["p10"]) < float(one["central"]) < float(one["p90"])
    html = client.get(f"{address}&form=html")
    assert "<script" not in html.text and "sandbox" in html.headers["content-security-policy"]
    assert html.headers["content-disposition"].startswith("attachment")
    assert client.get(f"{address}&form=exe").status_code == 422


@pytest.mark.parametrize(
    ("query", "status", "field", "told"),
    [
        ("target=99", 422, "target", "Give one from 0 to 30"),
        ("target=3&by=2020", 422, "by", "Give a year from"),
        ("target=3&by=2061", 422, "by", "Give a year from"),
        ("ally=Atlantis", 422, "ally", "Did you mean"),
        ("ally=Iceland", 404, "ally", "no defence expenditure of Iceland"),
        ("ally=DEU,Russia", 422, "ally", ""),
        ("on=2010-01-01", 422, "on", "Give a day from"),
        ("on=2999-01-01", 422, "on", "in the future"),
        ("multiplier_low=9", 422, "multiplier", "in this order"),
        ("draws=100000&target=3&by=2060", 422, "draws", "Give at most"),
        ("toml=AAAA", 422, "toml", "holds no scenario"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    client: TestClient, query: str, status: int, field: str, told: str
) -> None:
    answer = client.get(f"/road?{query}")
    assert answer.status_code == status, answer.text[:1000]
    found = page_in(answer.text)
    (fault,) = all_of(found, ".field-fault")
    assert fault.get("id") == f"fault-{field}" and told in fault.text_content()
    assert found.xpath(f"//*[@aria-describedby='fault-{field}']")
    assert not all_of(found, "figure")
    as_program = client.get(f"/road?{query}", headers={"Accept": "application/json"})
    assert (as_program.status_code, set(as_program.json())) == (status, {"error"})


def test_a_scenario_of_ones_own_becomes_a_link(client: TestClient) -> None:
    answer = client.post("/road", data={"text": SAMPLE}, follow_redirects=False)
    assert answer.status_code == 303
    found = page_of(client, answer.headers["location"])
    assert "3 % of GDP by 2032, Germany 3.5 %" in " ".join(words(found, "h2"))
    assert all_of(found, "textarea")[0].text.strip() == SAMPLE.strip()
    as_file = client.post("/road", files={"file": ("mine.toml", SAMPLE.encode())}, follow_redirects=False)
    assert as_file.headers["location"] == answer.headers["location"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "No scenario was given"),
        ('title = "x"\n[[target]]\nvalues = 3', "Did you mean value"),
        ("title = ", "Invalid value"),
        ('title = "x"\na = ' + "[" * 15_000, "Nested too deeply"),
        ('title = "x"\n[[target]]\nvalue = 1e308\nby = 2030', "Value is 1e+308. Give at most"),
        ('title = "x"\n' + "[[target]]\nvalue = 3\nby = 2030\n" * 300, "Give 200 at the most"),
        ("x" * 30_000, "Longer than"),
    ],
)
def test_a_scenario_that_cannot_be_used_stays_in_its_field(client: TestClient, text: str, told: str) -> None:
    answer = client.post("/road", data={"text": text})
    assert answer.status_code == 422
    found = page_in(answer.text)
    (fault,) = all_of(found, ".field-fault")
    assert fault.get("id") == "fault-toml" and told.casefold() in fault.text_content().casefold()
    assert (all_of(found, "textarea")[0].text or "").strip()[:1000] == (text.strip() or SAMPLE.strip())[:1000]


def test_what_a_scenario_asks_in_vain_is_told_at_the_scenario(client: TestClient) -> None:
    text = 'title = "x"\n[[target]]\nvalue = 3\nby = 1999\n'
    found = client.post("/road", data={"text": text})
    assert found.status_code == 422
    assert all_of(page_in(found.text), "#fault-toml")


LONG = "/road?scenario=three-by-2030&on=2025-09-01&draws=20000&seed=5"
LONGEST = LONG.replace("draws=20000", "draws=100000")
"""Enough work that no machine has done it before the next request comes."""


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for long work, however soon it may be done."""
    monkeypatch.setattr(pages_road, "PATIENCE", 0.0)


def test_many_draws_are_long_work_that_tells_how_far_it_is(client: TestClient, impatient: None) -> None:
    answer = client.get(LONG, headers={"Accept": "application/json"})
    assert answer.status_code == 202, answer.text[:500]
    task = answer.json()
    for _ in range(400):
        task = client.get(f"/tasks/{task['id']}", headers={"Accept": "application/json"}).json()
        if task["state"] not in ("waiting", "running"):
            break
        time.sleep(0.1)
    assert task["state"] == "done", task
    assert task["total"] == 32 >= task["done"] > 0, task  # the end may overtake the last word of progress
    found = page_of(client, task["result"])
    assert "20,000 draws" in found.text_content()
    assert client.get(all_of(found, "figure[data-spec]")[0].get("data-spec")).status_code == 200


def test_long_work_can_be_stopped(client: TestClient, impatient: None) -> None:
    answer = client.get(LONGEST.replace("seed=5", "seed=6"), follow_redirects=False)
    assert answer.status_code == 303
    place = answer.headers["location"]
    client.post(f"{place}/cancel")
    assert "This was cancelled" in client.get(place).text
    chart = client.get("/road/chart/fan.svg?scenario=three-by-2030&on=2025-09-01&draws=100000&seed=6")
    assert chart.status_code == 404


def test_the_same_long_work_is_done_once(client: TestClient, impatient: None) -> None:
    asked = LONGEST.replace("seed=5", "seed=7")
    places = [client.get(asked, follow_redirects=False).headers["location"] for _ in range(2)]
    assert places[0] == places[1]
    client.post(f"{places[0]}/cancel")


def test_another_site_sets_no_long_work_going(client: TestClient) -> None:
    asked = LONG.replace("seed=5", "seed=8")
    answer = client.get(asked, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    (link,) = [one for one in all_of(page_in(answer.text), ".remark a") if one.text == "Begin"]
    assert "draws=20000" in link.get("href")


def test_the_page_is_light_and_holds_nothing_that_the_policy_forbids(client: TestClient) -> None:
    answer = client.get("/road?on=2025-09-01")
    assert len(answer.content) < 100_000
    found = page_in(answer.text)
    assert not found.xpath("//@style | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')]")


def test_a_view_asked_again_is_quick(client: TestClient) -> None:
    client.get(GERMANY)
    began = time.perf_counter()
    for _ in range(10):
        client.get(GERMANY)
    assert (time.perf_counter() - began) / 10 < 0.15
