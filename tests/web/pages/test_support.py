"""The page of support: every view a link, every figure with its source, without scripts, errors beside their field."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient

from burdenshare.web.pages.support import SAMPLE
from tests.web.pages.found import all_of, page_in


def page_of(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:2000]
    return page_in(answer.text)


def words(found: Any, selector: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in all_of(found, selector)]


def test_who_gave_what_is_told_with_pictures_and_sources(client: TestClient) -> None:
    found = page_of(client, "/support")
    assert "Support to Ukraine: aid of all kinds allocated" in words(found, "h2")
    assert any("All donors allocated EUR 374.2 bn" in one for one in words(found, ".told"))
    assert len(all_of(found, ".support svg")) == 6
    rows = all_of(found, "#donors tbody tr")
    assert len(rows) == 42
    assert all(all_of(row, "td.source a[href^=https]") for row in rows)
    for part in ("Europe against the United States", "By year and region, EUR", "Not known", "What it rests on"):
        assert part in words(found, "h2")


def test_nothing_is_inline_and_one_main_stands_on_the_page(client: TestClient) -> None:
    found = page_of(client, "/support?scenario=quarter-percent")
    assert not found.xpath("//@style | //style | //script[not(@src)]")
    assert len(all_of(found, "main")) == len(all_of(found, "h1")) == 1
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_scenario_has_its_price_and_what_is_not_known(client: TestClient) -> None:
    found = page_of(client, "/support?scenario=quarter-percent")
    assert any("EUR 109.4 bn more in 2027" in one for one in words(found, ".told"))
    assert any("Albania, North Macedonia, Montenegro" in one for one in words(found, ".lacks"))
    chosen = {one.getparent().get("name"): one.get("value") for one in found.xpath("//form//option[@selected]")}
    assert chosen["scenario"] == "quarter-percent"


def test_a_share_of_ones_own(client: TestClient) -> None:
    found = page_of(client, "/support?scenario=own&give=0.5&begin=2027-01&kind=military&donor=Spain")
    assert any(one.startswith("Spain: EUR ") for one in words(found, ".told"))
    values = {one.get("name"): one.get("value") for one in all_of(found, "form.roading input")}
    assert (values["give"], values["begin"], values["donor"]) == ("0.5", "2027-01", "Spain")


def test_the_form_stands_as_it_was_asked_and_its_link_leads_back(client: TestClient) -> None:
    address = (
        "/support?donor=Germany,NORDIC&since=2025-01&until=2025-12&kind=military&release=29&span=2025&against=2024"
    )
    found = page_of(client, address)
    values = {one.get("name"): one.get("value") for one in all_of(found, "form.roading input")}
    assert (values["donor"], values["since"], values["until"], values["span"]) == (
        "Germany, NORDIC",
        "2025-01",
        "2025-12",
        "2025",
    )
    (link,) = all_of(found, "a.share")
    assert words(page_of(client, link.get("href")), ".told") == words(found, ".told")


def test_a_scenario_of_ones_own_becomes_part_of_the_link(client: TestClient) -> None:
    answer = client.post("/support", data={"text": SAMPLE}, follow_redirects=False)
    assert answer.status_code == 303
    found = page_of(client, answer.headers["location"])
    assert "The Nordic allies give 0.5 % of GDP; Spain and Italy replace Canada" in words(found, "h2")
    assert SAMPLE.strip() in all_of(found, "textarea")[0].text_content()


def test_downloads_hold_what_the_page_shows(client: TestClient) -> None:
    told = client.get("/support/download?donor=DEU&form=json").json()
    assert (told["kind"], told["asked"]["shown"]) == ("support", ["DEU"])
    rows = list(csv.DictReader(io.StringIO(client.get("/support/download?scenario=germany-stops&form=csv").text)))
    assert {one["quantity"] for one in rows} == {"now", "asked", "more"}
    html = client.get("/support/download?form=html")
    assert "<script" not in html.text and html.headers["content-disposition"].startswith("attachment")
    assert client.get("/support/download?form=exe").status_code == 422


def test_who_asks_for_json_gets_it(client: TestClient) -> None:
    told = client.get("/support?donor=DEU", headers={"Accept": "application/json"}).json()
    assert told["kind"] == "support"


@pytest.mark.parametrize(
    ("query", "status", "field", "told"),
    [
        ("donor=Germny", 422, "donor", "Did you mean Germany"),
        ("donor=EU", 422, "donor", "EU_MEMBERS"),
        ("since=soon", 422, "since", "is no month"),
        ("since=2027-01", 404, "", "it ends in 2026-06"),
        ("kind=arms", 422, "kind", ""),
        ("on=2021-05-01", 404, "", "Give a day from 2026-04-22 on"),
        ("on=2999-01-01", 422, "on", "in the future"),
        ("span=2025&against=2024-06", 422, "against", "equal length"),
        ("scenario=own&give=0.5&begin=2026-01", 422, "begin", "are booked already"),
        ("scenario=own&give=99", 422, "give", "from 0 to 10"),
        ("scenario=pasted&toml=AAAA", 422, "toml", "holds no scenario"),
        ("release=99", 422, "release", ""),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    client: TestClient, query: str, status: int, field: str, told: str
) -> None:
    answer = client.get(f"/support?{query}")
    assert answer.status_code == status
    (fault,) = all_of(page_in(answer.text), ".field-fault")
    assert fault.get("id") == f"fault-{field}" and told in fault.text_content()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = 1", "title is no text"),
        ('title = "x"\n[[stop]]\nsince = "2027-01"\n', "stop 1: donors is missing"),
        ("", "no scenario was given"),
        ('title = "x"\n' + '[[stop]]\ndonors = ["DEU"]\nsince = "2027-01"\n' * 101, "entries or names"),
        ('title = "<b>x</b>"\n[[stop]]\ndonors = ["<i>"]\n', "since is missing"),
    ],
)
def test_a_faulty_scenario_is_told_beside_its_text(client: TestClient, text: str, told: str) -> None:
    answer = client.post("/support", data={"text": text})
    assert answer.status_code == 422
    (fault,) = all_of(page_in(answer.text), "#fault-toml")
    assert told in fault.text_content().casefold() or told in fault.text_content()
    assert "<b>x</b>" not in answer.text


def test_its_style_holds_inside_its_part_alone(client: TestClient) -> None:
    assert client.get("/static/support.css").text.startswith(".support {")
