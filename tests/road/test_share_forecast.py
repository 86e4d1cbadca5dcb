"""The forecast: nothing of later days, the same draws however they are asked for, and what they say of a target."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.errors import DateError, InputError
from burdenshare.record import Record
from burdenshare.road.share_forecast import BLOCK, ShareForecast, forecast
from burdenshare.road.share_models import Model
from tests.road.truncated import truncated

FIRST = date(2016, 7, 4)


@pytest.fixture(scope="module")
def now(record: Record) -> ShareForecast:
    return forecast(record, record.edition, 2035)


@settings(max_examples=25, deadline=None)
@given(on=st.dates(FIRST, date(2026, 8, 22)), model=st.sampled_from(list(Model)))
def test_what_came_later_changes_nothing(record: Record, on: date, model: Model) -> None:
    whole, cut = forecast(record, on, 2035, model=model), forecast(truncated(record, on), on, 2035, model=model)
    assert whole.goals == cut.goals
    assert (whole.release.id, whole.last, whole.without) == (cut.release.id, cut.last, cut.without)
    assert np.array_equal(whole.draws(200), cut.draws(200))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 3 * BLOCK), st.integers(1, 2 * BLOCK), st.integers(0, 2**40))
def test_part_of_the_draws_is_that_part(record: Record, first: int, count: int, seed: int) -> None:
    made = forecast(record, date(2024, 6, 17), 2026)
    whole = made.draws(first + count, seed=seed)
    assert np.array_equal(made.draws(count, seed=seed, first=first), whole[first:])


def test_seeds_differ_and_one_seed_does_not(record: Record, now: ShareForecast) -> None:
    again = forecast(record, record.edition, 2035)
    assert np.array_equal(now.draws(50, seed=1), again.draws(50, seed=1))
    assert not np.array_equal(now.draws(50, seed=1), now.draws(50, seed=2))


def test_shape_and_range(now: ShareForecast) -> None:
    made = now.draws(3000)
    assert made.shape == (3000, 31, 9)
    assert (now.years[0], now.years[-1]) == (2027, 2035)
    assert (made >= 0).all() and np.isfinite(made).all()
    assert now.release.definition == "core" and set(now.last_years) == {2026}


def test_further_year_does_not_change_where_the_nearer_ones_lie(record: Record) -> None:
    near, far = forecast(record, date(2024, 6, 17), 2026), forecast(record, date(2024, 6, 17), 2035)
    ends = [0.1, 0.5, 0.9]
    here = np.quantile(near.draws(20_000)[:, :, 1], ends, axis=0)
    there = np.quantile(far.draws(20_000)[:, :, 1], ends, axis=0)
    assert here == pytest.approx(there, abs=0.05)


def test_chance_falls_with_the_target_and_counts_agree(now: ShareForecast) -> None:
    low, high = now.chance(2.5, 2035), now.chance(3.5, 2035)
    assert all(high[ally] <= low[ally] for ally in now.allies)
    counts = now.how_many(3.5, 2035)
    assert len(counts) == len(now.allies) + 1
    assert sum(counts) == pytest.approx(1.0)
    mean = sum(number * chance for number, chance in enumerate(counts))
    assert mean == pytest.approx(sum(high.values()))


def test_number_of_allies_is_spread_wider_than_if_each_went_alone(now: ShareForecast) -> None:
    """Common shocks: the variance of the count exceeds that of independent allies with the same chances."""
    counts, chances = now.how_many(3.5, 2035), now.chance(3.5, 2035).values()
    mean = sum(number * chance for number, chance in enumerate(counts))
    variance = sum((number - mean) ** 2 * chance for number, chance in enumerate(counts))
    assert variance > 3 * sum(one * (1 - one) for one in chances)


def test_frame_has_a_row_for_each_ally_and_year(now: ShareForecast) -> None:
    frame = now.to_polars(count=2000)
    assert frame.height == 31 * 9
    assert frame.columns == ["ally", "year", "mean", "p2.5", "p10", "p25", "median", "p75", "p90", "p97.5"]
    picked = frame.filter((frame["ally"] == "POL") & (frame["year"] == 2030)).to_dicts()[0]
    made = now.draws(2000)[:, now.allies.index("POL"), now.years.index(2030)]
    assert picked["median"] == pytest.approx(np.median(made))
    assert picked["p10"] == pytest.approx(np.quantile(made, 0.1))


@pytest.mark.parametrize("until", [2020, 2026, 2061])
def test_year_that_is_over_or_too_far_is_refused(record: Record, until: int) -> None:
    with pytest.raises(DateError, match="2027 to 2060"):
        forecast(record, record.edition, until)


def test_day_before_the_first_release_is_refused(record: Record) -> None:
    with pytest.raises(DateError, match="2016-07-04"):
        forecast(record, date(2016, 7, 3), 2024)


def test_what_cannot_be_asked_is_refused(now: ShareForecast) -> None:
    with pytest.raises(InputError):
        now.draws(0)
    with pytest.raises(DateError, match="from 2027 to 2035"):
        now.chance(2.0, 2026)
