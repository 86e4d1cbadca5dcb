"""`burdenshare story` as a user calls it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from burdenshare.cli import main
from burdenshare.report.stories.shape import stories_schema
from tests.checking.stories.tellings import FOLDER


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    shutil.copytree(FOLDER / "hague-2025", tmp_path / "reports")
    return [str(file) for file in sorted((tmp_path / "reports").iterdir())]


def test_story_prints_a_briefing(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["story", *files]) == 0
    printed = capsys.readouterr().out
    assert "The Hague summit" in printed
    assert "What contradicts what" in printed


def test_story_as_json_satisfies_its_schema(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["story", *files, "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(stories_schema()).validate(shape)
    assert len(shape["stories"]) == 1


def test_story_writes_page_and_picture_whole(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, picture = tmp_path / "story.html", tmp_path / "story.svg"
    assert main(["story", *files, "--html", str(page), "--svg", str(picture), "--person", "Rutte"]) == 0
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert picture.read_text(encoding="utf-8").rstrip().endswith("</svg>")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["reports", "story.html", "story.svg"]
    assert "What Mark Rutte said" in capsys.readouterr().out


def test_a_bad_file_among_good_ones_is_told_and_the_rest_goes_on(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "empty.txt"
    bad.write_text("", encoding="utf-8")
    assert main(["story", str(bad), *files, str(tmp_path / "missing.txt")]) == 0
    captured = capsys.readouterr()
    assert len(captured.err.strip().splitlines()) == 2
    assert "3 reports" in captured.out


def test_nothing_that_can_be_read_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["story", str(tmp_path / "missing.txt")]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "options",
    [
        ["--person", "Nobody"],
        ["--issue", "cookery"],
        ["--on", "yesterday"],
        ["--svg", "no/such/folder/story.svg"],
    ],
)
def test_bad_options_are_one_line_and_exit_2(
    files: list[str], options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["story", *files, *options]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) == 1
    assert "Traceback" not in captured.err


def test_story_never_overwrites_an_article(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(files[0]).read_bytes()
    assert main(["story", *files, "--html", files[0]]) == 2
    assert Path(files[0]).read_bytes() == before
    assert "is one of the files" in capsys.readouterr().err


def test_unrelated_articles_are_kept_apart_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    given = [*sorted((FOLDER / "hague-2025").iterdir()), FOLDER / "aid-2024" / "01-wire.txt"]
    assert main(["story", *map(str, given)]) == 0
    printed = capsys.readouterr().out
    assert "1 told alone" in printed
    assert "shares" in printed


def test_another_hash_seed_changes_nothing(files: list[str]) -> None:
    """Sets are ordered by hashes, which differ from process to process; no story may."""
    printed = set()
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "burdenshare", "story", *files]
        settings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        done = subprocess.run([*command, "--json"], capture_output=True, check=True, env=settings)
        printed.add(done.stdout)
    assert len(printed) == 1


def test_no_file_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["story"]) == 2
    assert "no file given" in capsys.readouterr().err
