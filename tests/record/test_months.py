"""Months and spans of months: arithmetic that holds for all of them, and what is no month."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import InputError
from burdenshare.record.months import YEAR, Span, month_at, month_ends, month_of, place, span_in

PLACES = st.integers(min_value=place("2022-01"), max_value=place("2031-12"))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first = draw(PLACES)
    return Span(month_at(first), month_at(first + draw(st.integers(min_value=0, max_value=60))))


@given(PLACES)
def test_a_month_and_its_place_lead_to_each_other(number: int) -> None:
    assert place(month_at(number)) == number


@given(spans())
def test_a_span_has_as_many_months_as_it_counts(span: Span) -> None:
    months = span.months()
    assert len(months) == len(span) == len(set(months))
    assert (months[0], months[-1]) == (span.first, span.last)
    assert all(month in span for month in months)


@given(spans())
def test_the_span_before_is_as_long_and_ends_where_it_begins(span: Span) -> None:
    before = span.before()
    assert len(before) == len(span)
    assert place(before.last) + 1 == place(span.first)


@given(spans())
def test_the_months_of_its_years_are_all_its_months(span: Span) -> None:
    years = range(int(span.first[:4]), int(span.last[:4]) + 1)
    assert sum(span.in_year(year) for year in years) == len(span)
    assert all(0 < span.in_year(year) <= YEAR for year in years)
    assert span.in_year(years[-1] + 1) == 0


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2025", ("2025-01", "2025-12")),
        ("2025-05", ("2025-05", "2025-05")),
        ("2024/2025", ("2024-01", "2025-12")),
        (" 2025-05/2026-04 ", ("2025-05", "2026-04")),
    ],
)
def test_a_span_is_read_as_people_write_it(text: str, span: tuple[str, str]) -> None:
    assert span_in(text, "span") == Span(*span)


@pytest.mark.parametrize("text", ["", "2025-13", "25-01", "2025-1", "May 2025", "2025-05/", "x/2025"])
def test_what_is_no_month_is_refused_by_its_field(text: str) -> None:
    with pytest.raises(InputError, match=r"^span: "):
        span_in(text, "span") if "/" in text else month_of(text, "span")


def test_the_last_months_before_a_day() -> None:
    assert month_ends(date(2024, 3, 1), 3) == ("2024-02-29", "2024-01-31", "2023-12-31")


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InputError, match="ends before it begins"):
        span_in("2025-05/2025-04", "span")
    with pytest.raises(InputError, match="give a last month after the first"):
        Span("2025-05", "2025-04")
