"""Lines that spending passes are no rises of so much, and years side by side are those that stand together."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record

ON = date(2024, 6, 20)


def told(text: str, record: Record) -> list[tuple[str, str]]:
    found = bs.read(text, on=ON, record=record).statements
    return [(one.measure, one.period) for one in found if one.value is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Belgium's defence spending should rise above the projected 1.4 percent for 2024.",
        "Estonia's defence spending rose above the 3.2 percent planned for 2024.",
        "Defence spending in Denmark will climb beyond the 2 percent promised for 2024.",
    ],
)
def test_what_is_passed_is_no_growth(text: str, record: Record) -> None:
    assert "expenditure_growth" not in {measure for measure, _ in told(text, record)}


@pytest.mark.parametrize(
    "text",
    [
        "Estonia's defence spending rose 3.2 percent in 2024.",
        "Estonia's defence spending rose by above 3.2 percent in 2024.",
    ],
)
def test_without_the_article_it_is(text: str, record: Record) -> None:
    assert ("expenditure_growth", "2024") in told(text, record)


def test_two_years_side_by_side_without_that_which_they_are_held_against(record: Record) -> None:
    text = "Greece spent 2.4% of its GDP on defence in 2021 and 2022, with defence spending well over that of 2020."
    assert ("share_of_gdp", "2021/2022") in told(text, record)
    three = "Greece spent 2.4% of its GDP on defence in 2020, 2021 and 2022."
    assert ("share_of_gdp", "2020/2022") in told(three, record)
