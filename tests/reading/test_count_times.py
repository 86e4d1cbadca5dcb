"""Which year a count of allies is told of."""

from datetime import date

import pytest

from tests.reading.conftest import Numbers


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2021, eight allies spent two percent of GDP on defence; two years later, 11 of 31 did.", "2023"),
        ("In 2021, eight allies spent two percent of GDP on defence. Three years later, 18 did so.", "2024"),
        ("Three years later, 18 allies met the target of 2 percent of GDP.", ""),
    ],
)
def test_years_later_are_counted_from_the_year_told_before(told: Numbers, text: str, period: str) -> None:
    found = [one for one in told(text, "", date(2025, 6, 2)) if one.measure == "allies_at_guideline"]
    assert found[-1].period == period
    assert period or found[-1].likely
