"""Axes: round ticks around the values, in a unit that a reader can say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.report.charts.model import Asked
from burdenshare.report.charts.scales import range_of, scale_of, whole

numbers = st.floats(-1e6, 1e6).map(lambda one: round(one, 4))


def asked(unit: str, measure: str = "expenditure", basis: str = "") -> Asked:
    return Asked("NATO", "NATO", measure, measure, unit, basis, date(2026, 8, 22))


@pytest.mark.parametrize(
    ("unit", "basis", "top", "name", "per"),
    [
        ("USD", "current", 1.4e12, "billion US dollars, current prices", 1e9),
        ("USD", "constant_2021", 2.4e12, "trillion US dollars, constant 2021 prices", 1e12),
        ("EUR", "", 5e6, "million euros", 1e6),
        ("USD", "", 1437.0, "US dollars", 1.0),
        ("persons", "", 3.4e6, "thousand persons", 1e3),
        ("%", "", 20.0, "per cent", 1.0),
    ],
)
def test_units_are_written_out(unit: str, basis: str, top: float, name: str, per: float) -> None:
    scale = scale_of(asked(unit, basis=basis), [top])
    assert (scale.name, scale.per) == (name, per)


def test_a_share_of_gdp_names_gdp() -> None:
    assert scale_of(asked("%", "share_of_gdp"), [2.0]).name == "per cent of GDP"


@given(st.lists(numbers, min_size=1, max_size=20), st.booleans())
def test_every_value_lies_inside_and_ticks_are_few(values: list[float], from_zero: bool) -> None:
    held = range_of(values, from_zero=from_zero)
    assert held.low <= min(values) <= max(values) <= held.high
    assert list(held.ticks) == sorted(set(held.ticks))
    assert 2 <= len(held.ticks) <= 12
    assert not from_zero or held.low <= 0 <= held.high


def test_an_axis_that_is_cut_says_so() -> None:
    assert range_of([2.0, 2.1], from_zero=False).cut
    assert not range_of([2.0, 2.1], from_zero=True).cut
    assert not range_of([-1.0, 2.1], from_zero=False).cut


def test_there_are_no_parts_of_an_ally() -> None:
    assert all(one == int(one) for one in whole(range_of([22.0, 23.0], from_zero=False)).ticks)
