"""The page of a figure: every view a link, every value with its release and its source."""

from __future__ import annotations

import csv
import io
import json
import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from burdenshare.record import Record
from burdenshare.web.views.choices import measures_offered
from tests.web.pages.found import all_of, page_in

GERMANY = "/record?entity=DEU&measure=share_of_gdp&year=2024"


def page_of(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return page_in(answer.text)


def test_a_value_stands_with_its_release_and_a_source_that_opens(client: TestClient, record: Record) -> None:
    found = page_of(client, f"{GERMANY}&on=2024-09-01")
    line = all_of(found, ".answer-line")[0]
    assert "2.12 %" in line.text_content()
    assert "release 2024-06 of 2024-06-17" in line.text_content()
    assert all_of(line, "a")[0].get("href").startswith("https://")


def test_each_row_names_release_day_cell_and_source(client: TestClient) -> None:
    rows = all_of(page_of(client, GERMANY), "table.values tbody tr")
    assert len(rows) > 10
    for row in rows:
        assert all_of(row, "a[href^=http]")
        assert "nato/expenditure.csv:" in row.text_content()


def test_names_as_people_type_them_are_understood(client: TestClient) -> None:
    typed = client.get("/record", params={"entity": "germany", "measure": "share of gdp", "year": "2024"})
    assert typed.status_code == 200
    assert "Germany: defence expenditure as a share of GDP" in typed.text


def test_the_charts_of_a_view_exist(client: TestClient) -> None:
    figures = all_of(page_of(client, GERMANY), "figure[data-spec]")
    assert len(figures) == 2
    for figure in figures:
        assert client.get(figure.get("data-spec")).json()["$schema"]
        assert client.get(figure.get("data-spec-narrow")).status_code == 200
        assert len(all_of(figure, "img")[0].get("alt")) > 40


def test_a_view_without_a_value_says_so_and_keeps_its_form(client: TestClient) -> None:
    found = page_of(client, "/record?entity=ISL&measure=share_of_gdp")
    assert "holds no value" in all_of(found, "[role=note]")[0].text_content()
    assert all_of(found, "input[name=entity]")[0].get("value") == "Iceland"


def test_a_year_not_given_is_the_last_one_held(client: TestClient) -> None:
    found = page_of(client, "/record?entity=DEU&measure=population")
    assert all_of(found, ".answer-line")


@pytest.mark.parametrize("entity", ["DEU", "NATO", "RUS"])
def test_every_measure_offered_can_be_asked(client: TestClient, record: Record, entity: str) -> None:
    offered = [one.id for _, choices in measures_offered(record) for one in choices]
    if entity != "NATO":  # counts are over groups, which one line says
        offered = [one for one in offered if one not in ("allies_at_guideline", "fraction_at_guideline", "members")]
    answers = {one: client.get(f"/record?entity={entity}&measure={one}&baseline=2014").status_code for one in offered}
    assert {one: status for one, status in answers.items() if status not in (200, 422)} == {}
    assert sum(status == 200 for status in answers.values()) >= len(answers) - 2


def test_the_table_holds_what_the_page_shows(client: TestClient) -> None:
    answer = client.get(GERMANY.replace("/record", "/record/download") + "&form=csv")
    assert answer.headers["content-disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    (one,) = [row for row in rows if row["view"] == "releases" and row["release"] == "2024-06"]
    assert (one["period"], one["printed"], one["released_on"]) == ("2024", "2.118977088667619 %", "2024-06-17")
    assert one["addresses"].startswith("https://")


def test_the_json_holds_every_cell_with_its_derivation(client: TestClient) -> None:
    answer = client.get("/record/download?entity=NATO&measure=allies_at_guideline&year=2024&form=json")
    told = json.loads(answer.text)
    assert {"record", "asked", "years", "releases", "told"} == set(told)
    assert len(told["releases"][-1]["evidence"]) > 20
    assert told["years"][0]["derivation"]


def test_aid_is_listed_although_it_knows_no_years(client: TestClient) -> None:
    found = page_of(client, "/record?entity=DEU&measure=aid")
    assert all_of(found, "#told")


def test_a_view_asked_again_is_quick(client: TestClient) -> None:
    client.get(GERMANY)
    began = time.perf_counter()
    for _ in range(10):
        client.get(GERMANY)
    assert (time.perf_counter() - began) / 10 < 0.15  # some 10 ms on a machine at rest


def test_the_page_is_light_and_holds_nothing_that_the_policy_forbids(client: TestClient) -> None:
    answer = client.get(GERMANY)
    assert len(answer.content) < 60_000
    found = page_in(answer.text)
    assert not found.xpath("//@style | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')]")
    assert [one.get("src").split("?")[0] for one in found.xpath("//script")] == ["/static/app.js"]
