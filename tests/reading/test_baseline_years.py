"""The year a figure is held against is of its own clause."""

from datetime import date

import pytest

from tests.reading.conftest import Numbers

ON = date(2025, 6, 26)


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("European allies and Canada raised spending by 18 percent in 2024; since 2014 they added $700bn.", ""),
        ("European allies and Canada raised spending by 18 percent in 2024, and since 2014 they added $700bn.", ""),
        ("European allies and Canada have raised their spending by 72 percent since 2014.", "2014"),
        ("Since 2014, European allies and Canada have raised their spending by 72 percent.", "2014"),
    ],
)
def test_what_opens_the_next_clause_is_no_baseline(told: Numbers, text: str, baseline: str) -> None:
    found = next(one for one in told(text, "", ON) if one.measure == "expenditure_growth")
    assert found.baseline == baseline
