"""Percentages: shares of GDP, of a total, of a budget, and what is another topic."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from burdenshare.reading.model import Kind, Modality
from tests.reading.conftest import Numbers, One


@pytest.mark.parametrize(
    "text",
    [
        "Poland spent 4.12 % of GDP on defence in 2024.",
        "Poland spent 4.12 percent of its gross domestic product on defence in 2024.",
        "In 2024 Poland devoted 4.12 per cent of GDP to its military.",
        "Poland's defence spending stood at 4.12 % of GDP in 2024.",
        "Defence spending in Poland amounted to 4.12 % of GDP in 2024.",
        "As a share of GDP, Poland's defence spending was 4.12 % in 2024.",
        "Last year Poland invested 4,12 % of GDP in defence.",
    ],
)
def test_share_of_gdp(one: One, text: str) -> None:
    found = one(text, "share_of_gdp")
    assert found.value is not None
    assert (found.value.low, found.value.high) == pytest.approx((4.115, 4.125))
    assert (found.kind, found.subject, found.unit, found.period) == (Kind.FACT, ("POL",), "%", "2024")


def test_two_years_in_one_sentence(told: Numbers) -> None:
    found = told("Poland's defence spending rose from 2.2 % of GDP in 2022 to 4.12 % in 2024.", "share_of_gdp")
    read = [(round(s.value.low, 6), round(s.value.high, 6), s.period) for s in found if s.value]
    assert read == [(2.15, 2.25, "2022"), (4.115, 4.125, "2024")]


@pytest.mark.parametrize(
    "text",
    [
        "Germany has never spent 3 % of GDP on defence.",
        "Is it true that Germany spends 3 % of GDP on defence?",
        "Does Germany spend 3 % of GDP on defence?",
    ],
)
def test_negated_or_asked_share_is_not_told_as_a_fact(told: Numbers, text: str) -> None:
    found = [s for s in told(text, "share_of_gdp") if s.modality is Modality.FACT and s.comparator == "="]
    assert found == []


def test_present_tense_asks_the_newest_year(one: One) -> None:
    found = one("Poland spends 4.12 % of GDP on defence.", "share_of_gdp")
    assert (found.period, found.period_from) == ("2024", "now")


def test_falling_short_is_a_bound_below(one: One) -> None:
    found = one("In 2024 Spain spent less than 2 % of GDP on defence.", "share_of_gdp").value
    assert found is not None
    assert (found.low, found.high, found.high_open) == (-math.inf, 2, True)


def test_share_carried_by_its_list(told: Numbers) -> None:
    found = told("Poland spent 4.12 % of GDP on defence in 2024. Spain trailed at 1.28 per cent.", "share_of_gdp")
    assert [(s.subject, s.value.central, s.period) for s in found if s.value] == [
        (("POL",), 4.12, "2024"),
        (("ESP",), 1.28, "2024"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The United States accounts for 64 % of NATO's total defence spending.",
        "In 2024 the United States provided 64 % of all NATO spending on defence.",
    ],
)
def test_share_of_the_total(one: One, text: str) -> None:
    found = one(text)
    assert (found.measure, found.subject, found.unit) == ("share_of_total", ("USA",), "%")


def test_common_budget_is_not_allied_spending(told: Numbers) -> None:
    found = told("The United States pays 16 % of NATO's common budget.")
    assert [s.measure for s in found] == ["common_budget_share"]


def test_equipment_share(one: One) -> None:
    found = one("In 2024 Poland spent 51 % of its defence budget on new equipment.")
    assert (found.measure, found.subject, found.period) == ("equipment_share", ("POL",), "2024")


def test_aid_share_is_not_the_defence_share(told: Numbers) -> None:
    found = told("Denmark has given 2.2 % of its GDP in military aid to Ukraine.")
    assert [s.measure for s in found] == ["aid"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A poll found that 54 % of voters want more defence.", "poll"),
        ("Norway gives 1 % of gross national income as foreign aid.", "development aid"),
        ("Shares in the firm rose 9 %.", "prices"),
        ("Defence takes 12 % of the state budget.", "state budget"),
    ],
)
def test_other_topics_are_named(reasons: Callable[[str], dict[str, str]], text: str, reason: str) -> None:
    assert reason in " ".join(reasons(text).values())


@pytest.mark.parametrize(
    "text",
    [
        "The claim that Germany spent 3 % of GDP on defence in 2024 is false.",
        "It is not true that Germany spent 3 % of GDP on defence in 2024.",
    ],
)
def test_denied_figure_is_no_statement(told: Numbers, text: str) -> None:
    assert told(text) == []
