"""Numbers as printed, exactly, and nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from burdenshare.intake.grid import Value
from burdenshare.intake.macro.numbers import base_units, number
from burdenshare.intake.model import DeliveryError, Given

FILE = Given("a.csv", b"")
decimals = st.decimals(Decimal(-(10**12)), Decimal(10**12), places=3, allow_nan=False)


@drawn(decimals)
def test_a_printed_number_is_read_with_and_without_commas(value: Decimal) -> None:
    assert number(FILE, f"{value:f}", "line 1") == value
    assert number(FILE, f" {value:,f} ", "line 1") == value


@drawn(st.floats(allow_nan=False, allow_infinity=False))
def test_a_cell_of_a_workbook_is_read_as_the_float_that_it_is(value: float) -> None:
    found = number(FILE, value, "A!B2")
    assert found is not None
    assert float(found) == value


@drawn(st.text(max_size=12))
def test_any_other_text_is_refused_or_means_what_it_says(text: str) -> None:
    try:
        found = number(FILE, text, "line 1")
    except DeliveryError as fault:
        assert str(fault).startswith("a.csv: line 1: ")
    else:
        assert found is None or float(text.replace(",", "")) == float(found)


@pytest.mark.parametrize("text", ["", "n/a", "N/A", "--", "...", "..", "  "])
def test_what_stands_for_no_value_is_none(text: str) -> None:
    assert number(FILE, text, "line 1") is None


@pytest.mark.parametrize(
    "value",
    ["3,14", "1,2345", "12,34,567", "1 234", "NaN", "Infinity", "1e400", "1e-400", "١٢", "１", "5%", "-", ".5", "5.",
     "0\x1f", float("nan"), float("inf"), True, date(2020, 1, 1)],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_its_place(value: Value) -> None:
    with pytest.raises(DeliveryError, match=r"^a\.csv: line 7, column 2020: '.*' is no number"):
        number(FILE, value, "line 7, column 2020")


@drawn(st.integers(1, 10**9), st.sampled_from([0, 3, 6, 9]))
def test_base_units_are_rounded_once(thousandths: int, power: int) -> None:
    exact = Decimal(thousandths).scaleb(power - 3)
    assert base_units(FILE, Decimal(thousandths).scaleb(-3), power, "line 1") == float(exact)
