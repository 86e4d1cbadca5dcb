"""Bands: quantiles are numpy's own, by either way of finding them."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.road.fans import MANY, RANKS, bands, fan


@pytest.mark.parametrize("shape", ["normal", "lumpy", "heavy"])
@pytest.mark.parametrize("size", [2, 7, 500, MANY, MANY + 1, 60_000])
def test_quantiles_are_numpys(shape: Any, size: int) -> None:
    rng = np.random.default_rng(size)
    values = {
        "normal": rng.normal(size=size),
        "lumpy": rng.integers(0, 5, size) * 1.0,
        "heavy": rng.standard_cauchy(size),
    }
    found = bands([np.asarray(values[shape], dtype=np.float64)]).quantiles[0]
    assert found == pytest.approx(tuple(np.quantile(values[shape], RANKS)), rel=1e-12, abs=1e-12)


@settings(max_examples=50)
@given(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=60))
def test_bands_are_ordered_and_hold_the_draws(values: list[float]) -> None:
    row = bands([np.array(values)]).quantiles[0]
    assert list(row) == sorted(row)
    assert min(values) <= row[0] and row[-1] <= max(values)


def test_what_is_the_same_in_all_draws_has_no_width() -> None:
    made = fan("%", [2.0, 3.0], bands([2.0, np.full(10, 3.0)]))
    assert made.interval(80, 0) == (2.0, 2.0) and made.interval(95, 1) == (3.0, 3.0) and made.median(1) == 3.0


def test_without_draws_there_is_the_central_run_alone() -> None:
    made = fan("%", [2.0, 3.0], None)
    assert made.interval(80, 1) is None and made.median(1) == 3.0
