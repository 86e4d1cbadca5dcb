"""What is held: the books hold, and it is never below nothing."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.road.industry.stock import stock

amounts = st.floats(0, 1e6, allow_nan=False)


@given(st.lists(amounts, min_size=1, max_size=60), amounts, amounts, st.floats(0, 1))
def test_books_hold_and_nothing_is_below_nothing(came: list[float], held: float, used: float, worn: float) -> None:
    delivered = np.array(came)[:, None]
    made = stock(delivered, held, used, worn)
    left = held + np.cumsum(delivered - made.worn - made.used, axis=0)
    assert np.abs(left - made.held).max() <= 1e-9 * (held + sum(came) + 1)
    assert min(made.held.min(), made.worn.min(), made.used.min()) >= 0
    assert (made.used <= used).all()


def test_what_is_used_up_is_at_most_what_is_there() -> None:
    made = stock(np.array([[10.0], [0.0], [50.0]]), 5.0, 20.0, 0.0)
    assert made.held[:, 0].tolist() == [0.0, 0.0, 30.0]
    assert made.used[:, 0].tolist() == [15.0, 0.0, 20.0]


def test_what_wears_out_is_a_part_of_what_is_there() -> None:
    made = stock(np.zeros((2, 1)), 100.0, 0.0, 0.1)
    assert made.held[:, 0].tolist() == pytest.approx([90.0, 81.0])
