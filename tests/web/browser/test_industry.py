"""The industry in a real browser: an order, a scenario of one's own, the link opened again; and all without scripts."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Picture = Callable[[Page, str], None]
FIRST = 90_000
"""Milliseconds of a first answer on a machine that starts its workers."""


def opened(page: Page, query: str = "") -> None:
    page.goto(f"/industry{query}", timeout=FIRST)
    expect(page.locator(".making .told").first).to_be_visible(timeout=FIRST)


def test_an_order_is_asked_for_and_the_link_keeps_it(page: Page, picture: Picture) -> None:
    opened(page)
    picture(page, "industry")
    page.get_by_label("Units", exact=True).fill("1,000,000")
    page.get_by_role("button", name="Show").click()
    told = page.locator(".making .told").first
    expect(told).to_contain_text("all that is ordered is there by 2029-08", timeout=FIRST)
    assert page.url.endswith("/industry?units=1%2C000%2C000")
    page.emulate_media(color_scheme="dark")
    picture(page, "industry-order-dark")
    page.goto(page.locator("a.share").get_attribute("href") or "")
    expect(told).to_contain_text("all that is ordered is there by 2029-08", timeout=FIRST)


def test_items_are_chosen_with_the_keyboard_alone(page: Page) -> None:
    opened(page)
    page.get_by_role("checkbox", name="155 mm artillery shells").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Show").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#caesar-title")).to_be_visible(timeout=FIRST)
    assert page.url.endswith("/industry?item=caesar")


def test_a_requirement_leads_to_the_clock_and_stands_beside_it(page: Page, picture: Picture) -> None:
    opened(page, "?view=requirements")
    picture(page, "industry-requirements")
    page.get_by_role("link", name="beside the clock: artillery pieces").click()
    expect(page.locator("#requirements figure")).to_have_count(1, timeout=FIRST)
    page.get_by_label("tactical combat aircraft").check()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#requirements figure")).to_have_count(2, timeout=FIRST)
    assert page.url.endswith("requirement=artillery%2Caircraft")
    expect(page.get_by_label("main battle tanks")).to_be_disabled()


def test_what_is_wrong_stands_beside_its_field(refused: Page) -> None:
    opened(refused)
    refused.get_by_label("or money").fill("CHF 5bn")
    refused.get_by_role("button", name="Show").click()
    expect(refused.locator("#fault-money")).to_contain_text("No prices of CHF are held", timeout=FIRST)
    assert refused.locator("[aria-invalid]").count() == 1


def test_all_of_it_works_without_scripts(bare: Page) -> None:
    opened(bare)
    bare.locator("summary", has_text="A scenario of your own").click()
    bare.get_by_role("button", name="Use it").click()
    expect(bare.get_by_role("heading", name="Shells for EUR 1 bn a year")).to_be_visible(timeout=FIRST)
    with bare.expect_download() as told:
        bare.get_by_role("link", name="SVG").click()
    assert told.value.suggested_filename.startswith("burdenshare-industry-")
    bare.get_by_role("link", name="How past output was foreseen").click()
    expect(bare.get_by_role("heading", name="Known on 2023-09-30")).to_be_visible(timeout=FIRST)


def test_long_work_ends_at_its_own_link(page: Page) -> None:
    page.goto("/industry?item=mistral,155mm,caesar&draws=20000&seed=3", timeout=FIRST)
    expect(page.locator("#mistral-title")).to_be_visible(timeout=FIRST)
    expect(page.get_by_text("20,000 draws, seed 3")).to_be_visible()


def test_on_paper_it_is_the_result_alone(page: Page) -> None:
    opened(page, "?item=caesar")
    page.emulate_media(media="print")
    expect(page.locator("form.roading")).to_be_hidden()
    expect(page.locator(".inpage")).to_be_hidden()
    expect(page.locator("#caesar table.made").first).to_be_visible()
