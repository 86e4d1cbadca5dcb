"""What words above figures say of them, line after line."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.intake.nato.lines import Words
from burdenshare.intake.nato.standing import Standing, after


def _read(*texts: str) -> Standing:
    standing = Standing()
    for number, text in enumerate(texts, start=1):
        standing = after(standing, Words(f"T!A{number}", text))
    return standing


def test_a_block_says_what_the_title_leaves_open() -> None:
    standing = _read("Table 3 : Defence expenditure as a share of GDP", "Based on 2015 prices", "Share of real GDP (%)")
    assert (standing.measure, standing.unit_named, standing.basis_named) == ("share_of_gdp", "%", "constant_2015")


def test_a_new_block_keeps_the_tables_words_and_drops_the_last_blocks() -> None:
    title = "Table 6 : GDP per capita and defence expenditure per capita"
    standing = _read(title, "2015 prices and exchange rates", "GDP per capita (thousand US dollars)")
    assert (standing.measure, standing.unit_named) == ("gdp_per_capita", "thousand USD")
    standing = after(standing, Words("T!A9", "Defence expenditure per capita"))
    assert (standing.measure, standing.unit_named) == ("expenditure_per_capita", "")
    assert standing.basis_named == "constant_2015"


def test_a_title_of_its_own_may_be_the_heading_of_a_block() -> None:
    title = "Table 6 : GDP per capita and defence expenditure per capita"
    assert _read(title, "GDP per capita").measure == "gdp_per_capita"
    assert _read("Table 6 : GDP per capita").measure == ""
    assert _read("Table 5 : GDP", "Table 6 : GDP per capita").measure == ""


def test_a_new_title_leaves_nothing_of_the_table_before() -> None:
    standing = _read(
        "Table 2 : Defence expenditure", "Million US dollars", "Current prices", "Table 7 : Military personnel"
    )
    assert (standing.measure, standing.unit_named, standing.basis_named) == ("military_personnel", "", "")
    assert _read("Table 2 : Defence expenditure", "Table 9 : Resilience").title is None


def test_a_heading_not_understood_closes_a_table_that_has_begun() -> None:
    standing = _read("Table 2 : Defence expenditure", "Million US dollars", "Revised figures")
    assert not standing.closed
    assert standing.unknown == Words("T!A3", "Revised figures")
    begun = after(replace(standing, begun=True), Words("T!A9", "Constnt prices"))
    assert begun.closed
    assert not after(begun, Words("T!A30", "Constant 2015 prices")).closed


def test_a_block_of_another_table_is_not_understood() -> None:
    standing = _read("Table 7 : Military personnel", "Thousands", "Equipment (a)")
    assert standing.unknown == Words("T!A3", "Equipment (a)")
    assert standing.measure == "military_personnel"


def test_notes_change_nothing() -> None:
    standing = _read("Table 2 : Defence expenditure", "Million US dollars")
    assert after(standing, Words("T!A9", "Notes: Figures for 2024 are estimates.")) == standing
