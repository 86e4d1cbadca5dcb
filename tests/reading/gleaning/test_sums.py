"""Sums of money in the second look: what must be read, and what must not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.reading.model import Statement

Told = Callable[..., list[Statement]]

MONEY = frozenset(
    {
        "expenditure",
        "expenditure_change",
        "extra_expenditure",
        "expenditure_per_capita",
        "aid",
        "common_budget",
        "gdp",
        "gdp_per_capita",
        "military_expenditure",
    }
)
ON = date(2025, 9, 15)

# text; then kind, measure, subject, value, unit, period of each sum it states
READ = [
    (
        "The Czech defence chapter for 2024 held 166.8 billion koruna.",
        [("fact", "expenditure", "CZE", 166.8e9, "CZK", "2024")],
    ),
    (
        "Norwegian defence absorbed 110 billion kroner in 2024.",
        [("fact", "expenditure", "NOR", 110e9, "NOK", "2024")],
    ),
    (
        "Nearly 160 billion zlotys were poured into the Polish military in 2024.",
        [("fact", "expenditure", "POL", 160e9, "PLN", "2024")],
    ),
    (
        "The Bundeswehr's €52bn for 2024 is more than the French and the Italian budgets put together.",
        [("fact", "expenditure", "DEU", 52e9, "EUR", "2024")],
    ),
    (
        "Everyone else in the alliance together managed $480 billion in 2024.",
        [("fact", "expenditure", "EUR_CAN", 480e9, "USD", "2024")],
    ),
    (
        "London, Paris and Berlin together parted with $240 billion in 2024.",
        [("fact", "expenditure", "GBR;FRA;DEU", 240e9, "USD", "2024")],
    ),
    (
        "Britain's defence outturn was £60.2bn in 2024/25.",
        [("fact", "expenditure", "GBR", 60.2e9, "GBP", "2024")],
    ),
    (
        "Lithuania's 2026 draft holds 4.79 bn EUR for defence.",
        [("promise", "expenditure", "LTU", 4.79e9, "EUR", "2026")],
    ),
    (
        "Germany added $19bn to its defence bill in 2024.",
        [("fact", "expenditure_change", "DEU", 19e9, "USD", "2024")],
    ),
    (
        "Ottawa trimmed its defence budget by 700 million Canadian dollars in 2014.",
        [("fact", "expenditure_change", "CAN", -700e6, "CAD", "2014")],
    ),
    (
        "The Budget gave the Ministry of Defence a £2.9bn uplift for 2026.",
        [("promise", "expenditure_change", "GBR", 2.9e9, "GBP", "2026")],
    ),
    (
        "European Allies and Canada have added more than 700 billion additional US dollars for defence since 2014.",
        [("fact", "extra_expenditure", "EUR_CAN", 700e9, "USD", "2014/2025")],
    ),
    (
        "Norwegians paid $1,800 a head for defence in 2024.",
        [("fact", "expenditure_per_capita", "NOR", 1800, "USD", "2024")],
    ),
    (
        "Luxembourgers produced $135,000 a head in 2023.",
        [("fact", "gdp_per_capita", "LUX", 135000, "USD", "2023")],
    ),
    (
        "America's gross domestic product exceeded $29 trillion in 2024.",
        [("fact", "gdp", "USA", 29e12, "USD", "2024")],
    ),
    (
        "Norway handed Ukraine 27 billion kroner in 2024.",
        [("fact", "aid", "NOR", 27e9, "NOK", "2024")],
    ),
    (
        "NATO's common-funded budgets for 2025 total €4.6bn.",
        [("fact", "common_budget", "NATO", 4.6e9, "EUR", "2025")],
    ),
    (
        "Russian military expenditure swelled to $149bn in 2024; China's hit $314bn.",
        [
            ("fact", "military_expenditure", "RUS", 149e9, "USD", "2024"),
            ("fact", "military_expenditure", "CHN", 314e9, "USD", "2024"),
        ],
    ),
    (
        "Moscow's military budget rose by 38 % to $149 billion in 2024.",
        [("fact", "military_expenditure", "RUS", 149e9, "USD", "2024")],
    ),
    (
        "China raised its defence budget by 7.2 per cent to $249 billion in 2025.",
        [("fact", "military_expenditure", "CHN", 249e9, "USD", "2025")],
    ),
    (
        "The GDP of Russia is about $2 trillion in 2024.",
        [("fact", "gdp", "RUS", 2e12, "USD", "2024")],
    ),
    (
        "Sweden's forces got 120 billion kronor in 2024 after 93 billion in 2023.",
        [
            ("fact", "expenditure", "SWE", 120e9, "SEK", "2024"),
            ("fact", "expenditure", "SWE", 93e9, "SEK", "2023"),
        ],
    ),
]

SILENT = [
    "Can Italy afford another 60 billion euros for its armed forces?",
    "The United States set aside $5 billion for its forces in 2024.",  # a part of its spending at most
    "Germany spent 20 billion euros on refugees in 2024.",
    "Portugal's defence cost 45 million euros, the club's books show.",
    "Shares in arms makers added $50 billion to the German stock market in 2024.",
    "Poland signed a contract for its army worth 10 billion zlotys in 2024.",
    "Global military expenditure soared to $2.7 trillion in 2024.",
    "Japan's defence budget came to $58 billion in 2024.",
    "Over the past decade Canada spent $250 billion on defence.",
    "Ukraine needs 60 billion dollars from its allies in 2025.",
    "Each recruit of the Dutch army is paid 2,600 euros a month.",
    "Germany's trade with Russia was worth 60 billion euros in 2021.",
]


def _sums(told: Told, text: str) -> list[Statement]:
    return [one for one in told(text, on=ON) if one.measure in MONEY]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_sum_is_read(told: Told, text: str, expected: list[tuple[str, str, str, float, str, str]]) -> None:
    found = [
        (str(s.kind), s.measure, ";".join(s.subject), s.value.central if s.value else 0, s.unit, s.period)
        for s in _sums(told, text)
    ]
    assert [(*f[:3], *f[4:]) for f in found] == [(*e[:3], *e[4:]) for e in expected]
    assert [f[3] for f in found] == pytest.approx([e[3] for e in expected])


@pytest.mark.parametrize("text", SILENT)
def test_sum_of_something_else_stays_unread(told: Told, text: str) -> None:
    assert [(s.measure, s.words) for s in _sums(told, text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Montenegro got by on €72 mln in 2024.",
        "In 2024, Germany's defence spending was around €52 billion, which, combined with the special fund, is 2 %.",
        "Defence was dear. Sweden, where it rose most, saw the bill reach 120 billion kronor.",
    ],
)
def test_what_the_words_do_not_tie_together_is_only_likely(told: Told, text: str) -> None:
    assert all(one.likely for one in _sums(told, text))
