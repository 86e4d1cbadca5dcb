"""When requirements are met: one future a draw, monotone in what is ordered, honest where nothing can be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from burdenshare.record import Record
from burdenshare.road.industry.model import Buy, MetDraws, NotFed, Plant
from burdenshare.road.industry.scenario import load_plant
from burdenshare.road.model import Spread
from burdenshare.road.requirements.crosswalk import requirements
from burdenshare.road.requirements.met import met_draws

DAY = date(2026, 8, 22)


def test_what_is_ordered_in_full_is_met_and_the_rest_says_why(record: Record) -> None:
    found = met_draws(record, load_plant("without-the-us"), DAY, draws=300)
    assert [one.requirement for one in found] == list(requirements())
    met = {one.requirement: one for one in found if isinstance(one, MetDraws)}
    assert set(met) == {"shells", "artillery", "ifv", "aircraft"}
    for fed in met.values():
        assert fed.years.shape == fed.needed.shape == (300,)
        assert (fed.years[np.isfinite(fed.years)] > 2026.6).all() and fed.horizon == 2039.0
        assert fed.chance(fed.horizon) > 0.9 and fed.chance(2027.0) == 0
        assert fed.rows[0].measure == "requirement"
        assert {row.measure for row in fed.rows} == {"requirement", "production"}
    assert all(one.reason and one.rows for one in found if isinstance(one, NotFed))


def test_draws_are_the_same_future_in_every_requirement(record: Record) -> None:
    first = met_draws(record, load_plant("without-the-us"), DAY, draws=200, seed=4)
    again = met_draws(record, load_plant("without-the-us"), DAY, draws=200, seed=4)
    by_name = {one.requirement: one for one in first if isinstance(one, MetDraws)}
    for one in again:
        if isinstance(one, MetDraws):
            assert (one.years == by_name[one.requirement].years).all()
    both = np.corrcoef(by_name["artillery"].years, by_name["aircraft"].years)
    assert both[0, 1] > 0.2  # building and growth are drawn once for all items


def test_a_larger_order_meets_it_no_later(record: Record) -> None:
    def years(units: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        plant = Plant("t", "t", (Buy("caesar", units=Spread(units, units, units)),), until=2040)
        (one,) = [each for each in met_draws(record, plant, DAY, draws=100) if isinstance(each, MetDraws)]
        return one.years

    assert np.isinf(years(600)).all()
    assert (years(1400) <= years(700)).all()


@pytest.mark.parametrize("makers", [("USA",), ()])
def test_makers_that_do_not_count_do_not_count(record: Record, makers: tuple[str, ...]) -> None:
    plant = load_plant("without-the-us")
    wrong = replace(plant, buys=tuple(replace(one, makers=makers) for one in plant.buys if one.item == "155mm"))
    (shells,) = [one for one in met_draws(record, wrong, DAY, draws=20) if one.requirement == "shells"]
    assert isinstance(shells, NotFed) and "from European Union alone" in shells.reason


def test_nothing_is_met_where_nothing_is_ordered(record: Record) -> None:
    found = met_draws(record, load_plant("as-it-stands"), DAY, draws=20)
    assert all(isinstance(one, NotFed) for one in found)


def test_a_day_before_a_requirement_was_stated_does_not_know_it(record: Record) -> None:
    found = met_draws(record, load_plant("without-the-us"), date(2025, 1, 15), draws=0)
    assert "shells" not in {one.requirement for one in found}
    assert "mcr-brigades" in {one.requirement for one in found}


def test_what_is_held_already_fills_no_gap(record: Record) -> None:
    plant = load_plant("without-the-us")
    held = replace(plant, buys=tuple(replace(one, held=5000.0) for one in plant.buys))
    for one, other in zip(met_draws(record, plant, DAY, draws=30), met_draws(record, held, DAY, draws=30), strict=True):
        if isinstance(one, MetDraws) and isinstance(other, MetDraws):
            assert np.abs(one.years - other.years).max() <= 1 / 12 + 1e-9
