"""NATO's workbook in its layouts of eight years, and the workbook of June 2024 cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.intake.model import Asked, Delivery, DeliveryError, Given
from burdenshare.intake.nato import pdf, workbook
from burdenshare.record import Record, tables
from burdenshare.record.schema import TABLES
from tests.intake.nato import layouts
from tests.intake.nato.made import Invented, revised
from tools.build_record.build import ROOT
from tools.fuzz_intake.books import Book, Page, book_of, spot, written

RAW = ROOT.parent / "shared" / "data" / "raw" / "nato" / "240617-def-exp-2024-TABLES-en.xlsx"
needs_raw = pytest.mark.skipif(not RAW.is_file(), reason="NATO's workbook is not beside this checkout")

SMALL = written(Book([Page("T", {(0, 0): "Table 2 : Defence expenditure", (1, 0): "Belgium", (1, 1): 5.0})]))

Key = tuple[str, int, str, str, str]


@pytest.fixture(scope="module")
def made(record: Record) -> Invented:
    return revised(record)


def _cells(delivery: Delivery) -> dict[Key, float]:
    return {
        (row["ally"], int(row["year"]), row["measure"], row["price_basis"], row["unit"]): float(row["value"])
        for row in delivery.tables["nato/expenditure.csv"]
    }


def _read(made: Invented, content: bytes, asked: Asked | None = None) -> Delivery:
    return workbook.read(Given(made.name, content), asked or Asked(), made.record)


@pytest.mark.parametrize("layout", [layouts.as_in_2024, layouts.as_in_2026])
def test_every_figure_comes_out_of_each_layout(made: Invented, layout: Callable[[Invented], bytes]) -> None:
    delivery = _read(made, layout(made))
    assert _cells(delivery) == made.cells
    assert {row["estimate"] for row in delivery.tables["nato/expenditure.csv"] if row["year"] == "2022"} == {"false"}
    assert {row["estimate"] for row in delivery.tables["nato/expenditure.csv"] if row["year"] == "2024"} == {"true"}


def test_the_layout_of_2019_has_other_names_billions_and_marks_for_what_is_missing(made: Invented) -> None:
    delivery = _read(made, layouts.as_in_2019(made))
    found, wanted = _cells(delivery), made.cells
    assert {key[4] for key in found if key[2] == "gdp"} == {"billion USD"}
    assert {key for key in found if key[2] != "gdp"} == {
        key for key in wanted if key[2] != "gdp" and key[:2] != ("MNE", 2014)
    }
    assert found["TUR", 2020, "gdp", "constant_2015", "billion USD"] == pytest.approx(
        wanted["TUR", 2020, "gdp", "constant_2015", "million USD"] / 1000
    )


def test_a_delivery_says_whose_and_of_when_it_is(made: Invented) -> None:
    content = layouts.as_in_2026(made)
    given = Given(made.name, content, "https://example.org/def-exp-2026-en.xlsx")
    delivery = workbook.read(given, Asked(), made.record)
    assert (delivery.kind, delivery.publisher, delivery.release, delivery.published, delivery.full) == (
        *("nato-workbook", "NATO", "2024-07", date(2024, 7, 20)),
        True,
    )
    (release,) = delivery.tables["nato/releases.csv"]
    assert (release["definition"], release["own_year"], release["date_known_from"]) == (
        "whole",
        "2024",
        "in the file's name",
    )
    (source,) = delivery.tables["sources.csv"]
    assert source["pattern"] == f"source={given.key}"
    assert given.sha256 in source["note"]
    assert source["address"] == given.address
    assert {row["source"] for row in delivery.tables["nato/expenditure.csv"]} == {given.key}


def test_rows_have_the_columns_of_their_tables_and_a_place(made: Invented) -> None:
    declared = {table.path: set(table.header) for table in TABLES}
    delivery = _read(made, layouts.as_in_2026(made))
    for path, rows in delivery.tables.items():
        assert all(set(row) == declared[path] | {tables.PLACE} for row in rows), path
    first = delivery.tables["nato/expenditure.csv"][0]
    assert first[tables.PLACE].startswith("Table ")


def test_what_is_asked_wins_over_the_name(made: Invented) -> None:
    asked = Asked(release="2024-09", published=date(2024, 9, 1))
    assert _read(made, layouts.as_in_2026(made), asked).release == "2024-09"
    with pytest.raises(DeliveryError, match="its newest year is 2024"):
        _read(made, layouts.as_in_2026(made), Asked(release="2023-05", published=date(2023, 5, 1)))


def test_a_file_without_a_day_offers_the_day_it_was_saved(made: Invented) -> None:
    with pytest.raises(DeliveryError, match="--published 20"):
        workbook.read(Given("def-exp-2024-en.xlsx", layouts.as_in_2026(made)), Asked(), made.record)


def test_core_expenditure_and_another_base_are_what_the_file_says(record: Record) -> None:
    other = replace(revised(record), core=True, base=2025, years=tuple(range(2020, 2025)))
    delivery = _read(other, layouts.as_in_2026(other))
    assert delivery.tables["nato/releases.csv"][0]["definition"] == "core"
    assert {key[3] for key in _cells(delivery)} == {"", "current", "constant_2025"}


def _changed(made: Invented, change: Callable[[Book], None]) -> bytes:
    book = book_of(layouts.as_in_2024(made))
    change(book)
    return written(book)


def test_the_tables_may_stand_on_other_sheets_at_other_places(made: Invented) -> None:
    def move(book: Book) -> None:
        book.pages.reverse()
        for number, page in enumerate(book.pages):
            page.name = f"Sheet{number}"
            page.cells = {(row + number, column + 5): value for (row, column), value in page.cells.items()}
            page.errors, page.spans = set(), []

    assert _cells(_read(made, _changed(made, move))) == made.cells


@pytest.mark.parametrize(
    ("sheet", "address", "value", "words"),
    [
        ("TABLE2", "D12", "2,345", "TABLE2!D12: holds the text '2,345'"),
        ("TABLE2", "D12", date(2024, 1, 2), "TABLE2!D12: holds a day"),
        ("TABLE2", "C12", "Belgum", "TABLE2!C12: 'Belgum' is no name"),
        ("TABLE2", "B6", "Trillion US dollars", "TABLE2!B6: .*'Trillion US dollars' is not known"),
        ("TABLE2", "B4", None, "TABLE2!C11: figures of allies stand under no title"),
        ("TABLE1", "C13", "Belgium (Leva)", r"TABLE1!C13: 'Belgium \(Leva\)' is paid in leva"),
        ("TABLE5", "F8", 2044.0, "TABLE5!F8: the years go from 2015 to 2044"),
        ("TABLE5", "N8", "2025e", "TABLE5!N8: the years go from 2023 to 2025"),
        ("TABLE5", "O20", 5.0, "TABLE5!O20: a figure stands under no year"),
        ("TABLE3", "B6", "Based on 2012 prices", "constant_2012 prices, and constant_2015 at TABLE1"),
        (
            "TABLE3",
            "B4",
            "Table 3 : Core defence expenditure as a share of GDP",
            "TABLE3!B4: speaks of core expenditure",
        ),
    ],
)
def test_a_cell_that_cannot_be_read_surely_is_refused_with_its_address(
    made: Invented, sheet: str, address: str, value: str | float | date | None, words: str
) -> None:
    def change(book: Book) -> None:
        if value is None:
            book.page(sheet).cells.pop(spot(address))
        else:
            book.page(sheet).cells[spot(address)] = value

    with pytest.raises(DeliveryError, match=words):
        _read(made, _changed(made, change))


def test_an_error_in_an_allys_cell_is_refused_and_one_elsewhere_told(made: Invented) -> None:
    def change(book: Book) -> None:
        page = book.page("TABLE3")
        page.cells.pop(spot("F12"))
        page.errors.add(spot("F12"))

    with pytest.raises(DeliveryError, match="TABLE3!F12: holds the error of a formula"):
        _read(made, _changed(made, change))
    told = {one.reason for one in _read(made, layouts.as_in_2024(made)).left_out}
    assert told == {"errors of formulas beside no name"}


def test_sheets_that_gave_nothing_are_told(made: Invented) -> None:
    def change(book: Book) -> None:
        book.page("TABLE7").cells = {}
        book.page("TABLE8a").cells = {(0, 0): "Region", (0, 1): 2023.0, (0, 2): 2024.0, (1, 1): 5.0}
        book.page("TABLE7").errors = book.page("TABLE8a").errors = set()

    left = {(one.place, one.text): one.reason for one in _read(made, _changed(made, change)).left_out}
    assert left["TABLE7", ""] == "an empty sheet"
    assert left["TABLE8a", ""] == "no table of NATO's"
    assert left["the whole file", "military_personnel"] == "the file holds no figure of this measure"


def test_only_workbooks_with_natos_words_are_recognised(made: Invented) -> None:
    content = layouts.as_in_2024(made)
    assert workbook.recognises(Given("x.bin", content))
    assert workbook.recognises(Given("x.bin", layouts.as_in_2019(made)))
    others = revised(made.record)
    cut = [b"", b"PK\x03\x04", content[:4000], b"Defence expenditure", layouts.document(others)]
    assert not any(workbook.recognises(Given(made.name, one)) for one in cut)


def test_other_years_can_be_told(record: Record) -> None:
    fewer = replace(revised(record), years=(2022, 2023, 2024))
    assert _cells(_read(fewer, layouts.as_in_2026(fewer))) == fewer.cells


@needs_raw
def test_the_workbook_of_june_2024_is_the_packaged_release_cell_by_cell(record: Record) -> None:
    given = Given(RAW.name, RAW.read_bytes())
    assert workbook.recognises(given)
    delivery = workbook.read(given, Asked(), record)
    columns = ("release", "released_on", "ally", "year", "measure", "price_basis", "unit", "value", "estimate")
    packaged = [row for row in tables.rows("nato/expenditure.csv", layers=()) if row["release"] == "2024-06"]
    found = {tuple(row[one] for one in columns) for row in delivery.tables["nato/expenditure.csv"]}
    assert found == {tuple(row[one] for one in columns) for row in packaged}
    assert len(delivery.tables["nato/expenditure.csv"]) == len(packaged) == 5346
    (release,) = delivery.tables["nato/releases.csv"]
    (held,) = [row for row in tables.rows("nato/releases.csv", layers=()) if row["release"] == "2024-06"]
    assert all(release[one] == held[one] for one in held if one != "date_known_from")


@needs_raw
def test_the_derived_table_of_june_2024_is_left_out_with_its_reason(record: Record) -> None:
    delivery = workbook.read(Given(RAW.name, RAW.read_bytes()), Asked(), record)
    derived = [one for one in delivery.left_out if one.place.startswith("TABLE4!")]
    assert [(one.place, "Tables 2 and 3" in one.reason) for one in derived] == [("TABLE4!B16", True)]
    assert {one.reason for one in delivery.left_out} - {derived[0].reason} == {
        "errors of formulas beside no name",
        "figures beside no name",
    }


@given(st.integers(0, 10_000), st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_recognising_never_raises(at: int, byte: int) -> None:
    held = bytearray(SMALL)
    held[at % len(held)] = byte
    assert workbook.recognises(Given("x.xlsx", bytes(held))) in (True, False)
    assert pdf.recognises(Given("x.pdf", bytes(held[: at % len(held)]))) in (True, False)
