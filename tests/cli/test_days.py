"""A table of days: one call, many undated files, each with its own day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from burdenshare.cli import main
from burdenshare.cli.days import Days, days_of
from burdenshare.errors import InputError


def table(folder: Path, text: str) -> str:
    place = folder / "days.csv"
    place.write_text(text, encoding="utf-8")
    return str(place)


def test_each_file_has_its_own_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("23 NATO allies met the 2 percent guideline in 2024.", encoding="utf-8")
    given = table(tmp_path, "article,on\na.txt,2025-02-13\nb.txt,2026-08-01\n")
    assert main(["check", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--days", given, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["document"]["published"] for one in found] == ["2025-02-13", "2026-08-01"]
    assert [one["statements"][0]["then"]["verdict"] for one in found] == ["supported", "contradicted"]


def test_a_row_wins_over_the_day_for_all() -> None:
    days = Days(date(2025, 1, 1), {"a.txt": date(2024, 1, 1)})
    assert (days.day("folder/a.txt"), days.day("b.txt")) == (date(2024, 1, 1), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("file,day\na.txt,2025-02-13\n", "has no columns article and on"),
        ("article,on\na.txt,soon\n", "line 2"),
        ("article,on\n,2025-02-13\n", "names no article or no day"),
        ("article,on\na.txt,2025-02-13\na.txt,2025-02-14\n", "another day than before"),
    ],
)
def test_a_table_that_cannot_be_used_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        days_of(None, table(tmp_path, text))


def test_a_table_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        days_of(None, str(tmp_path / "none.csv"))


def test_a_story_of_undated_reports_gets_its_days_from_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Mark Rutte said that 23 of the 32 NATO allies met the 2 percent guideline in 2024."
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{text} {name}", encoding="utf-8")
    given = table(tmp_path, "article,on\na.txt,2025-02-14\nb.txt,2025-02-13\n")
    assert main(["story", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--days", given]) == 0
    assert "2025-02-13" in capsys.readouterr().out
