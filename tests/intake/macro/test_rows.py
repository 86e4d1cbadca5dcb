"""Series become rows: values, projections, and what stands twice or is in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burdenshare.intake.macro.model import Reading, Series
from burdenshare.intake.macro.rows import Made, made, projected
from burdenshare.intake.model import PLACE, DeliveryError
from burdenshare.record import Record
from tests.intake.macro.made import FILE, GDP, GROWTH, VINTAGE, with_cells


def of(record: Record, *series: Series, publisher: str = "weo", in_units: bool = False) -> Made:
    return made(FILE, Reading(series, (), in_units), publisher, VINTAGE, record)


def test_a_value_becomes_a_row_with_its_place(record: Record) -> None:
    (row,) = of(record, with_cells(GDP, {2024: "4,684.182"})).rows
    assert row == {
        "vintage": "WEO-2026-10",
        "published_on": "2026-10-13",
        "entity": "DEU",
        "year": "2024",
        "indicator": "gdp_usd",
        "unit": "usd",
        "value": "4684182000000.0",
        "projection": "false",
        "source": FILE.key,
        PLACE: "line 3, column 2024",
    }


def test_rows_stand_in_order_and_only_where_there_is_a_value(record: Record) -> None:
    found = of(
        record,
        with_cells(GROWTH, {2026: "0.9", 2024: "-0.5", 2025: "n/a"}),
        with_cells(GDP, {2024: 4684.182, 2025: None}),
    )
    assert [(row["indicator"], row["year"], row["projection"]) for row in found.rows] == [
        ("gdp_usd", "2024", "false"),
        ("real_growth", "2024", "false"),
        ("real_growth", "2026", "true"),
    ]


def test_years_before_the_table_are_left_out_and_told_once(record: Record) -> None:
    found = of(record, with_cells(GROWTH, {1998: "2.0", 1999: "1.9", 2000: "2.9"}))
    assert [row["year"] for row in found.rows] == ["2000"]
    (left,) = found.left_out
    assert (left.place, left.text) == ("line 4, column 1998", "2 values: 1998, 1999")


def test_other_countries_are_left_out_and_told_once(record: Record) -> None:
    others = [replace(GDP, code=code, number="", place=f"line {n}") for n, code in enumerate(("AFG", "JPN"), 5)]
    (left,) = of(record, with_cells(GROWTH, {2024: "1.5"}), *others).left_out
    assert (left.place, left.text) == ("line 5", "2 rows: AFG, JPN")


@pytest.mark.parametrize(
    ("actual", "first"),
    [("2025", 2026), ("2019", 2020), ("2026", 2027), ("FY2024/25", 2025), ("", 2026), ("0", 2026), ("NULL", 2026)],
)
def test_what_lies_behind_the_last_actual_year_is_a_projection(actual: str, first: int) -> None:
    assert [projected(FILE, actual, year, 2026, "line 3") for year in (first - 1, first)] == [False, True]


@pytest.mark.parametrize("actual", ["2919", "2030", "1900", "19", "abc", "2025.5", "FY25", "-1"])
def test_another_mark_is_refused(actual: str) -> None:
    with pytest.raises(DeliveryError, match=r"line 3: '.*' is no last actual year of an edition of 2026"):
        projected(FILE, actual, 2020, 2026, "line 3")


def test_the_world_bank_does_not_look_ahead(record: Record) -> None:
    one = Series("DEU", "", "NY.GDP.MKTP.CD", "", "", "", "line 3")
    (row,) = of(record, with_cells(one, {2026: "4.7e12"}), publisher="wdi", in_units=True).rows
    assert row["projection"] == "false"


def test_a_zero_that_stands_for_nothing_is_no_row(record: Record) -> None:
    one = Series("PRK", "", "MS.MIL.XPND.CD", "", "", "", "line 3")
    (row,) = of(record, with_cells(one, {2018: "1604444444", 2019: "0"}), publisher="wdi", in_units=True).rows
    assert row["year"] == "2018"


@pytest.mark.parametrize("value", ["0", "-4,684.182"])
def test_a_level_lies_above_zero(value: str, record: Record) -> None:
    with pytest.raises(DeliveryError, match=r"line 3, column 2024: NGDPD of .* is not above zero"):
        of(record, with_cells(GDP, {2024: value}))


def test_a_series_that_stands_twice_and_says_the_same_counts_once(record: Record) -> None:
    again = replace(GROWTH, place="line 9")
    found = of(record, with_cells(GROWTH, {2024: "1.5"}), with_cells(again, {2024: 1.5, 2025: "1.0"}))
    assert [row["value"] for row in found.rows] == ["1.5", "1.0"]


@pytest.mark.parametrize(
    ("again", "value", "told"),
    [
        (replace(GROWTH, place="line 9"), "1.6", "line 9, column 2024: NGDP_RPCH of DEU in 2024 stands also at line 4"),
        (replace(GROWTH, place="line 9", actual="2023"), "1.5", "line 9: NGDP_RPCH of DEU stands also at line 4"),
        (replace(GROWTH, place="line 9", code="FRA"), "1.5", "line 9: the country is 'FRA' by its code and DEU by its"),
        (
            replace(GROWTH, place="line 9", number="132"),
            "1.5",
            "line 9: the country is 'DEU' by its code and FRA by its",
        ),
        (
            replace(GROWTH, place="line 9", number="999"),
            "1.5",
            "line 9: the country is 'DEU' by its code and another by",
        ),
    ],
)
def test_a_country_twice_or_with_two_names_is_refused(again: Series, value: str, told: str, record: Record) -> None:
    with pytest.raises(DeliveryError) as fault:
        of(record, with_cells(GROWTH, {2024: "1.5"}), with_cells(again, {2024: value}))
    assert told in str(fault.value)


def test_commas_without_a_single_point_may_be_decimal(record: Record) -> None:
    with pytest.raises(DeliveryError, match="line 4, column 2024: '3,367' may be thousands or decimals"):
        of(record, with_cells(GROWTH, {2023: "5", 2024: "3,367"}))
    (_, row) = of(record, with_cells(GROWTH, {2023: "5.5", 2024: "3,367"})).rows
    assert row["value"] == "3367.0"
