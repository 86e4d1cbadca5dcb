"""`check --pdf`: one file for all articles, and never in the place of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.cli import main

ARTICLE = "Poland spent 4.07 percent of its GDP on defence in 2024. NATO has 32 members."


@pytest.fixture
def article(tmp_path: Path) -> str:
    place = tmp_path / "article.txt"
    place.write_text(ARTICLE, encoding="utf-8")
    return str(place)


def test_a_pdf_is_written_beside_the_report(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.pdf"
    assert main(["check", article, "--on", "2025-06-05", "--pdf", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF-")
    assert "4.07" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["article.txt", "there.pdf", "missing/report.pdf", "."])
def test_what_is_there_stays_and_nothing_is_read(
    name: str, article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "there.pdf").write_bytes(b"%PDF-1.7 mine")
    assert main(["check", article, "--pdf", str(tmp_path / name)]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert len(said.err.splitlines()) == 1
    assert Path(article).read_text(encoding="utf-8") == ARTICLE
    assert (tmp_path / "there.pdf").read_bytes() == b"%PDF-1.7 mine"
