"""What tests of support may ask for."""

from __future__ import annotations

import pytest

from burdenshare.record import Record


@pytest.fixture(autouse=True)
def tracked(record: Record) -> None:
    """A build without sources of unclear licence lacks the tracker's tables."""
    if not record.aid_releases(record.edition):
        pytest.skip("a build without sources of unclear licence lacks the tracker's tables")
