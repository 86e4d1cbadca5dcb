"""A few reports for all tests of their forms."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record import Record

MAY = date(2026, 5, 10)


@pytest.fixture(scope="session")
def whole(record: Record) -> bs.SupportReport:
    """Everybody, as known now."""
    return bs.support(record=record)


@pytest.fixture(scope="session")
def few(record: Record) -> bs.SupportReport:
    """Some donors since 2025, military aid."""
    return bs.support(donors=["Germany", "NORDIC"], since="2025-01", kind="military", record=record)


@pytest.fixture(scope="session")
def undated(record: Record) -> bs.SupportReport:
    """Of a release that does not date all it counts."""
    return bs.support(since="2025", on=MAY, record=record)


@pytest.fixture(scope="session")
def pages(record: Record) -> bs.SupportReport:
    """Before the first table."""
    return bs.support(on=date(2024, 5, 1), record=record)


@pytest.fixture(scope="session")
def quarter(record: Record) -> bs.SupportReport:
    """Every ally gives 0.25 % of GDP."""
    return bs.support("quarter-percent", record=record)


@pytest.fixture(scope="session")
def replaced(record: Record) -> bs.SupportReport:
    """Europe replaces the United States, and what that asks of a few."""
    return bs.support("europe-replaces-usa", donors=["EUROPE", "Ireland", "USA"], record=record)


STANDING = ("whole", "few", "undated", "pages")
PRICED = ("quarter", "replaced")
