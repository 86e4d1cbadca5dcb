"""Growth of spending in per cent."""

from __future__ import annotations

import pytest

from burdenshare.reading.model import Kind
from tests.reading.conftest import Numbers, One


@pytest.mark.parametrize(
    "text",
    [
        "Defence spending by European allies and Canada rose by 18 % in 2024.",
        "European allies and Canada increased defence spending by 18 per cent in 2024.",
        "In 2024 European allies and Canada raised their defence spending 18 percent.",
        "Defence spending in Europe and Canada grew 18 % last year.",
        "In 2024 there was an 18 % increase in defence spending by European allies and Canada.",
    ],
)
def test_growth(one: One, text: str) -> None:
    found = one(text, "expenditure_growth")
    assert found.value is not None
    assert (found.value.low, found.value.high) == pytest.approx((17.5, 18.5))
    assert (found.kind, found.subject, found.period, found.unit) == (Kind.FACT, ("EUR_CAN",), "2024", "%")


def test_words_fix_real_or_nominal(one: One) -> None:
    start = "Defence spending by European allies and Canada rose by 18 % in"
    assert one(f"{start} real terms in 2024.", "expenditure_growth").real is True
    assert one(f"{start} nominal terms in 2024.", "expenditure_growth").real is False
    assert one(f"{start} 2024.", "expenditure_growth").real is None


def test_year_compared_with_is_the_baseline(one: One) -> None:
    text = "European allies and Canada increased defence spending by nearly 20 % compared with 2023."
    found = one(text, "expenditure_growth")
    assert (found.baseline, found.period) == ("2023", "2024")


def test_fall_is_negative(one: One) -> None:
    found = one("Britain's defence spending fell by 3 % in 2024.", "expenditure_growth").value
    assert found is not None
    assert found.high < 0
    assert found.central == -3


def test_alliance_as_a_whole_leaves_the_group_open(one: One) -> None:
    assert "group" in one("NATO allies raised defence spending by 18 % in 2024.", "expenditure_growth").holes


def test_rise_to_a_share_is_no_growth(told: Numbers) -> None:
    assert told("Poland's defence spending rose to 4.12 % of GDP in 2024.", "expenditure_growth") == []


@pytest.mark.parametrize(
    "text",
    [
        "Poland's economy grew by 3 % in 2024, and its defence spending is high.",
        "Poland raised its army by 10 % to 210,000 soldiers.",
        "Exports of Polish arms rose by 30 %.",
    ],
)
def test_growth_of_something_else(told: Numbers, text: str) -> None:
    assert told(text, "expenditure_growth") == []


def test_where_a_share_stood_is_no_growth(told: Numbers) -> None:
    text = (
        "For Türkiye, the share of defense expenditures in GDP, which was around 1.4% in 2014, gradually increased and "
        "reached 2.3% in 2024."
    )
    assert told(text, "expenditure_growth") == []
    assert [one.period for one in told(text, "share_of_gdp")] == ["2014", "2024"]


def test_multiple_of_a_sum_is_neither_growth_nor_level(told: Numbers) -> None:
    text = "Germany spent three times as much as €20 billion on defence in 2024."
    assert told(text, "expenditure_growth") == told(text, "expenditure") == []
    assert told("Germany spent as much as €80 billion on defence in 2024.", "expenditure")
