"""What moves the curves most: what a lever tells is what the curve becomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burdenshare.record import Record
from burdenshare.road.clock.clock import clock
from burdenshare.road.clock.model import ClockScenario, Factor, Feared, OpenEnd
from burdenshare.road.clock.scenario import ceasefire_of
from burdenshare.road.clock.sensitivity import Lever, levers
from burdenshare.road.clock.weights import shipped

PLAIN = ClockScenario("x", "as stated")
EDITION = date(2026, 8, 22)
ATTACK = Feared.ATTACK_ON_ALLY


def told(record: Record, scenario: ClockScenario = PLAIN) -> dict[tuple[Feared, str], Lever]:
    return {(one.feared, one.key): one for one in levers(record, clock(record, scenario, EDITION))}


def share(record: Record, scenario: ClockScenario, year: int) -> float:
    made = clock(record, replace(scenario, until=2034), EDITION)
    curve = made.curve(ATTACK)
    assert curve is not None
    return curve.share[made.years.index(year)]


@pytest.mark.parametrize(("name", "weight"), [("left out", 0.0), ("halved", 0.5), ("doubled", 2.0)])
def test_a_statement_otherwise_weighed_is_what_the_clock_then_says(record: Record, name: str, weight: float) -> None:
    found = told(record)
    for key in ("bild-2025-07", "dgap-2023", "rutte-2025-06-23"):
        one = found[ATTACK, key]
        own = replace(PLAIN, weights=replace(shipped(), statement={key: Factor(weight, "made up")}))
        assert one.values[name] == pytest.approx(share(record, own, one.year)), key
        assert one.share == pytest.approx(share(record, PLAIN, one.year))


def test_rules_taken_otherwise(record: Record) -> None:
    late = told(record)[ATTACK, "open_end"]
    assert late.values["late"] == pytest.approx(share(record, replace(PLAIN, open_end=OpenEnd.LATE), late.year))
    assert late.values["late"] < late.share
    assert (ATTACK, "ceasefire") not in told(record)
    supposed = replace(PLAIN, ceasefire=ceasefire_of("2026-12-31", "x"))
    moved = told(record, supposed)[ATTACK, "ceasefire"]
    assert moved.values["a year later"] <= moved.share <= moved.values["a year sooner"]


def test_each_curve_has_its_widest_lever_first(record: Record) -> None:
    found = levers(record, clock(record, PLAIN, EDITION))
    for feared in Feared:
        swings = [one.swing for one in found if one.feared is feared]
        assert swings == sorted(swings, reverse=True)
    assert not [one for one in found if one.feared is Feared.THREAT]  # one statement alone: nothing to weigh


def test_a_leap_day_moves_to_the_end_of_its_month(record: Record) -> None:
    supposed = replace(PLAIN, ceasefire=ceasefire_of("2028-02-29", "x"))
    assert (ATTACK, "ceasefire") in told(record, supposed)
