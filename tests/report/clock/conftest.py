"""Clocks that tests of their forms share, with made-up requirements beside one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from burdenshare.record import Record
from burdenshare.report.clock.door import ClockReport, clock


@dataclass(frozen=True)
class Draws:
    """A requirement as the industry hands it over."""

    requirement: str
    title: str
    years: NDArray[np.float64]
    horizon: float


@pytest.fixture(scope="package")
def plain(record: Record) -> ClockReport:
    return clock(record=record)


@pytest.fixture(scope="package")
def whole(record: Record) -> ClockReport:
    """Every kind of statement drawn, and a requirement whose draws end before the curves do."""
    rng = np.random.default_rng(5)
    met = Draws(
        "shells", "<155 mm> shells", np.where(rng.random(1000) < 0.9, rng.normal(2029, 1, 1000), np.inf), 2031.0
    )
    return clock("cease-fire-2026", on=date(2026, 8, 22), requirements=[met], record=record)
