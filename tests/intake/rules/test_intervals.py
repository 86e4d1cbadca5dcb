"""intake/rules/intervals.py: what printed digits leave open, carried through quotients."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.intake.rules.intervals import common, gap, middle, quotient, whole


class Cell(NamedTuple):
    low: float
    high: float


numbers = st.floats(0.1, 1e6)
widths = st.floats(0, 0.05)


@given(numbers, numbers, widths, widths, st.floats(-1, 1), st.floats(-1, 1))
def test_the_quotient_of_any_two_values_within_lies_within(
    over: float, under: float, wide: float, other: float, at: float, there: float
) -> None:
    found = quotient(Cell(over - wide, over + wide), Cell(under - other, under + other), 100.0)
    true = 100.0 * (over + at * wide) / (under + there * other)
    assert found is not None
    assert found[0] * (1 - 1e-9) <= true <= found[1] * (1 + 1e-9)


def test_nothing_is_divided_by_what_may_be_nothing() -> None:
    assert quotient(Cell(1, 1), Cell(-0.5, 0.5)) is None


def test_intervals_that_meet_have_no_gap() -> None:
    assert gap((1, 2), (2, 3)) == 0
    assert gap((1, 2), (2.5, 3)) == 0.5 == gap((2.5, 3), (1, 2))
    assert middle(whole(Cell(1, 2), 10)) == 15


@given(st.floats(1, 100), st.lists(st.tuples(st.floats(0, 5), st.floats(0, 5)), min_size=3, max_size=20))
def test_what_all_intervals_hold_is_found(point: float, arms: list[tuple[float, float]]) -> None:
    intervals = [(point - left, point + right) for left, right in arms]
    found = common(intervals)
    assert all(low <= found <= high for low, high in intervals)


def test_the_many_outvote_the_few() -> None:
    found = common([(1.0, 1.1), (1.05, 1.2), (1.0, 1.3), (7.0, 7.0), (0.5, 0.6)])
    assert 1.05 <= found <= 1.1


def test_nothing_in_common_of_nothing() -> None:
    with pytest.raises(ValueError, match="no interval"):
        common([])
