"""The two ranges of a figure and what may be called wrong by them."""

from __future__ import annotations

import math

import pytest

from burdenshare.checking.arithmetic.figures import Figure, line_of
from burdenshare.checking.arithmetic.rounding import Range, Width, combined, exactly, total, verdict, width
from burdenshare.checking.model import Verdict
from burdenshare.reading.sentences import Sentence


def figure(words: str) -> Figure:
    text = f"It is {words} ."
    (one,) = line_of(text, Sentence(0, len(text), 0)).figures
    return one


def test_the_narrow_range_is_that_of_the_reading_room() -> None:
    assert width(figure("$50bn")).narrow == Range(49.5e9, 50.5e9)
    assert width(figure("2 %")).narrow == Range(1.9, 2.1)


def test_the_wide_range_allows_for_a_digit_that_was_cut() -> None:
    assert width(figure("$50bn")).wide == Range(49.25e9, 50.75e9)
    assert width(figure("2 %")).wide == Range(1.5, 2.5)


def test_beside_decimals_a_whole_number_is_closer() -> None:
    assert width(figure("2 %"), decimals=True).wide == Range(1.75, 2.25)


def test_counts_are_exact_and_round_thousands_are_not() -> None:
    assert width(figure("nine")) == exactly(9.0)
    assert width(figure("1,500")).narrow.low < 1500 < width(figure("1,500")).narrow.high


def test_roundings_of_parts_add_up() -> None:
    parts = [width(figure("$33bn")), width(figure("$17bn"))]
    assert total(parts).narrow == Range(49e9, 51e9)


def test_a_verdict_needs_ranges_that_cannot_meet() -> None:
    said = Width(8.0, Range(7.6, 8.4), Range(7.5, 8.5))
    assert verdict(exactly(8.2), said) is Verdict.SUPPORTED
    assert verdict(exactly(8.45), said) is Verdict.CLOSE
    assert verdict(exactly(8.6), said) is Verdict.CONTRADICTED


def test_an_open_end_supports_nothing_and_may_contradict() -> None:
    open_ = Width(8.0, Range(8.0, math.inf), Range(7.8, math.inf))
    assert verdict(open_, exactly(9.0)) is None
    assert verdict(open_, exactly(7.0)) is Verdict.CONTRADICTED


def test_corners_hold_the_ends() -> None:
    low, high = Width(2.0, Range(1, 3), Range(1, 3)), Width(4.0, Range(4, 6), Range(4, 6))
    assert combined(lambda a, b: b - a, low, high).narrow == Range(1, 5)
    share = low.over(high).narrow
    assert share.low == pytest.approx(1 / 6)
    assert share.high == 0.75
