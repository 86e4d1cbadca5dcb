"""intake/rules/nato/cells.py: cells in base units, with widths and places."""

from __future__ import annotations

import pytest

from burdenshare.intake.rules.nato.cells import Cell, Nato, key_of
from burdenshare.intake.rules.tables import Tables
from burdenshare.record.tables import PLACE
from tests.intake.rules.deliveries import NATO, appended, edited, where


@pytest.fixture(scope="module")
def nato(held: Tables) -> Nato:
    return Nato(held)


def test_values_are_in_base_units(nato: Nato) -> None:
    assert nato.cells[Cell("2019-06", "ALB", 2012, "gdp", "constant_2015", "USD")].value == pytest.approx(1.08369506e10)
    assert nato.cells[Cell("2024-06", "SVK", 2014, "military_personnel", "", "persons")].value == pytest.approx(12421)


@pytest.mark.parametrize(
    ("cell", "half"),
    [
        (Cell("2024-06", "DEU", 2023, "expenditure", "current", "USD"), 0.0),  # NATO's workbook
        (Cell("2026-07", "DEU", 2023, "expenditure", "current", "USD"), 0.5e6),  # printed in millions
        (Cell("2026-07", "DEU", 2023, "share_of_gdp", "", "%"), 0.005),
        (Cell("2026-03", "DEU", 2025, "share_of_gdp", "", "%"), 0.05),  # one decimal throughout
        (Cell("2025-08", "DEU", 2023, "expenditure", "constant_2021", "USD"), 0.005e6),  # two decimals of a million
    ],
)
def test_widths_are_those_of_the_source(nato: Nato, cell: Cell, half: float) -> None:
    assert nato.cells[cell].half == pytest.approx(half)


def test_a_source_that_shows_more_decimals_printed_them(held: Tables) -> None:
    finer = where(lambda row: {**row, "value": f"{float(row['value']):.3f}"}, release="2026-07", measure="real_change")
    cell = Cell("2026-07", "DEU", 2023, "real_change", "", "%")
    assert Nato(held).cells[cell].half == pytest.approx(0.005)
    assert Nato(edited(held, NATO, finer)).cells[cell].half == pytest.approx(0.0005)


def test_one_long_number_is_no_habit(held: Tables) -> None:
    slip = where(
        lambda row: {**row, "value": "1.5231"}, release="2026-07", measure="real_change", ally="DEU", year="2023"
    )
    cell = Cell("2026-07", "DEU", 2024, "real_change", "", "%")
    assert Nato(edited(held, NATO, slip)).cells[cell].half == pytest.approx(0.005)


def test_of_two_rows_of_one_cell_the_later_holds(held: Tables) -> None:
    row = next(one for one in held.rows(NATO) if one["release"] == "2024-06" and one["measure"] == "share_of_gdp")
    again = {**row, "price_basis": "", "value": "9", PLACE: "A1"}
    found = Nato(appended(held, NATO, again)).cells[
        Cell("2024-06", row["ally"], int(row["year"]), "share_of_gdp", "", "%")
    ]
    assert (found.value, found.place) == (9.0, "A1")


def test_members_count_from_the_year_they_joined(nato: Nato) -> None:
    assert "FIN" in nato.members(2023) and "FIN" not in nato.members(2022)
    assert "ISL" not in nato.members(2023) and "ISL" in nato.members(2023, armed=False)


def test_releases_before_one_come_newest_first(nato: Nato) -> None:
    assert nato.before("2024-06")[:2] == ["2024-03", "2023-07"]
    assert nato.before("2099-01") == []


def test_bases_by_measure(nato: Nato) -> None:
    assert nato.constant_bases("2026-07") == nato.constant_bases("2026-07", "expenditure") == ["constant_2021"]
    assert nato.constant_bases("2016-07") == []


def test_legacy_sums_are_restated_in_the_currency_of_now(nato: Nato) -> None:
    lev = Cell("2024-06", "BGR", 2020, "expenditure", "current", "NCU")
    assert nato.restated(lev) == pytest.approx(1 / 1.95583)
    assert nato.restated(lev._replace(unit="USD")) == nato.restated(lev._replace(ally="POL")) == 1


def test_the_key_of_a_cell_leaves_out_what_is_empty() -> None:
    assert key_of(Cell("2024-06", "DEU", 2023, "share_of_gdp", "", "%")) == ("2024-06", "DEU", "2023", "share_of_gdp")
    assert key_of(Cell("2024-06", "DEU", 2023, "expenditure", "current", "NCU"))[-2:] == ("current", "NCU")
