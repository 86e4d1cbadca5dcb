"""One view with a comparison for every test of its forms."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs


@pytest.fixture(scope="session")
def shown(record: bs.Record) -> bs.Alliance:
    """The days that the issue names."""
    return bs.alliance(on=date(2025, 6, 26), compare=date(2025, 2, 13), record=record)
