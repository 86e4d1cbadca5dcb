"""The whole way from a text to its statements: what holds for any text at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.model import Document, Kind, Reading, Span
from burdenshare.reading.read import read
from burdenshare.record import Record
from tests.reading.conftest import DAY, Numbers, Read
from tests.reading.profiles import FEW, GRAMMAR_TEXT, ODD_TEXT, PIECED

REPORT = (
    "BRUSSELS - NATO Secretary General Mark Rutte said on Thursday that 23 of the 32 allies met the 2 % target last "
    "year.\n\n“European allies and Canada invested a total of $485 billion in defence,” he said. “We will need to "
    "spend well north of 3 % of GDP.”\n\nPoland spent 4.12 % of GDP on defence in 2024, Estonia 3.43 %. A third of "
    "members still do not meet the guideline.\n\nDefence ministers met in Brussels on 13 February."
)
DAYS = st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2060, 12, 31)))


def given_back(text: str, record: Record, on: date | None = DAY) -> Reading:
    """What was read, once it is sure that every offset points at the words it is said to."""
    found = read(Document("own", text, on), record)
    for one in found.statements:
        check(text, one.span, one.text)
        check(text, one.focus, one.words)
        assert one.span.start <= one.focus.end
        assert one.focus.start <= one.span.end
    for gone in found.unaccounted:
        check(text, gone.span, gone.text)
        assert gone.reason
    return found


def check(text: str, span: Span, words: str) -> None:
    assert 0 <= span.start <= span.end <= len(text)
    assert text[span.start : span.end] == words


def told(found: Reading) -> list[tuple[object, ...]]:
    """What is said, without where it stands."""
    return [
        (s.kind, s.subject, s.measure, s.comparator, s.value, s.unit, s.period, s.speaker.name, s.modality)
        for s in found.statements
    ]


@FEW
@given(text=ODD_TEXT, on=DAYS)
def test_no_text_crashes_or_shifts_an_offset(record: Record, text: str, on: date | None) -> None:
    given_back(text, record, on)


@FEW
@given(text=PIECED, on=DAYS)
def test_pieces_of_the_labelled_texts_never_crash(record: Record, text: str, on: date | None) -> None:
    found = given_back(text, record, on)
    assert all(one.value is None or one.value.low <= one.value.high for one in found.statements)
    assert all(0 <= span.start < span.end <= len(text) for one in found.statements for span in one.repeats)


@FEW
@given(text=GRAMMAR_TEXT, on=DAYS)
def test_no_order_of_known_words_crashes_or_shifts_an_offset(record: Record, text: str, on: date | None) -> None:
    given_back(text, record, on)


@FEW
@given(text=GRAMMAR_TEXT)
def test_statements_stand_in_text_order_with_their_own_numbers(record: Record, text: str) -> None:
    found = given_back(text, record).statements
    assert [s.id for s in found] == [f"s{at}" for at in range(1, len(found) + 1)]
    assert [s.span.start for s in found] == sorted(s.span.start for s in found)


@FEW
@given(text=GRAMMAR_TEXT)
def test_facts_and_promises_are_whole(record: Record, text: str) -> None:
    for one in given_back(text, record).statements:
        if one.kind in (Kind.FACT, Kind.PROMISE):
            assert one.measure
            assert one.subject
            assert one.rule
            assert one.value is None or one.value.low <= one.value.high


@FEW
@given(text=GRAMMAR_TEXT)
def test_shares_are_shares(record: Record, text: str) -> None:
    """Whatever the words: no ally spends a year or a budget per cent of its GDP."""
    for one in given_back(text, record).statements:
        if one.measure in ("share_of_gdp", "guideline") and one.value is not None:
            assert one.value.central <= 100


@FEW
@given(st.sampled_from("\u200b\u200d\u00ad\ufeff\u2060"), st.lists(st.integers(0, len(REPORT)), max_size=12))
def test_zero_width_characters_change_nothing_that_is_read(record: Record, gone: str, places: list[int]) -> None:
    text = REPORT
    for place in sorted(places, reverse=True):
        text = text[:place] + gone + text[place:]
    assert told(given_back(text, record)) == told(given_back(REPORT, record))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("CRLF", "\n", "\r\n"),
        ("no-break spaces", " %", "\u00a0%"),
        ("straight marks", "“", '"'),
        ("full-width per cent", "%", "％"),
        ("the word per cent", "%", "per cent"),
        ("double spaces", " ", "  "),
    ],
)
def test_typography_changes_nothing_that_is_read(record: Record, name: str, old: str, new: str) -> None:
    text = REPORT.replace(old, new)
    if name == "straight marks":
        text = text.replace("”", '"')
    assert told(given_back(text, record)) == told(given_back(REPORT, record))


@pytest.mark.parametrize(
    "text",
    [
        REPORT.upper(),
        REPORT.lower(),
        REPORT.replace(".", "").replace(",", ""),
        REPORT.replace("”", ""),
        REPORT.replace("“", ""),
        REPORT.replace("\n\n", ""),
        "“" * 999 + REPORT,
        REPORT + '"' * 999,
        "'" * 1001 + REPORT,
        "\u0301" + REPORT + "\u0301",
        REPORT[::-1],
        "",
        " \n\t ",
        "23",
        "%",
        "2 %",
        "$",
        "“",
        "-" * 5000,
        "9" * 5000,
        "9" * 400 + "th allies met the 2 % target.",
        "On 0 March and on 99999999999 March they met.",
        "The 9999999999999999999th of May.",
        "Q:\n\nA:\n\nQ:\n\nA:",
    ],
)
def test_broken_text_is_read_without_a_crash(record: Record, text: str) -> None:
    for on in (DAY, None):
        given_back(text, record, on)


def test_all_capitals_lose_no_number(record: Record) -> None:
    capitals = given_back("IN 2024, 23 ALLIES MET THE 2 % TARGET.", record)
    assert [s.measure for s in capitals.statements if s.measure == "allies_at_guideline"] == ["allies_at_guideline"]


def test_a_line_of_two_megabytes_is_read_to_its_end(record: Record) -> None:
    line = "Poland spent 4.12 % of GDP on defence in 2024 " + f"{'word' * 40} " * 12_500
    line += "Estonia spent 3.43 % of GDP on defence in 2024"
    assert len(line) > 2_000_000
    assert {s.subject for s in given_back(line, record).statements} == {("POL",), ("EST",)}


def test_two_megabytes_without_a_space_are_read(record: Record) -> None:
    given_back("x" * 2_000_000, record)


def test_thousands_of_quoted_figures_in_a_line_are_read(record: Record) -> None:
    given_back("“2” " * 5_000, record)


def test_pasted_table_is_read_without_a_crash(record: Record) -> None:
    head = "Country\t2014\t2023\t2024e\n"
    cells = "".join(
        f"{name}\t1.{at:02d}\t2.{at:02d}\t3.{at:02d}\n" for at in range(100) for name in ("Poland", "Spain")
    )
    found = given_back(head + cells, record)
    assert [s for s in found.statements if s.value is not None and s.value.central > 100] == []


def test_every_number_ends_in_a_statement_or_in_the_list(reading: Read) -> None:
    found = reading(REPORT + " He flew home in an F-35 at 12:40 p.m. with 14 aides.")
    covered = [s.span for s in found.statements] + [gone.span for gone in found.unaccounted]
    text = found.document.text
    for at, character in enumerate(text):
        if character.isdigit():
            assert any(span.start <= at < span.end for span in covered), text[max(0, at - 20) : at + 20]


def test_report_gives_its_seven_figures(told: Numbers) -> None:
    measures = [s.measure for s in told(REPORT)]
    for measure in (
        "allies_at_guideline",
        "members",
        "expenditure",
        "guideline",
        "share_of_gdp",
        "fraction_at_guideline",
    ):
        assert measure in measures
    assert measures.count("share_of_gdp") == 2


def test_foreign_sentence_is_listed_and_the_rest_is_read(reading: Read) -> None:
    found = reading(
        "Poland spent 4.12 % of GDP on defence in 2024. Die Verbündeten haben sich auf das Ziel von 2 % geeinigt und "
        "werden es nicht erreichen."
    )
    assert [s.measure for s in found.statements] == ["share_of_gdp"]
    assert [gone.reason for gone in found.unaccounted if gone.reason == "not English"] == ["not English"]


def test_same_document_reads_the_same_twice(reading: Read) -> None:
    assert reading(REPORT) == reading(REPORT)


def test_without_a_day_nothing_relative_is_dated(told: Numbers) -> None:
    found = told("Poland spent 4.12 % of GDP on defence last year.", on=None)
    assert [(s.subject, s.period) for s in found] == [(("POL",), "")]
