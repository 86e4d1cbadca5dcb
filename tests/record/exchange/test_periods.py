"""Periods travel through SDMX unchanged."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.record import tables
from burdenshare.record.exchange.periods import from_sdmx, to_sdmx

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("period", "written"),
    [
        ("2024", "2024"),
        ("2024-06", "2024-06"),
        ("2022-01-24/2026-06-30", "2022-01-24/P1619D"),
        ("2026-01/2026-02", "2026-01-01/P2M"),
        ("2022/2024", "2022-01-01/P3Y"),
        ("2024-06/2024-06", "2024-06-01/P1M"),
        ("2024/2024-06", "2024/2024-06"),
        ("2024-13/2025-01", "2024-13/2025-01"),
        ("2024-02-30/2024-03-01", "2024-02-30/2024-03-01"),
        ("2025/2024", "2025/2024"),
    ],
)
def test_periods_as_sdmx_writes_them(period: str, written: str) -> None:
    assert to_sdmx(period) == written
    assert from_sdmx(written) == period


@given(DAYS, DAYS, st.sampled_from([4, 7, 10]))
def test_every_span_comes_back(one: date, other: date, precision: int) -> None:
    first, last = sorted((one, other))
    period = f"{first.isoformat()[:precision]}/{last.isoformat()[:precision]}"
    assert "/P" in to_sdmx(period)
    assert from_sdmx(to_sdmx(period)) == period


def test_every_period_of_the_aid_table_comes_back() -> None:
    periods = {row["period"] for row in tables.rows("support/support.csv", layers=())}
    assert {from_sdmx(to_sdmx(one)) for one in periods} == periods


@pytest.mark.parametrize("text", ["2024-02-02/P2M", "2024-02-01/P2Y", "2024-02-30/P2D", "9999-12-31/P9D"])
def test_lengths_that_lead_nowhere(text: str) -> None:
    with pytest.raises(ValueError):
        from_sdmx(text)
