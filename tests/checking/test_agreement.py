"""Agreement by intervals, comparator by comparator (semantics §4)."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.checking.agreement import agrees, allowed, distance, misses, near_fraction, neighbours
from burdenshare.reading.model import Interval
from tests.checking.statements import A_THIRD, TWO_THIRDS, above, around, below


def met(comparator: str, asked: Interval | None, low: float, high: float | None = None) -> bool:
    may_be = allowed(comparator, asked)
    assert may_be is not None
    return agrees(comparator, may_be, low, low if high is None else high)


@pytest.mark.parametrize(
    ("comparator", "asked", "recorded", "expected"),
    [
        ("=", around(485.0, 0.5), 485.5, True),
        ("=", around(485.0, 0.5), 485.6, False),
        ("~", Interval(650.0, 750.0, central=700.0), 642.2, False),
        ("between", Interval(3.0, 7.0), 5.0, True),
        ("<", below(2.0), 2.0, False),
        ("<=", below(2.0, open_=False), 2.0, True),
        (">", above(2.0), 2.0, False),
        (">=", above(2.0, open_=False), 2.0, True),
        ("increase", None, 0.1, True),
        ("increase", None, -0.1, False),
        ("decrease", None, -0.1, True),
        ("decrease", around(5.0, 0.5), -5.2, True),
        ("decrease", around(5.0, 0.5), 5.2, False),
    ],
)
def test_each_comparator(comparator: str, asked: Interval | None, recorded: float, expected: bool) -> None:
    assert met(comparator, asked, recorded) is expected


def test_an_open_end_is_excluded() -> None:
    nearly_twenty = Interval(19.0, 20.0, high_open=True, central=20.0)
    assert met("=", nearly_twenty, 19.0)
    assert not met("=", nearly_twenty, 20.0)


def test_a_bound_told_with_the_width_of_its_number_is_taken_at_the_number() -> None:
    assert not met(">", around(2.0, 0.1), 1.95)
    assert met(">", around(2.0, 0.1), 2.05)
    assert not met("<", around(2.0, 0.1), 2.05)
    assert met("<", around(2.0, 0.1), 1.95)


def test_a_recorded_interval_meets_a_number_and_lies_wholly_inside_a_bound() -> None:
    assert met("=", around(1.37, 0.005), 1.35, 1.45)
    assert met("<", below(2.0), 1.35, 1.45)
    assert not met(">", above(2.1), 2.05, 2.15)
    may_be = allowed(">", above(2.1))
    assert may_be is not None
    assert not misses(may_be, 2.05, 2.15)


def test_no_number_gives_nothing_to_compare() -> None:
    assert allowed("=", None) is None


def test_distance_is_the_gap_between_the_intervals() -> None:
    apart = distance(around(485.0, 0.5), 506.7, 506.7)
    assert apart.absolute == pytest.approx(21.2)
    assert apart.relative == pytest.approx(21.2 / 506.7)


def test_a_fraction_in_words_is_close_up_to_its_neighbours() -> None:
    assert neighbours(1 / 3).low == pytest.approx(1 / 4)
    assert neighbours(1 / 3).high == pytest.approx(2 / 5)
    assert near_fraction(A_THIRD, A_THIRD, 9 / 32, 9 / 32)
    assert not near_fraction(A_THIRD, A_THIRD, 14 / 32, 14 / 32)
    assert near_fraction(TWO_THIRDS, TWO_THIRDS, 23 / 32, 23 / 32)
    assert not near_fraction(TWO_THIRDS, TWO_THIRDS, 17 / 32, 17 / 32)


@given(st.floats(-1e6, 1e6), st.floats(0, 1e3), st.floats(-1e6, 1e6), st.floats(0, 1e3))
def test_distance_is_zero_exactly_where_the_intervals_meet(
    center: float, half: float, low: float, width: float
) -> None:
    asked, high = around(center, half), low + width
    assert (distance(asked, low, high).absolute == 0) is not misses(asked, low, high)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_a_point_agrees_with_a_bound_or_misses_it(bound: float, recorded: float) -> None:
    may_be = allowed(">", above(bound))
    assert may_be == Interval(bound, inf, low_open=True, central=bound)
    assert agrees(">", may_be, recorded, recorded) is not misses(may_be, recorded, recorded)
