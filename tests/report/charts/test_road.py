"""Charts of a road: whole specifications that load nothing, in words as in marks, and nothing drawn that is not so."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from burdenshare.errors import NotHeldError, UnknownNameError
from burdenshare.record import Record
from burdenshare.report.charts.road_model import RoadPlot
from burdenshare.report.charts.road_plots import fan_of, levers_of, parts_of
from burdenshare.report.charts.road_telling import alt, title
from burdenshare.road.result import Road
from burdenshare.road.road import road
from burdenshare.road.scenario import load_scenario
from burdenshare.road.sensitivity import tornado

pytest.importorskip("altair", reason="the extra `web` is not installed")

from burdenshare.report.charts.drawing import svg
from burdenshare.report.charts.road_fan_spec import apart
from burdenshare.report.charts.road_specs import road_spec_of

ON = date(2025, 9, 1)


@pytest.fixture(scope="module")
def made(record: Record) -> Road:
    return road(record, load_scenario("core-by-2035"), ON, draws=300)


@pytest.fixture(scope="module")
def plots(record: Record, made: Road) -> dict[str, RoadPlot]:
    other = road(record, load_scenario("three-by-2030"), ON, draws=300, until=2035)
    levers = tornado(record, made.scenario, ON)
    return {
        "extra": fan_of(record, made, "NATO", "extra"),
        "spending": fan_of(record, made, "DEU", "spending"),
        "share": fan_of(record, made, "DEU", "share"),
        "debt": fan_of(record, made, "ITA", "debt_added"),
        "compared": fan_of(record, made, "EUR_CAN", "extra", other),
        "parts": parts_of(record, made),
        "levers": levers_of(record, made, levers, "extra"),
        "levers of debt": levers_of(record, made, levers, "debt"),
    }


KINDS = ("extra", "spending", "share", "debt", "compared", "parts", "levers", "levers of debt")


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for held in spec["datasets"].values() for row in held]


@pytest.mark.parametrize("frame", ["wide", "narrow"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_specification_is_whole_and_loads_nothing(plots: dict[str, RoadPlot], kind: str, frame: str) -> None:
    spec = road_spec_of(plots[kind], frame=frame)
    assert spec["description"] == alt(plots[kind])
    text = json.dumps({key: value for key, value in spec.items() if key not in ("$schema", "datasets")})
    assert '"url"' not in text and '"href"' not in text and "http" not in text
    drawn = svg(spec)
    assert title(plots[kind]).replace("\N{NO-BREAK SPACE}", " ").split(":")[0] in drawn


def test_bands_hold_each_other_and_the_median(plots: dict[str, RoadPlot]) -> None:
    spec = road_spec_of(plots["extra"])
    areas = [one for one in spec["layer"] if one["mark"]["type"] == "area"]
    widths = [
        [row["y2"] - row["y"] for row in spec["datasets"][one["data"]["name"]]] for one in areas
    ]  # the widest is drawn first, so that the others lie on it
    assert len(areas) == 3
    for wide, narrow in pairwise(widths):
        assert all(one >= other for one, other in zip(wide, narrow, strict=True))
    assert [width[0] for width in widths] == [0, 0, 0]  # the base year is known


def test_what_every_draw_agrees_on_has_no_band(plots: dict[str, RoadPlot]) -> None:
    assert not [one for one in road_spec_of(plots["share"])["layer"] if one["mark"]["type"] == "area"]
    assert "draws" not in alt(plots["share"])


def test_two_scenarios_are_told_apart_without_colour(plots: dict[str, RoadPlot]) -> None:
    spec = road_spec_of(plots["compared"])
    assert {row["shape"] for row in rows(spec) if "shape" in row} == {"circle", "triangle-down"}
    words = [row["words"] for row in rows(spec) if "words" in row]
    assert {one[0] for one in words} == {"A", "B"}
    assert "3 % of GDP by 2030" in alt(plots["compared"])


def test_levers_come_the_widest_first_and_still_ones_are_named(plots: dict[str, RoadPlot]) -> None:
    told = alt(plots["levers"])
    assert told.index("Baseline:") < told.index("Growth:") < told.index("Multiplier:")
    assert "No difference: offset" in told


def test_what_cannot_be_drawn_says_so(record: Record, made: Road) -> None:
    with pytest.raises(UnknownNameError, match="quantity"):
        fan_of(record, made, "NATO", "happiness")
    with pytest.raises(UnknownNameError, match="of this road"):
        fan_of(record, made, "ISL", "extra")
    alone = road(record, load_scenario("core-by-2035"), ON, allies=("DEU",))
    with pytest.raises(NotHeldError, match="need all allies"):
        parts_of(record, alone)
    with pytest.raises(NotHeldError, match="no assumption"):
        levers_of(record, made, (), "extra")


def test_words_at_the_ends_never_touch() -> None:
    assert apart([10, 11, 12], 5, 100) == [10, 15, 20]
    assert apart([98, 99, 50], 5, 100) == [95, 100, 50]
    assert apart([], 5, 100) == []
