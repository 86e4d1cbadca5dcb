"""`bs.road`: the verb and the room under one name, and every form of its result."""

from __future__ import annotations

import inspect
import subprocess
import sys
from datetime import date

import pytest

import burdenshare as bs
from burdenshare.road.scenario import load_scenario

DAY = date(2025, 9, 1)


@pytest.fixture(scope="module")
def report(record: bs.Record) -> bs.RoadReport:
    """Two allies without draws."""
    return bs.road("core-by-2035", on=DAY, allies=("Germany", "POL"), draws=0, sensitivity=True, record=record)


def test_every_form_can_be_asked_for(report: bs.RoadReport) -> None:
    assert report.to_dict()["levers"]
    assert '"kind": "road"' in report.to_json()
    assert report.to_csv().startswith("entity,year,quantity")
    assert len(report.to_polars()) == len(report.to_csv().splitlines()) - 1
    assert "What moves the answer most" in report.to_text(width=80)
    assert report.to_html().startswith("<!doctype html>")
    assert report.to_svg("Germany", "share").startswith("<svg ")
    assert report.derivation("DEU").inputs
    assert report.explain("Germany").below[-1].address
    assert len(repr(report)) < 120


def test_numbers_names_and_values_ask_the_same(record: bs.Record) -> None:
    named = bs.road("core-by-2035", on=DAY, allies=["DEU"], draws=0, record=record)
    numbers = bs.road(target=3.5, by=2035, on=DAY, allies=["DEU"], draws=0, record=record)
    value = bs.road(load_scenario("core-by-2035"), on=DAY, allies=["DEU"], draws=0, record=record)
    extra = [one.road.allies["DEU"].fans["extra"].central for one in (named, numbers, value)]
    assert extra[0] == extra[1] == extra[2]


def test_two_reports_can_be_compared(report: bs.RoadReport) -> None:
    found: bs.Comparison = report.compared(report)
    assert [one.extra for one in found.allies] == [0.0, 0.0]


def test_what_cannot_be_asked_is_refused(record: bs.Record, report: bs.RoadReport) -> None:
    with pytest.raises(bs.InputError, match="-1 draws"):
        bs.road("hold", draws=-1, record=record)
    with pytest.raises(bs.InputError, match="a seed of -1"):
        bs.road("hold", draws=10, seed=-1, on=DAY, allies=["DEU"], record=record)
    with pytest.raises(bs.InputError, match="France is not on this road"):
        report.explain("France")
    with pytest.raises(bs.NotHeldError, match="Iceland"):
        bs.road("hold", allies=["Iceland"], draws=0, record=record)
    with pytest.raises(bs.DateError, match="no release"):
        bs.road("hold", on=date(2010, 1, 1), draws=0, record=record)
    with pytest.raises(bs.DateError, match="future"):
        bs.road("hold", on=date(2999, 1, 1), draws=0, record=record)


@pytest.mark.parametrize(
    "code",
    [
        "import burdenshare as bs; f = bs.road; import burdenshare.road.model as m; print(f is bs.road, m.Shape.STEP)",
        "import burdenshare.road.model as m; import burdenshare as bs; print(callable(bs.road), m.Shape.STEP)",
    ],
)
def test_verb_and_room_do_not_hide_each_other(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "step"]


def test_the_verb_tells_its_signature() -> None:
    assert "scenario" in inspect.signature(bs.road).parameters
