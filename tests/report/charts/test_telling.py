"""The words of a chart: the finding, its terms, and what is told to those who do not see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burdenshare.record import Record
from burdenshare.report.charts.allies import against_threshold
from burdenshare.report.charts.model import Years
from burdenshare.report.charts.releases import over_releases
from burdenshare.report.charts.telling import alt, long_day, subtitle, tip, title
from burdenshare.report.charts.years import over_years
from tests.report.charts.plots import KINDS, plot_of

TITLES = {
    "years": "Germany: defence expenditure as a share of GDP rose from 1.16 % in 2014 to 2.69 % in 2026",
    "releases": "Germany, 2024: defence expenditure as a share of GDP was put at 2.12 % in June 2024 and at 2 % in "
    "July 2026",
    "allies": "23 of 32 allies met 2 % of GDP in 2024, 8 did not, one is not counted",
    "claimed": "“more than 4 percent” for Poland in 2024: supported then, contradicted now",
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_title_is_the_finding(record: Record, kind: str) -> None:
    assert title(plot_of(record, kind)).replace("\N{NO-BREAK SPACE}", " ") == TITLES[kind]


def test_only_what_counts_the_same_is_said_to_rise(record: Record) -> None:
    plot = over_years(record, "DEU", "share_of_gdp")
    assert plot.points[0].label == "2012"  # counted whole, as the newest release does no more
    assert "in\N{NO-BREAK SPACE}2012" not in title(plot) and "in 2012" not in title(plot)
    assert any(one.startswith("squares (up to 2013) count the whole") for one in subtitle(plot))


def test_a_value_never_revised_is_told_so(record: Record) -> None:
    assert "and is again in" in title(over_releases(record, "USA", "expenditure", 2018))


def test_one_point_is_one_value(record: Record) -> None:
    plot = over_years(record, "DEU", "share_of_gdp")
    alone = replace(plot, points=plot.points[-1:])
    assert isinstance(alone, Years)
    assert title(alone).endswith("was 2.69\N{NO-BREAK SPACE}% in 2026")
    assert "One value, 2.69 % (2026)" in alt(alone)


def test_the_description_tells_ends_extremes_and_the_threshold(record: Record) -> None:
    told = alt(plot_of(record, "years"))
    for part in (
        "First 1.31 % (2012)",
        "Last 2.69 % (2026)",
        "Lowest 1.16 % (2014)",
        "Highest 2.69 % (2026)",
        "At or above 2 %: 3 of 15",
        "Estimates: 2025, 2026",
    ):
        assert part in told


def test_the_description_names_every_ally(record: Record) -> None:
    plot = plot_of(record, "allies")
    told = alt(plot)
    assert all(one.label in told for one in plot.points)
    assert "At or above: 23 of 32" in told
    assert "Without a value: Iceland (no armed forces)" in told


def test_the_description_tells_both_clocks(record: Record) -> None:
    told = alt(plot_of(record, "claimed"))
    assert "which allows at least 4 %" in told
    assert "Then, on 13 February 2025: 4.12 %, supported" in told
    assert "Now, on 22 August 2026: 3.75 %, contradicted" in told


def test_bounds_are_told_as_bounds(record: Record) -> None:
    plot = against_threshold(record, 2025, as_of=date(2026, 4, 1))
    assert title(plot).startswith("0 to 31 of 32 allies")
    assert any(one.startswith("diamond") for one in subtitle(plot))


def test_a_tip_names_the_release_and_its_day(record: Record) -> None:
    first = plot_of(record, "releases").points[0]
    assert tip(first) == "June 2024: 2.12 %, estimate\nrelease 2024-06 of 17 June 2024, whole expenditure"
    assert long_day(None) == "an unknown day"
