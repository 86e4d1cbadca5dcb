"""What a day knew of an item: output, capacity and target kept apart, conflicts as wide intervals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burdenshare.record import Record
from burdenshare.record.model import Grade, Observation
from burdenshare.road.industry.facts import facts, level_of, production
from burdenshare.road.industry.items import items
from burdenshare.road.industry.model import Line
from burdenshare.road.industry.rates import count_of, months_of, rate_of
from burdenshare.road.model import Spread

QUEUE = Spread(15, 29, 39)


def line(record: Record, item: str, maker: str, on: date | None = None) -> Line:
    found = facts(items()[item], production(record, on or record.edition), QUEUE)
    return next(one for one in found.lines if one.maker.id == maker)


def row(
    basis: str, value: float, unit: str, period: str, low: float | None = None, high: float | None = None
) -> Observation:
    return Observation(
        measure="production",
        entity="X",
        period=period,
        basis=basis,
        unit=unit,
        value=value,
        low=value if low is None else low,
        high=value if high is None else high,
        printed=f"{value} {unit}",
        estimate=False,
        release="somebody",
        released_on=date(2026, 1, 1),
        source="",
        grade=Grade.PRESS,
        table="t:1",
    )


def test_the_newest_output_is_the_level(record: Record) -> None:
    level = line(record, "155mm", "USA").level
    assert level is not None and level.rate == Spread(40_000, 40_000, 40_000) and not level.of_capacity


def test_capacities_that_differ_widen_the_interval_and_stay_capacity(record: Record) -> None:
    level = line(record, "155mm", "EU").level
    assert level is not None and level.of_capacity
    assert level.rate.low == 480_000 / 12 and level.rate.high == 1_000_000 / 12


def test_an_output_beside_a_capacity_of_the_time_is_widened_by_it(record: Record) -> None:
    level = line(record, "f-35", "Lockheed").level
    assert level is not None and not level.of_capacity
    assert (level.rate.low, level.rate.high) == (156 / 12, 191 / 12)


def test_plans_are_what_is_due_last_at_the_pace_they_were_made_with(record: Record) -> None:
    plan = line(record, "155mm", "USA").plan
    assert plan is not None and plan.level.central == 100_000 and plan.due == 2026.0
    assert plan.pace.low == pytest.approx((100_000 - 28_000) / ((2026.0 - 2023.70972) * 12), rel=1e-2)


def test_a_factory_is_no_continent(record: Record) -> None:
    found = facts(items()["155mm"], production(record, record.edition), QUEUE)
    assert [one.maker.id for one in found.whole()] == ["USA", "EU"]
    assert {one.maker.id for one in found.lines} == {"USA", "EU", "Rheinmetall", "Nexter"}


def test_what_waits_comes_from_orders_then_from_lead_times_then_from_the_table(record: Record) -> None:
    assert line(record, "f-35", "Lockheed").queue.unit == "units"
    caesar = line(record, "caesar", "Nexter").queue
    assert (caesar.unit, caesar.spread) == ("months", Spread(15, 15, 44))
    assert line(record, "rafale", "Dassault").queue.reference.startswith("Flight")
    assert line(record, "mistral", "MBDA").queue.spread == QUEUE


def test_items_without_a_rate_say_what_is_missing(record: Record) -> None:
    for item in ("leopard-2", "k2", "aster", "gem-t", "iris-t-missiles"):
        found = facts(items()[item], production(record, record.edition), QUEUE)
        assert found.whole() == () and "no output and no capacity" in found.lacks()


def test_a_day_knows_nothing_that_was_told_later(record: Record) -> None:
    before = line(record, "155mm", "USA", date(2023, 9, 30))
    assert before.level is not None and before.level.rate.central == 28_000
    assert all(one.row.released_on is not None and one.row.released_on <= date(2023, 9, 30) for one in before.rows)
    assert line(record, "155mm", "USA", date(2022, 1, 1)).lacks


def test_units_are_read_or_refused() -> None:
    assert rate_of(row("output/x", 1200, "rounds/year (more than)", "2024"), "rounds") == Spread(100, 100, 100)
    assert rate_of(row("output/x", 3, "rounds/month", "2024"), "guns") is None
    for unit in ("times", "% of pledge", "rounds", "billion EUR/year"):
        assert rate_of(row("output/x", 3, unit, "2024"), "rounds") is None
    assert count_of(row("backlog/x", 7, "missiles ordered", "2024"), "missiles") == Spread(7, 7, 7)
    assert months_of(row("lead_time/x", 2.5, "years", "2024")) == Spread(30, 30, 30)


def test_older_outputs_are_growth_and_no_conflict() -> None:
    rows = [row("output/x", 10, "guns/month", "2022"), row("output/x", 30, "guns/month", "2024")]
    level = level_of(rows, "guns")
    assert level is not None and level.rate == Spread(30, 30, 30)
    same = [*rows, replace(rows[1], value=40, low=40, high=40)]
    level = level_of(same, "guns")
    assert level is not None and level.rate == Spread(30, 35, 40)
    assert level_of([replace(rows[0], period="undated")], "guns") is None
