"""The road in a real browser: sliders, a comparison, the link opened again, long work stopped; and no scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Picture = Callable[[Page, str], None]
DAY = "on=2025-09-01"
FIRST = 90_000
"""Milliseconds of a first answer on a machine that starts its workers."""


def opened(page: Page, query: str = "") -> None:
    page.goto(f"/road?{DAY}{query}")
    expect(page.locator(".answer-line")).to_be_visible(timeout=FIRST)


def test_sliders_move_the_price_and_the_link_keeps_it(page: Page, picture: Picture) -> None:
    opened(page, "&ally=DEU")
    line = page.locator(".answer-line")
    before = line.inner_text()
    page.get_by_label("Target, slider").focus()
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    expect(page.locator("input[name=target]")).to_have_value("3")
    expect(page.locator("select[name=scenario]")).to_have_value("own")
    page.get_by_label("Year, slider").focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    expect(line).to_contain_text("2032", timeout=FIRST)
    expect(page).to_have_url(re.compile("target=3"))
    after = line.inner_text()
    assert after != before
    page.goto(page.locator("a.share").get_attribute("href") or "")
    expect(page.locator(".answer-line")).to_have_text(after)
    expect(page.get_by_label("Target, slider")).to_have_value("3")
    figure = page.locator("figure[data-spec]").first
    figure.scroll_into_view_if_needed()
    expect(figure).to_have_attribute("data-chart", "live", timeout=FIRST)
    picture(page, "road")


def test_a_shipped_scenario_shows_what_it_asks_and_is_compared(page: Page, picture: Picture) -> None:
    opened(page)
    page.locator("select[name=scenario]").select_option("three-by-2030")
    expect(page.locator("input[name=target]")).to_have_value("3")
    expect(page.locator("input[name=by]")).to_have_value("2030")
    page.locator("select[name=against]").select_option("hold")
    expect(page.get_by_role("heading", name="Beside “Every ally holds its share of GDP”")).to_be_visible(timeout=FIRST)
    expect(page).to_have_url(re.compile("against=hold"))
    figure = page.locator("#shown figure[data-spec]").first
    figure.scroll_into_view_if_needed()
    expect(figure).to_have_attribute("data-chart", "live", timeout=FIRST)
    picture(page, "road-compared")


def test_what_is_wrong_stands_beside_its_field(refused: Page) -> None:
    opened(refused, "&ally=DEU")
    refused.get_by_label("Allies or groups").fill("Atlantis")
    refused.get_by_label("Allies or groups").press("Tab")
    expect(refused.locator("#fault-ally")).to_contain_text("Did you mean", timeout=FIRST)
    refused.get_by_label("Allies or groups").fill("Poland")
    refused.get_by_label("Allies or groups").press("Tab")
    expect(refused.locator("#price")).to_contain_text("Poland", timeout=FIRST)
    expect(refused.locator(".field-fault")).to_have_count(0)


def test_long_work_is_watched_and_stopped(page: Page) -> None:
    opened(page)
    page.locator("summary", has_text="How it is reckoned").click()
    page.locator("select[name=draws]").select_option("100000")
    page.wait_for_url("**/tasks/**", timeout=FIRST)
    expect(page.get_by_role("heading", level=1)).to_have_text("Drawing the road 100,000 times")
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("This was cancelled")).to_be_visible(timeout=FIRST)
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.locator(".answer-line")).to_be_visible(timeout=FIRST)


def test_all_of_it_works_without_scripts(bare: Page, picture: Picture) -> None:
    opened(bare, "&ally=DEU")
    bare.locator("input[name=target]").fill("4")
    bare.get_by_role("button", name="Show").first.click()
    expect(bare.locator("#price")).to_contain_text("4 % of GDP by 2035", timeout=FIRST)
    assert "target=4" in (bare.locator("a.share").get_attribute("href") or "")
    bare.locator("summary", has_text="A scenario of your own").click()
    bare.get_by_role("button", name="Use it").click()
    expect(bare.locator("#price")).to_contain_text("Germany 3.5 %", timeout=FIRST)
    picture(bare, "road-own")
    bare.locator("summary", has_text="How it is reckoned").click()
    bare.locator("select[name=draws]").select_option("10000")
    bare.get_by_role("button", name="Show").first.click()
    expect(bare.locator("#price")).to_be_visible(timeout=FIRST)  # by way of a page that asks again by itself
    expect(bare.get_by_text("80 % of 10,000 draws")).to_be_visible()


def test_on_paper_it_is_the_result_alone(page: Page) -> None:
    opened(page, "&ally=DEU")
    page.emulate_media(media="print")
    expect(page.locator("form.roading")).to_be_hidden()
    expect(page.locator("table.prices")).to_be_visible()
