"""Numbers in digits and in words, before any unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.numbers import Number, number_at, parse_digits
from burdenshare.reading.quantities import quantities
from burdenshare.reading.tokens import tokenize
from tests.reading.profiles import FEW

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SHORT = {"bn": 1e9, "tn": 1e12, "mn": 1e6}


def number(words: str) -> Number:
    found = number_at(tokenize(words), 0)
    assert found is not None
    return found


def in_words(value: int, joint: str = "-") -> str:
    """English for 0..999."""
    if value < 20:
        return ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return TENS[tens - 2] + (joint + ONES[ones] if ones else "")
    hundreds, rest = divmod(value, 100)
    return f"{ONES[hundreds]} hundred" + (f" and {in_words(rest, joint)}" if rest else "")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("4,12", 4.12),
        ("12.345.678", 12345678),
        ("1,234,567", 1234567),
        ("1,000", 1000),
        ("0,750", 0.75),
        ("3.500", 3.5),
        ("007", 7),
    ],
)
def test_either_separator(words: str, value: float) -> None:
    parsed = parse_digits(words)
    assert parsed is not None
    assert parsed[0] == pytest.approx(value)


@pytest.mark.parametrize("words", ["1.2.3", "1,23,4", "10.12.2024"])
def test_section_numbers_and_dates_are_no_number(words: str) -> None:
    assert parse_digits(words) is None


@pytest.mark.parametrize(
    ("words", "step"),
    [("2", 1), ("2.0", 0.1), ("4,12", 0.01), ("1,234", 1), ("485 billion", 1e9), ("1.5 million", 1e5)],
)
def test_step_is_one_unit_of_the_last_printed_digit(words: str, step: float) -> None:
    assert number(words).step == pytest.approx(step)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("half a trillion", 5e11),
        ("half a dozen", 6),
        ("a dozen", 12),
        ("three dozen", 36),
        ("a hundred", 100),
        ("a million", 1e6),
        ("one and a half million", 1.5e6),
        ("three point five", 3.5),
        ("two thirds of a billion", 2e9 / 3),
        ("three hundred thousand", 300000),
    ],
)
def test_words(words: str, value: float) -> None:
    assert number(words).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two-thirds", 2 / 3),
        ("a third", 1 / 3),
        ("one quarter", 1 / 4),
        ("three out of four", 3 / 4),
        ("one in five", 0.2),
    ],
)
def test_fractions(words: str, value: float) -> None:
    assert number(words).value == pytest.approx(value)
    assert number(words).kind == "fraction"


@pytest.mark.parametrize(
    "words", ["a third country", "one third term", "one in six years", "a year", "an ally", "ally"]
)
def test_what_only_looks_like_a_fraction(words: str) -> None:
    found = number_at(tokenize(words), 0)
    assert found is None or found.kind != "fraction"


@pytest.mark.parametrize("words", ["2nd", "45th", "1st", "23rd"])
def test_ordinals_are_marked(words: str) -> None:
    assert number(words).kind == "ordinal"


def test_single_letter_is_a_scale_only_behind_money() -> None:
    assert [q.number.value for q in quantities(tokenize("$700m"))] == [700e6]
    assert [q.number.value for q in quantities(tokenize("a 700 m runway"))] == [700]


@pytest.mark.parametrize("words", ["9" * 19, "9" * 400])
def test_absurdly_long_digits_are_no_number(words: str) -> None:
    assert number_at(tokenize(words), 0) is None


@FEW
@given(st.integers(0, 999), st.sampled_from(["-", " "]), st.sampled_from(sorted(SCALES)))
def test_rendered_words_parse_to_the_same_value(value: int, joint: str, scale: str) -> None:
    found = number(f"{in_words(value, joint)} {scale}".strip())
    assert found.value == pytest.approx(value * SCALES[scale])


@FEW
@given(st.integers(0, 10**12), st.booleans())
def test_rendered_integers_parse_to_the_same_value(value: int, grouped: bool) -> None:
    assert number(f"{value:,}" if grouped else str(value)).value == value


@FEW
@given(st.integers(0, 99999), st.integers(1, 3), st.sampled_from(".,"), st.sampled_from(sorted(SCALES | SHORT)))
def test_rendered_decimals_parse_to_the_same_value(value: int, places: int, point: str, scale: str) -> None:
    whole, decimals = divmod(value, 10**places)
    if point == "," and places == 3 and whole:
        return  # "4,125" is four thousand: the comma cannot tell
    found = number(f"{whole}{point}{decimals:0{places}d} {scale}".strip())
    assert found.value == pytest.approx(value / 10**places * (SCALES | SHORT)[scale])


@FEW
@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from([" to ", "-", "–"]), st.sampled_from(["%", "billion"]))
def test_ranges_keep_their_order(left: int, right: int, joint: str, unit: str) -> None:
    low, high = sorted((left, right))
    if low == high:
        high += 1
    (found,) = quantities(tokenize(f"{low}{joint.replace('–', '-')}{high} {unit}"))
    scale = 1e9 if unit == "billion" else 1.0
    assert (found.value.low, found.value.high) == (low * scale, high * scale)
    assert found.comparator == "between"
