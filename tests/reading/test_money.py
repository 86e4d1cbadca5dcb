"""Money: levels, changes, extra spending since a baseline, aid, and what is another topic."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from burdenshare.reading.model import Kind
from tests.reading.conftest import Numbers, One


@pytest.mark.parametrize(
    "text",
    [
        "European allies and Canada spent $485 billion on defence in 2024.",
        "European allies and Canada invested a combined US$485bn in defence in 2024.",
        "In 2024, defence spending by European allies and Canada reached $485 billion.",
        "The defence budgets of European allies and Canada came to 485 billion dollars in 2024.",
        "Last year European allies and Canada spent 485 billion US dollars on their militaries.",
    ],
)
def test_level(one: One, text: str) -> None:
    found = one(text, "expenditure")
    assert found.value is not None
    assert (found.value.low, found.value.high) == (484.5e9, 485.5e9)
    assert (found.kind, found.subject, found.unit, found.period) == (Kind.FACT, ("EUR_CAN",), "USD", "2024")


def test_named_basis_closes_the_hole(one: One) -> None:
    assert one("In 2024 Germany spent $97 billion on defence at current prices.", "expenditure").basis == "current"
    assert one("In 2024 Germany spent $80 billion on defence at 2015 prices.", "expenditure").basis == "constant_2015"
    assert one("In 2024 Germany spent $97 billion on defence.", "expenditure").basis == ""


def test_own_currency(one: One) -> None:
    found = one("Poland spent 158 billion zlotys on defence in 2024.", "expenditure")
    assert (found.unit, found.subject) == ("PLN", ("POL",))


def test_crowns_take_the_currency_of_their_subject(one: One) -> None:
    assert one("Norway spent 110 billion kroner on defence in 2024.", "expenditure").unit == "NOK"
    assert one("Denmark spent 69 billion kroner on defence in 2024.", "expenditure").unit == "DKK"


def test_extra_since_a_year(one: One) -> None:
    found = one(
        "Since 2014 European allies and Canada have spent an extra $600 billion on defence.", "extra_expenditure"
    )
    assert (found.baseline, found.subject) == ("2014", ("EUR_CAN",))
    assert "cumulative" in found.holes


def test_since_somebody_took_office_leaves_the_baseline_open(one: One) -> None:
    found = one(
        "European allies and Canada have increased their defence spending by $700 billion since Donald Trump "
        "took office.",
        "extra_expenditure",
    )
    assert found.baselines == ("2016", "2017")
    assert "baseline" in found.holes


def test_change_of_a_level(one: One) -> None:
    found = one("Germany's defence spending rose by $20 billion in 2024.", "expenditure_change")
    assert (found.subject, found.period, found.baseline) == (("DEU",), "2024", "2023")


def test_budget_of_an_amount_is_a_level_whatever_falls_short(one: One) -> None:
    text = "Germany's defence budget of 52 billion euros falls short of what was planned."
    assert one(text, "expenditure").subject == ("DEU",)


def test_planned_level_is_a_promise(one: One) -> None:
    found = one("Germany plans to spend 152 billion euros on defence in 2029.", "expenditure")
    assert (found.kind, found.period, found.unit) == (Kind.PROMISE, "2029", "EUR")


def test_per_head(told: Numbers) -> None:
    found = told("Norway spent $1,600 per capita on defence in 2024.")
    assert [(s.measure, s.subject) for s in found] == [("expenditure_per_capita", ("NOR",))]


@pytest.mark.parametrize(
    "text",
    [
        "Germany has allocated 17 billion euros in aid to Ukraine.",
        "Germany has given Ukraine military aid worth 17 billion euros.",
    ],
)
def test_aid(one: One, text: str) -> None:
    found = one(text)
    assert (found.measure, found.subject, found.unit) == ("aid", ("DEU",), "EUR")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Poland signed a contract worth $6 billion for tanks.", "contract"),
        ("A private in the Danish army earns 3,200 euros a month.", "too small"),
        ("Norway's oil fund is worth 1,700 billion euros.", "contract, fund or price"),
    ],
)
def test_other_money_is_named(told: Numbers, reasons: Callable[[str], dict[str, str]], text: str, reason: str) -> None:
    assert told(text) == []
    assert reason in " ".join(reasons(text).values())


def test_overseas_aid_is_not_aid_to_ukraine(told: Numbers) -> None:
    assert told("The Netherlands spends €6.1 billion on overseas aid.") == []
