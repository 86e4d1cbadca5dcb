"""The alliance on a day inside the workbench: the same parts as the page of its own, under the strict policy."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from burdenshare.report.alliance.alliance import alliance
from tests.web.pages.found import all_of, page_in

DAY, LATER = date(2025, 2, 13), date(2025, 7, 1)


def parts(page: Any) -> list[str]:
    return [one.get("id") for one in all_of(page, "section[id]")]


def test_it_shows_every_part_of_the_page_of_its_own(client: TestClient) -> None:
    shown = page_in(client.get(f"/alliance?on={DAY}&compare={LATER}").text)
    own = page_in(alliance(on=DAY, compare=LATER).to_html())
    assert parts(shown) == parts(own)
    assert len(all_of(shown, ".alliance a[href^=http]")) == len(all_of(own, "a[href^=http]"))
    assert all_of(shown, "#changed")


def test_nothing_is_inline_and_one_main_stands_on_the_page(client: TestClient) -> None:
    shown = page_in(client.get(f"/alliance?on={DAY}").text)
    assert not shown.xpath("//@style | //style | //script[not(@src)]")
    assert len(all_of(shown, "main")) == len(all_of(shown, "h1")) == 1


def test_a_day_not_given_is_the_edition(client: TestClient) -> None:
    assert f'value="{alliance().view.day}"' in client.get("/alliance").text


def test_its_style_holds_inside_its_part_alone(client: TestClient) -> None:
    sheet = client.get("/static/alliance.css").text
    assert sheet.startswith(".alliance {") and ":root" not in sheet


@pytest.mark.parametrize(
    "asked", ["on=1930-01-01", "on=2999-01-01", "on=yesterday", "compare=2025-13-45", "on=" + "9" * 500]
)
def test_a_day_that_cannot_be_shown_is_one_line(client: TestClient, asked: str) -> None:
    answer = client.get(f"/alliance?{asked}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
