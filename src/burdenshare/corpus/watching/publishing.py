"""What others read of a watch: the tables of each day, the manifest, the stream of lines, the feed of contradictions.

All of it is made from what the watch knows, and made again where it is missing or was cut short, so that each row and
each line stands there once.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import polars as pl

from burdenshare.corpus import manifest
from burdenshare.corpus.manifest import Manifest, Options, writer
from burdenshare.corpus.storage import LocalStorage
from burdenshare.corpus.tables import TABLES, bytes_of, part_name
from burdenshare.corpus.watching.atom import atom
from burdenshare.corpus.watching.memory import Memory
from burdenshare.corpus.watching.model import Row, Watchlist
from burdenshare.errors import OutputError

STREAM = "new.jsonl"
FEED = "contradicted.xml"
CONTRADICTED, GONE = "contradicted", "no longer said"
"""What a line tells: a statement that the record contradicts, or that its article does not hold it any more."""
PLAN = "watch"
"""What stands in the manifest in the place of a plan: this data set grows."""
LAST_FIRST = tuple(reversed(tuple(TABLES)))
"""The order in which the tables of a day are written: a document is seen when its statements are there."""


class Publisher:
    """Keeps what lies in the folder in step with what the watch knows."""

    def __init__(self, storage: LocalStorage, memory: Memory, watchlist: Watchlist, made: Manifest) -> None:
        self._storage = storage
        self._memory = memory
        self._watchlist = watchlist
        self._made = made
        self._there = (0, 0)  # the last line of the stream that we wrote, and where it ends

    def publish(self) -> None:
        """Bring all of it in step. Raises OutputError; the next time goes on from there."""
        try:
            self._publish()
        except OutputError as fault:
            remedy = "make room, or see the place, then start the watch again"
            raise OutputError(fault.what, where=fault.where, remedy=remedy) from None

    def _publish(self) -> None:
        for day in self._memory.unwritten():
            self._day(day)
        made = self._manifest()
        if made.parts:  # before there is a part there is no data set
            self._keep(manifest.NAME, made.content())
        self._stream()
        self._atom()

    def _keep(self, name: str, content: bytes) -> None:
        if self._storage.read(name) != content:
            self._storage.write(name, content)

    def _day(self, shard: int) -> None:
        """The parts of a day, whole."""
        held = self._memory.rows_of(shard)
        parts = []
        for table in LAST_FIRST:
            rows = [_typed(row, table) for tables in held for row in tables.get(table, [])]
            content = bytes_of(rows, TABLES[table])
            name = part_name(table, f"{shard:06d}")
            self._storage.write(name, content)
            parts.append((name, sha256(content).hexdigest(), len(rows)))
        self._memory.written(shard, parts)

    def _manifest(self) -> Manifest:
        parts = self._memory.parts()
        rows = dict.fromkeys(TABLES, 0)
        for name, _, count in parts:
            rows[name.partition("/")[0]] += count
        held = {name: digest for name, digest, _ in parts}
        return replace(self._made, shards=self._memory.days(), rows=rows, fates=self._memory.fates(), parts=held)

    def _stream(self) -> None:
        """Append the lines that are not there yet; a line that was cut short when a watch was killed goes first."""
        path = Path(self._storage.place) / STREAM
        try:
            size = path.stat().st_size if path.exists() else -1
            last, whole = self._there if self._there[1] == size else (0, 0)
            missing: list[bytes] = []
            for number, line in self._memory.told(last):
                last = number
                data = line.encode("utf-8", "replace") + b"\n"
                if not missing and whole + len(data) <= size:
                    whole += len(data)
                else:
                    missing.append(data)
            if missing or whole != size:
                _append(path, whole, b"".join(missing))
            self._there = (last, whole + sum(map(len, missing)))
        except OSError as fault:
            told = f"cannot be written ({fault.strerror}); what is committed is kept"
            raise OutputError(told, where=str(path)) from None

    def _atom(self) -> None:
        newest = [json.loads(line) for line in self._memory.latest(CONTRADICTED, self._watchlist.latest)]
        gone = {one["of"]: one["found"] for one in map(json.loads, self._memory.latest(GONE, 10 * len(newest) + 10))}
        told = self._watchlist
        begun = self._memory.value("begun")
        self._keep(FEED, atom(told.title, told.address, self._memory.token, begun, newest, gone))


def _append(path: Path, whole: int, data: bytes) -> None:
    """Let `data` stand behind the first `whole` bytes, on the disk."""
    with path.open("ab") as stream:
        if stream.tell() > whole:
            stream.truncate(whole)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def manifest_of(record: str, edition: str, code: str, watchlist: Watchlist, begun: str, with_text: bool) -> Manifest:
    """The manifest of a watch, which is always finished: what it names is whole."""
    return Manifest(
        code=code,
        record=record,
        edition=edition,
        writer=writer(),
        plan=PLAN,
        shards=0,
        sources=tuple(one.url for one in watchlist.feeds),
        options=Options(with_text=with_text),
        today=begun[:10],
        finished=True,
    )


MADE: dict[Any, Callable[[str], Any]] = {pl.Date: date.fromisoformat, pl.Binary: bytes.fromhex}
"""How values that were kept as words become what they were, by the type of their column."""


def _typed(row: Row, table: str) -> Row:
    """A row as it was before it was kept."""
    kinds = {name: MADE[kind] for name, (kind, _) in TABLES[table].items() if kind in MADE}
    return {**row, **{name: made(row[name]) for name, made in kinds.items() if isinstance(row.get(name), str)}}
