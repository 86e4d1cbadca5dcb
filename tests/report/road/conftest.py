"""One back-test for all tests of its forms."""

from __future__ import annotations

import pytest

import burdenshare as bs


@pytest.fixture(scope="package")
def shown(record: bs.Record) -> bs.BacktestReport:
    """The back-test as it is shipped."""
    return bs.backtest(record=record)
