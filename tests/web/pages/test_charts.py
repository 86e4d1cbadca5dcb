"""Charts by address: drawn, kept, and held to be what the record says."""

from __future__ import annotations

import pytest
from lxml import etree
from starlette.testclient import TestClient

POLAND = "/chart/releases.svg?entity=POL&measure=share_of_gdp&year=2024&on=2024-09-01"


@pytest.mark.parametrize("kind", ["years", "releases", "threshold"])
@pytest.mark.parametrize("form", ["svg", "png", "json"])
def test_each_chart_in_each_form(client: TestClient, kind: str, form: str) -> None:
    answer = client.get(f"/chart/{kind}.{form}?measure=share_of_gdp&year=2024&frame=narrow")
    assert answer.status_code == 200, answer.text
    begins = {"svg": b"<svg", "png": b"\x89PNG", "json": b"{"}[form]
    assert answer.content.startswith(begins)


def test_the_address_that_a_checked_article_links_to(client: TestClient) -> None:
    answer = client.get(POLAND)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    root = etree.fromstring(answer.content)
    assert "Poland, 2024" in root.findtext("{*}title")
    assert not root.xpath("//@style | //*[local-name()='script'] | //@*[starts-with(name(), 'on')]")


def test_a_chart_that_a_browser_holds_is_not_sent_again(client: TestClient) -> None:
    first = client.get(POLAND)
    assert "max-age" in first.headers["cache-control"]
    again = client.get(POLAND, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(POLAND.replace("2024-09-01", "2025-09-01"))
    assert other.headers["etag"] != first.headers["etag"]


def test_light_and_dark_are_two_pictures(client: TestClient) -> None:
    assert client.get(POLAND).content != client.get(POLAND + "&theme=dark").content


def test_what_was_said_is_a_line_of_its_own(client: TestClient) -> None:
    drawn = client.get(POLAND + "&low=4&high=4").text
    assert "said: 4 %" in drawn
    between = client.get(POLAND + "&low=3.9&high=4.2").text
    assert "said: at least 3.9 %" in between and "said: at most 4.2 %" in between


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/chart/pies.svg", 404),
        ("/chart/years.exe", 404),
        ("/chart/years", 404),
        ("/chart/years.svg?theme=neon", 422),
        ("/chart/years.svg?frame=huge", 422),
        ("/chart/years.svg?entity=Atlantis", 422),
        ("/chart/releases.svg?entity=ISL&measure=share_of_gdp", 404),
        ("/chart/threshold.svg?entity=DEU", 422),
        ("/chart/threshold.png?year=1950", 404),
        ("/chart/releases.svg?low=nan", 422),
        ("/chart/releases.svg?high=1e999", 422),
    ],
)
def test_what_cannot_be_drawn_is_one_line(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
