"""Forecasts of the running year: what the first release of the year says, before the outturn."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record


@pytest.mark.parametrize(
    ("text", "on", "now"),
    [
        ("Romania will spend 2.44% of GDP on defence this year.", date(2023, 3, 2), "depends"),
        ("The Czechs will spend a mere 1.5% of GDP on defence this year.", date(2023, 9, 12), "contradicted"),
        ("This year the Czech Republic will spend 1.52% of GDP on defence.", date(2023, 2, 14), "depends"),
        ("The Czechs will spend 1.9% of GDP on defence this year.", date(2023, 2, 14), "contradicted"),
        ("The Czech Republic spent 1.5% of GDP on defence in 2023.", date(2025, 9, 12), "contradicted"),
    ],
)
def test_forecast_is_held_against_the_first_release_of_its_year(text: str, on: date, now: str, record: Record) -> None:
    report = bs.check(text, on=on, record=record).to_dict()
    (one,) = [one for one in report["statements"] if one["measure"] == "share_of_gdp"]
    assert one["now"]["verdict"] == now, one["now"]["why"]
    assert ("a forecast of" in one["now"]["why"]) is (now == "depends")
