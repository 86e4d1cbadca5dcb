"""Sums that lean on the words around them, and figures of groups that are named in parts: read, and with which year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.reading.model import Statement

Told = Callable[..., list[Statement]]
ON = date(2025, 9, 15)

# text; then kind, measure, subject, value, unit, period of each figure that is told (None: not asked)
READ = [
    (
        "Almost €66 billion: that is the sum German taxpayers entrusted to the military in 2023.",
        [("fact", "expenditure", "DEU", 66e9, "EUR", "2023")],
    ),
    (
        "Spain's defence minister budgeted €33.1bn in 2024 and pencils in 34.8 for this year.",
        [("fact", "expenditure", "ESP", 33.1e9, "EUR", "2024"), ("fact", "expenditure", "ESP", 34.8e9, "EUR", "2025")],
    ),
    (
        "Germany committed 17.1 billion euros of military assistance to Ukraine in 2023; Oslo, 3.3.",
        [("fact", "aid", "DEU", 17.1e9, "EUR", "2023"), ("fact", "aid", "NOR", 3.3e9, "EUR", "2023")],
    ),
    (
        "Defence spending was 935 bn. dollars in the U.S. and 84 bn. in the U.K. in 2024.",
        [
            ("fact", "expenditure", "USA", 935e9, "USD", "2024"),
            ("fact", "expenditure", "GBR", 84e9, "USD", "2024"),
        ],
    ),
    (
        "Berlin spends 200 million euros a day on the Bundeswehr.",
        [("fact", "expenditure", "DEU", 73e9, "EUR", None)],
    ),
    (
        "Canada's blueprint foresees CAD 18.1 billion for defence over five years.",
        [("promise", "expenditure", "CAN", 18.1e9, "CAD", "2025/2030")],
    ),
    (
        "Non-US allies have sunk over 600 billion additional dollars into defence since 2014.",
        [("fact", "extra_expenditure", "EUR_CAN", 600e9, "USD", None)],
    ),
    (
        "Between 2014 and 2024, NATO members in Europe plus Canada spent $500 billion more on defence than if they had "
        "stayed at the level of 2014.",
        [("fact", "extra_expenditure", "EUR_CAN", 500e9, "USD", "2014/2024")],
    ),
    (
        "The cumulative increase in defence spending by European allies from 2014 to 2023 comes to US$411bn.",
        [("fact", "extra_expenditure", "EUR", 411e9, "USD", "2014/2023")],
    ),
    (
        "Strip out the Americans and the alliance spent $574bn on defence in 2024.",
        [("fact", "expenditure", "EUR_CAN", 574e9, "USD", "2024")],
    ),
    (
        "The Weimar Triangle of Berlin, Paris and Warsaw spent $165 billion between them in 2023.",
        [("fact", "expenditure", "WEIMAR", 165e9, "USD", "2023")],
    ),
    (
        "Norway will give Ukraine 85 billion kroner in 2026, while its own defence budget is 110 billion.",
        [("promise", "aid", "NOR", 85e9, "NOK", "2026"), (None, "expenditure", "NOR", 110e9, "NOK", None)],
    ),
    (
        "Britain spent £60.2bn on defence in 2024, compared with £55bn a year earlier.",
        [("fact", "expenditure", "GBR", 60.2e9, "GBP", "2024"), ("fact", "expenditure", "GBR", 55e9, "GBP", "2023")],
    ),
    (
        "Norway plans to increase defence spending by 600 billion kroner (more than $56 billion) in the next 12 years.",
        [("promise", "extra_expenditure", "NOR", 600e9, "NOK", None)],
    ),
    (
        "Sweden will add 5 billion kronor to its defence budget by 2027.",
        [("promise", "expenditure_change", "SWE", 5e9, "SEK", "2027")],
    ),
    (
        "Iceland pays no soldiers, but the island republic did chip in €9 million for NATO's common budget in 2024.",
        [("fact", "common_budget", "ISL", 9e6, "EUR", "2024")],
    ),
    (
        "Prague pledged more than 115 million euros in military help for Kyiv in 2024.",
        [("fact", "aid", "CZE", 115e6, "EUR", "2024")],
    ),
    (
        "In 2023, Polish help for Ukraine ran to nearly EUR 1600m in allocations.",
        [("fact", "aid", "POL", 1.6e9, "EUR", "2023")],
    ),
    (
        "Last year 216,000 people served in the Polish armed forces.",
        [("fact", "military_personnel", "POL", 216000, "persons", "2024")],
    ),
    (
        "The share of European allies in the alliance's overall defence spending was 34 % in 2024.",
        [("fact", "share_of_total", "EUR", 34, "%", "2024")],
    ),
    (
        "Canada contributed 2 percent of NATO countries' total spending on defence in 2024.",
        [("fact", "share_of_total", "CAN", 2, "%", "2024")],
    ),
    (
        "Growth in defence spending among European allies, 3.1% in 2016, quickened to 5.2% in 2017.",
        [
            ("fact", "expenditure_growth", "EUR", 3.1, "%", "2016"),
            ("fact", "expenditure_growth", "EUR", 5.2, "%", "2017"),
        ],
    ),
    (
        "Estonia has given Ukraine aid worth 2.2 % of its GDP and spends 3.4 % of GDP on its own defence.",
        [("fact", "aid", "EST", 2.2, "%", None), ("fact", "share_of_gdp", "EST", 3.4, "%", None)],
    ),
    (
        "NATO, excluding the United States, spent $482 billion on defence in 2024.",
        [("fact", "expenditure", "EUR_CAN", 482e9, "USD", "2024")],
    ),
    (
        "Spending on defence by the non-American members of the alliance climbed to $482 billion in 2024.",
        [("fact", "expenditure", "EUR_CAN", 482e9, "USD", "2024")],
    ),
    (
        "Of every dollar the alliance spends, allies other than America supply 36 cents.",
        [("fact", "share_of_total", "EUR_CAN", 36, "%", None)],
    ),
    (
        "The US provides around 16 per cent of NATO's common budget and accounts for about two-thirds of total allied "
        "defence spending.",
        [
            ("fact", "common_budget_share", "USA", 16, "%", None),
            ("fact", "share_of_total", "USA", pytest.approx(66.7), "%", None),
        ],
    ),
    (
        "Germany's Bundeswehr has 181,000 active soldiers and wants to grow to 203,000 by 2031.",
        [
            ("fact", "military_personnel", "DEU", 181000, "persons", "2025"),
            ("promise", "military_personnel", "DEU", 203000, "persons", "2031"),
        ],
    ),
    ("Thirty-two nations make up the alliance.", [("fact", "members", "NATO", 32, "allies", None)]),
    (
        "Among European allies and Canada, 22 spent 2 per cent or more of GDP on defence in 2024.",
        [("fact", "allies_at_guideline", "EUR_CAN", 22, "allies", "2024")],
    ),
]

UNREAD = [
    "No, the United States does not pay 90 % of NATO's budget.",
    "Had they met the guideline, they would have had $600 billion more to spend on defence.",
    "NATO's staff are to get pay rises of 2.1 percent, a union newsletter says.",
    "Poland spends $3 billion a month on defence.",
    "Each year the US spends about $3 billion on its troops in Germany.",
    "Thirty-two countries form a coalition for drones.",
]


def _row(one: Statement) -> tuple[object, ...]:
    value = one.value.central if one.value is not None else None
    return one.kind.value, one.measure, ";".join(one.subject), value, one.unit, one.period


@pytest.mark.parametrize(("text", "rows"), READ, ids=[text[:40] for text, _ in READ])
def test_figure_is_read(told: Told, text: str, rows: list[tuple[object, ...]]) -> None:
    found = [_row(one) for one in told(text, on=ON) if one.value is not None and one.measure != "guideline"]
    assert len(found) == len(rows)
    for row, asked in zip(found, rows, strict=True):
        fields = [(got, want) for got, want in zip(row, asked, strict=True) if want is not None]
        assert [got if not isinstance(got, float) else pytest.approx(got) for got, _ in fields] == [
            w for _, w in fields
        ]


@pytest.mark.parametrize("text", UNREAD)
def test_nothing_sure_is_told(told: Told, text: str) -> None:
    assert [
        one for one in told(text, on=ON) if one.value is not None and one.kind.value == "fact" and not one.likely
    ] == []


def test_the_years_of_a_report_are_no_span_of_extra_money(told: Told) -> None:
    text = (
        "According to the report Defence Expenditure of NATO Countries (2014-2025), Portugal will spend more than "
        "€5.9 billion on defence this year."
    )
    assert [one.measure for one in told(text, on=ON) if one.value is not None] == ["expenditure"]
