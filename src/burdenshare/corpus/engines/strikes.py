"""What becomes of a task whose worker has ended: it is given to another one, without what has ended too many."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from burdenshare.corpus.model import Bounds, Phase, Poison
from burdenshare.corpus.spool import folder_of
from burdenshare.corpus.tasks import Task
from burdenshare.errors import OutputError

STARTS = 20
"""Deaths in a row outside of any record after which a shard is given up: something is wrong that no quarantine
mends."""

CRASH, TIME, MEMORY = "crash", "time", "memory"
"""Why workers end, and records are set aside."""


@dataclass(frozen=True, slots=True)
class Death:
    """How a worker has ended: at which record, what it was at, and why."""

    record: int
    phase: Phase
    reason: str


class Strikes:
    """How often each record has ended a worker. The counts are kept beside the spools of the run, so that a record that
    ends the whole run in the end is set aside too, when the run has gone on often enough."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._outside: dict[str, int] = {}

    def after(self, task: Task, death: Death) -> Task:
        """The task for the next worker. Raises OutputError where no other worker would do better."""
        if death.phase is Phase.OUTSIDE:
            return self._outside_of_records(task, death)
        self._outside.pop(task.name, None)
        counts = self._counted(task, f"{death.phase.name} {death.record}")
        if counts < self._bounds.strikes:
            return task
        if death.phase is Phase.WORKING:
            poison = replace(task.poison, records={**task.poison.records, death.record: death.reason})
            return replace(task, poison=poison)
        if death.reason == TIME:
            what = f"record {death.record} could not be had in {self._bounds.seconds:g} seconds"
            remedy = "see its source, then run it again with --resume"
            raise OutputError(what, where=f"shard {task.shard.name}", remedy=remedy)
        return replace(task, poison=Poison(task.poison.records, death.record, death.reason))

    def _outside_of_records(self, task: Task, death: Death) -> Task:
        self._outside[task.name] = self._outside.get(task.name, 0) + 1
        if self._outside[task.name] > STARTS:
            what = f"workers end again and again before they reach a record ({death.reason})"
            remedy = "see its sources and the memory, then run it again with --resume"
            raise OutputError(what, where=f"shard {task.shard.name}", remedy=remedy)
        return task

    def _counted(self, task: Task, key: str) -> int:
        """How often that has happened by now."""
        folder = folder_of(task.begun.run)
        path = None if folder is None else folder / f"{task.name}.strikes.json"
        counts = _held(path)
        counts[key] = counts.get(key, 0) + 1
        if path is not None:
            _keep(path, counts)
        return counts[key]


def _held(path: Path | None) -> dict[str, int]:
    try:
        found = {} if path is None else json.loads(path.read_bytes())
        return {str(key): int(count) for key, count in found.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _keep(path: Path, counts: dict[str, int]) -> None:
    aside = path.with_suffix(".aside")
    try:
        aside.write_text(json.dumps(counts), encoding="utf-8")
        aside.replace(path)
    except OSError:  # a full disk: the counts of this record begin anew
        return
