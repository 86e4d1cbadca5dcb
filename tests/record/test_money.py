"""Semantics §1 and §7: GDP of a share's year, and exchange rates of one vintage."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.record import Record

from .conftest import DATA, Cells


def _vintage(vintage: str, entity: str, year: int, indicator: str) -> float:
    import polars

    frame = polars.read_parquet(DATA / "macro" / "macro.parquet")
    cell = frame.filter(
        (frame["vintage"] == vintage)
        & (frame["entity"] == entity)
        & (frame["year"] == year)
        & (frame["indicator"] == indicator)
    )
    return float(cell["value"].item())


def test_gdp_of_a_share_s_year_is_that_release_s_expenditure_over_share(record: Record, cells: Cells) -> None:
    found = record.gdp("POL", 2024, as_of=date(2025, 2, 13))
    expected = cells.money("2024-06", "POL", 2024) * 1e6 / (cells.shares("2024-06", 2024)["POL"] / 100)
    assert found and found.value == pytest.approx(expected) and found.release.id == "2024-06"


def test_else_the_newest_world_economic_outlook_of_the_day(record: Record) -> None:
    found = record.gdp("POL", 2024, as_of=date(2025, 9, 1))  # August 2025 holds no current dollars
    assert found and found.release.id == "WEO-2025-04"
    assert found.value == _vintage("WEO-2025-04", "POL", 2024, "gdp_usd")


def test_the_newest_vintage_that_holds_the_indicator_answers_and_says_so(record: Record) -> None:
    found = record.cell("gross_debt_share", "ITA", 2025)
    assert found and found.release.id == "WEO-2025-10" and found.older and found.older.id == "WEO-2026-04"
    growth = record.cell("real_growth", "ITA", 2026)
    assert growth and growth.release.id == "WEO-2026-04" and growth.older is None
    assert growth.value == _vintage("WEO-2026-04", "ITA", 2026, "real_growth")


def test_a_rate_is_the_period_average_of_one_vintage(record: Record) -> None:
    found = record.rate("POL", 2024, as_of=date(2025, 2, 13))
    expected = _vintage("WEO-2024-10", "POL", 2024, "gdp_ncu") / _vintage("WEO-2024-10", "POL", 2024, "gdp_usd")
    assert found and found.value == pytest.approx(expected) and found.unit == "PLN per USD"
    assert {one.release for one in found.observations} == {"WEO-2024-10"}


def test_a_vintage_states_all_years_in_the_currency_of_its_own_day(record: Record) -> None:
    kuna = record.rate("HRV", 2015, as_of=date(2020, 12, 1))
    euro = record.rate("HRV", 2015, as_of=date(2024, 12, 1))
    assert kuna and euro and kuna.value and euro.value and (kuna.unit, euro.unit) == ("HRK per USD", "EUR per USD")
    assert kuna.value / euro.value == pytest.approx(7.5345, rel=0.02)


def test_a_group_s_gdp_is_its_members_sum_where_the_outlook_answers(record: Record) -> None:
    found = record.gdp("BALTIC", 2025, as_of=date(2025, 9, 1))
    expected = sum(_vintage("WEO-2025-04", ally, 2025, "gdp_usd") for ally in ("EST", "LVA", "LTU"))
    assert found and found.value == pytest.approx(expected)


def test_the_adversary_s_spending_stands_under_a_measure_of_its_own(record: Record) -> None:
    level = record.cell("military_expenditure", "RUS", 2023)
    if level is not None:  # a build without sources of unclear licence lacks it
        assert level.unit == "USD" and (level.value or 0) > 5e10
    assert record.cell("expenditure", "RUS", 2023) is None
