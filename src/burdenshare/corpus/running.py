"""A run from plan to manifest: what is committed stays, what is missing is done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from burdenshare.corpus import inventory, leasing, manifest, settling
from burdenshare.corpus.dating import earliest_read
from burdenshare.corpus.locking import alone, still_held
from burdenshare.corpus.manifest import Manifest, Options
from burdenshare.corpus.model import Shard
from burdenshare.corpus.planning import Plan, fingerprint, planned
from burdenshare.corpus.sources.streams import shown
from burdenshare.corpus.spool import forget
from burdenshare.corpus.storage import Storage, storage_at
from burdenshare.corpus.tables import TABLES
from burdenshare.corpus.tasks import GATHER, JUDGE, Done, Task, commit_name, gathered_name
from burdenshare.errors import InputError
from burdenshare.record import Record

AT_ONCE = 16
"""Names that are read or taken away at once: a place elsewhere takes its time for each."""
OWN = (leasing.NAME,)
"""Names that may lie at a place before a run begins there."""


class Engine(Protocol):
    """Who does tasks."""

    def run(self, tasks: Sequence[Task]) -> Iterator[Done]:
        """What becomes of each, as it is committed."""

    def close(self) -> None:
        """Let go of the workers."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run has come: bytes of the sources done of all, and in which stage."""

    stage: str
    done: int
    whole: int
    rows: int


Told = Callable[[Step], None]


def run(
    sources: Sequence[str],
    out: str,
    engine: Engine,
    record: Record,
    *,
    options: Options | None = None,
    resume: bool = False,
    told: Told | None = None,
) -> tuple[Manifest, Plan]:
    """Make the data set of `sources` at `out`, or finish it. Returns its manifest and the plan it was made by.

    Raises InputError: nothing to read, a place that holds another run or something else, sources that changed or cannot
    be read. Raises OutputError: nothing can be written. What is committed is kept; the workers have ended.
    """
    chosen = options or Options()
    plan = planned(sources, out, chosen.on_field)
    storage = storage_at(out)
    named = tuple(shown(one) for one in sources)
    mark = fingerprint(plan.shards)
    begun = manifest.begun(record.version, record.edition.isoformat(), mark, len(plan.shards), named, chosen)
    with alone(storage) as holder:
        kept = _kept(storage, begun, plan, resume=resume)
        storage.tidy()
        if kept is None:
            inventory.keep(storage, plan.files())
            storage.write(manifest.NAME, begun.content())
        work = _Work(storage, plan.shards, engine, told or (lambda step: None), kept or begun, holder)
        try:
            made = kept if kept is not None and kept.finished else _finished(work)
        finally:
            engine.close()  # before the place is free for others
        _swept(work)
        return made, plan


def _kept(storage: Storage, begun: Manifest, plan: Plan, *, resume: bool) -> Manifest | None:
    """The manifest of the run to go on with, None where none has begun. Raises InputError."""
    kept = manifest.held(storage)
    if kept is None:
        if any(name not in (*OWN, inventory.NAME) for name in storage.names("")):
            raise InputError("holds other files", where=storage.place, remedy="name an empty folder")
        return None
    inventory.refuse_changed(storage, plan.files())
    manifest.refuse_other(kept, begun, storage.place)
    if not resume and not kept.finished:
        raise InputError("holds an unfinished run", where=storage.place, remedy="go on with --resume, or name another")
    return kept


@dataclass(frozen=True, slots=True)
class _Work:
    """What the stages of one run share."""

    storage: Storage
    shards: tuple[Shard, ...]
    engine: Engine
    told: Told
    begun: Manifest
    holder: str

    def task(self, stage: str, shard: Shard, copies: Mapping[int, str] | None = None) -> Task:
        """A piece of work of this run."""
        return Task(stage, shard, self.storage.place, self.begun, self.holder, copies or {})

    def done(self, stage: str, mark: Callable[[Shard], str], task: Callable[[Shard], Task]) -> None:
        """Do a stage for the shards that have not committed it: those whose `mark` is missing."""
        below = mark(self.shards[0]).rpartition("/")[0]
        committed = set(self.storage.names(below))
        missing = [one for one in self.shards if mark(one) not in committed]
        sizes = {one.number: one.size for one in self.shards}
        whole = sum(sizes.values())
        done, rows = whole - sum(one.size for one in missing), 0
        self.told(Step(stage, done, whole, rows))
        for answer in self.engine.run([task(one) for one in missing]):
            done += sizes[answer.shard]
            rows += answer.rows.get("gathered", answer.rows.get("documents", 0))
            self.told(Step(stage, done, whole, rows))


def _finished(work: _Work) -> Manifest:
    """Both stages, and the manifest that says that the data set is whole."""
    work.done(GATHER, lambda one: gathered_name(one.name), lambda one: work.task(GATHER, one))
    same = settling.copies(work.storage, work.shards)
    doubles = earliest_read(work.storage, work.shards, same, date.fromisoformat(work.begun.today))
    work.done(JUDGE, lambda one: commit_name(one.name), lambda one: work.task(JUDGE, one, doubles[one.number]))
    made = _summed(work.storage, work.begun, work.shards)
    still_held(work.storage, work.holder)
    forget(work.begun.run)
    work.storage.write(manifest.NAME, made.content())
    return made


def _swept(work: _Work) -> None:
    """Take away what stood between the stages, and what writers left that were killed: workers of this run too, not
    only of the run before."""
    work.storage.tidy()
    between = {*work.storage.names("gathered"), *work.storage.names("seen")}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(work.storage.delete, sorted(between)))


def _summed(storage: Storage, begun: Manifest, shards: Sequence[Shard]) -> Manifest:
    rows = dict.fromkeys(TABLES, 0)
    fates: dict[str, int] = {}
    parts: dict[str, str] = {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        contents = list(pool.map(storage.read, (commit_name(shard.name) for shard in shards)))
    for shard, content in zip(shards, contents, strict=True):
        found = _committed(storage, shard, content)
        parts |= found["parts"]
        for table, count in found["rows"].items():
            rows[table] += count
        for fate, count in found["fates"].items():
            fates[fate] = fates.get(fate, 0) + count
    finished = replace(begun, run="", finished=True, rows=rows)
    return replace(finished, fates=dict(sorted(fates.items())), parts=dict(sorted(parts.items())))


def _committed(storage: Storage, shard: Shard, content: bytes | None) -> dict[str, Any]:
    """What a shard's mark says. Raises InputError: it is gone or damaged."""
    told = "a committed part is gone"
    if content is not None:
        try:
            found: dict[str, Any] = json.loads(content)
            return {"parts": found["parts"], "rows": found["rows"], "fates": found["fates"]}
        except (ValueError, KeyError, TypeError):
            told = "a committed part is damaged"
    where = storage.address(commit_name(shard.name))
    raise InputError(told, where=where, remedy="take it away, and run it again with --resume")
