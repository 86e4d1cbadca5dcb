"""Who met a threshold as known then: the count is the record's own, and each figure opens."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from burdenshare.record import Record
from tests.web.pages.found import all_of, page_in

DAY = date(2024, 9, 1)


def found(client: TestClient, **asked: object) -> Any:
    answer = client.get("/record/threshold", params={name: str(value) for name, value in asked.items()})
    assert answer.status_code == 200, answer.text
    return page_in(answer.text)


@pytest.mark.parametrize("day", [date(2024, 9, 1), date(2025, 6, 1), date(2025, 9, 1), date(2026, 8, 1)])
def test_the_count_is_the_records_own(client: TestClient, record: Record, day: date) -> None:
    counted = record.count_at(2024, as_of=day)
    assert counted is not None
    told = all_of(found(client, year=2024, on=day), ".answer-line")[0].text_content()
    ends = {round(counted.low), round(counted.high)}
    assert told.strip().startswith(" to ".join(str(one) for one in sorted(ends)) + " of 32")


def test_each_member_stands_with_a_word_and_a_source(client: TestClient) -> None:
    rows = all_of(found(client, year=2024, on=DAY), "table.values tbody tr")
    assert len(rows) == 32
    for row in rows:
        assert all_of(row, ".stands")[0].text_content().split(maxsplit=1)[1:]
        assert all_of(row, "a[href^=http]") or "no armed forces" in row.text_content()


def test_a_moved_slider_without_scripts_leads_to_the_link_of_its_day(client: TestClient) -> None:
    steps = all_of(found(client), "#days option")
    at = next(place for place, one in enumerate(steps) if one.get("data-on") == "2024-06-17")
    answer = client.get(f"/record/threshold?year=2024&step={at}", follow_redirects=False)
    assert answer.status_code == 303
    assert "on=2024-06-17" in answer.headers["location"] and "year=2024" in answer.headers["location"]


@pytest.mark.parametrize("step", ["-1", "99", "9" * 30, "two", "1.5", "٣"])
def test_a_step_there_is_not_is_one_line(client: TestClient, step: str) -> None:
    answer = client.get("/record/threshold", params={"step": step})
    assert answer.status_code == 422
    assert "is no step" in answer.text


def test_a_day_before_anybody_could_count_says_so(client: TestClient) -> None:
    shown = found(client, year=2024, on="2019-01-01")
    assert "no release of that day" in all_of(shown, "[role=note]")[0].text_content()
    assert not all_of(shown, "figure")


def test_another_threshold_and_measure(client: TestClient) -> None:
    told = found(client, measure="equipment_share", threshold=20, year=2024, on=DAY)
    assert "at or above 20 %" in all_of(told, ".answer-line")[0].text_content()


def test_what_has_no_threshold_and_who_has_no_members_is_one_line(client: TestClient) -> None:
    assert client.get("/record/threshold?measure=gdp").status_code == 422
    assert client.get("/record/threshold?entity=DEU").status_code == 422
