"""Runs that are killed, crowded out or brought out of step: each fault so many times, at random points."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from unittest.mock import patch

from benchmarks.corpus_ground import BrokenOffError, Differences, Ground, Here, Outcome, ended
from burdenshare.corpus import manifest
from burdenshare.corpus.places import beside
from burdenshare.corpus.running import run
from burdenshare.errors import InputError

AT_MOST = 5
"""Kills in one run, so that it comes to an end."""
YEARS = 12
"""How far a clock jumps, to either side."""


def workers_killed(ground: Ground, times: int) -> Outcome:
    """kill -9 of a worker, whichever is there, at any moment."""
    met, found = 0, Differences()
    while met < times:
        out = ground.place()
        process = ground.started(out)
        for _ in range(AT_MOST):
            time.sleep(ground.draw.uniform(0.0, ground.seconds / 3))
            at_work = workers_of(process.pid)
            if process.poll() is None and at_work and met < times:
                with suppress(ProcessLookupError):
                    os.kill(ground.draw.choice(at_work), signal.SIGKILL)
                    met += 1
        code, said = ended(process)
        if code:
            raise AssertionError(said)
        found += ground.compared(out)
    return Outcome(met, found)


def driver_killed(ground: Ground, times: int) -> Outcome:
    """kill -9 of the driver at any moment, then the run goes on."""
    met, found = 0, Differences()
    while met < times:
        out = ground.place()
        for _ in range(min(AT_MOST, times - met)):
            process = ground.started(out, "--resume")
            with suppress(subprocess.TimeoutExpired):
                process.wait(ground.draw.uniform(0.1, ground.seconds))
            if process.poll() is not None:  # it was quicker than the kill
                ended(process)
                break
            process.kill()
            met += 1
            ended(process)
        found += ground.finished(out, "--resume")
    return Outcome(met, found)


def disk_full(ground: Ground, times: int) -> Outcome:
    """A disk that is full after some kilobytes; then there is room, and the run goes on."""
    if shutil.which("mount") is None or os.geteuid():
        return Outcome(skipped="only root may mount a small disk")
    met, found = 0, Differences()
    needed = sum(path.stat().st_size for path in ground.wanted.rglob("*") if path.is_file()) // 1024
    while met < times:
        with _disk(ground.place(), ground.draw.randint(8, needed)) as disk:
            code, said = ended(ground.started(disk / "out"))
            if code:
                met += 1
                _one_line(code, said, "No space left on device")
                subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
            found += ground.finished(disk / "out", "--resume")
    return Outcome(met, found)


def second_run(ground: Ground, times: int) -> Outcome:
    """A second run into the same place while the first is at work: it is refused, and changes nothing."""
    met, found = 0, Differences()
    while met < times:
        out = ground.place()
        first = ground.started(out)
        while first.poll() is None and not (out / "manifest.json").exists():
            time.sleep(0.02)
        time.sleep(ground.draw.uniform(0.0, ground.seconds / 4))
        running = first.poll() is None
        code, said = ended(ground.started(out, "--resume"))
        if running and code:
            met += 1
            _one_line(code, said, "another run works on it")
        if ended(first)[0]:
            raise AssertionError("the first run did not end well")
        found += ground.compared(out)
    return Outcome(met, found)


def clock_jumps(ground: Ground, times: int) -> Outcome:
    """A run that goes on after the clock has jumped by years, to either side."""
    found = Differences()
    for _ in range(times):
        out = _broken_off(ground)
        jump = int(time.time() + ground.draw.uniform(-YEARS, YEARS) * 365 * 86400)
        with patch.dict(os.environ, {"SOURCE_DATE_EPOCH": str(jump)}):
            run([str(ground.sources)], str(out), Here(), ground.record, resume=True)
        found += ground.compared(out)
    return Outcome(times, found)


def another_version(ground: Ground, times: int) -> Outcome:
    """A program or record other than that of the manifest: refused, and a new run starts beside it."""
    found = Differences()
    for _ in range(times):
        out = _broken_off(ground)
        kept = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
        with patch.object(manifest, "__version__", f"9.{ground.draw.randint(0, 99)}"):
            try:
                run([str(ground.sources)], str(out), Here(), ground.record, resume=True)
            except InputError as fault:
                if "was begun by burdenshare" not in fault.what:
                    raise
            else:
                raise AssertionError("another version went on with the run")
        if any(path.read_bytes() != data for path, data in kept.items()):
            raise AssertionError("a refused run has changed something")
        new = Path(beside(str(out)))
        run([str(ground.sources)], str(new), Here(), ground.record)
        run([str(ground.sources)], str(out), Here(), ground.record, resume=True)
        found += ground.compared(new) + ground.compared(out)
    return Outcome(times, found)


def _broken_off(ground: Ground) -> Path:
    """The place of a run that broke off between two commits."""
    out = ground.place()
    shards = len(list((ground.wanted / "committed").iterdir()))
    with suppress(BrokenOffError):
        run([str(ground.sources)], str(out), Here(ground.draw.randint(1, 2 * shards - 1)), ground.record)
    return out


def workers_of(driver: int) -> list[int]:
    """The worker processes of a run."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        with suppress(OSError):
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == driver and b"spawn_main" in (folder / "cmdline").read_bytes():
                found.append(int(folder.name))
    return sorted(found)


def _one_line(code: int, said: str, words: str) -> None:
    """An error of ours: exit code 2, one line, the words."""
    if code != 2 or len(said.strip().splitlines()) != 1 or words not in said:
        raise AssertionError(f"ended with {code}: {said}")


@contextmanager
def _disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A small disk."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "burdenshare-test", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()
