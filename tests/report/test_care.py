"""What was read with care says so wherever a statement is shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.cli import main
from burdenshare.report import wording

SURE = "Poland spent 4.07 percent of GDP on defence in 2024."
WITH_CARE = "European allies increased defence spending by 3 percent in 2016, some $8 billion."


@pytest.mark.parametrize(("text", "told"), [(SURE, ""), (WITH_CARE, ", likely")])
def test_the_mark_is_that_of_the_reading(text: str, told: str, record: bs.Record) -> None:
    said = bs.read(text, on=date(2025, 6, 5), record=record).statements[-1]
    assert wording.care(said) == told
    assert wording.firmness(said).endswith(told)


def test_it_is_shown_in_the_terminal_and_on_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article, page = tmp_path / "article.txt", tmp_path / "article.html"
    article.write_text(f"{SURE} {WITH_CARE}", encoding="utf-8")
    main(["check", str(article), "--on", "2025-06-05"])
    told = capsys.readouterr().out
    main(["check", str(article), "--on", "2025-06-05", "--html", str(page)])
    assert told.count(", likely") == 1
    assert page.read_text(encoding="utf-8").count(", likely</p>") == 1
