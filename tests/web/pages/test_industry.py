"""The page of the industry: every view a link, every row with source and grade, errors beside their field."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from burdenshare.road.industry.items import items
from burdenshare.road.industry.scenario import SHIPPED
from burdenshare.web.pages import industry as page_of_industry
from burdenshare.web.pages.industry_form import SAMPLE
from burdenshare.web.views.industry_asked import IndustryAsked
from burdenshare.web.work import industry as work
from tests.web.pages.found import all_of, page_in


def page_of(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:2000]
    return page_in(answer.text)


def words(found: Any, selector: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in all_of(found, selector)]


def test_the_makers_as_they_stand_with_pictures_and_rows(client: TestClient) -> None:
    found = page_of(client, "/industry")
    assert "155 mm artillery shells" in words(found, "h2")
    assert any("rounds a year as it stands" in one for one in words(found, ".told"))
    assert len(all_of(found, ".making svg.wide")) == len(all_of(found, ".making svg.narrow")) == 3
    rows = all_of(found, "table.made tbody tr")
    assert len(rows) > 15
    for row in rows:
        (page,) = all_of(row, "a[href^=https]")
        assert page.text_content() in ("official", "press", "secondary")
    for part in ("What is bought in Europe", "Assumptions: what no row tells"):
        assert part in words(found, "h2")


def test_nothing_is_inline_and_ids_are_its_own(client: TestClient) -> None:
    for query in ("item=155mm,leopard-2", "view=requirements", "view=backtest"):
        found = page_of(client, f"/industry?{query}")
        assert not found.xpath("//@style | //style | //script[not(@src)]")
        assert len(all_of(found, "main")) == len(all_of(found, "h1")) == 1
        ids = found.xpath("//@id")
        assert len(ids) == len(set(ids))


def test_an_order_is_told_by_when_it_is_there(client: TestClient) -> None:
    found = page_of(client, "/industry?item=caesar&money=EUR+2bn&price=EUR+5m-8m&from=2027&to=2029")
    assert any("all that is ordered is there by" in one for one in words(found, ".told"))
    assert "Delivered, added up" in words(found, "h3")
    values = {one.get("name"): one.get("value") for one in all_of(found, "form.roading input")}
    assert (values["money"], values["price"], values["from"], values["to"]) == ("EUR 2bn", "EUR 5m-8m", "2027", "2029")
    assert [one.get("value") for one in all_of(found, "input[name=item][checked]")] == ["caesar"]


def test_what_the_record_cannot_feed_is_an_answer(client: TestClient) -> None:
    found = page_of(client, "/industry?item=leopard-2,k2")
    assert "Not enough in the record" in words(found, "h2")
    assert len(words(found, ".lacks")) == 2 and "no output and no capacity in tanks known" in words(found, ".lacks")[0]
    assert all_of(found, "#lacking table.made tbody tr")
    offered = words(found, ".boxes label")
    assert len(offered) == len(items()) and sum("not enough in the record" in one for one in offered) == 5


@pytest.mark.parametrize("name", [one for one in SHIPPED if one != "as-it-stands"])
def test_every_shipped_scenario_is_shown_and_chosen(client: TestClient, name: str) -> None:
    found = page_of(client, f"/industry?scenario={name}&draws=500")
    (chosen,) = all_of(found, "select[name=scenario] option[selected]")
    assert chosen.get("value") == name and not all_of(found, "input[name=item][checked]")
    assert len(all_of(found, ".making svg.wide")) > 12


def test_requirements_tell_gaps_and_lead_to_the_clock(client: TestClient) -> None:
    found = page_of(client, "/industry?view=requirements")
    assert any(one.startswith("Of 20 requirements the record feeds 4") for one in words(found, ".told"))
    (link,) = [one for one in all_of(found, "dd a[href^=/clock]") if "shells" in one.get("href")]
    assert "155 mm shells" in " ".join(words(page_of(client, link.get("href")), "figure h3"))
    assert len(words(found, "#untold .lacks")) == 16
    other = page_of(client, "/industry?view=requirements&scenario=hague-equipment&draws=500")
    assert not all_of(other, "dd a[href^=/clock]")  # the clock draws another scenario


def test_the_back_test_is_a_view(client: TestClient) -> None:
    found = page_of(client, "/industry?view=backtest")
    assert {"Known on 2023-09-30", "Known on 2022-02-28"} <= set(words(found, "h2"))
    assert len(words(found, "table.few tbody tr")) == 18
    assert words(found, ".downloads a") == ["JSON", "HTML"]


def test_views_keep_the_scenario_and_the_day(client: TestClient) -> None:
    found = page_of(client, "/industry?scenario=hague-equipment&on=2026-05-01&draws=0")
    ways = [one.get("href") for one in all_of(found, ".inpage a")]
    assert ways[1] == "/industry?view=requirements&scenario=hague-equipment&on=2026-05-01"
    assert ways[2] == "/industry?view=backtest"
    assert words(found, ".inpage a[aria-current]") == ["What is made and delivered, and when"]


def test_a_form_as_it_usually_stands_leads_to_the_plain_link(client: TestClient) -> None:
    usual = "scenario=&on=&units=&money=&price=&from=&to=&until=&draws=2000&seed=1&reach="
    answer = client.get(f"/industry?item=155mm&{usual}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/industry")
    several = client.get(f"/industry?item=caesar&item=155mm&{usual}", follow_redirects=False)
    assert several.headers["location"] == "/industry?item=155mm%2Ccaesar"


def test_the_link_leads_back_to_the_view(client: TestClient) -> None:
    address = "/industry?item=155mm&units=1,000,000&reach=2,000,000&on=2026-05-01&until=2034&draws=500&seed=7"
    found = page_of(client, address)
    (link,) = all_of(found, "a.share")
    assert page_of(client, link.get("href")).text_content() == found.text_content()
    values = {one.get("name"): one.get("value") for one in all_of(found, "form.roading input")}
    assert (values["reach"], values["until"], values["seed"]) == ("2000000", "2034", "7")


def test_a_scenario_of_ones_own_becomes_part_of_the_link(client: TestClient) -> None:
    answer = client.post("/industry", data={"text": SAMPLE}, follow_redirects=False)
    assert answer.status_code == 303
    found = page_of(client, answer.headers["location"])
    assert {"main battle tanks (Leopard 2A8)", "155 mm artillery shells"} <= set(words(found, "h2"))
    assert SAMPLE.strip() in all_of(found, "textarea")[0].text_content()
    file = client.post("/industry", files={"file": ("mine.toml", SAMPLE.encode())}, follow_redirects=False)
    assert file.headers["location"] == answer.headers["location"]
    held = client.post("/industry", data={"text": SAMPLE, "view": "requirements"}, follow_redirects=False)
    assert held.headers["location"].startswith("/industry?view=requirements&scenario=pasted")
    assert "What is required: Shells for EUR 1 bn a year" in " ".join(
        words(page_of(client, held.headers["location"]), "h2")
    )


def test_downloads_hold_what_the_page_shows(client: TestClient) -> None:
    query = "item=mistral&units=500&draws=200"
    told = client.get(f"/industry/download?{query}&form=json")
    assert told.json()["items"][0]["buy"]["units"]["central"] == 500
    assert told.headers["content-disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(client.get(f"/industry/download?{query}&form=csv").text)))
    assert {one["item"] for one in rows} == {"mistral"}
    assert client.get(f"/industry/download?{query}&form=svg").text.startswith("<svg ")
    html = client.get(f"/industry/download?{query}&form=html")
    assert html.text.rstrip().endswith("</html>") and "<script" not in html.text
    assert client.get(f"/industry/download?{query}&form=pdf").status_code == 422
    for form in ("json", "csv", "svg", "html"):
        assert client.get(f"/industry/download?view=requirements&draws=100&form={form}").status_code == 200
    assert client.get("/industry/download?view=backtest&form=json").json()["kind"] == "industry_backtest"
    assert client.get("/industry/download?view=backtest&form=csv").status_code == 422


def test_who_asks_for_json_gets_it(client: TestClient) -> None:
    told = client.get("/industry?item=mistral&units=", headers={"Accept": "application/json"}).json()
    assert (told["kind"], [one["id"] for one in told["items"]]) == ("industry", ["mistral"])


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for long work, however soon it may be done."""
    monkeypatch.setattr(page_of_industry, "PATIENCE", 0.0)


LONG = "/industry?item=mistral,caesar&draws=20000&seed=5"


@pytest.mark.usefixtures("impatient")
def test_many_draws_are_long_work_that_is_watched_and_then_shown(client: TestClient) -> None:
    answer = client.get(LONG, headers={"Accept": "application/json"})
    assert answer.status_code == 202, answer.text[:500]
    task = answer.json()
    for _ in range(400):
        task = client.get(f"/tasks/{task['id']}", headers={"Accept": "application/json"}).json()
        if task["state"] not in ("waiting", "running"):
            break
        time.sleep(0.1)
    assert task["state"] == "done", task
    found = page_of(client, task["result"])
    assert "20,000 draws, seed 5" in found.text_content()
    for form in ("json", "svg"):
        assert client.get(f"{LONG.replace('industry?', 'industry/download?')}&form={form}").status_code == 200


@pytest.mark.usefixtures("impatient")
def test_long_work_can_be_stopped(client: TestClient) -> None:
    answer = client.get("/industry?view=requirements&draws=20000&seed=9", follow_redirects=False)
    assert answer.status_code == 303
    place = answer.headers["location"]
    client.post(f"{place}/cancel")
    assert "This was cancelled" in client.get(place).text


def test_long_work_that_another_site_asks_for_waits_for_a_click(client: TestClient) -> None:
    answer = client.get("/industry?draws=20000&seed=6", headers={"sec-fetch-site": "cross-site"})
    found = page_in(answer.text)
    assert answer.status_code == 200 and "20,000 draws take some time." in found.text_content()
    assert [one.get("href") for one in all_of(found, ".remark a")] == ["/industry?draws=20000&seed=6"]
    assert client.get("/industry/download?draws=20000&seed=6&form=csv").status_code == 404


@pytest.mark.parametrize(
    ("query", "status", "field", "told"),
    [
        ("item=tankz", 422, "item", "Did you mean"),
        ("item=155mm,caesar&units=5", 422, "item", "an order is of one item, and 2 are chosen"),
        ("units=many", 422, "units", "is no number"),
        ("units=5&money=5bn", 422, "money", "units and money are asked for"),
        ("price=5", 422, "price", "none is given"),
        ("money=CHF 5bn", 422, "money", "no prices of CHF"),
        ("item=k2&money=5bn", 422, "price", ""),
        ("units=5&from=2020", 422, "from", "before the run begins"),
        ("from=2027", 422, "from", "none is given"),
        ("scenario=hague-equipment&units=5", 422, "units", "a scenario and an order"),
        ("scenario=hague-equipment&to=2030", 422, "to", "a scenario is asked for"),
        ("scenario=hague", 422, "scenario", "Did you mean hague-equipment"),
        ("until=2026", 422, "until", "the last year is 2026"),
        ("draws=20000&until=2060", 422, "draws", "Give at most"),
        ("reach=lots", 422, "reach", "no output a year"),
        ("on=2999-01-01", 422, "on", "in the future"),
        ("toml=AAAA", 422, "toml", "holds no scenario"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    client: TestClient, query: str, status: int, field: str, told: str
) -> None:
    answer = client.get(f"/industry?{query}")
    assert answer.status_code == status
    (fault,) = all_of(page_in(answer.text), ".field-fault")
    assert fault.get("id") == f"fault-{field}" and told.casefold() in fault.text_content().casefold()
    as_program = client.get(f"/industry?{query}", headers={"Accept": "application/json"})
    assert as_program.status_code == status
    assert as_program.json()["error"]["where"].partition(" ")[0] == field


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = 1", "title is no text"),
        ('title = "x"\n[[buy]]\nitem = "tankz"\n', "unknown item"),
        ('title = "x"\nroad = "/etc/hostname.toml"\n', "unknown road"),
        ('title = "x"\nroad = "../x.toml"\n', "unknown road"),
        ('title = "x"\nroad = 3\n', ""),
        ('title = "x"\n[industry]\nroad = "/etc/x.toml"\n', "unknown key"),
        ('title = "x"\nroad = "hold"\nallies = [' + '"DEU",' * 300 + "]\n", "300 allies"),
        ('title = "x"\nroad = "hold"\nallies = ["Atlantis"]\n', "Atlantis"),
        ('title = "x"\n[[buy]]\nitem = "155mm"\nunits = -5\n', "units of -5"),
        ("", "no scenario was given"),
        ("a = " + "[" * 9000, "nested too deeply"),
    ],
)
def test_a_faulty_scenario_is_told_beside_its_text(client: TestClient, text: str, told: str) -> None:
    answer = client.post("/industry", data={"text": text})
    assert answer.status_code == 422
    (fault,) = all_of(page_in(answer.text), "#fault-toml")
    assert told.casefold() in fault.text_content().casefold()


def test_what_a_worker_hands_over_is_small_enough_to_keep() -> None:
    made = work.reckoned(IndustryAsked(items=tuple(items()), draws=2000))
    assert len(made.data) < 2_000_000
    assert {one.stock.size for one in work.report_of(made).industry.items.values()} == {0}  # type: ignore[union-attr]


def test_its_style_holds_inside_its_part_alone(client: TestClient) -> None:
    assert client.get("/static/industry.css").text.startswith(".making {")
