"""Two scenarios side by side: differences are those of the prices, and of nothing where they are one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.report.road.comparing import compared, comparison_shape
from burdenshare.report.road.shape import road_schema
from burdenshare.road.result import Road
from burdenshare.road.road import road
from burdenshare.road.scenario import load_scenario


@pytest.fixture(scope="module")
def sooner(record: Record, two: Road) -> Road:
    """3 % by 2030, over the same years."""
    return road(record, load_scenario("three-by-2030"), two.on, allies=("DEU", "POL"), until=two.years[-1])


def test_a_scenario_beside_itself_differs_in_nothing(two: Road) -> None:
    found = compared(two, two)
    assert [(one.extra, one.total, one.share, one.debt) for one in (*found.groups, *found.allies)] == [(0, 0, 0, 0)] * 3


def test_both_are_told_of_the_later_target_year(two: Road, sooner: Road) -> None:
    found = compared(sooner, two)
    assert found.year == 2035
    (germany,) = [one for one in found.allies if one.entity == "DEU"]
    assert germany.first.year == germany.second.year == 2035
    assert germany.extra == germany.second.extra.central - germany.first.extra.central > 0
    back = compared(two, sooner)
    assert [one.total for one in back.allies] == [-one.total for one in found.allies]


def test_json_of_a_comparison_satisfies_the_schema(record: Record, two: Road, sooner: Road) -> None:
    made = comparison_shape(compared(two, sooner), record=record)
    jsonschema.Draft202012Validator(road_schema()).validate(json.loads(json.dumps(made, allow_nan=False)))


def test_roads_of_other_days_or_years_are_refused(two: Road) -> None:
    with pytest.raises(InputError, match="other days or years"):
        compared(two, replace(two, on=date(2025, 9, 2)))
    with pytest.raises(InputError, match="other days or years"):
        compared(two, replace(two, years=two.years[:-1]))
