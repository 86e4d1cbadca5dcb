"""The record in a real browser: charts come alive, the slider needs no click, and nothing needs scripts."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Picture = Callable[[Page, str], None]
GERMANY = "/record?entity=DEU&measure=share_of_gdp&year=2024"


def test_charts_come_alive_when_they_are_looked_at(page: Page, picture: Picture) -> None:
    page.goto(GERMANY)
    figures = page.locator("figure[data-spec]")
    figures.nth(0).scroll_into_view_if_needed()
    expect(figures.nth(0)).to_have_attribute("data-chart", "live", timeout=60_000)
    expect(figures.nth(0).locator(".chart-live svg")).to_be_visible()
    picture(page, "record")


def test_a_page_without_charts_in_sight_fetches_no_runtime(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto("/method")
    page.wait_for_load_state("networkidle")
    assert not [one for one in asked if "vega.js" in one]


def test_the_form_leads_to_a_link(page: Page) -> None:
    page.goto("/record")
    page.get_by_label("Ally or group").fill("poland")
    page.get_by_label("Year", exact=True).fill("2023")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Poland")
    assert "entity=poland" in page.url


def test_the_slider_tells_another_day_without_a_click(page: Page, picture: Picture) -> None:
    page.goto("/record/threshold?year=2024&on=2024-09-01")
    shown = page.locator("#shown .answer-line")
    expect(shown).to_contain_text("23 of 32")
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowRight")
    expect(shown).to_contain_text("2025-04", timeout=20_000)
    expect(page.locator("#chosen")).to_have_text("April 2025")
    assert "on=2025-04-24" in page.url
    picture(page, "threshold")
    page.reload()
    expect(shown).to_contain_text("2025-04")


def test_the_slider_works_without_scripts(bare: Page) -> None:
    bare.goto("/record/threshold?year=2024&on=2024-09-01")
    bare.get_by_role("slider").fill("17")
    bare.get_by_role("button", name="Show").click()
    expect(bare.locator("#shown .answer-line")).to_contain_text("of 32")
    assert "step=" not in bare.url


def test_the_alliance_is_asked_by_its_form(bare: Page, picture: Picture) -> None:
    bare.goto("/alliance")
    bare.get_by_label("Day").fill("2023-04-04")
    bare.get_by_role("button", name="Show").click()
    expect(bare.get_by_role("heading", level=1)).to_contain_text("2023-04-04")
    picture(bare, "alliance")
