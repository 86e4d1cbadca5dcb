"""Texts and typed values: nothing printed is lost, nothing wrong is taken."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.record.typed import plain, plain_number, value_of


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_plain_numbers_mean_the_same_number(value: float) -> None:
    text = plain_number(value)
    assert float(text) == value
    assert "e" not in text
    assert not text.endswith(".0")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_has_no_text(value: float) -> None:
    with pytest.raises(ValueError, match="is no number"):
        plain_number(value)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("2.0", "number", 2.0),
        ("-1e3", "number", -1000.0),
        ("007", "integer", 7),
        ("true", "boolean", True),
        ("2024-02-29", "date", date(2024, 2, 29)),
        ("", "number", None),
        ("any", "string", "any"),
    ],
)
def test_texts_as_values(text: str, kind: str, value: object) -> None:
    assert value_of(text, kind) == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("nan", "number"),
        ("1e999", "number"),
        ("inf", "number"),
        ("1_000", "number"),
        ("1,5", "number"),
        ("٣", "integer"),
        ("2.0", "integer"),
        ("True", "boolean"),
        ("1", "boolean"),
        ("2023-02-29", "date"),
        ("20240229", "date"),
        (" 2", "number"),
    ],
)
def test_texts_that_are_no_value(text: str, kind: str) -> None:
    with pytest.raises(ValueError):
        value_of(text, kind)


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "true"), (False, "false"), (2.0, "2"), (8e-05, "0.00008"), (7, "7"), ("a", "a")],
)
def test_plain_texts(value: str | float | None, text: str) -> None:
    assert plain(value) == text
