"""`recheck`, `explain` and `export` as a user calls them: what is printed, what is written, with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import burdenshare as bs
from burdenshare.cli import main
from burdenshare.report.saved.files import Form

ARTICLE = (
    "BRUSSELS, Feb. 13, 2025 - A total of 23 of the 32 NATO members spent at least 2 percent of GDP on defence "
    "last year.\n\nNATO Secretary General Mark Rutte said allies must reach 3 percent of GDP.\n"
)
PUBLISHED = ["--author", "The Desk", "--url", "https://example.org/7"]


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def saved(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["check", article, "--json"]) == 0
    path = tmp_path / "saved.json"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return str(path)


def changed(saved: str, **versions: str) -> Any:
    """The saved report with other versions and one verdict turned, as an older record might have given it."""
    shape = json.loads(Path(saved).read_text(encoding="utf-8"))
    shape["versions"] |= versions
    first = next(one for one in shape["statements"] if one["now"]["verdict"] == "contradicted")
    first["now"]["verdict"] = "supported"
    shape["summary"]["now"]["contradicted"] -= 1
    shape["summary"]["now"]["supported"] += 1
    Path(saved).write_text(json.dumps(shape), encoding="utf-8")
    return first["id"]


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line on standard error."""
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("burdenshare: ")
    return line


# recheck -------------------------------------------------------------------------------------------------------------


def test_recheck_of_the_same_versions_prints_the_same_bytes(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recheck", saved, "--json"]) == 0
    assert capsys.readouterr().out == Path(saved).read_text(encoding="utf-8")
    assert main(["recheck", saved, "--fail-on-change"]) == 0
    shown = capsys.readouterr().out
    assert "with the same versions" in shown
    assert "nothing has changed" in shown


def test_recheck_keeps_a_text_that_was_saved_and_an_array_of_one(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["--with-text"], []):
        assert main(["check", article, "--json", *arguments]) == 0
        text = capsys.readouterr().out
        assert (ARTICLE.split("\n")[0] in json.loads(text)["document"].get("text", "")) if arguments else True
        for held in (text, f"[{text}]"):
            (tmp_path / "one.json").write_text(held, encoding="utf-8")
            assert main(["recheck", str(tmp_path / "one.json"), "--json"]) == 0
            assert json.loads(capsys.readouterr().out) == json.loads(held)


def test_recheck_with_another_record_says_what_changed_and_what_made_it(
    saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = changed(saved, record="0ld", code="0.0.1")
    assert main(["recheck", saved]) == 0
    shown = capsys.readouterr().out
    assert "made by burdenshare 0.0.1 with record 0ld; here are burdenshare" in shown
    assert "still shown by burdenshare explain and export" in shown
    assert f"{name} “" in shown
    assert "now: supported → contradicted" in shown
    assert main(["recheck", saved, "--fail-on-change"]) == 1


def test_recheck_of_a_changed_report_with_the_same_versions_says_so(
    saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(saved)
    assert main(["recheck", saved]) == 0
    assert "yet the versions are the same" in capsys.readouterr().out


def test_article_given_to_recheck_and_report_given_to_check_are_refused(
    article: str, saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recheck", article]) == 2
    assert "is no saved report" in said(capsys)
    assert main(["check", saved]) == 2
    assert "is a saved report; use burdenshare recheck, explain or export" in said(capsys)
    assert main(["read", saved]) == 2
    assert "is a saved report" in said(capsys)
    for form in Form:
        out = tmp_path / f"report.{form}"
        more = PUBLISHED if form is Form.CLAIMREVIEW else []
        assert main(["export", saved, "--to", form, "--out", str(out), *more]) == 0
        capsys.readouterr()
        assert main(["check", str(out)]) == 2
        assert "is a saved report" in said(capsys)


def test_report_on_standard_input_of_check_is_refused(saved: str) -> None:
    asked = [sys.executable, "-m", "burdenshare", "check", "-"]
    done = subprocess.run(asked, input=Path(saved).read_bytes(), capture_output=True, check=False)
    assert done.returncode == 2
    assert b"is a saved report" in done.stderr
    assert done.stdout == b""


def test_text_goes_with_json_alone(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", article, "--with-text"]) == 2
    assert "--with-text: goes with --json alone" in said(capsys)


# explain -------------------------------------------------------------------------------------------------------------


def test_explain_without_an_id_lists_them(article: str, saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", article]) == 0
    shown = capsys.readouterr().out
    assert "s1    supported then, contradicted now" in shown
    assert main(["explain", saved]) == 0
    assert capsys.readouterr().out == shown
    assert main(["explain", saved, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["id"] == "s1"


def test_explain_of_an_article_and_of_its_report_is_the_same(
    article: str, saved: str, capsys: pytest.CaptureFixture[str]
) -> None:
    trees = []
    for file in (article, saved):
        assert main(["explain", f"{file}#s1"]) == 0
        trees.append(capsys.readouterr().out)
    assert trees[0] == trees[1]
    assert "└─" in trees[0]
    assert "more (--all, --json)" in trees[0]
    assert main(["explain", f"{saved}#s1", "--all"]) == 0
    whole = capsys.readouterr().out
    assert len(whole) > len(trees[0])
    assert "more (--all" not in whole
    assert main(["explain", f"{saved}#s1", "--clock", "now", "--json"]) == 0
    labels = [one["label"] for one in json.loads(capsys.readouterr().out)["explanation"]["below"]]
    assert "now" in labels
    assert "then" not in labels


def test_explain_names_the_nearest_id(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", f"{saved}#s11"]) == 2
    assert "unknown statement 's11'; did you mean s1? (it has s1 to s" in said(capsys)
    assert main(["explain", f"{saved}#other#s1"]) == 2
    assert "unknown document 'other'" in said(capsys)
    assert main(["explain", f"{saved}#article#s1"]) == 0


def test_days_belong_to_articles(article: str, saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", f"{article}#s1", "--on", "2024-07-12", "--now", "2025-01-01"]) == 0
    assert "2025-01-01" in capsys.readouterr().out
    assert main(["explain", f"{saved}#s1", "--on", "2024-07-12"]) == 2
    assert "is a saved report, which keeps its own day" in said(capsys)


def test_file_whose_name_holds_a_hash_is_taken_as_it_is(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = Path(article).rename(tmp_path / "story #1.txt")
    assert main(["explain", str(odd)]) == 0
    assert "s1 " in capsys.readouterr().out


# export --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", list(Form))
def test_export_of_a_report_and_of_its_article_come_back_the_same(
    form: Form, article: str, saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = PUBLISHED if form is Form.CLAIMREVIEW else []
    out = tmp_path / "out"
    assert main(["export", saved, article, "--to", form, "--out", str(out), *more]) == 0
    first, second = bs.load_reports(out)
    assert first.to_json() + "\n" == Path(saved).read_text(encoding="utf-8") == second.to_json() + "\n"
    again = tmp_path / "again.json"
    assert main(["export", str(out), "--to", "json", "--out", str(again)]) == 0
    assert [one.to_dict() for one in bs.load_reports(again)] == [first.to_dict(), second.to_dict()]


def test_export_says_what_a_claimreview_leaves_out(
    saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "review.json"
    assert main(["export", saved, "--to", "claimreview", "--out", str(out), *PUBLISHED]) == 0
    left = capsys.readouterr().err
    assert "left out: article#s" in left
    assert "unverifiable then" in left


def test_existing_file_is_kept_until_force(saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine", encoding="utf-8")
    assert main(["export", saved, "--to", "csv", "--out", str(out)]) == 2
    assert "exists already" in said(capsys)
    assert out.read_text(encoding="utf-8") == "mine"
    assert main(["export", saved, "--to", "csv", "--out", str(out), "--force"]) == 0
    assert out.read_text(encoding="utf-8").startswith("report,")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--to", "xml", "--out", "o"], "unknown export form 'xml'"),
        (["--to", "claimreview", "--out", "o"], "--author: a ClaimReview names who made it"),
        (["--to", "claimreview", "--out", "o", "--author", "A"], "--url: a ClaimReview names the page"),
        (["--to", "csv", "--out", "o", "--author", "A"], "--author: csv has no place for it"),
        (["--to", "markdown", "--out", "o", "--url", "https://x.org"], "markdown has no place for it"),
        (["--to", "csv", "--out", "o", "--statement", "s1"], "--statement: csv holds whole reports"),
        (["--to", "sqlite", "--out", "-"], "--out: sqlite is no text"),
        (["--to", "csv", "--out", "none/o"], "none/o: cannot be written"),
        (["--to", "csv", "--out", "."], ".: is a folder"),
        (["--to", "csv"], "Missing option '--out'"),
    ],
)
def test_bad_exports_are_one_line_and_write_nothing(
    arguments: list[str], reason: str, saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tmp_path.iterdir())
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        assert main(["export", saved, *arguments]) == 2
    finally:
        os.chdir(here)
    assert reason in said(capsys)
    assert sorted(tmp_path.iterdir()) == before


def test_text_forms_go_to_standard_output(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", saved, "--to", "json", "--out", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(Path(saved).read_text(encoding="utf-8"))


def test_text_is_kept_only_where_it_is_asked_for(article: str, tmp_path: Path) -> None:
    for more, kept in (([], None), (["--with-text"], ARTICLE)):
        out = tmp_path / f"out{len(more)}"
        assert main(["export", article, "--to", "sqlite", "--out", str(out), *more]) == 0
        assert bs.load_report(out).to_dict(with_text=True)["document"]["text"] == kept


def test_damaged_report_is_one_line_for_every_verb(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(saved).write_text(Path(saved).read_text(encoding="utf-8")[:3000], encoding="utf-8")
    for arguments in (
        ["recheck", saved],
        ["explain", saved],
        ["export", saved, "--to", "csv", "--out", saved + ".csv"],
    ):
        assert main(arguments) == 2
        assert "is no JSON, or damaged" in said(capsys)
    assert not Path(saved + ".csv").exists()


def test_report_of_another_format_is_one_line(saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    shape = json.loads(Path(saved).read_text(encoding="utf-8"))
    Path(saved).write_text(json.dumps(shape | {"format": 7}), encoding="utf-8")
    assert main(["recheck", saved]) == 2
    assert "is a report of format 7, made by burdenshare" in said(capsys)
