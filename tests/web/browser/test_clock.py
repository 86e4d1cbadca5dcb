"""The clock in a real browser: a statement left out, a cease-fire supposed, a scenario pasted; all without scripts."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Picture = Callable[[Page, str], None]
FIRST = 90_000
"""Milliseconds of a first answer on a machine that starts its workers."""


def opened(page: Page, query: str = "") -> None:
    page.goto(f"/clock{query}")
    expect(page.locator("#shares")).to_be_visible(timeout=FIRST)


def test_a_walk_without_scripts(bare: Page, picture: Picture) -> None:
    opened(bare)
    expect(bare.get_by_text("Not how likely an attack is.").first).to_be_visible()
    expect(bare.locator("#curves")).not_to_contain_text("War against a neighbour")
    bare.locator("input[name=ceasefire]").fill("2026-12-31")
    bare.get_by_role("button", name="Show").click()
    expect(bare.locator("#curves")).to_contain_text("War against a neighbour", timeout=FIRST)
    assert bare.url.endswith("/clock?ceasefire=2026-12-31")
    picture(bare, "clock")
    bare.locator("#bild-2025-07").get_by_role("link", name="without it").click()
    expect(bare.get_by_role("heading", name="Without weight: not drawn")).to_be_visible(timeout=FIRST)
    bare.locator("#bild-2025-07").get_by_role("link", name="count it again").click()
    expect(bare.get_by_role("heading", name="Without weight: not drawn")).to_have_count(0)
    bare.locator("summary", has_text="Weights of statements").click()
    bare.get_by_label("DGAP, 2023: 6 to 10 years").fill("0.5")
    bare.get_by_role("button", name="Show").click()
    expect(bare.locator("#ground")).to_contain_text("dgap-2023: 0.5", timeout=FIRST)
    bare.locator("summary", has_text="A scenario of your own").click()
    bare.get_by_role("button", name="Use it").click()
    expect(bare.locator("#somebody-2026-03-01")).to_be_visible(timeout=FIRST)
    picture(bare, "clock-own")


def test_a_file_is_handed_over(page: Page) -> None:
    opened(page)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="SVG").click()
    assert waiting.value.suggested_filename.endswith(".svg")


def test_a_phone_has_the_narrow_picture(phone: Page) -> None:
    opened(phone)
    expect(phone.locator("svg.clock.narrow").first).to_be_visible()
    expect(phone.locator("svg.clock.wide").first).to_be_hidden()


def test_on_paper_it_is_the_result_alone(page: Page) -> None:
    opened(page)
    page.emulate_media(media="print")
    expect(page.locator("form#clock")).to_be_hidden()
    expect(page.locator("#curves svg.wide").first).to_be_visible()
