"""Words of a road: what is asked, figures with their intervals, what is not known."""

from __future__ import annotations

import pytest

from burdenshare.record import Record
from burdenshare.report.road.prices import Figure, price_of
from burdenshare.report.road.telling import (
    assumption_words,
    backfill_words,
    figure_words,
    ground_lines,
    head_rows,
    headed,
    headline,
    met_lines,
    missing,
    past_words,
    points_words,
    span_words,
    target_words,
    value_words,
)
from burdenshare.road.assumptions import packaged
from burdenshare.road.model import Assumption, Measure, Shape, Spread, Target
from burdenshare.road.result import Met, Road
from burdenshare.road.scenario import load_scenario


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target(Measure.SHARE, 3.5, "%", 2035), "3.5 % of GDP by 2035"),
        (Target(Measure.SHARE, 3, "%", 2030, ("DEU", "EUR_CAN")), "3 % of GDP by 2030 of Germany, Europe and Canada"),
        (Target(Measure.SHARE, 3, "%", 2030, shape=Shape.STEP), "3 % of GDP by 2030, all at once in its year"),
        (
            Target(Measure.SHARE, 3, "%", 2030, shape=Shape.CUSTOM, points=((2028, 2.5),), exact=True),
            "3 % of GDP by 2030, through 2.5 in 2028, also for who stands above it",
        ),
        (Target(Measure.MONEY, 8e11, "USD", 2030, since=2028), "USD 800 bn a year by 2030, from 2028 on"),
        (Target(Measure.MONEY, 8e11, "constant USD", 2030), "USD 800 bn at prices of the base year a year by 2030"),
        (Target(Measure.MONEY, 1e11, "NCU", 2030, ("DEU",)), "100 bn in national currency a year by 2030 of Germany"),
        (Target(Measure.GROWTH, 3, "%", 2030), "+3 % a year in real terms until 2030"),
        (Target(Measure.EQUIPMENT, 20, "%", 2030), "20 % of expenditure on equipment by 2030"),
        (Target(Measure.RELATED, 1.5, "%", 2035), "1.5 % of GDP on the wider part by 2035"),
    ],
)
def test_a_target_is_told_whole(record: Record, target: Target, words: str) -> None:
    assert target_words(record, target) == words


def test_a_backfill_names_who_takes_what_and_who_adds_it(record: Record) -> None:
    (fill,) = load_scenario("us-halves-europe").backfills
    told = backfill_words(record, fill)
    assert told.startswith("United States takes 3.25 % of its expenditure away by 2030")
    assert "Europe and Canada add as much" in told


def test_figures_carry_their_interval_where_they_have_one() -> None:
    drawn = Figure("USD of 2025", 503.8e9, 464.4e9, 547.4e9)
    assert figure_words(drawn, "a year") == "USD 503.8 bn a year (464.4 bn to 547.4 bn)"
    assert figure_words(Figure("USD", 0.0)) == "nothing"
    assert figure_words(Figure("% of GDP", 3.5, 3.5, 3.5)) == "3.5 %"
    assert span_words(Figure("% of GDP", 3.5, 3.4, 3.6)) == "3.4 to 3.6"
    assert points_words(Figure("% of GDP", 1.384, 0.69, 2.15)) == "+1.38 points (0.69 to 2.15)"
    assert points_words(Figure("% of GDP", -0.4)) == "-0.40 points"
    assert value_words(9.0e10, "EUR") == "EUR 90 bn"


def test_the_headline_is_that_of_who_is_moved(record: Record, hague: Road, halved: Road, two: Road) -> None:
    assert headed(hague) == "NATO"
    assert headed(halved) == "EUR"
    assert headline(record, hague).startswith("NATO: USD ")
    assert "more in 2035 than without it" in headline(record, hague)
    assert headline(record, two).startswith("Together: ")
    names = [name for name, _ in head_rows(hague, price_of(hague, "NATO"))]
    assert names == [
        *("extra in 2035", "in 2035 dollars", "added up", "share of GDP", "per head", "debt", "as one group"),
    ]
    assert "in EUR" in [name for name, _ in head_rows(two, price_of(two, "DEU"))]


def test_what_is_not_known_is_said_and_not_told_twice(record: Record, hague: Road) -> None:
    iceland, wider = missing(record, hague)
    assert iceland.startswith("Iceland: no armed forces")
    assert wider.startswith("the wider 1.5 % of GDP is USD ")
    assert not [line for line in ground_lines(hague) if "wider" in line]


def test_the_past_tells_how_many_outlooks_it_rests_on(hague: Road) -> None:
    assert hague.past is not None
    first, second = past_words(hague.past)
    assert "14 April Outlooks (2010 to 2023)" in first
    assert "14, 13, 11, 10, 10, 9" in first
    assert "left out of the draws" in second


def test_an_assumption_tells_its_dated_values() -> None:
    assert assumption_words(packaged()["multiplier"], 2025) == "0.8 (0.5 to 1.5)"
    dated = Assumption("offset", "part", ((0, Spread(0, 0.3, 0.5)), (2030, Spread(1, 1, 1))), "mine")
    assert assumption_words(dated, 2025) == "0.3 (0 to 0.5); 1 from 2030 on"


def test_chances_are_told_from_likely_to_unlikely(record: Record) -> None:
    one = Met(3.5, 2035, {"DEU": 0.36, "POL": 0.999, "ESP": 0.002}, (0.1, 0.5, 0.3, 0.1), 1000)
    assert met_lines(record, one) == [
        "3.5 % by 2035: 0 to 2 of 3 allies in 80 % of futures, 1.4 expected",
        "likely: Poland over 99 %",
        "open: Germany 36 %",
        "unlikely: Spain under 1 %",
    ]
    alone = Met(3.5, 2035, {"DEU": 0.36}, (0.64, 0.36), 1000)
    assert met_lines(record, alone) == ["3.5 % by 2035: open, Germany 36 %"]
