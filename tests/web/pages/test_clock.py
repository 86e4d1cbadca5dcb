"""The page of the clock: every statement with its page and a click from no weight, every view a link."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from starlette.testclient import TestClient

from burdenshare.record import Record
from burdenshare.report.clock import requirements
from burdenshare.report.clock.telling import NOT_SAID
from burdenshare.road.clock.scenario import SHIPPED, row_keys
from burdenshare.web.pages.clock_form import SAMPLE
from burdenshare.web.views.clock_asked import ClockAsked
from burdenshare.web.work import clock as work
from tests.web.pages.found import all_of, page_in


def page_of(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:2000]
    return page_in(answer.text)


def words(found: Any, selector: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in all_of(found, selector)]


def test_every_statement_stands_on_the_page_with_its_page(client: TestClient, record: Record) -> None:
    found = page_of(client, "/clock")
    text = " ".join(found.text_content().split())
    assert NOT_SAID in text
    links = {one.get("href") for one in all_of(found, "table.statements td a")}
    for one in record.horizons():
        assert one.source in links
    assert {one.get("id") for one in all_of(found, "table.statements tbody tr")} == set(row_keys())
    assert len(all_of(found, "svg.clock.wide")) == len(all_of(found, "svg.clock.narrow")) == 4


def test_ids_are_its_own(client: TestClient) -> None:
    ids = [one.get("id") for one in all_of(page_of(client, "/clock?ceasefire=2027"), "[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_is_shown(client: TestClient, name: str) -> None:
    found = page_of(client, f"/clock?scenario={name}")
    (chosen,) = all_of(found, "select[name=scenario] option[selected]")
    assert chosen.get("value") == name


def test_one_click_takes_a_statement_out_and_one_puts_it_back(client: TestClient) -> None:
    found = page_of(client, "/clock?ceasefire=2026-12-31")
    (out,) = [one for one in all_of(found, "#bild-2025-07 a") if one.text_content() == "without it"]
    left = page_of(client, out.get("href"))
    assert "ceasefire=2026-12-31" in out.get("href") and "w-bild-2025-07=0" in out.get("href")
    assert "Without weight: not drawn" in words(left, "h3")
    (back,) = [one for one in all_of(left, "#bild-2025-07 a") if one.text_content() == "count it again"]
    assert back.get("href") == "/clock?ceasefire=2026-12-31"


def test_a_form_as_it_usually_stands_leads_to_the_plain_link(client: TestClient) -> None:
    usual = "&".join(f"w-{key}=1" for key in row_keys())
    answer = client.get(f"/clock?scenario=services&on=&ceasefire=&{usual}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/clock?scenario=services")
    moved = client.get(f"/clock?{usual.replace('w-bild-2025-07=1', 'w-bild-2025-07=0.5')}", follow_redirects=False)
    assert moved.headers["location"] == "/clock?w-bild-2025-07=0.5"


def test_the_fields_stand_as_they_were_asked(client: TestClient) -> None:
    found = page_of(client, "/clock?on=2025-06-26&ceasefire=2027&half_life=2&until=2033&open_end=late&w-dgap-2023=2")
    fields = {one.get("name"): one.get("value") for one in all_of(found, "form#clock input")}
    assert (fields["on"], fields["ceasefire"], fields["half_life"], fields["until"]) == (
        "2025-06-26",
        "2027",
        "2",
        "2033",
    )
    assert fields["w-dgap-2023"] == "2" and fields["w-bild-2025-07"] == "1"
    (link,) = all_of(found, "a.share")
    assert page_of(client, link.get("href")).text_content() == found.text_content()


def test_files_are_of_the_view(client: TestClient) -> None:
    query = "on=2025-06-26&ceasefire=2027"
    told = client.get(f"/clock/download?{query}&form=json")
    assert told.json()["on"] == "2025-06-26" and "attachment" in told.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(client.get(f"/clock/download?{query}&form=csv").text)))
    assert {row["kind"] for row in rows} >= {"curve", "statement"}
    assert client.get(f"/clock/download?{query}&form=svg").text.startswith("<svg ")
    assert client.get(f"/clock/download?{query}&form=html").text.rstrip().endswith("</html>")
    assert client.get(f"/clock/download?{query}&form=pdf").status_code == 422


def test_programs_are_told_the_same_as_json(client: TestClient) -> None:
    told = client.get("/clock?on=2025-06-26", headers={"Accept": "application/json"}).json()
    assert (told["kind"], told["on"]) == ("clock", "2025-06-26")


@pytest.mark.parametrize(
    ("query", "field", "told"),
    [
        ("ceasefire=soon", "ceasefire", "is no day"),
        ("scenario=state", "scenario", "Did you mean stated"),
        ("on=2023-05-01", "on", "Nobody had stated"),
        ("w-bild-2025-08=0", "weights", "Did you mean bild-2025-07"),
        ("until=2020", "until", "Until 2020"),
        ("requirement=moons", "requirement", "Unknown requirement"),
        ("&".join(f"w-{key}=0" for key in row_keys()), "weights", "without mass"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(client: TestClient, query: str, field: str, told: str) -> None:
    answer = client.get(f"/clock?{query}")
    assert answer.status_code in (404, 422)
    found = page_in(answer.text)
    (fault,) = all_of(found, ".field-fault")
    assert fault.get("id") == f"fault-{field}" and told in fault.text_content()
    as_program = client.get(f"/clock?{query}", headers={"Accept": "application/json"})
    assert as_program.status_code == answer.status_code and as_program.json()["error"]["where"] == field


def test_a_scenario_of_ones_own_becomes_a_link(client: TestClient) -> None:
    answer = client.post("/clock", data={"text": SAMPLE})
    assert answer.status_code == 200 and answer.url.path == "/clock" and "toml=" in answer.url.query.decode()
    found = page_in(answer.text)
    assert all_of(found, "#somebody-2026-03-01")
    assert "The war stops in 2027" in found.text_content()
    file = client.post("/clock", files={"file": ("mine.toml", SAMPLE.encode())})
    assert file.url == answer.url
    wrong = client.post("/clock", data={"text": SAMPLE.replace("bild-2025-07 = 0", "bild-2025-07 = -1")})
    assert wrong.status_code == 422 and "A weight of -1" in wrong.text.replace("a weight", "A weight")


def test_no_word_of_a_scenario_is_run(client: TestClient) -> None:
    script = "<script>alert(1)</script>"
    text = SAMPLE.replace("Somebody", script).replace("The war stops in 2027", script).replace("where this was", script)
    answer = client.post("/clock", data={"text": text})
    assert answer.status_code == 200 and script not in answer.text and "&lt;script&gt;" in answer.text
    for form in ("html", "svg"):
        made = client.get(f"/clock/download?{answer.url.query.decode()}&form={form}")
        assert made.status_code == 200 and "<script" not in made.text


def test_requirements_are_chosen_by_their_titles(client: TestClient) -> None:
    found = page_of(client, "/clock")
    boxes = {one.get("value"): one for one in all_of(found, "input[name=requirement]")}
    assert list(boxes) == list(requirements.KNOWN)
    assert [name for name, one in boxes.items() if one.get("disabled") is not None] == ["tanks"]
    chosen = page_of(client, "/clock?requirement=shells&requirement=ifv")
    assert [one.get("value") for one in all_of(chosen, "input[name=requirement][checked]")] == ["shells", "ifv"]
    assert words(chosen, "#requirements figure h3")[1] == "infantry fighting vehicles"
    assert [one.get("href") for one in all_of(chosen, "a.share")] == ["/clock?requirement=shells%2Cifv"]
    for query in ("requirement=tanks", "requirement=shells&on=2024-06-01"):
        answer = client.get(f"/clock?{query}")
        assert answer.status_code == 404
        assert [one.get("id") for one in all_of(page_in(answer.text), ".field-fault")] == ["fault-requirement"]


@dataclass(frozen=True)
class Draws:
    requirement: str
    title: str
    years: NDArray[np.float64]
    horizon: float


@pytest.fixture
def shells(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A requirement as the industry will add it."""

    def drawn(record: Record, on: date) -> Draws:
        return Draws("shells", f"155 mm shells as known on {on}", np.array([2027.5, 2029.5, np.inf]), 2035.0)

    monkeypatch.setattr(requirements, "KNOWN", {"shells": drawn})
    yield


@pytest.mark.usefixtures("shells")
def test_a_requirement_stands_beside_the_curves_where_one_is_asked() -> None:
    html = work.laid_out(ClockAsked(requirements=("shells",), on=date(2025, 6, 26))).decode()
    assert "155 mm shells as known on 2025-06-26" in html and "stair met" in html
    assert "nothing adds them up or multiplies them" in html
    plain = work.reckoned(ClockAsked(on=date(2025, 6, 26))).clock
    assert work.reckoned(ClockAsked(requirements=("shells",), on=date(2025, 6, 26))).clock.curves == plain.curves
