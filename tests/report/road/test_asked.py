"""What is asked, from a name, a file, a value or a number; what cannot be is refused in one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from burdenshare.errors import InputError
from burdenshare.report.road.asked import number_of, scenario_of, unit_of
from burdenshare.road.model import Baseline, Measure, Shape
from burdenshare.road.scenario import load_scenario


@pytest.mark.parametrize(
    ("text", "value", "in_money"),
    [
        *(("3.5", 3.5, False), ("3.5 %", 3.5, False), ("3.5% of GDP", 3.5, False), ("-1", -1.0, False)),
        *(("800bn", 8e11, True), ("$1,200 billion", 1.2e12, True), ("USD 1.2 trillion", 1.2e12, True)),
        *(("US$ 5 m", 5e6, True), ("2 USD", 2.0, True), (".5", 0.5, False)),
    ],
)
def test_numbers_are_taken_as_people_type_them(text: str, value: float, in_money: bool) -> None:
    found, told_as_money = number_of(text)
    assert found == pytest.approx(value)
    assert told_as_money is in_money


@pytest.mark.parametrize("text", ["", "nan", "three", "3.5.1", "3 apples", "1e3", "%", "inf", "3 bn bn"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no number"):
        number_of(text)


def test_a_target_and_its_year_make_a_scenario() -> None:
    made = scenario_of(None, target="3.5", by=2030, shape="front", baseline="real", allies=("DEU",))
    (target,) = made.targets
    assert (target.measure, target.value, target.by, target.allies) == (Measure.SHARE, 3.5, 2030, ("DEU",))
    assert (target.shape, made.baseline, made.title) == (Shape.FRONT, Baseline.REAL, "3.5 % of GDP by 2030")


def test_money_is_taken_for_money() -> None:
    made = scenario_of(None, target="800bn", by=2030)
    assert (made.targets[0].measure, made.targets[0].unit) == (Measure.MONEY, "USD")
    assert made.title == "USD 800 bn a year by 2030"
    assert unit_of(Measure.MONEY, "constant-usd") == "constant USD"
    grown = scenario_of(None, target=4, by=2030, measure="expenditure_growth")
    assert grown.title == "Growth of 4 % a year in real terms until 2030"


def test_a_name_a_file_and_a_value_are_scenarios(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('title = "Mine"\n', encoding="utf-8")
    assert scenario_of("hold") == load_scenario("hold")
    assert scenario_of(file).title == "Mine"
    assert scenario_of(load_scenario("hold"), baseline="plans").baseline is Baseline.PLANS


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"scenario": "hold", "target": "3", "by": 2030}, "a scenario and a target"),
        ({"scenario": "hold", "by": 2030}, "by: it speaks of a target"),
        ({"scenario": None}, "nothing is asked"),
        ({"scenario": None, "unit": "USD"}, "unit: it speaks of a target"),
        ({"scenario": None, "target": "3"}, "no year"),
        ({"scenario": None, "target": "3", "by": 2030, "shape": "custom"}, "needs its points"),
        ({"scenario": None, "target": "3", "by": 2030, "measure": "gdp"}, "unknown measure 'gdp'"),
        ({"scenario": None, "target": "3", "by": 2030, "unit": "EUR"}, "unknown unit of share_of_gdp 'EUR'"),
        ({"scenario": None, "target": "3", "by": 2030, "baseline": "none"}, "unknown baseline 'none'"),
    ],
)
def test_what_does_not_fit_together_is_refused(given: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError, match=words):
        scenario_of(**given)
