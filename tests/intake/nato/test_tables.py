"""Figures under words, years and names: taken, left out with a reason, or refused with their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from burdenshare.intake.grid import Value
from burdenshare.intake.model import DeliveryError, Given
from burdenshare.intake.nato.lines import Cell, Figures, Line, Part, Words, Years
from burdenshare.intake.nato.names import names_of
from burdenshare.intake.nato.tables import Gathered, Reading, gather
from burdenshare.intake.nato.years import Year
from burdenshare.record import Record

YEARS = (Year("T!D8", 2023, False), Year("T!E8", 2024, True))
DOLLARS = ("Table 2 : Defence expenditure", "Million US dollars", "Current prices")
NATIONAL = ("Table 1 : Defence expenditure", "Million national currency units", "Current prices")
Read = Callable[..., Gathered]
CURRENCIES = {"BEL": "EUR", "ALB": "ALL", "CZE": "CZK", "USA": "USD"}


def _words(*texts: str, first: int = 1) -> list[Line]:
    return [Words(f"T!B{row}", text) for row, text in enumerate(texts, start=first)]


def _row(name: str | None, *values: Value, at: int = 11, **more: object) -> Figures:
    names = () if name is None else (Words(f"T!C{at}", name),)
    cells = tuple(
        Cell(f"T!{'DE'[column]}{at}", year.year, year.estimate, value)
        for column, (year, value) in enumerate(zip(YEARS, values, strict=True))
    )
    return Figures(f"T!C{at}", names, cells, **more)  # type: ignore[arg-type]


@pytest.fixture
def read(record: Record) -> Read:
    def reader(*lines: Line | Sequence[Line]) -> Gathered:
        flat = [one for line in lines for one in ([line] if isinstance(line, Words | Years | Figures) else line)]
        reading = Reading(Given("x.xlsx", b""), names_of(record), lambda entity: CURRENCIES.get(entity, ""))
        return gather(reading, [Part("T", tuple(flat))])

    return reader


HEAD = Years("T!D8", YEARS)


def test_a_figure_gets_what_stands_around_it(read: Read) -> None:
    found = read(_words(*DOLLARS), HEAD, _row("Belgium", 7622.0, 8519.5))
    assert [(one.key, one.digits, one.estimate, one.place) for one in found.cells] == [
        (("BEL", 2023, "expenditure", "current", "million USD"), "7622", False, "T!D11"),
        (("BEL", 2024, "expenditure", "current", "million USD"), "8519.5", True, "T!E11"),
    ]
    assert (found.newest, found.core) == (2024, False)


def test_an_estimate_beside_the_figure_counts_too(read: Read) -> None:
    found = read(_words(*DOLLARS), HEAD, _row("Belgium", "76.22e", 8519.5))
    assert [one.estimate for one in found.cells] == [True, True]


@pytest.mark.parametrize(
    ("lines", "place", "words"),
    [
        ([HEAD, _row("Belgium", 1.0, 2.0)], "T!C11", "under no title"),
        ([*_words(*DOLLARS), _row("Belgium", 1.0, 2.0)], "T!C11", "no row of years"),
        ([*_words(DOLLARS[0], DOLLARS[2]), HEAD, _row("Belgium", 1.0, 2.0)], "T!C11", "unit of expenditure"),
        ([*_words(DOLLARS[0], "Trillion US dollars", DOLLARS[2]), HEAD, _row("Belgium", 1.0, 2.0)], "T!B2", "Trillion"),
        ([*_words(*DOLLARS[:2]), HEAD, _row("Belgium", 1.0, 2.0)], "T!C11", "prices of expenditure"),
        ([*_words("Table 2 : Defence expenditure", "Thousands", "Current prices"), HEAD, _row("Belgium", 1.0, 2.0)],
         "T!C11", "million USD"),
        ([*_words("Table 3 : Defence expenditure as a share of GDP"), HEAD, _row("Belgium", 1.0, 2.0)],
         "T!C11", "no heading"),
        ([*_words(*DOLLARS), HEAD, _row("Belgum", 1.0, 2.0)], "T!C11", "mend it if it is Belgium"),
        ([*_words(*DOLLARS), HEAD, _row("Belgium", "2,345", 2.0)], "T!D11", "two ways"),
        ([*_words(*DOLLARS), HEAD, _row("Belgium", 1.0, 2.0, strays=("T!F11",))], "T!F11", "under no year"),
        ([*_words(*DOLLARS), HEAD, _row("Belgium", 1.0, 2.0, fault="7 figures under 2 years")], "T!C11", "7 figures"),
        ([*_words(*DOLLARS), Years("T!D8", YEARS, "a gap", "T!E8"), _row("Belgium", 1.0, 2.0)], "T!E8", "a gap"),
        ([*_words(*DOLLARS), HEAD, _row("Belgium", 1.0, 2.0), _row("Belgium*", 1.0, 3.0, at=12)], "T!E12", "T!E11"),
        ([*_words(*DOLLARS), HEAD, _row("Albania (Leks)", 1.0, 2.0)], "T!C11", "leks under million USD"),
        ([*_words(*NATIONAL), HEAD, _row("Czechia (Euros)", 1.0, 2.0)], "T!C11", "CZK"),
    ],
)  # fmt: skip
def test_what_words_leave_open_is_refused_with_its_place(read: Read, lines: list[Line], place: str, words: str) -> None:
    with pytest.raises(DeliveryError) as caught:
        read(lines)
    assert caught.value.where == f"x.xlsx: {place}"
    assert words in str(caught.value)


def test_an_error_of_a_formula_is_refused_in_a_row_of_an_ally_only(read: Read) -> None:
    broken = (Cell("T!D12", 2023, False, None, "holds the error of a formula"),)
    found = read(_words(*DOLLARS), HEAD, _row("Belgium", 1.0, 2.0), Figures("T!D12", (), broken))
    assert next((one.place, one.reason) for one in found.left_out) == ("T!D12", "errors of formulas beside no name")
    with pytest.raises(DeliveryError, match="T!D12: holds the error"):
        read(_words(*DOLLARS), HEAD, Figures("T!C12", (Words("T!C12", "Belgium"),), broken))


def test_what_is_known_not_to_be_an_ally_or_not_known_is_left_out_once_a_row(read: Read) -> None:
    rows = [_row("European Union", 1.0, 2.0, at=12), _row("Ruritania", 1.0, 2.0, at=13), _row(None, 1.0, 2.0, at=14)]
    found = read(_words(*DOLLARS), HEAD, _row("Belgium", 1.0, 2.0), rows)
    assert len(found.cells) == 2
    assert [(one.place, one.text, one.reason) for one in found.left_out][:3] == [
        ("T!C12", "European Union", "an aggregate that the record does not keep"),
        ("T!C13", "Ruritania", "a name that is not known"),
        ("T!C14", "", "figures beside no name"),
    ]


def test_a_derived_table_and_an_unknown_one_are_left_out_with_a_reason(read: Read) -> None:
    derived = _words("Table 4 : Defence expenditure real change 2014-2024e", first=30)
    unknown = _words("Table 9 : Resilience", first=60)
    found = read(
        _words(*DOLLARS), HEAD, _row("Belgium", 1.0, 2.0), derived, HEAD, _row("Belgium", 5.0, 6.0, at=33),
        unknown, HEAD, _row("Belgium", 7.0, 8.0, at=63), _row("Albania", 7.0, 8.0, at=64),
    )  # fmt: skip
    assert len(found.cells) == 2
    told = {one.place: (one.text, one.reason) for one in found.left_out}
    assert "Tables 2 and 3" in told["T!B30"][1]
    assert told["T!B60"] == ("Table 9 : Resilience", "no table of NATO's that is known by this title")


def test_a_block_under_a_heading_that_is_not_known_is_left_out(read: Read) -> None:
    found = read(
        _words(*DOLLARS),
        HEAD,
        _row("Belgium", 1.0, 2.0),
        _words("Purchasing power", first=40),
        _row("Belgium", 5.0, 6.0, at=41),
    )
    assert len(found.cells) == 2
    assert found.left_out[0].place == "T!B40"


def test_currencies_are_held_against_the_record(read: Read) -> None:
    rows = [
        _row("Belgium (Euros)", 1.0, 2.0),
        _row("Ukraine (Hryvnia)", 1.0, 2.0, at=12),
        _row("Albania (Crowns of gold)", 1.0, 2.0, at=13),
    ]
    found = read(
        _words(*NATIONAL),
        HEAD,
        rows,
        _row("United States (US dollars)", 3.0, 4.0, at=14),
        _row("Czechia", 3.0, 4.0, at=15),
    )
    assert {one.key[0] for one in found.cells} == {"BEL", "USA", "CZE"}
    assert {one.place: one.reason for one in found.left_out if one.place != "the whole file"} == {
        "T!C12": "the record knows no currency of it",
        "T!C13": "the currency 'crowns of gold' is not known",
    }


def test_the_same_figure_twice_is_one_figure(read: Read) -> None:
    found = read(_words(*DOLLARS), HEAD, _row("Belgium", 1.0, 2.0), _row("Belgium", 1.0, 2.0, at=12))
    assert len(found.cells) == 2


def test_a_second_base_year_is_refused(read: Read) -> None:
    lines = [*_words(DOLLARS[0], DOLLARS[1], "Constant 2015 prices"), HEAD, _row("Belgium", 1.0, 2.0)]
    more = [*_words("Constant 2016 prices", first=30), _row("Albania", 1.0, 2.0, at=31)]
    with pytest.raises(DeliveryError, match="constant_2016 prices, and constant_2015 at T!C11"):
        read(lines, more)


def test_titles_must_agree_on_core_expenditure(read: Read) -> None:
    core = [
        *_words("Table 1 : Core defence expenditure", "Million US dollars", "Current prices"),
        HEAD,
        _row("Belgium", 1.0, 2.0),
    ]
    assert read(core).core
    with pytest.raises(DeliveryError, match="core expenditure in one title"):
        read(core, _words("Table 3 : Defence expenditure as a share of GDP", first=40))


def test_empty_cells_and_missing_measures_are_told(read: Read) -> None:
    found = read(_words(*DOLLARS), HEAD, _row("Belgium", 1.0, None), _row("Albania", "..", 2.0, at=12))
    assert len(found.cells) == 2
    assert ("T!E11", "Belgium", "no figure for 2024") in [(one.place, one.text, one.reason) for one in found.left_out]
    assert {one.text for one in found.left_out if one.place == "the whole file"} >= {"gdp", "share_of_gdp"}


def test_columns_under_other_words_are_told_once(read: Read) -> None:
    rows = [
        _row(name, 1.0, 2.0, at=at, others=(Words("T!F8", "FY2025"),))
        for name, at in (("Belgium", 11), ("Albania", 12))
    ]
    found = read(_words(*DOLLARS), HEAD, rows)
    assert [(one.place, one.text) for one in found.left_out if "no year" in one.reason] == [("T!F8", "FY2025")]


def test_two_names_in_a_row_must_be_one(read: Read) -> None:
    row = _row("Belgium", 1.0, 2.0)
    both = Figures(row.place, (*row.names, Words("T!B11", "BEL")), row.cells)
    assert len(read(_words(*DOLLARS), HEAD, both).cells) == 2
    other = Figures(row.place, (*row.names, Words("T!B11", "Albania")), row.cells)
    with pytest.raises(DeliveryError, match="names two in one row"):
        read(_words(*DOLLARS), HEAD, other)


def test_nothing_at_all_is_refused(read: Read) -> None:
    with pytest.raises(DeliveryError, match="holds no figure of an ally"):
        read(_words(*DOLLARS), HEAD, _row("Ruritania", 1.0, 2.0))
