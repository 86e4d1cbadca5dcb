"""Data from outside, made harmless."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.hostile import finite, plain, whole

ANYTHING = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary(), st.lists(st.text()))


@given(given=ANYTHING, most=st.integers(1, 50))
def test_plain_is_one_short_line_that_can_be_printed(given: object, most: int) -> None:
    line = plain(given, most)
    assert len(line) <= most
    assert line.isprintable()
    assert line == line.strip()
    line.encode("utf-8")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\nb\t\r\n c", "a b c"),
        ("\u202eabc\u200b\ufeff", "abc"),
        ("half \ud800 letter", "half letter"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("x" * 100, "x" * 9 + "…"),
        (7, ""),
    ],
)
def test_plain(said: object, kept: str) -> None:
    assert plain(said, 10 if kept.endswith("…") else 80) == kept


@given(ANYTHING)
def test_finite_is_none_or_a_finite_float(given: object) -> None:
    value = finite(given)
    assert value is None or math.isfinite(value)


@pytest.mark.parametrize("given", [math.nan, math.inf, -math.inf, 10**400, 1e300, True, "2.1", None, [2.1]])
def test_what_is_no_sum_is_none(given: object) -> None:
    assert finite(given) is None


def test_numbers_stay() -> None:
    assert (finite(2), finite(4.12), finite(-485e9)) == (2.0, 4.12, -485e9)
    assert (whole(3), whole(True), whole(3.0), whole("3")) == (3, None, None, None)
