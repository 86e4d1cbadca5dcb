"""Numbers and names as a reader sees them."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from burdenshare.checking.model import Tried
from burdenshare.record.model import Derivation
from burdenshare.report.wording import (
    amount,
    clean,
    distance,
    measure_name,
    number,
    shortened,
    signed,
    span_of,
    tried_line,
)


def test_a_change_has_a_minus_and_no_hyphen() -> None:
    assert [signed(one) for one in (17.2, -3.4, -0.2, 0.0, 1234.0)] == ["+17", "−3", "0", "0", "+1,234"]
    assert signed(-0.25, 2) == "−0.25"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (506.7e9, "USD", "USD 506.7 bn"),
        (1.2e12, "EUR", "EUR 1.2 tn"),
        (1.4744e12, "USD", "USD 1.474 tn"),
        (13.094e9, "USD", "USD 13.09 bn"),
        (999.97e9, "USD", "USD 1 tn"),
        (1.0, "allies", "1 ally"),
        (1.0, "%", "1 %"),
        (-5.5e9, "USD", "USD -5.5 bn"),
        (1437.0, "USD", "USD 1,437"),
        (2.12, "%", "2.12 %"),
        (23.0, "allies", "23 allies"),
        (2 / 3, "fraction", "0.667"),
        (None, "%", "no value"),
        (math.inf, "%", "no limit"),
    ],
)
def test_amount(value: float | None, unit: str, words: str) -> None:
    assert amount(value, unit) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2.0, 2.0, "2 %"),
        (3.15, math.inf, "at least 3.15 %"),
        (3.15, None, "at least 3.15 %"),
        (-math.inf, 2.0, "at most 2 %"),
        (3.0, 7.0, "3 % to 7 %"),
        (None, None, "any value"),
    ],
)
def test_interval(low: float | None, high: float | None, words: str) -> None:
    assert span_of(low, high, "%") == words


def test_distance_of_one_is_told_in_the_singular() -> None:
    assert distance(1.0, "allies") == "1 ally"
    assert distance(1.0, "pp") == "1 percentage point"
    assert distance(2.0, "years") == "2 years"


def test_trailing_zeros_go_and_whole_numbers_stay() -> None:
    assert number(100.0) == "100"
    assert number(2.50) == "2.5"


def test_measure_ids_read_as_words() -> None:
    assert measure_name("share_of_gdp") == "share of GDP"


def test_shortening_cuts_at_a_word() -> None:
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("x" * 30, 10) == "x" * 9 + "…"
    assert shortened("short", 10) == "short"


def test_cleaning_drops_what_steers_a_terminal() -> None:
    assert clean("a\x1b[1mb\r\n c\u200b\u202ed\x9b") == "a[1mb cd"


def tried(recorded: float | None, low: float | None, high: float | None, *, agrees: bool = False) -> Tried:
    return Tried("a reading", agrees, recorded, low, high, "%", None, "pp", Derivation("value", recorded, "%"))


def test_reading_without_a_value_says_what_is_held() -> None:
    assert tried_line(tried(None, None, None)) == "a reading: not held"
    assert tried_line(tried(None, 2.0, 3.0)) == "a reading: 2 % to 3 %, does not agree"
    assert tried_line(tried(2.0, 2.0, 2.0, agrees=True)) == "a reading: 2 %, agrees"


def test_nothing_is_said_to_be_off_by_nothing() -> None:
    bounds = replace(tried(None, 2.0, 3.0), distance=0.0)
    assert tried_line(bounds) == "a reading: 2 % to 3 %, leaves it open"
    assert tried_line(replace(tried(2.0, 2.0, 2.0), distance=0.0)) == "a reading: 2 %, lies right at the bound"
    assert tried_line(replace(tried(2.0, 2.0, 2.0), distance=0.001)).endswith("off by 0.001 percentage points")
