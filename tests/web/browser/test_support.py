"""Support in a real browser: forms, a scenario of one's own, the link opened again; and all of it without scripts."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Picture = Callable[[Page, str], None]
FIRST = 90_000
"""Milliseconds of a first answer on a machine that starts its workers."""


def opened(page: Page, query: str = "") -> None:
    page.goto(f"/support{query}", timeout=FIRST)
    expect(page.locator(".support .told").first).to_be_visible(timeout=FIRST)


def test_donors_and_months_are_asked_for_and_the_link_keeps_them(page: Page, picture: Picture) -> None:
    opened(page)
    picture(page, "support")
    page.get_by_label("Donors or groups").fill("Germany, NORDIC")
    page.locator("input[name=since]").fill("2025-01")
    page.locator("select[name=kind]").select_option("military")
    page.get_by_role("button", name="Show").click()
    told = page.locator(".support .told").first
    expect(told).to_contain_text("Germany allocated EUR 13.21 bn", timeout=FIRST)
    address = page.locator("a.share").get_attribute("href") or ""
    assert "since=2025-01" in address
    page.goto(address)
    expect(told).to_contain_text("Germany allocated EUR 13.21 bn", timeout=FIRST)


def test_a_scenario_has_its_price_in_the_light_and_in_the_dark(page: Page, picture: Picture) -> None:
    opened(page)
    page.locator("select[name=scenario]").select_option("europe-replaces-usa")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".support .told").first).to_contain_text("EUR 38.3 bn more in 2027", timeout=FIRST)
    expect(page.locator(".plot.lying.wide")).to_be_visible()
    picture(page, "support-price")
    page.emulate_media(color_scheme="dark")
    picture(page, "support-price-dark")


def test_what_is_wrong_stands_beside_its_field(refused: Page) -> None:
    opened(refused)
    refused.get_by_label("Donors or groups").fill("Germny")
    refused.get_by_role("button", name="Show").click()
    expect(refused.locator("#fault-donor")).to_contain_text("Did you mean Germany", timeout=FIRST)
    assert refused.locator("[aria-invalid]").count() == 1


def test_all_of_it_works_without_scripts(bare: Page) -> None:
    opened(bare)
    bare.locator("summary", has_text="A scenario of your own").click()
    bare.get_by_role("button", name="Use it").click()
    expect(bare.get_by_role("heading", name="The Nordic allies give 0.5 % of GDP")).to_be_visible(timeout=FIRST)
    with bare.expect_download() as told:
        bare.get_by_role("link", name="CSV").click()
    assert told.value.suggested_filename.startswith("burdenshare-support-")


def test_on_paper_it_is_the_result_alone(page: Page) -> None:
    opened(page, "?donor=DEU")
    page.emulate_media(media="print")
    expect(page.locator("form.roading")).to_be_hidden()
    expect(page.locator("#donors table")).to_be_visible()
