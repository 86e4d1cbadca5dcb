"""The methodology as a page."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.web.pages.found import all_of, page_in


def test_every_link_inside_it_leads_somewhere(client: TestClient) -> None:
    page = page_in(client.get("/method").text)
    ids = set(page.xpath("//@id"))
    links = [one[1:] for one in page.xpath("//article//a/@href") if one.startswith("#")]
    assert len(links) > 10
    assert not [one for one in links if one not in ids]
    assert not [one for one in page.xpath("//article//a/@href") if not one.startswith(("#", "https://"))]


def test_its_tables_scroll_and_nothing_is_inline(client: TestClient) -> None:
    page = page_in(client.get("/method").text)
    tables = all_of(page, "article table")
    assert tables
    assert all(one.getparent().get("role") == "region" and one.getparent().get("aria-label") for one in tables)
    assert not page.xpath("//@style")
