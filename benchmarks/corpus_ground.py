"""Where corpus runs are disturbed: an undisturbed data set, runs of the command line, and what differs in the end."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from pathlib import Path

import polars as pl

from benchmarks import corpus_sample
from burdenshare.corpus.model import Unwatched
from burdenshare.corpus.running import run
from burdenshare.corpus.tasks import Done, Task, done
from burdenshare.record import Record, load_record

LOCKS = (".lock", ".at-work")
PATIENCE = 600.0
"""Seconds after which a run is taken to hang."""


class Here:
    """Tasks in this process, one after another; after `most` of them it breaks off, as a run does that is killed
    between two commits."""

    def __init__(self, most: int | None = None) -> None:
        self.left = most
        self.tasks: list[Task] = []

    def run(self, tasks: Sequence[Task]) -> Iterator[Done]:
        """What becomes of each task."""
        for task in tasks:
            if self.left is not None:
                if not self.left:
                    raise BrokenOffError
                self.left -= 1
            self.tasks.append(task)
            yield done(task, Unwatched())

    def close(self) -> None:
        """Nothing to let go of."""


class BrokenOffError(Exception):
    """The run ends here."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What a data set lacks of another one, has twice, and in how many files it differs."""

    lost: int = 0
    doubled: int = 0
    differing: int = 0

    def __add__(self, other: Differences) -> Differences:
        return Differences(self.lost + other.lost, self.doubled + other.doubled, self.differing + other.differing)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the runs of one fault: how often it was met, and what came of it; or why it was `skipped`, or how
    a run `failed`."""

    times: int = 0
    found: Differences = field(default_factory=Differences)
    skipped: str = ""
    failed: str = ""


@dataclass
class Ground:
    """A folder with an archive and the data set that an undisturbed run makes of it (`wanted`, in `seconds` with two
    processes)."""

    folder: Path
    draw: random.Random
    record: Record
    seconds: float = 10.0
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def sources(self) -> Path:
        """The archive."""
        return self.folder / "sources"

    @property
    def wanted(self) -> Path:
        """The data set of an undisturbed run."""
        return self.folder / "wanted"

    def place(self) -> Path:
        """A place where nothing is yet."""
        return self.folder / f"out-{next(self._numbers)}"

    def started(self, out: Path, *more: str, settings: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        """A run of the command line into `out`."""
        command = [sys.executable, "-m", "burdenshare", "corpus", "run", str(self.sources), "--out", str(out)]
        shown = {**os.environ, "NO_COLOR": "1", **(settings or {})}
        said = subprocess.PIPE
        return subprocess.Popen([*command, "--workers", "2", *more], stdout=said, stderr=said, text=True, env=shown)

    def finished(self, out: Path, *more: str, settings: Mapping[str, str] | None = None) -> Differences:
        """The same, to its end: how it differs from the undisturbed run. What it held is taken away."""
        code, said = ended(self.started(out, *more, settings=settings))
        if code:
            raise AssertionError(f"the run ended with {code}: {said}")
        return self.compared(out)

    def compared(self, out: Path) -> Differences:
        """How a data set differs from the undisturbed one; it is taken away."""
        found = differences(self.wanted, out)
        shutil.rmtree(out)
        return found


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """How a run has ended, and what it said of it on standard error."""
    _, said = process.communicate(timeout=PATIENCE)
    return process.returncode, said


def ground(folder: Path, seed: int) -> Ground:
    """The archive and its undisturbed data set in `folder`; how long two processes take is measured."""
    made = Ground(folder, random.Random(seed), load_record())
    corpus_sample.written(made.sources)
    run([str(made.sources)], str(made.wanted), Here(), made.record)
    begun = time.monotonic()
    if made.finished(made.place()) != Differences():
        raise AssertionError("two processes do not make what one does")
    made.seconds = time.monotonic() - begun
    return made


def files(folder: Path) -> dict[str, str]:
    """The sha256 of every file of a data set, locks left out."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in LOCKS
    }


def rows(folder: Path, table: str = "documents") -> pl.DataFrame:
    """A table of a data set, all its parts."""
    parts = sorted((folder / table).glob("*.parquet"))
    return pl.concat([pl.read_parquet(BytesIO(path.read_bytes())) for path in parts])


def places(folder: Path) -> Counter[str]:
    """How often each record stands among the documents: by where it lies, and which one of that place it is."""
    told: Counter[str] = Counter()
    for shard, row, place in rows(folder).select("shard", "row", "place").iter_rows():
        told[f"{shard}:{row}:{place}"] += 1
    return told


def differences(wanted: Path, found: Path) -> Differences:
    """How a data set differs from another one of the same sources."""
    there, here = places(wanted), places(found)
    left, right = files(wanted), files(found)
    return Differences(
        lost=sum((there - here).values()),
        doubled=sum((here - there).values()),
        differing=sum(left.get(name) != right.get(name) for name in left.keys() | right.keys()),
    )
