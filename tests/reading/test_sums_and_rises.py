"""Money and growth as texts tell them: dollars of another country, noun-told changes, levels between years, wholes that
a pronoun takes up, plans nobody has made. Each row: the text; kind, measure, subject, value, unit, period of each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.reading.model import Statement

Told = Callable[..., list[Statement]]
ON = date(2025, 9, 15)
_OURS = "Canada is arming. Canada lags. "

READ = [
    (
        _OURS + "Canada's military spending will climb from $36.3 billion in 2022-23 to $51 billion in 2026-27.",
        [("fact", "expenditure", "CAN", 36.3e9, "CAD", "2022"), ("promise", "expenditure", "CAN", 51e9, "CAD", "2026")],
    ),
    (
        _OURS + "Canada spent US$30 billion on defence in 2024.",
        [("fact", "expenditure", "CAN", 30e9, "USD", "2024")],
    ),
    (
        "Turkey's military budget of 700 billion lira is set to grow to 900 billion lira by 2027.",
        [("fact", "expenditure", "TUR", 7e11, "TRY", None), ("promise", "expenditure", "TUR", 9e11, "TRY", "2027")],
    ),
    (
        "The UK defence budget saw a £2.4bn real-terms rise in 2024.",
        [("fact", "expenditure_change", "GBR", 2.4e9, "GBP", "2024")],
    ),
    (
        "Berlin's deal grants defence spending a €1.2-billion increase, far below the €6 billion rise demanded by the "
        "minister.",
        [
            (None, "expenditure_change", "DEU", 1.2e9, "EUR", None),
            ("promise", "expenditure_change", "DEU", 6e9, "EUR", None),
        ],
    ),
    (
        "Portugal's defence budget is to take a €200 million cut in 2027.",
        [("promise", "expenditure_change", "PRT", -2e8, "EUR", "2027")],
    ),
    (
        "Allies and Canada have added $130 billion to defence since 2016. That sum will grow to 400 billion by 2028.",
        [
            ("fact", "extra_expenditure", "EUR_CAN", 130e9, "USD", None),
            ("promise", "extra_expenditure", "EUR_CAN", 400e9, "USD", "2028"),
        ],
    ),
    (
        "Norway's defence budget rose to 75.8 billion kroner in 2023. It was 64.5 billion in 2022.",
        [("fact", "expenditure", "NOR", 75.8e9, "NOK", "2023"), ("fact", "expenditure", "NOR", 64.5e9, "NOK", "2022")],
    ),
    (
        "Slovakia's defence budget is put at 2.6 billion for 2025.",
        [(None, "expenditure", "SVK", 2.6e9, "EUR", "2025")],
    ),
    (
        "Defence spending by European allies and Canada should grow by 15.9% year-on-year, above the 2.6% growth "
        "recorded in 2021, before Russia launched its invasion.",
        [
            ("fact", "expenditure_growth", "EUR_CAN", 15.9, "%", "2025"),
            ("fact", "expenditure_growth", "EUR_CAN", 2.6, "%", "2021"),
        ],
    ),
    (
        "Israel's military spending was 65% higher, while Poland invested 31% more.",
        [("fact", "expenditure_growth", "POL", 31, "%", None)],
    ),
    (
        "Russia's military expenditure reached $149 billion in 2024, double what it spent in 2015.",
        [
            ("fact", "military_expenditure", "RUS", 149e9, "USD", "2024"),
            ("fact", "expenditure_growth", "RUS", 100, "%", "2024"),
        ],
    ),
    (
        "France means to spend 64 billion euros on defence in 2027. That would be double the 32 billion euros of 2017.",
        [
            ("promise", "expenditure", "FRA", 64e9, "EUR", "2027"),
            ("promise", "expenditure_growth", "FRA", 100, "%", "2027"),
        ],
    ),
    (
        "In real terms British defence spending fell by 22% between 2009/10 and 2016/17.",
        [("fact", "expenditure_growth", "GBR", -22, "%", "2016")],
    ),
    (
        "British defence spending is expected to total £56.9 billion in 2024/25, rising to £59.8 billion in 2025/26.",
        [
            ("promise", "expenditure", "GBR", 56.9e9, "GBP", "2024"),
            (None, "expenditure", "GBR", 59.8e9, "GBP", "2025"),
        ],
    ),
    (
        "The Netherlands lifted its 2025 defence budget to €22 billion from €21.4 billion last year.",
        [("fact", "expenditure", "NLD", 22e9, "EUR", "2025"), ("fact", "expenditure", "NLD", 21.4e9, "EUR", "2024")],
    ),
    (
        "Germany is preparing to expand its defence budget by more than two-thirds by 2029.",
        [("promise", "expenditure_growth", "DEU", pytest.approx(66.7), "%", "2029")],
    ),
    (
        "Excluding the U.S., members increased defence spending by $41 billion in 2024.",
        [("fact", "expenditure_change", "EUR_CAN", 41e9, "USD", "2024")],
    ),
    (
        "Denmark agreed to allocate 143 billion kroner to its armed forces over the next 10 years.",
        [("promise", "expenditure", "DNK", 143e9, "DKK", "2025/2035")],
    ),
    (
        "Canada would need to spend an additional C$75 billion on defence over the next five years to reach the goal.",
        [("promise", "extra_expenditure", "CAN", 75e9, "CAD", None)],
    ),
    (
        "President Trump proposed a $961 billion defense budget for fiscal year 2026.",
        [("promise", "expenditure", "USA", 961e9, "USD", "2026")],
    ),
    (
        "Between 2014 and 2024 Poland's defence spending almost quadrupled to $35 billion.",
        [
            ("fact", "expenditure_growth", "POL", 300, "%", "2024"),
            ("fact", "expenditure", "POL", 35e9, "USD", "2024"),
        ],
    ),
    (
        "Britain spent $68.4 billion on defence in 2021, up 3% from 2020, while Germany spent $56 billion, 1.4% less "
        "than in 2020.",
        [("fact", "expenditure", "GBR", 68.4e9, "USD", "2021"), ("fact", "expenditure", "DEU", 56e9, "USD", "2021")],
    ),
    (
        "Romania's parliament approved a 20% increase of the defence budget for 2026.",
        [("promise", "expenditure_growth", "ROU", 20, "%", "2026")],
    ),
    (
        "EU countries spent 326 billion euros on defence in 2024, up 17 percent from 279 billion in 2023.",
        [("fact", "expenditure_growth", "EU", 17, "%", "2024")],
    ),
    (
        "Finland raised its military spending by 36 per cent in 2022, its largest rise since 1962.",
        [("fact", "expenditure_growth", "FIN", 36, "%", "2022")],
    ),
    (
        "Romania's defence budget will rise to 2.5% of GDP by 2027, or an extra 6 billion lei.",
        [("promise", "expenditure_change", "ROU", 6e9, "RON", "2027")],
    ),
]

LIKELY = [
    "Canada spent $41 billion on defence in 2024.",
    _OURS + "Canada spent $41 billion on defence in 2024.",
    "Poland has agreed on record defence spending of over 186 billion zlotys.",
    "NATO allies have secured a $100 billion increase in defence spending.",
    "Germany's defence spending came to €60 billion in 2023 prices.",
]

OF_ANOTHER = [
    "Germany's military spending was $88.5 billion in 2024, and India ($86.1 billion) came next among the spenders.",
    "NATO allies spent $1.5 trillion on defence. China raised its military budget little. Its spending grew 7 percent.",
    "British defence spending had an average annual growth rate of 2.4% between 2023 and 2025.",
    "Lithuania raised defence spending above 2.5% of GDP, up from 2024's 2.05%.",
    "Sweden will pay for its armed forces' weapons with loans of SEK300 billion (US$31 billion).",
    "NATO's military budget rose by 7 percent in 2026.",
    "Although its allies have raised defence spending, Europe has a $100bn deficit between plans and spending.",
]


def _row(one: Statement) -> tuple[object, ...]:
    value = one.value.central if one.value is not None else None
    return one.kind.value, one.measure, ";".join(one.subject), value, one.unit, one.period


@pytest.mark.parametrize(("text", "rows"), READ, ids=[text[:40] for text, _ in READ])
def test_sum_or_rise_is_read(told: Told, text: str, rows: list[tuple[object, ...]]) -> None:
    found = [_row(one) for one in told(text, on=ON) if one.value is not None and one.measure in {r[1] for r in rows}]
    for asked in rows:
        fitting = [
            row
            for row in found
            if all(want is None or got == pytest.approx(want) for got, want in zip(row, asked, strict=True))
        ]
        assert len(fitting) == 1, (asked, found)


@pytest.mark.parametrize("text", LIKELY)
def test_what_the_words_leave_open_is_likely_only(told: Told, text: str) -> None:
    sums = [one for one in told(text, on=ON) if one.measure.startswith("expenditure")]
    assert sums
    assert all(one.likely for one in sums)


@pytest.mark.parametrize("text", OF_ANOTHER)
def test_figure_of_another_is_no_allys(told: Told, text: str) -> None:
    kept = {88.5e9, 1.5e12}
    found = [one for one in told(text, on=ON) if one.measure.startswith("expenditure") and one.value is not None]
    assert [one for one in found if one.value is not None and one.value.central not in kept] == []


def test_rises_in_a_row(told: Told) -> None:
    text = (
        "Denmark's government wants to raise its defence spending. It now wants to add 400 million euros in 2028 and "
        "270 million euros in 2029 on top of this agreement."
    )
    found = [(one.measure, one.period) for one in told(text, "", date(2023, 11, 7)) if one.unit == "EUR"]
    assert found == [("expenditure_change", "2028"), ("expenditure_change", "2029")]


def test_money_for_production_is_no_budget(told: Told) -> None:
    text = (
        "American defence spending grows. Biden's request includes $3.1 billion to boost 155mm ammunition production."
    )
    assert not [one for one in told(text, "", date(2023, 11, 7)) if one.unit == "USD"]


def test_sum_behind_its_conversion_may_be_a_difference(told: Told) -> None:
    text = "Germany's defence budget this year is €40bn ($46bn) more than that of France."
    assert not [one for one in told(text, "", date(2025, 6, 20)) if one.unit == "EUR"]
    text = "Germany's defence budget this year is €90bn ($104bn), more than that of France."
    assert [one.measure for one in told(text, "", date(2025, 6, 20)) if one.unit == "EUR"] == ["expenditure"]
