"""For everyone: axe-core finds nothing serious on any page, in the light and in the dark; nothing scrolls sideways."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

PAGES = [
    "/",
    "/reports",
    "/token",
    "/record?entity=DEU&measure=share_of_gdp&year=2024",
    "/record?entity=DEU&measure=aid",
    "/record/threshold?year=2024&on=2024-09-01",
    "/alliance?on=2025-02-13&compare=2025-07-01",
    "/method",
    "/data",
    "/story",
    "/road?on=2025-09-01&against=hold",
    "/clock?ceasefire=2026-12-31",
    "/clock?requirement=shells,aircraft",
    "/industry",
    "/industry?item=caesar,k2&scenario=hague-equipment",
    "/industry?view=requirements",
    "/industry?view=backtest",
    "/support",
    "/support?scenario=quarter-percent",
]
SERIOUS = ("serious", "critical")


def faults(page: Page) -> list[str]:
    """Serious and critical violations of the page as it stands."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found if one["impact"] in SERIOUS for node in one["nodes"]]


def result(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Try it on an example").click()
    page.locator(".card").first.wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_serious_on_a_page(page: Page, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path)
    assert not faults(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_on_a_result_with_all_opened(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    result(page)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert not faults(page)


def test_nothing_serious_where_a_field_is_wrong(refused: Page) -> None:
    for address in ("/road?ally=Atlantis", "/industry?item=155mm,caesar&units=5", "/clock?requirement=tanks"):
        refused.goto(address)
        assert refused.locator("[aria-invalid]").count() == 1
        assert not faults(refused)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(phone: Page, path: str) -> None:
    phone.goto(path)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_result_scrolls_sideways_on_a_phone(phone: Page) -> None:
    result(phone)
    phone.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_page_is_printed_without_its_tools(page: Page) -> None:
    result(page)
    page.emulate_media(media="print")
    expect(page.locator(".bar-of-tools")).to_be_hidden()
    expect(page.locator("article.text")).to_be_visible()
