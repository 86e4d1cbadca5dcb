"""A reader's way through the workbench: check, open the evidence, filter, save, review, reload, take along, delete."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

Picture = Callable[[Page, str], None]

TEXT = (
    "Germany spent 2.1 % of GDP on defence in 2024, NATO said on Monday.\n\n"
    "“Twenty-three of the 32 allies met the 2 % guideline,” Secretary General Jens Stoltenberg said.\n\n"
    "Poland plans to spend 4.7 % of GDP in 2025."
)


def check(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_label("Day of the text").fill("2024-09-02")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Germany spent 2.1 %")


def test_an_article_is_checked_and_its_evidence_opened(page: Page, picture: Picture) -> None:
    page.goto("/")
    picture(page, "check")
    check(page)
    page.get_by_role("link", name="2.1 %").click()
    card = page.locator("#d1-s1")
    expect(card).to_be_visible()
    card.get_by_text("Evidence", exact=False).first.click()
    expect(card.get_by_role("table").first).to_contain_text("DEU")
    card.get_by_text("How it was decided").first.click()
    expect(card).to_contain_text("nato")
    picture(page, "result")


def test_filters_need_no_round_trip(page: Page) -> None:
    check(page)
    shown = page.locator(".slot:not(.out)")
    before = shown.count()
    page.get_by_label("kind").select_option("promise")
    assert 0 < shown.count() < before
    page.get_by_label("kind").select_option("")
    assert shown.count() == before
    assert page.url.endswith("/check")


def test_saved_reviewed_reloaded_taken_along_and_deleted(page: Page, picture: Picture, tmp_path: Path) -> None:
    check(page)
    page.get_by_text("Save", exact=True).click()
    page.get_by_label("Title").fill("The walk")
    page.get_by_role("button", name="Save and get a link").click()
    expect(page).to_have_title("The walk · burdenshare")
    card = page.locator("#d1-s1")
    card.get_by_text("Add a review").click()
    card.get_by_label("Your name").fill("Ada")
    card.get_by_label("Verdict").select_option("depends")
    card.get_by_label("Why").fill("It is an estimate.")
    card.get_by_role("button", name="Add the review").click()
    # The click leads to the page anew: it must have arrived before it is asked for once more.
    expect(page.locator("#d1-s1")).to_contain_text("It is an estimate.")
    page.reload()
    expect(page.locator("#d1-s1")).to_contain_text("It is an estimate.")
    picture(page, "saved")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="JSON").click()
    taken = tmp_path / "report.json"
    waiting.value.save_as(taken)
    assert "It is an estimate." in json.dumps(json.loads(taken.read_text(encoding="utf-8")), ensure_ascii=False)
    page.get_by_role("link", name="Saved", exact=True).click()
    expect(page.get_by_role("link", name="The walk")).to_be_visible()
    picture(page, "reports")
    page.get_by_role("link", name="The walk").click()
    page.locator("summary", has_text="Saved").click()
    page.once("dialog", lambda asked: asked.accept())
    page.get_by_role("button", name="Delete for good").click()
    expect(page.get_by_role("link", name="The walk")).to_have_count(0)


def test_all_of_it_works_without_scripts(bare: Page) -> None:
    check(bare)
    bare.get_by_label("kind").select_option("promise")
    bare.get_by_role("button", name="Filter").click()
    expect(bare.locator(".slot.out").first).to_be_hidden()
    bare.locator("summary", has_text="Save").click()
    bare.get_by_role("button", name="Save and get a link").click()
    expect(bare.locator("summary", has_text="Saved")).to_be_visible()


def test_the_way_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_label("Text", exact=True).focus()
    page.keyboard.insert_text(TEXT)
    for _ in range(25):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Check":
            break
    page.keyboard.press("Enter")
    expect(page.locator(".card").first).to_be_visible()


@pytest.mark.parametrize("bad", ["", "Ein Satz, der gar nicht auf Englisch geschrieben ist, über die NATO. " * 4])
def test_what_cannot_be_checked_is_told_and_leads_back(refused: Page, bad: str) -> None:
    refused.goto("/")
    refused.get_by_label("Text", exact=True).fill(bad)
    refused.get_by_role("button", name="Check").click()
    expect(refused.get_by_role("alert")).to_be_visible()
    expect(refused.get_by_label("Text", exact=True)).to_have_value(bad)  # nothing that was given is lost


def test_two_days_of_the_alliance_are_compared(page: Page, picture: Picture) -> None:
    page.goto("/alliance")
    page.get_by_label("Day", exact=True).fill("2025-06-26")
    page.get_by_label("compare with").fill("2025-02-13")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="What changed from 2025-02-13 to 2025-06-26")).to_be_visible()
    picture(page, "alliance")


def test_several_articles_become_one_story(page: Page, picture: Picture) -> None:
    page.goto("/story")
    picture(page, "story")
    page.get_by_role("button", name="example", exact=False).click()
    expect(page.locator("figure svg").first).to_be_visible(timeout=60_000)
    picture(page, "stories")
