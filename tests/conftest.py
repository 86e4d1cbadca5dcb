"""What every test may ask for: one record, loaded once."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ["BURDENSHARE_DATA"] = tempfile.mkdtemp(prefix="burdenshare-tests-")  # nobody's imports belong into a test
os.environ["SOURCE_DATE_EPOCH"] = "1788134400"  # 31 August 2026: nothing is due yet, whenever the tests run

from burdenshare.record import Record, load_record

atexit.register(shutil.rmtree, os.environ["BURDENSHARE_DATA"], ignore_errors=True)

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")  # a busy machine is no fault: no test is held against a clock


@pytest.fixture(scope="session")
def record() -> Record:
    """The packaged record, or the one below `BURDENSHARE_DATA_ROOT` (a build without the unclear sources)."""
    root = os.environ.get("BURDENSHARE_DATA_ROOT")
    return load_record(Path(root) if root else None)
