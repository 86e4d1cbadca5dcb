"""The how-to of stories shows what is printed."""

from __future__ import annotations

from pathlib import Path

from tools import tutorial

PAGE = Path(__file__).parent.parent / "docs" / "how-to-stories.md"


def test_output_in_the_how_to_of_stories_is_what_is_printed() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert tutorial.shown(written) == written
