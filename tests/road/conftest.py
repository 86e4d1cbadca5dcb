"""What tests of the road may ask for."""

from __future__ import annotations

import pytest

from burdenshare.record import Record
from burdenshare.road.backtest import Backtest, backtest


@pytest.fixture(scope="package")
def found(record: Record) -> Backtest:
    """The back-test as it is shipped, made once."""
    return backtest(record)
