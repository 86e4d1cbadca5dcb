"""The record is looked into by a worker of its own: where pages are served it is never even loaded."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from burdenshare.web.views import held
from burdenshare.web.views.question import Question
from burdenshare.web.work import looks

ADDRESSES = (
    "/record",
    "/record?entity=EUR_CAN&measure=gdp&year=2023",
    "/record/download?entity=POL&form=csv",
    "/record/threshold",
    "/record/threshold?year=2024&step=3",
    "/chart/years.json?entity=POL&measure=share_of_gdp",
    "/alliance?on=2024-07-11",
    "/data",
    "/method",
    "/api/record/value?entity=Poland&measure=share_of_gdp&period=2024",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_looks_where_it_is_served(client: TestClient, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def here() -> Any:
        raise AssertionError("the record was looked into where pages are served")

    monkeypatch.setattr(held, "packaged_record", here)
    monkeypatch.setattr("burdenshare.report.article.packaged_record", here)
    assert client.get(address).status_code == 200


def test_a_worker_is_made_ready_for_the_first_visitor() -> None:
    looks.looking()
    assert looks.figure({}).view.answer is not None


def test_what_was_said_is_drawn_as_finely_as_a_chart_shows() -> None:
    told = [looks.question({"low": low, "high": "12345.678901"}) for low in ("2.100001", "2.1")]
    assert told[0] == told[1] == Question("NATO", "share_of_gdp", low=2.1, high=12345.7)
