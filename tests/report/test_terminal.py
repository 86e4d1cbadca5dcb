"""The terminal report: symbols and words that survive without colour, nothing that steers the terminal."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.checking.model import Verdict
from burdenshare.reading.model import Document, Unaccounted
from burdenshare.report.report import Report
from burdenshare.report.terminal import tried_lines
from tests.samples import SUPPORTED, checked_document, count, judgement, not_verified, promise, span


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


def test_summary_counts_verdicts_on_both_clocks_and_names_what_disagrees() -> None:
    assert text(200).strip().splitlines()[-3:] == [
        "4 statements · 1 priced · 0 numbers not understood, 1 set aside",
        "then ✔ 2 supported · ◐ 1 depends (4)",
        "now  ✔ 1 supported · ✘ 1 contradicted (1)",
    ]


def test_name_of_a_document_without_a_title_is_told_once() -> None:
    plain = replace(checked_document(), document=replace(checked_document().document, title=""))
    assert Report(plain).to_text().count(plain.document.id) == 1


def test_what_stands_beside_is_told_once_where_statements_share_it() -> None:
    lines = ("on record: one", "on record: two", "on record: three")
    entry = replace(count(), context=lines)
    shown = Report(replace(checked_document(), checked=(entry, entry))).to_text()
    assert shown.count("on record: two") == 1
    assert "entries of the record told under statement 1" in shown


def test_what_the_answer_says_is_not_said_beside_it() -> None:
    then = replace(SUPPORTED, why="in force was at least 2 % of GDP (Vilnius)")
    beside = ("in force that day: at least 2 % of GDP (Vilnius)", "2 readings tried")
    shown = Report(replace(checked_document(), checked=(replace(count(), then=then, context=beside),))).to_text(
        width=200
    )
    assert shown.count("at least 2 % of GDP (Vilnius)") == 1
    assert "readings tried" not in shown


def test_many_readings_are_told_in_short() -> None:
    answer = judgement(Verdict.UNVERIFIABLE, distance=2.0)
    (one,) = answer.tried
    held = [replace(one, name=f"reading {n}") for n in range(8)]
    nothing = replace(one, recorded=None, recorded_low=None, recorded_high=None)
    empty = [replace(nothing, name=f"empty {n}") for n in range(3)]
    *lines, unheld, more = tried_lines(replace(answer, tried=(*empty, *held)))
    assert [line.partition(":")[0] for line in lines] == [f"reading {n}" for n in range(6)]
    assert unheld == "3 other readings not held (--json, --html)"
    assert more == "and 2 more readings (--json, --html)"
    few = replace(answer, tried=(empty[0], held[0]))
    assert [line.partition(":")[0] for line in tried_lines(few)] == ["empty 0", "reading 0"]


def test_numbers_set_aside_are_listed_under_their_reasons() -> None:
    shown = text()
    assert "set aside on purpose (dates, ages, names, other topics)\n  · the name of a weapon: F-35\n" in shown
    assert "numbers not understood\n" not in shown


def test_what_was_not_understood_comes_first() -> None:
    found = (
        *checked_document().unaccounted,
        Unaccounted(span("2 %"), "2 %", "not understood: a percentage without a measure the record holds"),
        Unaccounted(span("32"), "32", "not understood"),
        *(Unaccounted(span("485"), str(2000 + number), "a date") for number in range(14)),
    )
    shown = Report(replace(checked_document(), unaccounted=found)).to_text(width=200)
    assert "\nnumbers not understood\n  · 2 %: a percentage without a measure the record holds\n  · 32\n" in shown
    assert shown.index("numbers not understood\n") < shown.index("set aside on purpose")
    assert "  · a date: 2000, 2001, " in shown
    assert "2011 and 2 more (--json, --html)" in shown
    assert "· 2 numbers not understood, 15 set aside" in shown


def test_numbers_of_a_table_are_one_line() -> None:
    words = "Poland\t3.26\t4.12\nGermany\t1.6\t2.1\n"
    found = tuple(Unaccounted(span(one, words), one, "not understood") for one in ("3.26", "4.12", "1.6", "2.1"))
    sample = replace(checked_document(), document=Document("id", words), checked=(), unaccounted=found)
    assert "numbers not understood\n  · in a table: 3.26, 4.12, 1.6, 2.1\n" in Report(sample).to_text()


def test_who_published_and_wrote_a_text_is_told_where_it_is_known() -> None:
    told = Document(
        "id", "Poland spent 2 percent.", title="Two percent", outlet="The Example", author="Ann\x1b[1m Author"
    )
    shown = Report(replace(checked_document(), document=told, checked=())).to_text(width=80)
    assert shown.splitlines()[1] == "The Example · Ann[1m Author"
    nameless = replace(told, outlet="", author="")
    shown = Report(replace(checked_document(), document=nameless, checked=())).to_text(width=80)
    assert shown.splitlines()[1].startswith("id · no date")


def test_same_price_is_told_ally_by_ally_once() -> None:
    shown = Report(replace(checked_document(), checked=(promise(), promise()))).to_text(width=200)
    assert shown.count("$ DEU") == 1
    assert "taken as one group: USD 60 bn; ally by ally under statement 1" in shown


def test_at_most_eight_allies_and_each_note_once() -> None:
    entry = promise()
    assert entry.price is not None
    line = replace(entry.price.lines[0], note="the newest release lacks it")
    lines = tuple(replace(line, ally=f"A{number:02}") for number in range(20))
    shown = Report(
        replace(checked_document(), checked=(replace(entry, price=replace(entry.price, lines=lines)),))
    ).to_text(width=200)
    assert shown.count(" short, ") == 8
    assert "$ and 12 more (--json, --html)" in shown
    assert shown.count("the newest release lacks it") == 1


def test_address_is_never_cut() -> None:
    address = "https://www.example.org/" + "a-very-long-path/" * 12
    entry = replace(count(), then=replace(SUPPORTED, sources=(f"The Example: {address}",)))
    shown = Report(replace(checked_document(), checked=(entry,))).to_text(width=60)
    assert address in shown


def test_word_wider_than_the_terminal_is_folded() -> None:
    entry = replace(count(), then=replace(SUPPORTED, why="x" * 300))
    shown = Report(replace(checked_document(), checked=(entry,))).to_text(width=60)
    assert max(map(len, shown.splitlines())) <= 60
    assert shown.count("x") >= 300


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


def test_proposals_that_were_not_verified_are_listed_and_steer_nothing() -> None:
    evil = replace(not_verified(), words="\x1b[2J[bold]supported[/bold]", unit="\x1b[31m")
    shown = Report(replace(checked_document(), not_verified=(not_verified(), *[evil] * 20))).to_text(width=200)
    assert "proposed, not verified" in shown
    assert (
        "“$485 billion”: DEU expenditure USD 485 bn; another subject is read there (EUR_CAN) (openai-compatible)"
        in shown
    )
    assert "“[2J[bold]supported[/bold]”" in shown
    assert "\x1b" not in shown
    assert "and 9 more (--json)" in shown
    assert "proposed, not verified" not in text()
