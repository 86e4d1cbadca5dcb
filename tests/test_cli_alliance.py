"""`burdenshare alliance`: what it prints, writes and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from burdenshare.cli import main
from tools.tutorial import ROOT

EXAMPLE = str(ROOT / "examples" / "ministers-meeting.txt")


def test_terminal_shows_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["alliance", "--on", "2025-06-26", "--compare", "2025-02-13"]) == 0
    shown = capsys.readouterr().out
    for title in ("Who meets it", "Pledges", "Officials in post", "Positions by issue", "Sources", "What changed"):
        assert title in shown


def test_json_follows_the_schema_that_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["alliance", "--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert main(["alliance", "--on", "2025-02-13", "--json"]) == 0
    jsonschema.Draft202012Validator(schema).validate(json.loads(capsys.readouterr().out))


def test_articles_can_follow_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    page = str(ROOT / "examples" / "summit-page.html")
    assert main(["alliance", "--on", "2026-08-01", "--json", "--with", EXAMPLE, page]) == 0
    shape = json.loads(capsys.readouterr().out)
    (positions,) = [one for one in shape["sections"] if one["id"] == "positions"]
    assert "from 2 articles" in " ".join(positions["told"])


def test_page_is_written_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "day.html"
    assert main(["alliance", "--on", "2025-02-13", "--html", str(target)]) == 0
    assert target.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert [one.name for one in tmp_path.iterdir()] == ["day.html"]


def test_page_that_cannot_be_written_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "folder").mkdir()
    assert main(["alliance", "--on", "2025-02-13", "--html", str(tmp_path / "folder")]) == 2
    assert main(["alliance", "--on", "2025-02-13", "--html", str(tmp_path / "nowhere" / "x.html")]) == 2
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]
    faults = capsys.readouterr().err.splitlines()
    assert len(faults) == 2 and all("cannot be written" in one for one in faults)


def test_page_never_overwrites_an_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("NATO has 32 members.", encoding="utf-8")
    assert main(["alliance", "--with", str(article), "--html", str(article)]) == 2
    assert article.read_text(encoding="utf-8") == "NATO has 32 members."


@pytest.mark.parametrize("day", ["1949-04-03", "9999-01-01", "yesterday", "2025-02-30"])
def test_days_that_cannot_be_shown_are_one_clear_line(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["alliance", "--on", day]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("burdenshare: ") and ("day" in line)


def test_article_that_is_not_there_is_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["alliance", "--with", "nowhere.txt"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "nowhere.txt" in line


def test_one_part_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["alliance", "--on", "2025-06-26", "--compare", "2025-02-13", "--part", "officials"]) == 0
    shown = capsys.readouterr().out
    assert "Officials in post" in shown and "Mark Carney" in shown
    assert "Who meets it" not in shown and "Pledges" not in shown
    assert main(["alliance", "--part", "aid", "--json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)["sections"]] == ["aid"]


def test_part_that_is_none_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    for form in ([], ["--json"]):
        assert main(["alliance", "--part", "pledge", *form]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert "did you mean pledges?" in line
