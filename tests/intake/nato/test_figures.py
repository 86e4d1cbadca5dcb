"""Figures in cells and in print: read where they can mean one number only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.intake.grid import Value
from burdenshare.intake.nato.figures import UnreadableError, cell_figure, digits_of, is_printed, printed_figure

numbers = st.floats(allow_nan=False, allow_infinity=False)


@given(numbers)
def test_a_number_keeps_all_its_digits(number: float) -> None:
    figure = cell_figure(number)
    assert figure is not None
    assert float(figure.digits) == number


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("2.03", "2.03"),
        (" 2.0342 ", "2.0342"),
        ("2,5", "2.5"),
        ("2,03456", "2.03456"),
        ("0.123", "0.123"),
        ("1 234", "1234"),
        ("1\u00a0234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234,56", "1234.56"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("-2.74", "-2.74"),
        ("−2.74", "-2.74"),
        ("2.03%", "2.03"),
        ("2.03*", "2.03"),
        ("2.03 (1)", "2.03"),
        ("2.03¹", "2.03"),
        ("18788", "18788"),
    ],
)
def test_text_that_means_one_number_is_read(text: str, digits: str) -> None:
    figure = cell_figure(text)
    assert figure is not None
    assert (figure.digits, figure.estimate) == (digits, False)


@pytest.mark.parametrize("text", ["2.03e", "2.03 e", "2.03 (e)", "2.03E", "2.03%e"])
def test_an_estimate_may_be_marked_beside_the_figure(text: str) -> None:
    figure = cell_figure(text)
    assert figure is not None
    assert (figure.digits, figure.estimate) == ("2.03", True)


@pytest.mark.parametrize("text", [None, "..", "-", "–", "n/a", "N.A.", "...", ":"])
def test_marks_for_no_figure_are_none(text: Value) -> None:
    assert cell_figure(text) is None


@pytest.mark.parametrize(
    "raw",
    [
        *("2,345", "2.345", "-1.234", "18.788e"),
        *(
            "about 2",
            "1O.5",
            "2.0-2.1",
            "(2.74)",
            "2.0.1",
            "1 23",
            "12 34 567",
            "2e5",
            "0x1F",
            "1,23,456",
            "#REF!",
            "e",
        ),
        *(True, False, date(2024, 1, 2), float("nan"), float("inf")),
    ],
)
def test_what_can_be_read_in_two_ways_or_not_at_all_is_said(raw: Value) -> None:
    with pytest.raises(UnreadableError):
        cell_figure(raw)


@given(st.text(max_size=12))
def test_any_text_is_a_figure_none_or_said(text: str) -> None:
    for read in (cell_figure, printed_figure):
        try:
            figure = read(text)
        except UnreadableError as fault:
            assert len(str(fault)) < 120
        else:
            assert figure is None or float(figure.digits) == float(figure.digits)


@given(st.integers(-(10**9), 10**9), st.sampled_from([0, 1, 2]))
def test_print_with_thousands_comes_back_digit_by_digit(units: int, decimals: int) -> None:
    printed = f"{units / 10**decimals:,.{decimals}f}"
    figure = printed_figure(printed)
    assert figure is not None
    assert figure.digits == printed.replace(",", "")
    assert is_printed(printed)


@pytest.mark.parametrize("word", ["2.345", "1,23", "12,34.5", "1 234", "abc", "", "2.03.1", "1,2345"])
def test_print_that_no_release_has_is_said(word: str) -> None:
    with pytest.raises(UnreadableError):
        printed_figure(word)


def test_whole_numbers_are_kept_without_a_point() -> None:
    assert digits_of(59600.0) == "59600"
    assert digits_of(0.1 + 0.2) == "0.30000000000000004"
