"""CRPS and coverage against definitions written a second way, and against a published formula."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from burdenshare.road.scores import Array, covered, crps

shares = st.floats(-20, 20, allow_nan=False)


def by_pairs(draws: Array, truth: float) -> float:
    """The score by its definition: every pair of draws."""
    pairs = np.abs(draws[:, None] - draws[None, :]).mean()
    return float(np.abs(draws - truth).mean() - pairs / 2)


def by_integral(draws: Array, truth: float) -> float:
    """The score as the area between the steps of the draws and the step at the truth."""
    ends = np.sort(np.append(draws, truth))
    below = (draws[None, :] <= ends[:-1, None]).mean(axis=1)
    return float(((below - (truth <= ends[:-1])) ** 2 * np.diff(ends)).sum())


@given(arrays(np.float64, st.tuples(st.integers(1, 40), st.integers(1, 4)), elements=shares), st.data())
def test_crps_is_its_definition_twice(draws: Array, data: st.DataObject) -> None:
    truth = data.draw(arrays(np.float64, draws.shape[1], elements=shares))
    found = crps(draws, truth)
    for place in range(draws.shape[1]):
        assert found[place] == pytest.approx(by_pairs(draws[:, place], truth[place]), abs=1e-9)
        assert found[place] == pytest.approx(by_integral(draws[:, place], truth[place]), abs=1e-9)


@given(arrays(np.float64, st.tuples(st.integers(1, 30), st.just(1)), elements=shares), shares, shares)
def test_crps_does_not_care_where_nought_is_nor_in_which_order(draws: Array, truth: float, moved: float) -> None:
    found = crps(draws, np.array([truth]))
    assert crps(draws[::-1] + moved, np.array([truth + moved])) == pytest.approx(found, abs=1e-9)
    assert found >= -1e-12


def test_crps_of_many_normal_draws_is_the_published_formula() -> None:
    """Gneiting and Raftery 2007, equation 21: a standard normal at 0 scores (sqrt 2 - 1) / sqrt pi."""
    draws = np.random.default_rng(1).standard_normal((200_000, 1))
    assert crps(draws, np.array([0.0]))[0] == pytest.approx((2**0.5 - 1) / np.pi**0.5, abs=2e-3)


def test_one_draw_scores_its_error() -> None:
    assert crps(np.array([[2.0]]), np.array([3.5]))[0] == 1.5


def test_coverage_counts_the_middle_of_the_draws() -> None:
    draws = np.repeat(np.arange(1.0, 12.0)[:, None], 3, axis=1)
    assert covered(draws, np.array([1.9, 2.0, 10.1]), 0.8).tolist() == [False, True, False]
    assert covered(draws, np.array([3.0, 6.0, 9.0]), 0.5).tolist() == [False, True, False]


def test_coverage_of_draws_from_the_truth_is_what_it_says() -> None:
    chance = np.random.default_rng(3)
    draws, truth = chance.standard_normal((2_000, 3_000)), chance.standard_normal(3_000)
    assert covered(draws, truth, 0.8).mean() == pytest.approx(0.8, abs=0.03)
