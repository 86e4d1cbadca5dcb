"""Lines of words: titles, units, prices, blocks, notes."""

from __future__ import annotations

import pytest

from burdenshare.intake.nato.headings import heading_of


@pytest.mark.parametrize(
    ("text", "measure", "core"),
    [
        ("Table 1 : Defence expenditure", "expenditure", False),
        ("Table 2: Core defence expenditure", "expenditure", True),
        ("TABLE 2 – DEFENCE EXPENDITURE (continued)", "expenditure", False),
        ("Defence expenditure", "expenditure", False),
        ("Table 5 : Real GDP", "gdp", False),
        ("Table 7 : Military personnel*", "military_personnel", False),
        ("Table 3: Core defence expenditure as a share of GDP and annual real change", "", True),
        ("Table 6 : GDP per capita and core defence expenditure per capita", "", True),
        ("Table 8a : Distribution of defence expenditure by main category", "", False),
    ],
)
def test_titles_are_known_with_and_without_a_number(text: str, measure: str, core: bool) -> None:
    heading = heading_of(text)
    assert heading.title is not None
    assert (heading.title.measure, heading.core) == (measure, core)


@pytest.mark.parametrize(
    "text",
    [
        "Table 9 : Resilience",
        "Table 2 : Total defence expenditure",
        "Table 2 : Defnce expenditure",
        "Graph 3 : Defence expenditure as a share of GDP",
        "Graph 4",
    ],
)
def test_a_numbered_title_that_is_not_known_still_begins_something_new(text: str) -> None:
    heading = heading_of(text)
    assert heading.numbered
    assert heading.title is None


def test_derived_tables_say_why_they_are_left_out() -> None:
    title = heading_of("Table 4 : Defence expenditure real change 2014-2024e").title
    assert title is not None
    assert "Tables 2 and 3" in title.left_out


@pytest.mark.parametrize(
    ("text", "measure", "unit", "basis"),
    [
        ("Million US dollars", "", "million USD", ""),
        ("Million national currency units", "", "million NCU", ""),
        ("Billion US dollars (2015 prices and exchange rates)", "", "billion USD", "constant_2015"),
        ("Thousands", "", "thousand", ""),
        ("Percentage of total defence expenditure", "", "%", ""),
        ("Percentage of total core defence expenditure", "", "%", ""),
        ("Current prices and exchange rates", "", "", "current"),
        ("Constant 2021 prices", "", "", "constant_2021"),
        ("Constant 2025 prices and exchange rates", "", "", "constant_2025"),
        ("Based on 2015 prices", "", "", "constant_2015"),
        ("2015 prices and exchange rates", "", "", "constant_2015"),
        ("Share of real GDP (%)", "share_of_gdp", "%", ""),
        ("Share of real GDP (%), based on 2021 prices", "share_of_gdp", "%", "constant_2021"),
        ("Annual real change (%)", "real_change", "%", ""),
        ("GDP per capita (thousand US dollars)", "gdp_per_capita", "thousand USD", ""),
        ("Core defence expenditure per capita (US dollars)", "expenditure_per_capita", "USD", ""),
        ("Equipment (a)", "equipment_share", "", ""),
        ("Personnel(b)", "personnel_share", "", ""),
        ("Infrastructure (c)", "infrastructure_share", "", ""),
        ("Other (d)", "other_share", "", ""),
    ],
)
def test_headings_say_measure_unit_and_prices(text: str, measure: str, unit: str, basis: str) -> None:
    heading = heading_of(text)
    assert (heading.measure, heading.unit, heading.basis) == (measure, unit, basis)


@pytest.mark.parametrize(
    "text",
    [
        "Notes: Figures for 2023 and 2024 are estimates.",
        "* These Allies have national laws which call for 2% of GDP.",
        "-7-",
        "(a) Equipment expenditure includes major equipment expenditure and research and development devoted to major"
        " equipment, wherever it is paid for.",
        "2024",
        "NATO UNCLASSIFIED",
        "Country",
        "Allies (years)",
    ],
)
def test_notes_say_nothing_of_figures(text: str) -> None:
    assert heading_of(text).note


@pytest.mark.parametrize(
    "text",
    [
        "Trillion US dollars",
        "Million euros",
        "Constant prices",
        "Current pric",
        "Shae of GDP",
        "Constant 20155 prices",
        "Hundreds",
    ],
)
def test_what_phrases_do_not_cover_wholly_is_unknown(text: str) -> None:
    heading = heading_of(text)
    assert heading.unknown
    assert not heading.note
