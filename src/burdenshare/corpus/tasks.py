"""The two pieces of work on a shard, as a worker does them: gather its records, judge its documents."""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

import polars as pl

from burdenshare.corpus.locking import still_held
from burdenshare.corpus.manifest import Manifest, refuse_unlike
from burdenshare.corpus.model import Fate, Poison, Shard, Watch
from burdenshare.corpus.opening import gathered
from burdenshare.corpus.spool import Spool, folder_of
from burdenshare.corpus.storage import Storage, storage_at
from burdenshare.corpus.tables import GATHERED, SEEN, bytes_of, part_name, rows_in
from burdenshare.errors import InputError
from burdenshare.record import Record

GATHER, JUDGE = "gathering", "judging"
COLLECTED_AFTER = 1_000_000
"""Values that outlive their page before the collector looks at them (Python's own: 700). They are rows, which wait to
be written, and answers, which are kept: a look after each page found nothing and took a thirtieth of the time."""
FIRST = "Poland spent 4.07 percent of GDP on defence in 2024."
"""What a worker reads first."""


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work. `begun`: the manifest of the run as it began; `holder`: who holds the place; `copies`: rows of
    the shard whose text is read elsewhere, with where; `poison`: what ended too many workers."""

    stage: str
    shard: Shard
    out: str
    begun: Manifest
    holder: str = ""
    copies: Mapping[int, str] = field(default_factory=dict)
    poison: Poison = field(default_factory=Poison)

    @property
    def name(self) -> str:
        """Of the files that are kept beside it while it is done."""
        return f"{self.stage}-{self.shard.name}"


@dataclass(frozen=True, slots=True)
class Done:
    """A piece of work that is committed: documents of the shard, and rows by table."""

    stage: str
    shard: int
    rows: Mapping[str, int]


def done(task: Task, watch: Watch) -> Done:
    """Do a task and commit it, or tell what was committed where it was done before. Raises OutputError where nothing
    can be written, InputError where the sources cannot be read or this worker would not do what the run began."""
    storage = storage_at(task.out)
    before = _before(task, storage)
    if before is not None:
        return before
    folder = folder_of(task.begun.run)
    spool = Spool(None if folder is None else folder / f"{task.name}.spool")
    try:
        answer = (
            _gathered(task, watch, storage, spool) if task.stage == GATHER else _judged(task, watch, storage, spool)
        )
    except BaseException:
        spool.leave()
        raise
    spool.close()
    return answer


def gathered_name(shard: str) -> str:
    """Where the records of a shard stand between the stages."""
    return part_name("gathered", shard)


def seen_name(shard: str) -> str:
    """Where the hashes of its texts stand, for finding copies without the texts."""
    return part_name("seen", shard)


def commit_name(shard: str) -> str:
    """The mark of a shard that is committed: it is written last, and names its parts with their hashes."""
    return f"committed/{shard}.json"


def _before(task: Task, storage: Storage) -> Done | None:
    """What a worker told that ended between committing and answering."""
    if task.stage == GATHER:
        content = storage.read(gathered_name(task.shard.name))
        return None if content is None else Done(GATHER, task.shard.number, {"gathered": len(rows_in(content))})
    found = storage.read(commit_name(task.shard.name))
    return None if found is None else Done(JUDGE, task.shard.number, json.loads(found)["rows"])


def _gathered(task: Task, watch: Watch, storage: Storage, spool: Spool) -> Done:
    refuse_unlike(task.begun, None)
    _can_open()
    rows = list(gathered(task.shard, task.begun.options.on_field, task.poison, watch, spool))
    seen = [row for row in rows if row["fate"] == Fate.READ.value]
    content = bytes_of(rows, GATHERED)
    still_held(storage, task.holder)
    storage.write(seen_name(task.shard.name), bytes_of(seen, SEEN))
    storage.write(gathered_name(task.shard.name), content)
    return Done(task.stage, task.shard.number, {"gathered": len(rows)})


def _judged(task: Task, watch: Watch, storage: Storage, spool: Spool) -> Done:
    from burdenshare.corpus.judging import Judging, judged

    record = _record()
    refuse_unlike(task.begun, record.version)
    judging = Judging(date.fromisoformat(task.begun.today), task.begun.options.with_text)
    rows = _rows(task, storage)
    tables = judged(rows, task.copies, record, task.poison, watch, spool, judging)
    made = {part_name(table, task.shard.name): part.content() for table, part in tables.items()}
    still_held(storage, task.holder)
    for name, content in made.items():
        storage.write(name, content)
    counts = {table: part.frame().height for table, part in tables.items()}
    fates = dict(Counter(tables["documents"].frame()["fate"].to_list()))
    parts = {name: sha256(content).hexdigest() for name, content in made.items()}
    told: dict[str, Any] = {"shard": task.shard.number, "parts": parts, "rows": counts, "fates": fates}
    storage.write(commit_name(task.shard.name), (json.dumps(told, sort_keys=True) + "\n").encode())
    return Done(task.stage, task.shard.number, counts)


def _rows(task: Task, storage: Storage) -> list[dict[str, Any]]:
    """What was gathered of the shard. Raises InputError: it is gone or damaged."""
    name = gathered_name(task.shard.name)
    content = storage.read(name)
    try:
        if content is not None:
            return rows_in(content)
        told = "a part of the run is gone"
    except pl.exceptions.PolarsError:
        told = "a part of the run is damaged"
    raise InputError(told, where=storage.address(name), remedy="take it away, and run it again with --resume")


@cache
def _can_open() -> None:
    """Load what opens pages, before the time of the first of them runs."""
    import trafilatura  # noqa: F401

    import burdenshare.reading.documents.page  # noqa: F401


@cache
def _record() -> Record:
    """The record, and all that reading loads when it is first asked, before the time of the first text runs."""
    from burdenshare.checking.check import check_reading
    from burdenshare.reading.inputs import document_of
    from burdenshare.reading.read import read
    from burdenshare.report.article import packaged_record

    record = packaged_record()
    check_reading(read(document_of(FIRST), record), record)
    return record


def seldom_collected() -> None:
    """Let the garbage collector look at what pages leave behind every hundred pages or so: in a process that does
    nothing else."""
    first, *others = gc.get_threshold()
    gc.set_threshold(max(first, COLLECTED_AFTER), *others)


@cache
def held_for_good() -> None:
    """Load what judging needs and keep the garbage collector from it: in a process that does nothing else it stays as
    long as the process does, and need not be walked over again and again."""
    _record()
    gc.freeze()
