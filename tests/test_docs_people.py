"""The first page and the page of each user show what is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import tutorial

DOCS = Path(__file__).parent.parent / "docs"
PAGES = ("index", "for-reporters", "for-analysts", "for-monitors", "for-citizens", "for-developers")


@pytest.mark.parametrize("name", PAGES)
def test_output_is_what_is_printed(name: str) -> None:
    written = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    assert tutorial.shown(written) == written


def test_each_user_has_a_page_that_the_first_one_leads_to() -> None:
    people = {one.stem for one in DOCS.glob("for-*.md")}
    assert people == set(PAGES) - {"index"}
    front = (DOCS / "index.md").read_text(encoding="utf-8")
    assert [one for one in people if f"]({one}.md)" not in front] == []


def test_each_page_of_a_user_leads_to_how_tos_and_limits() -> None:
    for name in PAGES:
        written = (DOCS / f"{name}.md").read_text(encoding="utf-8")
        assert "](limits.md" in written or name == "for-developers", name
        assert name == "index" or written.count("](how-to-") >= 2, name
