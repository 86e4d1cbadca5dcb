"""Numbers and days as tables write them: read as they stand, or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.intake.mapped.model import Numbers
from burdenshare.intake.mapped.texts import day_text, number_text, text_of, times

SIGNS = st.sampled_from([(".", ""), (".", ","), (",", ""), (",", "."), (",", " "), (".", "'")])


@given(st.integers(-(10**12), 10**12), st.integers(0, 4), SIGNS)
def test_every_number_comes_back_with_its_digits(whole: int, places: int, signs: tuple[str, str]) -> None:
    value = Decimal(whole).scaleb(-places)
    decimal, thousands = signs
    written = f"{value:,.{places}f}".replace(",", "\1").replace(".", decimal).replace("\1", thousands)
    read = number_text(written, Numbers(decimal, thousands))
    assert Decimal(read) == value
    assert len(read.partition(".")[2]) == places


@pytest.mark.parametrize(
    ("text", "decimal", "thousands"),
    [
        ("1,234", ".", ""),
        ("1.234", ",", ""),
        ("1.23", ",", "."),
        ("12,34.5", ".", ","),
        ("1 234", ".", ""),
        ("", ".", ""),
        ("1e3", ".", ""),
        ("5 %", ".", ""),
        ("$5", ".", ""),
        ("nan", ".", ""),
        ("٣", ".", ""),
        ("1..2", ".", ""),
        (".5", ".", ""),
        ("--1", ".", ""),
    ],
)
def test_what_is_not_clear_is_no_number(text: str, decimal: str, thousands: str) -> None:
    with pytest.raises(ValueError, match="is no number with"):
        number_text(text, Numbers(decimal, thousands))


@pytest.mark.parametrize(
    ("text", "read"), [("\u22121,5", "-1.5"), ("1\u202f234,0", "1234.0"), ("+7", "7"), ("1\u00a0000", "1000")]
)
def test_marks_of_print(text: str, read: str) -> None:
    assert number_text(text, Numbers(",", " ")) == read


def test_products_are_exact() -> None:
    assert times("0.1", Decimal("0.001")) == "0.0001"
    assert times("2.50", Decimal(1000)) == "2500.00"


@pytest.mark.parametrize(
    ("text", "forms", "read"),
    [
        ("03.05.2031", ["%d.%m.%Y"], "2031-05-03"),
        ("06/2031", ["%d.%m.%Y", "%m/%Y"], "2031-06"),
        ("2031", ["%Y"], "2031"),
        ("3 May 2031", ["%d %B %Y"], "2031-05-03"),
    ],
)
def test_days(text: str, forms: list[str], read: str) -> None:
    assert day_text(text, forms) == read


@pytest.mark.parametrize(
    ("text", "forms", "told"),
    [
        ("31.02.2031", ["%d.%m.%Y"], "no day written as"),
        ("03/05/2031", ["%d/%m/%Y", "%m/%d/%Y"], "more than one day"),
        ("x", ["%Q %Y"], "no day written as"),
    ],
)
def test_days_that_are_none_or_two(text: str, forms: list[str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        day_text(text, forms)


@pytest.mark.parametrize(("cell", "text"), [(2.0, "2"), (0.1, "0.1"), (True, "true"), (None, ""), (" a ", "a")])
def test_cells_as_text(cell: str | float | bool | None, text: str) -> None:
    assert text_of(cell) == text
