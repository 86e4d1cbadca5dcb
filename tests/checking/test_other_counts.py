"""Figures that may be another body's, of a year that has just begun, or of one that the words do not name."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record

SPRING = date(2025, 3, 5)

OPEN = [
    ("Until recently, Germany spent 1.2 percent of GDP on defence.", SPRING),
    ("Germany previously spent 1.2 percent of GDP on defence.", SPRING),
    ("In Trump's first year, four allies met the 2 percent target.", SPRING),
    ("Poland now spends 4.5 percent of GDP on defence.", date(2025, 2, 15)),
    ("Croatia spends 1.2 percent of GDP on defence, according to the Balkan Defence Monitor.", date(2024, 3, 20)),
    ("Before Finland joined, NATO had 30 members.", SPRING),
]

NOT_SAID = [
    "Poland exceeds the recommended 2% of GDP.",
    "Poland and Romania also exceed the obligatory two percent of GDP on defence.",
    "Slovakia currently spends 1.3% of its GDP on defence, according to its 2025 state budget.",
    "Rutte, Dutch prime minister until 2024, became secretary general in October 2024.",
    "Sánchez said in his 23 January pre-summit press conference that Spain had agreed with NATO.",
    "Germany's defence spending rose from 1.2 percent of GDP in 2014 to 2.1 percent.",
    "The number of allies at 2 percent went from three in 2014 to 23.",
    "In 2014 three allies met the 2 percent target. 23 have reached it.",
    "After the 2022 invasion, Germany lifted defence spending to 2.1 percent of GDP.",
    "Only five (the US, UK, Greece, Estonia and Poland) out of 28 countries met that 2 percent standard.",
    "Germany spends 98 billion dollars on defence, as much as in 2014 and 2015 together.",
    "The US army has 450,000 soldiers.",
    "Estonia's navy has 2,000 personnel.",
    "The US Marine Corps has 170,000 soldiers.",
    "US forces in Germany number 35,000.",
    "Germany has 35,000 US soldiers.",
    "In Poland there are 10,000 soldiers from the United States.",
    "Sweden and Finland joined NATO after Russia's invasion of Ukraine in February 2022.",
    "Finland joined NATO, and Sweden followed in March 2024.",
    "North Macedonia was the latest addition in 2020, but Finland and Sweden are also now close to joining.",
    "The 31 other allies criticised Hungary.",
    "All 31 allies except Hungary signed the text of the alliance.",
]

PLAIN = [
    ("In 2024 Germany spent 1.2 percent of GDP on defence.", SPRING),
    ("Poland now spends 2.5 percent of GDP on defence.", date(2025, 2, 15)),
    ("According to NATO, Croatia spent 1.2 percent of GDP on defence in 2023.", date(2024, 3, 20)),
]


def verdicts(text: str, on: date, record: Record) -> list[str]:
    """The verdicts, as known on the day, on all facts and events of a text."""
    told = bs.check(text, on=on, record=record).to_dict()["statements"]
    return [one["then"]["verdict"] for one in told if one["kind"] in ("fact", "event") and one["then"]]


@pytest.mark.parametrize(("text", "on"), OPEN)
def test_what_may_be_meant_otherwise_is_not_refuted(record: Record, text: str, on: date) -> None:
    assert "unverifiable" in verdicts(text, on, record)
    assert "contradicted" not in verdicts(text, on, record)


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_nobody_said_is_not_refuted(record: Record, text: str) -> None:
    assert "contradicted" not in verdicts(text, SPRING, record)


@pytest.mark.parametrize(("text", "on"), PLAIN)
def test_what_is_said_plainly_is(record: Record, text: str, on: date) -> None:
    assert verdicts(text, on, record) == ["contradicted"]


@pytest.mark.parametrize(
    ("due", "expected"), [("2025", "contradicted"), ("2030", "contradicted"), ("2035", "supported")]
)
def test_a_target_agreed_for_another_year_is_not_the_one_in_force(record: Record, due: str, expected: str) -> None:
    text = f"NATO leaders agreed to spend 5 percent of GDP on defence by {due}."
    (told,) = bs.check(text, on=date(2025, 6, 27), record=record).to_dict()["statements"]
    assert told["then"]["verdict"] == expected
