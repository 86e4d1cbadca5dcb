"""Draws: the same by name and seed, whatever else is asked and however they are cut into blocks."""

from __future__ import annotations

import numpy as np
import pytest

from burdenshare.errors import InputError
from burdenshare.road.industry.chances import Chances
from burdenshare.road.model import Spread

WIDE = Spread(0.0, 1.0, 4.0)


def test_draws_are_told_apart_by_name_and_seed_alone() -> None:
    whole = Chances.of(900, 3)
    first = whole.value("a", WIDE)
    assert (whole.value("a", WIDE) == first).all()
    assert (whole.value("b", WIDE) != first).any()
    assert (Chances.of(900, 4).value("a", WIDE) != first).any()
    parts = [whole.part(low, low + 300).value("a", WIDE) for low in (0, 300, 600)]
    assert (np.concatenate(parts) == first).all()
    assert (Chances.of(2000, 3).value("a", WIDE)[:900] == first).all()


def test_they_fill_the_interval_around_its_middle() -> None:
    drawn = Chances.of(20_000, 1).value("a", WIDE)
    assert drawn.min() >= 0 and drawn.max() <= 4
    assert drawn.mean() == pytest.approx(5 / 3, abs=0.02)
    assert Chances.of(0, 1).value("a", WIDE).tolist() == [1.0]


def test_what_cannot_be_drawn_is_refused() -> None:
    for count, seed in ((-1, 1), (10**7, 1), (10, -1)):
        with pytest.raises(InputError):
            Chances.of(count, seed)
