"""`pytest --cases DIR`: one test a row, on a folder of nobody's tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "A total of 23 of the 32 NATO members spent at least 2 percent of GDP on defence last year.\n"
HEAD = "article,on,words,kind,subject,measure,value,period,then,now\n"
RIGHT = "a.txt,2025-02-13,23 of the 32,fact,NATO,allies_at_guideline,23,2024,supported,contradicted\n"
WRONG = "a.txt,2025-02-13,23 of the 32,fact,NATO,allies_at_guideline,23,2024,contradicted,contradicted\n"


def cases(folder: Path, rows: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "expected.csv").write_text(HEAD + rows, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--cases", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_right_rows_pass(tmp_path: Path) -> None:
    done = cases(tmp_path, RIGHT + RIGHT)
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout


def test_wrong_row_fails_and_shows_the_difference(tmp_path: Path) -> None:
    done = cases(tmp_path, RIGHT + WRONG)
    assert done.returncode == 1
    assert "1 failed, 1 passed" in done.stdout
    assert "then: expected contradicted, found supported" in done.stdout
    assert "Traceback" not in done.stdout


def test_missing_article_fails_in_one_line(tmp_path: Path) -> None:
    done = cases(tmp_path, RIGHT.replace("a.txt", "b.txt"))
    assert done.returncode == 1
    assert "no such file" in done.stdout


def test_other_paths_run_beside_the_cases(tmp_path: Path) -> None:
    (tmp_path / "test_own.py").write_text("def test_own():\n    pass\n", encoding="utf-8")
    assert "1 passed" in cases(tmp_path, RIGHT).stdout
    assert "2 passed" in cases(tmp_path, RIGHT, str(tmp_path / "test_own.py")).stdout


@pytest.mark.parametrize(
    ("rows", "reason", "code"),
    [
        ("a.txt,2025-02-13\n", "article and words are needed", 2),
        ("", "has no rows", 2),
        (RIGHT + RIGHT.replace("supported", "suported"), "line 3, column then: unknown verdict 'suported'; did you", 2),
    ],
)
def test_unusable_file_is_a_collection_error(tmp_path: Path, rows: str, reason: str, code: int) -> None:
    done = cases(tmp_path, rows)
    assert done.returncode == code
    assert reason in done.stdout


def test_folder_without_expectations_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pytest", "--cases", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 4
    assert "there is no" in done.stderr
