"""A state's debt, balance, prices and growth, told of a year."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record

ON = date(2025, 11, 5)

TOLD = [
    ("Germany's public debt is put at 64 percent of GDP in 2025.", "DEU", "gross_debt_share", 64.0, "2025"),
    (
        "Italy, whose public debt stood at 135 per cent of GDP in 2024, asked for time.",
        "ITA",
        "gross_debt_share",
        135.0,
        "2024",
    ),
    ("France ran a budget deficit of 5.8% of GDP in 2024.", "FRA", "net_lending_share", -5.8, "2024"),
    ("Turkish inflation averaged 54 percent in 2023.", "TUR", "inflation", 54.0, "2023"),
    ("Inflation in Hungary reached 17% in 2023.", "HUN", "inflation", 17.0, "2023"),
    ("The German economy shrank by 0.2 percent in 2024.", "DEU", "real_growth", -0.2, "2024"),
    ("With the economy of Poland expanding 2.9% in 2024, it could buy tanks.", "POL", "real_growth", 2.9, "2024"),
    ("GDP growth in Spain was 3.2 percent in 2024.", "ESP", "real_growth", 3.2, "2024"),
]

LEFT = [
    "The German economy may shrink by 0.2 % next quarter.",
    "The Polish economy grew 3.2 % in the third quarter of 2024.",
    "Inflation in Hungary is expected to reach 4 % in 2026.",
    "The Maastricht rule limits public debt to 60 % of GDP.",
    "Germany's economy grew faster than inflation of 2 % in 2024.",
]


@pytest.mark.parametrize(("text", "ally", "measure", "value", "year"), TOLD)
def test_a_plain_figure_is_sure(text: str, ally: str, measure: str, value: float, year: str, record: Record) -> None:
    (one,) = [each for each in bs.read(text, on=ON, record=record).statements if each.value is not None]
    assert (one.subject, one.measure, one.period, one.likely) == ((ally,), measure, year, False)
    assert one.value is not None
    assert one.value.central == pytest.approx(value)
    assert one.value.low < value < one.value.high


@pytest.mark.parametrize("text", LEFT)
def test_parts_of_years_forecasts_and_rules_are_left(text: str, record: Record) -> None:
    assert not [each for each in bs.read(text, on=ON, record=record).statements if each.unit == "%" and not each.likely]


def test_the_noun_goes_on_behind_an_apostrophe(record: Record) -> None:
    text = "Britain's public debt exceeded 100 percent of GDP in 2024; Germany's stood at 64 percent in 2024."
    found = bs.read(text, on=ON, record=record).statements
    assert [(each.subject, each.measure) for each in found] == [
        (("GBR",), "gross_debt_share"),
        (("DEU",), "gross_debt_share"),
    ]


def test_growth_is_no_share_of_spending(record: Record) -> None:
    text = "Estonia's GDP contracted 3% in 2023 while its defence spending rose."
    (one,) = bs.read(text, on=ON, record=record).statements
    assert one.measure == "real_growth"


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("Germany's public debt is put at 120 percent of GDP in 2025.", "contradicted"),
        ("Germany's public debt is put at 62 percent of GDP in 2025.", "unverifiable"),  # as Eurostat counts, perhaps
        ("The German economy grew by 4.1 percent in 2024.", "contradicted"),
    ],
)
def test_only_what_no_statistician_counts_is_refuted(text: str, then: str, record: Record) -> None:
    (one,) = bs.check(text, on=ON, record=record).checked.checked
    assert one.then is not None
    assert one.then.verdict in {then, "close" if then == "unverifiable" else then}
