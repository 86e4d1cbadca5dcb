"""The fact-check in Markdown: readable, every verdict with its sources, and no word of an article becomes markup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.report.exports.markdown import markdown_of
from burdenshare.report.exports.texts import in_comment, json_text, link, markdown
from burdenshare.report.report import Report
from tests.samples import checked_document, count


def shown(report: Report, *statements: str, author: str = "") -> str:
    """The part that people read."""
    return markdown_of([report], statements, author=author).decode().split("<!-- burdenshare:saved-report")[0]


def test_fact_check_tells_both_clocks_prices_and_what_was_not_judged() -> None:
    text = shown(Report(checked_document()), author="The Desk")
    assert "# Fact-check: A &lt;title&gt;" in text
    assert "The Example · 2025-02-13 · checked by The Desk with burdenshare 0.1.0" in text
    assert "| ✔ supported | 2 | 1 |" in text
    assert "**When said (2025-02-13): ✔ supported.** the record counts 23." in text
    assert "**By the newest record (2026-07-02): ✘ contradicted.**" in text
    assert "**Its price (2025-02-13): at least 3.15 % of GDP, total at least USD 87 bn a year" in text
    assert "NATO, table 3, release nato-2024-06 (2024-06-17)" in text


def test_only_the_statement_asked_for_is_told() -> None:
    text = shown(Report(checked_document()), "s2")
    assert "## 1. “32 members”" in text
    assert "## 2." not in text


def test_words_of_an_article_are_no_markup() -> None:
    words = "# *x* [a](b) `c` <b>d</b> | e\n1. f ![g](h) --> ~~i~~ _j_ & k"
    entry = replace(count(), statement=replace(count().statement, text=words))
    text = shown(Report(replace(checked_document(), checked=(entry,))))
    (line,) = [one for one in text.splitlines() if one.startswith("## 1.")]
    assert line == (
        "## 1. “\\# \\*x\\* \\[a\\](b) \\`c\\` &lt;b&gt;d&lt;/b&gt; \\| e 1. f \\!\\[g\\](h) --&gt; "
        "\\~\\~i\\~\\~ \\_j\\_ &amp; k”"
    )


@pytest.mark.parametrize(("text", "safe"), [("1. x", "1\\. x"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("x - y", "x - y")])
def test_words_at_the_beginning_of_a_line_make_no_list(text: str, safe: str) -> None:
    assert markdown(text) == safe


def test_links_are_addresses_of_the_web_alone() -> None:
    assert link("a [b]", "https://example.org/x y>") == "[a \\[b\\]](<https://example.org/x%20y%3E>)"
    assert link("a", "javascript:alert(1)") == "a"
    assert link("a", "") == "a"


def test_comment_ends_where_it_should() -> None:
    for text in ("-->", "--", "---->", "<!--", "--!>", "\u2028"):
        held = in_comment(json_text({"text": text}))
        assert "--" not in held
        assert "<" not in held
        assert ">" not in held


def test_comment_that_an_editor_stripped_is_missed(tmp_path: Path) -> None:
    path = tmp_path / "check.md"
    path.write_text(shown(Report(checked_document())), encoding="utf-8")
    with pytest.raises(bs.ReportError, match="is a fact-check without its saved report"):
        bs.load_report(path)
