"""Time in words, counted from the day of the text (13 February 2025, a Thursday)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.periods import PeriodMention, find_periods
from burdenshare.reading.tokens import tokenize
from tests.reading.conftest import DAY
from tests.reading.profiles import FEW


def periods(text: str, on: date | None = DAY) -> list[PeriodMention]:
    return find_periods(tokenize(text), on)


def only(text: str, on: date | None = DAY) -> PeriodMention:
    (found,) = periods(text, on)
    return found


@pytest.mark.parametrize(
    ("text", "value", "role"),
    [
        ("in 2024", "2024", "in"),
        ("since 2014", "2014", "since"),
        ("by 2035", "2035", "by"),
        ("until 2032", "2032", "by"),
        ("compared with 2023", "2023", "versus"),
        ("more than in 2023", "2023", "in"),
        ("from 2014", "2014", "from"),
        ("in June 2024", "2024-06", "in"),
        ("on 24 June 2024", "2024-06-24", "in"),
        ("on 24 and 25 June 2024", "2024-06-24", "in"),
        ("on June 24-25, 2024", "2024-06-24", "in"),
        ("by 2027 rather than in 2029", "2029", "versus"),
        ("in 2026 instead of 2032", "2032", "versus"),
        ("on June 24, 2024", "2024-06-24", "in"),
        ("on the 24th of February 2022", "2022-02-24", "in"),
        ("in fiscal 2024/25", "2024", "in"),
        ("2014-2024", "2014/2024", "in"),
        ("since the start of 2022", "2022", "since"),
    ],
)
def test_calendar(text: str, value: str, role: str) -> None:
    found = periods(text)[-1]
    assert (found.value, found.source) == (value, "explicit")
    if role != "in" or text.startswith(("in", "on", "2")):
        assert found.role == role


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("last year", "2024"),
        ("this year", "2025"),
        ("next year", "2026"),
        ("a year earlier", "2024"),
        ("two years ago", "2023"),
        ("76 years ago", "1949"),
        ("by the end of the decade", "2030"),
        ("on Monday", "2025-02-10"),
        ("on Thursday", "2025-02-13"),
        ("yesterday", "2025-02-12"),
        ("over the next ten years", "2035"),
        ("within a decade", "2035"),
        ("in the next five years", "2030"),
    ],
)
def test_relative_ones_are_counted_from_the_day(text: str, value: str) -> None:
    assert (only(text).value, only(text).source) == (value, "relative")


@pytest.mark.parametrize("text", ["now", "currently", "today", "at present"])
def test_now_has_no_value_of_its_own(text: str) -> None:
    assert (only(text).role, only(text).value, only(text).source) == ("now", "", "now")


@pytest.mark.parametrize("text", ["last year", "two years ago", "next year"])
def test_without_a_day_a_relative_period_stays_open(text: str) -> None:
    assert only(text, None).value == ""


def test_month_without_a_year_leaves_it_open() -> None:
    assert only("in June").value == "--06"


def test_day_without_a_year_is_the_nearest() -> None:
    assert only("on 24 December").value == "2024-12-24"


@pytest.mark.parametrize(
    "text",
    [
        "2000 troops",
        "2,024 allies",
        "at 2021 prices",
        "in constant 2015 dollars",
        "line 1985",
        "$2024",
        "1823",
        "0 March",
    ],
)
def test_four_digits_are_not_always_a_year(text: str) -> None:
    assert [p for p in periods(text) if len(p.value) == 4] == []


@pytest.mark.parametrize("text", ["it may rise", "the march on Rome", "Sun and sea"])
def test_months_and_days_that_are_other_words(text: str) -> None:
    assert periods(text) == []


@pytest.mark.parametrize("text", ["on 31 February 2025", "on 0 March", "on 45 May 2025", "on 99999999999 March 2025"])
def test_days_that_do_not_exist_are_no_day(text: str) -> None:
    assert [p for p in periods(text) if len(p.value) == 10] == []


def test_fiscal_year_is_not_a_day_of_june() -> None:
    assert only("fiscal year 2024/25").value == "2024"


def test_years_ago_keep_their_number() -> None:
    assert only("three years ago").years_ago == (3, 3)


@FEW
@given(st.dates(date(1990, 1, 1), date(2060, 12, 28)))
def test_every_way_of_writing_a_day_means_that_day(day: date) -> None:
    month = day.strftime("%B")
    for text in (f"on {day.day} {month} {day.year}", f"on {month} {day.day}, {day.year}"):
        assert only(text).value == day.isoformat()


@FEW
@given(st.dates(date(1990, 1, 1), date(2060, 12, 28)), st.sampled_from(["Monday", "Wednesday", "Saturday", "Sunday"]))
def test_a_weekday_lies_within_the_week_behind(day: date, name: str) -> None:
    found = date.fromisoformat(only(f"on {name}", day).value)
    assert 0 <= (day - found).days < 7
    assert found.strftime("%A") == name


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("a statement before Wednesday's gathering", "2025-06-25"),
        ("ahead of Wednesday's summit", "2025-06-25"),
        ("a day before Wednesday's vote", "2025-06-18"),
        ("at Wednesday's gathering", "2025-06-18"),
        ("before Wednesday", "2025-06-18"),
    ],
)
def test_a_day_that_something_comes_before_lies_ahead(text: str, day: str) -> None:
    assert only(text, date(2025, 6, 22)).value == day
