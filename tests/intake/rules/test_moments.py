"""intake/rules/moments.py: dates of the tables as days."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.intake.rules.moments import span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2014-09-04/2014-09-05", date(2014, 9, 4), date(2014, 9, 5)),
        ("2021-2025", date(2021, 1, 1), date(2025, 12, 31)),
    ],
)
def test_what_a_date_can_mean(text: str, first: date, last: date) -> None:
    assert span(text) == (first, last)


@pytest.mark.parametrize("text", ["", "2024-13", "2024-02-30", "annual", "٢٠٢١-٢٠٢٥"])
def test_what_is_no_date(text: str) -> None:
    assert span(text) is None
