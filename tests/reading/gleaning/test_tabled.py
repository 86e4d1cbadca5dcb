"""Pasted tables, lists and `Country: figure` lines of any measure."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Kind
from burdenshare.reading.read import read
from burdenshare.record import load_record

ON = date(2025, 9, 2)
RECORD = load_record()

TABLES = {
    "two measures in bars": (
        "Defence expenditure of NATO countries\n| Country | Spending (US$ million) | % of GDP |\n|---|---|---|\n"
        "| Poland | 44,313 | 4.48 |\n| Iceland | n/a | n/a |",
        ["POL expenditure 44313000000 USD 2025", "POL share_of_gdp 4.48 % 2025"],
    ),
    "one cell a line": (
        "Defence spending as a share of GDP (2025)\nPoland\n4.48%\nLithuania\n4.00%",
        ["POL share_of_gdp 4.48 % 2025", "LTU share_of_gdp 4 % 2025"],
    ),
    "the owner in the heading": (
        "Poland's defence spending, % of GDP\n2014: 1.86\n2024: 4.07\n2027: 5.0",
        ["POL share_of_gdp 1.86 % 2014", "POL share_of_gdp 4.07 % 2024", "POL guideline 5 % 2027"],
    ),
    "a heading before a colon": (
        "Military outlay per inhabitant, dollars, 2024: Norway 1,960; Albania 230.",
        ["NOR expenditure_per_capita 1960 USD 2024", "ALB expenditure_per_capita 230 USD 2024"],
    ),
    "a caption below": (
        "Country, 2014, 2024e\nGermany, 1.19, 2.12\nDefence expenditure as a percentage of GDP, NATO figures",
        ["DEU share_of_gdp 1.19 % 2014", "DEU share_of_gdp 2.12 % 2024"],
    ),
    "sums with their own currency": (
        "Military spending in 2024\n\nUnited States: $968 billion\nRussia: $145.9 billion",
        ["USA expenditure 968000000000 USD 2024", "RUS military_expenditure 145900000000 USD 2024"],
    ),
    "thousands": (
        "Active military personnel, thousands, 2021e\nTürkiye 445",
        ["TUR military_personnel 445000 persons 2021"],
    ),
    "items numbered in a row": (
        "Defence spending as % of GDP in 2025: 1. Poland 4.48 2. Lithuania 4.00",
        ["POL share_of_gdp 4.48 % 2025", "LTU share_of_gdp 4 % 2025"],
    ),
    "years told in the row": (
        "Croatia: 1.72 (2023), 1.82 (2024), in percent of GDP.",
        ["HRV share_of_gdp 1.72 % 2023", "HRV share_of_gdp 1.82 % 2024"],
    ),
    "parts of a budget": (
        "Equipment as % of defence spending (2023)\n| Hungary | 48.4 |",
        ["HUN equipment_share 48.4 % 2023"],
    ),
    "the common budget": (
        "How NATO's common budget is carved up (2022, %)\nGermany: 16.3",
        ["DEU common_budget_share 16.3 % 2022"],
    ),
}
NOT_TABLES = {
    "debt": "General government debt, % of GDP\nGreece 154\nFrance 2.1",
    "a poll": "Would you spend 3% of GDP on defence? Poll, per cent in favour\nPoland 71\nSpain 30",
    "the economy": "GDP growth, %\nPoland 3.2\nSpain 2.9",
    "troops abroad": "Troops stationed in Eastern Europe\nPoland 10,000\nRomania 4,500",
    "columns that do not fit": "Share of GDP (%)\nCountry 2014 2020 2024\nBulgaria 1.31 2.06",
    "arms sales": "Military exports, US$ billion\nFrance 2.1\nItaly 4.8",
}


def _told(text: str) -> list[str]:
    found = read(document_of(text, on=ON), RECORD).statements
    return [
        f"{';'.join(s.subject)} {s.measure} {s.value.central:.12g} {s.unit} {s.period}"
        for s in found
        if s.value is not None and s.kind in (Kind.FACT, Kind.PROMISE)
    ]


@pytest.mark.parametrize("name", TABLES)
def test_cells_are_read_by_their_heading(name: str) -> None:
    text, expected = TABLES[name]
    assert _told(text) == expected


@pytest.mark.parametrize("name", NOT_TABLES)
def test_other_tables_are_left(name: str) -> None:
    assert _told(NOT_TABLES[name]) == []


def test_sums_in_a_table_never_contradict() -> None:
    text = "Defense budgets in 2024, in billions of euros\nGermany: 88.5\nFrance: 59.6"
    assert all(s.likely for s in read(document_of(text, on=ON), RECORD).statements)
