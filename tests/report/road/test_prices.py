"""The figures of a price: those of the fans, settled, and of a group as of its members."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from burdenshare.record import Record
from burdenshare.report.road.asked import scenario_of
from burdenshare.report.road.prices import price_of, prices, settled, target_year
from burdenshare.report.road.telling import headline
from burdenshare.road.result import Road
from burdenshare.road.road import road


def test_prices_are_those_of_the_fans_in_the_target_year(hague: Road) -> None:
    found = price_of(hague, "DEU")
    fans = hague.allies["DEU"].fans
    assert found.year == 2035
    assert found.extra.central == fans["extra"].central[-1]
    assert (found.extra.low, found.extra.high) == fans["extra"].interval(80, -1)
    assert found.total.central == pytest.approx(sum(fans["extra"].central))
    assert found.asked == 3.5
    assert found.per_head == pytest.approx(found.extra.central / (hague.allies["DEU"].economy.population or ())[-1])


def test_a_group_is_as_late_as_its_last_member_and_has_a_pooled_gap(hague: Road) -> None:
    found = price_of(hague, "NATO")
    assert found.reached == max(one.reached or 0 for one in hague.allies.values())
    assert found.pooled is not None
    assert found.pooled < found.extra.central * 1.1
    assert found.extra.central == pytest.approx(sum(price_of(hague, ally).extra.central for ally in hague.allies))


def test_what_members_move_among_each_other_costs_the_alliance_exactly_nothing(halved: Road) -> None:
    assert price_of(halved, "NATO").extra.central == 0.0
    assert price_of(halved, "USA").extra.central < 0 < price_of(halved, "EUR_CAN").extra.central
    assert settled(0.4, "USD") == 0.0
    assert settled(0.4, "% of GDP") == 0.4


def test_the_target_year_is_the_last_one_shown_where_nothing_is_asked(two: Road) -> None:
    assert target_year(two) == 2035
    assert target_year(replace(two, scenario=replace(two.scenario, targets=()))) == two.years[-1]
    assert [one.entity for one in prices(two)] == ["together", "DEU", "POL"]


def test_without_draws_there_is_no_interval(two: Road) -> None:
    assert price_of(two, "DEU").extra.low is None


def test_equipment_is_moved_within_what_is_spent(record: Record) -> None:
    scenario = scenario_of(None, target=40, by=2030, measure="equipment_share", allies=("CAN", "BEL"))
    made = road(record, scenario, date(2025, 9, 1), allies=("CAN", "BEL"))
    canada, belgium, both = (price_of(made, one) for one in ("CAN", "BEL", "together"))
    assert canada.extra.central == 0.0
    assert both.equipment == pytest.approx((canada.equipment or 0) + (belgium.equipment or 0))
    assert "moved to equipment" in headline(record, made)


def test_the_pooled_gap_is_held_against_the_same_as_the_price(record: Record) -> None:
    asked: dict[str, Any] = {"target": 3.5, "by": 2035, "allies": ("NORDIC",)}
    day, allies = date(2026, 8, 22), ("NORDIC",)
    for baseline in ("share", "plans"):
        made = road(record, scenario_of(None, baseline=baseline, **asked), day, allies=allies)
        price = price_of(made, "together")
        assert price.pooled is not None
        assert price.pooled <= price.extra.central * 1.1, "who stands above the target can only offset"
    real = road(record, scenario_of(None, baseline="real", **asked), day, allies=allies)
    assert price_of(real, "together").pooled is None
