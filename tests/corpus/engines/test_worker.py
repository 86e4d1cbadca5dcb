"""Workers end with their driver, however that ends: nobody works for a run that is no more."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from benchmarks.corpus_ground import Differences, Ground, ended
from benchmarks.corpus_killed import workers_of

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are seen in /proc")


def test_ctrl_c_keeps_what_is_committed_and_the_run_goes_on(archive: Ground) -> None:
    out = archive.place()
    process = archive.started(out)
    while process.poll() is None and not list(out.glob("gathered/*.parquet")):
        time.sleep(0.02)
    workers = workers_of(process.pid)
    process.send_signal(signal.SIGINT)
    code, told = ended(process)
    assert (code, len(told.strip().splitlines())) == (2, 1)
    assert "interrupted; what is committed is kept" in told
    assert "--resume" in told
    assert workers
    assert not any(Path(f"/proc/{one}").exists() for one in workers)
    assert archive.finished(out, "--resume") == Differences()


def test_workers_end_with_a_driver_that_was_killed(archive: Ground) -> None:
    out = archive.place()
    process = archive.started(out)
    while process.poll() is None and len(workers := workers_of(process.pid)) < 2:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    ended(process)
    until = time.monotonic() + 60
    while any(Path(f"/proc/{one}").exists() for one in workers) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{one}").exists() for one in workers)
