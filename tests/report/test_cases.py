"""The matcher of `expected.csv`: it must fail for anything that is wrong, and say what was found instead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.checking.model import Checked, Verdict
from burdenshare.errors import InputError
from burdenshare.reading.model import Interval, Kind
from burdenshare.report.cases import Row, differences, failure, occurrences, read_rows
from burdenshare.report.report import Report
from tests.samples import SUPPORTED, TEXT, checked_document, count, level, promise

REPORT = Report(checked_document())
COUNT = Row(
    line=2,
    article="sample.txt",
    on="2025-02-13",
    words="23 of the 32 members",
    kind="fact",
    subject="NATO",
    measure="allies_at_guideline",
    comparator="=",
    value="23",
    unit="allies",
    period="2024",
    mode="narration",
    then="supported",
    now="contradicted",
)


def met(row: Row) -> bool:
    return failure(row, REPORT) == ""


def value_met(expected: str, entry: Checked) -> bool:
    return not list(differences(Row(2, "a", "", "w", value=expected), entry))


def test_row_that_says_what_the_report_says_is_met() -> None:
    assert failure(COUNT, REPORT) == ""


@pytest.mark.parametrize(
    ("column", "wrong"),
    [
        ("kind", "promise"),
        ("subject", "EUR"),
        ("subject", "NATO;EUR"),
        ("measure", "members"),
        ("comparator", ">="),
        ("value", "22"),
        ("value", "23 below"),
        ("unit", "%"),
        ("period", "2023"),
        ("speaker", "Mark Rutte"),
        ("mode", "quote"),
        ("then", "contradicted"),
        ("then", "close|depends"),
        ("now", "supported"),
        ("now", "unverifiable|"),
    ],
)
def test_one_wrong_column_fails_and_is_named(column: str, wrong: str) -> None:
    changed: dict[str, Any] = {column: wrong}
    reason = failure(replace(COUNT, **changed), REPORT)
    assert f"{column}: expected {wrong}" in reason
    assert "s1" in reason


def test_blank_columns_are_not_checked() -> None:
    assert met(Row(2, "sample.txt", "", "23 of the 32"))


def test_alternatives() -> None:
    assert met(replace(COUNT, then="close|supported", kind="position|fact", period="2023|2024", subject="EUR|NATO"))


def test_empty_alternative_means_no_verdict() -> None:
    words = "well north of 3 %"
    assert met(Row(2, "a", "", words, then="unverifiable|"))
    assert not met(Row(2, "a", "", words, then="unverifiable"))
    assert not met(replace(COUNT, then="unverifiable|"))


def test_nested_statement_is_found_by_its_own_columns() -> None:
    assert met(Row(2, "a", "", "23 of the 32 members", measure="members", value="32"))


def test_columns_must_be_met_by_one_statement_not_by_several() -> None:
    assert not met(Row(2, "a", "", "23 of the 32 members", measure="members", value="23"))


def test_words_without_a_statement_and_words_not_there_fail() -> None:
    assert "no statement overlaps" in failure(Row(2, "a", "", "the alliance says"), REPORT)
    assert "the name of a weapon" in failure(Row(2, "a", "", "F-35"), REPORT)
    assert "do not stand in the article" in failure(Row(2, "a", "", "24 of the 32"), REPORT)


@pytest.mark.parametrize(
    ("interval", "expected", "fits"),
    [
        (Interval(484.5e9, 485.5e9, central=485e9), "485 bn", True),
        (Interval(484.5e9, 485.5e9, central=485e9), "485 billion", True),
        (Interval(484.5e9, 485.5e9, central=485e9), "480 bn", False),
        (Interval(650e9, 750e9, central=700e9), "700 bn", True),
        (Interval(650e9, 750e9, central=700e9), "690 bn", False),
        (Interval(3.15, float("inf"), central=3.0), "3", True),
        (Interval(3.15, float("inf"), central=3.0), "4", False),
        (Interval(3, float("inf"), low_open=True), "3", True),
        (Interval(3, 7), "3 to 7", True),
        (Interval(3, 7), "3 to 5", False),
        (Interval(0.64, 0.69, central=2 / 3), "2/3", True),
        (Interval(0.64, 0.69, central=2 / 3), "1/3", False),
        (Interval(0, 0, central=0), "0", True),
        (None, "2", False),
    ],
)
def test_value_forms(interval: Interval | None, expected: str, fits: bool) -> None:
    entry = replace(level(), statement=replace(level().statement, value=interval))
    assert value_met(expected, entry) is fits


def test_fraction_below_is_the_rest_of_the_fraction_above() -> None:
    third = Interval(0.31, 0.36, central=1 / 3, kind="fraction")
    below = replace(level(), statement=replace(level().statement, value=third, unit="fraction", below=True))
    above = replace(
        level(), statement=replace(level().statement, value=Interval(0.64, 0.69, central=2 / 3), unit="fraction")
    )
    wrong = replace(level(), statement=replace(level().statement, value=third, unit="fraction", below=False))
    assert value_met("1/3 below", below)
    assert value_met("1/3 below", above)
    assert not value_met("1/3 below", wrong)
    assert not value_met("1/3", below)


def test_stretch_may_stand_as_baseline_and_period() -> None:
    entry = replace(level(), statement=replace(level().statement, period="2024", baseline="2017"))
    row = Row(2, "a", "", "w", period="2017/2024|2016/2024")
    assert not list(differences(row, entry))
    assert list(differences(replace(row, period="2014/2024"), entry))


def test_day_lies_in_its_month_for_dated_happenings_only() -> None:
    row = Row(2, "a", "", "w", period="2025-03")
    happening = replace(level(), statement=replace(level().statement, kind=Kind.EVENT, period="2025-03-27"))
    fact = replace(level(), statement=replace(level().statement, period="2025-03-27"))
    assert not list(differences(row, happening))
    assert list(differences(row, fact))


def test_speaker_is_compared_without_accents_and_case() -> None:
    speaker = replace(promise().statement.speaker, name="Volodymyr Zelenskÿ")
    entry = replace(promise(), statement=replace(promise().statement, speaker=speaker))
    assert not list(differences(Row(2, "a", "", "w", speaker="volodymyr zelensky"), entry))


def test_wrong_verdict_of_the_record_fails_every_row_that_states_it() -> None:
    entry = count()
    for verdict in Verdict:
        changed = replace(entry, then=replace(SUPPORTED, verdict=verdict))
        assert bool(list(differences(COUNT, changed))) is (verdict is not Verdict.SUPPORTED)


# Where the words stand -----------------------------------------------------------------------------------------------


def test_words_are_found_whatever_quotes_dashes_blanks_and_case() -> None:
    text = "He said: “We’ll  spend\nmore – 2\u202f%”. He said: 'we'll spend more - 2 %'"
    spans = occurrences("'We'll spend more — 2 %'", text)
    assert [text[one.start : one.end] for one in spans] == [
        "“We’ll  spend\nmore – 2\u202f%”",
        "'we'll spend more - 2 %'",
    ]


@given(st.text(min_size=1, max_size=60), st.data())
def test_every_slice_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = occurrences(words, text)
    assert not words.strip() or not occurrences(words, words) or found


def test_offsets_of_found_words_are_those_of_the_text() -> None:
    (span,) = occurrences("well north of 3 %", TEXT)
    assert TEXT[span.start : span.end] == "well north of 3 %"


# The file ------------------------------------------------------------------------------------------------------------


def csv_file(folder: Path, text: str) -> Path:
    path = folder / "expected.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_are_read_with_their_lines(tmp_path: Path) -> None:
    rows = read_rows(csv_file(tmp_path, "article,words,then\na.txt,two per cent,supported\nb.txt,three,\n"))
    assert [(row.line, row.article, row.then) for row in rows] == [(2, "a.txt", "supported"), (3, "b.txt", "")]
    assert rows[0].day is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("article,words\n", "has no rows"),
        ("article,words,verdict\na,b,c\n", "unknown column 'verdict'"),
        ("article,kind\na,fact\n", "column 'words' is missing"),
        ("article,words\na.txt,\n", "article and words are needed"),
        ("", "column 'article' is missing"),
        (
            "article,words,then\na,b,supported\na,b,suported\n",
            "line 3, column then: unknown verdict 'suported'; did you",
        ),
        ("article,words,now\na,b,supported|clos\n", "column now: unknown verdict 'clos'; did you mean close"),
        ("article,words,kind\na,b,facts\n", "line 2, column kind: unknown kind 'facts'; did you mean fact"),
        ("article,words,mode\na,b,quoted\n", "column mode: unknown mode 'quoted'; did you mean quote"),
    ],
)
def test_unusable_file_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_rows(csv_file(tmp_path, text))


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_rows(tmp_path / "expected.csv")


def test_unusable_value_and_day_are_refused() -> None:
    with pytest.raises(InputError, match="is not a value"):
        failure(replace(COUNT, value="many"), REPORT)
    with pytest.raises(InputError, match="is not a day"):
        _ = replace(COUNT, on="13 February").day
