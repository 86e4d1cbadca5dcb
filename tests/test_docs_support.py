"""The page on support to Ukraine is true: what it prints, and the caveat of the release that it leads with."""

from __future__ import annotations

from pathlib import Path

from tools import tutorial

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "how-to-support.md").read_text(encoding="utf-8")


def test_output_in_the_how_to_of_support_is_what_is_printed() -> None:
    assert tutorial.shown(PAGE) == PAGE


def test_the_pages_that_lead_with_a_secondary_release_say_what_a_check_says() -> None:
    for page in (PAGE, *((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/methodology.md"))):
        words = " ".join(page.split())
        assert "secondary page" in words and "3.46" in words and "3.27" in words
