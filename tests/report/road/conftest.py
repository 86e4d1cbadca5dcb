"""One back-test, and a few roads, for all tests of their forms."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record import Record
from burdenshare.road.result import Road
from burdenshare.road.road import road
from burdenshare.road.scenario import load_scenario

DAY = date(2025, 9, 1)


@pytest.fixture(scope="session")
def hague(record: Record) -> Road:
    """3.5 and 1.5 % by 2035 for all allies, with draws."""
    return road(record, load_scenario("hague-by-2035"), DAY, draws=200)


@pytest.fixture(scope="session")
def halved(record: Record) -> Road:
    """The United States halves its European part: some members add what another takes away."""
    return road(record, load_scenario("us-halves-europe"), DAY, draws=200)


@pytest.fixture(scope="session")
def two(record: Record) -> Road:
    """3.5 % by 2035 for two allies, without draws."""
    return road(record, load_scenario("core-by-2035"), DAY, allies=("Germany", "POL"))


@pytest.fixture(scope="package")
def shown(record: Record) -> bs.BacktestReport:
    """The back-test as it is shipped."""
    return bs.backtest(record=record)
