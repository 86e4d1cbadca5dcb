"""The faults that a run survives, some times each; `BURDENSHARE_FAULTS=50` meets every fault so often.

The table of all of them: `python -m benchmarks.corpus_faults --times 50`. Documents that end their workers are in
engines/test_local.py too, and a record of 2 GB in sources/test_warc.py.
"""

from __future__ import annotations

import os

import pytest

from benchmarks.corpus_faults import FAULTS
from benchmarks.corpus_ground import Differences, Ground

TIMES = os.environ.get("BURDENSHARE_FAULTS", "")
SHORT = {
    "worker": 5,
    "driver": 5,
    "disk": 1,
    "second": 1,
    "clock": 1,
    "version": 1,
    "truncated": 2,
    "flipped": 2,
    "inserted": 2,
    "mistaken": 2,
    "watch": 3,
}
"""How often without the flag; the others take minutes and are met by it alone."""


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost_or_doubled(archive: Ground, name: str) -> None:
    times = int(TIMES) if TIMES else SHORT.get(name, 0)
    if not times:
        pytest.skip("by BURDENSHARE_FAULTS alone")
    outcome = FAULTS[name][1](archive, times)
    if outcome.skipped:
        pytest.skip(outcome.skipped)
    assert (outcome.times, outcome.found) == (times, Differences())
