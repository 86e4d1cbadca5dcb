"""How wide a number is: the rules of the methodology, one by one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.numbers import number_at
from burdenshare.reading.tokens import tokenize
from burdenshare.reading.widths import COMPARATORS, fraction_reach, half_width, hedges, interval
from tests.reading.profiles import FEW

UNSAID = [1 / 7, 0.62, 5 / 8]


@pytest.mark.parametrize(
    ("value", "step", "width"),
    [
        (485e9, 1e9, 0.5e9),
        (20, 1, 0.5),
        (2, 1, 0.1),
        (1.4, 0.1, 0.05),
        (700e9, 1e9, 5e9),
        (1e12, 1e12, 0.05e12),
        (1e12, 1e11, 0.05e12),
        (3.43, 0.01, 0.005),
        (300000, 1, 5000),
        (0.3, 0.1, 0.015),
    ],
)
def test_half_a_unit_of_the_last_printed_digit_never_over_5_percent(value: float, step: float, width: float) -> None:
    assert half_width(value, step) == pytest.approx(width)


@FEW
@given(st.integers(1, 10**6), st.integers(0, 3))
def test_width_is_positive_and_never_over_5_percent(value: int, places: int) -> None:
    said = value / 10**places
    assert 0 < half_width(said, 10.0**-places) <= 0.05 * said + 1e-12


def test_counts_are_exact() -> None:
    (found,) = [interval(number_at(tokenize("23"), 0), "plain", count=True)]  # type: ignore[arg-type]
    assert (found.low, found.high, found.kind) == (23, 23, "count")


def said(words: str, rule: str) -> tuple[float, float, bool, bool]:
    number = number_at(tokenize(words), 0)
    assert number is not None
    found = interval(number, rule)
    return found.low, found.high, found.low_open, found.high_open


@pytest.mark.parametrize(
    ("words", "rule", "expected"),
    [
        ("700", "about", (650, 750, False, False)),
        ("485", "about", (460.75, 509.25, False, False)),
        ("20", "nearly", (19, 20, False, True)),
        ("2", "just over", (2, 2.15, True, False)),
        ("20", "just over", (20, 21, True, False)),
        ("3", "above", (3, math.inf, True, False)),
        ("3", "well above", (3.15, math.inf, False, False)),
        ("2", "at least", (2, math.inf, False, False)),
        ("2", "below", (-math.inf, 2, False, True)),
        ("2", "at most", (-math.inf, 2, False, False)),
    ],
)
def test_hedges(words: str, rule: str, expected: tuple[float, float, bool, bool]) -> None:
    low, high, low_open, high_open = said(words, rule)
    assert (low, high) == pytest.approx(expected[:2])
    assert (low_open, high_open) == expected[2:]


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (1 / 5, (1 / 10 + 1 / 5) / 2, (1 / 5 + 1 / 4) / 2),
        (1 / 3, (1 / 4 + 1 / 3) / 2, (1 / 3 + 2 / 5) / 2),
        (1 / 2, (2 / 5 + 1 / 2) / 2, (1 / 2 + 3 / 5) / 2),
        (2 / 3, (3 / 5 + 2 / 3) / 2, (2 / 3 + 3 / 4) / 2),
        (3 / 4, (2 / 3 + 3 / 4) / 2, (3 / 4 + 4 / 5) / 2),
    ],
)
def test_fraction_in_words_reaches_half_way_to_its_neighbours(value: float, low: float, high: float) -> None:
    assert fraction_reach(value) == pytest.approx((low, high))


@pytest.mark.parametrize("value", UNSAID)
def test_fraction_nobody_says_is_read_tightly(value: float) -> None:
    low, high = fraction_reach(value)
    assert low < value < high
    assert high - low <= 0.05 + 1e-9


def test_every_hedge_rule_has_a_comparator() -> None:
    assert {hedge.rule for hedge in hedges().values()} == set(COMPARATORS)


@FEW
@given(st.integers(1, 10**9), st.sampled_from(sorted(COMPARATORS)))
def test_the_number_as_said_is_never_outside_its_interval(value: int, rule: str) -> None:
    number = number_at(tokenize(str(value)), 0)
    if rule == "well above":
        return  # documented: starts 5 % beyond
    assert number is not None
    found = interval(number, rule)
    assert found.low <= value <= found.high
    assert found.central == value
