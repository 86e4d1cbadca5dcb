"""Draws: the same from the same seed, whole vintages at once, around the Outlook, and within their spreads."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.road.draws import MOST, draw, drift, errors, within
from burdenshare.road.model import Spread
from burdenshare.road.slips import Slips, slips

ALLIES = ("DEU", "FRA", "USA")


@pytest.fixture(scope="module")
def past(record: Record) -> Any:
    return slips(record, ALLIES, date(2026, 11, 1))


def test_one_seed_gives_one_set_of_draws(past: Slips) -> None:
    one, same, other = (draw(100, seed, past, 9, ("offset",)) for seed in (5, 5, 6))
    assert (one.path == same.path).all() and (one.levers["offset"] == same.levers["offset"]).all()
    assert (one.path != other.path).any()


def test_a_new_assumption_leaves_the_economy_and_the_others_as_they_were(past: Slips) -> None:
    one, more = draw(50, 1, past, 9, ("offset",)), draw(50, 1, past, 9, ("offset", "multiplier"))
    assert (one.path == more.path).all() and (one.levers["offset"] == more.levers["offset"]).all()


@pytest.mark.parametrize("count", [0, -1, MOST + 1])
def test_counts_out_of_bounds_are_refused(past: Slips, count: int) -> None:
    with pytest.raises(InputError, match="draws"):
        draw(count, 1, past, 9, ())


def test_every_path_is_a_vintage_or_goes_on_with_a_whole_one(past: Slips) -> None:
    volume, _ = errors(past, 0, centred=False)
    whole = past.whole()
    for row, path in enumerate(volume.paths):
        vintage, second = divmod(row, len(whole))
        own, next_one = past.volume[vintage, 0], past.volume[whole[second], 0]
        for horizon, value in enumerate(path):
            assert value == (next_one[horizon] if np.isnan(own[horizon]) else own[horizon])


def test_centred_errors_have_no_mean(past: Slips) -> None:
    for place in range(len(ALLIES)):
        for one in errors(past, place, centred=True):
            assert one.paths.mean(axis=0) == pytest.approx(np.zeros(past.reach()), abs=1e-15)
            assert one.last.mean() == pytest.approx(0.0, abs=1e-15)


def test_allies_of_one_draw_err_together(past: Slips) -> None:
    made = draw(4000, 1, past, 9, ())
    germany, france = (drift(made, errors(past, at, centred=True)[0], 0, 9) for at in (0, 1))
    apart = np.corrcoef(germany[4], france[4])[0, 1]
    assert apart > 0.5  # the pandemic and the crisis of the euro hit both


def test_the_spread_widens_year_by_year_and_years_before_the_vintage_do_not_err(past: Slips) -> None:
    made = draw(4000, 1, past, 12, ())
    found = drift(made, errors(past, 0, centred=True)[0], -2, 12)
    assert (found[0] == 0).all() and (found[1] == 0).all() and (found[2] == 0).all()
    widths = [one.std() for one in found[3:]]
    assert widths[-1] > widths[5] > widths[0] > 0


@given(st.floats(-5, 5), st.floats(0, 3), st.floats(0, 3), st.floats(0, 1))
def test_values_lie_within_their_spread(low: float, first: float, second: float, rank: float) -> None:
    spread = Spread(low, low + first, low + first + second)
    value = within(spread, np.array([rank]))[0]
    assert spread.low - 1e-9 <= value <= spread.high + 1e-9


def test_a_spread_has_the_moments_of_its_triangle() -> None:
    spread = Spread(0.5, 0.8, 1.5)
    values = within(spread, np.random.default_rng(1).random(200_000))
    mean = (0.5 + 0.8 + 1.5) / 3
    variance = (0.5**2 + 0.8**2 + 1.5**2 - 0.5 * 0.8 - 0.5 * 1.5 - 0.8 * 1.5) / 18
    assert values.mean() == pytest.approx(mean, abs=0.002)
    assert values.var() == pytest.approx(variance, rel=0.02)
