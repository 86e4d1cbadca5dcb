"""The terminal report: symbols and words that survive without colour, nothing that steers the terminal."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.report.report import Report
from tests.samples import checked_document, count, promise


def text(width: int = 80) -> str:
    return Report(checked_document()).to_text(width=width)


def test_symbols_and_words_survive_without_colour() -> None:
    shown = text()
    assert "✔ supported then (2025-02-13) · ✘ contradicted now (2026-07-02)" in shown
    assert "◐ depends then" in shown
    assert "\x1b" not in shown


def test_lines_fit_the_width() -> None:
    for width in (40, 80, 120):
        assert max(len(line) for line in text(width).splitlines()) <= width


def test_statements_stand_in_order_with_words_speaker_and_evidence() -> None:
    shown = text(200)
    places = [
        shown.index(words) for words in ("“A total of 23", "“32 members”", "“well north of 3 %”", "“Allies in Europe")
    ]
    assert places == sorted(places)
    assert "Mark Rutte, secretary general (quote)" in shown
    assert "DEU share of GDP 2024: 2.1 % (estimate); release nato-2024-06 of 2024-06-17; NATO, table 3" in shown


def test_price_lines_start_with_the_largest_sum_and_end_with_the_total() -> None:
    shown = Report(replace(checked_document(), checked=(promise(),))).to_text(width=200)
    assert shown.index("$ DEU") < shown.index("$ CAN")
    assert "total at least USD 87 bn a year; taken as one group: USD 60 bn" in shown
    assert "without data, left out: ISL" in shown
    assert "POL" not in shown


def test_two_clocks_that_say_the_same_are_told_once() -> None:
    assert "then and now: the record counts 32" in text(200)
    assert "then: the record counts 32" not in text(200)


def test_summary_line_counts_verdicts_on_both_clocks() -> None:
    last = text(200).strip().splitlines()[-1]
    assert last == (
        "4 statements · then: ✔ 2 supported, ◐ 1 depends · now: ✔ 1 supported, ✘ 1 contradicted"
        " · 1 priced · 1 number not accounted for"
    )


def test_numbers_not_accounted_for_are_listed_with_reasons() -> None:
    assert "· F-35: the name of a weapon" in text()


def test_control_characters_of_an_article_do_not_reach_the_terminal() -> None:
    entry = count()
    hostile = "red \x1b[31m alert \x07 \u202e reversed [bold]markup[/bold]"
    bad = replace(entry, statement=replace(entry.statement, text=hostile))
    shown = Report(replace(checked_document(), checked=(bad,))).to_text(width=200)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]markup[/bold]" in shown


def test_missing_then_verdict_is_explained() -> None:
    bad = replace(count(), then=None, then_missing="the text bears no day")
    shown = Report(replace(checked_document(), checked=(bad,))).to_text(width=200)
    assert "– not judged then: the text bears no day · ✘ contradicted now" in shown
