"""Workers may crash, hang and devour memory: what did it is set aside, all else is what it was."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from benchmarks.corpus_ground import Differences, Ground, rows
from benchmarks.corpus_poisoned import SECONDS, marks_of, others
from burdenshare.corpus.engines.local import LocalEngine
from burdenshare.corpus.engines.planted import VARIABLE
from burdenshare.corpus.model import Bounds
from burdenshare.corpus.running import run
from burdenshare.corpus.tasks import Done, Task
from burdenshare.errors import InputError, OutputError
from burdenshare.record import Record
from tests.corpus.made import SENTENCE, text_file


class Alive(LocalEngine):
    """A local engine that remembers the processes it had."""

    def __init__(self, workers: int, bounds: Bounds) -> None:
        super().__init__(workers, bounds)
        self.known: set[int] = set()

    def run(self, tasks: Sequence[Task]) -> Iterator[Done]:
        for one in super().run(tasks):
            self.known |= set(self.processes())
            yield one


def ended(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def test_documents_that_end_workers_are_set_aside(archive: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash, a page that takes for ever, one that takes all memory, and a rule that fails: in one run."""
    faults = ("crash@judging", "hang@gathering", "memory@judging", "raise@gathering")
    marks = archive.draw.sample(marks_of(archive), len(faults))
    planted = [f"{fault}={mark}" for fault, mark in zip(faults, marks, strict=True)]
    monkeypatch.setenv(VARIABLE, " ".join(planted))
    out = archive.place()
    engine = Alive(2, Bounds(seconds=float(SECONDS), strikes=2))
    run([str(archive.sources)], str(out), engine, archive.record)
    reasons = ["crash", "crash (KeyError)", "memory", "time"]
    assert sorted(rows(out, "quarantine")["reason"].to_list()) == reasons
    assert others(archive, out) == Differences()
    assert engine.processes() == []
    assert len(engine.known) > 2
    assert all(map(ended, engine.known))


def test_one_worker_makes_what_two_make(archive: Ground) -> None:
    out = archive.place()
    engine = LocalEngine(1)
    run([str(archive.sources)], str(out), engine, archive.record)
    assert archive.compared(out) == Differences()


def test_what_a_task_raises_ends_the_run(tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = LocalEngine(1)
    out = tmp_path / "out"

    def interferes(tasks: Sequence[Task]) -> Iterator[Done]:
        for one in LocalEngine.run(engine, tasks):
            for path in (out / "gathered").glob("*"):
                path.write_bytes(b"no Parquet")
            yield one

    monkeypatch.setattr(engine, "run", interferes)
    text_file(tmp_path, "news/a.txt", SENTENCE)
    with pytest.raises(InputError, match="is damaged"):
        run([str(tmp_path / "news")], str(out), engine, record)
    assert engine.processes() == []


def test_no_process_to_be_had_is_told(archive: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(process: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("burdenshare.corpus.engines.local.started", refused)
    with pytest.raises(OutputError, match="no worker can be started"):
        run([str(archive.sources)], str(archive.place()), LocalEngine(2), archive.record)
