"""Rises, multiples and parts by the words around them: what is read, and what must not be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.reading.model import Kind, Statement

Told = Callable[..., list[Statement]]
DAY = date(2025, 2, 13)

# text, measure, subject, comparator, value, period, baseline
RISES = [
    (
        "Poland's military expenditure, prices up 14 percent, rose 46 percent in real terms in 2023.",
        "POL",
        "=",
        46,
        "2023",
        "",
    ),
    ("Estonia is spending 3.7 percent more on defence this year than last.", "EST", "=", 3.7, "2025", ""),
    ("Hungary upped its defence outlays by 26 percent in 2021.", "HUN", "=", 26, "2021", ""),
    ("Finnish defence expenditure grew by a quarter in 2023.", "FIN", "=", 25, "2023", ""),
    ("Italian defence outlays shrank by 12.4 per cent in 2015.", "ITA", "=", -12.4, "2015", ""),
    ("Hungary's defence outlays were 20 percent below those of 2022.", "HUN", "=", -20, "2024", "2022"),
    (
        "Across Europe and Canada, spending rose for the tenth year in a row, by 17.9% in real terms.",
        "EUR_CAN",
        "=",
        17.9,
        "2024",
        "",
    ),
    ("The annual report records growth of 3.1% in Europe and Canada in 2021.", "EUR_CAN", "=", 3.1, "2021", ""),
    (
        "European allies and Canada raised their defence investment by a fifth compared with 2023.",
        "EUR_CAN",
        "=",
        20,
        "2024",
        "",
    ),
    ("Sweden has doubled its defence budget since 2020.", "SWE", "=", 100, "2024", "2020"),
    ("Europe's military outlays nearly doubled between 2014 and 2024.", "EUR", "~", 100, "2024", "2014"),
    ("Lithuanian defence spending has more than quadrupled since 2014.", "LTU", ">", 300, "2024", "2014"),
    ("Estonian defence expenditure has trebled over the past ten years.", "EST", "=", 200, "2024", "2014"),
    (
        "Romania laid out three times as much on its military in 2023 as it did in 2014.",
        "ROU",
        "=",
        200,
        "2023",
        "2014",
    ),
    ("Danish defence spending in 2023 was twice what it had been in 2020.", "DNK", "=", 100, "2023", "2020"),
    ("Poland's defence budget saw a five-fold rise from 2004 to 2024.", "POL", "=", 400, "2024", "2004"),
    ("Greek defence expenditure all but halved between 2009 and 2015.", "GRC", "~", -50, "2015", "2009"),
    (
        "Polish defence expenditure in 2024 exceeds that of 2021 by a factor of more than two.",
        "POL",
        ">",
        100,
        "2024",
        "2021",
    ),
    ("Latvia's whole defence budget multiplied by 1.6 from 2019 through 2024.", "LVA", "=", 60, "2024", "2019"),
]
PARTS = [
    (
        "The United States shoulders close to two-thirds of everything the allies spend on defence.",
        "share_of_total",
        "USA",
        66.7,
    ),
    ("Europe's share of NATO defence spending rose to 36 percent.", "share_of_total", "EUR", 36),
    ("Of each allied defence dollar, 64 cents are American.", "share_of_total", "USA", 64),
    ("Paris covers 10.5 per cent of the alliance's shared costs.", "common_budget_share", "FRA", 10.5),
    ("America pays for 22 per cent of NATO's direct budget.", "common_budget_share", "USA", 22),
    (
        "Personnel costs eat up 40 % of a Belgian defence budget that is worth 1.3 % of GDP.",
        "personnel_share",
        "BEL",
        40,
    ),
    ("Building works took 9% of Lithuanian expenditure in 2024.", "infrastructure_share", "LTU", 9),
    ("Operations and maintenance accounted for 37% of British defence spending.", "other_share", "GBR", 37),
    ("Poland devotes more than half of its defence spending to new equipment.", "equipment_share", "POL", 50),
    ("A third of Italy's defence money goes on pensions.", "personnel_share", "ITA", 33.3),
    ("Estonia has given 2.2 per cent of a year's output to Kyiv.", "aid", "EST", 2.2),
]
NOTHING = [
    "The number of allies meeting the target has tripled since 2021.",
    "The number of countries spending 2% has more than doubled since 2021.",
    "Poland spends twice as much on defence as Italy.",
    "Polish defence spending is three times that of Romania.",
    "Denmark tripled the share of GDP it spends on defence between 2014 and 2024.",
    "Arms imports by European NATO members more than doubled between 2015 and 2024.",
    "The defence ministry said costs for the new frigates had doubled since 2018.",
    "Britain's army has been cut by a third since 2010.",
    "NATO members account for 55% of global military spending.",
    "The United States accounts for 37% of the world's military expenditure.",
    "Spending on ammunition increased by 60 percent in Germany.",
    "Half of Europe's defence equipment is bought from the United States.",
    "Only a third of European defence spending is spent jointly.",
    "Norway's defence spending would have to rise by a third.",
    "Had Spain doubled its defence budget, it would have met the line.",
    "NATO's common budget rose by 12 per cent.",
    "Global military spending rose by 9.4 percent in 2024.",
    "Who would notice if Belgium doubled its defence spending overnight?",
    "Luxembourg's military spending grew by 14 percent a year, on paper and on average.",
    "Germany's defence spending has not doubled since 2014.",
    "The price of shells has quadrupled since 2022.",
]


def numbers(told: Told, text: str, measure: str) -> list[Statement]:
    return [one for one in told(text, on=DAY) if one.measure == measure]


@pytest.mark.parametrize(("text", "subject", "comparator", "value", "period", "baseline"), RISES)
def test_rise(told: Told, text: str, subject: str, comparator: str, value: float, period: str, baseline: str) -> None:
    found = numbers(told, text, "expenditure_growth")
    assert [(";".join(one.subject), one.period) for one in found] == [(subject, period)]
    one = found[0]
    assert one.value is not None
    assert one.value.central == pytest.approx(value)
    assert one.value.low <= one.value.central <= one.value.high
    assert {"increase": "=", "decrease": "="}.get(one.comparator, one.comparator) == comparator
    assert not baseline or baseline in one.baselines


@pytest.mark.parametrize(("text", "measure", "subject", "value"), PARTS)
def test_part(told: Told, text: str, measure: str, subject: str, value: float) -> None:
    found = numbers(told, text, measure)
    assert [(";".join(one.subject), one.unit) for one in found] == [(subject, "%")]
    assert found[0].value is not None
    assert found[0].value.central == pytest.approx(value)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(told: Told, text: str) -> None:
    parts = {"expenditure_growth", "share_of_total", "common_budget_share", "equipment_share", "personnel_share"}
    assert [(one.words, one.measure, one.rule) for one in told(text, on=DAY) if one.measure in parts] == []


def test_equipment_guideline_is_a_promise_of_the_alliance(told: Told) -> None:
    text = "Allies have committed to spend at least 20 percent of their defence budgets on major new equipment."
    [one] = numbers(told, text, "equipment_share")
    assert (one.kind, one.subject, one.comparator) == (Kind.PROMISE, ("NATO",), ">=")


def test_promised_rise(told: Told) -> None:
    [one] = numbers(told, "Oslo promises to double defence spending in real terms by 2036.", "expenditure_growth")
    assert (one.kind, one.subject, one.period, one.real) == (Kind.PROMISE, ("NOR",), "2036", True)


def test_lists_go_on(told: Told) -> None:
    text = "Europe and Canada account for some 41 per cent of allied expenditure, and America for the other 59."
    found = numbers(told, text, "share_of_total")
    assert [(one.subject, one.value.central if one.value else 0) for one in found] == [
        (("EUR_CAN",), 41),
        (("USA",), 59),
    ]
    assert found[1].likely


def test_parts_in_a_row(told: Told) -> None:
    text = "Portugal parcels out its defence money thus: personnel 74%, equipment 14%, infrastructure 0.2%."
    found = [(one.measure, one.value.central) for one in told(text, on=DAY) if one.value is not None]
    assert found == [("personnel_share", 74), ("equipment_share", 14), ("infrastructure_share", 0.2)]


def test_both_ends_of_a_share(told: Told) -> None:
    found = numbers(told, "The US share of NATO spending fell from 70% in 2014 to 64% in 2024.", "share_of_total")
    assert [one.period for one in found] == ["2014", "2024"]


BESIDE = [
    ("Russia spends 7.1 percent of GDP on its military.", "military_expenditure", "RUS", 7.1),
    ("Military spending stood at 5.9 per cent of GDP in Russia in 2023.", "military_expenditure", "RUS", 5.9),
    ("Russian military expenditure swelled 38 per cent in 2024.", "expenditure_growth", "RUS", 38),
    ("Italy's public debt stands at 135 % of GDP.", "gross_debt_share", "ITA", 135),
    ("Romania's budget gap was nine percent of GDP in 2024.", "net_lending_share", "ROU", -9),
    ("Denmark had a surplus of 4.5 percent.", "net_lending_share", "DNK", 4.5),
]


@pytest.mark.parametrize(("text", "measure", "subject", "value"), BESIDE)
def test_beside_defence(told: Told, text: str, measure: str, subject: str, value: float) -> None:
    [one] = numbers(told, text, measure)
    assert one.subject == (subject,)
    assert one.value is not None
    assert one.value.central == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["Debt may not exceed the limit of 60 % of GDP in Italy.", "Italy's trade deficit was 3 %."]
)
def test_rules_and_trade_are_no_balance(told: Told, text: str) -> None:
    assert told(text, on=DAY) == []
