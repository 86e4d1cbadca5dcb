"""The packaged tables, read once."""

from __future__ import annotations

import pytest

from burdenshare.intake.rules.tables import Tables, of_record


@pytest.fixture(scope="session")
def held() -> Tables:
    """The packaged record without anybody's layers."""
    return of_record(layers=())
